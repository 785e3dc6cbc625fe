//! What stands around every page of the workspace.

use serde::Serialize;

use crate::base::language::Direction;
use crate::base::language::Language;
use crate::view::{Frame, Locale, View, Words};
use crate::words;

words! {
    /// The pages of one event.
    pub enum EventTab {
        /// What is to be done next.
        Overview = "overview",
        /// What is stated about it.
        Edit = "edit",
        /// Who appears in it.
        Lineup = "lineup",
        /// Who comes.
        Registrations = "registrations",
        /// What goes out.
        Mail = "mail",
        /// Who has come.
        CheckIn = "check-in",
        /// How many they are.
        Figures = "figures",
        /// Who did what.
        Log = "log",
    }
}

/// What stands around a page of the workspace.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DeskFrame {
    /// The organisation that the page is about.
    pub organisation: String,
    /// The other organisations of whoever works here.
    pub others: Vec<OrganisationChoice>,
    /// Who works here.
    pub who: String,
    /// The pages of the workspace.
    pub nav: Vec<NavLink>,
    /// The languages that it speaks.
    pub languages: Vec<Choosable>,
    /// The address of this page, to come back to.
    pub here: String,
    /// The event that the page is about.
    pub event: Option<EventHead>,
    /// What was just done.
    pub done: Option<Done>,
}

/// An organisation to turn to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OrganisationChoice {
    /// The short word that tells it from others.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// Where one can go.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NavLink {
    /// The address.
    pub href: String,
    /// Its words: `nav-KEY` in the catalogue.
    pub key: &'static str,
    /// Whether it is here.
    pub current: bool,
}

/// A language that can be chosen.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Choosable {
    /// The language tag.
    pub tag: String,
    /// The language's own name.
    pub name: String,
    /// How it is written.
    pub dir: Direction,
    /// Whether it is the one of this page.
    pub current: bool,
}

/// Something that was just done.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Done {
    /// Its words: `done-KEY` in the catalogue.
    pub key: String,
    /// How often, where that was counted; the catalogue's `$n`.
    pub n: i64,
}

/// The event that a page is about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EventHead {
    /// What it is called.
    pub title: Words,
    /// `draft`, `published`, `cancelled`, `over`.
    pub state: &'static str,
    /// Its days in words.
    pub days: String,
    /// Its page for the public; none for a draft.
    pub public_page: Option<String>,
    /// The first of its pages.
    pub overview: String,
    /// Its pages.
    pub tabs: Vec<NavLink>,
}

impl NavLink {
    /// A page that can be gone to.
    pub fn new(key: &'static str, href: impl Into<String>, current: bool) -> Self {
        Self {
            href: href.into(),
            key,
            current,
        }
    }
}

impl Choosable {
    /// The languages of the service, of which `language` is chosen.
    pub fn all(view: &View, language: &Language) -> Vec<Self> {
        let choosable = |other: &Language| Self {
            tag: other.to_string(),
            name: view.locale(other).text("autonym"),
            dir: other.direction(),
            current: other == language,
        };
        view.languages().iter().map(choosable).collect()
    }
}

impl DeskFrame {
    /// The frame of a page that is about no event, as in samples.
    pub(super) fn sample(frame: &Frame) -> Self {
        let languages = frame.languages.iter().map(|known| Choosable {
            tag: known.tag.clone(),
            name: known.name.clone(),
            dir: known.dir,
            current: known.current,
        });
        Self {
            organisation: frame.site.clone(),
            others: Vec::new(),
            who: "Maya Haddad".into(),
            nav: ["events", "people", "team", "api", "log", "trash"]
                .map(|key| NavLink::new(key, "/organise", key == "events"))
                .to_vec(),
            languages: languages.collect(),
            here: "/organise".into(),
            event: None,
            done: None,
        }
    }

    /// The frame of a page that is about an event, as in samples.
    pub fn event_sample(frame: &Frame, locale: &Locale, tab: EventTab) -> Self {
        let facts = crate::view::EventFacts::samples(locale).remove(0);
        let tabs = EventTab::ALL.iter().map(|known| {
            let href = format!("/organise/events/{}/{known}", facts.slug);
            NavLink::new(known.as_str(), href, *known == tab)
        });
        Self {
            event: Some(EventHead {
                state: "published",
                days: facts.days.clone(),
                public_page: Some(format!("/{}/events/{}", locale.language(), facts.slug)),
                overview: format!("/organise/events/{}", facts.slug),
                tabs: tabs.collect(),
                title: facts.title,
            }),
            ..Self::sample(frame)
        }
    }
}
