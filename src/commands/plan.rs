//! What an event owes to many, as a list (U-10): when, what, about which session, to how many.

use std::collections::HashSet;

use super::app::App;
use super::event::local;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::announcement;
use crate::event::{Event, EventState, Key, SessionOf};
use crate::mailer::plan::{Planned, What};
use crate::mailer::{self, plan};
use crate::registration::{Registration, audience};

/// A line a message that is still to come: the moment on the event's clock, the kind of mail, the
/// session's key (`-` where it is about all of them), to how many it would go as things are, and what keeps
/// it from leaving.
pub async fn show(app: &App, slug: &str) -> anyhow::Result<String> {
    let event = app.event(slug).await?;
    let mut tx = app.db.read().await?;
    let now = tx.now();
    let mut lines = announcements(&mut tx, &event, now).await?;
    for message in plan::timeline(&event) {
        let lacking = mailer::lacking(&mut tx, &event, message).await?.len();
        let is_to_come = now < message.until && (now < message.from || !message.is_ready);
        if is_to_come || (now < message.until && lacking > 0) || is_alarm_due(message, now) {
            let at = message.leaves_at(&event, now).max(now);
            lines.push((at, line(&event, message, lacking, now)));
        }
    }
    lines.sort_by_key(|(at, _)| *at);
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

/// What organisers have announced that has not begun to leave, each with its moment.
async fn announcements(
    tx: &mut Tx,
    event: &Event,
    now: Instant,
) -> anyhow::Result<Vec<(Instant, String)>> {
    let mut lines = Vec::new();
    if event.state != EventState::Published {
        return Ok(lines);
    }
    for waiting in announcement::waiting(tx, event.id).await? {
        let said = &waiting.said;
        if waiting.rest_at.is_some() || now >= said.useful_until(event) {
            continue;
        }
        let at = mailer::leaves_at(event, said, waiting.made_at, now).max(now);
        let heard = audience(tx, event, said).await?;
        let people: i64 = heard.iter().map(|(_, people)| people).sum();
        let columns = [
            moment(event, at, now),
            said.kind.as_str().to_owned(),
            said.session
                .as_ref()
                .map_or_else(|| "-".to_owned(), Key::to_string),
            people.to_string(),
        ];
        lines.push((at, columns.join("\t") + "\n"));
    }
    Ok(lines)
}

fn moment(event: &Event, at: Instant, now: Instant) -> String {
    if at <= now {
        "now".to_owned()
    } else {
        local(event, at)
    }
}

fn is_alarm_due(message: Planned<'_>, now: Instant) -> bool {
    message.what == What::Alarm && now < message.until
}

/// How many people the messages of `what` go to that the event owes now.
pub async fn reached(tx: &mut Tx, event: &Event, what: What) -> anyhow::Result<usize> {
    let now = tx.now();
    let mut reached: HashSet<Id<Registration>> = HashSet::new();
    for message in plan::timeline(event) {
        if message.what == what && now < message.until {
            reached.extend(mailer::lacking(tx, event, message).await?);
        }
    }
    Ok(reached.len())
}

fn line(event: &Event, message: Planned<'_>, lacking: usize, now: Instant) -> String {
    let leaves_at = message.leaves_at(event, now);
    let columns = [
        moment(event, leaves_at, now),
        message.what.as_str().to_owned(),
        event.details.session_key(message.session.index).to_string(),
        match message.what {
            What::Alarm => "organisers".to_owned(),
            _ => lacking.to_string(),
        },
        match (message.is_ready, message.what) {
            (false, _) => "the link is missing".to_owned(),
            (true, What::Changed) => facts(message.session),
            _ => String::new(),
        },
    ];
    columns.join("\t").trim_end().to_owned() + "\n"
}

fn facts(session: SessionOf<'_>) -> String {
    let told = session.told.into_iter().flat_map(|told| &told.facts);
    let facts: Vec<&str> = told.map(|fact| fact.as_str()).collect();
    facts.join(", ")
}
