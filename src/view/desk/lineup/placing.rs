use serde::Serialize;

use super::super::frame::DeskFrame;
use super::board::{ChangeRow, sample_changes};
use super::{Rows, name, sample_form, sample_frame};
use crate::view::form::{Form, Problem};
use crate::view::{Frame, Locale, Page, Words};

/// One appearance: somebody to be put into a lineup, or what is stated about somebody in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlacingPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The lineup.
    pub back: String,
    /// Who it is about, once that is known.
    pub name: Option<Words>,
    /// The session.
    pub session: Words,
    /// Whether they are in the lineup already.
    pub is_placed: bool,
    /// Whose place they take.
    pub replaces: Option<Words>,
    /// Where the form is posted, what is sent along, and what is wrong.
    pub form: Form,
    /// What is asked.
    pub rows: Rows,
    /// What was typed into the search of the directory; none where it is not searched.
    pub search: Option<String>,
    /// What is sent along with the search.
    pub kept: Vec<(String, String)>,
    /// Whom the search found.
    pub found: Vec<FoundPerson>,
    /// What others did meanwhile, where that stood in the way.
    pub since: Option<Vec<ChangeRow>>,
    /// Their photo, of somebody in the lineup.
    pub photo: Option<PhotoPart>,
    /// Where they are withdrawn, removed, asked and their link made useless; of somebody in the lineup.
    pub own: Option<String>,
    /// Their entry in the directory.
    pub person: Option<String>,
    /// Whether a mail can ask them.
    pub can_be_asked: bool,
    /// When a mail asked them last, in words.
    pub asked: Option<String>,
    /// Whether there may be a link of theirs to make useless.
    pub can_be_revoked: bool,
    /// The event's revision that is shown.
    pub revision: i64,
}

/// Somebody in the directory who may be put into the lineup.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FoundPerson {
    /// Who.
    pub name: Words,
    /// Their position and organisation, in words.
    pub about: Option<Words>,
    /// Where the form is filled with them.
    pub href: String,
}

/// A photo, and where it is changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PhotoPart {
    /// Where it is posted; ends in `/photo`.
    pub action: String,
    /// The photo, where there is one.
    pub path: Option<String>,
    /// What it shows.
    pub alt: String,
    /// Whether it may be shown.
    pub consented: bool,
    /// Whether the person gives it themselves.
    pub is_own: bool,
    /// What is wrong with what was sent.
    pub problem: Option<String>,
}

/// Asks whether somebody is to be withdrawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WithdrawPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The lineup.
    pub back: String,
    /// Who.
    pub name: Option<Words>,
    /// Where it is posted.
    pub action: String,
    /// Where somebody else is found.
    pub replace: String,
    /// Where an announcement to attendees is written.
    pub announce: String,
    /// Whether they were sent a link and have the session in their calendar.
    pub was_asked: bool,
    /// Whether the entry is to be removed as if it had never been.
    pub is_removal: bool,
    /// Whether the public page shows them.
    pub is_shown: bool,
    /// How many have a place in the session.
    pub expected: i64,
    /// The event's revision that is shown.
    pub revision: i64,
    /// What others did meanwhile, where that stood in the way.
    pub since: Option<Vec<ChangeRow>>,
}

impl PhotoPart {
    /// The problem as the summary of a form says it.
    pub fn problems(&self) -> Vec<Problem> {
        let problem = self.problem.clone().map(|words| Problem {
            field: Some("field-photo".into()),
            words,
        });
        problem.into_iter().collect()
    }

    pub(crate) fn samples(locale: &Locale) -> [Self; 2] {
        let with = Self {
            action: "/organise/events/sample/lineup/1/photo".into(),
            path: Some("/pictures/x.small".into()),
            alt: "She stands at a desk.".into(),
            consented: true,
            is_own: false,
            problem: None,
        };
        let without = Self {
            path: None,
            alt: String::new(),
            consented: false,
            problem: Some(locale.text("photo-problem-format")),
            ..with.clone()
        };
        [with, without]
    }
}

impl Page for PlacingPage {
    const FILE: &'static str = "desk/lineup/placing";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |with_problems| {
            let (form, rows) = sample_form(locale, with_problems);
            let [photo, _] = PhotoPart::samples(locale);
            Self {
                frame: sample_frame(frame, locale),
                back: "/organise/events/sample/lineup?session=1".into(),
                name: Some(name()),
                session: Words::plain("Roundtable discussion"),
                is_placed: true,
                replaces: None,
                form,
                rows,
                search: None,
                kept: Vec::new(),
                found: Vec::new(),
                since: None,
                photo: Some(photo),
                own: Some("/organise/events/sample/lineup/1".into()),
                person: Some("/organise/people/1".into()),
                can_be_asked: true,
                asked: Some("20 November 2022".into()),
                can_be_revoked: true,
                revision: 4,
            }
        };
        let new = Self {
            is_placed: false,
            name: None,
            replaces: Some(name()),
            search: Some("bou".into()),
            kept: vec![("session".into(), "1".into())],
            found: vec![FoundPerson {
                name: name(),
                about: Some(Words::plain("Journalist, Al Jadeed TV")),
                href: "/organise/events/sample/lineup/add?person=1".into(),
            }],
            photo: None,
            own: None,
            person: None,
            ..page(false)
        };
        let overtaken = Self {
            since: Some(sample_changes(locale)),
            ..page(false)
        };
        let nobody_found = Self {
            found: Vec::new(),
            replaces: None,
            ..new.clone()
        };
        vec![
            ("placed", page(false)),
            ("errors", page(true)),
            ("overtaken", overtaken),
            ("new", new),
            ("nobody-found", nobody_found),
        ]
    }
}

impl Page for WithdrawPage {
    const FILE: &'static str = "desk/lineup/withdraw";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |was_asked: bool, is_removal: bool| Self {
            is_removal,
            is_shown: was_asked,
            expected: if was_asked { 43 } else { 0 },
            frame: sample_frame(frame, locale),
            back: "/organise/events/sample/lineup?session=1".into(),
            name: was_asked.then(name),
            action: "/organise/events/sample/lineup/1/withdraw".into(),
            replace: "/organise/events/sample/lineup/add?replaces=1".into(),
            announce: "/organise/events/sample/mail/announcements/new".into(),
            was_asked,
            revision: 4,
            since: was_asked.then(|| sample_changes(locale)),
        };
        vec![
            ("asked", page(true, false)),
            ("never-asked", page(false, false)),
            ("removed", page(true, true)),
            ("removed-never-asked", page(false, true)),
        ]
    }
}
