use chrono::SecondsFormat;
use serde_json::json;

use super::app::App;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event;
use crate::outbox::{self, Message, MessageState};
use crate::registration;

/// What `mail list` says.
#[derive(Debug)]
pub struct Listing {
    /// Each message with what has become of it.
    pub messages: String,
    /// What keeps them from leaving, a line each.
    pub notes: Vec<String>,
}

/// The outbox, with what has become of each message.
pub async fn list(app: &App, slug: Option<&str>, as_json: bool) -> anyhow::Result<Listing> {
    let subject = match slug {
        Some(slug) => Some(app.event(slug).await?.id.uuid()),
        None => None,
    };
    let mut tx = app.db.read().await?;
    let notes = obstacles(app, &mut tx).await?;
    let mut lines = Vec::new();
    for message in outbox::list(&mut tx, subject).await? {
        lines.push(describe(app, &mut tx, &message).await?);
    }
    let messages = if as_json {
        format!("{:#}\n", json!(lines))
    } else {
        table(&lines)
    };
    Ok(Listing { messages, notes })
}

fn table(lines: &[serde_json::Value]) -> String {
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
    lines
        .iter()
        .map(|line| columns.map(|column| text(&line[column])).join("\t") + "\n")
        .collect()
}

/// What keeps mails from leaving, a line each.
pub async fn obstacles(app: &App, tx: &mut Tx) -> anyhow::Result<Vec<String>> {
    let mut lines = Vec::new();
    if let Some(pause) = outbox::standing(tx).await? {
        let next = pause.probe_at.map_or_else(
            || "“convoke mail resume” ends it".to_owned(),
            |at| format!("one message tries at {}", moment(at)),
        );
        lines.push(format!(
            "mail is paused since {} by {}: {}; {next}",
            moment(pause.since),
            pause.paused_by,
            pause.reason
        ));
    }
    for rest in outbox::rests(tx).await? {
        let event = event::load(tx, &app.key, Id::from_uuid(rest.subject)).await?;
        lines.push(format!(
            "the sender of {} is refused since {}: {}",
            event.map_or_else(
                || rest.subject.to_string(),
                |event| event.details.slug.to_string()
            ),
            moment(rest.since),
            rest.reason
        ));
    }
    Ok(lines)
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
        "due": moment(message.due_at),
        "attempts": message.attempts,
        "message_id": message.message_id,
        "last_reply": message.last_reply,
    }))
}

fn moment(at: Instant) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// One that waits for a worker is due, whatever its row says (OUT-4).
fn state(message: &Message, now: Instant) -> &'static str {
    match message.state {
        MessageState::Scheduled if message.due_at <= now => "due",
        state => state.as_str(),
    }
}
