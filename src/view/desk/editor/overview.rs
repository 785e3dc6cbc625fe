use serde::Serialize;

use super::publish::GapLine;
use crate::view::desk::DeskFrame;
use crate::view::{Door, EventFacts};

/// The first page of an event: how it stands, and what is next.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OverviewPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// What it is.
    pub event: EventFacts,
    /// Whether one can register.
    pub door: Door,
    /// `draft`, `published`, `cancelled`, `over`.
    pub state: &'static str,
    /// The one thing to do now.
    pub primary: PrimaryAction,
    /// What there is to look at.
    pub gaps: Vec<GapLine>,
    /// People, as numbers.
    pub counts: Vec<Count>,
    /// What goes out next.
    pub next: Vec<NextMail>,
    /// When the personal data of those who registered goes, or went.
    pub data_goes: crate::view::Moment,
    /// Whether it went.
    pub data_gone: bool,
    /// The public address, to be copied.
    pub address: String,
    /// Where it is said how other sites show it.
    pub share: String,
    /// Where it is duplicated, for who may make events.
    pub duplicate: Option<String>,
    /// Where it is called off, while it can be.
    pub cancel: Option<String>,
    /// Where it is moved to the trash, after what goes with it was said in numbers.
    pub delete: String,
}

/// The one thing to do now.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PrimaryAction {
    /// Its words: `primary-KEY` in the catalogue, with `$count`.
    pub key: &'static str,
    /// How many it is about.
    pub count: i64,
    /// Where it is done.
    pub href: String,
}

/// People, as a number.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Count {
    /// Who: `count-KEY` in the catalogue.
    pub key: &'static str,
    /// How many.
    pub people: i64,
    /// Of so many places.
    pub places: Option<i64>,
}

/// A mail that goes to many.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NextMail {
    /// What it says: `mail-kind-KIND` in the catalogue.
    pub kind: &'static str,
    /// The session, where there are several.
    pub session: Option<String>,
    /// When it leaves.
    pub moment: crate::view::Moment,
    /// To how many, as things are; none for organisers.
    pub people: Option<i64>,
    /// Whether it waits for the link.
    pub waits: bool,
}
