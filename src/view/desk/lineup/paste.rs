use serde::Serialize;

use super::super::frame::DeskFrame;
use super::board::{ChangeRow, sample_changes};
use super::{sample_frame, sample_sessions};
use crate::view::form::{Choice, Field, Problem, Widget};
use crate::view::{Frame, Locale, Page, Words};

/// People from a spreadsheet: pasted, looked at, and put into a lineup all or none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PastePage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The lineup.
    pub back: String,
    /// Where it is posted.
    pub action: String,
    /// The session.
    pub session: Words,
    /// Its identifier, as the form names it.
    pub session_id: String,
    /// Where another is chosen, of several.
    pub sessions: Option<Field>,
    /// The event's revision that is shown.
    pub revision: i64,
    /// What was pasted.
    pub typed: String,
    /// In which language it is.
    pub language: Field,
    /// What it says, row by row, once it was looked at.
    pub rows: Vec<PastedRow>,
    /// How many cells are wrong.
    pub wrong: usize,
    /// What is wrong with all of it.
    pub problems: Vec<Problem>,
    /// What others did meanwhile, where that stood in the way.
    pub since: Option<Vec<ChangeRow>>,
}

/// A row of a spreadsheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PastedRow {
    /// Its number, from 1.
    pub number: usize,
    /// Role, name, position, organisation, address.
    pub cells: Vec<Cell>,
}

/// A cell of a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// What is wrong with it.
    pub problem: Option<String>,
}

impl Page for PastePage {
    const FILE: &'static str = "desk/lineup/paste";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let cell = |text: &str, problem: Option<&str>| Cell {
            text: text.into(),
            problem: problem.map(|key| locale.text(key)),
        };
        let empty = Self {
            frame: sample_frame(frame, locale),
            back: "/organise/events/sample/lineup?session=1".into(),
            action: "/organise/events/sample/lineup/paste".into(),
            session: Words::plain("Roundtable discussion"),
            session_id: "0184947b-0000-7000-8000-000000000099".into(),
            sessions: None,
            revision: 4,
            typed: String::new(),
            language: Field::optional("language", Widget::Select, locale.text("paste-language"))
                .among(vec![Choice::new("en", Words::plain("English"))], "en"),
            rows: Vec::new(),
            wrong: 0,
            problems: Vec::new(),
            since: None,
        };
        let row = |with_problem: bool| PastedRow {
            number: 1,
            cells: vec![
                cell("speaker", None),
                cell("ليلى بو موسى", None),
                cell("", None),
                cell("Al Jadeed TV", None),
                cell("layal@", with_problem.then_some("lineup-problem-email")),
            ],
        };
        let good = Self {
            typed: "speaker\tX".into(),
            sessions: Some(sample_sessions(locale)),
            rows: vec![row(false)],
            ..empty.clone()
        };
        let wrong = Self {
            rows: vec![row(true)],
            wrong: 1,
            problems: vec![Problem {
                field: Some("field-rows".into()),
                words: locale.text("paste-problem-empty"),
            }],
            since: Some(sample_changes(locale)),
            ..good.clone()
        };
        vec![("empty", empty), ("good", good), ("wrong", wrong)]
    }
}
