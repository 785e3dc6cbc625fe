//! Places that became free, given to those who wait for them, in their order (F-12).

mod store;

use chrono::TimeDelta;
use serde_json::json;

use super::notices::{owe, owe_with_calendar};
use super::seats::{self, Claim, Seats};
use super::{Notice, Registration, store as registrations};
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Error, Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, EventState, Mode, Session};

/// How long a place is kept for somebody from the list whose address is yet to be confirmed. They do
/// not sit before a form that they have just sent, so this is longer than [`HOLD`](super::HOLD).
const HOLD: TimeDelta = TimeDelta::hours(24);

/// Somebody in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Waiting {
    registration: Id<Registration>,
    mode: Mode,
    sessions: Vec<Id<Session>>,
}

/// Gives the free places of `event`, which this unit of work holds, to those who wait for them, `most`
/// at a time, and tells them; says how many. Nobody is given one after their first session has begun
/// (E-15), nor where an organiser decides on each.
pub async fn promote(tx: &mut Tx, event: &Event, most: usize) -> Result<usize> {
    if event.state != EventState::Published || event.details.terms.needs_approval() {
        return Ok(0);
    }
    let seats = seats::seats(tx, event.id).await?;
    if !seats.has_list() {
        return Ok(0);
    }
    let now = tx.now();
    let mut waiting = store::waiting(tx, event.id).await?;
    waiting.retain(|person| starts_at(event, &person.sessions).is_some_and(|start| now < start));
    let mut next = turns(event, &seats, waiting);
    next.truncate(most);
    for person in &next {
        promote_one(tx, event, person).await?;
    }
    Ok(next.len())
}

/// Whose turn it is: those for whom there would be room even if everybody before them in `waiting`
/// had come in. So nobody is overtaken, not by somebody who wants fewer sessions either (F-12).
fn turns(event: &Event, seats: &Seats, waiting: Vec<Waiting>) -> Vec<Waiting> {
    let all = &event.session_ids;
    let mut online = seats.unoccupied(event, Mode::Online, all);
    let mut in_person = seats.unoccupied(event, Mode::InPerson, all);
    let mut next = Vec::new();
    for person in waiting {
        let free = match person.mode {
            Mode::Online => &mut online,
            Mode::InPerson => &mut in_person,
        };
        // The event's own places come first, then those of its sessions.
        let wanted = std::iter::once(true).chain(all.iter().map(|id| person.sessions.contains(id)));
        let mut has_room = true;
        for (free, _) in free.iter_mut().zip(wanted).filter(|(_, wanted)| *wanted) {
            if let Some(places) = free {
                has_room &= *places > 0;
                *places -= 1;
            }
        }
        if has_room {
            next.push(person);
        }
    }
    next
}

/// Somebody whose address has to be confirmed first is asked to, and has the place meanwhile (S-34).
async fn promote_one(tx: &mut Tx, event: &Event, person: &Waiting) -> Result<()> {
    let miscounted = || Error::Corrupt("the list of an event changed while it was held".to_owned());
    let found = registrations::load(tx, person.registration).await?;
    let registration = found.ok_or_else(miscounted)?;
    let is_asked =
        event.details.terms.confirms_address() && registration.address_confirmed_at.is_none();
    let until = starts_at(event, &person.sessions).map(|start| start.min(tx.now() + HOLD));
    let held_until = until.filter(|_| is_asked);
    let id = registration.id;
    if !registrations::give_place(tx, id, registration.state, held_until).await? {
        return Err(miscounted());
    }
    seats::leave_list(tx, &registration).await?;
    if !seats::grant(tx, &registration, Claim::AnyFree).await? {
        return Err(miscounted());
    }
    audit::record(tx, "convoke", "promoted", id.uuid(), json!({})).await?;
    if is_asked {
        owe(tx, event, &registration, Notice::ConfirmAddress).await
    } else {
        owe_with_calendar(tx, event, &registration, Notice::Promoted).await
    }
}

/// When the first of `sessions` starts.
fn starts_at(event: &Event, sessions: &[Id<Session>]) -> Option<Instant> {
    event
        .sessions()
        .filter(|session| sessions.contains(&session.id))
        .map(|session| session.sitting.starts_at)
        .min()
}
