//! What an event owes to many, as a list (U-10): when, what, about which session, to how many.

use std::collections::HashSet;

use super::app::App;
use super::event::local;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::Event;
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
        if now < message.until {
            lines.push_str(&line(&mut tx, &event, message, now).await?);
        }
    }
    Ok(lines)
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

async fn line(
    tx: &mut Tx,
    event: &Event,
    message: Planned<'_>,
    now: Instant,
) -> anyhow::Result<String> {
    let lacking = mailer::lacking(tx, event, message).await?;
    let columns = [
        if message.from <= now {
            "now".to_owned()
        } else {
            local(event, message.from)
        },
        message.what.as_str().to_owned(),
        event.details.session_key(message.session.index).to_string(),
        match message.what {
            What::Alarm => "organisers".to_owned(),
            _ => lacking.len().to_string(),
        },
        if message.is_ready {
            ""
        } else {
            "the link is missing"
        }
        .to_owned(),
    ];
    Ok(columns.join("\t").trim_end().to_owned() + "\n")
}
