//! Passkeys (W3C Web Authentication, level 3): key pairs that a device or a password manager makes for this
//! site alone, and uses once its owner has unlocked it. That counts as two factors, so that nothing else is
//! asked of who signs in by one.
//!
//! What browsers answer is verified by webauthn-rs. Until 0.5 it needed OpenSSL; since 0.6 it is Rust
//! throughout, and it is the one whose rules most eyes have seen. It costs some eighty small crates, and its
//! licence, MPL-2.0, asks that changes to its own files be published; it is used as it comes. Its features
//! “conditional-ui” and “danger-allow-state-serialisation” are what they say to sign in without an address
//! first, and to keep a challenge in our table, where all nodes find it, instead of in memory: never with the
//! browser. Looked at besides: webauthn_rp 0.3, whose challenges carry the system's own time instead of our
//! clock's; passkey-rp, webauthn-kit, passki and caden, which are young.
//!
//! Codes by mail go on beside passkeys, since a lost device must lock nobody out. Whoever wants their mailbox
//! alone to open nothing adds one-time passwords, too, which codes then ask for and passkeys do not.

mod challenge;
mod party;
mod store;

pub use challenge::{Challenge, LIFETIME};
pub use party::RelyingParty;
pub use store::of;

pub(super) use store::remove_all;

use chrono::TimeDelta;
use serde_json::json;

use super::attempts::{Limit, is_allowed};
use super::{Organiser, identity, sign_in};
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::{InstanceKey, Token};
use crate::base::text::SingleLine;
use party::Verified;

/// Characters of the longest name.
pub const LONGEST_NAME: usize = 60;

/// How many somebody has at most: far above what a person uses.
pub const MOST: usize = 20;

/// Far above what an office behind one address needs.
const CHALLENGES_FROM_ONE: Limit = Limit {
    what: "passkeys from one place",
    tries: 100,
    within: TimeDelta::minutes(15),
};

/// A passkey of an organiser.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Passkey {
    /// Its identifier, which opens nothing.
    pub id: Id<Self>,
    /// What its owner calls it.
    pub name: SingleLine,
    /// When it was added.
    pub made_at: Instant,
    /// When it was signed in with last.
    pub used_at: Option<Instant>,
}

/// Asks the devices of `organiser`, who has just proven who they are, for a new passkey.
pub async fn begin_adding(
    tx: &mut Tx,
    party: &RelyingParty,
    organiser: &Organiser,
) -> Result<Challenge> {
    let known = store::credentials_of(tx, organiser.id).await?;
    let asked = party.ask_for_new(organiser, known);
    challenge::keep(tx, Some(organiser.id), asked).await
}

/// From now on `organiser` signs in by this passkey, too; `false` where `answer` is not what
/// [`begin_adding`] asked this browser for, or where they have [`MOST`].
pub async fn add(
    tx: &mut Tx,
    party: &RelyingParty,
    organiser: Id<Organiser>,
    (browser, answer): (&Token, &str),
    name: &SingleLine,
) -> Result<bool> {
    let state = challenge::take(tx, browser, Some(organiser)).await?;
    let Some(credential) = state.and_then(|state| party.verify_new(&state, answer)) else {
        return Ok(false);
    };
    let name = name.cut(LONGEST_NAME);
    if store::credentials_of(tx, organiser).await?.len() >= MOST {
        return Ok(false);
    }
    if !store::insert(tx, organiser, &credential, &name).await? {
        return Ok(false);
    }
    identity::end_by_address(tx, organiser).await?;
    let actor = organiser.to_string();
    audit::record(tx, &actor, "passkey_added", organiser.uuid(), json!({})).await?;
    Ok(true)
}

/// Asks whatever device is at hand for a passkey of anybody; `None` where too many asked from `place`.
pub async fn begin_signing_in(
    tx: &mut Tx,
    key: &InstanceKey,
    party: &RelyingParty,
    place: &str,
) -> Result<Option<Challenge>> {
    if !is_allowed(tx, key, CHALLENGES_FROM_ONE, place).await? {
        return Ok(None);
    }
    let asked = party.ask_for_any();
    Ok(Some(challenge::keep(tx, None, asked).await?))
}

/// Signs the browser in whose device has answered what [`begin_signing_in`] asked: the token is its cookie.
/// `None` for every way in which the answer can be wrong.
pub async fn sign_in(
    tx: &mut Tx,
    party: &RelyingParty,
    browser: &Token,
    answer: &str,
) -> Result<Option<Token>> {
    let Some(state) = challenge::take(tx, browser, None).await? else {
        return Ok(None);
    };
    let Some(named) = party.named_in(answer) else {
        return Ok(None);
    };
    let Some((passkey, credential)) = store::find(tx, named.organiser, &named.credential).await?
    else {
        return Ok(None);
    };
    let actor = named.organiser.to_string();
    match party.verify(&state, answer, &credential) {
        // Compared with what was read: of two answers at the same time one is behind.
        Verified::Right(now) if store::use_up(tx, passkey, &credential, &now).await? => {
            sign_in::open(tx, named.organiser).await
        }
        Verified::Right(_) | Verified::Behind => {
            let told = json!({});
            audit::record(tx, &actor, "passkey_behind", named.organiser.uuid(), told).await?;
            Ok(None)
        }
        Verified::Wrong => Ok(None),
    }
}

/// From now on `organiser` does not sign in by this passkey; `false` where they have none with this
/// identifier.
pub async fn remove(tx: &mut Tx, organiser: Id<Organiser>, passkey: Id<Passkey>) -> Result<bool> {
    let was_there = store::remove(tx, organiser, passkey).await?;
    if was_there {
        let actor = organiser.to_string();
        audit::record(tx, &actor, "passkey_removed", organiser.uuid(), json!({})).await?;
    }
    Ok(was_there)
}
