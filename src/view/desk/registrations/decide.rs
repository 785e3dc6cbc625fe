use serde::Serialize;

use super::sample_base;
use crate::view::desk::{DeskFrame, EventTab};
use crate::view::form::{Field, Form, Widget};
use crate::view::{Frame, Locale, Page};

/// What a decision means, before it is made.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DecidePage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The list.
    pub base: String,
    /// `approve`, `waitlist`, `decline`, `withdraw`.
    pub verb: &'static str,
    /// How many it is about.
    pub count: i64,
    /// Some of their names.
    pub names: Vec<String>,
    /// How many more there are.
    pub more: i64,
    /// How many of them have a place now.
    pub places: i64,
    /// What is asked: reasons, and for many the event's short name.
    pub form: Form,
    /// In how many minutes they are told.
    pub minutes: i64,
}

impl Page for DecidePage {
    const FILE: &'static str = "desk/registrations/decide";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |verb: &'static str, count: i64| {
            let mut reason = Field::line("reason.en", locale.text("registrations-reason"));
            reason.widget = Widget::Area;
            reason.required = false;
            let mut name = Field::line("name", locale.text("registrations-type-name"));
            name.problem = (count > 50).then(|| locale.text("registrations-type-name-wrong"));
            let problems = name.problem.iter().map(|words| crate::view::Problem {
                field: Some(name.id.clone()),
                words: words.clone(),
            });
            Self {
                frame: DeskFrame::event_sample(frame, locale, EventTab::Registrations),
                base: sample_base(),
                verb,
                count,
                names: vec!["نادين خوري".into(), "Rana Haddad".into()],
                more: (count - 2).max(0),
                places: 1,
                minutes: 5,
                form: Form {
                    action: format!("{}/decide", sample_base()),
                    hidden: Vec::new(),
                    problems: problems.collect(),
                    fields: vec![reason, name],
                },
            }
        };
        vec![
            ("approve", page("approve", 120)),
            ("waitlist", page("waitlist", 2)),
            ("decline", page("decline", 2)),
            ("withdraw", page("withdraw", 3)),
        ]
    }
}
