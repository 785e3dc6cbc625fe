//! How many people an event has, and whom a change of it concerns.

mod store;

pub use store::{headcount, told_of_change};

/// The people of an event, as numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Headcount {
    /// Who has a place and comes online.
    pub online: i64,
    /// Who has a place and comes to the room.
    pub in_person: i64,
    /// Whose request awaits a decision.
    pub pending: i64,
    /// Who is in the waiting list.
    pub waitlisted: i64,
    /// Who has not confirmed their address yet.
    pub unconfirmed: i64,
    /// Who has a place and was sent a link to join by, and no page since that leads to it.
    pub holding_link: i64,
    /// Who has a place and was sent the address of a page that leads to the link, whatever it is.
    pub holding_page: i64,
}

impl Headcount {
    /// Who has a place.
    pub const fn confirmed(&self) -> i64 {
        self.online + self.in_person
    }

    /// Who has a place or waits for one: those whom a change concerns.
    pub const fn concerned(&self) -> i64 {
        self.confirmed() + self.pending + self.waitlisted
    }
}
