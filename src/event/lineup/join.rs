//! The address of the page by which somebody who appears joins: it stands in their mail and their calendar,
//! and opens nothing else of theirs (CAL-20, E-23). Nothing of it is stored: it names the appearance and
//! proves itself, and with the address that it was mailed to it becomes invalid.

use super::{Appearance, Placed, placed, store};
use crate::base::claim::{claim, claimed, said_of};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::{InstanceKey, Token};
use crate::event::Event;

/// The token of the page by which `appearance` joins, who is reached at the address with `email_key`;
/// `generation` is that of their other links, so that all are revoked together.
pub fn join_token(
    key: &InstanceKey,
    appearance: Id<Appearance>,
    email_key: &str,
    generation: i64,
) -> Token {
    let claim = claim(key, &purpose(email_key, generation), appearance.uuid());
    Token::from_address(&claim)
}

/// The same, as it is at present, of somebody in the lineup of `event`.
pub async fn present_join_token(
    tx: &mut Tx,
    key: &InstanceKey,
    event: Id<Event>,
    appearance: Id<Appearance>,
    email_key: &str,
) -> Result<Token> {
    let generation = generation(tx, event, email_key).await?;
    Ok(join_token(key, appearance, email_key, generation))
}

/// Who joins by the page with this token, and in which event; `None` for one that is unknown or revoked.
pub async fn find_by_join_token(
    tx: &mut Tx,
    key: &InstanceKey,
    token: &Token,
) -> Result<Option<(Id<Event>, Placed)>> {
    let Some(id) = said_of(token.as_str()).map(Id::<Appearance>::from_uuid) else {
        return Ok(None);
    };
    let Some(event) = store::event_of(tx, id).await? else {
        return Ok(None);
    };
    let Some(placed) = placed(tx, event, id).await? else {
        return Ok(None);
    };
    let Some(email) = &placed.appearance.email else {
        return Ok(None);
    };
    let email_key = email.key();
    let generation = generation(tx, event, &email_key).await?;
    let named = claimed(key, &purpose(&email_key, generation), token.as_str());
    Ok((named == Some(id.uuid())).then_some((event, placed)))
}

async fn generation(tx: &mut Tx, event: Id<Event>, email_key: &str) -> Result<i64> {
    let invitee = store::of_address_key(tx, event, email_key).await?;
    Ok(invitee.map_or(0, |invitee| invitee.token_generation))
}

fn purpose(email_key: &str, generation: i64) -> String {
    format!("lineup join {generation} {email_key}")
}
