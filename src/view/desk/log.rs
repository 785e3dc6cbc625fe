use serde::Serialize;

use super::frame::{DeskFrame, EventTab};
use crate::view::{Choice, EventFacts, Frame, Locale, Moment, Page, Words};

/// Who did what: of one event, or of all that an organisation has.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LogPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// Its address, without a filter.
    pub own: String,
    /// Whose deeds can be picked; nobody in particular first.
    pub actors: Vec<Choice>,
    /// Which deeds can be picked; none in particular first.
    pub actions: Vec<Choice>,
    /// What was done, the latest first.
    pub lines: Vec<LogLine>,
    /// The next page, where there is one.
    pub older: Option<String>,
    /// What the page leaves out: `nothing`, `others` where it is filtered, `all` but one line.
    pub left_out: &'static str,
}

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LogLine {
    /// When.
    pub at: Moment,
    /// Who did it.
    pub who: String,
    /// What they did.
    pub what: String,
    /// The event that it was about, where the page is not about one.
    pub event: Option<LogEvent>,
    /// Tells one registration, session or person from others.
    pub reference: Option<String>,
    /// How it was done.
    pub details: Vec<LogDetail>,
    /// What is different since.
    pub changes: Vec<LogChange>,
    /// How many more changes there are.
    pub more: usize,
    /// The line with all of it.
    pub whole: String,
}

/// An event that a line is about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LogEvent {
    /// What it is called.
    pub title: Words,
    /// Its log; none for one in the trash.
    pub href: Option<String>,
}

/// Something about how a thing was done.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LogDetail {
    /// What it is.
    pub name: String,
    /// How it was.
    pub value: String,
}

/// A field before and after.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LogChange {
    /// Which field.
    pub field: String,
    /// What was stated; none for nothing.
    pub before: Option<String>,
    /// What is stated; none for nothing.
    pub after: Option<String>,
}

impl Page for LogPage {
    const FILE: &'static str = "desk/log/show";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let empty = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Log),
            own: "/organise/events/water/log".into(),
            actors: vec![Choice::new("", locale.text("log-anybody"))],
            actions: vec![Choice::new("", locale.text("log-anything"))],
            lines: Vec::new(),
            older: None,
            left_out: "others",
        };
        let full = Self {
            lines: vec![sample_line(locale), sample_deed(locale)],
            older: Some("/organise/events/water/log?before=1".into()),
            left_out: "nothing",
            ..empty.clone()
        };
        let mut of_organisation = Self {
            frame: DeskFrame::sample(frame),
            left_out: "all",
            ..full.clone()
        };
        of_organisation.lines[0].event = Some(LogEvent {
            title: EventFacts::samples(locale).remove(0).title,
            href: Some("/organise/events/water/log".into()),
        });
        vec![
            ("empty", empty),
            ("full", full),
            ("organisation", of_organisation),
        ]
    }
}

fn sample_line(locale: &Locale) -> LogLine {
    let change = |field: &str, before: Option<&str>, after: Option<&str>| LogChange {
        field: field.to_owned(),
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
    };
    LogLine {
        at: EventFacts::samples(locale).remove(0).closes,
        who: "Maya Haddad".into(),
        what: locale.text("log-did-event_changed"),
        event: None,
        reference: None,
        details: Vec::new(),
        changes: vec![
            change(
                "Session 1 › Start",
                Some("2022-11-25T15:00:00"),
                Some("2022-11-25T16:00:00"),
            ),
            change("Summary", None, Some("ندوة (12)")),
            change("Contact", Some("a@x.example"), None),
        ],
        more: 3,
        whole: "/organise/events/water/log?line=1".into(),
    }
}

fn sample_deed(locale: &Locale) -> LogLine {
    LogLine {
        what: locale.text("log-did-approved"),
        reference: Some("a1b2c3".into()),
        details: vec![LogDetail {
            name: locale.text("log-detail-from"),
            value: locale.text("log-value-pending"),
        }],
        changes: Vec::new(),
        more: 0,
        ..sample_line(locale)
    }
}
