use std::path::Path;

use anyhow::{Context, bail};

use super::app::App;
use super::event::{local, named_only, read_file};
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::language::Language;
use crate::event::announcement::{self, Announced, Announcement, Stopped, Unannounceable};
use crate::event::file::read_announcement;
use crate::event::{Event, OPERATOR};
use crate::mailer::{self, ahead};
use crate::outbox;
use crate::registration::audience;

/// Hands in what a file says; tells to how many it goes, in which languages, and when.
pub async fn announce(app: &App, slug: &str, path: &Path, again: bool) -> anyhow::Result<String> {
    let event = app.event(slug).await?;
    let said = read_file(path, |text| read_announcement(text, &event))?;
    let mut tx = app.db.begin().await?;
    let id = match announcement::announce(&mut tx, &event, &said, again, OPERATOR).await? {
        Ok(id) => id,
        Err(reason @ Unannounceable::Before(id)) => {
            let known = announcement::find(&mut tx, event.id, id).await?;
            let known = known.context("it was there")?;
            let progress = progress(&mut tx, &event, &known).await?;
            let standing = standing(&event, &known, progress);
            bail!("{slug}: {reason} ({standing}); with --again it is said all the same");
        }
        Err(reason) => bail!("{slug}: {reason}"),
    };
    let now = tx.now();
    let heard = audience(&mut tx, &event, &said).await?;
    tx.commit().await?;
    Ok(account_of(&event, id, &said, &heard, now))
}

/// A line an announcement: id, kind, when, mails planned, sent and not sent, and what has become of it.
pub async fn list(app: &App, slug: &str) -> anyhow::Result<String> {
    let event = app.event(slug).await?;
    let mut tx = app.db.read().await?;
    let mut lines = String::new();
    let now = tx.now();
    for announced in announcement::all(&mut tx, event.id).await? {
        let progress = progress(&mut tx, &event, &announced).await?;
        let columns = [
            announced.id.to_string(),
            announced.said.kind.to_string(),
            local(&event, left_at(&event, &announced, now)),
            progress.made.to_string(),
            progress.sent.to_string(),
            (progress.made - progress.sent - progress.waiting).to_string(),
            standing(&event, &announced, progress),
        ];
        lines.push_str(&(columns.join("\t") + "\n"));
    }
    Ok(lines)
}

/// Keeps back what has not left.
pub async fn stop(app: &App, slug: &str, id: &str) -> anyhow::Result<String> {
    let event = app.event(slug).await?;
    let none = || format!("{slug}: there is no announcement “{id}”");
    let known: Id<Announced> = id.parse().ok().with_context(none)?;
    let mut tx = app.db.begin().await?;
    match announcement::stop(&mut tx, &event, known, OPERATOR).await? {
        Stopped::KeptBack(mails) => {
            tx.commit().await?;
            Ok(format!("{id}: stopped; mails kept back: {mails}\n"))
        }
        Stopped::Before(at) => bail!("{id}: it was stopped on {}", local(&event, at)),
        Stopped::Over => bail!("{id}: nothing of it is left to keep back"),
        Stopped::Unknown => bail!(none()),
    }
}

fn account_of(
    event: &Event,
    id: Id<Announced>,
    said: &Announcement,
    heard: &[(Language, i64)],
    now: Instant,
) -> String {
    let slug = &event.details.slug;
    let people: i64 = heard.iter().map(|(_, people)| people).sum();
    let languages: Vec<String> = heard
        .iter()
        .map(|(language, people)| format!("{people} {language}"))
        .collect();
    let languages = match languages.as_slice() {
        [] => String::new(),
        languages => format!(": {}", languages.join(", ")),
    };
    let leaves_at = mailer::leaves_at(event, said, now, now);
    let when = if leaves_at > now {
        let when = local(event, leaves_at);
        format!("on {when}, to whoever is meant then")
    } else {
        "now".to_owned()
    };
    let mut lines = vec![
        format!("{slug}: {} {id}", said.kind),
        format!("  recipients: {people}{languages}"),
        format!("  leaves {when}"),
    ];
    if usize::try_from(people).is_ok_and(|people| people > ahead::MANY_WRITTEN) {
        let few = ahead::FEW;
        let others = local(event, mailer::others_leave_at(event, said, leaves_at));
        lines.push(format!(
            "  the first {few} leave then, the others on {others}; until then “convoke event stop {slug} {id}” keeps them back"
        ));
    }
    let named = named_only([&said.subject, &said.text]);
    lines.extend(named.map(|note| format!("  note: {note}")));
    let silent = said.silent_in(event);
    if !silent.is_empty() {
        let silent: Vec<String> = silent.iter().map(ToString::to_string).collect();
        lines.push(format!(
            "  note: it says nothing in {}; readers of that get it in another language, marked as such",
            silent.join(", ")
        ));
    }
    lines.join("\n") + "\n"
}

/// How far its mails have come; all that would be made if it left now wait until it has begun.
async fn progress(
    tx: &mut Tx,
    event: &Event,
    announced: &Announced,
) -> anyhow::Result<outbox::Progress> {
    let progress = outbox::progress(tx, event.id.uuid(), announced.id.uuid()).await?;
    if announced.rest_at.is_some() || announced.owed_at.is_some() || announced.stopped_at.is_some()
    {
        return Ok(progress);
    }
    let heard = audience(tx, event, &announced.said).await?;
    let people = heard.iter().map(|(_, people)| people).sum();
    Ok(outbox::Progress {
        made: people,
        sent: 0,
        waiting: people,
    })
}

/// When it leaves, as the worker takes it; once it has begun, when it was due.
fn left_at(event: &Event, announced: &Announced, now: Instant) -> Instant {
    let (said, made_at) = (&announced.said, announced.made_at);
    if announced.rest_at.is_some() {
        said.due_at(event, made_at)
    } else {
        mailer::leaves_at(event, said, made_at, now)
    }
}

fn standing(event: &Event, announced: &Announced, progress: outbox::Progress) -> String {
    match (announced.stopped_at, announced.rest_at) {
        (Some(at), _) => format!("stopped {}", local(event, at)),
        (None, None) if announced.owed_at.is_some() => "too late".to_owned(),
        (None, None) => "waits".to_owned(),
        (None, Some(_)) if progress.waiting == 0 && announced.owed_at.is_some() => {
            "sent".to_owned()
        }
        (None, Some(_)) => "begun".to_owned(),
    }
}
