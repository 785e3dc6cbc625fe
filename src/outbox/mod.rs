//! Messages owed: rows with a state, not what they mean.
//!
//! A message is enqueued in the unit of work that causes it, leased by one worker, and settled by
//! what became of it. Subject, recipient, session, lane and payload are its callers' business.

mod by_hand;
mod health;
mod ladder;
mod of_recipient;
mod outlook;
mod pause;
mod settle;
mod store;

pub use by_hand::{
    Alike, Progress, Retried, Waiting, forget_withheld, give_up, give_up_kind, has_only_waiting,
    keep_back, progress, recall, retry, set_end, waiting, withhold,
};
pub use health::{Health, health};
pub use of_recipient::{Sent, to};
pub use outlook::{Outlook, outlook};
pub use pause::{Pause, PausedBy, Rest, accepted, pause, rests, resume, standing};
pub use settle::{Outcome, Try, begin, drop_stale, reclaim, returned, settle, turn};
pub use store::{
    due_by_kind, enqueue, enqueue_all, find, first_written, has_stale, lease, list, next_due,
    next_lease_end,
};

use serde_json::Value as Json;
use uuid::Uuid;

use crate::base::clock::Instant;
use crate::base::id::Id;
use crate::words;

words! {
    /// What has become of a message (OUT-4).
    pub enum MessageState {
        /// Waits for its due time, or for a worker.
        Scheduled = "scheduled",
        /// Is in one worker's hands.
        Leased = "leased",
        /// Was turned away for now, and waits for its next try.
        Retry = "retry",
        /// Was taken by a mail server.
        Sent = "sent",
        /// Was turned away for good.
        Failed = "failed",
        /// Was not sent, since it was not owed any more.
        Suppressed = "suppressed",
        /// May or may not have arrived; a person decides.
        Uncertain = "uncertain",
        /// Could not be made into a mail.
        Dead = "dead",
    }
}

/// How soon a message goes, beside others that are due (OUT-5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// The joining link.
    Highest = 0,
    /// What somebody waits for.
    High = 1,
    /// Confirmations and changes.
    Normal = 2,
    /// Reminders and notices.
    Low = 3,
}

/// A message about to be owed.
#[derive(Debug, Clone, PartialEq)]
pub struct Owed<'a> {
    /// What it is about.
    pub subject: Uuid,
    /// Who gets it.
    pub recipient: Uuid,
    /// The part of its subject that it is about, such as a session, where it is about one.
    pub session: Option<Uuid>,
    /// The kind, a word of its callers.
    pub kind: &'a str,
    /// Tells messages of one kind apart; there is never a second of the same.
    pub revision: i64,
    /// Messages of one lane leave in the order in which they were made (OUT-7).
    pub lane: Uuid,
    /// How soon it goes, beside others that are due.
    pub priority: Priority,
    /// What is frozen with it; never a text, a link or a token (OUT-2).
    pub payload: Json,
    /// The domain of its Message-ID.
    pub domain: &'a str,
    /// When it goes.
    pub due_at: Instant,
    /// From when on it would only disturb.
    pub not_useful_after: Option<Instant>,
    /// What happens where nobody knows whether it arrived.
    pub resend: Resend,
}

/// What happens to a message whose sending ended without an answer (OUT-5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resend {
    /// A second copy does more harm than none: a person decides.
    Never,
    /// It is sent once more after a rest of 15 minutes; from the moment `hurries_from` on as soon as
    /// its lease is over.
    Once {
        /// From when on it cannot wait.
        hurries_from: Option<Instant>,
    },
}

/// A message, as a worker holds it.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Message {
    /// Its identifier.
    pub id: Id<Self>,
    /// What it is about.
    pub subject: Uuid,
    /// Who gets it.
    pub recipient: Uuid,
    /// The session it is about; all zeros for none.
    pub session: Uuid,
    /// The kind.
    pub kind: String,
    /// Tells messages of one kind apart.
    pub revision: i64,
    /// What was frozen with it.
    #[sqlx(json)]
    pub payload: Json,
    /// Its Message-ID, without angle brackets (OUT-3).
    pub message_id: String,
    /// Its Date, frozen when it was made.
    pub written_at: Instant,
    /// What has become of it.
    pub state: MessageState,
    /// When it goes.
    pub due_at: Instant,
    /// From when on it would only disturb.
    pub not_useful_after: Option<Instant>,
    /// How often it was tried, this time included.
    pub attempts: i64,
    /// How often its sending ended without an answer.
    pub uncertain_ends: i64,
    /// What the mail server said last.
    pub last_reply: Option<String>,
}

impl Message {
    /// The session it is about, where it is about one.
    pub fn session(&self) -> Option<Uuid> {
        (!self.session.is_nil()).then_some(self.session)
    }
}
