//! Adding a list of people: handed in, looked at, then added whole or not at all (U-13).

use std::collections::HashMap;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::{base, wake};
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::{Event, Mode};
use crate::registration::ByHand;
use crate::registration::roster::{self, CellFault, Column, Encoding, Looked, MOST_ROWS, Roster};
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
    let list = HandedIn::at(&mut tx, &desk, &event, &path, &filled).await?;
    desk.html(&list.page(&mut tx, &desk, &event, false).await?)
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
    let list = HandedIn::at(&mut tx, &desk, &seen, &path, &filled).await?;
    if filled.text("do") != "add" || !list.is_good() {
        return desk.html(&list.page(&mut tx, &desk, &seen, false).await?);
    }
    drop(tx);
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    if event.revision != seen.revision {
        return Err(Error::Busy);
    }
    let beyond_terms = filled.text("beyond") == "yes";
    if list.looked.is_beyond(&mut tx, &event).await? && !beyond_terms {
        let page = list.page(&mut tx, &desk, &event, true).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.html(&page)?).into_response());
    }
    // Whoever sends the same list twice at once adds it once.
    if !roster::discard(&mut tx, list.id).await? {
        return Err(Error::NotFound);
    }
    let actor = desk.actor();
    let by = ByHand {
        actor: &actor,
        beyond_terms,
    };
    let added = list
        .looked
        .add(&mut tx, &desk.site.key, &event, &by)
        .await?;
    let added = added.ok_or(Error::Busy)?;
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

/// A list that was handed in, with what is known of it.
struct HandedIn {
    id: Id<Roster>,
    encoding: Option<Encoding>,
    mode: Mode,
    looked: Looked,
}

impl HandedIn {
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
        Ok(Self {
            id,
            encoding,
            mode,
            looked: Looked::at(tx, &desk.site.view, event, sheet, mode).await?,
        })
    }

    /// Whether it can be added, and somebody would be.
    fn is_good(&self) -> bool {
        self.looked.is_good() && self.looked.newcomers().next().is_some()
    }

    async fn page(
        &self,
        tx: &mut Tx,
        desk: &Desk,
        event: &Event,
        beyond_missing: bool,
    ) -> Result<PreviewPage, Error> {
        let locale = desk.locale();
        let looked = &self.looked;
        let over = (!looked.takes_place).then_some("over");
        let problems = looked.problems.iter().map(|problem| problem.as_str());
        let is_beyond = looked.takes_place && looked.is_beyond(tx, event).await?;
        let faults = looked.faults.iter().take(FAULTS);
        Ok(PreviewPage {
            frame: desk.event_frame(event, EventTab::Registrations),
            base: base(event),
            action: format!("{}/import/{}", base(event), self.id),
            sheet: problems.chain(over).map(|key| SheetFault { key }).collect(),
            encodings: handed_in::encodings(desk, self.encoding),
            modes: self.modes(desk, event),
            columns: self.columns(desk),
            rows: self.rows(),
            total: count(looked.sheet.rows.len()),
            new: count(looked.newcomers().count()),
            known: count(looked.known.len()),
            gone: count(looked.entries.iter().filter(|entry| entry.gave_up).count()),
            faults: faults.map(|fault| self.fault_row(desk, fault)).collect(),
            more_faults: count(looked.faults.len().saturating_sub(FAULTS)),
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
        let columns = self.looked.sheet.columns.iter().enumerate();
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
        match self.looked.sheet.headings.get(index).map(String::as_str) {
            None | Some("") => {
                let number = (index + 1).to_string();
                desk.locale()
                    .text_with("import-column-number", &[("n", &number)])
            }
            Some(heading) => heading.chars().take(60).collect(),
        }
    }

    fn rows(&self) -> Vec<PreviewRow> {
        let rows = self.looked.sheet.rows.iter().take(SHOWN).enumerate();
        rows.map(|(index, row)| {
            let entry = self.looked.entries.get(index);
            let request = entry.and_then(|entry| entry.request.as_ref());
            PreviewRow {
                line: i64::try_from(row.line).unwrap_or(i64::MAX),
                cells: row
                    .cells
                    .iter()
                    .map(|cell| cell.chars().take(80).collect())
                    .collect(),
                fate: match request {
                    Some(request) if self.looked.known.contains(&request.email.key()) => "known",
                    Some(_) => "new",
                    None if entry.is_some_and(|entry| entry.gave_up) => "gone",
                    None => "fault",
                },
            }
        })
        .collect()
    }

    fn fault_row(&self, desk: &Desk, fault: &CellFault) -> FaultRow {
        FaultRow {
            line: i64::try_from(fault.line).unwrap_or(i64::MAX),
            heading: self.heading(desk, fault.column),
            value: fault.value.clone(),
            words: fault.problem.in_words(desk.locale()),
        }
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
