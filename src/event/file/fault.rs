use std::fmt;

use crate::base::text::SingleLine;
use crate::words;

words! {
    /// What sort of fault it is: a key of the catalogue, so that programs can tell it in every language.
    pub enum Sort {
        /// Nothing stands where something has to.
        Missing = "missing",
        /// The key is not known there.
        Unknown = "unknown",
        /// It is a number where a text has to be, or the like.
        Kind = "kind",
        /// It is none of the words that are known there.
        Word = "word",
        /// It is not written as it has to be.
        Form = "form",
        /// It says nothing.
        Empty = "empty",
        /// The text is too long.
        Long = "long",
        /// There are too many.
        Many = "many",
        /// It is there twice.
        Twice = "twice",
        /// It tells a link to join by.
        Link = "link",
        /// The time does not exist, exists twice, or does not fit the others.
        Time = "time",
        /// It is more or less than may be.
        Range = "range",
        /// There is nothing of that name.
        Reference = "reference",
        /// It has no place there.
        Misplaced = "misplaced",
        /// The whole cannot be read.
        Whole = "whole",
    }
}

/// Something that is wrong in an event file, with its place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The line it stands on, from 1.
    pub line: usize,
    /// The key it is about, such as `session.1.starts`; empty for the file as a whole.
    pub path: String,
    /// What is wrong, and what would be right.
    pub reason: String,
    /// Of what sort it is.
    pub sort: Sort,
}

/// Everything that is wrong in an event file, in the order of its lines; never empty.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.lines())]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Puts `faults` in the order of their lines; `None` where there are none.
    pub(super) fn of(mut faults: Vec<Fault>) -> Option<Self> {
        faults.sort();
        (!faults.is_empty()).then_some(Self(faults))
    }

    /// A single fault of the file as a whole.
    pub(super) fn one(line: usize, reason: String) -> Self {
        Self(vec![Fault {
            line,
            path: String::new(),
            reason,
            sort: Sort::Whole,
        }])
    }

    /// Each of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.0.iter()
    }

    fn lines(&self) -> String {
        let lines: Vec<String> = self.iter().map(ToString::to_string).collect();
        lines.join("\n")
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.reason)
    }
}

/// What a file says, made fit to be shown on a terminal: short, on one line, without controls.
pub(super) fn quotable(text: &str) -> SingleLine {
    let start: String = text.chars().take(200).collect();
    SingleLine::clean(&start).cut(60)
}
