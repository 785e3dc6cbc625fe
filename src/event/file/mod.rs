//! Event files: TOML in and out. Reading tells everything that is wrong at once, each with its
//! line; what was read comes back when written.

mod address;
mod announcement;
mod details;
mod document;
mod fault;
mod ids;
mod json;
mod mail;
mod meeting;
mod outline;
mod part;
mod question;
mod reading;
mod session;
mod survey;
mod table;
mod terms;
mod text;
mod tree;
mod value;
mod wording;
mod write;

pub use announcement::read_announcement;
pub use fault::{Fault, Faults, Sort};
pub use json::{from_json, to_json};
pub(super) use outline::outline;
pub use part::{
    announcement_from_json, announcement_to_json, appearance_from_json, appearance_to_json,
    profile_from_json, profile_to_json,
};
pub(super) use tree::{Branch, Node};
pub use write::write;

use std::fmt::Display;

use toml::de::DeTable;

use super::Details;
use document::Document;
use fault::quotable;
use table::Table;

/// How many octets a file may have.
const SIZE_LIMIT: usize = 1 << 20;
/// Why a file that has more is refused.
const TOO_LARGE: &str = "is larger than 1 MiB";

/// Reads an event file; a byte order mark at its start is ignored.
///
/// # Errors
/// Everything that is wrong, up to a hundred faults, in the order of its lines. A file of more than 1 MiB, with a NUL, or
/// whose parts cannot be told apart has that one fault.
pub fn read(text: &str) -> Result<Details, Faults> {
    read_as(text, details::details)
}

/// The same of a file that `judge` accepts, too: it says what it refuses, by the paths of the keys.
///
/// # Errors
/// Everything that is wrong, as [`read`] and `judge` see it.
pub fn read_judged<R: Display>(
    text: &str,
    judge: impl FnOnce(&Details) -> Vec<(String, R)>,
) -> Result<Details, Faults> {
    read_as(text, |root| {
        let details = details::details(root)?;
        for (path, reason) in judge(&details) {
            root.refuse_path(&path, Sort::Misplaced, reason);
        }
        Some(details)
    })
}

/// Reads a file whose keys `what` asks for; `None` of it where what is missing was noted.
fn read_as<T>(text: &str, what: impl FnOnce(&Table<'_>) -> Option<T>) -> Result<T, Faults> {
    if text.len() > SIZE_LIMIT {
        return Err(Faults::one(1, TOO_LARGE.to_owned()));
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let document = Document::of(text);
    if let Some(offset) = text.find('\0') {
        return Err(Faults::one(document.line(offset), "holds a NUL".to_owned()));
    }
    let (tree, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let offset = error.span().map_or(0, |span| span.start);
        let reason = format!("is not TOML: {}", quotable(error.message()));
        if !lost_a_value_only(error) {
            return Err(Faults::one(document.line(offset), reason));
        }
        document.refuse_line(offset, reason);
    }
    let read = Table::read(&document, String::new(), 0, tree.get_ref(), what);
    match (document.into_faults(), read) {
        (None, Some(read)) => Ok(read),
        (Some(faults), _) => Err(faults),
        (None, None) => unreachable!("what is missing was noted"),
    }
}

/// Whether the rest of the file is what was meant, as after a 30th of February or a key that is
/// there twice. After anything else keys may stand in other tables than they seem to, and every
/// further fault would be a guess.
fn lost_a_value_only(error: &toml::de::Error) -> bool {
    [
        "invalid date",
        "invalid time",
        "invalid offset",
        "duplicate key",
    ]
    .iter()
    .any(|loss| error.message().starts_with(loss))
}

#[cfg(test)]
mod tests;
