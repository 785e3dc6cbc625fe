//! What an address says: the language of its page, and the event it is about.

use std::sync::Arc;

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;

use crate::base::db::Tx;
use crate::base::language::{Language, negotiate};
use crate::event::{Event, EventState};
use crate::view::{Frame, Locale};
use crate::web::memory::HOLDS;
use crate::web::{Error, Site};

/// A page's language, and how to speak it.
pub struct Visit<'a> {
    /// The site visited.
    pub site: &'a Site,
    /// The language of the page.
    pub language: &'a Language,
}

impl<'a> Visit<'a> {
    /// A visit to a page whose address begins with `tag`.
    ///
    /// # Errors
    /// 404 for a language that the service does not speak.
    pub fn in_language(site: &'a Site, tag: &str) -> Result<Self, Error> {
        let language = site.view.language(tag).ok_or(Error::NotFound)?;
        Ok(Self { site, language })
    }

    /// The catalogue and formats of the page.
    pub fn locale(&self) -> &'a Locale {
        self.site.view.locale(self.language)
    }

    /// What stands around the page at `/LANGUAGE` + `path`.
    pub fn frame(&self, path: &str) -> Frame {
        Frame::new(&self.site.view, self.language, &self.site.name.get(), path)
    }

    /// The same for a page that is about `event`, wherever it is.
    pub fn frame_about(&self, event: &Event, path: &str) -> Frame {
        let frame = self.frame(path);
        if event.is_sensitive() {
            frame.discreet()
        } else {
            frame
        }
    }

    /// The address of a page of `event` in this language.
    pub fn event_path(&self, event: &Event, rest: &str) -> String {
        format!("/{}{}", self.language, event_path(event, rest))
    }

    /// The address of what somebody does about their own registration: `rest` below the page that `token`
    /// leads to.
    pub fn own_path(&self, token: &str, rest: &str) -> String {
        format!("/{}/registrations/{token}{rest}", self.language)
    }
}

/// The address of a page of `event`, without its language.
pub fn event_path(event: &Event, rest: &str) -> String {
    format!("/events/{}{rest}", event.details.slug)
}

/// The address of the calendar file of `event` in the language of the page that leads there.
pub fn calendar_path(event: &Event, language: &Language) -> String {
    event_path(event, &format!(".ics?lang={language}"))
}

/// The languages of the service that `event` is told in, in its order; all where it is told in none of
/// them, and each page has its words in the event's own.
pub fn editions(site: &Site, event: &Event) -> Vec<Language> {
    editions_of(site, event.details.page_languages())
}

/// Those of `languages` that the service speaks, or else all that it does.
pub fn editions_of(site: &Site, languages: &[Language]) -> Vec<Language> {
    let known = site.view.languages();
    let spoken = languages.iter();
    let spoken: Vec<Language> = spoken
        .filter(|language| known.contains(language))
        .cloned()
        .collect();
    if spoken.is_empty() {
        known.to_vec()
    } else {
        spoken
    }
}

/// The event at `slug`, if the public may see it.
///
/// # Errors
/// 404 for no event and for a draft alike.
pub async fn announced(tx: &mut Tx, site: &Site, slug: &str) -> Result<Arc<Event>, Error> {
    let slug = slug.parse().map_err(|_| Error::NotFound)?;
    let event = site.events.find(tx, &site.key, &slug).await?;
    event.filter(is_announced).ok_or(Error::NotFound)
}

/// The same, as it was a moment ago or as it is: for what is judged once more before anything is done.
///
/// # Errors
/// 404 for no event and for a draft alike.
pub async fn announced_lately(site: &Site, slug: &str) -> Result<Arc<Event>, Error> {
    let known = slug.parse().map_err(|_| Error::NotFound)?;
    let lately = site.events.lately(&known, site.db.clock().now(), HOLDS);
    match lately.filter(is_announced) {
        Some(event) => Ok(event),
        None => announced(&mut site.db.read().await?, site, slug).await,
    }
}

fn is_announced(event: &Arc<Event>) -> bool {
    event.state != EventState::Draft
}

/// The one of `offered` that the reader's browser asks for.
pub fn preferred<'l>(headers: &HeaderMap, offered: &'l [Language]) -> &'l Language {
    negotiate(
        headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok()),
        offered,
    )
}
