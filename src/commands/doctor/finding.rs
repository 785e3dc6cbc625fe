//! What a check came to: one line each.

use std::fmt;

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// As it should be.
    Ok,
    /// It works, or nobody can say from here.
    Warn,
    /// It does not work.
    Fail,
}

/// A line of the report: `ok|warn|fail NAME text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) verdict: Verdict,
    pub(super) name: &'static str,
    pub(super) text: String,
}

pub(super) fn ok(name: &'static str, text: impl Into<String>) -> Finding {
    Finding {
        verdict: Verdict::Ok,
        name,
        text: text.into(),
    }
}

pub(super) fn warn(name: &'static str, text: impl Into<String>) -> Finding {
    Finding {
        verdict: Verdict::Warn,
        name,
        text: text.into(),
    }
}

pub(super) fn fail(name: &'static str, text: impl Into<String>) -> Finding {
    Finding {
        verdict: Verdict::Fail,
        name,
        text: text.into(),
    }
}

/// One line, whatever a server or a record of somebody else's says.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.verdict {
            Verdict::Ok => "ok",
            Verdict::Warn => "warn",
            Verdict::Fail => "fail",
        };
        let text = self.text.replace('\n', "; ");
        let printable = |character: char| match character {
            control if control.is_control() => ' ',
            other => other,
        };
        let text: String = text.chars().map(printable).collect();
        write!(f, "{word:<4} {} {text}", self.name)
    }
}
