//! Pages for the report of an online meeting: handed in, looked at, then noted as at the door.

use serde::Serialize;

use super::{DeskFrame, EventTab};
use crate::view::form::Choice;
use crate::view::{Frame, Locale, Page, Words};

/// Handing a report in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AttendancePage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The door.
    pub base: String,
    /// The sessions, of which one is chosen; none where there is one.
    pub sessions: Vec<Choice>,
    /// What is wrong with what was handed in.
    pub problem: Option<String>,
}

/// What a report says; nothing is noted yet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AttendedPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The door.
    pub base: String,
    /// Where this is posted.
    pub action: String,
    /// What keeps all of it from being noted.
    pub problem: Option<String>,
    /// The sessions, of which one is chosen; none where there is one.
    pub sessions: Vec<Choice>,
    /// The chosen one, as the form names it.
    pub session: String,
    /// The encodings, of which one is chosen.
    pub encodings: Vec<Choice>,
    /// How many registrations would be noted.
    pub came: i64,
    /// How many were noted before.
    pub noted: i64,
    /// How many people were there too shortly.
    pub short: i64,
    /// How many people match no registration, or not one alone.
    pub unmatched: i64,
    /// How many rows say that nobody came.
    pub absent: i64,
    /// The people, those first who match nobody.
    pub people: Vec<SeenRow>,
    /// How many more there are.
    pub more: i64,
    /// What is wrong, line by line.
    pub faults: Vec<LineFault>,
    /// How many more faults there are.
    pub more_faults: i64,
}

/// Somebody in a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeenRow {
    /// Their first line.
    pub line: i64,
    /// The name they were there by.
    pub name: String,
    /// The address that the report tells.
    pub email: Option<String>,
    /// For how many whole minutes they were there.
    pub minutes: i64,
    /// Whose registration it is, where it is clear.
    pub registered: Option<String>,
    /// `unknown`, `unclear`, `short`, `came`, `noted`.
    pub fate: &'static str,
}

/// Something wrong with a line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LineFault {
    /// Which.
    pub line: i64,
    /// What stands there, cut.
    pub value: String,
    /// What to do about it: `attendance-fault-KEY`.
    pub key: &'static str,
}

fn base() -> String {
    "/organise/events/food-security/check-in".into()
}

fn sessions() -> Vec<Choice> {
    vec![
        Choice::new("1", Words::plain("Opening")),
        Choice::new("2", Words::plain("الجلسة الثانية")),
    ]
}

impl Page for AttendancePage {
    const FILE: &'static str = "desk/check-in/attendance";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |problem: Option<&str>| Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::CheckIn),
            base: base(),
            sessions: sessions(),
            problem: problem.map(|key| locale.text(key)),
        };
        vec![
            ("first", page(None)),
            ("errors", page(Some("attendance-none"))),
        ]
    }
}

impl Page for AttendedPage {
    const FILE: &'static str = "desk/check-in/attended";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let row = |line, name: &str, registered: Option<&str>, minutes, fate| SeenRow {
            line,
            name: name.into(),
            email: registered.map(|_| "rana@example.org".into()),
            minutes,
            registered: registered.map(Into::into),
            fate,
        };
        let good = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::CheckIn),
            base: base(),
            action: format!("{}/report/0193", base()),
            problem: None,
            sessions: sessions(),
            session: "1".into(),
            encodings: vec![Choice::new("utf-8", "UTF-8".to_owned())],
            came: 1,
            noted: 1,
            short: 1,
            unmatched: 2,
            absent: 3,
            people: vec![
                row(9, "iPad", None, 57, "unknown"),
                row(12, "ليلى", None, 2, "unclear"),
                row(11, "Omar", Some("Omar Saleh"), 0, "short"),
                row(8, "Rana (LCPS)", Some("رنا حداد"), 118, "came"),
                row(10, "ნინო ბერიძე", Some("ნინო ბერიძე"), 1, "noted"),
            ],
            more: 7,
            faults: Vec::new(),
            more_faults: 0,
        };
        let faulty = Self {
            problem: Some(locale.text("attendance-early")),
            sessions: Vec::new(),
            came: 0,
            faults: vec![LineFault {
                line: 4,
                value: "<b>soon</b>".into(),
                key: "time",
            }],
            more_faults: 3,
            ..good.clone()
        };
        vec![("good", good), ("faulty", faulty)]
    }
}
