use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, bail};
use chrono::SecondsFormat;

use super::app::App;
use super::{FactName, plan, reason};
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::language::Localised;
use crate::event::changes::{self, Change};
use crate::event::{
    self, CannotSave, Details, Event, EventState, Fact, Key, OPERATOR, SaveOptions, Saved,
    Schedule, SessionOf, Touched, file,
};
use crate::mailer::plan::What;
use crate::retention;
use crate::view::{Phrase, Placeholder};

/// Makes an event of a file, or brings a known one up to date; says what changed, or everything
/// that is wrong.
pub async fn import(
    app: &App,
    organisation: Option<&str>,
    path: &Path,
    options: SaveOptions<'_>,
) -> anyhow::Result<String> {
    let shown = path.display();
    let services = &app.settings.services;
    let judge = |details: &Details| services.lacking(details);
    let details = read_file(path, |text| file::read_judged(text, judge))?;
    let organisation = app.organisation(organisation).await?;
    let sender = &app.settings.mail_from;
    let mut tx = app.db.begin().await?;
    let slug = details.slug.clone();
    let saved = event::save(&mut tx, &app.key, organisation.id, sender, details, options).await;
    let saved = match saved {
        Ok(saved) => saved,
        Err(error @ CannotSave::Database(_)) => return Err(error.into()),
        Err(error) => bail!("{shown}: {error}"),
    };
    let event = event::find(&mut tx, &app.key, &slug).await?;
    let event = event.context("the event is gone")?;
    let told = plan::reached(&mut tx, &event, What::Changed).await?;
    tx.commit().await?;
    let mut account = account_of(&saved, &event, options.draft);
    if told > 0 && matches!(saved, Saved::Changed(_)) {
        account.push_str(&format!("  note: {}\n", told_by_mail(told)));
    }
    Ok(account)
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

/// Calls off an event, for good, and has everybody told.
pub async fn cancel(app: &App, slug: &str, reasons: &[String]) -> anyhow::Result<String> {
    let reason = reason::given(reasons)?;
    let event = app.event(slug).await?;
    let mut tx = app.db.begin().await?;
    if !event::cancel(&mut tx, &event, OPERATOR, reason).await? {
        bail!("{slug}: only a published event can be cancelled");
    }
    let cancelled = load(&mut tx, app, &event).await?;
    let told = plan::reached(&mut tx, &cancelled, What::Cancelled).await?;
    tx.commit().await?;
    Ok(format!("{slug}: cancelled; {}\n", told_by_mail(told)))
}

/// Has everybody whom it concerns told of what is different.
pub async fn tell(app: &App, slug: &str, facts: &[FactName]) -> anyhow::Result<String> {
    let event = app.event(slug).await?;
    if event.state != EventState::Published {
        bail!("{slug}: only of a published event there is something to tell");
    }
    let facts: BTreeSet<Fact> = facts.iter().map(|fact| Fact::from(*fact)).collect();
    let touched: Vec<Touched> = event
        .session_ids
        .iter()
        .map(|session| Touched {
            session: *session,
            facts: facts.clone(),
        })
        .collect();
    let knows_link = |session: SessionOf<'_>| event.way_to(session.session).is_some();
    if facts.contains(&Fact::Link) && !event.sessions().any(knows_link) {
        bail!("{slug}: it has no link to tell");
    }
    let mut tx = app.db.begin().await?;
    if !event::tell_anew(&mut tx, &event, &touched, OPERATOR).await? {
        bail!("{slug}: somebody else changed it at the same time; try again");
    }
    let event = load(&mut tx, app, &event).await?;
    let told = plan::reached(&mut tx, &event, What::Changed).await?;
    tx.commit().await?;
    Ok(format!("{slug}: {}\n", told_by_mail(told)))
}

impl From<FactName> for Fact {
    fn from(name: FactName) -> Self {
        match name {
            FactName::Time => Self::Time,
            FactName::Place => Self::Place,
            FactName::Link => Self::Link,
        }
    }
}

/// The event as this unit of work has left it.
async fn load(tx: &mut Tx, app: &App, event: &Event) -> anyhow::Result<Event> {
    let event = event::load(tx, &app.key, event.id).await?;
    event.context("the event is gone")
}

fn told_by_mail(people: usize) -> String {
    match people {
        1 => "1 person is told by mail".to_owned(),
        people => format!("{people} people are told by mail"),
    }
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
        let confirmed = retention::confirmed(&mut tx, event.id).await?;
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
    if event.is_sensitive() && event.details.slug.is_guessable() {
        notes.push(
            "it is sensitive, and its slug can be guessed: take one of 20 random letters and digits"
                .to_owned(),
        );
    }
    let texts = event.details.mail.iter().flat_map(|mail| &mail.texts);
    notes.extend(named_only(
        texts.flat_map(|text| [&text.subject, &text.lead]).flatten(),
    ));
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

/// What organisers may not expect of placeholders in `texts`.
pub fn named_only<'a>(texts: impl IntoIterator<Item = &'a Localised<Phrase>>) -> Option<String> {
    let named: BTreeSet<&str> = texts
        .into_iter()
        .flat_map(|phrases| phrases.keyed())
        .flat_map(|(_, phrase)| phrase.named_only())
        .map(Placeholder::as_str)
        .collect();
    let named: Vec<String> = named.iter().map(|name| format!("{{{{{name}}}}}")).collect();
    (!named.is_empty()).then(|| {
        let named = named.join(", ");
        format!("{named} is read as it stands, in single braces: only those that stand alone are filled in")
    })
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
