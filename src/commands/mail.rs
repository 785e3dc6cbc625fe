use anyhow::{Context, bail};
use chrono::SecondsFormat;
use serde_json::json;
use uuid::Uuid;

use super::app::App;
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::{self, OPERATOR};
use crate::outbox::{self, Message, MessageState, Retried};
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
    let mut notes = obstacles(app, &mut tx).await?;
    notes.extend(tally(app, &mut tx).await?);
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

/// Has one mail sent again, or for the first time.
pub async fn retry(app: &App, id: &str) -> anyhow::Result<String> {
    let none = || format!("there is no mail “{id}”");
    let id = Id::from_uuid(id.parse::<Uuid>().ok().with_context(none)?);
    let mut tx = app.db.begin().await?;
    match outbox::retry(&mut tx, id).await? {
        Retried::Due => {}
        Retried::Unknown => bail!(none()),
        Retried::Not(MessageState::Leased) => bail!("it is being sent right now"),
        Retried::Not(state) => bail!("it is {state}"),
        Retried::TooLate(end) => bail!("it has been of no use since {}", moment(end)),
        Retried::Superseded => bail!("a newer one of its kind took its place"),
    }
    audit::record(&mut tx, OPERATOR, "mail_retried", id.uuid(), json!({})).await?;
    tx.commit().await?;
    Ok(format!("{id}: due now\n"))
}

/// Stops all mail, until somebody resumes it.
pub async fn pause(app: &App, reason: &str) -> anyhow::Result<String> {
    let mut tx = app.db.begin().await?;
    if !outbox::pause(&mut tx, reason).await? {
        bail!("mail was paused before; “convoke mail resume” lets it go again");
    }
    let told = json!({ "reason": reason });
    audit::record(&mut tx, OPERATOR, "mail_paused", Uuid::nil(), told).await?;
    tx.commit().await?;
    Ok("mail is paused; “convoke mail resume” lets it go again\n".to_owned())
}

/// Lets mail go again, but for what waits of the kinds to `drop`.
pub async fn resume(app: &App, drop: &[String]) -> anyhow::Result<String> {
    let mut tx = app.db.begin().await?;
    let mut lines = Vec::new();
    for kind in drop {
        let given_up = outbox::give_up_kind(&mut tx, kind).await?;
        lines.push(format!("{kind}: {given_up} given up\n"));
    }
    if !outbox::resume(&mut tx).await? {
        bail!("mail is not paused");
    }
    for waiting in outbox::waiting(&mut tx).await? {
        lines.push(format!("{}: {} due\n", waiting.kind, waiting.due));
    }
    let told = json!({ "given_up": drop });
    audit::record(&mut tx, OPERATOR, "mail_resumed", Uuid::nil(), told).await?;
    tx.commit().await?;
    Ok(lines.concat())
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

/// How many mails wait, of which kinds, and until when; `None` where none does.
async fn tally(app: &App, tx: &mut Tx) -> anyhow::Result<Option<String>> {
    let outlook = outbox::outlook(tx, app.settings.mail_per_minute).await?;
    if outlook.due + outlook.later == 0 {
        return Ok(None);
    }
    let kinds: Vec<String> = outbox::waiting(tx)
        .await?
        .iter()
        .map(|one| format!("{} {}", one.due + one.later, one.kind))
        .collect();
    let mut line = format!(
        "{} due, {} later: {}",
        outlook.due,
        outlook.later,
        kinds.join(", ")
    );
    if let Some(done_at) = outlook.done_at {
        line.push_str(&format!("; the last leaves at about {}", moment(done_at)));
    }
    Ok(Some(line))
}

async fn describe(app: &App, tx: &mut Tx, message: &Message) -> anyhow::Result<serde_json::Value> {
    let event = event::load(tx, &app.key, Id::from_uuid(message.subject)).await?;
    let subject = Id::from_uuid(message.subject);
    let registration = registration::load(tx, Id::from_uuid(message.recipient)).await?;
    let recipient = match registration {
        Some(registration) => Some(registration.email),
        None => match registration::guest::guest(tx, Id::from_uuid(message.recipient)).await? {
            Some(guest) => Some(guest.email),
            None => event::appearance(tx, subject, Id::from_uuid(message.recipient))
                .await?
                .and_then(|(_, appearance)| appearance.email),
        },
    };
    Ok(json!({
        "id": message.id.to_string(),
        "event": event.map(|event| event.details.slug.to_string()),
        "kind": message.kind,
        "recipient": recipient,
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
