//! Adding a list of people: handed in, looked at, then added whole or not at all (U-13).

use std::collections::{HashMap, HashSet};

use axum::body::Bytes;
use axum::extract::{Path, RawQuery};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::{base, wake};
use crate::base::db::Tx;
use crate::base::fold::fold;
use crate::base::id::Id;
use crate::base::language::Language;
use crate::event::{Event, EventState, Mode};
use crate::registration::roster::{
    self, CellFault, CellProblem, Column, Defaults, Encoding, Entry, MOST_ROWS, Roster, Sheet,
    SheetProblem,
};
use crate::registration::{self, Added, ByHand, Request, taken_seats};
use crate::view::Choice;
use crate::view::desk::EventTab;
use crate::view::desk::registrations::{
    CellFault as FaultRow, ColumnChoice, ImportPage, PreviewPage, PreviewRow, SheetFault,
};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::desk::Desk;
use crate::web::organiser::handed_in;
use crate::web::reply::see_other;
use crate::web::upload::Upload;

/// Rows that are shown.
const SHOWN: usize = 15;
/// Faults that are shown.
const FAULTS: usize = 40;

/// Where a list is handed in.
pub async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    desk.html(&page(&desk, &event, None))
}

/// Keeps a list to be looked at.
pub async fn take(desk: Desk, headers: HeaderMap, body: Bytes) -> Result<Response, Error> {
    let upload = Upload::read(&headers, body).await?;
    let content = upload.content();
    let event = desk.event(&mut desk.site.db.read().await?).await?;
    // Whatever a list has to be looked at for, nobody who writes waits for it.
    let sheet = roster::sheet(&roster::decoded(&content, None).0);
    let problem = if content.len() > handed_in::LARGEST {
        Some("import-large")
    } else if sheet.rows.is_empty() {
        Some("import-empty")
    } else if sheet.rows.len() > MOST_ROWS {
        Some("import-many")
    } else {
        None
    };
    if problem.is_some() {
        let page = desk.html(&page(&desk, &event, problem))?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let mut tx = desk.site.db.begin().await?;
    let id = roster::keep(&mut tx, event.id, &desk.actor(), &content).await?;
    tx.commit().await?;
    Ok(see_other(&format!("{}/import/{id}", base(&event))))
}

/// What the list would do.
pub async fn preview(
    desk: Desk,
    Path(path): Path<HashMap<String, String>>,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let filled = Filled::in_address(query)?;
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let looked = Looked::at(&mut tx, &desk, &event, &path, &filled).await?;
    desk.html(&looked.page(&mut tx, &desk, &event, false).await?)
}

/// Looks again, with other columns or letters; or adds everybody.
pub async fn add_all(
    desk: Desk,
    Path(path): Path<HashMap<String, String>>,
    body: Bytes,
) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.read().await?;
    let seen = desk.event(&mut tx).await?;
    let looked = Looked::at(&mut tx, &desk, &seen, &path, &filled).await?;
    if filled.text("do") != "add" || !looked.is_good() {
        return desk.html(&looked.page(&mut tx, &desk, &seen, false).await?);
    }
    drop(tx);
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    if event.revision != seen.revision {
        return Err(Error::Busy);
    }
    let beyond_terms = filled.text("beyond") == "yes";
    if looked.is_beyond(&mut tx, &event).await? && !beyond_terms {
        let page = looked.page(&mut tx, &desk, &event, true).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.html(&page)?).into_response());
    }
    // Whoever sends the same list twice at once adds it once.
    if !roster::discard(&mut tx, looked.id).await? {
        return Err(Error::NotFound);
    }
    let added = looked.add(&mut tx, &desk, &event, beyond_terms).await?;
    tx.commit().await?;
    wake(&desk);
    Ok(desk.done_counting(&base(&event), "imported", added))
}

fn page(desk: &Desk, event: &Event, problem: Option<&str>) -> ImportPage {
    ImportPage {
        frame: desk.event_frame(event, EventTab::Registrations),
        base: base(event),
        problem: problem.map(|key| desk.locale().text(key)),
        most: i64::try_from(MOST_ROWS).unwrap_or(i64::MAX),
    }
}

/// A list with what is known of it.
struct Looked {
    id: Id<Roster>,
    encoding: Option<Encoding>,
    mode: Mode,
    sheet: Sheet,
    entries: Vec<Entry>,
    faults: Vec<CellFault>,
    problems: Vec<SheetProblem>,
    known: HashSet<String>,
    takes_place: bool,
}

