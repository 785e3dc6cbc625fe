use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use chrono::Datelike;

use super::discovery;
use super::event::door;
use super::visitor::{Visit, preferred};
use crate::base::clock::Instant;
use crate::event::{self, Event, facts};
use crate::registration::{Seats, standing, taken_seats};
use crate::view::{Card, HomePage, Year};
use crate::web::reply::{chosen_by_language, public_html, see_other};
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
    headers: HeaderMap,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.read().await?;
    let mut upcoming = Vec::new();
    for event in event::upcoming(&mut tx).await? {
        let seats = taken_seats(&mut tx, event.id).await?;
        let now = tx.now();
        upcoming.push(card(&visit, &event, door(standing(&event, &seats, now))));
    }
    let mut archive: BTreeMap<i32, Vec<Card>> = BTreeMap::new();
    for event in event::past(&mut tx).await? {
        let door = door(standing(&event, &Seats::default(), tx.now()));
        archive
            .entry(year(&event, event.schedule.starts_at()))
            .or_default()
            .push(card(&visit, &event, door));
    }
    let page = HomePage {
        frame: visit.frame("/"),
        discovery: Some(discovery::of_home(
            &visit,
            visit.locale().text("home-title"),
        )),
        upcoming,
        archive: archive
            .into_iter()
            .rev()
            .map(|(year, events)| Year {
                year: year.to_string(),
                events,
            })
            .collect(),
    };
    Ok(public_html(
        &headers,
        site.view.page(&page, visit.language)?,
    ))
}

fn card(visit: &Visit<'_>, event: &Event, door: crate::view::Door) -> Card {
    let first_day = event.details.zone.local(event.schedule.starts_at()).date();
    Card {
        href: visit.event_path(event, ""),
        event: facts(event, visit.locale()),
        leaf: visit.locale().leaf(first_day),
        door,
    }
}

fn year(event: &Event, at: Instant) -> i32 {
    event.details.zone.local(at).year()
}
