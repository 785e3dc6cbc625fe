//! Handing registrations out: which columns, what for, and a line in the log (P-9).

use std::collections::{HashMap, HashSet};

use axum::body::Bytes;
use axum::extract::RawQuery;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::query::Wanted;
use super::{base, list, rows};
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::text::SingleLine;
use crate::event::Event;
use crate::event::partner::{self, PartnerLink};
use crate::registration::find::{self, Order};
use crate::registration::{self, Answer, ExportedRegistration, Registration, Source};
use crate::report::{self, Table};
use crate::view::desk::EventTab;
use crate::view::desk::registrations::ExportPage;
use crate::view::{Choice, Locale, Words};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::desk::Desk;
use crate::{audit, words};

words! {
    /// What can be handed out of a registration.
    pub enum Column {
        /// The name to show.
        Name = "name",
        /// What has become of it.
        State = "state",
        /// Where mails go.
        Email = "email",
        /// Where they work.
        Organisation = "organisation",
        /// What they do there.
        Position = "position",
        /// Where they are.
        Country = "country",
        /// The language of mails.
        Language = "language",
        /// How they attend.
        Mode = "mode",
        /// The sessions they come to.
        Sessions = "sessions",
        /// When it was made.
        Registered = "registered",
        /// What they answered, a column for each question.
        Answers = "answers",
        /// What organisers sort it by.
        Tags = "tags",
        /// Which link they followed.
        Source = "source",
    }
}

/// What is ticked at first (P-9).
const DEFAULT: [Column; 2] = [Column::Name, Column::State];

/// Characters of the longest purpose.
const LONGEST_PURPOSE: usize = 200;

/// Asks what for.
pub async fn show(desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Error> {
    let filled = Filled::in_address(query)?;
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    desk.html(&page(&mut tx, &desk, &event, &filled, false).await?)
}

/// The file. It is made of one consistent state, and nobody who writes waits for it; only the line in the
/// log, without which it is not handed out, is a unit of work of its own.
pub async fn download(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let purpose = SingleLine::clean(filled.text("purpose")).cut(LONGEST_PURPOSE);
    let columns = columns(&filled);
    if purpose.is_empty() || columns.is_empty() {
        let page = page(&mut tx, &desk, &event, &filled, true).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.html(&page)?).into_response());
    }
    let table = table(&mut tx, &desk, &event, &filled, &columns).await?;
    drop(tx);
    let (octets, kind, name) = written(&table, filled.text("format"), &event)?;
    let changes = json!({
        "columns": columns.iter().map(|column| column.as_str()).collect::<Vec<_>>(),
        "rows": table.rows.len(),
        "purpose": purpose.as_str(),
    });
    let (actor, object) = (desk.actor(), event.id.uuid());
    let mut tx = desk.site.db.begin().await?;
    audit::record(&mut tx, &actor, "registrations_exported", object, changes).await?;
    tx.commit().await?;
    let attached = format!("attachment; filename=\"{name}\"");
    let attached = HeaderValue::from_str(&attached).map_err(|_| Error::NotFound)?;
    let kind = HeaderValue::from_static(kind);
    Ok((
        [(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, attached)],
        octets,
    )
        .into_response())
}

/// The octets of the file, its media type and its name.
fn written(
    table: &Table,
    format: &str,
    event: &Event,
) -> Result<(Vec<u8>, &'static str, String), Error> {
    let slug = &event.details.slug;
    Ok(match format {
        "csv" => (
            report::csv_of(table)?,
            "text/csv; charset=utf-8",
            format!("{slug}.csv"),
        ),
        _ => (
            report::xlsx_of(table)?,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            format!("{slug}.xlsx"),
        ),
    })
}

fn columns(filled: &Filled) -> Vec<Column> {
    let ticked: HashSet<&str> = filled.all("column").collect();
    let wanted = Column::ALL
        .iter()
        .filter(|column| ticked.contains(column.as_str()));
    wanted.copied().collect()
}

async fn page(
    tx: &mut Tx,
    desk: &Desk,
    event: &Event,
    filled: &Filled,
    is_refused: bool,
) -> Result<ExportPage, Error> {
    let wanted = Wanted::read(filled, event);
    let ticked = if is_refused {
        columns(filled)
    } else {
        DEFAULT.to_vec()
    };
    let choice = |column: &Column| Choice {
        chosen: ticked.contains(column),
        ..Choice::new(column.as_str(), heading(desk.locale(), *column))
    };
    Ok(ExportPage {
        frame: desk.event_frame(event, EventTab::Registrations),
        base: base(event),
        hidden: wanted.hidden(),
        total: find::count(tx, event.id, &wanted.filter).await?,
        columns: Column::ALL.iter().map(choice).collect(),
        purpose: filled.text("purpose").to_owned(),
        problem: is_refused.then(|| desk.locale().text("export-purpose-missing")),
        kept_for_days: event.details.retention().delta().num_days(),
    })
}

