//! Alarms to organisers. As long as there are no accounts they go to the address that the event names
//! for answers and questions.

use chrono::TimeDelta;
use serde_json::json;

use super::plan::Planned;
use crate::base::db::{Result, Tx};
use crate::base::text::EmailAddress;
use crate::event::Event;
use crate::outbox::{self, Message, Owed, Priority, Resend};

/// The kind of its messages, whose recipient is an organisation.
pub const KIND: &str = "alarm";

/// How long an alarm that was made for a moment is told apart from one for a later moment.
const MINUTE: TimeDelta = TimeDelta::minutes(1);

/// Alarms those who run `event`; `false` where they were alarmed before, or have no address.
pub(super) async fn owe(tx: &mut Tx, event: &Event, alarm: Planned<'_>) -> Result<bool> {
    if recipient(event).is_none() {
        tracing::error!(event = %event.id, "the link is missing, and the event names nobody to tell");
        return Ok(false);
    }
    let owed = Owed {
        subject: event.id.uuid(),
        recipient: event.organisation.uuid(),
        session: None,
        kind: KIND,
        revision: alarm.revision,
        lane: event.organisation.uuid(),
        priority: Priority::High,
        payload: json!({}),
        domain: event.sender.domain(),
        due_at: tx.now(),
        not_useful_after: Some(alarm.until.max(tx.now() + MINUTE)),
        resend: Resend::Never,
    };
    let is_new = outbox::enqueue(tx, owed).await?;
    if is_new {
        tracing::error!(event = %event.id, session = %alarm.session.id, "the link is missing");
    }
    Ok(is_new)
}

/// Who is alarmed: whoever reads answers and questions, or else the sender's own mailbox.
pub(super) fn recipient(event: &Event) -> Option<EmailAddress> {
    let reply_to = event
        .details
        .mail
        .as_ref()
        .and_then(|mail| mail.reply_to.clone());
    event
        .details
        .contact
        .clone()
        .or(reply_to)
        .or_else(|| event.sender.address().parse().ok())
}

/// Why an alarm is not owed any more (OUT-9).
pub(super) fn not_owed(message: &Message, timeline: &[Planned<'_>]) -> Option<&'static str> {
    let is_planned = timeline.iter().any(|planned| {
        planned.what == super::plan::What::Alarm && planned.revision == message.revision
    });
    (!is_planned).then_some("the link is known, or is due at another time")
}
