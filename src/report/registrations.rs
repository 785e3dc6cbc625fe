//! The registrations of an event as CSV, XLSX or JSON.

use std::borrow::Cow;

use rust_xlsxwriter::{Workbook, XlsxError};
use serde_json::{Value as Json, json};

use crate::event::Event;
use crate::registration::ExportedRegistration;

/// What a cell of a workbook holds, in UTF-16 units.
const LONGEST_CELL: usize = 32_767;

const COLUMNS: [&str; 9] = [
    "id",
    "name",
    "email",
    "language",
    "mode",
    "sessions",
    "state",
    "registered_at",
    "answers",
];

/// The list cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum Unwritable {
    /// As CSV.
    #[error("the CSV cannot be written: {0}")]
    Csv(#[from] csv::Error),
    /// As XLSX.
    #[error("the workbook cannot be written: {0}")]
    Xlsx(#[from] XlsxError),
}

/// CSV by RFC 4180 with a byte order mark, so that spreadsheets read Arabic; what a spreadsheet
/// would take for a formula is made plain (S-20).
///
/// # Errors
/// [`Unwritable`] where the writer fails.
pub fn csv(event: &Event, registrations: &[ExportedRegistration]) -> Result<Vec<u8>, Unwritable> {
    csv_of(&table(event, registrations))
}

/// A workbook with one sheet; every cell is a string, never a formula. What is longer than a cell can
/// be is cut, with an ellipsis; CSV and JSON have all of it.
///
/// # Errors
/// [`Unwritable`] where the writer fails.
pub fn xlsx(event: &Event, registrations: &[ExportedRegistration]) -> Result<Vec<u8>, Unwritable> {
    xlsx_of(&table(event, registrations))
}

/// Rows under headings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// What the columns hold.
    pub headings: Vec<String>,
    /// As many cells in each as there are headings.
    pub rows: Vec<Vec<String>>,
}

fn table(event: &Event, registrations: &[ExportedRegistration]) -> Table {
    let row = |registration| cells(event, registration).to_vec();
    Table {
        headings: COLUMNS.map(str::to_owned).to_vec(),
        rows: registrations.iter().map(row).collect(),
    }
}

/// A table as [`csv`] writes it.
///
/// # Errors
/// [`Unwritable`] where the writer fails.
pub fn csv_of(table: &Table) -> Result<Vec<u8>, Unwritable> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    for row in std::iter::once(&table.headings).chain(&table.rows) {
        writer.write_record(row.iter().map(|cell| harmless(cell)))?;
    }
    Ok(writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))?)
}

/// A table as [`xlsx`] writes it.
///
/// # Errors
/// [`Unwritable`] where the writer fails.
pub fn xlsx_of(table: &Table) -> Result<Vec<u8>, Unwritable> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("registrations")?;
    for (row, cells) in (0..).zip(std::iter::once(&table.headings).chain(&table.rows)) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, fitting(cell))?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(workbook.save_to_buffer()?)
}

/// An array of objects, one a registration.
pub fn json(event: &Event, registrations: &[ExportedRegistration]) -> Json {
    registrations
        .iter()
        .map(|registration| {
            json!({
                "id": registration.id.to_string(),
                "name": registration.name,
                "email": registration.email,
                "language": registration.language,
                "mode": registration.mode,
                "sessions": sessions(event, registration),
                "state": registration.state,
                "registered_at": registered_at(registration),
                "answers": answers(registration),
            })
        })
        .collect()
}

fn cells(event: &Event, registration: &ExportedRegistration) -> [String; 9] {
    [
        registration.id.to_string(),
        registration.name.to_string(),
        registration.email.to_string(),
        registration.language.to_string(),
        registration.mode.to_string(),
        sessions(event, registration).join(" "),
        registration.state.to_string(),
        registered_at(registration),
        answers(registration).to_string(),
    ]
}

/// The keys of the sessions they come to, in the event's order.
fn sessions(event: &Event, registration: &ExportedRegistration) -> Vec<String> {
    event
        .sessions()
        .filter(|session| registration.sessions.contains(&session.id))
        .map(|session| event.details.session_key(session.index).to_string())
        .collect()
}

fn registered_at(registration: &ExportedRegistration) -> String {
    registration
        .registered_at
        .to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}

/// Answers to the organiser's questions by their keys, and to the fields by their names.
fn answers(registration: &ExportedRegistration) -> Json {
    let mut answers = json!(registration.answers);
    let fields = [
        ("organisation", &registration.organisation),
        ("position", &registration.position),
        ("country", &registration.country),
    ];
    for (name, value) in fields {
        if let Some(value) = value {
            answers[name] = json!(value);
        }
    }
    answers
}

/// A cell that a spreadsheet shows as it is: one that would begin a formula, in any width and after
/// whatever blanks, gets an apostrophe.
pub(super) fn harmless(cell: &str) -> String {
    let begins = |c: char| {
        matches!(
            c,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\0' | '＝' | '＋' | '－' | '＠'
        )
    };
    let seen =
        cell.trim_start_matches(|c: char| c == '\u{FEFF}' || (c.is_whitespace() && !begins(c)));
    if seen.starts_with(begins) || cell.starts_with(begins) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// The start of `text` that fits into a cell of a workbook, which counts UTF-16 units.
fn fitting(text: &str) -> Cow<'_, str> {
    if text.encode_utf16().count() <= LONGEST_CELL {
        return Cow::Borrowed(text);
    }
    let mut length = 1;
    let mut cut: String = text
        .chars()
        .take_while(|character| {
            length += character.len_utf16();
            length <= LONGEST_CELL
        })
        .collect();
    cut.push('…');
    Cow::Owned(cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_longer_than_a_cell_is_cut_and_fails_no_export() {
        let fits = "م".repeat(LONGEST_CELL);
        assert_eq!(fitting(&fits), fits);
        for long in ["م".repeat(LONGEST_CELL + 1), "🗓".repeat(LONGEST_CELL)] {
            let cut = fitting(&long);
            assert!(cut.ends_with('…') && cut.encode_utf16().count() >= LONGEST_CELL - 1);
            let mut workbook = Workbook::new();
            let written = workbook.add_worksheet().write_string(0, 0, cut);
            assert!(written.is_ok(), "{:?}", written.err());
        }
    }

    #[test]
    fn s_20_no_cell_begins_a_formula() {
        for cell in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "  =1",
            "\u{FEFF}=1",
            "＝1",
            "\0=1",
        ] {
            assert!(harmless(cell).starts_with('\''), "{cell:?}");
        }
        for cell in ["Ana", "a=b", "1-2", "نادين", ""] {
            assert_eq!(harmless(cell), cell);
        }
    }
}
