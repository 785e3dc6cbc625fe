//! What an event owes to many, as a list (U-10): when, what, about which session, to how many.

use std::collections::HashSet;

use super::app::App;
use super::event::local;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::{Event, SessionOf};
use crate::mailer::plan::What;
use crate::mailer::timeline::{self, Coming, Detail, Mail, Wait};
use crate::mailer::{self, plan};
use crate::registration::Registration;

/// A line a message that is still to come: the moment on the event's clock, the kind of mail, the
/// session's key (`-` where it is about all of them), to how many it would go as things are, and what keeps
/// it from leaving.
pub async fn show(app: &App, slug: &str) -> anyhow::Result<String> {
    let event = app.event(slug).await?;
    let mut tx = app.db.read().await?;
    let now = tx.now();
    let coming = timeline::coming(&mut tx, &event, Detail::BySession).await?;
    Ok(coming.iter().map(|one| line(&event, one, now)).collect())
}

fn moment(event: &Event, at: Instant, now: Instant) -> String {
    if at <= now {
        "now".to_owned()
    } else {
        local(event, at)
    }
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

fn line(event: &Event, coming: &Coming<'_>, now: Instant) -> String {
    let columns = [
        moment(event, coming.at, now),
        coming.kind().to_owned(),
        coming.sessions.first().map_or_else(
            || "-".to_owned(),
            |of| event.details.session_key(of.index).to_string(),
        ),
        match &coming.mail {
            Mail::Planned(planned) if planned.what == What::Alarm => "organisers".to_owned(),
            _ => coming.total().to_string(),
        },
        note(coming),
    ];
    columns.join("\t").trim_end().to_owned() + "\n"
}

fn note(coming: &Coming<'_>) -> String {
    match (coming.wait, &coming.mail) {
        (Some(Wait::NoLink), _) => "the link is missing".to_owned(),
        (Some(Wait::Held), _) => "held".to_owned(),
        (Some(Wait::Skipped), _) => "skipped".to_owned(),
        (Some(Wait::Word), _) => "waits for “convoke event release”".to_owned(),
        (_, Mail::Planned(planned)) if planned.what == What::Changed => facts(planned.session),
        _ => String::new(),
    }
}

fn facts(session: SessionOf<'_>) -> String {
    let told = session.told.into_iter().flat_map(|told| &told.facts);
    let facts: Vec<&str> = told.map(|fact| fact.as_str()).collect();
    facts.join(", ")
}
