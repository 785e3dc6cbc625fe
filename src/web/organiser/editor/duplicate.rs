//! The next event, made after another: as a draft, without link, codes and people (E-11).

use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{Days, NaiveDate};

use super::create::draft;
use super::flaw::Flaw;
use crate::account::Role;
use crate::base::clock::Instant;
use crate::event::{self, Details, Event, Impossible, Schedule, facts, logo};
use crate::view::desk::{DuplicatePage, EventTab, Group, Layout, Sheet};
use crate::view::{Field, Problem, Widget};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::Desk;
use crate::web::organiser::desk::tab_path;

/// How long ahead a new date is proposed at least.
const AHEAD: Days = Days::new(14);

/// Asks for the new date.
pub async fn show(desk: Desk) -> Result<Response, Error> {
    may_make_events(&desk)?;
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let day = proposed(&event, tx.now()).to_string();
    let page = page(&desk, &event, &day, None);
    desk.html(&page)
}

/// Makes it, and goes to its first page.
pub async fn make(desk: Desk, body: Bytes) -> Result<Response, Error> {
    may_make_events(&desk)?;
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let typed = filled.text("date");
    match moved(&event.details, typed) {
        Ok(details) => {
            let slug = draft(&mut tx, &desk, details, &event.details.slug).await?;
            let made = event::find(&mut tx, &desk.site.key, &slug).await?;
            let made = made.ok_or(Error::Busy)?;
            logo::copy(&mut tx, event.id, made.id).await?;
            tx.commit().await?;
            Ok(desk.done(&format!("/organise/events/{slug}"), "event-duplicated"))
        }
        Err(flaw) => {
            let page = page(&desk, &event, typed, Some(&flaw));
            let response = desk.html(&page)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, response).into_response())
        }
    }
}

/// Whoever has a role for one event only makes no other.
fn may_make_events(desk: &Desk) -> Result<(), Error> {
    if desk.may_in_all(Role::Organiser) {
        Ok(())
    } else {
        Err(Error::Forbidden)
    }
}

/// The same on another day, where its times exist then.
fn moved(details: &Details, day: &str) -> Result<Details, Flaw> {
    let day: NaiveDate = day.parse().map_err(|_| Flaw::Malformed("day"))?;
    let moved = details
        .duplicate(details.slug.clone(), day)
        .ok_or(Flaw::Malformed("day"))?;
    match Schedule::of(&moved).map_err(|faults| faults.into_iter().next()) {
        Ok(_) => Ok(moved),
        Err(Some(Impossible::Session { unresolved, .. })) => Err(Flaw::from(&unresolved)),
        Err(_) => Err(Flaw::Malformed("day")),
    }
}

/// The same day of the week, some weeks from now or from the event.
fn proposed(event: &Event, now: Instant) -> NaiveDate {
    let zone = &event.details.zone;
    let first = zone.local(event.schedule.starts_at()).date();
    let earliest = zone
        .local(now)
        .date()
        .checked_add_days(AHEAD)
        .unwrap_or(first);
    let weeks = ((earliest - first).num_days().max(1) + 6) / 7;
    first
        .checked_add_days(Days::new(weeks.unsigned_abs() * 7))
        .unwrap_or(first)
}

fn page(desk: &Desk, event: &Event, day: &str, flaw: Option<&Flaw>) -> DuplicatePage {
    let locale = desk.locale();
    let label = locale.text("event-duplicate-date");
    let problem = flaw.map(|flaw| flaw.words(locale, &label));
    let field = Field {
        widget: Widget::Date,
        value: day.to_owned(),
        problem: problem.clone(),
        ..Field::line("date", label)
    };
    let problems = problem.map(|words| Problem {
        field: Some(field.id.clone()),
        words,
    });
    DuplicatePage {
        frame: desk.event_frame(event, EventTab::Overview),
        event: facts(event, locale),
        sheet: Sheet {
            action: format!("{}/duplicate", tab_path(event, EventTab::Overview)),
            hidden: Vec::new(),
            groups: vec![Group {
                layout: Layout::Alone,
                legend: None,
                hint: None,
                fields: vec![field],
                notes: Vec::new(),
            }],
            problems: problems.into_iter().collect(),
        },
    }
}
