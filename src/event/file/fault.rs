use std::fmt;

use crate::base::text::SingleLine;

/// Something that is wrong in an event file, with its place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The line it stands on, from 1.
    pub line: usize,
    /// The key it is about, such as `session.1.starts`; empty for the file as a whole.
    pub path: String,
    /// What is wrong, and what would be right.
    pub reason: String,
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
