//! Programs that act for an organisation, or for one event of it, by a token that is shown once (S-4).

mod deed;
mod store;

pub use deed::{Deed, begin, finish};
pub(super) use store::revoke_those_by;
pub use store::{find, load, of_organisation, touch};

use chrono::TimeDelta;
use serde_json::json;
use uuid::Uuid;

use super::{Organisation, Organiser};
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::Token;
use crate::base::text::SingleLine;
use crate::words;

/// How every token begins, so that whoever finds one lying about knows what it is.
const PREFIX: &str = "convoke_";
/// How exactly is kept when a token was used last.
const EXACT_TO: TimeDelta = TimeDelta::minutes(5);
/// Characters of the longest name.
pub const LONGEST_NAME: usize = 100;

words! {
    /// What a program may do, each more than the one before.
    pub enum Access {
        /// See what organisers see.
        Read = "read",
        /// Change it, too.
        Write = "write",
    }
}

/// What a token opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// The only event that it is about; none for all of the organisation.
    pub event: Option<Uuid>,
    /// What may be done.
    pub access: Access,
    /// Whether links to join by are told (S-32).
    pub shows_links: bool,
}

/// A token, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    /// Its identifier, which opens nothing.
    pub id: Id<Self>,
    /// Whose.
    pub organisation: Id<Organisation>,
    /// What its makers call it.
    pub name: SingleLine,
    /// What it opens.
    pub scope: Scope,
    /// When it was made.
    pub made_at: Instant,
    /// From when on it opens nothing any more.
    pub expires_at: Instant,
    /// When it was used last, to some minutes.
    pub used_at: Option<Instant>,
}

impl ApiToken {
    /// Whether it is time to note that it is used.
    pub fn is_stale(&self, now: Instant) -> bool {
        self.used_at.is_none_or(|used_at| now - used_at >= EXACT_TO)
    }
}

/// Makes a token for `organisation` that is good for `lifetime`: its secret is in no table, so that it can
/// be shown now and never again.
pub async fn make(
    tx: &mut Tx,
    (organisation, organiser): (Id<Organisation>, Id<Organiser>),
    name: &SingleLine,
    scope: Scope,
    lifetime: TimeDelta,
) -> Result<(ApiToken, Token)> {
    let now = tx.now();
    let token = ApiToken {
        id: tx.new_id(),
        organisation,
        name: name.cut(LONGEST_NAME),
        scope,
        made_at: now,
        expires_at: now + lifetime,
        used_at: None,
    };
    let random = Token::random(tx.chance());
    let secret = Token::from_address(&format!("{PREFIX}{}", random.as_str()));
    store::insert(tx, &token, organiser, &secret.hash()).await?;
    let told = json!({
        "name": token.name,
        "access": token.scope.access,
        "event": token.scope.event,
        "links": token.scope.shows_links,
    });
    let actor = organiser.to_string();
    audit::record(tx, &actor, "token_made", organisation.uuid(), told).await?;
    Ok((token, secret))
}

/// Ends a token of `organisation`; `false` where it has none with this identifier, or ended it before.
pub async fn revoke(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    token: Id<ApiToken>,
    actor: &str,
) -> Result<bool> {
    let Some(name) = store::revoke(tx, organisation, token).await? else {
        return Ok(false);
    };
    let told = json!({ "name": name });
    audit::record(tx, actor, "token_revoked", organisation.uuid(), told).await?;
    Ok(true)
}

#[cfg(test)]
mod tests;
