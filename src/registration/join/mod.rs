//! The address of the page by which one person joins (F-11). It opens nothing else of their registration,
//! since shared calendars show it (E-23).

mod store;

use super::Registration;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::{InstanceKey, Token};
use crate::event::Event;

/// So many addresses are derived in one unit of work at most.
const BATCH: i64 = 500;

/// The token of the page by which somebody joins: derived, so that no mail has to be stored (OUT-10). It
/// is as old as that of their own page, and becomes invalid together with it.
pub fn join_token(key: &InstanceKey, registration: Id<Registration>, generation: i64) -> Token {
    key.token("join", registration.uuid(), generation)
}

/// Who joins by the page with this token; `None` for one that is unknown or revoked.
pub async fn find_by_join_token(tx: &mut Tx, token: &Token) -> Result<Option<Registration>> {
    store::find_by_join_hash(tx, &token.hash()).await
}

/// Makes the pages found of registrations that were made before there were any, or whose token is another
/// by now, of `event` or else of all; gives how many, at most a batch.
pub async fn derive_join_tokens(
    tx: &mut Tx,
    key: &InstanceKey,
    event: Option<Id<Event>>,
) -> Result<usize> {
    let lacking = match event {
        Some(event) => store::lacking_of(tx, event, BATCH).await?,
        None => store::lacking(tx, BATCH).await?,
    };
    for (registration, generation) in &lacking {
        let token = join_token(key, *registration, *generation);
        store::set_join_hash(tx, *registration, *generation, &token.hash()).await?;
    }
    Ok(lacking.len())
}