impl Looked {
    async fn at(
        tx: &mut Tx,
        desk: &Desk,
        event: &Event,
        path: &HashMap<String, String>,
        filled: &Filled,
    ) -> Result<Self, Error> {
        let (id, content) = handed_in::load(tx, desk, event, path).await?;
        let encoding = filled.text("encoding").parse().ok();
        let mut sheet = roster::sheet(&roster::decoded(&content, encoding).0);
        for (index, column) in sheet.columns.iter_mut().enumerate() {
            if let Ok(said) = filled.text(&format!("column.{index}")).parse() {
                *column = said;
            }
        }
        let mode = filled.text("mode").parse().unwrap_or(Mode::InPerson);
        let defaults = Defaults {
            mode,
            language: first_language(event),
        };
        let called = languages(desk, event);
        let (entries, faults, problems) = roster::check(&sheet, event, &called, &defaults);
        let keys: Vec<String> = entries
            .iter()
            .filter_map(|entry| Some(entry.request.as_ref()?.email.key()))
            .collect();
        Ok(Self {
            id,
            encoding,
            mode,
            known: roster::known_addresses(tx, event.id, &keys).await?,
            takes_place: event.state == EventState::Published && !event.is_over(tx.now()),
            sheet,
            entries,
            faults,
            problems,
        })
    }

    fn is_good(&self) -> bool {
        self.faults.is_empty()
            && self.problems.is_empty()
            && self.takes_place
            && self.newcomers().next().is_some()
    }

    /// Those who would be added.
    fn newcomers(&self) -> impl Iterator<Item = &Request> {
        let requests = self
            .entries
            .iter()
            .filter_map(|entry| entry.request.as_ref());
        requests.filter(|request| !self.known.contains(&request.email.key()))
    }

    /// Whether closing or capacity stand in the way.
    async fn is_beyond(&self, tx: &mut Tx, event: &Event) -> Result<bool, Error> {
        if tx.now() >= event.schedule.closes_at {
            return Ok(true);
        }
        let seats = taken_seats(tx, event.id).await?;
        let lacks = |mode: Mode| {
            let wanted = self
                .newcomers()
                .filter(|request| request.mode == mode)
                .count();
            let free = seats.free(event, mode, &event.session_ids);
            let wanted = i64::try_from(wanted).unwrap_or(i64::MAX);
            free.into_iter().flatten().any(|free| free < wanted) && wanted > 0
        };
        Ok(lacks(Mode::Online) || lacks(Mode::InPerson))
    }

    /// Adds everybody, or fails for all.
    async fn add(
        &self,
        tx: &mut Tx,
        desk: &Desk,
        event: &Event,
        beyond_terms: bool,
    ) -> Result<usize, Error> {
        let actor = desk.actor();
        let by = ByHand {
            actor: &actor,
            beyond_terms,
        };
        let mut added = 0;
        for request in self.newcomers() {
            match registration::add(tx, &desk.site.key, event, request, &by).await? {
                Added::Done(_) => added += 1,
                // Registered by themselves while this was under way.
                Added::Known(_) => {}
                Added::Closed | Added::Full | Added::Over => return Err(Error::Busy),
            }
        }
        Ok(added)
    }

    async fn page(
        &self,
        tx: &mut Tx,
        desk: &Desk,
        event: &Event,
        beyond_missing: bool,
    ) -> Result<PreviewPage, Error> {
        let locale = desk.locale();
        let over = (!self.takes_place).then_some("over");
        let problems = self.problems.iter().map(|problem| problem.as_str());
        let is_beyond = self.takes_place && self.is_beyond(tx, event).await?;
        let faults = self.faults.iter().take(FAULTS);
        Ok(PreviewPage {
            frame: desk.event_frame(event, EventTab::Registrations),
            base: base(event),
            action: format!("{}/import/{}", base(event), self.id),
            sheet: problems.chain(over).map(|key| SheetFault { key }).collect(),
            encodings: handed_in::encodings(desk, self.encoding),
            modes: self.modes(desk, event),
            columns: self.columns(desk),
            rows: self.rows(),
            total: count(self.sheet.rows.len()),
            new: count(self.newcomers().count()),
            known: count(self.known.len()),
            gone: count(self.entries.iter().filter(|entry| entry.gave_up).count()),
            faults: faults.map(|fault| self.fault_row(desk, fault)).collect(),
            more_faults: count(self.faults.len().saturating_sub(FAULTS)),
            beyond: is_beyond.then(|| locale.text("import-beyond")),
            beyond_missing,
        })
    }

