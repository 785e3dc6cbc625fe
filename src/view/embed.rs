use serde::Serialize;

use super::facts::{Door, EventFacts, address};
use super::locale::Locale;
use super::pages::{Frame, Page, doors};

/// An event within the page of another site.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EmbedPage {
    /// Who runs the instance.
    pub site: String,
    /// What it is.
    pub event: EventFacts,
    /// Whether one can register.
    pub door: Door,
    /// The complete address of its own page.
    pub event_page: String,
    /// The complete address of the form.
    pub register: String,
}

impl Page for EmbedPage {
    const FILE: &'static str = "embed";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |(name, door)| {
            let event = EventFacts::samples(locale).remove(0);
            let href = |rest| format!("https://events.example{}", address(locale, &event, rest));
            let page = Self {
                site: frame.site.clone(),
                event_page: href(""),
                register: href("/register"),
                event,
                door,
            };
            (name, page)
        };
        doors().into_iter().map(page).collect()
    }
}
