//! Places that became free, given or offered to those who wait for them, in their order (F-12).

mod store;

use chrono::TimeDelta;
use serde_json::json;

use super::notices::{owe, owe_with_calendar};
use super::seats::{self, Claim, Seats};
use super::{Notice, Registration, RegistrationState, offer, store as registrations, wish};
use crate::audit;
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
    /// How they want to attend.
    mode: Mode,
    /// Whether they have a place in the other mode meanwhile.
    moves: bool,
    sessions: Vec<Id<Session>>,
}

/// Gives the free places of `event`, which this unit of work holds, to those who wait for them, `most`
/// at a time, or offers them where the organiser wants an answer first, and tells them; says how many.
/// Nobody is given one after their first session has begun (E-15), nor where an organiser decides on each.
pub async fn promote(tx: &mut Tx, event: &Event, most: usize) -> Result<usize> {
    if event.state != EventState::Published || event.details.terms.needs_approval() {
        return Ok(0);
    }
    let mut given = 0;
    loop {
        let next = next_in_line(tx, event, most - given).await?;
        for person in &next {
            promote_one(tx, event, person).await?;
        }
        given += next.len();
        // Who has moved from one way to attend to the other has left a place there, which is somebody's.
        if given == most || !next.iter().any(|person| person.moves) {
            return Ok(given);
        }
    }
}

/// Those whose turn it is now, `most` of them.
async fn next_in_line(tx: &mut Tx, event: &Event, most: usize) -> Result<Vec<Waiting>> {
    let seats = seats::seats(tx, event.id).await?;
    if !seats.has_list() {
        return Ok(Vec::new());
    }
    let now = tx.now();
    let mut waiting = store::waiting(tx, event.id).await?;
    waiting.retain(|person| offer::ends_at(event, &person.sessions, now).is_some());
    let mut next = turns(event, &seats, waiting);
    next.truncate(most);
    Ok(next)
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
    if person.moves {
        return move_over(tx, event, &registration, person.mode).await;
    }
    let is_asked =
        event.details.terms.confirms_address() && registration.address_confirmed_at.is_none();
    let now = tx.now();
    let offer_ends = offer::ends_at(event, &person.sessions, now).flatten();
    let start = offer::first_start(event, &person.sessions);
    let hold_ends = start.map(|start| offer_ends.unwrap_or(start).min(now + HOLD));
    let (state, held_until, notice) = match (is_asked, offer_ends) {
        (true, _) => (
            RegistrationState::Unconfirmed,
            hold_ends,
            Notice::ConfirmAddress,
        ),
        (false, Some(_)) => (RegistrationState::Waitlisted, offer_ends, Notice::Offer),
        (false, None) => (RegistrationState::Confirmed, None, Notice::Promoted),
    };
    let id = registration.id;
    if !store::seat(tx, id, state, held_until).await? {
        return Err(miscounted());
    }
    seats::leave_list(tx, &registration).await?;
    if !seats::grant(tx, &registration, Claim::AnyFree).await? {
        return Err(miscounted());
    }
    let deed = if state == RegistrationState::Waitlisted {
        "offered"
    } else {
        "promoted"
    };
    audit::record(tx, "convoke", deed, id.uuid(), json!({})).await?;
    if notice == Notice::Promoted {
        owe_with_calendar(tx, event, &registration, notice).await
    } else {
        owe(tx, event, &registration, notice).await
    }
}

/// Somebody who has a place in the other mode, and waited for one in `mode`: they have asked for it, so that
/// it is theirs at once, and their entry in the calendar says so. What they had is free.
async fn move_over(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    mode: Mode,
) -> Result<()> {
    let miscounted = || Error::Corrupt("the list of an event changed while it was held".to_owned());
    if !wish::forget(tx, registration).await? {
        return Err(miscounted());
    }
    seats::give_back(tx, registration).await?;
    let moved = Registration {
        mode,
        wished_mode: None,
        ..registration.clone()
    };
    if !store::change_mode(tx, registration.id, mode).await?
        || !seats::grant(tx, &moved, Claim::AnyFree).await?
    {
        return Err(miscounted());
    }
    let changes = json!({ "from": registration.mode, "to": mode });
    audit::record(tx, "convoke", "promoted", moved.id.uuid(), changes).await?;
    owe_with_calendar(tx, event, &moved, Notice::Promoted).await?;
    registrations::wake_plan(tx, event.id, event.next_release(tx.now())).await
}

/// How many of those who want the same as `registration` come before it in the list, and itself; none
/// where it is not in line, or where an organiser decides and no order does.
pub async fn place_in_line(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
) -> Result<Option<usize>> {
    let is_waiting = registration.is_in_line() || registration.wished_mode.is_some();
    if !is_waiting || event.details.terms.needs_approval() {
        return Ok(None);
    }
    let mode = registration.wished_mode.unwrap_or(registration.mode);
    let waiting = store::waiting(tx, event.id).await?;
    let own = waiting
        .iter()
        .position(|person| person.registration == registration.id);
    Ok(own.map(|own| {
        let others = waiting[..own].iter().filter(|person| {
            let shares = |id| registration.sessions.contains(id);
            person.mode == mode && person.sessions.iter().any(shares)
        });
        others.count() + 1
    }))
}
