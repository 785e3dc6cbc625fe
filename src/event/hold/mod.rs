//! Mails of an event's plan that an organiser keeps back (U-10).

mod store;

pub(super) use store::of_event;
pub use store::{lift, put};

use super::{Event, Session, SessionOf};
use crate::base::clock::Instant;
use crate::base::id::Id;
use crate::words;

words! {
    /// A mail that goes to many by the plan, and can be kept back.
    pub enum HeldMail {
        /// Here is the link to join by.
        Link = "link",
        /// The same to those who appear.
        LineupLink = "lineup_link",
        /// It begins soon.
        Reminder = "reminder",
        /// Time, place or link are others.
        Changed = "changed",
        /// It does not take place.
        Cancelled = "cancelled",
    }
}

words! {
    /// What an organiser has said about such a mail.
    pub enum HoldState {
        /// It waits for their word.
        Held = "held",
        /// It never goes.
        Skipped = "skipped",
        /// It waited, and goes now.
        Resumed = "resumed",
    }
}

/// A mail of one session that an organiser has said something about.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Hold {
    /// The session that it is about.
    pub session_id: Id<Session>,
    /// What it says.
    pub mail: HeldMail,
    /// Which of these: a reminder's minutes before the start, a change's revision, a cancellation's
    /// number; 0 for a link.
    pub mark: i64,
    /// What was said.
    pub state: HoldState,
    /// When.
    pub since: Instant,
}

impl HoldState {
    /// Whether it keeps the mail from leaving.
    pub const fn keeps_back(self) -> bool {
        matches!(self, Self::Held | Self::Skipped)
    }
}

impl Event {
    /// What an organiser has said about a mail of `session`.
    pub fn hold_of(&self, session: SessionOf<'_>, mail: HeldMail, mark: i64) -> Option<HoldState> {
        let is_of =
            |hold: &&Hold| hold.session_id == session.id && hold.mail == mail && hold.mark == mark;
        self.holds.iter().find(is_of).map(|hold| hold.state)
    }

    /// Whether an organiser keeps the joining link of `session` back from those who appear in it.
    pub fn keeps_lineup_link_back(&self, session: SessionOf<'_>) -> bool {
        let hold = self.hold_of(session, HeldMail::LineupLink, 0);
        hold.is_some_and(HoldState::keeps_back)
    }

    /// Whether an organiser keeps the joining link of `session` back from its attendees.
    pub fn keeps_link_back(&self, session: SessionOf<'_>) -> bool {
        let hold = self.hold_of(session, HeldMail::Link, 0);
        hold.is_some_and(HoldState::keeps_back)
    }
}
