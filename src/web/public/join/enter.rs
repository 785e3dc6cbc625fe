//! The way in to a room at a meeting service: the link is made when somebody comes, and told to nobody else.
//!
//! It is a GET, as following a link to a meeting is, and changes nothing of ours: a form could not lead there,
//! since `form-action` holds for where its answer leads, too.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::joiner::Own;
use super::{Asked, page, visit};
use crate::conferencing::Room;
use crate::event::{Event, Joining, Provider, SessionOf, Way, facts_to_send};
use crate::web::public::visitor::Visit;
use crate::web::reply::{elsewhere, html, secret, see_other};
use crate::web::{Error, Site};

/// When to try again a service that does not answer: seconds.
const PAUSE: HeaderValue = HeaderValue::from_static("10");

/// Leads somebody into the room of a session of theirs while it is open to them, and else to their page, which
/// says how it is.
pub async fn enter(
    State(site): State<Arc<Site>>,
    Path((token, session)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let own = Own::find(&site, &token).await?;
    let visit = visit(&site, &own, &asked);
    let Some((session, provider)) = open(&own, &session) else {
        let path = format!("{}?lang={}", own.path(), visit.language);
        return Ok(secret(see_other(&path)));
    };
    let room = room(&site, &own.event, session);
    let guest = own.guest(&site.key, site.view.locale(own.language()));
    match site.services.way_in(provider, &room, &guest, own.now).await {
        Ok(address) => Ok(secret(elsewhere(&address))),
        Err(error) => {
            tracing::warn!(%provider, %error, "no way into a meeting");
            away(&visit, &own, session)
        }
    }
}

/// The session that goes by `key`, where they may enter its room now, and the service that it is at.
fn open<'a>(own: &'a Own, key: &str) -> Option<(SessionOf<'a>, Provider)> {
    let details = &own.event.details;
    let session = own
        .sessions()
        .find(|of| details.session_key(of.index).as_str() == key)?;
    match own.joining(session) {
        Joining::Open(Way::Own(provider)) => Some((session, provider)),
        _ => None,
    }
}

/// The room of `session`: the same for everybody, whatever they read.
fn room(site: &Site, event: &Event, session: SessionOf<'_>) -> Room {
    let locale = site.view.locale(&event.details.page_languages()[0]);
    let visit = Visit {
        site,
        language: locale.language(),
    };
    let title = facts_to_send(event, locale, &event.session_ids).title;
    // The address of a sensitive event tells what it is, as its title would.
    let page = if event.is_sensitive() {
        format!("/{}/", visit.language)
    } else {
        visit.event_path(event, "")
    };
    Room {
        name: Room::name_of(&site.key, event.room_of(session)),
        title: title.text,
        page: site.address(&page),
        may_be_recorded: event.details.recording == Some(true),
        ends_at: session.sitting.ends_at,
    }
}

/// 503: their page, which says that the service does not answer.
fn away(visit: &Visit<'_>, own: &Own, session: SessionOf<'_>) -> Result<Response, Error> {
    let page = page::page_while_away(visit, own, session);
    let page = html(visit.site.view.page(&page, visit.language)?);
    let retry = [(RETRY_AFTER, PAUSE)];
    let response = (StatusCode::SERVICE_UNAVAILABLE, retry, page).into_response();
    Ok(secret(response))
}
