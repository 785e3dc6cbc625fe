//! What people do to messages: a second chance, or none.

mod store;

pub use store::{
    forget_withheld, give_up, give_up_kind, has_only_waiting, keep_back, progress, recall, retry,
    set_end, waiting, withhold,
};

use uuid::Uuid;

use super::MessageState;
use crate::base::clock::Instant;

/// What became of a wish to [`retry`] a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retried {
    /// It is due now.
    Due,
    /// There is no such message.
    Unknown,
    /// It is in this state, from which there is nothing to try again.
    Not(MessageState),
    /// It has been of no use since then.
    TooLate(Instant),
    /// A newer one of its kind was made for the same recipient.
    Superseded,
}

/// Messages that are kept back together: of one kind about one part of a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alike<'a> {
    /// What they are about.
    pub subject: Uuid,
    /// The part of it.
    pub part: Uuid,
    /// The kind.
    pub kind: &'a str,
    /// Which of that kind; `None` for all.
    pub revision: Option<i64>,
}

/// How far the messages about one thing have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Progress {
    /// How many there are.
    pub made: i64,
    /// How many were sent.
    pub sent: i64,
    /// How many may still leave.
    pub waiting: i64,
}

/// How many messages of one kind wait.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Waiting {
    /// The kind.
    pub kind: String,
    /// How many are due.
    pub due: i64,
    /// How many wait for their time, or for their next try.
    pub later: i64,
}
