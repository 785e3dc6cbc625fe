//! The page that only the registered person knows the address of.

use super::{Registration, store};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::{InstanceKey, Token};

/// The token in the address of a registration's own page: derived, so that no mail has to be stored
/// (OUT-10); the database holds its hash.
pub fn manage_token(key: &InstanceKey, registration: Id<Registration>, generation: i64) -> Token {
    key.token("manage", registration.uuid(), generation)
}

/// The registration whose page has this token; `None` for a token that is unknown or revoked.
pub async fn find_by_token(tx: &mut Tx, token: &Token) -> Result<Option<Registration>> {
    store::find_by_token_hash(tx, &token.hash()).await
}

/// The same for whoever is about to change it: from now on nobody else does, or erases it, until this unit of work
/// ends.
pub async fn hold_by_token(tx: &mut Tx, token: &Token) -> Result<Option<Registration>> {
    let Some(found) = find_by_token(tx, token).await? else {
        return Ok(None);
    };
    store::hold(tx, found.event).await?;
    find_by_token(tx, token).await
}
