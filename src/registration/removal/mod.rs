//! Registrations gone for good, with all that says whose they were: rows of the outbox, answers, consents,
//! notes, tokens, decisions, arrivals, and what the log said of them (P-5, P-6).
//!
//! The bytes stay in the files of the database until [`Db::scrub`](crate::base::db::Db::scrub).

mod store;

use super::Registration;
use super::survey::erase_survey_answers;
use crate::base::db::{Result, Tx};
use crate::base::fold::fold;
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::event::Event;

/// What went of one person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Erased {
    /// Their registrations.
    pub(super) registrations: Vec<Id<Registration>>,
    /// The Message-IDs of what they were owed or sent.
    pub(super) mails: Vec<String>,
    /// Whether one of these may be on its way at this moment.
    pub(super) one_is_leaving: bool,
}

/// What went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Removed {
    /// How many registrations.
    pub registrations: u64,
    /// The Message-IDs of the mails that they were owed: whoever keeps copies of these removes them.
    pub mails: Vec<String>,
}

/// Up to `limit` of those who ever registered for `event`.
pub async fn first_of(tx: &mut Tx, event: Id<Event>, limit: i64) -> Result<Vec<Id<Registration>>> {
    store::first_of(tx, event, limit).await
}

/// Removes `registrations`. What organisers did about them stays in the log without a word of what it was;
/// what the people themselves did goes from it. Seats are not counted anew: whoever frees one gives it up
/// before.
pub async fn remove(tx: &mut Tx, registrations: &[Id<Registration>]) -> Result<Removed> {
    let mails = store::message_ids(tx, registrations).await?;
    store::remove_traces(tx, registrations).await?;
    Ok(Removed {
        registrations: store::remove(tx, registrations).await?,
        mails,
    })
}

/// Removes `registration` and whatever else `event` has of that person: what they withdrew or were refused
/// before, what they said of it afterwards, that they were asked to come, unless somebody else shares their mailbox, that somebody who does asked
/// for them, and lists that were handed in and may name them.
pub(super) async fn erase(
    tx: &mut Tx,
    key: &InstanceKey,
    registration: &Registration,
) -> Result<Erased> {
    let own = store::of_person(tx, registration).await?;
    erase_survey_answers(tx, key, registration.event, &own).await?;
    let one_is_leaving = store::is_leaving(tx, &own).await?;
    let mut mails = store::remove_invitation_to_come(tx, registration, &own).await?;
    store::remove_handed_in(tx, registration.event).await?;
    store::remove_asked_for(tx, registration, &fold(registration.name.as_str())).await?;
    mails.extend(remove(tx, &own).await?.mails);
    Ok(Erased {
        registrations: own,
        mails,
        one_is_leaving,
    })
}
