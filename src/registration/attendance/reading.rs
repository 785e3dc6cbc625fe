//! From the report of a meeting to the people in it.

use std::collections::HashMap;

use super::headings::{Heading, headings};
use super::presence::{Presence, lasted, rough_stay, stay};
use crate::base::fold::fold;
use crate::base::text::{EmailAddress, SingleLine};
use crate::registration::roster::{DELIMITERS, MOST_ROWS, Row, records};
use crate::words;

/// Rows that may stand above the people: what a report says of its meeting.
const MOST_ABOVE: usize = 60;
/// What Zoom and Teams write behind a name that says nothing of it.
const ASIDES: [&str; 6] = [
    "guest",
    "external",
    "unverified",
    "anonymous",
    "host",
    "co host",
];
/// What Teams calls the table that says of everybody above it once more when they came and went.
const AGAIN: &str = "in meeting activities";
/// Characters of a name or a cell that are shown.
const SHOWN: usize = 80;

/// The report of a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Everybody who is in it, once each, in the order in which they came.
    pub people: Vec<Seen>,
    /// How many rows say that somebody did not come.
    pub absent: usize,
    /// What is wrong, line by line.
    pub faults: Vec<LineFault>,
    /// Whether it has more rows than are read.
    pub is_long: bool,
}

/// Somebody who was in a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The line that they stand on first.
    pub line: u64,
    /// The name they were there by.
    pub name: SingleLine,
    /// The address that the report tells of them.
    pub email: Option<EmailAddress>,
    /// What else they are called or reached by.
    pub(super) known: Known,
    pub(super) presence: Presence,
}

impl Seen {
    /// For how many seconds they were there, in all.
    pub fn seconds(&self) -> i64 {
        self.presence.seconds()
    }
}

/// What somebody is found by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// Their addresses, as keys.
    pub(super) addresses: Vec<String>,
    /// Their names, as [`name_key`] has them.
    pub(super) names: Vec<String>,
}

/// Something wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFault {
    /// Which.
    pub line: u64,
    /// What stands there, cut short.
    pub value: String,
    /// What is wrong.
    pub problem: LineProblem,
}

words! {
    /// What can be wrong with a line.
    pub enum LineProblem {
        /// It tells neither a name nor an address.
        Nobody = "nobody",
        /// It does not tell for how long.
        Time = "time",
    }
}

