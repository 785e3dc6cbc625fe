use chrono::SecondsFormat;
use serde_json::json;

use super::app::App;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event;
use crate::outbox::{self, Message, MessageState};
use crate::registration;

/// The outbox, with what has become of each message.
pub async fn list(app: &App, slug: Option<&str>, as_json: bool) -> anyhow::Result<String> {
    let subject = match slug {
        Some(slug) => Some(app.event(slug).await?.id.uuid()),
        None => None,
    };
    let mut tx = app.db.read().await?;
    let mut lines = Vec::new();
    for message in outbox::list(&mut tx, subject).await? {
        lines.push(describe(app, &mut tx, &message).await?);
    }
    if as_json {
        return Ok(format!("{:#}\n", json!(lines)));
    }
    let text = |value: &serde_json::Value| value.as_str().unwrap_or("-").to_owned();
    let columns = [
        "due",
        "state",
        "kind",
        "event",
        "recipient",
        "id",
        "last_reply",
    ];
    Ok(lines
        .iter()
        .map(|line| columns.map(|column| text(&line[column])).join("\t") + "\n")
        .collect())
}

async fn describe(app: &App, tx: &mut Tx, message: &Message) -> anyhow::Result<serde_json::Value> {
    let event = event::load(tx, &app.key, Id::from_uuid(message.subject)).await?;
    let registration = registration::load(tx, Id::from_uuid(message.recipient)).await?;
    Ok(json!({
        "id": message.id.to_string(),
        "event": event.map(|event| event.details.slug.to_string()),
        "kind": message.kind,
        "recipient": registration.map(|registration| registration.email),
        "state": state(message, tx.now()),
        "due": message.due_at.to_rfc3339_opts(SecondsFormat::Secs, true),
        "attempts": message.attempts,
        "message_id": message.message_id,
        "last_reply": message.last_reply,
    }))
}

/// One that waits for a worker is due, whatever its row says (OUT-4).
fn state(message: &Message, now: Instant) -> &'static str {
    match message.state {
        MessageState::Scheduled if message.due_at <= now => "due",
        state => state.as_str(),
    }
}
