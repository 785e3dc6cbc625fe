//! People from a spreadsheet, pasted into the directory: looked at first, then all of them or none (U-13).
//! Whoever has the name of somebody who is there already is left as they are.

use std::collections::BTreeSet;

use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::super::desk::Desk;
use super::super::lineup::spreadsheet::{Judge, Row, read};
use super::super::lineup::vocabulary;
use super::order;
use crate::base::db::Tx;
use crate::base::fold::fold;
use crate::base::language::{Language, Localised};
use crate::event::Person;
use crate::event::person::{self, Kept, PAGE, Profile};
use crate::view::desk::{Cell, ImportedRow, PeopleImportPage};
use crate::view::{Choice, Field, Problem, Widget, Words};
use crate::web::Error;

/// Octets of the longest sheet.
const LONGEST: usize = 48 * 1024;

/// What was sent.
#[derive(Debug, Default)]
struct Sent {
    rows: String,
    language: String,
    confirm: bool,
}

/// The empty sheet.
pub(super) async fn ask(desk: Desk) -> Result<Response, Error> {
    desk.html(&page(&desk, &Sent::default(), &[]))
}

/// Shows what the sheet says, or enters everybody in it.
pub(super) async fn add(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let sent = Sent::read(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let language = sent.language(&desk);
    let rows = rows(&desk, &mut tx, &sent, &language).await?;
    let shown = page(&desk, &sent, rows.as_deref().unwrap_or_default());
    let problem = match &rows {
        None => Some("paste-problem-many"),
        Some(rows) if rows.is_empty() => Some("paste-problem-empty"),
        Some(_) => None,
    };
    if let Some(problem) = problem {
        return refused(&desk, &shown.with_problem(&desk, problem));
    }
    let rows = rows.unwrap_or_default();
    if rows.iter().any(|(row, _)| row.appearance.is_none()) {
        return refused(&desk, &shown);
    }
    if !sent.confirm {
        return desk.html(&shown);
    }
    let added = enter(&desk, &mut tx, &rows).await?;
    tx.commit().await?;
    Ok(desk.done_counting("/organise/people", "lineup-pasted", added))
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
                "rows" => sent.rows = value.into_owned(),
                "language" => sent.language = value.into_owned(),
                "confirm" => sent.confirm = value == "yes",
                _ => {}
            }
        }
        Ok(sent)
    }

    /// The language of the sheet's texts.
    fn language(&self, desk: &Desk) -> Language {
        let known = order(desk);
        let chosen = known
            .iter()
            .find(|language| language.to_string() == self.language);
        chosen.unwrap_or_else(|| desk.language()).clone()
    }
}

/// What was pasted, each with whether the directory has somebody of the name; `None` for too many.
async fn rows(
    desk: &Desk,
    tx: &mut Tx,
    sent: &Sent,
    language: &Language,
) -> Result<Option<Vec<(Row, bool)>>, Error> {
    let judge = Judge {
        vocabulary: &vocabulary(&desk.site.view),
        language,
        taken: BTreeSet::new(),
        links: Vec::new(),
        asks_role: false,
    };
    let Some(read) = read(&sent.rows, judge) else {
        return Ok(None);
    };
    let mut rows = Vec::new();
    for row in read {
        let name = row.appearance.as_ref().and_then(|one| one.name.as_ref());
        let is_known = match name {
            Some(name) => is_known(desk, tx, name).await?,
            None => false,
        };
        rows.push((row, is_known));
    }
    Ok(Some(rows))
}

/// Whether the directory has somebody who is called so in any language.
async fn is_known(desk: &Desk, tx: &mut Tx, name: &Localised) -> Result<bool, Error> {
    for (_, text) in name.keyed() {
        let found = person::after(tx, desk.organisation.id, text, None, PAGE).await?;
        let is_called = |one: &Person| {
            let names = one.profile.name.keyed();
            names.iter().any(|(_, known)| fold(known) == fold(text))
        };
        if found.iter().any(is_called) {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn enter(desk: &Desk, tx: &mut Tx, rows: &[(Row, bool)]) -> Result<usize, Error> {
    let mut added = 0;
    let new = rows.iter().filter(|(_, is_known)| !is_known);
    for profile in new.filter_map(|(row, _)| Profile::of(row.appearance.as_ref()?)) {
        let kept = person::add(tx, desk.organisation.id, &desk.actor(), &profile).await?;
        if matches!(kept, Kept::Done(_)) {
            added += 1;
        }
    }
    Ok(added)
}

fn page(desk: &Desk, sent: &Sent, rows: &[(Row, bool)]) -> PeopleImportPage {
    let locale = desk.locale();
    let languages = order(desk).into_iter();
    let choices = languages.map(|language| {
        let name = locale.language_name(&language);
        Choice::new(language.to_string(), Words::plain(name))
    });
    let shown: Vec<ImportedRow> = (1..)
        .zip(rows)
        .map(|(number, (row, is_known))| ImportedRow {
            number,
            // The first is a role, of which the directory knows nothing.
            cells: row.cells[1..]
                .iter()
                .map(|(text, problem)| Cell {
                    text: text.clone(),
                    problem: problem.map(|key| locale.text(key)),
                })
                .collect(),
            is_known: *is_known,
        })
        .collect();
    let cells = shown.iter().flat_map(|row| &row.cells);
    PeopleImportPage {
        frame: desk.frame("people"),
        typed: sent.rows.clone(),
        language: Field::optional("language", Widget::Select, locale.text("paste-language"))
            .among(choices.collect(), &sent.language(desk).to_string()),
        wrong: cells.filter(|cell| cell.problem.is_some()).count(),
        new: shown.iter().filter(|row| !row.is_known).count(),
        rows: shown,
        problems: Vec::new(),
    }
}

impl PeopleImportPage {
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

fn refused(desk: &Desk, page: &PeopleImportPage) -> Result<Response, Error> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.html(page)?).into_response())
}
