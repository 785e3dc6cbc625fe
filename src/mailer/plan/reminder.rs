//! Reminders that know whom they go to (F-10): at their moments before a session, but not to those who
//! had another mail about it just before, or get one in a moment.

use chrono::TimeDelta;

use super::{Audience, Planned, What};
use crate::base::clock::Instant;
use crate::base::id::Id;
use crate::event::{Event, Session, SessionOf};

/// At most so long before a reminder another mail about the session takes its place.
const LONGEST_MERGE: TimeDelta = TimeDelta::hours(3);

/// Who has been in one session needs no reminder of the next that starts within so long.
const NEAR: TimeDelta = TimeDelta::hours(8);

/// Who has been in one session of `event` needs no reminder of the next that starts within so long; where
/// sessions are joined at links of their own, of each.
pub fn near_span(event: &Event) -> TimeDelta {
    if event.has_one_link() {
        NEAR
    } else {
        TimeDelta::zero()
    }
}

/// The reminders of a session, each until the next takes its place or the session starts.
pub(super) fn of<'a>(event: &Event, session: SessionOf<'a>) -> Vec<Planned<'a>> {
    let starts_at = session.sitting.starts_at;
    let mut before: Vec<TimeDelta> = event
        .details
        .reminders()
        .iter()
        .map(|span| span.delta())
        .collect();
    before.retain(|before| *before > TimeDelta::zero());
    before.sort();
    before.dedup();
    let ends = std::iter::once(starts_at).chain(before.iter().map(|next| starts_at - *next));
    before
        .iter()
        .zip(ends)
        .map(|(before, until)| {
            let from = starts_at - *before;
            let merge = LONGEST_MERGE.min(*before / 2);
            Planned {
                what: What::Reminder,
                session,
                audience: Audience::Confirmed {
                    since: from - merge,
                    in_room_only: link_comes(event, session, from, from + merge),
                },
                revision: revision(from),
                from,
                until,
                is_ready: true,
                hold: None,
            }
        })
        .collect()
}

/// The revisions of the reminders that a session has now: one of another moment is of a time that the
/// session had before it was moved.
pub fn reminders(event: &Event, session: SessionOf<'_>) -> Vec<i64> {
    of(event, session).iter().map(|one| one.revision).collect()
}

/// Of the `sessions` that somebody comes to, `first` and those that follow it closely: one reminder is
/// of all of them.
pub fn near(event: &Event, sessions: &[Id<Session>], first: Id<Session>) -> Vec<Id<Session>> {
    let mut own: Vec<SessionOf<'_>> = event
        .sessions()
        .filter(|session| sessions.contains(&session.id))
        .collect();
    own.sort_by_key(|session| session.sitting.starts_at);
    let mut told: Vec<SessionOf<'_>> = Vec::new();
    for session in own.into_iter().skip_while(|session| session.id != first) {
        let start = |of: &SessionOf<'_>| of.sitting.starts_at;
        if told
            .last()
            .is_some_and(|last| start(&session) - start(last) >= near_span(event))
        {
            break;
        }
        told.push(session);
    }
    told.iter().map(|session| session.id).collect()
}

/// How many minutes before its session a reminder is due.
pub(super) fn ahead(reminder: &Planned<'_>) -> i64 {
    (reminder.session.sitting.starts_at - reminder.from).num_minutes()
}

/// Whether the link of a session is sent between two moments.
fn link_comes(event: &Event, session: SessionOf<'_>, after: Instant, until: Instant) -> bool {
    let is_known = event.way_to(session.session).is_some();
    let released = event.released_from(session);
    let comes = released.is_some_and(|from| after <= from && from <= until);
    is_known && comes && !event.keeps_link_back(session)
}

/// By its moment, to the minute.
fn revision(from: Instant) -> i64 {
    from.timestamp().div_euclid(60)
}
