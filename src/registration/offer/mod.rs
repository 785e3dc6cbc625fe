//! A place that became free and is kept for whoever it is offered to, until they take it up or the offer
//! ends (F-12, E-15). Whoever holds an offer is `waitlisted` still, and seated.

mod store;

use chrono::TimeDelta;
use serde_json::json;

use super::notices::owe_with_calendar;
use super::{Notice, Registration, RegistrationState, store as registrations};
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Error, Result, Tx};
use crate::base::id::Id;
use crate::base::zone::deadline_end;
use crate::event::{Event, EventState, Session};

/// So long before the first session of whoever it is made to an offer ends at the latest, and none is
/// made any more.
const BEFORE_START: TimeDelta = TimeDelta::hours(1);

/// What taking an offer up came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenUp {
    /// The place is theirs.
    Done,
    /// It was before.
    AlreadySo,
    /// There is no such offer, or not any more.
    Gone,
}

impl Registration {
    /// Whether a place is kept for it until it answers.
    pub fn is_offered(&self) -> bool {
        self.state == RegistrationState::Waitlisted && self.seated
    }

    /// Whether it stands in the list.
    pub fn is_in_line(&self) -> bool {
        self.state == RegistrationState::Waitlisted && !self.seated
    }
}

/// When an offer that is made now to somebody who wants these `sessions` ends: after the length that the
/// organiser set, at their deadline, or in time before the start, whichever comes first. `None`: none can
/// be made any more. Where places are not offered but given, there is no such end.
pub(super) fn ends_at(
    event: &Event,
    sessions: &[Id<Session>],
    now: Instant,
) -> Option<Option<Instant>> {
    let start = first_start(event, sessions).filter(|start| now < *start)?;
    let terms = &event.details.terms;
    let Some(length) = terms.offers else {
        return Some(None);
    };
    let zone = &event.details.zone;
    let deadline = terms
        .offers_until
        .map(|wall| deadline_end(zone.resolve_leniently(wall).instant));
    let ends = [now + length.delta(), start - BEFORE_START];
    let end = ends.into_iter().chain(deadline).min();
    end.filter(|end| now < *end).map(Some)
}

/// When the first of `sessions` starts.
pub(super) fn first_start(event: &Event, sessions: &[Id<Session>]) -> Option<Instant> {
    event
        .sessions()
        .filter(|session| sessions.contains(&session.id))
        .map(|session| session.sitting.starts_at)
        .min()
}

/// Takes the place that is offered to `registration`, after closing too; a second time says the same.
///
/// # Errors
/// Where the database fails.
pub async fn take_up(tx: &mut Tx, event: &Event, registration: &Registration) -> Result<TakenUp> {
    registrations::hold(tx, event.id).await?;
    let found = registrations::load(tx, registration.id).await?;
    let registration =
        found.ok_or_else(|| Error::Corrupt("a registration went while it was held".to_owned()))?;
    if registration.state == RegistrationState::Confirmed {
        return Ok(TakenUp::AlreadySo);
    }
    let takes_place = event.state == EventState::Published && tx.now() < event.schedule.ends_at();
    if !takes_place || !store::take_up(tx, registration.id).await? {
        return Ok(TakenUp::Gone);
    }
    let id = registration.id.uuid();
    audit::record(tx, "attendee", "offer_taken", id, json!({})).await?;
    owe_with_calendar(tx, event, &registration, Notice::Promoted).await?;
    registrations::wake_plan(tx, event.id, event.next_release(tx.now())).await?;
    Ok(TakenUp::Done)
}
