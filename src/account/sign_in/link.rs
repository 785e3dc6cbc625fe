//! Links that sign in, for whoever has the machine: one for each organiser added on the command line,
//! and one while there is no organiser at all.

use chrono::TimeDelta;
use uuid::Uuid;

use super::{open, store};
use crate::account::Organiser;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::{InstanceKey, Token};

/// How long a link is good.
const LIFETIME: TimeDelta = TimeDelta::days(3);

/// A link that signs `organiser` in, good once.
pub async fn make_link(tx: &mut Tx, organiser: Id<Organiser>) -> Result<Token> {
    let token = Token::random(tx.chance());
    store::insert_link(tx, &token.hash(), organiser, tx.now() + LIFETIME).await?;
    Ok(token)
}

/// Whether a link would still sign somebody in.
pub async fn link_is_good(tx: &mut Tx, link: &Token) -> Result<bool> {
    store::is_link_good(tx, &link.hash()).await
}

/// Signs a browser in by a link, which is used up: the token is its cookie.
pub async fn follow_link(tx: &mut Tx, link: &Token) -> Result<Option<Token>> {
    match store::use_link(tx, &link.hash()).await? {
        Some(organiser) => open(tx, organiser).await,
        None => Ok(None),
    }
}

/// By which the first organiser makes themselves known, as long as there is none: the same at every
/// start.
pub fn first_token(key: &InstanceKey) -> Token {
    key.token("first organiser", Uuid::nil(), 0)
}
