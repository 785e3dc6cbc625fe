//! Calling an event off, for good.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::flaw::{Fault, Flaw};
use super::slot;
use crate::base::language::{Language, Localised};
use crate::event::{self, Event, EventState, MANY, Text, facts};
use crate::registration::{Headcount, headcount};
use crate::view::desk::{CancelPage, EventTab, Group, Layout, Sheet};
use crate::view::{Field, Widget, Words};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::Desk;
use crate::web::organiser::desk::tab_path;

/// What it would mean.
pub async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let people = headcount(&mut tx, event.id).await?;
    let page = page(&desk, &event, &people, &Filled::default(), &[]);
    desk.html(&page)
}

/// Calls it off, and has everybody told who has a place or waits for one.
pub async fn cancel(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let people = headcount(&mut tx, event.id).await?;
    let mut faults = Vec::new();
    if !event.is_meant(people.concerned(), filled.text("slug")) {
        faults.push(Fault::of("slug", Flaw::Malformed("slug")));
    }
    let reason = reason(&event, &filled)
        .map_err(|more| faults.extend(more))
        .ok()
        .flatten();
    if !faults.is_empty() {
        let page = page(&desk, &event, &people, &filled, &faults);
        let response = desk.html(&page)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, response).into_response());
    }
    let path = tab_path(&event, EventTab::Overview);
    if !event::cancel(&mut tx, &event, &desk.actor(), reason).await? {
        return Ok(desk.done(&path, "not-cancelled"));
    }
    tx.commit().await?;
    desk.site.worker.notify_one();
    let told = usize::try_from(people.concerned()).unwrap_or_default();
    Ok(desk.done_counting(&path, "event-cancelled", told))
}

/// Why, in each language in which something was typed.
fn reason(event: &Event, filled: &Filled) -> Result<Option<Localised>, Vec<Fault>> {
    let links = event.details.meeting_links();
    let (mut texts, mut faults) = (BTreeMap::new(), Vec::new());
    for language in event.details.page_languages() {
        let name = format!("reason.{language}");
        let typed: Vec<&str> = filled.all(&name).collect();
        match slot::text(Text::LINES, &typed) {
            Ok(Some(text)) if event::Seen::of(&text).tells_any(&links) => {
                faults.push(Fault::of(&name, Flaw::TellsLink));
            }
            Ok(Some(text)) => drop(texts.insert(language.clone(), text)),
            Ok(None) => {}
            Err(flaw) => faults.push(Fault::of(&name, flaw)),
        }
    }
    if faults.is_empty() {
        Ok((!texts.is_empty()).then_some(Localised::Each(texts)))
    } else {
        Err(faults)
    }
}

fn page(
    desk: &Desk,
    event: &Event,
    people: &Headcount,
    filled: &Filled,
    faults: &[Fault],
) -> CancelPage {
    let locale = desk.locale();
    let field = |name: &str, widget: Widget, label: String, asked: &str| {
        let fault = faults
            .iter()
            .find(|fault| fault.field.as_deref() == Some(name));
        Field {
            widget,
            value: filled.text(name).to_owned(),
            problem: fault.map(|fault| fault.flaw.words(locale, asked)),
            ..Field::line(name, Words::plain(label))
        }
    };
    let asked = locale.text("event-cancel-reason");
    let reason = |language: &Language| Field {
        lang: Some(language.to_string()),
        ..field(
            &format!("reason.{language}"),
            Widget::Area,
            locale.language_name(language),
            &asked,
        )
    };
    let mut groups = vec![Group {
        layout: Layout::Languages,
        legend: Some(asked.clone()),
        hint: Some(locale.text("event-cancel-reason-hint")),
        fields: event.details.page_languages().iter().map(reason).collect(),
        notes: Vec::new(),
    }];
    if people.concerned() > MANY {
        let slug = event.details.slug.as_str();
        let label = locale.text_with("event-cancel-type-slug", &[("slug", slug)]);
        let asked = locale.text("event-cancel-slug");
        groups.push(Group {
            layout: Layout::Alone,
            legend: None,
            hint: None,
            fields: vec![field("slug", Widget::Line, label, &asked)],
            notes: Vec::new(),
        });
    }
    let asked = groups.iter().flat_map(|group| &group.fields);
    let problems = asked.filter_map(Field::summary).collect();
    CancelPage {
        frame: desk.event_frame(event, EventTab::Overview),
        event: facts(event, locale),
        can_be: event.state == EventState::Published,
        concerned: people.concerned(),
        confirmed: people.confirmed(),
        sheet: Sheet {
            action: format!("{}/cancel", tab_path(event, EventTab::Overview)),
            hidden: Vec::new(),
            groups,
            problems,
        },
    }
}
