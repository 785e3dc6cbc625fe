use std::path::Path;

use anyhow::{Context, bail};
use chrono::SecondsFormat;

use super::app::App;
use crate::base::clock::Instant;
use crate::event::changes::{self, Change};
use crate::event::{self, CannotSave, Details, Event, Saved, Schedule, file};
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
    let text = std::fs::read(path).with_context(|| shown.to_string())?;
    let text = String::from_utf8(text)
        .ok()
        .with_context(|| format!("{shown}: is not UTF-8"))?;
    let details = file::read(&text).map_err(|faults| {
        let lines: Vec<String> = faults
            .iter()
            .map(|fault| format!("{shown}: {fault}"))
            .collect();
        anyhow::anyhow!(lines.join("\n"))
    })?;
    let organisation = app.organisation(organisation).await?;
    let sender = app.settings.mail_from.to_string();
    let mut tx = app.db.begin().await?;
    let slug = details.slug.clone();
    let saved = event::save(
        &mut tx,
        &app.key,
        organisation.id,
        &sender,
        details.clone(),
        draft,
    )
    .await;
    let saved = match saved {
        Ok(saved) => saved,
        Err(error @ CannotSave::Database(_)) => return Err(error.into()),
        Err(error) => bail!("{shown}: {error}"),
    };
    tx.commit().await?;
    let mut told = match saved {
        Saved::New if draft => format!("{slug}: kept as a draft\n"),
        Saved::New => format!("{slug}: published\n"),
        Saved::Unchanged => format!("{slug}: nothing has changed\n"),
        Saved::Changed(before) => report(slug.as_str(), &before, &details),
    };
    for decided in Schedule::decided(&details) {
        told.push_str(&format!("  note: {decided}\n"));
    }
    Ok(told)
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

fn report(slug: &str, before: &Details, after: &Details) -> String {
    let mut text = format!("{slug}: changed\n");
    for change in changes::between(before, after) {
        text.push_str(&format!("  {}\n", line(&change)));
    }
    text
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
fn local(event: &Event, at: Instant) -> String {
    at.with_timezone(&event.details.zone.offset(at))
        .to_rfc3339_opts(SecondsFormat::Secs, false)
}

fn title(event: &Event) -> String {
    let order = event.details.text_order();
    let picked = event.details.title.pick(&order[0], &order);
    picked.map_or_else(String::new, |picked| picked.text.to_owned())
}
