//! Calendar files for everybody; never a link to a meeting.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_DISPOSITION, HeaderValue};
use axum::response::Response;
use serde::Deserialize;

use super::visitor::{event_path, preferred};
use crate::base::language::Language;
use crate::base::text::SingleLine;
use crate::calendar::{self, Entry, Feed};
use crate::event::{self, Event};
use crate::mailer::public_entry;
use crate::web::reply::{chosen_by_language, public_calendar};
use crate::web::{Error, Site};

/// What an address says of the language of its calendar: a page leads to one in its own.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    lang: Option<String>,
}

impl Wanted {
    /// The language named, or else the reader's.
    fn language<'a>(&self, site: &'a Site, headers: &HeaderMap) -> Result<&'a Language, Error> {
        match &self.lang {
            Some(tag) => site.view.language(tag).ok_or(Error::NotFound),
            None => Ok(preferred(headers, site.view.languages())),
        }
    }

    fn mark(&self, response: Response) -> Response {
        match self.lang {
            Some(_) => response,
            None => chosen_by_language(response),
        }
    }
}

/// All public events that are not over, to subscribe to.
pub async fn show(
    State(site): State<Arc<Site>>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let language = wanted.language(&site, &headers)?;
    let mut tx = site.db.read().await?;
    let mut entries = Vec::new();
    for event in event::upcoming(&mut tx).await? {
        entries.extend(entries_of(&site, &event, language)?);
    }
    let feed = Feed {
        name: SingleLine::clean(&site.name),
        language: language.clone(),
        source: site.address("/calendar.ics").parse()?,
        color: "teal",
        entries,
    };
    Ok(wanted.mark(public_calendar(&headers, feed.write())))
}

/// One event, to import.
pub fn download(
    site: &Site,
    event: &Event,
    wanted: &Wanted,
    headers: &HeaderMap,
) -> Result<Response, Error> {
    let language = wanted.language(site, headers)?;
    let entries = entries_of(site, event, language)?;
    let mut response = wanted.mark(public_calendar(headers, calendar::file(&entries)));
    let disposition = format!("attachment; filename=\"{}.ics\"", event.details.slug);
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        response.headers_mut().insert(CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

fn entries_of(site: &Site, event: &Event, language: &Language) -> Result<Vec<Entry>, Error> {
    let page = site.address(&format!("/{language}{}", event_path(event, "")));
    event
        .sessions()
        .map(|session| {
            let entry = public_entry(&site.view, &site.name, &page, event, session, language);
            entry.map_err(Error::from)
        })
        .collect()
}
