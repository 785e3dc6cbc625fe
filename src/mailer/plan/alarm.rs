//! What organisers are alarmed about: the link of a session that is missing when it has to leave (E-28).

use chrono::TimeDelta;

use super::{Audience, Planned, What};
use crate::base::clock::Instant;
use crate::event::{Event, Format, SessionOf};

/// How long before the release of a link organisers hear that it is missing.
const NOTICE: TimeDelta = TimeDelta::hours(24);

/// Who has just stated an event knows that its link is missing.
const GRACE: TimeDelta = TimeDelta::hours(1);

/// The alarms about the link of a session, while it is missing: some time before it has to leave, and
/// then.
pub(super) fn of<'a>(event: &Event, session: SessionOf<'a>) -> Vec<Planned<'a>> {
    let Some(release) = missing_from(event, session) else {
        return Vec::new();
    };
    let release = release.max(event.created_at + GRACE);
    let ahead = (release - NOTICE).max(event.created_at + GRACE);
    let alarm = |from: Instant, until: Instant| Planned {
        what: What::Alarm,
        session,
        audience: Audience::Organisers,
        revision: from.timestamp().div_euclid(60),
        from,
        until,
        is_ready: true,
        hold: None,
    };
    let alarms = [
        alarm(ahead, release),
        alarm(release, session.sitting.ends_at),
    ];
    alarms
        .into_iter()
        .filter(|alarm| alarm.from < alarm.until)
        .collect()
}

/// When the link of a session has to leave that nobody has stated; `None` where none is needed, or
/// where its release waits for an organiser, who then sees that it is missing.
pub fn missing_from(event: &Event, session: SessionOf<'_>) -> Option<Instant> {
    if event.details.format == Format::InPerson {
        return None;
    }
    match event.meeting_of(session.session) {
        None => Some(event.schedule.closes_at),
        Some(meeting) if meeting.way().is_some() => None,
        Some(_) => event.released_from(session),
    }
}
