use chrono::TimeDelta;

use super::party::Asked;
use super::store;
use crate::account::Organiser;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::Token;

/// How long a browser has for its answer.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(5);

/// What a browser is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// What the browser keeps meanwhile, so that no other answers for it.
    pub browser: Token,
    /// What its script hands on to `navigator.credentials`, as JSON.
    pub options: String,
}

/// Keeps what a browser is asked for here, until it answers or its time is over.
pub(super) async fn keep(
    tx: &mut Tx,
    organiser: Option<Id<Organiser>>,
    asked: Asked,
) -> Result<Challenge> {
    let browser = Token::random(tx.chance());
    let expires_at = tx.now() + LIFETIME;
    store::forget_challenges(tx).await?;
    store::keep_challenge(tx, &browser.hash(), organiser, &asked.state, expires_at).await?;
    Ok(Challenge {
        browser,
        options: asked.options,
    })
}

/// What this browser was asked, for `organiser` or for anybody; it is used up by that.
pub(super) async fn take(
    tx: &mut Tx,
    browser: &Token,
    organiser: Option<Id<Organiser>>,
) -> Result<Option<String>> {
    let taken = store::take_challenge(tx, &browser.hash()).await?;
    Ok(taken
        .filter(|(whose, _)| *whose == organiser)
        .map(|(_, state)| state))
}
