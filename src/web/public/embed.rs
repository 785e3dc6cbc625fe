//! An event within the page of another site (U-8).

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::{HeaderMap, HeaderValue, Uri};
use axum::response::Response;

use super::event::door;
use super::visitor::{Visit, announced};
use crate::event::{Event, Visibility, facts};
use crate::registration::{standing, taken_seats};
use crate::view::{Door, EmbedPage};
use crate::web::page::Page;
use crate::web::protection::headers::policy_framed_by;
use crate::web::{Error, Site};

/// A light version of an event's page, which only the sites named by its organiser may frame. It needs
/// neither cookies nor scripts: registering happens on our own pages, in a window of their own.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path((language, slug)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let recollection = site.pages.recall(&site.db, uri.path());
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
    let page = recollection.renew((event, door), |(event, door)| page(&visit, event, door))?;
    Ok(page.answer(&headers))
}

fn page(visit: &Visit<'_>, event: &Event, door: &Door) -> Result<Page, Error> {
    let site = visit.site;
    let page = EmbedPage {
        site: site.name.clone(),
        event: facts(event, visit.locale()),
        door: door.clone(),
        event_page: site.address(&visit.event_path(event, "")),
        register: site.address(&visit.event_path(event, "/register")),
    };
    let html = site.view.page(&page, visit.language)?;
    Ok(Page::new(html).with(CONTENT_SECURITY_POLICY, framed_by(site, event)))
}

/// Everybody else is kept from framing it, as from framing any other page.
fn framed_by(site: &Site, event: &Event) -> HeaderValue {
    let origins = event.details.embed.as_deref().unwrap_or_default();
    policy_framed_by(&site.base_url, origins)
}
