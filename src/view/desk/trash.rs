use serde::Serialize;

use super::frame::{DeskFrame, EventTab};
use crate::view::{EventFacts, Field, Form, Frame, Locale, Moment, Page, Problem, Words};

/// What goes with an event that is thrown away, before it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DeletePage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// What goes with it, in numbers; `trash-KEY` in the catalogue has the words.
    pub contents: Vec<Content>,
    /// Why it has to stay for now: `expected`, `being-told`.
    pub hindrance: Option<&'static str>,
    /// How many people that concerns.
    pub concerned: i64,
    /// Where it is cancelled.
    pub cancel: String,
    /// The first of its pages.
    pub back: String,
    /// The way into the trash.
    pub form: Form,
}

/// Something that goes with an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Content {
    /// Its words in the catalogue.
    pub key: &'static str,
    /// How many.
    pub count: i64,
}

/// What was thrown away and is not gone yet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TrashPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The events, what was thrown away last first.
    pub events: Vec<TrashRow>,
}

/// An event in the trash.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TrashRow {
    /// Its identifier, as the form sends it.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// `draft`, `published`, `cancelled`.
    pub state: &'static str,
    /// When it was thrown away.
    pub thrown_at: Moment,
    /// Days until it is gone for good; 0 for less than one.
    pub days_left: i64,
}

impl Page for DeletePage {
    const FILE: &'static str = "desk/trash/delete";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let form = Form {
            action: "/organise/events/water/delete".into(),
            hidden: Vec::new(),
            fields: Vec::new(),
            problems: Vec::new(),
        };
        let empty = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Overview),
            contents: Vec::new(),
            hindrance: None,
            concerned: 0,
            cancel: "/organise/events/water/cancel".into(),
            back: "/organise/events/water".into(),
            form: form.clone(),
        };
        let words = locale.text("trash-slug-wrong");
        let mut many = Self {
            contents: ["registrations", "mails", "announcements"]
                .map(|key| Content { key, count: 63 })
                .to_vec(),
            concerned: 60,
            ..empty.clone()
        };
        many.form.fields.push(Field {
            problem: Some(words.clone()),
            ..Field::line("slug", locale.text("trash-slug"))
        });
        many.form.problems.push(Problem {
            field: Some("field-slug".into()),
            words,
        });
        let hindered = |hindrance| Self {
            hindrance: Some(hindrance),
            ..many.clone()
        };
        vec![
            ("empty", empty),
            ("expected", hindered("expected")),
            ("being-told", hindered("being-told")),
            ("errors", many),
        ]
    }
}

impl Page for TrashPage {
    const FILE: &'static str = "desk/trash/list";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let empty = Self {
            frame: DeskFrame::sample(frame),
            events: Vec::new(),
        };
        let rows = EventFacts::samples(locale).into_iter().zip([30, 0]);
        let rows = rows.map(|(facts, days_left)| TrashRow {
            id: "0187f2a0-0000-7000-8000-000000000000".into(),
            title: facts.title,
            state: "draft",
            thrown_at: facts.closes,
            days_left,
        });
        let full = Self {
            events: rows.collect(),
            ..empty.clone()
        };
        vec![("empty", empty), ("full", full)]
    }
}
