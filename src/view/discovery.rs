//! How search engines and other sites are told of a page.

use serde::Serialize;

use super::facts::{EventFacts, address};
use super::linked::LinkedEvent;
use super::locale::Locale;

/// What the head of a page says to those who are no people.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Discovery {
    /// The address that it is to be known by.
    pub canonical: String,
    /// The same in other languages, this one included; empty where it is not to be found.
    pub editions: Vec<Edition>,
    /// The address that leads each reader to a language of theirs.
    pub chooser: Option<String>,
    /// The feed of all events in its language.
    pub feed: Option<String>,
    /// How it looks where somebody shares its address.
    pub card: ShareCard,
    /// The event that it is about, for machines.
    pub linked: Option<LinkedEvent>,
}

/// A page in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edition {
    /// The language tag.
    pub tag: String,
    /// The complete address.
    pub href: String,
}

/// A page as the Open Graph protocol shows it (ogp.me).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShareCard {
    /// `website`, or `article` for what is about one event.
    pub kind: &'static str,
    /// What it is called.
    pub title: String,
    /// One sentence about it.
    pub description: Option<String>,
    /// The complete address of a picture of 1200 by 630 pixels.
    pub image: String,
    /// Its language and place, such as `en_GB`.
    pub locale: String,
}

impl Discovery {
    pub(super) fn sample(locale: &Locale, event: &EventFacts) -> Self {
        let path = address(locale, event, "");
        let edition = |tag: &str| Edition {
            tag: tag.into(),
            href: format!("https://events.example/{tag}/events/{}", event.slug),
        };
        let here = format!("https://events.example{path}");
        Self {
            editions: vec![edition("en"), edition("ar")],
            chooser: Some(format!("https://events.example/events/{}", event.slug)),
            feed: Some(format!(
                "https://events.example/{}/feed.atom",
                locale.language()
            )),
            card: ShareCard {
                kind: "article",
                title: event.title.text.clone(),
                description: event.summary.as_ref().map(|words| words.text.clone()),
                image: "https://events.example/assets/card.png".into(),
                locale: locale.open_graph(),
            },
            linked: Some(LinkedEvent::sample(event, &here)),
            canonical: here,
        }
    }
}
