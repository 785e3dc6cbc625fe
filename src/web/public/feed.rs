//! Calendar files for everybody; never a link to a meeting.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_DISPOSITION, HeaderValue};
use axum::response::Response;
use serde::Deserialize;

use super::partner::Readers;
use super::visitor::{event_path, preferred};
use crate::base::language::Language;
use crate::base::text::SingleLine;
use crate::calendar::{self, Entry, Feed};
use crate::event::{self, Event, Source};
use crate::mailer::public_entry;
use crate::web::reply::{chosen_by_language, public_calendar};
use crate::web::{Error, Site};

/// What an address says of the language of its calendar, as a page leads to one in its own; and which link was
/// followed to it.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    lang: Option<String>,
    source: Option<String>,
}

impl Wanted {
    /// The link that was followed, where it is named by a word.
    pub fn source(&self) -> Option<Source> {
        self.source.as_deref().and_then(|word| word.parse().ok())
    }

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

/// All public events that are not over, to subscribe to; with a partner's `?source=WORD` those that it has links for.
pub async fn show(
    State(site): State<Arc<Site>>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let language = wanted.language(&site, &headers)?;
    let mut tx = site.db.read().await?;
    let readers = Readers::of(&mut tx, wanted.source()).await?;
    let mut entries = Vec::new();
    for event in event::upcoming(&mut tx).await? {
        if let Some(way) = readers.way_to(&event) {
            entries.extend(entries_of(&site, &event, language, &way)?);
        }
    }
    let feed = Feed {
        name: SingleLine::clean(&site.name.get()),
        language: language.clone(),
        source: site.address(&readers.address_of("/calendar.ics")).parse()?,
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
    let entries = entries_of(site, event, language, &event_path(event, ""))?;
    let mut response = wanted.mark(public_calendar(headers, calendar::file(&entries)));
    let disposition = format!("attachment; filename=\"{}.ics\"", event.details.slug);
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        response.headers_mut().insert(CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

/// The sessions of `event`, each with the page at `way`, which is without its language.
fn entries_of(
    site: &Site,
    event: &Event,
    language: &Language,
    way: &str,
) -> Result<Vec<Entry>, Error> {
    let page = site.address(&format!("/{language}{way}"));
    event
        .sessions()
        .map(|session| {
            let entry = public_entry(
                &site.view,
                &site.name.get(),
                &page,
                event,
                session,
                language,
            );
            entry.map_err(Error::from)
        })
        .collect()
}
