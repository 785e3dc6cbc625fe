//! An event within the page of another site (U-8).

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::{HeaderMap, HeaderValue, Uri};
use axum::response::Response;

use super::event::door;
use super::feed::Wanted;
use super::partner::known_link;
use super::visitor::{Visit, announced};
use crate::event::{Event, Source, Visibility, facts};
use crate::registration::{standing, taken_seats};
use crate::view::{Door, EmbedPage};
use crate::web::page::Page;
use crate::web::protection::headers::policy_framed_by;
use crate::web::{Error, Site};

/// A light version of an event's page, which only the sites named by its organiser may frame. It needs
/// neither cookies nor scripts: registering happens on our own pages, in a window of their own. With a partner's
/// `?source=WORD` its button leads on by the partner's link; a page is kept for each such link, and for no other word.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path((language, slug)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let named = wanted.source();
    let path = kept_at(&uri, named.as_ref());
    let recollection = site.pages.recall(&site.db, &path);
    if let Some(page) = recollection.page() {
        return Ok(page.answer(&headers));
    }
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.read().await?;
    let event = announced(&mut tx, &site, &slug).await?;
    if event.details.visibility() == Visibility::Sensitive {
        return Err(Error::NotFound);
    }
    let seats = taken_seats(&mut tx, event.id).await?;
    let door = door(standing(&event, &seats, tx.now()));
    let source = known_link(&mut tx, &event, named.clone()).await?;
    let path = kept_at(&uri, source.as_ref());
    let recollection = if source == named {
        recollection
    } else {
        site.pages.recall(&site.db, &path)
    };
    let page = recollection.renew((event, door, source), |(event, door, source)| {
        page(&visit, event, door, source.as_ref())
    })?;
    Ok(page.answer(&headers))
}

/// What the page is kept by.
fn kept_at(uri: &Uri, source: Option<&Source>) -> String {
    match source {
        Some(source) => format!("{}?source={source}", uri.path()),
        None => uri.path().to_owned(),
    }
}

fn page(
    visit: &Visit<'_>,
    event: &Event,
    door: &Door,
    source: Option<&Source>,
) -> Result<Page, Error> {
    let site = visit.site;
    let register = source.map_or_else(
        || "/register".to_owned(),
        |source| format!("/register?source={source}"),
    );
    let page = EmbedPage {
        site: site.name.get(),
        event: facts(event, visit.locale()),
        door: door.clone(),
        event_page: site.address(&visit.event_path(event, "")),
        register: site.address(&visit.event_path(event, &register)),
    };
    let html = site.view.page(&page, visit.language)?;
    Ok(Page::new(html).with(CONTENT_SECURITY_POLICY, framed_by(site, event)))
}

/// Everybody else is kept from framing it, as from framing any other page.
fn framed_by(site: &Site, event: &Event) -> HeaderValue {
    let origins = event.details.embed.as_deref().unwrap_or_default();
    policy_framed_by(&site.base_url, origins)
}
