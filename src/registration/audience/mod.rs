//! Who gets what an event owes to many: those who lack it, asked of the tables again each time, so that
//! downtime, late approvals and moved dates need no special case. Whoever an organiser has decided on is
//! left out while that can be taken back: they have not been told of it.

mod store;

pub(super) use store::next_link;
pub use store::{
    lacking_cancellation, lacking_change, lacking_link, lacking_reminder, link_held, online_count,
};

use chrono::TimeDelta;

use super::notices::has_objects;
use super::{Registration, RegistrationState};
use crate::base::clock::Instant;
use crate::base::id::Id;

/// Somebody who is owed a message of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Attendee {
    /// Their registration.
    pub registration: Id<Registration>,
    /// What has become of it.
    pub state: RegistrationState,
    /// How many sessions they come to.
    pub sessions: i64,
    /// Whether they were sent a link before the change that they are owed the news of.
    #[sqlx(default)]
    pub held_link: bool,
}

impl Attendee {
    /// Whether a calendar object goes along: who waits for a place has nothing in their calendar, and
    /// who comes to many sessions a file (CAL-3).
    pub(super) fn has_objects(self) -> bool {
        self.state == RegistrationState::Confirmed
            && usize::try_from(self.sessions).is_ok_and(has_objects)
    }
}

/// What somebody was sent of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkHeld {
    /// Nothing.
    None,
    /// One that was replaced since.
    Former,
    /// The present one.
    Present,
}

/// Whom to remind of a session, and of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminding {
    /// Tells this reminder from the others of the session.
    pub revision: i64,
    /// Who was confirmed then or later, or had another mail about the session since, needs none.
    pub since: Instant,
    /// Whether only those who come to the room are reminded.
    pub in_room_only: bool,
    /// When the session starts.
    pub starts_at: Instant,
    /// Who comes from a session that started less than this before needs none either.
    pub near: TimeDelta,
}
