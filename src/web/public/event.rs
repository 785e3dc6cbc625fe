use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;

use super::discovery;
use super::feed::{self, Wanted};
use super::visitor::{Visit, announced, calendar_path, editions, event_path, preferred};
use crate::event::lineup::{self, Shown as Photos};
use crate::event::logo::{self, Logos};
use crate::event::{Event, facts_with_pictures};
use crate::registration::{Refusal, standing, taken_seats};
use crate::view::{Door, EventPage, Frame};
use crate::web::page::Page;
use crate::web::reply::{chosen_by_language, see_other};
use crate::web::{Error, Site};

/// 303 to the page in the reader's language, or, at `SLUG.ics`, the calendar file; to the form, where the address
/// names the link that was followed.
pub async fn choose_language_or_download(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let mut tx = site.db.read().await?;
    if let Some(slug) = slug.strip_suffix(".ics") {
        let event = announced(&mut tx, &site, slug).await?;
        return feed::download(&site, &event, &wanted, &headers);
    }
    let event = announced(&mut tx, &site, &slug).await?;
    let offered = editions(&site, &event);
    let page = match wanted.source() {
        // The event's page is the same for everybody, and can carry no word on.
        Some(source) => event_path(&event, &format!("/register?source={source}")),
        None => event_path(&event, ""),
    };
    Ok(chosen_by_language(see_other(&format!(
        "/{}{page}",
        preferred(&headers, &offered)
    ))))
}

/// The page of an event, the same for everybody.
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
    // In a place of its own: whoever finds the page in memory has none made for the way to the database.
    let told = Box::pin(Told::read(&site, &slug)).await?;
    let page = recollection.renew(told, |told| told.page(&visit))?;
    Ok(page.answer(&headers))
}

/// What the page tells.
#[derive(PartialEq)]
struct Told {
    event: Arc<Event>,
    door: Door,
    photos: Photos,
    logos: Logos,
}

impl Told {
    async fn read(site: &Site, slug: &str) -> Result<Self, Error> {
        let tx = &mut site.db.read().await?;
        let event = announced(tx, site, slug).await?;
        let seats = taken_seats(tx, event.id).await?;
        Ok(Self {
            door: door(standing(&event, &seats, tx.now())),
            photos: lineup::photos(tx, event.id).await?,
            logos: logo::of_event(tx, event.id).await?,
            event,
        })
    }

    fn page(&self, visit: &Visit<'_>) -> Result<Page, Error> {
        let event = &self.event;
        let facts = facts_with_pictures(event, visit.locale(), &self.photos, &self.logos);
        let page = EventPage {
            frame: frame(visit, event, ""),
            discovery: discovery::of_event(visit, event, &facts, &self.door),
            event: facts,
            door: self.door.clone(),
            register: visit.event_path(event, "/register"),
            calendar: calendar_path(event, visit.language),
        };
        let html = visit.site.view.page(&page, visit.language)?;
        Ok(Page::new(html))
    }
}

/// What stands around a page of `event`: search engines stay away from those that are not listed.
pub fn frame(visit: &Visit<'_>, event: &Event, rest: &str) -> Frame {
    let frame = visit.frame_about(event, &event_path(event, rest));
    if event.is_listed() {
        frame
    } else {
        frame.private()
    }
}

/// The one button of an event's page, or the reason why there is none.
pub fn door(refusal: Option<Refusal>) -> Door {
    match refusal {
        None => Door::Open,
        Some(Refusal::Cancelled) => Door::Cancelled,
        Some(Refusal::Over) => Door::Over,
        Some(Refusal::NotYetOpen) => Door::NotYet,
        Some(Refusal::Full { has_waitlist }) => Door::Full {
            waitlist: has_waitlist,
        },
        Some(_) => Door::Closed,
    }
}
