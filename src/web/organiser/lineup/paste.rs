//! A spreadsheet pasted into a session: looked at first, then all of it or nothing (U-13).

use axum::body::Bytes;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::super::desk::Desk;
use super::since::since;
use super::spreadsheet::{Column, Judge, Row, Vocabulary, read};
use super::{back_to, number, path, session_field, session_meant, session_of, session_title, wake};
use crate::base::db::Tx;
use crate::base::fold::fold;
use crate::base::id::Id;
use crate::base::language::Language;
use crate::event::lineup::{self, Edit, Edited};
use crate::event::{Event, Role, Session};
use crate::view::desk::{Cell, EventTab, PastePage, PastedRow};
use crate::view::{Choice, Field, Problem, View, Widget, Words};
use crate::web::Error;
use crate::web::reply::see_other;

/// Octets of the longest sheet.
const LONGEST: usize = 48 * 1024;

/// What the address says.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    session: String,
}

/// What was sent.
#[derive(Debug, Default)]
struct Sent {
    session: String,
    rows: String,
    language: String,
    confirm: bool,
    revision: i64,
}

/// The empty sheet.
pub(super) async fn ask(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let session = session_meant(&event, &asked.session, tx.now())?;
    desk.html(&page(&desk, &event, session, &Sent::default(), &[])?)
}

/// Shows what the sheet says, or puts everybody in it into the session.
pub(super) async fn add(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let sent = Sent::read(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let session = session_meant(&event, &sent.session, tx.now())?;
    let rows = rows(&desk, &mut tx, &event, session, &sent).await?;
    let shown = page(
        &desk,
        &event,
        session,
        &sent,
        rows.as_deref().unwrap_or_default(),
    )?;
    let problem = match &rows {
        None => Some("paste-problem-many"),
        Some(rows) if rows.is_empty() => Some("paste-problem-empty"),
        Some(_) => None,
    };
    if let Some(problem) = problem {
        return refused(
            &desk,
            StatusCode::UNPROCESSABLE_ENTITY,
            shown.with_problem(&desk, problem),
        );
    }
    let people: Option<Vec<_>> = rows
        .unwrap_or_default()
        .into_iter()
        .map(|row| row.appearance)
        .collect();
    let Some(people) = people else {
        return refused(&desk, StatusCode::UNPROCESSABLE_ENTITY, shown);
    };
    if !sent.confirm {
        return desk.html(&shown);
    }
    let count = people.len();
    let edit = Edit::Add(session, people.into_iter().map(|one| (None, one)).collect());
    match lineup::edit(&mut tx, &event, &desk.actor(), sent.revision, edit).await? {
        Edited::Done(_) => {}
        Edited::Unknown => return Err(Error::NotFound),
        Edited::Overtaken => {
            let since = since(&desk, &mut tx, &event, sent.revision).await?;
            let page = PastePage {
                since: Some(since),
                ..shown
            };
            return refused(&desk, StatusCode::CONFLICT, page);
        }
    }
    tx.commit().await?;
    wake(&desk);
    Ok(see_other(&back_to(
        &event,
        session,
        &format!("lineup-pasted&n={count}"),
    )))
}

impl Sent {
    /// The sheet is longer than any other field, so that it is read by itself.
    fn read(body: &Bytes) -> Result<Self, Error> {
        let mut sent = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            if value.len() > LONGEST {
                return Err(Error::TooLarge);
            }
            match &*name {
                "session" => sent.session = value.into_owned(),
                "rows" => sent.rows = value.into_owned(),
                "language" => sent.language = value.into_owned(),
                "confirm" => sent.confirm = value == "yes",
                "revision" => sent.revision = number(&value),
                _ => {}
            }
        }
        Ok(sent)
    }

    /// The language of the sheet's texts.
    fn language(&self, event: &Event) -> Language {
        let pages = event.details.page_languages();
        let chosen = pages
            .iter()
            .find(|language| language.to_string() == self.language);
        chosen.unwrap_or(&pages[0]).clone()
    }
}

async fn rows(
    desk: &Desk,
    tx: &mut Tx,
    event: &Event,
    session: Id<Session>,
    sent: &Sent,
) -> Result<Option<Vec<Row>>, Error> {
    session_of(event, session)?;
    let known = lineup::of_session(tx, event.id, session).await?;
    let names = known.iter().filter_map(|one| one.appearance.name.as_ref());
    let taken = names
        .flat_map(|name| name.keyed())
        .map(|(_, text)| fold(text));
    let judge = Judge {
        vocabulary: &vocabulary(&desk.site.view),
        language: &sent.language(event),
        taken: taken.collect(),
        links: event.details.meeting_links(),
        asks_role: true,
    };
    Ok(read(&sent.rows, judge))
}

/// The words for roles and columns in every language of the service.
pub(in crate::web::organiser) fn vocabulary(view: &View) -> Vocabulary {
    let mut roles = Vec::new();
    let mut columns = Vec::new();
    for role in Role::ALL {
        roles.push((role.to_string(), *role));
        for language in view.languages() {
            let locale = view.locale(language);
            roles.push((fold(&locale.text(&format!("lineup-role-{role}"))), *role));
            roles.push((
                fold(&locale.text_counting(&format!("role-{role}"), 1)),
                *role,
            ));
        }
    }
    for column in Column::ALL {
        columns.push((column.to_string(), *column));
        for language in view.languages() {
            let label = view
                .locale(language)
                .text(&format!("lineup-field-{column}"));
            columns.push((fold(&label), *column));
        }
    }
    Vocabulary { roles, columns }
}

fn page(
    desk: &Desk,
    event: &Event,
    session: Id<Session>,
    sent: &Sent,
    rows: &[Row],
) -> Result<PastePage, Error> {
    let locale = desk.locale();
    let of = session_of(event, session)?;
    let languages = event.details.page_languages().iter();
    let choices = languages.map(|language| {
        Choice::new(
            language.to_string(),
            Words::plain(locale.language_name(language)),
        )
    });
    let shown: Vec<PastedRow> = (1..)
        .zip(rows)
        .map(|(number, row)| PastedRow {
            number,
            cells: row
                .cells
                .iter()
                .map(|(text, problem)| Cell {
                    text: text.clone(),
                    problem: problem.map(|key| locale.text(key)),
                })
                .collect(),
        })
        .collect();
    let cells = shown.iter().flat_map(|row| &row.cells);
    Ok(PastePage {
        frame: desk.event_frame(event, EventTab::Lineup),
        back: back_to(event, session, ""),
        action: path(event, "/paste"),
        session: session_title(event, of, locale),
        session_id: session.to_string(),
        sessions: session_field(event, session, locale),
        revision: event.revision,
        typed: sent.rows.clone(),
        language: Field::optional("language", Widget::Select, locale.text("paste-language"))
            .among(choices.collect(), &sent.language(event).to_string()),
        wrong: cells.filter(|cell| cell.problem.is_some()).count(),
        rows: shown,
        problems: Vec::new(),
        since: None,
    })
}

impl PastePage {
    fn with_problem(self, desk: &Desk, key: &str) -> Self {
        let problem = Problem {
            field: Some("field-rows".to_owned()),
            words: desk.locale().text(key),
        };
        Self {
            problems: vec![problem],
            ..self
        }
    }
}

fn refused(desk: &Desk, status: StatusCode, page: PastePage) -> Result<Response, Error> {
    Ok((status, desk.html(&page)?).into_response())
}
