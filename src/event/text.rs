use crate::base::text::{SingleLine, clean_lines};

/// What sort of text something is, and how many characters it may have: in files and in forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// On one line.
    Line(usize),
    /// On several.
    Lines(usize),
}

impl Text {
    /// A title of an event or a session.
    pub const TITLE: Self = Self::Line(300);
    /// One sentence about an event.
    pub const SUMMARY: Self = Self::Line(1_000);
    /// Markdown.
    pub const DESCRIPTION: Self = Self::Lines(50_000);
    /// The subject of a mail, as long as a header shows it (MIME-7).
    pub const SUBJECT: Self = Self::Line(150);
    /// Markdown in a mail.
    pub const ANNOUNCEMENT: Self = Self::Lines(20_000);
    /// A name, a place, a label.
    pub const LINE: Self = Self::Line(2_000);
    /// Some sentences.
    pub const LINES: Self = Self::Lines(2_000);

    /// `text` as it is kept.
    pub fn clean(self, text: &str) -> String {
        match self {
            Self::Line(_) => SingleLine::clean(text).to_string(),
            Self::Lines(_) => clean_lines(text),
        }
    }

    /// How many characters it may have.
    pub const fn limit(self) -> usize {
        match self {
            Self::Line(limit) | Self::Lines(limit) => limit,
        }
    }
}
