//! What an event owes to everybody, and when: computed from the event, never typed in by hand.

use crate::base::clock::Instant;
use crate::event::{Event, EventState, SessionOf};

/// One event-wide message that an event owes: the joining link of a session, to every confirmed
/// online attendee of it.
#[derive(Debug, Clone, Copy)]
pub struct Planned<'a> {
    /// The session whose link it is.
    pub session: SessionOf<'a>,
    /// From when on it is owed.
    pub from: Instant,
    /// When it is of no use any more.
    pub until: Instant,
    /// Whether the link is known; while it is not, the message waits (E-28).
    pub is_ready: bool,
}

/// The messages that `event` owes over its life, in the order in which they become due.
pub fn timeline(event: &Event) -> Vec<Planned<'_>> {
    if event.state != EventState::Published {
        return Vec::new();
    }
    let mut planned: Vec<Planned<'_>> = event
        .sessions()
        .filter_map(|session| {
            let meeting = event.meeting_of(session.session)?;
            Some(Planned {
                session,
                from: event.released_from(session)?,
                until: session.sitting.ends_at,
                is_ready: meeting.link.is_some(),
            })
        })
        .collect();
    planned.sort_by_key(|message| message.from);
    planned
}

/// What of `timeline` is owed at `now`.
pub fn owed<'a>(timeline: &[Planned<'a>], now: Instant) -> Vec<Planned<'a>> {
    timeline
        .iter()
        .filter(|message| message.is_ready && message.from <= now && now < message.until)
        .copied()
        .collect()
}

/// The next moment after `now` at which more of `timeline` becomes owed; `None` for never.
pub fn next_after(timeline: &[Planned<'_>], now: Instant) -> Option<Instant> {
    timeline
        .iter()
        .filter(|message| message.is_ready)
        .map(|message| message.from)
        .find(|from| *from > now)
}