/// A name as names are compared: folded, its words in any order, since some write the last name first.
pub(super) fn name_key(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// Reads a report; `None` where it holds no table that names people and how long they were there.
pub fn read(text: &str) -> Option<Report> {
    let delimiter = DELIMITERS.into_iter().find(|delimiter| {
        let mut rows = records(text, *delimiter).take(MOST_ABOVE);
        rows.any(|row| headings(&row.cells).is_some())
    })?;
    let mut reading = Reading::default();
    let mut rows = records(text, delimiter).peekable();
    while let Some(row) = rows.next() {
        let is_before_headings = rows
            .peek()
            .is_some_and(|next| headings(&next.cells).is_some());
        if reading.rows == MOST_ROWS {
            reading.report.is_long = true;
            break;
        }
        reading.take(&row, is_before_headings);
    }
    Some(reading.report)
}

#[derive(Default)]
struct Reading {
    report: Report,
    /// What the columns of the present table hold; none between tables.
    columns: Vec<Option<Heading>>,
    /// Where each address and, of those without one, each name stands among the people.
    places: HashMap<String, usize>,
    /// Whether what is read says again what was read before.
    is_again: bool,
    rows: usize,
}

impl Reading {
    fn take(&mut self, row: &Row, is_before_headings: bool) {
        if is_title(row, is_before_headings) {
            self.columns.clear();
            self.is_again = fold(&row.cells[0]).ends_with(AGAIN);
        } else if let Some(columns) = headings(&row.cells).filter(|_| !self.is_again) {
            self.columns = columns;
        } else if !self.columns.is_empty() {
            self.rows += 1;
            self.person(row);
        }
    }

    fn person(&mut self, row: &Row) {
        let says = |heading, word: &str| self.cell(row, heading).eq_ignore_ascii_case(word);
        if says(Heading::Waiting, "yes") {
            return;
        }
        let (joined, left) = (
            self.cell(row, Heading::Joined),
            self.cell(row, Heading::Left),
        );
        let length = self.cell(row, Heading::Lasted);
        let is_untimed = joined.is_empty() && left.is_empty() && length.is_empty();
        if says(Heading::Attended, "no") || is_untimed {
            self.report.absent += 1;
            return;
        }
        let presence = stay(joined, left)
            .map(Presence::between)
            .or_else(|| lasted(length).map(Presence::for_seconds))
            .or_else(|| rough_stay(joined, left).map(Presence::between));
        let said = [length, joined, left].join(" ");
        let Some(presence) = presence else {
            return self.fault(row, &said, LineProblem::Time);
        };
        match self.somebody(row, presence) {
            Some(seen) => self.add(seen),
            None => self.fault(row, &said, LineProblem::Nobody),
        }
    }

    /// Whom a row is about; `None` where it does not say.
    fn somebody(&self, row: &Row, presence: Presence) -> Option<Seen> {
        let mut addresses: Vec<EmailAddress> = self
            .cells(row, Heading::Address)
            .filter_map(|cell| cell.parse().ok())
            .collect();
        addresses.dedup_by_key(|address| address.key());
        let registered = [Heading::Given, Heading::Family].map(|part| self.cell(row, part));
        let registered = registered.join(" ");
        let shown = Some(self.cell(row, Heading::Name)).filter(|name| !name.is_empty());
        let shown = shown.unwrap_or(&registered);
        let mut names: Vec<String> = called(shown)
            .chain(std::iter::once(registered.as_str()))
            .map(name_key)
            .filter(|key| !key.is_empty())
            .collect();
        names.dedup();
        if names.is_empty() && addresses.is_empty() {
            return None;
        }
        Some(Seen {
            line: row.line,
            name: SingleLine::clean(shown).cut(SHOWN),
            known: Known {
                addresses: addresses.iter().map(EmailAddress::key).collect(),
                names,
            },
            email: addresses.into_iter().next(),
            presence,
        })
    }

    /// Whoever has an address in common with somebody is the same; and so is, of those without one, whoever
    /// has the same name.
    fn add(&mut self, seen: Seen) {
        let mut keys = seen.known.addresses.clone();
        if keys.is_empty() {
            keys.extend(seen.known.names.first().cloned());
        }
        let known = keys.iter().find_map(|key| self.places.get(key).copied());
        let place = match known {
            Some(place) => {
                let person = &mut self.report.people[place];
                person.presence.add(&seen.presence);
                person.known.add(seen.known);
                place
            }
            None => {
                self.report.people.push(seen);
                self.report.people.len() - 1
            }
        };
        for key in keys {
            self.places.entry(key).or_insert(place);
        }
    }

    /// The first cell under `heading` that says something.
    fn cell<'r>(&self, row: &'r Row, heading: Heading) -> &'r str {
        self.cells(row, heading).next().unwrap_or_default()
    }

    fn cells<'r>(&self, row: &'r Row, heading: Heading) -> impl Iterator<Item = &'r str> {
        let columns = self.columns.iter().zip(&row.cells);
        let own = columns.filter(move |(column, _)| **column == Some(heading));
        // Zoom writes two dashes where there is nothing.
        own.map(|(_, cell)| cell.as_str())
            .filter(|cell| !cell.trim_matches('-').is_empty())
    }

    fn fault(&mut self, row: &Row, value: &str, problem: LineProblem) {
        self.report.faults.push(LineFault {
            line: row.line,
            value: SingleLine::clean(value).cut(SHOWN).to_string(),
            problem,
        });
    }
}

impl Known {
    fn add(&mut self, other: Self) {
        for (own, others) in [
            (&mut self.addresses, other.addresses),
            (&mut self.names, other.names),
        ] {
            for key in others {
                if !own.contains(&key) {
                    own.push(key);
                }
            }
        }
    }
}

/// Whether a row stands above a table and says what it is: “3. In-Meeting Activities”.
fn is_title(row: &Row, is_before_headings: bool) -> bool {
    let mut said = row.cells.iter().filter(|cell| !cell.is_empty());
    let (Some(first), None) = (said.next(), said.next()) else {
        return false;
    };
    let after_number = first.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let is_numbered = after_number.len() < first.len() && after_number.starts_with('.');
    is_before_headings || is_numbered
}

/// What somebody is called: the name they show, and the one that Zoom puts behind it in brackets.
fn called(shown: &str) -> impl Iterator<Item = &str> {
    let (before, within) = match shown.split_once('(') {
        Some((before, behind)) => (before, behind.trim_end().trim_end_matches(')')),
        None => (shown, ""),
    };
    let is_aside = ASIDES.contains(&fold(within).as_str());
    [before, if is_aside { "" } else { within }].into_iter()
}
