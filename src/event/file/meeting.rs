use super::fault::Sort;
use super::table::Table;
use super::value::Value;
use crate::event::{BadRelease, Meeting, Provider, Release};

/// Reads `[meeting]`, of the event or of a session.
pub(super) fn meeting(table: &Table<'_>) -> Option<Meeting> {
    let meeting = Meeting {
        provider: table.get("provider").and_then(Value::word),
        service: table.get("service").and_then(Value::flag),
        link: table.get("link").and_then(Value::parse),
        lineup_link: table.get("lineup_link").and_then(Value::parse),
        release: table.get("release").and_then(release),
        join_page: table.get("join_page").and_then(Value::flag),
        recording: table.get("recording").and_then(Value::parse),
    };
    if meeting.service == Some(true) {
        refuse_impossible(table, &meeting);
    }
    Some(meeting)
}

/// Who makes links has to be able to, and leaves no room for another link, nor for one in mails.
fn refuse_impossible(table: &Table<'_>, meeting: &Meeting) {
    if !meeting.provider.is_some_and(Provider::can_make_links) {
        let reason = "needs provider = \"jitsi\" or \"bigbluebutton\": no other makes links";
        refuse(table, "service", reason);
    }
    if meeting.link.is_some() {
        refuse(
            table,
            "link",
            "is made for each by the service, as `service` says",
        );
    }
    if meeting.join_page == Some(false) {
        let reason =
            "has to be true where `service` makes a link for each: only a page leads there";
        refuse(table, "join_page", reason);
    }
}

fn refuse(table: &Table<'_>, key: &'static str, reason: &str) {
    if let Some(value) = table.get(key) {
        value.refuse(Sort::Misplaced, reason);
    }
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
