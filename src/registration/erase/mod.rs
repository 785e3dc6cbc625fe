//! Somebody who wants nothing of them to be kept is gone at once (P-6): from the tables in the unit of work that
//! does it, from the files of the database and the folder of mails as soon as a worker looks.

mod store;

pub use store::{Erasure, is_erasure_due, take_erasures};

use chrono::TimeDelta;
use serde_json::json;

use super::{Registration, removal, seats, store as registrations, wish};
use crate::audit;
use crate::base::db::{Result, Tx};
use crate::base::secret::InstanceKey;
use crate::event::Event;

/// How long a mail that was on its way takes at most, and a look that failed rests.
const LATER: TimeDelta = TimeDelta::minutes(6);

/// Removes `registration` with whatever `event` has of that person, and gives their place to whoever is next;
/// `false` where it is gone already. The log says that somebody was, and not who.
///
/// # Errors
/// Where the database fails.
pub async fn erase(
    tx: &mut Tx,
    key: &InstanceKey,
    event: &Event,
    registration: &Registration,
) -> Result<bool> {
    registrations::hold(tx, event.id).await?;
    let Some(registration) = registrations::load(tx, registration.id).await? else {
        return Ok(false);
    };
    if registration.is_in_line() {
        seats::leave_list(tx, &registration).await?;
    }
    wish::forget(tx, &registration).await?;
    if registration.seated {
        seats::give_back(tx, &registration).await?;
    }
    let erased = removal::erase(tx, key, &registration).await?;
    let passes = if erased.one_is_leaving { 2 } else { 1 };
    store::insert(tx, &erased.mails, passes).await?;
    // Identifiers of nothing any more: whoever was told of one of these registrations is told that it is gone.
    let lines = erased.registrations.iter().map(|id| (id.uuid(), json!({})));
    let (lines, event) = (lines.collect::<Vec<_>>(), event.id.uuid());
    audit::record_of_event(tx, "attendee", "registration_erased", event, &lines).await?;
    Ok(true)
}

/// Has the copies of `mails` to somebody removed, who is none of those that are registered.
pub(super) async fn forget_mails(tx: &mut Tx, mails: &[String]) -> Result<()> {
    if mails.is_empty() {
        return Ok(());
    }
    store::insert(tx, mails, 2).await
}

/// Notes that all is done for `erasures`, or for now where a mail may have been on its way.
///
/// # Errors
/// Where the database fails.
pub async fn finish_erasures(tx: &mut Tx, erasures: &[Erasure]) -> Result<()> {
    for erasure in erasures {
        store::finish(tx, erasure).await?;
    }
    Ok(())
}
