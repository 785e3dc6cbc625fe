//! Places that became free, given or offered to those who wait for them, in their order (F-12).

mod store;

use chrono::TimeDelta;
use serde_json::json;

use super::notices::{owe, owe_place, owe_with_calendar};
use super::seats::{self, Claim, Seats};
use super::{
    Notice, Registration, RegistrationState, invitation, offer, store as registrations, wish,
};
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
    wants: Wants,
    sessions: Vec<Id<Session>>,
}

/// What somebody stands in line for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wants {
    /// A place.
    Place,
    /// A place in this mode, while they have one in the other.
    Mode,
    /// One more session, while they come to others.
    Session,
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
        if given == most || !next.iter().any(|person| person.wants == Wants::Mode) {
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
        let wants_event = person.wants != Wants::Session;
        let sessions = all.iter().map(|id| person.sessions.contains(id));
        let wanted = std::iter::once(wants_event).chain(sessions);
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
    let found = registrations::load(tx, person.registration).await?;
    let registration = found.ok_or_else(miscounted)?;
    match (person.wants, person.sessions.as_slice()) {
        (Wants::Place, _) => {}
        (Wants::Mode, _) => return move_over(tx, event, &registration, person.mode).await,
        (Wants::Session, [session]) => return join(tx, event, &registration, *session).await,
        (Wants::Session, _) => return Err(miscounted()),
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
    audit::record(tx, "convoke", deed, id.uuid(), json!({ "state": state })).await?;
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
    seats::give_back(tx, registration).await?;
    let moved = wish::come_in(tx, registration, mode).await?;
    if !seats::grant(tx, &moved, Claim::AnyFree).await? {
        return Err(miscounted());
    }
    let changes = json!({ "from": registration.mode, "to": mode });
    audit::record(tx, "convoke", "promoted", moved.id.uuid(), changes).await?;
    owe_with_calendar(tx, event, &moved, Notice::Promoted).await?;
    registrations::wake_plan(tx, event.id, event.next_release(tx.now())).await
}

/// Somebody who comes to others has a place in `session`, too.
async fn join(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    session: Id<Session>,
) -> Result<()> {
    let (mode, claim) = (registration.mode, Claim::AnyFree);
    if !wish::fulfil(tx, registration, session).await?
        || !seats::take_in_sessions(tx, mode, &[session], claim).await?
    {
        return Err(miscounted());
    }
    invitation::make(tx, registration.id, session, event.sender.domain()).await?;
    let found = registrations::load(tx, registration.id).await?;
    let is = found.ok_or_else(miscounted)?;
    wish::follow(tx, registration, &is).await?;
    let id = is.id.uuid();
    audit::record(tx, "convoke", "promoted", id, json!({ "sessions": 1 })).await?;
    owe_place(tx, event, &is, &[session], Notice::Promoted).await?;
    registrations::wake_plan(tx, event.id, event.next_release(tx.now())).await
}

fn miscounted() -> Error {
    Error::Corrupt("the list of an event changed while it was held".to_owned())
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
    let own = waiting.iter().position(|person| {
        person.registration == registration.id && person.wants != Wants::Session
    });
    Ok(own.map(|own| {
        let others = waiting[..own].iter().filter(|person| {
            let shares = |id| registration.sessions.contains(id);
            person.mode == mode && person.sessions.iter().any(shares)
        });
        others.count() + 1
    }))
}

/// The sessions that `registration` waits for besides those it comes to, each with how many come before it
/// in the line for that, and itself.
///
/// # Errors
/// Where the database fails.
pub async fn session_lines(
    tx: &mut Tx,
    registration: &Registration,
) -> Result<Vec<(Id<Session>, usize)>> {
    let waiting = store::waiting(tx, registration.event).await?;
    let own = waiting.iter().enumerate().filter(|(_, person)| {
        person.registration == registration.id && person.wants == Wants::Session
    });
    let lines = own
        .flat_map(|(index, person)| person.sessions.iter().map(move |session| (index, *session)));
    let before = |index: usize, session: Id<Session>| {
        let earlier = waiting[..index].iter();
        let same = earlier
            .filter(|other| other.mode == registration.mode && other.sessions.contains(&session));
        same.count()
    };
    Ok(lines
        .map(|(index, session)| (session, before(index, session) + 1))
        .collect())
}
