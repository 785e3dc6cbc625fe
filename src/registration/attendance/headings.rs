//! Where the reports of Zoom and Teams say what, in English.

use crate::base::fold::fold;

/// What a column of a report holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// The name they were there by.
    Name,
    /// The first name they registered there with.
    Given,
    /// The last.
    Family,
    /// An address of theirs; there may be several.
    Address,
    /// When they came in.
    Joined,
    /// When they went.
    Left,
    /// For how long they were there.
    Lasted,
    /// Whether they came at all.
    Attended,
    /// Whether the row is about the time before they were let in.
    Waiting,
}

const HEADINGS: [(Heading, &[&str]); 9] = [
    (
        Heading::Name,
        &[
            "name",
            "full name",
            "user name",
            "name original name",
            "user name original name",
            "participant",
        ],
    ),
    (Heading::Given, &["first name"]),
    (Heading::Family, &["last name"]),
    (
        Heading::Address,
        &["email", "user email", "email address", "participant id upn"],
    ),
    (Heading::Joined, &["join time"]),
    (Heading::Left, &["leave time"]),
    (
        Heading::Lasted,
        &[
            "duration",
            "duration minutes",
            "total duration minutes",
            "time in session minutes",
            "in meeting duration",
        ],
    ),
    (Heading::Attended, &["attended"]),
    (Heading::Waiting, &["in waiting room"]),
];

/// What each column of a row of headings holds; `None` where the row is none: it names neither people nor
/// how long they were there.
pub(super) fn headings(cells: &[String]) -> Option<Vec<Option<Heading>>> {
    let columns: Vec<Option<Heading>> = cells.iter().map(|cell| heading(cell)).collect();
    let has = |heading| columns.contains(&Some(heading));
    let names_people = has(Heading::Name) || has(Heading::Given);
    let times_them = has(Heading::Lasted) || (has(Heading::Joined) && has(Heading::Left));
    (names_people && times_them).then_some(columns)
}

fn heading(cell: &str) -> Option<Heading> {
    let folded = fold(cell);
    let found = HEADINGS
        .iter()
        .find(|(_, words)| words.contains(&folded.as_str()));
    found.map(|(heading, _)| *heading)
}
