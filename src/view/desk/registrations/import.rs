use serde::Serialize;

use super::sample_base;
use crate::view::desk::{DeskFrame, EventTab};
use crate::view::form::Choice;
use crate::view::{Frame, Locale, Page};

/// Handing in a list of people.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImportPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The list.
    pub base: String,
    /// What is wrong with what was handed in.
    pub problem: Option<String>,
    /// The most rows that are taken at once.
    pub most: i64,
}

/// What a list that was handed in would do; nothing is done yet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PreviewPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The list.
    pub base: String,
    /// Where this is posted.
    pub action: String,
    /// What is wrong with the whole of it.
    pub sheet: Vec<SheetFault>,
    /// The encodings, of which one is chosen.
    pub encodings: Vec<Choice>,
    /// How to attend for whom nothing is said, where there is a choice.
    pub modes: Vec<Choice>,
    /// The columns with what each is taken for.
    pub columns: Vec<ColumnChoice>,
    /// The first rows.
    pub rows: Vec<PreviewRow>,
    /// How many rows there are.
    pub total: i64,
    /// How many people would be added.
    pub new: i64,
    /// How many have registered already, and stay as they are.
    pub known: i64,
    /// How many have no place any more where the list comes from, and are left out.
    pub gone: i64,
    /// What is wrong, cell by cell.
    pub faults: Vec<CellFault>,
    /// How many more faults there are.
    pub more_faults: i64,
    /// What has to be ticked to add them: that closing or capacity do not matter.
    pub beyond: Option<String>,
    /// Whether that was not ticked.
    pub beyond_missing: bool,
}

/// Something wrong with a whole list: `import-sheet-KEY`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetFault {
    /// What.
    pub key: &'static str,
}

/// A column of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ColumnChoice {
    /// Its name in the form.
    pub name: String,
    /// Its heading, or its number.
    pub heading: String,
    /// What it can be taken for.
    pub options: Vec<Choice>,
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PreviewRow {
    /// Its line.
    pub line: i64,
    /// Its cells.
    pub cells: Vec<String>,
    /// `new`, `known`, `gone`, `fault`.
    pub fate: &'static str,
}

/// Something wrong with a cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CellFault {
    /// The line it is on.
    pub line: i64,
    /// The heading of its column.
    pub heading: String,
    /// What stands there, cut.
    pub value: String,
    /// What to do about it.
    pub words: String,
}

impl Page for ImportPage {
    const FILE: &'static str = "desk/registrations/import";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |problem: Option<&str>| Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Registrations),
            base: sample_base(),
            problem: problem.map(|key| locale.text(key)),
            most: 3000,
        };
        vec![
            ("first", page(None)),
            ("errors", page(Some("import-empty"))),
        ]
    }
}

impl Page for PreviewPage {
    const FILE: &'static str = "desk/registrations/preview";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let column = |number: i64, heading: &str| ColumnChoice {
            name: format!("column.{number}"),
            heading: heading.into(),
            options: vec![Choice::new("name", locale.text("import-column-name"))],
        };
        let row = |line, name: &str, fate| PreviewRow {
            line,
            cells: vec![name.into(), "rana@example.org".into()],
            fate,
        };
        let good = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Registrations),
            base: sample_base(),
            action: format!("{}/import/0193", sample_base()),
            sheet: Vec::new(),
            encodings: vec![Choice::new("utf-8", "UTF-8".to_owned())],
            modes: vec![Choice::new("online", locale.text("mode-online"))],
            columns: vec![column(1, "الاسم"), column(2, "E-mail")],
            rows: vec![
                row(2, "رنا حداد", "new"),
                row(3, "Omar", "known"),
                row(4, "", "fault"),
                row(5, "ნინო", "gone"),
            ],
            total: 4,
            new: 1,
            known: 1,
            gone: 1,
            faults: Vec::new(),
            more_faults: 0,
            beyond: Some(locale.text("import-beyond")),
            beyond_missing: false,
        };
        let faulty = Self {
            sheet: vec![SheetFault { key: "no-email" }],
            faults: vec![CellFault {
                line: 4,
                heading: "الاسم".into(),
                value: "<b>x</b>".into(),
                words: locale.text("import-fault-name-missing"),
            }],
            more_faults: 3,
            beyond_missing: true,
            ..good.clone()
        };
        vec![("good", good), ("faulty", faulty)]
    }
}
