use serde::Serialize;

use super::sheet::Group;
use crate::view::desk::DeskFrame;
use crate::view::{Hidden, Problem};

/// What a change means to those who hold what it touches, before it is saved (F-17). There is no “calendar
/// only” between telling and not: an entry changes by a mail only (RFC 6047), which has to be complete in
/// words (MIME-4), so that it would be the same mail with less said.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImpactPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// Where the answer is posted.
    pub action: String,
    /// Back to the form, with nothing saved.
    pub back: String,
    /// All that was typed.
    pub hidden: Vec<Hidden>,
    /// What is different.
    pub lines: Vec<ChangeLine>,
    /// Who has a place or waits for one.
    pub concerned: i64,
    /// Who would be told by a mail with the new entry of their calendar.
    pub told: i64,
    /// Who was sent the link that is replaced.
    pub holding_link: i64,
    /// Who has a page that leads to whatever the link is.
    pub holding_page: i64,
    /// What is touched: `time`, `place`, `link`, `languages`, `rules`.
    pub facts: Vec<&'static str>,
    /// Mails whose moment is another then.
    pub moves: Vec<Moved>,
    /// How many more there are.
    pub more_moves: usize,
    /// What is written to all, where no mail of the service says it: the fields of its words.
    pub notice: Vec<Group>,
    /// Whether it may be kept quiet.
    pub may_be_quiet: bool,
    /// What is wrong with the answer.
    pub problems: Vec<Problem>,
}

/// Something that is different.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChangeLine {
    /// What it is.
    pub label: String,
    /// What was stated; none for a secret or nothing.
    pub before: Option<String>,
    /// What is stated then.
    pub after: Option<String>,
}

/// A mail whose moment is another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Moved {
    /// What it says: `mail-kind-KIND` in the catalogue.
    pub kind: &'static str,
    /// The session, where there are several.
    pub session: Option<String>,
    /// When it would have left; none for a mail that is new.
    pub before: Option<String>,
    /// When it leaves then; none for a mail that goes no more.
    pub after: Option<String>,
}
