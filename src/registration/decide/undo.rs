//! Taking back what was decided, until the person is told of it (F-14).

use super::{Batch, changed_though_held, has_place, held, store, takes_place};
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::outbox;
use crate::registration::notices::owe;
use crate::registration::seats::{self, Claim};
use crate::registration::{
    Notice, Registration, RegistrationState, invitation, store as registrations, wish,
};
use serde_json::json;

/// What became of a wish to take a decision back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undone {
    /// All is as it was.
    Done,
    /// The place was given to somebody else meanwhile: they are the last in the waiting list (E-17).
    ToTheList,
    /// The person has been told.
    TooLate,
    /// Something else has become of the registration since.
    Changed,
    /// The event does not take place, or is over.
    Over,
}

/// What became of the decisions of a batch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UndoTally {
    /// So many are as they were.
    pub done: usize,
    /// So many are the last in the waiting list.
    pub to_the_list: usize,
    /// So many stay decided: they were told, or something else has become of them.
    pub stay: usize,
}

/// Decisions of one press that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undoable {
    /// Names them together.
    pub batch: Id<Batch>,
    /// What was decided.
    pub to: RegistrationState,
    /// On how many.
    pub count: i64,
    /// When the first of them is told.
    pub until: Instant,
}

/// A decision as it was made.
pub(super) struct Made {
    pub(super) id: Id<Made>,
    pub(super) registration: Id<Registration>,
    pub(super) from: RegistrationState,
    pub(super) to: RegistrationState,
    pub(super) was: super::Was,
    pub(super) told: Notice,
    pub(super) revision: i64,
}

/// The decisions on registrations for `event` that can be taken back now, the latest first.
///
/// # Errors
/// Where the database fails.
pub async fn undoable(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Undoable>> {
    store::undoable(tx, event).await
}

/// Takes back the decisions of `batch` on registrations for `event`, but for those that the person has
/// been told of.
///
/// # Errors
/// Where the database fails.
pub async fn undo(tx: &mut Tx, event: &Event, batch: Id<Batch>, actor: &str) -> Result<UndoTally> {
    registrations::hold(tx, event.id).await?;
    let mut tally = UndoTally::default();
    for made in store::of_batch(tx, event.id, batch).await? {
        let registration = held(tx, event, made.registration).await?;
        match take_back(tx, event, &registration, &made, actor).await? {
            Undone::Done => tally.done += 1,
            Undone::ToTheList => tally.to_the_list += 1,
            Undone::TooLate | Undone::Changed | Undone::Over => tally.stay += 1,
        }
    }
    Ok(tally)
}

/// Takes back the last decision on `registration` where the person has not been told of it; whether it
/// did.
pub(super) async fn take_back_unsent(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    actor: &str,
) -> Result<bool> {
    let Some(made) = store::last_of(tx, registration.id).await? else {
        return Ok(false);
    };
    let undone = take_back(tx, event, registration, &made, actor).await?;
    Ok(matches!(undone, Undone::Done | Undone::ToTheList))
}

async fn take_back(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    made: &Made,
    actor: &str,
) -> Result<Undone> {
    if !takes_place(event, tx) {
        return Ok(Undone::Over);
    }
    let is_last = store::last_of(tx, registration.id)
        .await?
        .is_some_and(|last| last.id == made.id);
    // A place that was offered since is somebody's answer to give.
    if !is_last || registration.state != made.to || registration.is_offered() {
        return Ok(Undone::Changed);
    }
    if !registration.is_live() && registrations::has_rival(tx, registration.id).await? {
        return Ok(Undone::Changed);
    }
    let (recipient, kind) = (registration.id.uuid(), made.told.as_str());
    if !outbox::has_only_waiting(tx, event.id.uuid(), recipient, kind, made.revision).await? {
        return Ok(Undone::TooLate);
    }
    let wants_seat = made.was.seated && !registration.seated;
    let undone = if wants_seat && !has_place(tx, event, registration, Claim::AnyFree).await? {
        Undone::ToTheList
    } else {
        Undone::Done
    };
    let becomes = match undone {
        Undone::ToTheList => {
            to_the_list(tx, event, registration).await?;
            RegistrationState::Waitlisted
        }
        _ => {
            restore(tx, event, registration, made).await?;
            made.from
        }
    };
    store::mark_undone(tx, made.id).await?;
    let changes = json!({ "from": made.to, "to": becomes });
    audit::record(tx, actor, "decision_undone", recipient, changes).await?;
    Ok(undone)
}

/// As it was, and nothing is said of it.
async fn restore(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    made: &Made,
) -> Result<()> {
    let (subject, recipient) = (event.id.uuid(), registration.id.uuid());
    let kind = made.told.as_str();
    let recalled = outbox::recall(tx, subject, recipient, kind, made.revision).await?;
    for payload in recalled {
        invitation::take_back(tx, registration.id, &payload).await?;
    }
    if !store::restore(tx, registration.id, made).await? {
        return Err(changed_though_held());
    }
    wish::forget(tx, registration).await?;
    if registration.seated && !made.was.seated {
        seats::give_back(tx, registration).await?;
    }
    if registration.is_in_line() {
        seats::leave_list(tx, registration).await?;
    }
    if made.from == RegistrationState::Waitlisted && !made.was.seated {
        seats::join_list(tx, registration).await?;
    }
    let wants_seat = made.was.seated && !registration.seated;
    if wants_seat && !seats::grant(tx, registration, Claim::AnyFree).await? {
        return Err(changed_though_held());
    }
    Ok(())
}

/// The mail that takes the place back goes as it was owed, since the place is lost; then comes the one
/// that tells of the list. A later place is a new entry in the calendar (CAL-7).
async fn to_the_list(tx: &mut Tx, event: &Event, registration: &Registration) -> Result<()> {
    let now = tx.now();
    let (id, from) = (registration.id, registration.state);
    if !store::put_on_list(tx, id, from, Some(now)).await? {
        return Err(changed_though_held());
    }
    store::settle(tx, id).await?;
    seats::join_list(tx, registration).await?;
    invitation::renew(tx, registration, event.sender.domain()).await?;
    registrations::forget_links(tx, registration).await?;
    owe(tx, event, registration, Notice::Waitlisted).await
}