    fn modes(&self, desk: &Desk, event: &Event) -> Vec<Choice> {
        let modes = Mode::ALL.iter().filter(|_| event.details.is_hybrid());
        modes
            .map(|mode| Choice {
                chosen: self.mode == *mode,
                ..Choice::new(
                    mode.as_str(),
                    desk.locale().text(&format!("registrations-mode-{mode}")),
                )
            })
            .collect()
    }

    fn columns(&self, desk: &Desk) -> Vec<ColumnChoice> {
        let columns = self.sheet.columns.iter().enumerate();
        columns
            .map(|(index, taken)| ColumnChoice {
                name: format!("column.{index}"),
                heading: self.heading(desk, index),
                options: Column::ALL
                    .iter()
                    .map(|column| Choice {
                        chosen: column == taken,
                        ..Choice::new(
                            column.as_str(),
                            desk.locale().text(&format!("import-column-{column}")),
                        )
                    })
                    .collect(),
            })
            .collect()
    }

    fn heading(&self, desk: &Desk, index: usize) -> String {
        match self.sheet.headings.get(index).map(String::as_str) {
            None | Some("") => {
                let number = (index + 1).to_string();
                desk.locale()
                    .text_with("import-column-number", &[("n", &number)])
            }
            Some(heading) => heading.chars().take(60).collect(),
        }
    }

    fn rows(&self) -> Vec<PreviewRow> {
        let rows = self.sheet.rows.iter().take(SHOWN).enumerate();
        rows.map(|(index, row)| {
            let entry = self.entries.get(index);
            let request = entry.and_then(|entry| entry.request.as_ref());
            PreviewRow {
                line: i64::try_from(row.line).unwrap_or(i64::MAX),
                cells: row
                    .cells
                    .iter()
                    .map(|cell| cell.chars().take(80).collect())
                    .collect(),
                fate: match request {
                    Some(request) if self.known.contains(&request.email.key()) => "known",
                    Some(_) => "new",
                    None if entry.is_some_and(|entry| entry.gave_up) => "gone",
                    None => "fault",
                },
            }
        })
        .collect()
    }

    fn fault_row(&self, desk: &Desk, fault: &CellFault) -> FaultRow {
        let locale = desk.locale();
        let words = match fault.problem {
            CellProblem::NameMissing => locale.text("import-fault-name-missing"),
            CellProblem::TooLong => locale.text("import-fault-text-long"),
            CellProblem::EmailMissing => locale.text("import-fault-email-missing"),
            CellProblem::EmailMalformed => locale.text("import-fault-email-malformed"),
            CellProblem::EmailRepeated(line) => {
                let line = line.to_string();
                locale.text_with("import-fault-email-repeated", &[("line", &line)])
            }
            CellProblem::ModeUnknown => locale.text("import-fault-mode-unknown"),
            CellProblem::LanguageUnknown => locale.text("import-fault-language-unknown"),
            CellProblem::SessionUnknown => locale.text("import-fault-session-unknown"),
            CellProblem::StatusUnknown => locale.text("import-fault-status-unknown"),
        };
        FaultRow {
            line: i64::try_from(fault.line).unwrap_or(i64::MAX),
            heading: self.heading(desk, fault.column),
            value: fault.value.clone(),
            words,
        }
    }
}

fn first_language(event: &Event) -> Language {
    let first = event.details.page_languages().first();
    first.unwrap_or(&event.details.languages[0]).clone()
}

/// The languages of the event's page, with their tags and names in every language of the service.
fn languages(desk: &Desk, event: &Event) -> Vec<(Language, Vec<String>)> {
    let view = &desk.site.view;
    let named = |language: &Language| {
        let names = view
            .languages()
            .iter()
            .map(|reader| fold(&view.locale(reader).language_name(language)));
        let own = fold(&view.locale(language).language_name(language));
        let names = names.chain([own, fold(&language.to_string())]).collect();
        (language.clone(), names)
    };
    event.details.page_languages().iter().map(named).collect()
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
