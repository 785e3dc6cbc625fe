use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use chrono::Datelike;

use super::discovery;
use super::event::door;
use super::visitor::{Visit, preferred};
use crate::base::db::Tx;
use crate::event::{self, Event, facts};
use crate::registration::{Seats, standing, taken_seats};
use crate::view::{Card, Door, HomePage, Year};
use crate::web::page::Page;
use crate::web::reply::{chosen_by_language, see_other};
use crate::web::{Error, Site};

/// 303 to the list in the reader's language.
pub async fn choose_language(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    let language = preferred(&headers, site.view.languages());
    chosen_by_language(see_other(&format!("/{language}/")))
}

/// The list: what is to come, the next first; below it the archive, the latest first.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path(language): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let recollection = site.pages.recall(&site.db, uri.path());
    if let Some(page) = recollection.page() {
        return Ok(page.answer(&headers));
    }
    let visit = Visit::in_language(&site, &language)?;
    let told = Told::read(&mut site.db.read().await?).await?;
    let page = recollection.renew(told, |told| told.page(&visit))?;
    Ok(page.answer(&headers))
}

/// What the list tells.
#[derive(PartialEq)]
struct Told {
    upcoming: Vec<(Event, Door)>,
    past: Vec<(Event, Door)>,
}

impl Told {
    async fn read(tx: &mut Tx) -> Result<Self, Error> {
        let mut upcoming = Vec::new();
        for event in event::upcoming(tx).await? {
            let seats = taken_seats(tx, event.id).await?;
            let door = door(standing(&event, &seats, tx.now()));
            upcoming.push((event, door));
        }
        let mut past = Vec::new();
        for event in event::past(tx).await? {
            let door = door(standing(&event, &Seats::default(), tx.now()));
            past.push((event, door));
        }
        Ok(Self { upcoming, past })
    }

    fn page(&self, visit: &Visit<'_>) -> Result<Page, Error> {
        let title = visit.locale().text("home-title");
        let page = HomePage {
            frame: visit.frame("/"),
            discovery: Some(discovery::of_home(visit, title)),
            upcoming: self
                .upcoming
                .iter()
                .map(|(event, door)| card(visit, event, door))
                .collect(),
            archive: self.archive(visit),
        };
        let html = visit.site.view.page(&page, visit.language)?;
        Ok(Page::new(html))
    }

    fn archive(&self, visit: &Visit<'_>) -> Vec<Year> {
        let mut years: BTreeMap<i32, Vec<Card>> = BTreeMap::new();
        for (event, door) in &self.past {
            let year = years.entry(year(event)).or_default();
            year.push(card(visit, event, door));
        }
        let latest_first = years.into_iter().rev();
        latest_first
            .map(|(year, events)| Year {
                year: year.to_string(),
                events,
            })
            .collect()
    }
}

fn card(visit: &Visit<'_>, event: &Event, door: &Door) -> Card {
    let first_day = event.details.zone.local(event.schedule.starts_at()).date();
    Card {
        href: visit.event_path(event, ""),
        event: facts(event, visit.locale()),
        leaf: visit.locale().leaf(first_day),
        door: door.clone(),
    }
}

fn year(event: &Event) -> i32 {
    let start = event.schedule.starts_at();
    event.details.zone.local(start).year()
}
