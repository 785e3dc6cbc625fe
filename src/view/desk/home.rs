use serde::Serialize;

use super::frame::{DeskFrame, Done, OrganisationChoice};
use crate::view::{EventFacts, Frame, Locale, Page, Words};

/// The first page of the workspace: the events.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DeskHomePage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// Where a new event is made, for who may.
    pub new_event: Option<String>,
    /// Those to come and drafts, the next first.
    pub upcoming: Vec<EventRow>,
    /// Those past, the latest first.
    pub past: Vec<EventRow>,
}

/// An event in a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EventRow {
    /// Its first page in the workspace.
    pub href: String,
    /// What it is called.
    pub title: Words,
    /// `draft`, `published`, `cancelled`, `over`.
    pub state: &'static str,
    /// Its days in words.
    pub days: String,
    /// How many places are taken.
    pub taken: i64,
    /// How many wait for a decision or a place.
    pub waiting: i64,
}

impl Page for DeskHomePage {
    const FILE: &'static str = "desk/home";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let rows: Vec<EventRow> = EventFacts::samples(locale)
            .into_iter()
            .cycle()
            .zip(["draft", "published", "cancelled", "over"])
            .zip([0, 12, 25, 310])
            .map(|((facts, state), taken)| EventRow {
                href: format!("/organise/events/{}", facts.slug),
                title: facts.title,
                state,
                days: facts.days,
                taken,
                waiting: taken / 12,
            })
            .collect();
        let empty = Self {
            frame: DeskFrame::sample(frame),
            new_event: Some("/organise/new-event".into()),
            upcoming: Vec::new(),
            past: Vec::new(),
        };
        let full = Self {
            upcoming: rows[..2].to_vec(),
            past: rows[2..].to_vec(),
            ..empty.clone()
        };
        let mut assistant = Self {
            new_event: None,
            ..full.clone()
        };
        assistant.frame.nav.truncate(1);
        assistant.frame.others.push(OrganisationChoice {
            slug: "gulf".into(),
            name: "Gulf Institute".into(),
        });
        assistant.frame.done = Some(Done {
            key: "signed-in".into(),
            n: 0,
        });
        vec![("empty", empty), ("full", full), ("assistant", assistant)]
    }
}
