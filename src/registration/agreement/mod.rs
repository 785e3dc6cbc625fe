//! What somebody agreed to, text by text, and what they took back (P-7).

mod store;

use serde_json::json;

use super::{Consent, Registration};
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::hash;
use crate::event::Key;

/// One line of the log of what somebody agreed to.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Agreement {
    /// What for: the event's key for it.
    pub consent_key: Key,
    /// SHA-256 of the text that they read.
    pub text_hash: Vec<u8>,
    /// The language of that text.
    pub language: Language,
    /// Whether the page said that by it the partner whose link was followed is told who they are.
    pub for_partner: bool,
    /// When they agreed.
    pub given_at: Instant,
    /// When they took it back, where they did.
    pub withdrawn_at: Option<Instant>,
}

/// Every line about `registration`, the oldest first.
pub async fn agreements(tx: &mut Tx, registration: Id<Registration>) -> Result<Vec<Agreement>> {
    store::agreements(tx, registration).await
}

/// Notes what each of them agreed to as they registered.
pub(super) async fn first(tx: &mut Tx, given: &[(Id<Registration>, &Consent)]) -> Result<()> {
    if given.is_empty() {
        return Ok(());
    }
    store::insert(tx, given).await
}

/// Notes that `registration` agrees to `given` and to nothing else: what is new, or has another text than
/// before, is a new line; what is not among it is taken back. What stays is as it was. `true` where anything
/// is different.
pub async fn agree(tx: &mut Tx, registration: Id<Registration>, given: &[Consent]) -> Result<bool> {
    let standing: Vec<Agreement> = agreements(tx, registration)
        .await?
        .into_iter()
        .filter(|line| line.withdrawn_at.is_none())
        .collect();
    let is_same = |line: &Agreement, consent: &Consent| {
        line.consent_key == consent.key && line.text_hash == hash(consent.text.as_bytes())
    };
    let gone = standing
        .iter()
        .filter(|line| !given.iter().any(|consent| is_same(line, consent)));
    let new = given
        .iter()
        .filter(|consent| !standing.iter().any(|line| is_same(line, consent)));
    let mut is_different = false;
    for line in gone {
        store::withdraw(tx, registration, &line.consent_key).await?;
        is_different = true;
    }
    let new: Vec<_> = new.map(|consent| (registration, consent)).collect();
    is_different |= !new.is_empty();
    first(tx, &new).await?;
    if is_different {
        let keys: Vec<&Key> = given.iter().map(|consent| &consent.key).collect();
        note(tx, registration, &keys).await?;
    }
    Ok(is_different)
}

/// Notes that `registration` takes back what was agreed to for `key`; `false` where nothing stood.
pub(super) async fn take_back(
    tx: &mut Tx,
    registration: Id<Registration>,
    key: &Key,
) -> Result<bool> {
    if !store::withdraw(tx, registration, key).await? {
        return Ok(false);
    }
    let lines = agreements(tx, registration).await?;
    let standing = lines.iter().filter(|line| line.withdrawn_at.is_none());
    let keys: Vec<&Key> = standing.map(|line| &line.consent_key).collect();
    note(tx, registration, &keys).await?;
    Ok(true)
}

/// What stands after a change.
async fn note(tx: &mut Tx, registration: Id<Registration>, keys: &[&Key]) -> Result<()> {
    let told = json!({ "consents": keys });
    let object = registration.uuid();
    audit::record(tx, "attendee", "consents_changed", object, told).await
}
