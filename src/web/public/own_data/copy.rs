//! Taking a copy of everything along, for people to read or for programs (P-6). It is asked for by POST, since
//! the log says that it was.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::whole::Whole;
use crate::event::facts_with_sessions;
use crate::registration::partner::told_to;
use crate::registration::{kept, note_copy, survey_answer};
use crate::view::OwnCopyPage;
use crate::web::form::Filled;
use crate::web::public::allowance::{may_change, too_many};
use crate::web::public::own::held;
use crate::web::public::visitor::Visit;
use crate::web::reply::{html, secret};
use crate::web::{Error, Site};

/// A file that says nothing of what it is about in its name (P-10).
const FILE: HeaderValue = HeaderValue::from_static("attachment; filename=\"registration.json\"");
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// `format=html` gives a page, anything else a file of JSON.
pub async fn take(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let filled = Filled::read(&body)?;
    let mut tx = site.db.begin().await?;
    let (event, registration) = held(&mut tx, &site, &token).await?;
    if !may_change(&mut tx, &site, registration.id).await? {
        return Ok(too_many());
    }
    note_copy(&mut tx, &registration).await?;
    let whole = Whole {
        event: &event,
        registration: &registration,
        kept: kept(&mut tx, &registration).await?,
        survey: survey_answer(&mut tx, &site.key, &registration).await?,
        partner_is_told: told_to(&mut tx, &event, &registration).await?.is_some(),
        now: tx.now(),
    };
    tx.commit().await?;
    if filled.text("format") != "html" {
        let text = whole.json().to_string();
        let head = [(CONTENT_TYPE, JSON), (CONTENT_DISPOSITION, FILE)];
        return Ok(secret((head, text).into_response()));
    }
    let locale = visit.locale();
    let path = format!("/registrations/{token}");
    let page = OwnCopyPage {
        frame: visit.frame_about(&event, &path).private(),
        event: facts_with_sessions(&event, locale, &registration.sessions),
        event_page: visit.event_path(&event, ""),
        own: visit.own_path(&token, ""),
        made_at: locale.moment(&event.details.zone, whole.now),
        told: whole.parts(locale),
    };
    Ok(secret(html(site.view.page(&page, visit.language)?)))
}
