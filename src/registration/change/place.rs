//! From one place to another, with seats, lines, calendar and mails.

use serde_json::json;

use super::admit::Line;
use super::{ATTENDEE, Place, store};
use crate::audit;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Session};
use crate::registration::notices::{owe_left, owe_place};
use crate::registration::seats::{self, Claim};
use crate::registration::{
    Notice, Registration, RegistrationState, invitation, store as registrations, wish,
};

/// Gives `was` the place, and has it wait for the sessions of `line`; whether anything but that line is
/// different. `None`: there was no seat; the unit of work has to be dropped.
pub(super) async fn settle(
    tx: &mut Tx,
    event: &Event,
    was: &Registration,
    place: &Place,
    line: &Line,
) -> Result<Option<bool>> {
    let moved = place.mode != was.mode || place.sessions != was.sessions;
    if was.state != RegistrationState::Confirmed {
        ask_for(tx, event, was, place).await?;
        return Ok(Some(moved));
    }
    if !moved {
        return Ok(Some(wish::wait_for(tx, was, line).await?));
    }
    let (joined, left) = (
        only_in(&place.sessions, &was.sessions),
        only_in(&was.sessions, &place.sessions),
    );
    if was.has_objects() && !left.is_empty() {
        owe_left(tx, event, was, &left).await?;
    }
    let Some(is) = take(tx, event, (was, place), (&joined, &left)).await? else {
        return Ok(None);
    };
    wish::wait_for(tx, &is, line).await?;
    let news = news(was, &is, joined);
    if !news.is_empty() {
        owe_place(tx, event, &is, &news, Notice::Moved).await?;
    }
    note(tx, was, &is).await?;
    registrations::wake_plan(tx, event.id, event.next_release(tx.now())).await?;
    Ok(Some(true))
}

/// Somebody without a place wants another one than before. Whoever stands in line does so from now on, unless
/// all that is different is that they want less.
async fn ask_for(tx: &mut Tx, event: &Event, was: &Registration, place: &Place) -> Result<()> {
    let waits = was.is_in_line();
    if waits {
        seats::leave_list(tx, was).await?;
    }
    let moved = wish::come_in(tx, was, place.mode).await?;
    let joined = only_in(&place.sessions, &was.sessions);
    let left = only_in(&was.sessions, &place.sessions);
    come_to(tx, event, was, (&joined, &left)).await?;
    let is = Registration {
        sessions: place.sessions.clone(),
        ..moved
    };
    if waits {
        if is.mode != was.mode || !joined.is_empty() {
            store::stand_at_the_end(tx, is.id).await?;
        }
        seats::join_list(tx, &is).await?;
    }
    note(tx, was, &is).await
}

/// Gives the seats back that they leave, and takes those that they come to.
async fn take(
    tx: &mut Tx,
    event: &Event,
    (was, place): (&Registration, &Place),
    (joined, left): (&Line, &Line),
) -> Result<Option<Registration>> {
    let is_moving = place.mode != was.mode;
    let moved = if is_moving {
        seats::give_back(tx, was).await?;
        wish::come_in(tx, was, place.mode).await?
    } else {
        seats::give_back_in_sessions(tx, was, left).await?;
        was.clone()
    };
    come_to(tx, event, was, (joined, left)).await?;
    let is = Registration {
        sessions: place.sessions.clone(),
        ..moved
    };
    let taken = if is_moving {
        // The link that they have of the other way to attend is none that counts.
        registrations::forget_links(tx, &is).await?;
        seats::take(tx, event, &[&is]).await?
    } else {
        wish::follow(tx, was, &is).await?;
        seats::take_in_sessions(tx, is.mode, joined, Claim::AfterTheList).await?
    };
    Ok(taken.then_some(is))
}

async fn come_to(
    tx: &mut Tx,
    event: &Event,
    was: &Registration,
    (joined, left): (&Line, &Line),
) -> Result<()> {
    for session in left {
        invitation::drop_one(tx, was.id, *session).await?;
    }
    for session in joined {
        invitation::make(tx, was.id, *session, event.sender.domain()).await?;
    }
    Ok(())
}

/// The sessions of which their calendar has to hear: all where each entry is another, or where there were
/// none that can be kept up to date (CAL-3).
fn news(was: &Registration, is: &Registration, joined: Line) -> Line {
    let every = is.mode != was.mode || !was.has_objects() || !is.has_objects();
    if every { is.sessions.clone() } else { joined }
}

async fn note(tx: &mut Tx, was: &Registration, is: &Registration) -> Result<()> {
    if was.mode == is.mode && was.sessions == is.sessions {
        return Ok(());
    }
    let changes = json!({
        "from": was.mode,
        "to": is.mode,
        "joined": only_in(&is.sessions, &was.sessions).len(),
        "left": only_in(&was.sessions, &is.sessions).len(),
    });
    audit::record(tx, ATTENDEE, "moved", is.id.uuid(), changes).await
}

fn only_in(these: &[Id<Session>], others: &[Id<Session>]) -> Line {
    let own = these.iter().filter(|id| !others.contains(id));
    own.copied().collect()
}
