//! What is kept of those who register, for how long, and for whom: as the event is now.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::asked;
use super::event::frame;
use super::visitor::{Visit, announced};
use crate::event::{Event, facts};
use crate::mailer::retention::kept_until;
use crate::retention::purged_at;
use crate::view::{Asked, Field, Words, YourDataPage};
use crate::web::form::Filled;
use crate::web::reply::public_html;
use crate::web::{Error, Site};

/// Says it in plain words.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path((language, slug)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.read().await?;
    let event = announced(&mut tx, &site, &slug).await?;
    let gone = purged_at(&mut tx, event.id).await?;
    let (locale, zone) = (visit.locale(), &event.details.zone);
    let fields = asked::form(&visit, &event, &Filled::default(), &[], "").fields;
    let (consents, fields): (Vec<Field>, Vec<Field>) = fields.into_iter().partition(is_consent);
    let page = YourDataPage {
        frame: frame(&visit, &event, "/your-data"),
        event: facts(&event, locale),
        event_page: visit.event_path(&event, ""),
        asked: in_order(&visit, &event, fields),
        survey: event.details.survey.is_some(),
        consents: consents.into_iter().filter_map(agreed_to).collect(),
        until: locale.moment(zone, kept_until(&event)),
        gone: gone.map(|gone| locale.moment(zone, gone)),
    };
    Ok(public_html(
        &headers,
        site.view.page(&page, visit.language)?,
    ))
}

/// Name and address, the language, which the page knows, and what the event asks besides.
fn in_order(visit: &Visit<'_>, event: &Event, fields: Vec<Field>) -> Vec<Asked> {
    let mut asked: Vec<Asked> = fields
        .into_iter()
        .map(|field| reason(event, field))
        .collect();
    let language = Asked {
        label: Words::plain(visit.locale().text("your-data-language")),
        kind: "language",
        purpose: None,
        required: true,
    };
    asked.insert(2, language);
    asked
}

/// The purpose of a field that an organiser added stands beside it in the form.
fn reason(event: &Event, field: Field) -> Asked {
    let mut added = event.details.terms.fields.iter();
    let is_added = added.any(|one| one.name.as_str() == field.name);
    let kind = Asked::KINDS.into_iter().find(|kind| *kind == field.name);
    Asked {
        kind: kind.unwrap_or("answer"),
        purpose: field.hint.filter(|_| is_added),
        label: field.label,
        required: field.required,
    }
}

fn is_consent(field: &Field) -> bool {
    field.name.starts_with("consent.")
}

fn agreed_to(consent: Field) -> Option<Words> {
    consent.options.into_iter().next().map(|box_| box_.label)
}
