use super::fault::Sort;
use super::table::Table;
use super::value::Value;
use crate::event::{BadRelease, Meeting, Release};

/// Reads `[meeting]`, of the event or of a session.
pub(super) fn meeting(table: &Table<'_>) -> Option<Meeting> {
    Some(Meeting {
        provider: table.get("provider").and_then(Value::word),
        link: table.get("link").and_then(Value::parse),
        lineup_link: table.get("lineup_link").and_then(Value::parse),
        release: table.get("release").and_then(release),
        join_page: table.get("join_page").and_then(Value::flag),
        recording: table.get("recording").and_then(Value::parse),
    })
}

/// A word, or how long before the start.
fn release(value: Value<'_>) -> Option<Release> {
    if value.is_table() {
        return value.table(|table| {
            let before = table.need("before_start").and_then(Value::parse)?;
            Some(Release::BeforeStart(before))
        });
    }
    let release = value.text()?.parse().ok();
    // A length of time is kept in the word's place elsewhere, but not written so in a file.
    let release = release.filter(|release| !matches!(release, Release::BeforeStart(_)));
    if release.is_none() {
        value.refuse(Sort::Word, BadRelease);
    }
    release
}
