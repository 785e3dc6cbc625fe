//! The warning to those who run an event that its personal data goes soon (F-16).

use chrono::TimeDelta;
use serde_json::json;

use super::alarm;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::event::Event;
use crate::outbox::{self, Owed, Priority, Resend};
use crate::registration;

/// The kind of its messages, whose recipient is an organiser, or the organisation where it has none.
pub const KIND: &str = "retention";

/// How long before personal data goes organisers hear of it.
pub const WARNING: TimeDelta = TimeDelta::days(7);

/// Until when the personal data of `event` is kept.
pub fn kept_until(event: &Event) -> Instant {
    event.schedule.ends_at() + event.details.retention().delta()
}

/// Warns those who run `event`, each in a mail of their own and once of the same end, where anybody is
/// registered.
pub async fn warn(tx: &mut Tx, event: &Event) -> Result<()> {
    if registration::first_of(tx, event.id, 1).await?.is_empty() {
        return Ok(());
    }
    for recipient in alarm::recipients(tx, event).await? {
        let owed = Owed {
            subject: event.id.uuid(),
            recipient,
            session: None,
            kind: KIND,
            revision: kept_until(event).timestamp(),
            lane: recipient,
            priority: Priority::Low,
            payload: json!({}),
            domain: event.sender.domain(),
            due_at: tx.now(),
            not_useful_after: Some(kept_until(event)),
            resend: Resend::Never,
        };
        outbox::enqueue(tx, owed).await?;
    }
    Ok(())
}
