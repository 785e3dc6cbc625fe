//! The way to somebody's own page, sent again to whoever types their address. What is written when they ask is
//! the same whoever they are, so that nobody learns who is registered (S-26); a worker answers.

mod store;

pub use store::has_resend_request;

use chrono::TimeDelta;

use super::notices::{is_resent, owe_resent};
use super::{Registration, register, store as registrations};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::base::text::EmailAddress;
use crate::event::{self, Event};

/// So many registrations of an address are told of at once.
const MOST: usize = 10;

/// Who asks again within that has been answered.
const JUST_SENT: TimeDelta = TimeDelta::minutes(10);

/// Notes that whoever reads `email` wants the way to what they are registered for: to `event`, or to every
/// one.
///
/// # Errors
/// Where the database fails.
pub async fn ask_for_link(
    tx: &mut Tx,
    event: Option<Id<Event>>,
    email: &EmailAddress,
) -> Result<()> {
    let mut wanted: Vec<Id<Registration>> = Vec::new();
    let mut last = None;
    // Of one person and event only the first counts, which is the one that is live.
    for found in store::of_mailbox(tx, event, email).await? {
        let person = (found.event_id, found.companion_key);
        if last.as_ref() != Some(&person) && wanted.len() < MOST {
            wanted.push(found.id);
        }
        last = Some(person);
    }
    store::insert(tx, &wanted).await
}

/// Owes one of those who asked the mails with the way to their pages, at most so many a day to one address as
/// anybody can cause (S-25); `false` where nobody waits for an answer. One at a time, since two addresses must
/// not wait for each other.
///
/// # Errors
/// Where the database fails.
pub async fn answer_resend_request(tx: &mut Tx, key: &InstanceKey) -> Result<bool> {
    let Some(wanted) = store::take(tx).await? else {
        return Ok(false);
    };
    for id in wanted {
        if let Some(registration) = registrations::load(tx, id).await? {
            answer(tx, key, &registration).await?;
        }
    }
    Ok(true)
}

async fn answer(tx: &mut Tx, key: &InstanceKey, registration: &Registration) -> Result<()> {
    let now = tx.now();
    let Some(event) = event::load(tx, key, registration.event).await? else {
        return Ok(());
    };
    let has_page = now < event.schedule.ends_at() + event.details.retention().delta();
    if !has_page || is_resent(tx, registration, now - JUST_SENT).await? {
        return Ok(());
    }
    let told_at = register::typed_mail_at(tx, key, &registration.email).await?;
    owe_resent(tx, &event, registration, told_at).await
}
