//! The Atom feed of all listed events, one in each language.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use chrono::SecondsFormat;

use super::discovery::feed_path;
use super::feed::Wanted;
use super::partner::Readers;
use super::visitor::{Visit, calendar_path};
use crate::base::clock::Instant;
use crate::event::{self, Event, EventState, facts};
use crate::view::{AtomEntry, AtomFeed, EventFacts};
use crate::web::reply::public_atom;
use crate::web::{Error, Site};

/// How many events it holds: who reads it comes more often than so many are announced.
const LONGEST: usize = 50;

/// The events announced last, whether to come or over; with a partner's `?source=WORD` those that it has links for.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path(language): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.read().await?;
    let readers = Readers::of(&mut tx, wanted.source()).await?;
    let mut events = event::upcoming(&mut tx).await?;
    events.extend(event::past(&mut tx).await?);
    events.retain(|event| readers.way_to(event).is_some());
    events.sort_by_key(|event| std::cmp::Reverse((event.created_at, event.id)));
    events.truncate(LONGEST);
    let updated = events.iter().map(|event| event.updated_at).max();
    let feed = AtomFeed {
        address: site.address(&readers.address_of(&feed_path(&visit))),
        home: site.address(&format!("/{language}/")),
        site: site.name.get(),
        updated: rfc_3339(updated.unwrap_or(Instant::UNIX_EPOCH)),
        entries: events
            .iter()
            .filter_map(|event| entry(&visit, event, &readers))
            .collect(),
    };
    Ok(public_atom(
        &headers,
        site.view.feed(&feed, visit.language)?,
    ))
}

fn entry(visit: &Visit<'_>, event: &Event, readers: &Readers) -> Option<AtomEntry> {
    let facts = facts(event, visit.locale());
    let site = visit.site;
    Some(AtomEntry {
        id: name(visit, event),
        page: site.address(&format!("/{}{}", visit.language, readers.way_to(event)?)),
        calendar: site.address(&calendar_path(event, visit.language)),
        updated: rfc_3339(event.updated_at),
        authors: authors(&facts),
        facts: told(visit, event, &facts),
        title: facts.title,
        summary: facts.summary,
        kind: facts.kind,
    })
}

/// A tag URI (RFC 4151) by the domain that the event's mails come from, which it keeps even where the
/// instance moves to another address.
fn name(visit: &Visit<'_>, event: &Event) -> String {
    let (domain, day) = (event.sender.domain(), event.created_at.date_naive());
    format!("tag:{domain},{day}:{}/{}", event.id, visit.language)
}

fn told(visit: &Visit<'_>, event: &Event, facts: &EventFacts) -> Vec<String> {
    let called_off = event.state == EventState::Cancelled;
    let place = facts.venue.as_ref().and_then(|venue| venue.town.clone());
    called_off
        .then(|| visit.locale().text("door-cancelled"))
        .into_iter()
        .chain([facts.days.clone(), facts.hours.clone()])
        .chain(place)
        .collect()
}

fn authors(facts: &EventFacts) -> Vec<String> {
    let organisers = facts.hosts.iter().filter(|group| group.role == "organiser");
    organisers
        .flat_map(|group| group.hosts.iter().map(|host| host.name.text.clone()))
        .collect()
}

fn rfc_3339(at: Instant) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
