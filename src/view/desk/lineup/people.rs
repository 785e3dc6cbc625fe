use serde::Serialize;

use super::super::frame::DeskFrame;
use super::{PhotoPart, Rows, name, sample_form};
use crate::view::form::Form;
use crate::view::{Frame, Locale, Page, Words};

/// The directory of people.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PeoplePage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// What is searched for.
    pub search: String,
    /// How many there are.
    pub count: i64,
    /// Those of this page.
    pub people: Vec<PersonRow>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

/// Somebody in the directory.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PersonRow {
    /// Their page.
    pub href: String,
    /// Who.
    pub name: Words,
    /// Their position now.
    pub position: Option<Words>,
    /// Their organisation now.
    pub organisation: Option<Words>,
    /// Their photo.
    pub photo: Option<String>,
    /// In how many sessions they appear.
    pub appearances: i64,
}

/// Somebody's entry in the directory.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PersonPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// Who, once they are entered.
    pub name: Option<Words>,
    /// Where the form is posted, what is sent along, and what is wrong.
    pub form: Form,
    /// What is asked.
    pub rows: Rows,
    /// Whether somebody else changed the entry meanwhile; what it says now, by field.
    pub now: Option<Vec<(Words, Words)>>,
    /// Their photo.
    pub photo: Option<PhotoPart>,
    /// Where they appeared, the latest first.
    pub appeared: Vec<AppearedRow>,
    /// Where the entry is removed, of somebody who appears nowhere.
    pub remove: Option<String>,
}

/// Where somebody appeared.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AppearedRow {
    /// The event's lineup.
    pub href: String,
    /// The event.
    pub title: Words,
    /// The day.
    pub date: String,
    /// `speaker`, `moderator` …
    pub role: &'static str,
    /// `confirmed`, `declined` …
    pub state: &'static str,
    /// Position and organisation at the time.
    pub as_of_then: Option<Words>,
}

impl Page for PeoplePage {
    const FILE: &'static str = "desk/lineup/people";

    fn samples(frame: &Frame, _: &Locale) -> Vec<(&'static str, Self)> {
        let empty = Self {
            frame: DeskFrame {
                event: None,
                ..DeskFrame::sample(frame)
            },
            search: String::new(),
            count: 0,
            people: Vec::new(),
            previous: None,
            next: None,
        };
        let nobody_found = Self {
            search: "Nobody".into(),
            ..empty.clone()
        };
        let row = |photo: Option<&str>| PersonRow {
            href: "/organise/people/1".into(),
            name: name(),
            position: photo.map(|_| Words::plain("Journalist")),
            organisation: Some(Words::plain("Al Jadeed TV")),
            photo: photo.map(str::to_owned),
            appearances: 3,
        };
        let full = Self {
            search: "bou".into(),
            count: 120,
            people: vec![row(None), row(Some("/pictures/x.small"))],
            previous: Some("/organise/people?q=bou&page=1".into()),
            next: Some("/organise/people?q=bou&page=3".into()),
            ..empty.clone()
        };
        vec![
            ("full", full),
            ("empty", empty),
            ("nobody-found", nobody_found),
        ]
    }
}

impl Page for PersonPage {
    const FILE: &'static str = "desk/lineup/person";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |with_problems: bool| {
            let (form, rows) = sample_form(locale, with_problems);
            let photos = PhotoPart::samples(locale);
            Self {
                frame: DeskFrame::sample(frame),
                name: Some(name()),
                form,
                rows,
                now: None,
                photo: photos.into_iter().nth(usize::from(with_problems)),
                appeared: vec![AppearedRow {
                    href: "/organise/events/sample/lineup".into(),
                    title: Words::plain("Anti-Corruption in Practice"),
                    date: "25 November 2022".into(),
                    role: "speaker",
                    state: "confirmed",
                    as_of_then: Some(Words::plain("Journalist, Al Jadeed TV")),
                }],
                remove: None,
            }
        };
        let new = Self {
            name: None,
            photo: None,
            appeared: Vec::new(),
            ..page(false)
        };
        let overtaken = Self {
            now: Some(vec![(Words::plain("Name"), name())]),
            appeared: Vec::new(),
            remove: Some("/organise/people/1/remove".into()),
            ..page(false)
        };
        vec![
            ("known", page(false)),
            ("errors", page(true)),
            ("new", new),
            ("overtaken", overtaken),
        ]
    }
}
