//! What an event owes to many, as a list (U-10): when, what, about which session, to how many.

use std::collections::HashSet;

use super::app::App;
use super::event::local;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::{Event, SessionOf};
use crate::mailer::plan::{Planned, What};
use crate::mailer::{self, plan};
use crate::registration::Registration;

/// A line a message that is still to come: the moment on the event's clock, the kind of mail, the
/// session's key, to how many it would go as things are, and what keeps it from leaving.
pub async fn show(app: &App, slug: &str) -> anyhow::Result<String> {
    let event = app.event(slug).await?;
    let mut tx = app.db.read().await?;
    let now = tx.now();
    let mut lines = String::new();
    for message in plan::timeline(&event) {
        let lacking = mailer::lacking(&mut tx, &event, message).await?.len();
        let is_to_come = now < message.until && (now < message.from || !message.is_ready);
        if is_to_come || (now < message.until && lacking > 0) || is_alarm_due(message, now) {
            lines.push_str(&line(&event, message, lacking, now));
        }
    }
    Ok(lines)
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
        if leaves_at <= now {
            "now".to_owned()
        } else {
            local(event, leaves_at)
        },
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
