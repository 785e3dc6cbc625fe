//! A list of people that was handed in: read whatever its program wrote, looked at before anybody is
//! added, and added whole or not at all (U-13).

mod columns;
mod decode;
mod reading;
mod store;

pub use columns::{Column, guess};
pub use decode::{Encoding, decoded};
pub use reading::{CellFault, CellProblem, Defaults, Entry, SheetProblem, check};
pub use store::{Roster, discard, keep, known_addresses, load};

use csv::{ReaderBuilder, Trim};

/// The most rows that are taken at once.
pub const MOST_ROWS: usize = 3_000;
/// The most columns that are looked at.
pub const MOST_COLUMNS: usize = 30;

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

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the file that it begins on, from 1.
    pub line: u64,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Takes `text` apart: cells are parted by whichever of comma, semicolon and tab its first line has most.
pub fn sheet(text: &str) -> Sheet {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records().flatten() {
        let cells: Vec<String> = record
            .iter()
            .take(MOST_COLUMNS)
            .map(str::to_owned)
            .collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            let line = record.position().map_or(0, csv::Position::line);
            rows.push(Row { line, cells });
        }
        // One more than are taken, so that it is seen that there are more.
        if rows.len() > MOST_ROWS + 1 {
            break;
        }
    }
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    for row in &mut rows {
        row.cells.resize(width, String::new());
    }
    let first: &[String] = rows.first().map_or(&[], |row| &row.cells);
    let (columns, has_headings) = guess(first);
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

fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let mut counts = [(b'\t', 0), (b';', 0), (b',', 0)];
    let mut quoted = false;
    for octet in first.unwrap_or_default().bytes() {
        quoted ^= octet == b'"';
        for (delimiter, count) in &mut counts {
            *count += usize::from(octet == *delimiter && !quoted);
        }
    }
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    most.map_or(b',', |(delimiter, _)| *delimiter)
}
