use serde::Serialize;

use super::sheet::Sheet;
use crate::view::Words;
use crate::view::desk::DeskFrame;

/// The form for a new event.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NewEventPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// What is asked.
    pub sheet: Sheet,
}

/// A page of the editor.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EditPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The pages of the editor.
    pub parts: Vec<PartLink>,
    /// This page's word.
    pub part: &'static str,
    /// What one of a list is called, where the page is about one.
    pub item: Option<Words>,
    /// The list that this one is in.
    pub back: Option<String>,
    /// What is asked.
    pub sheet: Option<Sheet>,
    /// What there are several of.
    pub rows: Option<PartRows>,
    /// Whether somebody else has changed what the form showed.
    pub is_overtaken: bool,
    /// What is wrong with what was done in the list.
    pub problem: Option<String>,
    /// The logo of the host that the page is about.
    pub logo: Option<LogoPart>,
}

/// The logo of a host, and the form that changes it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LogoPart {
    /// Where it is sent.
    pub action: String,
    /// The one that is shown.
    pub path: Option<String>,
    /// Whether the event's page shows no logos: it is sensitive.
    pub is_hidden: bool,
    /// What is wrong with the file that was sent.
    pub problem: Option<String>,
}

/// A page of the editor to go to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartLink {
    /// Its word: `part-KEY` in the catalogue.
    pub key: &'static str,
    /// The address.
    pub href: String,
    /// Whether it is here.
    pub current: bool,
}

/// Parts of an event of which there are several.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartRows {
    /// Where they are moved and removed.
    pub action: String,
    /// The event's revision that they are of.
    pub revision: i64,
    /// Where one more is made; none where there are as many as there may be.
    pub add: Option<String>,
    /// In order.
    pub rows: Vec<Row>,
    /// Whether they can be moved and removed here.
    pub is_ordered: bool,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// What it goes by.
    pub key: String,
    /// What it is called.
    pub name: Words,
    /// What else tells it from the others.
    pub about: Option<String>,
    /// Its page.
    pub href: String,
}
