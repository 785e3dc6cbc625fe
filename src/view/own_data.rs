//! The pages by which people change, take along and erase what is kept of them, and get the way to it again.

use serde::Serialize;

use super::facts::{EventFacts, address};
use super::form::{Field, Form, Problem, Widget};
use super::locale::Locale;
use super::pages::{Answer, Frame, Page, sample_answers, sample_form};
use super::times::Moment;
use super::words::Words;

/// Where somebody changes their registration.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OwnChangePage {
    /// What stands around it.
    pub frame: Frame,
    /// What it is for.
    pub event: EventFacts,
    /// The event's page.
    pub event_page: String,
    /// Own registration.
    pub own: String,
    /// What can be changed; none where nothing can any more.
    pub form: Option<Form>,
    /// Why what was sent was not done, one of [`REFUSALS`](Self::REFUSALS).
    pub refused: Option<&'static str>,
    /// The way into the line for what is full: posts what was typed.
    pub line: Option<Form>,
    /// What was typed, where there is no form that holds it.
    pub typed: Vec<Answer>,
    /// Whether a place somewhere else can be asked for in the form.
    pub moves: bool,
}

impl OwnChangePage {
    /// Why something cannot be changed: `own-change-no-WORD` in the catalogue says it.
    pub const REFUSALS: [&'static str; 7] = [
        "closed",
        "cancelled",
        "over",
        "full",
        "mode",
        "approval",
        "settled",
    ];
}

/// Everything that is kept of somebody, to read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OwnCopyPage {
    /// What stands around it.
    pub frame: Frame,
    /// What it is for.
    pub event: EventFacts,
    /// The event's page.
    pub event_page: String,
    /// Own registration.
    pub own: String,
    /// When the copy was made.
    pub made_at: Moment,
    /// Parts, in the order in which they are told; none is empty.
    pub told: Vec<CopyPart>,
}

/// A part of what is kept.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CopyPart {
    /// What it is: `own-copy-WORD` in the catalogue.
    pub word: &'static str,
    /// Line by line.
    pub lines: Vec<Answer>,
}

/// Asks whether everything is to be erased.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OwnErasePage {
    /// What stands around it.
    pub frame: Frame,
    /// What it is for.
    pub event: EventFacts,
    /// The event's page.
    pub event_page: String,
    /// Own registration.
    pub own: String,
    /// Where that is posted.
    pub erase: String,
    /// Where the place is given up first, which takes it out of the calendar; none where nothing is there.
    pub withdraw: Option<String>,
    /// Whether the mail that takes it out of the calendar has still to leave.
    pub leaving: bool,
    /// How many others are registered with the same address.
    pub others: i64,
}

/// Says that everything is gone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OwnErasedPage {
    /// What stands around it.
    pub frame: Frame,
    /// How many others are registered with the same address.
    pub others: i64,
}

/// Where the way to one's own page is asked for, and that it is on its way: the same whoever asks (S-26).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResendPage {
    /// What stands around it.
    pub frame: Frame,
    /// The event, where it is about one.
    pub event: Option<EventFacts>,
    /// The event's page, where it is about one.
    pub event_page: String,
    /// What is asked; none once it was sent.
    pub form: Option<Form>,
}

impl Page for OwnChangePage {
    const FILE: &'static str = "own-change";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |refused: Option<&'static str>, has_form: bool| {
            let event = EventFacts::samples(locale).remove(0);
            Self {
                frame: frame.clone(),
                event_page: address(locale, &event, ""),
                event,
                own: own(locale),
                form: has_form.then(|| sample_form(locale, false)),
                refused,
                line: (refused == Some("full")).then(|| sample_form(locale, false)),
                typed: if has_form {
                    Vec::new()
                } else {
                    sample_answers(locale)
                },
                moves: true,
            }
        };
        let mut errors = page(None, true);
        errors.form = Some(sample_form(locale, true));
        let mut pages = vec![("form", page(None, true)), ("errors", errors)];
        for word in Self::REFUSALS {
            let has_form = matches!(word, "full" | "mode" | "approval");
            pages.push((word, page(Some(word), has_form)));
        }
        pages
    }
}

impl Page for OwnCopyPage {
    const FILE: &'static str = "own-copy";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let event = EventFacts::samples(locale).remove(0);
        let part = |word| CopyPart {
            word,
            lines: sample_answers(locale),
        };
        let page = Self {
            frame: frame.clone(),
            event_page: address(locale, &event, ""),
            made_at: event.closes.clone(),
            event,
            own: own(locale),
            told: CopyPart::WORDS.into_iter().map(part).collect(),
        };
        vec![("whole", page)]
    }
}

impl CopyPart {
    /// The parts, in their order.
    pub const WORDS: [&'static str; 10] = [
        "entered",
        "registration",
        "consents",
        "calendar",
        "mails",
        "presence",
        "survey",
        "notes",
        "others",
        "history",
    ];
}

impl Page for OwnErasePage {
    const FILE: &'static str = "own-erase";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |has_place: bool, leaving: bool, others: i64| {
            let event = EventFacts::samples(locale).remove(0);
            let own = own(locale);
            Self {
                frame: frame.clone(),
                event_page: address(locale, &event, ""),
                event,
                erase: format!("{own}/erase"),
                withdraw: has_place.then(|| format!("{own}/withdraw")),
                own,
                leaving,
                others,
            }
        };
        vec![
            ("with-a-place", page(true, false, 2)),
            ("leaving", page(false, true, 0)),
            ("withdrawn", page(false, false, 1)),
        ]
    }
}

impl Page for OwnErasedPage {
    const FILE: &'static str = "own-erased";

    fn samples(frame: &Frame, _: &Locale) -> Vec<(&'static str, Self)> {
        let page = |others| Self {
            frame: frame.clone(),
            others,
        };
        vec![("alone", page(0)), ("shared", page(1))]
    }
}

impl Page for ResendPage {
    const FILE: &'static str = "resend";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let event = EventFacts::samples(locale).remove(0);
        let event_page = address(locale, &event, "");
        let form = |problem: Option<String>| {
            let email = Field {
                widget: Widget::Email,
                autocomplete: Some("email"),
                problem,
                ..Field::line("email", Words::plain(locale.text("field-email")))
            };
            let problems: Vec<Problem> = email.summary().into_iter().collect();
            Form {
                problems,
                ..Form::of(format!("/{}/resend", locale.language()), vec![email])
            }
        };
        let page = |event: Option<EventFacts>, form: Option<Form>| Self {
            frame: frame.clone(),
            event,
            event_page: event_page.clone(),
            form,
        };
        let bad = locale.text("problem-email-malformed");
        vec![
            ("one-event", page(Some(event.clone()), Some(form(None)))),
            ("errors", page(None, Some(form(Some(bad))))),
            ("sent", page(Some(event), None)),
            ("sent-for-any", page(None, None)),
        ]
    }
}

fn own(locale: &Locale) -> String {
    format!("/{}/registrations/TOKEN", locale.language())
}
