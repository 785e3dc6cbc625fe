//! Alarms to those who run an event; where nobody has an account they go to the address that the event
//! names for answers and questions.

use chrono::TimeDelta;
use serde_json::json;
use uuid::Uuid;

use super::plan::Planned;
use crate::account;
use crate::base::db::{Result, Tx};
use crate::base::language::Language;
use crate::base::text::EmailAddress;
use crate::event::Event;
use crate::outbox::{self, Message, Owed, Priority, Resend};

/// The kind of its messages, whose recipient is an organiser, or the organisation where it has none.
pub const KIND: &str = "alarm";

/// How long an alarm that was made for a moment is told apart from one for a later moment.
const MINUTE: TimeDelta = TimeDelta::minutes(1);

/// Alarms those who run `event`, each in a mail of their own; gives how many mails that takes: none where
/// they were alarmed before, or have no address.
pub(super) async fn owe(tx: &mut Tx, event: &Event, alarm: Planned<'_>) -> Result<usize> {
    let mut made = 0;
    for recipient in recipients(tx, event).await? {
        let owed = Owed {
            subject: event.id.uuid(),
            recipient,
            session: None,
            kind: KIND,
            revision: alarm.revision,
            lane: recipient,
            priority: Priority::High,
            payload: json!({}),
            domain: event.sender.domain(),
            due_at: tx.now(),
            not_useful_after: Some(alarm.until.max(tx.now() + MINUTE)),
            resend: Resend::Never,
        };
        made += usize::from(outbox::enqueue(tx, owed).await?);
    }
    if made > 0 {
        tracing::error!(event = %event.id, session = %alarm.session.id, "the link is missing");
    }
    Ok(made)
}

/// The recipients of messages to those who run `event`.
pub(super) async fn recipients(tx: &mut Tx, event: &Event) -> Result<Vec<Uuid>> {
    let team = account::organisers_of(tx, event.organisation, event.id.uuid()).await?;
    if !team.is_empty() {
        return Ok(team.iter().map(|organiser| organiser.id.uuid()).collect());
    }
    if mailbox(event).is_none() {
        tracing::error!(event = %event.id, "the event names nobody to tell what its organisers have to know");
        return Ok(Vec::new());
    }
    Ok(vec![event.organisation.uuid()])
}

/// Where a message goes, and in whose language where that is known; `None` where nobody is meant by it
/// any more.
pub(super) async fn addressee(
    tx: &mut Tx,
    event: &Event,
    message: &Message,
) -> Result<Option<(EmailAddress, Option<Language>)>> {
    if message.recipient == event.organisation.uuid() {
        return Ok(mailbox(event).map(|address| (address, None)));
    }
    let team = account::organisers_of(tx, event.organisation, event.id.uuid()).await?;
    let found = team
        .into_iter()
        .find(|one| one.id.uuid() == message.recipient);
    Ok(found.map(|organiser| (organiser.email, Some(organiser.language))))
}

/// Where somebody reads answers and questions, or else the sender's own mailbox.
fn mailbox(event: &Event) -> Option<EmailAddress> {
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
