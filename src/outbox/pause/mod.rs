//! A rest of all mail: the operator's, until it is ended; or because a mail server refuses the login
//! or a sender, until one message has found out that it does not any more (OUT-6).
//!
//! It stands in the database, so that every node rests. A server may refuse one event's sender only:
//! the message that finds out is of another subject than those refused, and once one was let through
//! the refused subjects rest alone.

mod store;

pub use store::{accepted, pause, rests, resume, standing};
pub(super) use store::{probe, refused};

use chrono::TimeDelta;
use uuid::Uuid;

use crate::base::clock::Instant;
use crate::words;

/// Minutes to wait after the first, second, … refusal; the last one for all that follow.
const MINUTES: [i64; 5] = [1, 2, 5, 10, 20];

words! {
    /// Who stopped the mail.
    pub enum PausedBy {
        /// A person, who also ends it.
        Operator = "operator",
        /// A mail server that refused the login or a sender.
        Server = "server",
    }
}

/// A rest of all mail.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Pause {
    /// Who stopped it.
    pub paused_by: PausedBy,
    /// Why; the server's words, where it was a server.
    pub reason: String,
    /// From when on.
    pub since: Instant,
    /// How many messages have found out that it has to last.
    pub refusals: i64,
    /// When the next message may find out; never for an operator's pause.
    pub probe_at: Option<Instant>,
}

/// A rest of the messages about one subject, whose sender is refused.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Rest {
    /// What the messages are about.
    pub subject: Uuid,
    /// The server's words.
    pub reason: String,
    /// From when on.
    pub since: Instant,
    /// Until when, at first: every further refusal makes it longer.
    pub rests_until: Instant,
}

impl Pause {
    /// Whether a message may find out now if the pause is over. A clock that was set back does not
    /// make it longer.
    pub fn is_probe_due(&self, now: Instant) -> bool {
        self.probe_at
            .is_some_and(|at| at <= now || now + wait(self.refusals) < at)
    }
}

/// How long to wait after so many refusals.
fn wait(refusals: i64) -> TimeDelta {
    let rung = usize::try_from(refusals - 1)
        .unwrap_or(0)
        .min(MINUTES.len() - 1);
    TimeDelta::minutes(MINUTES[rung])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn out_06_the_wait_rises_and_stays_on_its_last_rung() {
        let waits: Vec<i64> = (1..=7)
            .map(|refusals| wait(refusals).num_minutes())
            .collect();
        assert_eq!(waits, [1, 2, 5, 10, 20, 20, 20]);
    }

    #[test]
    fn out_06_a_clock_that_was_set_back_makes_no_pause_longer() {
        let now = Instant::UNIX_EPOCH;
        let pause = |probe_at| Pause {
            paused_by: PausedBy::Server,
            reason: "535 wrong password".to_owned(),
            since: now,
            refusals: 2,
            probe_at,
        };
        let minutes = TimeDelta::minutes;
        assert!(!pause(None).is_probe_due(now));
        assert!(pause(Some(now)).is_probe_due(now));
        assert!(!pause(Some(now + minutes(2))).is_probe_due(now));
        assert!(pause(Some(now + minutes(3))).is_probe_due(now));
    }
}