fn heading(locale: &Locale, column: Column) -> String {
    locale.text(&format!("export-column-{column}"))
}

async fn table(
    tx: &mut Tx,
    desk: &Desk,
    event: &Event,
    filled: &Filled,
    columns: &[Column],
) -> Result<Table, Error> {
    let wanted = Wanted::read(filled, event);
    let everybody = (i64::MAX, 0);
    let ids = find::ids(tx, event.id, &wanted.filter, Order::Oldest, everybody).await?;
    let meant: HashSet<Id<Registration>> = ids.iter().copied().collect();
    let mut all = registration::for_export(tx, event.id).await?;
    all.retain(|one| meant.contains(&one.id));
    let tags = if columns.contains(&Column::Tags) {
        registration::tags_of(tx, &ids).await?
    } else {
        HashMap::new()
    };
    let writing = Writing {
        locale: desk.locale(),
        event,
        tags,
        links: partner::of_event(tx, event.id).await?,
    };
    Ok(Table {
        headings: columns
            .iter()
            .flat_map(|column| writing.headings(*column))
            .collect(),
        rows: all.iter().map(|one| writing.row(one, columns)).collect(),
    })
}

/// Registrations in the words of whoever asked for them.
struct Writing<'a> {
    locale: &'a Locale,
    event: &'a Event,
    tags: HashMap<Id<Registration>, Vec<String>>,
    links: Vec<PartnerLink>,
}

impl Writing<'_> {
    fn headings(&self, column: Column) -> Vec<String> {
        let terms = &self.event.details.terms;
        match column {
            Column::Answers => {
                let order = self.event.details.text_order();
                let label = |label| Words::pick(label, self.locale, &order);
                let questions = terms.questions.iter();
                questions
                    .map(|question| label(&question.label).map_or_else(String::new, |one| one.text))
                    .collect()
            }
            column => vec![heading(self.locale, column)],
        }
    }

    fn row(&self, one: &ExportedRegistration, columns: &[Column]) -> Vec<String> {
        columns
            .iter()
            .flat_map(|column| self.cells(one, *column))
            .collect()
    }

    fn cells(&self, one: &ExportedRegistration, column: Column) -> Vec<String> {
        let given = |text: &Option<String>| text.clone().unwrap_or_default();
        vec![match column {
            Column::Name => one.name.to_string(),
            Column::State => self
                .locale
                .text(&format!("registration-state-{}", one.state)),
            Column::Email => one.email.to_string(),
            Column::Organisation => given(&one.organisation),
            Column::Position => given(&one.position),
            Column::Country => given(&one.country),
            Column::Language => self.locale.language_name(&one.language),
            Column::Mode => self
                .locale
                .text(&format!("registrations-mode-{}", one.mode)),
            Column::Sessions => self.sessions(one),
            Column::Registered => rows::stamp(self.event, one.registered_at).words,
            Column::Tags => self
                .tags
                .get(&one.id)
                .map_or_else(String::new, |tags| tags.join(", ")),
            Column::Source => one
                .source
                .as_ref()
                .map_or_else(String::new, |source| self.link(source)),
            Column::Answers => return self.answers(one),
        }]
    }

    /// The name of the partner whose link it is, or else the word in it.
    fn link(&self, source: &Source) -> String {
        let mut links = self.links.iter();
        let known = links.find(|link| link.source == *source);
        known.map_or_else(
            || source.to_string(),
            |link| link.called(self.locale, self.event).text,
        )
    }

    fn sessions(&self, one: &ExportedRegistration) -> String {
        let own = self
            .event
            .sessions()
            .filter(|session| one.sessions.contains(&session.id));
        let names = own.map(|session| list::session_name(self.event, self.locale, session).text);
        names.collect::<Vec<_>>().join("; ")
    }

    /// In the order of the questions; options as they read.
    fn answers(&self, one: &ExportedRegistration) -> Vec<String> {
        let terms = &self.event.details.terms;
        let order = self.event.details.text_order();
        let questions = terms.questions.iter().enumerate();
        questions
            .map(|(index, question)| {
                let shown = |value: &String| {
                    let option = value
                        .parse::<usize>()
                        .ok()
                        .and_then(|number| question.options.get(number.checked_sub(1)?));
                    let words = option.and_then(|option| Words::pick(option, self.locale, &order));
                    words.map_or_else(|| value.clone(), |words| words.text)
                };
                match one.answers.get(&terms.question_key(index)) {
                    None => String::new(),
                    Some(Answer::One(value)) => shown(value),
                    Some(Answer::Several(values)) => {
                        values.iter().map(shown).collect::<Vec<_>>().join("; ")
                    }
                }
            })
            .collect()
    }
}
