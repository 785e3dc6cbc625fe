//! What an event owes to many at once, to whom and when: computed from the event, never typed in by
//! hand. Nothing here reads a clock or a database.

mod alarm;
mod link;
mod quiet;
mod reminder;

#[cfg(test)]
mod tests;

pub use alarm::missing_from;
pub use quiet::waits_until;
pub use reminder::{near, near_span, reminders};

use chrono::TimeDelta;

use crate::base::clock::Instant;
use crate::event::{Event, EventState, HeldMail, HoldState, SessionOf, Told};
use crate::words;

/// A message that an event owes to many at once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Planned<'a> {
    /// What it says.
    pub what: What,
    /// The session that it is about.
    pub session: SessionOf<'a>,
    /// Who gets it.
    pub audience: Audience<'a>,
    /// Tells it from earlier ones of its sort; a link is told from others by whom it goes to.
    pub revision: i64,
    /// From when on it is owed.
    pub from: Instant,
    /// When it is of no use any more.
    pub until: Instant,
    /// Whether what it says is known; while it is not, the message waits (E-28).
    pub is_ready: bool,
    /// What an organiser has said about it.
    pub hold: Option<HoldState>,
}

words! {
    /// What such a message says: the kind of its mails.
    pub enum What {
        /// Here is the link to join by.
        Link = "link",
        /// It begins soon.
        Reminder = "reminder",
        /// Time, place or link are others.
        Changed = "changed",
        /// It does not take place.
        Cancelled = "cancelled",
        /// Organisers have to see to something.
        Alarm = "alarm",
    }
}

/// Who gets a message of the plan; who that is, is asked when it is due and again when it leaves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Audience<'a> {
    /// Who is confirmed for the session online.
    Online,
    /// Who is confirmed for the session, and was not told of it since.
    Confirmed {
        /// Who had a mail about it at that moment or later needs none.
        since: Instant,
        /// Whether only those who come to the room: the others get the link in a moment.
        in_room_only: bool,
    },
    /// Who holds what a change has touched.
    Holding(&'a Told),
    /// Everybody who has a place or waits for one.
    Everybody,
    /// Who runs the event.
    Organisers,
}

impl Planned<'_> {
    /// Whether an organiser keeps it from leaving.
    pub fn is_kept_back(&self) -> bool {
        self.hold.is_some_and(HoldState::keeps_back)
    }

    /// By what it is kept back: its kind, and which of that kind; `None` for what organisers are told.
    pub fn hold_key(&self) -> Option<(HeldMail, i64)> {
        match self.what {
            What::Link => Some((HeldMail::Link, 0)),
            What::Reminder => Some((HeldMail::Reminder, reminder::ahead(self))),
            What::Changed => Some((HeldMail::Changed, self.revision)),
            What::Cancelled => Some((HeldMail::Cancelled, self.revision)),
            What::Alarm => None,
        }
    }

    /// Whether its moment has come, what it says is known, and nobody keeps it back; quiet hours may
    /// still do.
    fn is_due(&self, now: Instant) -> bool {
        self.is_ready && self.from <= now && now < self.until && !self.is_kept_back()
    }

    /// When it leaves, as things are at `now`: at its moment, or at the end of quiet hours.
    pub fn leaves_at(&self, event: &Event, now: Instant) -> Instant {
        let due = self.from.max(now);
        self.waits_until(event, due).unwrap_or(due)
    }
}

/// The messages that `event` owes over its life, in the order in which they become due.
pub fn timeline(event: &Event) -> Vec<Planned<'_>> {
    let mut planned: Vec<Planned<'_>> = match event.state {
        EventState::Draft => Vec::new(),
        EventState::Cancelled => event.sessions().map(|of| cancelled(event, of)).collect(),
        EventState::Published => event
            .sessions()
            .flat_map(|session| {
                let changed = session.told.map(|told| changed(session, told));
                changed
                    .into_iter()
                    .chain(link::of(event, session))
                    .chain(reminder::of(event, session))
                    .chain(alarm::of(event, session))
            })
            .collect(),
    };
    for message in &mut planned {
        let key = message.hold_key();
        message.hold = key.and_then(|(mail, mark)| event.hold_of(message.session, mail, mark));
    }
    planned.sort_by_key(|message| message.from);
    planned
}

/// What of `timeline` is owed at `now`.
pub fn owed<'a>(event: &Event, timeline: &[Planned<'a>], now: Instant) -> Vec<Planned<'a>> {
    let is_owed =
        |message: &&Planned<'a>| message.is_due(now) && message.waits_until(event, now).is_none();
    let mut owed: Vec<Planned<'a>> = timeline.iter().filter(is_owed).copied().collect();
    // Who is sent anything else in the same round needs no reminder.
    owed.sort_by_key(|message| message.what == What::Reminder);
    owed
}

/// The next moment after `now` at which more of `timeline` becomes owed; `None` for never.
pub fn next_after(event: &Event, timeline: &[Planned<'_>], now: Instant) -> Option<Instant> {
    timeline
        .iter()
        .filter(|message| message.is_ready && now < message.until && !message.is_kept_back())
        .filter_map(|message| {
            if message.from <= now {
                message.waits_until(event, now)
            } else {
                Some(message.from)
            }
        })
        .min()
}

/// The moment up to which all of `timeline` was made owed by a look at `now`: what waits in quiet hours
/// was not.
pub fn looked_at_until(event: &Event, timeline: &[Planned<'_>], now: Instant) -> Instant {
    let waits =
        |message: &&Planned<'_>| message.is_due(now) && message.waits_until(event, now).is_some();
    let first = timeline.iter().find(waits);
    first.map_or(now, |message| message.from - TimeDelta::microseconds(1))
}

/// What of `timeline` nobody was there to send, from its moment to its end, between `since` and `now`;
/// what an organiser kept back is not among it.
pub fn missed<'a>(
    timeline: &[Planned<'a>],
    since: Instant,
    now: Instant,
) -> impl Iterator<Item = Planned<'a>> {
    timeline
        .iter()
        .filter(move |message| since < message.from && message.until <= now)
        .filter(|message| !message.is_kept_back())
        .copied()
}

/// The change of a session that attendees are told of (F-17).
fn changed<'a>(session: SessionOf<'a>, told: &'a Told) -> Planned<'a> {
    Planned {
        what: What::Changed,
        session,
        audience: Audience::Holding(told),
        revision: told.revision,
        from: told.at,
        until: session.sitting.ends_at,
        is_ready: true,
        hold: None,
    }
}

/// The end of an event that was called off. It is owed from the moment when that was done, which
/// needs no telling: before it, the event was in another state.
fn cancelled<'a>(event: &Event, session: SessionOf<'a>) -> Planned<'a> {
    Planned {
        what: What::Cancelled,
        session,
        audience: Audience::Everybody,
        revision: event.cancellations,
        from: Instant::MIN_UTC,
        until: session.sitting.ends_at,
        is_ready: true,
        hold: None,
    }
}
