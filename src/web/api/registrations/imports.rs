//! A list of people added by a program: read as the workspace reads it, and added whole or not at all (U-13).
//! Sent again it adds nobody who is registered already; under the same key, nobody at all: not even who withdrew.

use axum::body::Bytes;
use axum::extract::Query;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::NEED;
use crate::event::file::Sort;
use crate::event::{Event, Mode};
use crate::registration::ByHand;
use crate::registration::roster::{self, CellFault, Looked, MOST_ROWS, Sheet};
use crate::web::api::about::About;
use crate::web::api::caller::Caller;
use crate::web::api::doors::Doors;
use crate::web::api::field_error::FieldError;
use crate::web::api::once::Once;
use crate::web::api::problem::{Problem, Trouble};
use crate::web::api::sent::json;

pub(super) fn doors(doors: Doors) -> Doors {
    doors.post(
        NEED,
        "/api/v1/events/{event}/imports",
        import,
        About::new("Gives everybody on a list a place, or nobody.")
            .asked::<Manner>()
            .once()
            .takes_csv("A row a person, with headings in any language of the service.")
            .gives::<Done>(StatusCode::OK),
    )
}

/// How a list is taken.
#[derive(Debug, Deserialize, IntoParams)]
struct Manner {
    /// How those attend of whom the list does not say it.
    mode: Option<Mode>,
    /// Whether closing and capacity do not matter.
    beyond_terms: Option<bool>,
    /// Whether it is only looked at.
    preview: Option<bool>,
}

/// What became of a list, or would.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Import)]
struct Done {
    /// How many rows it has.
    rows: usize,
    /// How many got a place; nobody where it was done before under the same key.
    added: usize,
    /// How many were registered already, and are as they were.
    known: usize,
    /// How many gave their place up where the list comes from.
    gone: usize,
}

impl Done {
    fn of(looked: &Looked, added: usize) -> Self {
        Self {
            rows: looked.sheet.rows.len(),
            added,
            known: looked.known.len(),
            gone: looked.entries.iter().filter(|one| one.gave_up).count(),
        }
    }
}

async fn import(
    caller: Caller,
    Query(manner): Query<Manner>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let sheet = sheet(&headers, &body)?;
    let mut tx = caller.site.db.read().await?;
    let seen = caller.event(&mut tx).await?;
    let mode = manner.mode.unwrap_or(Mode::InPerson);
    let looked = Looked::at(&mut tx, &caller.site.view, &seen, sheet, mode).await?;
    drop(tx);
    is_good(&caller, &looked)?;
    if manner.preview == Some(true) {
        return Ok(json(&Done::of(&looked, looked.newcomers().count())));
    }
    let asked = (&headers, &uri, &body);
    let added = add(&caller, &seen, &looked, &manner, asked).await?;
    Ok(json(&Done::of(&looked, added)))
}

/// The list that was sent, cell by cell.
fn sheet(headers: &HeaderMap, body: &Bytes) -> Result<Sheet, Problem> {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next());
    if !kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("text/csv")) {
        return Err(Trouble::NotCsv.into());
    }
    let sheet = roster::sheet(&roster::decoded(body, None).0);
    if sheet.rows.len() > MOST_ROWS {
        let error = FieldError::of_sort("", Sort::Many).because(format!("≤ {MOST_ROWS}"));
        return Err(Problem::unfit(vec![error]));
    }
    Ok(sheet)
}

fn is_good(caller: &Caller, looked: &Looked) -> Result<(), Problem> {
    if !looked.takes_place {
        return Err(Trouble::State.into());
    }
    if looked.is_good() {
        return Ok(());
    }
    let locale = caller.locale();
    let whole = looked.problems.iter();
    let whole = whole.map(|problem| {
        let words = locale.text(&format!("import-sheet-{problem}"));
        FieldError::at("", words)
    });
    let cells = looked.faults.iter().map(|fault: &CellFault| {
        let heading = looked.sheet.headings.get(fault.column);
        let heading = heading.filter(|heading| !heading.is_empty());
        let heading = heading
            .cloned()
            .unwrap_or_else(|| (fault.column + 1).to_string());
        FieldError::at(heading, fault.problem.in_words(locale)).on_line(fault.line)
    });
    Err(Problem::unfit(whole.chain(cells).collect()))
}

/// Adds everybody, over the event as it was when the list was looked at.
async fn add(
    caller: &Caller,
    seen: &Event,
    looked: &Looked,
    manner: &Manner,
    (headers, uri, body): (&HeaderMap, &Uri, &Bytes),
) -> Result<usize, Problem> {
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    let Ok(once) = Once::begin(&mut tx, caller, headers, (uri, body)).await? else {
        return Ok(0);
    };
    let beyond_terms = manner.beyond_terms == Some(true);
    if event.revision != seen.revision {
        return Err(Trouble::Busy.into());
    }
    if !beyond_terms && looked.newcomers().next().is_some() {
        if tx.now() >= event.schedule.closes_at {
            return Err(Trouble::Closed.into());
        }
        if looked.is_beyond(&mut tx, &event).await? {
            return Err(Trouble::Full.into());
        }
    }
    let actor = caller.actor();
    let by = ByHand {
        actor: &actor,
        beyond_terms,
    };
    let added = looked.add(&mut tx, &caller.site.key, &event, &by).await?;
    let added = added.ok_or(Trouble::Busy)?;
    // Nothing has one identifier here: what was made belongs to the event.
    once.finish(&mut tx, caller, event.id.uuid()).await?;
    tx.commit().await?;
    caller.site.worker.notify_one();
    Ok(added)
}
