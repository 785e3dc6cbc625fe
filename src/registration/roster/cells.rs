//! From text to rows of cells.

use csv::{ReaderBuilder, Trim};

/// The most columns that are looked at.
const MOST_COLUMNS: usize = 60;
/// What cells are parted by.
pub const DELIMITERS: [u8; 3] = [b'\t', b';', b','];

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the file that it begins on, from 1.
    pub line: u64,
    /// Its cells.
    pub cells: Vec<String>,
}

/// The rows of `text` that are not empty.
pub fn records(text: &str, delimiter: u8) -> impl Iterator<Item = Row> {
    let reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut lines = Lines::of(text);
    let rows = reader.into_records().flatten().map(move |record| Row {
        line: lines.until(record.position().map_or(0, csv::Position::byte)),
        cells: record
            .iter()
            .take(MOST_COLUMNS)
            .map(str::to_owned)
            .collect(),
    });
    rows.filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
}

/// Counts lines as people do. The reader of the cells counts a line once it has passed all of its end,
/// which after a carriage return or an empty line is later than the next row begins.
struct Lines<'t> {
    octets: &'t [u8],
    at: usize,
    line: u64,
}

impl<'t> Lines<'t> {
    const fn of(text: &'t str) -> Self {
        Self {
            octets: text.as_bytes(),
            at: 0,
            line: 1,
        }
    }

    /// The line of the first row at or after `octet`, which is never before the last one asked for.
    fn until(&mut self, octet: u64) -> u64 {
        let is_end = |octet: &u8| matches!(octet, b'\r' | b'\n');
        let from = usize::try_from(octet).map_or(self.at, |octet| octet.max(self.at));
        let ahead = self.octets.get(from..).unwrap_or_default();
        let row = from + ahead.iter().take_while(|octet| is_end(octet)).count();
        let passed = self.octets.get(self.at..row).unwrap_or_default();
        let ends = passed.iter().enumerate().filter(|(index, octet)| {
            let is_half = **octet == b'\r' && passed.get(index + 1) == Some(&b'\n');
            is_end(octet) && !is_half
        });
        self.line += u64::try_from(ends.count()).unwrap_or(0);
        self.at = row;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn u_13_lines_are_counted_as_people_count_them() {
        for end in ["\n", "\r\n", "\r"] {
            let lines = [
                "Name,Email",
                "Ana,a@x.example",
                "",
                "\"Bo",
                "B\",b@x.example",
                "",
                "",
                "Cy,c@x.example",
            ];
            let text = lines.join(end);
            let lines: Vec<u64> = records(&text, b',').map(|row| row.line).collect();
            assert_eq!(lines, [1, 2, 4, 8], "{end:?}");
        }
    }
}
