//! Having a place and standing in line for another: registered online and on the list for the room, as one
//! person (E-18), or coming to some sessions and waiting for one that is full (F-18). Who moves from one way
//! to attend to the other leaves the line for that: the way is changed here and nowhere else.

mod store;

use serde_json::json;

use super::{Registration, RegistrationState, seats, store as registrations};
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Mode, Session};

/// Has `registration`, which has a place, wait for one in `mode` as well.
pub(super) async fn wish(tx: &mut Tx, registration: &Registration, mode: Mode) -> Result<()> {
    let now = tx.now();
    join(tx, registration, mode, now).await
}

/// Has it wait for no other way to attend and for no session any more; it keeps what it has.
pub(super) async fn forget(tx: &mut Tx, registration: &Registration) -> Result<bool> {
    let left_line = leave(tx, registration).await?.is_some();
    let sessions = store::drop_sessions(tx, registration.id).await?;
    for session in &sessions {
        seats::leave_session_line(tx, registration, *session).await?;
    }
    Ok(left_line || !sessions.is_empty())
}

/// Has it attend in `mode` from now on, and gives it as it is then: it waits for no way to attend any more,
/// and for the same sessions in that one, as the last of those who do. Its seats are its caller's business.
pub(super) async fn come_in(
    tx: &mut Tx,
    registration: &Registration,
    mode: Mode,
) -> Result<Registration> {
    let sessions = wished_sessions(tx, registration.id).await?;
    forget(tx, registration).await?;
    store::change_mode(tx, registration.id, mode).await?;
    let moved = Registration {
        mode,
        wished_mode: None,
        ..registration.clone()
    };
    for session in sessions {
        wish_for(tx, &moved, session).await?;
    }
    Ok(moved)
}

/// Counts it in the line of the sessions that it comes to since it came to those of `was`. Whoever wants
/// more than before stands at the end.
pub(super) async fn follow(tx: &mut Tx, was: &Registration, is: &Registration) -> Result<()> {
    let wants_more = is.sessions.iter().any(|id| !was.sessions.contains(id));
    let Some((mode, since)) = leave(tx, was).await? else {
        return Ok(());
    };
    let since = if wants_more { tx.now() } else { since };
    join(tx, is, mode, since).await
}

/// The sessions that somebody with a place waits for besides.
///
/// # Errors
/// Where the database fails.
pub async fn wished_sessions(tx: &mut Tx, id: Id<Registration>) -> Result<Vec<Id<Session>>> {
    store::sessions(tx, id).await
}

/// Has it wait for exactly these sessions; whether anything is different.
pub(super) async fn wait_for(
    tx: &mut Tx,
    registration: &Registration,
    wanted: &[Id<Session>],
) -> Result<bool> {
    let before = wished_sessions(tx, registration.id).await?;
    let gone: Vec<_> = before.iter().filter(|id| !wanted.contains(id)).collect();
    let new: Vec<_> = wanted.iter().filter(|id| !before.contains(id)).collect();
    for session in &gone {
        fulfil(tx, registration, **session).await?;
    }
    for session in &new {
        wish_for(tx, registration, **session).await?;
    }
    Ok(!gone.is_empty() || !new.is_empty())
}

/// Has it wait for `session` no more; `false` where it did not.
pub(super) async fn fulfil(
    tx: &mut Tx,
    registration: &Registration,
    session: Id<Session>,
) -> Result<bool> {
    let was_there = store::drop_session(tx, registration.id, session).await?;
    if was_there {
        seats::leave_session_line(tx, registration, session).await?;
    }
    Ok(was_there)
}

/// Takes somebody who has a place out of every line for another one; `false` where they stand in none.
///
/// # Errors
/// Where the database fails.
pub async fn stop_waiting(tx: &mut Tx, event: &Event, registration: &Registration) -> Result<bool> {
    registrations::hold(tx, event.id).await?;
    let found = registrations::load(tx, registration.id).await?;
    let Some(registration) = found.filter(|one| one.state == RegistrationState::Confirmed) else {
        return Ok(false);
    };
    if !forget(tx, &registration).await? {
        return Ok(false);
    }
    let id = registration.id.uuid();
    audit::record(tx, "attendee", "left_line", id, json!({})).await?;
    Ok(true)
}

async fn wish_for(tx: &mut Tx, registration: &Registration, session: Id<Session>) -> Result<()> {
    store::keep_session(tx, registration, session).await?;
    seats::join_session_line(tx, registration, session).await
}

async fn join(tx: &mut Tx, registration: &Registration, mode: Mode, since: Instant) -> Result<()> {
    store::keep_wish(tx, registration, mode, since).await?;
    seats::join_line(tx, registration, mode).await
}

/// The way to attend that it waited for until now, and since when.
async fn leave(tx: &mut Tx, registration: &Registration) -> Result<Option<(Mode, Instant)>> {
    let left = store::drop_wish(tx, registration.id).await?;
    if let Some((mode, _)) = left {
        seats::leave_line(tx, registration, mode).await?;
    }
    Ok(left)
}
