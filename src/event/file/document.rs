use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use super::fault::{Fault, Faults, Sort};

/// How many faults are told at once: a file may be wrong in every line, and nobody reads of more.
pub(super) const MOST_FAULTS: usize = 100;

/// The text of a file while it is read: knows its lines and gathers its faults.
pub(super) struct Document {
    line_starts: Vec<usize>,
    /// Where each value that was read stands, by its path.
    places: RefCell<BTreeMap<String, usize>>,
    faults: RefCell<Vec<Fault>>,
    /// Lines that are no TOML: what the parser made of them is not judged.
    lost_lines: RefCell<BTreeSet<usize>>,
}

impl Document {
    pub(super) fn of(text: &str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            line_starts: std::iter::once(0).chain(breaks).collect(),
            places: RefCell::default(),
            faults: RefCell::default(),
            lost_lines: RefCell::default(),
        }
    }

    /// The line, from 1, of the byte at `offset`.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    /// Remembers that the value at `path` stands at `offset`.
    pub(super) fn place(&self, path: &str, offset: usize) {
        self.places.borrow_mut().insert(path.to_owned(), offset);
    }

    /// Notes a fault of what stands at `offset`, while there are not [too many](MOST_FAULTS).
    pub(super) fn refuse(&self, offset: usize, path: &str, sort: Sort, reason: impl Display) {
        let line = self.line(offset);
        if !self.is_full() && !self.lost_lines.borrow().contains(&line) {
            self.faults.borrow_mut().push(Fault {
                line,
                path: path.to_owned(),
                reason: reason.to_string(),
                sort,
            });
        }
    }

    /// Notes that the line at `offset` is no TOML; whatever else is found in it follows from that.
    pub(super) fn refuse_line(&self, offset: usize, reason: String) {
        self.refuse(offset, "", Sort::Whole, reason);
        self.lost_lines.borrow_mut().insert(self.line(offset));
    }

    /// Notes a fault of a value that was read before.
    pub(super) fn refuse_path(&self, path: &str, sort: Sort, reason: impl Display) {
        let offset = self.places.borrow().get(path).copied().unwrap_or(0);
        self.refuse(offset, path, sort, reason);
    }

    /// Whether no further fault is noted.
    pub(super) fn is_full(&self) -> bool {
        self.faults.borrow().len() >= MOST_FAULTS
    }

    /// Every fault that was noted.
    pub(super) fn into_faults(self) -> Option<Faults> {
        Faults::of(self.faults.into_inner())
    }
}
