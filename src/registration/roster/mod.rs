//! A list of people that was handed in: read whatever its program wrote, looked at before anybody is
//! added, and added whole or not at all (U-13).

mod cells;
mod columns;
mod decode;
mod looked;
mod reading;
mod status;
mod store;

pub use cells::Row;
pub(super) use cells::{DELIMITERS, records};
pub use columns::{Column, guess};
pub use decode::{Encoding, decoded};
pub use looked::Looked;
pub use reading::{CellFault, CellProblem, Defaults, Entry, SheetProblem, check};
pub use status::gave_up;
pub use store::{Roster, discard, keep, known_addresses, load};

use columns::is_heading;

/// The most rows that are taken at once.
pub const MOST_ROWS: usize = 3_000;
/// How many rows may stand above the headings: what a report says of the meeting it is about.
const MOST_ABOVE: usize = 30;

/// A list, cell by cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The headings; empty where the first row is somebody's.
    pub headings: Vec<String>,
    /// What each column is taken for.
    pub columns: Vec<Column>,
    /// The rows, without empty ones.
    pub rows: Vec<Row>,
}

/// The rows of `text` from its headings on: what stands above them is about no person. Of more than are
/// taken there is one more, beside the headings.
pub fn rows(text: &str) -> Vec<Row> {
    let (delimiter, above) = beginning(text);
    let rows = records(text, delimiter).skip(above);
    rows.take(MOST_ROWS + 2).collect()
}

/// Takes `text` apart.
pub fn sheet(text: &str) -> Sheet {
    let mut rows = rows(text);
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    for row in &mut rows {
        row.cells.resize(width, String::new());
    }
    let first: &[String] = rows.first().map_or(&[], |row| &row.cells);
    let (columns, has_headings) = guess(first, rows.get(1..).unwrap_or_default());
    let headings = if has_headings {
        rows.remove(0).cells
    } else {
        Vec::new()
    };
    Sheet {
        headings,
        columns,
        rows,
    }
}

/// By what the cells of `text` are parted, and how many rows stand above its headings. Where none are
/// known, it is the first sign of them that its first line has.
fn beginning(text: &str) -> (u8, usize) {
    let headings = DELIMITERS.into_iter().filter_map(|delimiter| {
        let mut rows = records(text, delimiter).take(MOST_ABOVE);
        let above = rows.position(|row| is_heading(&row.cells))?;
        Some((delimiter, above))
    });
    let first = headings.min_by_key(|(_, above)| *above);
    first.unwrap_or_else(|| (delimiter(text), 0))
}

fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty());
    // Within quotes they part nothing.
    let bare: Vec<&str> = first.unwrap_or_default().split('"').step_by(2).collect();
    let has = |delimiter: &u8| bare.iter().any(|part| part.as_bytes().contains(delimiter));
    DELIMITERS.into_iter().find(has).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn u_13_a_list_begins_with_its_headings_whatever_stands_above() {
        for text in [
            "Name,Email\nAna,a@x.example\n",
            "Registration Report\nTopic,Time\n\"Water, and data\",\"Dec 4, 2026\"\n\nName,Email\nAna,a@x.example\n",
            "\n\nList; of, guests\nName;Email\nAna;a@x.example\n",
            "Topic\tTime\nx\ty\nEmail\tName\na@x.example\tAna\n",
        ] {
            let sheet = sheet(text);
            let cells: Vec<&str> = sheet
                .rows
                .iter()
                .flat_map(|row| &row.cells)
                .map(String::as_str)
                .collect();
            assert_eq!(sheet.headings.len(), 2, "{text}");
            assert!(
                cells == ["Ana", "a@x.example"] || cells == ["a@x.example", "Ana"],
                "{text}"
            );
            let lines = u64::try_from(text.lines().count()).expect("a small number");
            assert_eq!(sheet.rows[0].line, lines, "{text}");
        }
    }
}
