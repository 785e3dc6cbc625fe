//! From a message in a worker's hands to what became of it (OUT-4).

mod store;

pub use store::{begin, drop_stale, reclaim, returned, settle, turn};

use chrono::TimeDelta;
use uuid::Uuid;

use super::ladder::next_try;
use super::{Message, MessageState};
use crate::base::chance::Chance;
use crate::base::clock::Instant;
use crate::base::id::Id;

/// Tries after which a message that cannot be made into a mail is set aside.
const TRIES_TO_COMPOSE: i64 = 3;

/// How long an uncertain message rests before its one resend (OUT-5).
const REST_BEFORE_RESEND: TimeDelta = TimeDelta::minutes(15);

/// A try of a message by the worker that leased it for that. Leased again, be it by the same worker after its
/// lease ran out, the message is none of this try any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Try {
    /// The message.
    pub message: Id<Message>,
    /// Which try it is.
    pub number: i64,
}

impl Message {
    /// The try that it was leased for.
    pub fn this_try(&self) -> Try {
        Try {
            message: self.id,
            number: self.attempts,
        }
    }
}

/// What became of a try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A mail server took it.
    Sent {
        /// Its words.
        reply: String,
    },
    /// Nothing was handed over; it is tried again, ever less often.
    TurnedAwayForNow {
        /// Why.
        reply: String,
    },
    /// It will never be taken.
    TurnedAway {
        /// Why.
        reply: String,
        /// The status that says that the recipient's address is bad, where one does.
        bad_address: Option<String>,
    },
    /// The connection ended after the message was handed over and before it was acknowledged.
    Unknown {
        /// What is known.
        reply: String,
    },
    /// The server wants no mail at all by this login, or none of this sender. The try does not count,
    /// and all mail rests.
    Refused {
        /// Why.
        reply: String,
    },
    /// It was not tried: the reason lies outside it. The try does not count.
    PutBack {
        /// Why.
        reason: String,
    },
    /// It is not owed any more.
    NotOwed {
        /// Why.
        reason: &'static str,
    },
    /// It could not be made into a mail.
    Broken {
        /// Why, without any of its text.
        reason: String,
    },
}

impl Outcome {
    /// What a mail server made of it, in a word; `None` where none was asked.
    pub fn of_a_try(&self) -> Option<&'static str> {
        Some(match self {
            Self::Sent { .. } => "sent",
            Self::TurnedAwayForNow { .. } => "turned_away_for_now",
            Self::TurnedAway { .. } => "turned_away",
            Self::Unknown { .. } => "unknown",
            Self::Refused { .. } => "refused",
            Self::PutBack { .. } | Self::NotOwed { .. } | Self::Broken { .. } => return None,
        })
    }
}

/// What a message's outcome is judged by.
#[derive(sqlx::FromRow)]
struct Held {
    subject: Uuid,
    attempts: i64,
    compose_failures: i64,
    uncertain_ends: i64,
    not_useful_after: Option<Instant>,
    due_at: Instant,
    resends: bool,
    hurries_from: Option<Instant>,
    leased_until: Instant,
}

impl Held {
    /// The state that follows, when the message is due then, and what is noted with it.
    fn next(
        &self,
        now: Instant,
        outcome: Outcome,
        chance: &Chance,
    ) -> (MessageState, Instant, String) {
        let retry = next_try(now, self.attempts, chance);
        let mend = next_try(now, self.compose_failures + 1, chance);
        let resend = self.rested(now);
        match outcome {
            Outcome::Sent { reply } => (MessageState::Sent, self.due_at, reply),
            Outcome::TurnedAwayForNow { reply } if self.is_useful(retry) => {
                (MessageState::Retry, retry, reply)
            }
            Outcome::TurnedAwayForNow { reply } | Outcome::TurnedAway { reply, .. } => {
                (MessageState::Failed, self.due_at, reply)
            }
            Outcome::Unknown { reply }
                if self.resends && self.uncertain_ends == 0 && self.is_useful(resend) =>
            {
                (MessageState::Retry, resend, reply)
            }
            Outcome::Unknown { reply } => (MessageState::Uncertain, self.due_at, reply),
            Outcome::PutBack { reason: reply } | Outcome::Refused { reply } => {
                (MessageState::Scheduled, self.due_at, reply)
            }
            Outcome::NotOwed { reason } => {
                (MessageState::Suppressed, self.due_at, reason.to_owned())
            }
            Outcome::Broken { reason } if self.compose_failures + 1 < TRIES_TO_COMPOSE => {
                (MessageState::Retry, mend, reason)
            }
            Outcome::Broken { reason } => (MessageState::Dead, self.due_at, reason),
        }
    }

    /// When an uncertain message has rested.
    fn rested(&self, now: Instant) -> Instant {
        let rested = now + REST_BEFORE_RESEND;
        match self.hurries_from {
            Some(from) if from <= now => self.leased_until.clamp(now, rested),
            _ => rested,
        }
    }

    fn is_useful(&self, at: Instant) -> bool {
        self.not_useful_after.is_none_or(|end| at < end)
    }
}
