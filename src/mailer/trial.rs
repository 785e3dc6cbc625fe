//! Mails to the organiser who asks for them, marked as tests: what others will get, without a calendar
//! object, the joining link or anybody's own page.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::account::Organiser;
use crate::base::db::{Result, Tx};
use crate::base::language::Language;
use crate::event::Event;
use crate::outbox::{self, Owed, Priority, Resend};

/// The kind of these mails, whose recipients are organisers.
pub const KIND: &str = "test";

/// After so long nobody waits for one any more.
const PATIENCE: TimeDelta = TimeDelta::hours(1);

/// What is tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tried {
    /// A mail of this kind.
    Mail {
        /// The kind.
        kind: String,
        /// The session that it is about, where it is about one.
        session: Option<Uuid>,
        /// Which of the session's mails of this kind.
        mark: i64,
    },
    /// An announcement that is being written.
    Draft(Uuid),
    /// An announcement that was handed in.
    Announced(Uuid),
}

/// What is frozen with a test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Trial {
    pub(super) tried: Tried,
    pub(super) language: Language,
}

/// Owes `organiser` a test of each of `languages`.
pub async fn owe(
    tx: &mut Tx,
    event: &Event,
    organiser: &Organiser,
    tried: &Tried,
    languages: &[Language],
) -> Result<()> {
    let now = tx.now();
    for (number, language) in (0..).zip(languages) {
        let trial = Trial {
            tried: tried.clone(),
            language: language.clone(),
        };
        let owed = Owed {
            subject: event.id.uuid(),
            recipient: organiser.id.uuid(),
            session: None,
            kind: KIND,
            revision: now.timestamp_micros() + number,
            lane: tx.new_id::<Trial>().uuid(),
            priority: Priority::High,
            payload: serde_json::to_value(trial).expect("a payload is plain data"),
            domain: event.sender.domain(),
            due_at: now,
            not_useful_after: Some(now + PATIENCE),
            resend: Resend::Never,
        };
        outbox::enqueue(tx, owed).await?;
    }
    Ok(())
}
