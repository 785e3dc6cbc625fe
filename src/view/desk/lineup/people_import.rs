use serde::Serialize;

use super::super::frame::DeskFrame;
use super::paste::Cell;
use super::sample_frame;
use crate::view::form::{Choice, Field, Problem, Widget};
use crate::view::{Frame, Locale, Page, Words};

/// People from a spreadsheet: pasted, looked at, and entered into the directory all or none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PeopleImportPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// What was pasted.
    pub typed: String,
    /// In which language it is.
    pub language: Field,
    /// What it says, row by row, once it was looked at.
    pub rows: Vec<ImportedRow>,
    /// How many would be entered.
    pub new: usize,
    /// How many cells are wrong.
    pub wrong: usize,
    /// What is wrong with all of it.
    pub problems: Vec<Problem>,
}

/// A row of a spreadsheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImportedRow {
    /// Its number, from 1.
    pub number: usize,
    /// Name, position, organisation, address.
    pub cells: Vec<Cell>,
    /// Whether somebody of this name is in the directory, and stays as they are.
    pub is_known: bool,
}

impl Page for PeopleImportPage {
    const FILE: &'static str = "desk/lineup/people-import";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let cell = |text: &str, problem: Option<&str>| Cell {
            text: text.into(),
            problem: problem.map(|key| locale.text(key)),
        };
        let empty = Self {
            frame: sample_frame(frame, locale),
            typed: String::new(),
            language: Field::optional("language", Widget::Select, locale.text("paste-language"))
                .among(vec![Choice::new("en", Words::plain("English"))], "en"),
            rows: Vec::new(),
            new: 0,
            wrong: 0,
            problems: Vec::new(),
        };
        let row = |number, is_known, problem| ImportedRow {
            number,
            cells: vec![
                cell("ليلى بو موسى", None),
                cell("", None),
                cell("Al Jadeed TV", None),
                cell("layal@", problem),
            ],
            is_known,
        };
        let good = Self {
            typed: "X".into(),
            rows: vec![row(1, false, None), row(2, true, None)],
            new: 1,
            ..empty.clone()
        };
        let wrong = Self {
            rows: vec![row(1, false, Some("lineup-problem-email"))],
            wrong: 1,
            problems: vec![Problem {
                field: Some("field-rows".into()),
                words: locale.text("paste-problem-empty"),
            }],
            ..good.clone()
        };
        vec![("empty", empty), ("good", good), ("wrong", wrong)]
    }
}
