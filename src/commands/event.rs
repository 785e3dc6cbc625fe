use std::path::Path;

use anyhow::{Context, bail};
use chrono::SecondsFormat;

use super::app::App;
use crate::base::clock::Instant;
use crate::event::changes::{self, Change};
use crate::event::{
    self, CannotSave, Details, Event, EventState, Key, OPERATOR, Saved, Schedule, file,
};
use crate::registration::confirmed_count;

/// Makes an event of a file, or brings a known one up to date; says what changed, or everything
/// that is wrong.
pub async fn import(
    app: &App,
    organisation: Option<&str>,
    path: &Path,
    draft: bool,
) -> anyhow::Result<String> {
    let shown = path.display();
    let details = read_file(path, file::read)?;
    let organisation = app.organisation(organisation).await?;
    let sender = &app.settings.mail_from;
    let mut tx = app.db.begin().await?;
    let slug = details.slug.clone();
    let saved = event::save(&mut tx, &app.key, organisation.id, sender, details, draft).await;
    let saved = match saved {
        Ok(saved) => saved,
        Err(error @ CannotSave::Database(_)) => return Err(error.into()),
        Err(error) => bail!("{shown}: {error}"),
    };
    tx.commit().await?;
    let event = app.event(slug.as_str()).await?;
    Ok(account_of(&saved, &event, draft))
}

/// What the file at `path` says, or everything that is wrong with it.
pub fn read_file<T>(
    path: &Path,
    read: impl FnOnce(&str) -> Result<T, file::Faults>,
) -> anyhow::Result<T> {
    let shown = path.display();
    let text = std::fs::read(path).with_context(|| shown.to_string())?;
    let text = String::from_utf8(text)
        .ok()
        .with_context(|| format!("{shown}: is not UTF-8"))?;
    read(&text).map_err(|faults| {
        let lines: Vec<String> = faults
            .iter()
            .map(|fault| format!("{shown}: {fault}"))
            .collect();
        anyhow::anyhow!(lines.join("\n"))
    })
}

/// Calls off an event, for good.
pub async fn cancel(app: &App, slug: &str) -> anyhow::Result<String> {
    let event = app.event(slug).await?;
    let mut tx = app.db.begin().await?;
    if !event::cancel(&mut tx, &event, OPERATOR).await? {
        bail!("{slug}: only a published event can be cancelled");
    }
    tx.commit().await?;
    Ok(format!(
        "{slug}: cancelled\n  note: this version tells nobody by mail; whoever is registered has to hear it from you\n"
    ))
}

/// Lets attendees have the links that wait for an organiser's word.
pub async fn release(app: &App, slug: &str) -> anyhow::Result<String> {
    let event = app.event(slug).await?;
    if !event.has_manual_release() {
        bail!("{slug}: no link is released by hand, as `release = \"manual\"` would have it");
    }
    let mut tx = app.db.begin().await?;
    if !event::release(&mut tx, &event, OPERATOR).await? {
        bail!("{slug}: it is not published, or its link was released before");
    }
    tx.commit().await?;
    Ok(format!(
        "{slug}: released; everybody who is confirmed for online gets the link now\n"
    ))
}

/// The file of an event, with the meeting link.
pub async fn export(app: &App, slug: &str) -> anyhow::Result<String> {
    Ok(file::write(&app.event(slug).await?.details))
}

/// A line an event: slug, state, first start, closing, confirmed, title.
pub async fn list(app: &App, organisation: Option<&str>) -> anyhow::Result<String> {
    let organisation = app.organisation(organisation).await?;
    let mut tx = app.db.read().await?;
    let mut lines = String::new();
    for event in event::of_organisation(&mut tx, &app.key, organisation.id).await? {
        let confirmed = confirmed_count(&mut tx, event.id).await?;
        let columns = [
            event.details.slug.to_string(),
            event.state.to_string(),
            local(&event, event.schedule.starts_at()),
            local(&event, event.schedule.last_minute()),
            confirmed.to_string(),
            title(&event),
        ];
        lines.push_str(&(columns.join("\t") + "\n"));
    }
    Ok(lines)
}

/// What an import came to, with what its author may not expect.
fn account_of(saved: &Saved, event: &Event, draft: bool) -> String {
    let (word, before) = match saved {
        Saved::New if draft => ("kept as a draft", None),
        Saved::New => ("published", None),
        Saved::Unchanged => ("nothing has changed", None),
        Saved::Published(before) => ("published", Some(before)),
        Saved::Changed(before) => ("changed", Some(before)),
    };
    let mut lines = vec![format!("{}: {word}", event.details.slug)];
    if let Some(before) = before {
        let changes = changes::between(before, &event.details);
        lines.extend(changes.iter().map(|change| format!("  {}", line(change))));
    }
    let mut notes: Vec<String> = Schedule::decided(&event.details)
        .iter()
        .map(ToString::to_string)
        .collect();
    if draft && event.state != EventState::Draft {
        notes.push(format!(
            "it is {} and stays so, --draft or not",
            event.state
        ));
    }
    if let Saved::Changed(before) = saved
        && event.state == EventState::Published
    {
        notes.extend(new_sessions(before, &event.details).iter().map(|session| {
            format!("“{session}” is new: whoever is registered already is not registered for it")
        }));
    }
    lines.extend(notes.iter().map(|note| format!("  note: {note}")));
    lines.join("\n") + "\n"
}

/// The sessions of `after` that `before` has not.
fn new_sessions(before: &Details, after: &Details) -> Vec<Key> {
    let keys = |details: &Details| -> Vec<Key> {
        let sessions = 0..details.sessions.len();
        sessions.map(|index| details.session_key(index)).collect()
    };
    let known = keys(before);
    let mut new = keys(after);
    new.retain(|key| !known.contains(key));
    new
}

fn line(change: &Change) -> String {
    let side = |value: &Option<String>| value.clone().unwrap_or_else(|| "nothing".to_owned());
    format!(
        "{}: {} → {}",
        change.path,
        side(&change.before),
        side(&change.after)
    )
}

/// The time on the wall of the event, with its offset.
pub fn local(event: &Event, at: Instant) -> String {
    at.with_timezone(&event.details.zone.offset(at))
        .to_rfc3339_opts(SecondsFormat::Secs, false)
}

fn title(event: &Event) -> String {
    let order = event.details.text_order();
    let picked = event.details.title.pick(&order[0], &order);
    picked.map_or_else(String::new, |picked| picked.text.to_owned())
}
