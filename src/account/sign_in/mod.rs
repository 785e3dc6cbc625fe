//! Being signed in: by a code that was mailed and is typed into the browser that asked for it, or by
//! a link that an operator was shown.

mod by_password;
mod link;
mod request;
mod store;

#[cfg(test)]
mod tests;

pub use by_password::{By, may_try_password, open_by_password};
pub use link::{first_token, follow_link, link_is_good, make_link};
pub use request::{
    Answered, Asking, CODE_KIND, CODE_LENGTH, LIFETIME as REQUEST_LIFETIME, answer, ask, code,
    request_of,
};

use chrono::TimeDelta;
use serde_json::json;

use super::{Organisation, Organiser, organisations_of};
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::Token;

/// How long a browser stays signed in that nobody uses.
const IDLE: TimeDelta = TimeDelta::days(2);
/// How long a browser stays signed in at most.
const LONGEST: TimeDelta = TimeDelta::days(14);
/// How exactly is kept when a browser was used last.
const EXACT_TO: TimeDelta = TimeDelta::minutes(5);
/// How long after signing in somebody need not prove again who they are.
const FRESH: TimeDelta = TimeDelta::minutes(15);

/// A browser that is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// Its identifier, which opens nothing.
    pub id: Id<Self>,
    /// Who works with it.
    pub organiser: Organiser,
    /// The organisation that its pages are about.
    pub organisation: Organisation,
    /// When it was signed in.
    pub made_at: Instant,
    /// When it was used last, to some minutes.
    pub seen_at: Instant,
    /// Whether it was signed in by the word of an identity provider.
    pub is_vouched: bool,
}

impl SignIn {
    /// Whether its organiser has just proven who they are: whoever finds a browser signed in does not get
    /// to change how one signs in. A provider's word is no such proof: while somebody is signed in there, it
    /// says the same to whoever presses the button.
    pub fn is_fresh(&self, now: Instant) -> bool {
        !self.is_vouched && now - self.made_at <= FRESH
    }

    /// Whether it is time to note that it is used.
    pub fn is_stale(&self, now: Instant) -> bool {
        now - self.seen_at >= EXACT_TO
    }
}

/// Signs a browser in: the token is its cookie (S-5). `None` where the organiser has no role in any
/// organisation.
pub async fn open(tx: &mut Tx, organiser: Id<Organiser>) -> Result<Option<Token>> {
    let_in(tx, organiser, false).await
}

/// Signs a browser in by the word of an identity provider.
pub(super) async fn open_vouched(tx: &mut Tx, organiser: Id<Organiser>) -> Result<Option<Token>> {
    let_in(tx, organiser, true).await
}

async fn let_in(tx: &mut Tx, organiser: Id<Organiser>, is_vouched: bool) -> Result<Option<Token>> {
    let organisations = organisations_of(tx, organiser).await?;
    let Some(organisation) = organisations.first() else {
        return Ok(None);
    };
    let token = Token::random(tx.chance());
    store::forget_old(tx, tx.now() - LONGEST).await?;
    store::insert(tx, &token.hash(), organiser, organisation.id, is_vouched).await?;
    let actor = organiser.to_string();
    let told = json!({ "organisation": organisation.id.uuid() });
    audit::record(tx, &actor, "signed_in", organiser.uuid(), told).await?;
    Ok(Some(token))
}

/// The signed-in browser with this cookie, unless it was idle or signed in for too long.
pub async fn find_sign_in(tx: &mut Tx, token: &Token) -> Result<Option<SignIn>> {
    let now = tx.now();
    store::find(tx, &token.hash(), now - LONGEST, now - IDLE).await
}

/// Notes that a browser is used.
pub async fn touch(tx: &mut Tx, sign_in: Id<SignIn>) -> Result<()> {
    store::touch(tx, sign_in).await
}

/// Turns a browser's pages to another organisation; `false` where its organiser has no role there.
pub async fn use_organisation(tx: &mut Tx, sign_in: &SignIn, slug: &str) -> Result<bool> {
    let theirs = organisations_of(tx, sign_in.organiser.id).await?;
    let Some(wanted) = theirs.iter().find(|theirs| theirs.slug == slug) else {
        return Ok(false);
    };
    store::set_organisation(tx, sign_in.id, wanted.id).await?;
    Ok(true)
}

/// Signs a browser out.
pub async fn sign_out(tx: &mut Tx, sign_in: &SignIn) -> Result<()> {
    store::remove(tx, sign_in.id).await
}

/// Signs every other browser of the organiser out.
pub async fn sign_out_elsewhere(tx: &mut Tx, sign_in: &SignIn) -> Result<u64> {
    store::remove_others(tx, sign_in.organiser.id, sign_in.id).await
}

/// Signs every browser of `organiser` out.
pub(super) async fn sign_out_everywhere(tx: &mut Tx, organiser: Id<Organiser>) -> Result<()> {
    let none = Id::from_uuid(uuid::Uuid::nil());
    store::remove_others(tx, organiser, none).await?;
    Ok(())
}
