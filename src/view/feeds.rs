//! What programs read of all events: the Atom feed (RFC 4287) and the site map (sitemaps.org).

use serde::Serialize;

use super::discovery::Edition;
use super::facts::{EventFacts, address};
use super::locale::Locale;
use super::words::Words;

/// What a feed's template needs to know.
pub trait Feed: Serialize + Sized {
    /// Its template: `feeds/FILE`.
    const FILE: &'static str;

    /// The states that it can be in, each with a name.
    fn samples(locale: &Locale) -> Vec<(&'static str, Self)>;
}

/// Every listed event in one language, the newest first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AtomFeed {
    /// Its own complete address, which is its name, too.
    pub address: String,
    /// The complete address of the list of events.
    pub home: String,
    /// Who runs the instance.
    pub site: String,
    /// When anything in it changed last, by RFC 3339.
    pub updated: String,
    /// The events.
    pub entries: Vec<AtomEntry>,
}

/// An event in a feed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AtomEntry {
    /// A name that never changes (RFC 4151).
    pub id: String,
    /// The complete address of its page.
    pub page: String,
    /// The complete address of its calendar file.
    pub calendar: String,
    /// What it is called.
    pub title: Words,
    /// When it changed last, by RFC 3339.
    pub updated: String,
    /// When and where it is, and what has become of it.
    pub facts: Vec<String>,
    /// One sentence about it.
    pub summary: Option<Words>,
    /// Who runs it.
    pub authors: Vec<String>,
    /// `roundtable`, `webinar` …
    pub kind: &'static str,
}

/// The pages that search engines may look at.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SiteMap {
    /// The pages, each in all its languages.
    pub pages: Vec<MappedPage>,
}

/// A page in all its languages.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MappedPage {
    /// Where it is.
    pub editions: Vec<Edition>,
    /// When it changed last, by RFC 3339, where that is known.
    pub updated: Option<String>,
}

impl Feed for AtomFeed {
    const FILE: &'static str = "atom.xml";

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        let host = "https://events.example";
        let entry = |event: EventFacts| AtomEntry {
            id: format!("tag:events.example,2022-11-01:{}", event.slug),
            page: format!("{host}{}", address(locale, &event, "")),
            calendar: format!("{host}/events/{}.ics", event.slug),
            updated: "2022-11-01T10:00:00Z".into(),
            facts: vec![event.days.clone(), event.hours.clone()],
            authors: vec!["Example & Co. <Institute>".into()],
            title: event.title,
            summary: event.summary,
            kind: event.kind,
        };
        let full = Self {
            address: format!("{host}/{}/feed.atom", locale.language()),
            home: format!("{host}/{}/", locale.language()),
            site: "Example Institute".into(),
            updated: "2022-11-01T10:00:00Z".into(),
            entries: EventFacts::samples(locale).into_iter().map(entry).collect(),
        };
        let empty = Self {
            entries: Vec::new(),
            ..full.clone()
        };
        vec![("full", full), ("empty", empty)]
    }
}

impl Feed for SiteMap {
    const FILE: &'static str = "sitemap.xml";

    fn samples(_: &Locale) -> Vec<(&'static str, Self)> {
        let edition = |tag: &str| Edition {
            tag: tag.into(),
            href: format!("https://events.example/{tag}/events/water-and-data"),
        };
        let page = MappedPage {
            editions: ["en", "ar"].map(edition).into(),
            updated: Some("2022-11-01T10:00:00Z".into()),
        };
        vec![("full", Self { pages: vec![page] })]
    }
}
