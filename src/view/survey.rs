//! The page on which somebody says what an event was like, without their name.

use serde::Serialize;

use super::facts::{EventFacts, address};
use super::form::{Choice, Field, Form, Widget};
use super::locale::Locale;
use super::pages::{Frame, Page};
use super::times::Moment;

/// A survey, for one person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SurveyPage {
    /// What stands around it.
    pub frame: Frame,
    /// What it is about.
    pub event: EventFacts,
    /// The event's page.
    pub event_page: String,
    /// `early`, `open` or `closed`.
    pub state: &'static str,
    /// When it opens, closes or closed.
    pub moment: Moment,
    /// What is asked, while it is open.
    pub form: Option<Form>,
    /// Whether they have answered: they may change it.
    pub answered: bool,
    /// Whether that was just kept.
    pub saved: bool,
    /// Whether what they had answered was just deleted.
    pub deleted: bool,
}

impl Page for SurveyPage {
    const FILE: &'static str = "survey";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |index: usize, state, form: Option<Form>| {
            let event = EventFacts::samples(locale).remove(index);
            Self {
                frame: frame.clone().private(),
                event_page: address(locale, &event, ""),
                state,
                moment: event.closes.clone(),
                form,
                answered: false,
                saved: false,
                deleted: false,
                event,
            }
        };
        let open = page(0, "open", Some(sample_form(locale, None)));
        let faulty = sample_form(locale, Some(locale.text("survey-empty")));
        vec![
            ("early", page(0, "early", None)),
            ("open", open.clone()),
            ("faulty", page(1, "open", Some(faulty))),
            (
                "saved",
                Self {
                    answered: true,
                    saved: true,
                    ..open
                },
            ),
            (
                "deleted",
                Self {
                    deleted: true,
                    ..page(0, "open", Some(sample_form(locale, None)))
                },
            ),
            ("closed", page(1, "closed", None)),
        ]
    }
}

fn sample_form(locale: &Locale, problem: Option<String>) -> Form {
    let ask = |key: &str| locale.text(&format!("survey-ask-{key}"));
    let again = (1..=3).map(|number| {
        let words = locale.text(&format!("survey-ask-again-{number}"));
        Choice::new(number.to_string(), words)
    });
    let scale = (1..=5).map(|number: usize| Choice::new(number.to_string(), number.to_string()));
    Form::of(
        "/survey/TOKEN",
        vec![
            Field {
                problem,
                ..Field::optional("answer.overall", Widget::Radios, ask("overall"))
            }
            .among(scale.collect(), "4"),
            Field::optional("answer.again", Widget::Radios, ask("again"))
                .among(again.collect(), ""),
            Field::optional("answer.better", Widget::Area, ask("better")),
        ],
    )
}
