use serde::Serialize;

use super::sheet::Sheet;
use crate::view::desk::DeskFrame;
use crate::view::{EventFacts, Moment};

/// What there is to look at before an event is announced.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PublishPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// What it is.
    pub event: EventFacts,
    /// Its public address.
    pub address: String,
    /// What it lacks, or may be wrong about it.
    pub gaps: Vec<GapLine>,
    /// How many mails were tried, in all languages.
    pub mails: usize,
    /// The mails that cannot be written: kind and language.
    pub broken: Vec<String>,
    /// When its registration closes.
    pub closes: Moment,
    /// Where the announcement is posted; none where it is public already, or a mail is broken.
    pub action: Option<String>,
}

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GapLine {
    /// What it is: `gap-KEY` in the catalogue, with `$language` and `$count`.
    pub key: &'static str,
    /// The language that it is about.
    pub language: Option<String>,
    /// How many.
    pub count: usize,
    /// Where it is seen to.
    pub href: String,
}

/// An event about to be called off.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CancelPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// What it is.
    pub event: EventFacts,
    /// Whether it can be: it is announced.
    pub can_be: bool,
    /// Who is told: who has a place or waits for one.
    pub concerned: i64,
    /// Who of them has a place.
    pub confirmed: i64,
    /// What is asked.
    pub sheet: Sheet,
}

/// A link about to be let go.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReleasePage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// Who gets it at once.
    pub online: i64,
    /// Whether a link is still to be entered.
    pub is_missing: bool,
    /// Where the links are entered.
    pub meeting: String,
    /// Where it is posted; none where there is nothing to release.
    pub action: Option<String>,
}

/// A sensitive event about to get an address that nobody can guess.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AddressPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// Its address until now.
    pub address: String,
    /// Whether people may know that address: it is, or was, announced.
    pub is_public: bool,
    /// Who has a place or waits for one.
    pub concerned: i64,
    /// Where it is posted; none for an event that is not sensitive.
    pub action: Option<String>,
}

/// An event about to be made after another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DuplicatePage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// What it is made after.
    pub event: EventFacts,
    /// What is asked.
    pub sheet: Sheet,
}
