//! The file of an announcement.

use super::Faults;
use super::fault::Sort;
use super::table::Table;
use super::value::Value;
use super::wording::refuse_told;
use crate::event::announcement::{AFTERMATH, Addressees, Announcement, AnnouncementKind};
use crate::event::{Event, Key, MeetingLink, Seen, Text, WebLink};

/// Reads what an organiser has to say to those who registered for `event`.
///
/// # Errors
/// Everything that is wrong, in the order of its lines, as with an event's file.
pub fn read_announcement(text: &str, event: &Event) -> Result<Announcement, Faults> {
    super::read_as(text, |root| announcement(root, event))
}

pub(super) fn announcement(root: &Table<'_>, event: &Event) -> Option<Announcement> {
    let links = event.details.meeting_links();
    let kind = root.need("kind").and_then(Value::word);
    let subject = root.need("subject").and_then(|v| v.phrases(Text::SUBJECT));
    let text = root
        .need("text")
        .and_then(|v| v.phrases(Text::ANNOUNCEMENT));
    refuse_told(root, "subject", subject.as_ref(), &links);
    refuse_told(root, "text", text.as_ref(), &links);
    let send_at = root.get("send_at").map(|value| send_at(value, kind, event));
    let to = root.get("to").map(|value| to(value, kind));
    let mode = root.get("mode").map(Value::word);
    let session = root.get("session").map(|value| session(value, event));
    let languages = root.get("languages").map(Value::languages);
    let recording = root.get("recording").map(|v| link(v, kind, &links));
    let survey = root.get("survey").map(|v| link(v, kind, &links));
    Some(Announcement {
        kind: kind?,
        subject: subject?,
        text: text?,
        send_at: send_at.flatten(),
        to: to.flatten().unwrap_or(Addressees::Confirmed),
        mode: mode.flatten(),
        session: session.flatten(),
        languages: languages.flatten(),
        recording: recording.flatten(),
        survey: survey.flatten(),
    })
}

fn send_at(
    value: Value<'_>,
    kind: Option<AnnouncementKind>,
    event: &Event,
) -> Option<crate::base::zone::WallTime> {
    let wall = value.timed()?;
    let at = event.details.zone.resolve_strictly(wall);
    let at = at
        .map_err(|error| value.refuse(Sort::Time, error))
        .ok()?
        .instant;
    let ends_at = event.schedule.ends_at();
    match kind {
        Some(AnnouncementKind::Announcement) if at >= ends_at => {
            value.refuse(Sort::Time, "is not before the end of the event");
        }
        Some(AnnouncementKind::FollowUp) if at >= ends_at + AFTERMATH => {
            value.refuse(
                Sort::Time,
                "is more than 14 days after the end of the event",
            );
        }
        _ => {}
    }
    Some(wall)
}

fn to(value: Value<'_>, kind: Option<AnnouncementKind>) -> Option<Addressees> {
    if kind == Some(AnnouncementKind::Announcement) && value.text() == Some("attended") {
        value.refuse(Sort::Misplaced, "“attended” is for a follow_up only");
        return None;
    }
    value.word()
}

fn session(value: Value<'_>, event: &Event) -> Option<Key> {
    let known: Vec<Key> = event
        .sessions()
        .map(|session| event.details.session_key(session.index))
        .collect();
    let word = value.text()?;
    let found = known.iter().find(|key| key.as_str() == word).cloned();
    if found.is_none() {
        let known: Vec<&str> = known.iter().map(Key::as_str).collect();
        value.refuse(
            Sort::Reference,
            format_args!("is no session of the event, which has {}", known.join(", ")),
        );
    }
    found
}

fn link(
    value: Value<'_>,
    kind: Option<AnnouncementKind>,
    links: &[&MeetingLink],
) -> Option<WebLink> {
    if kind == Some(AnnouncementKind::Announcement) {
        value.refuse(Sort::Misplaced, "is for a follow_up only");
        return None;
    }
    let address = value.text()?;
    if Seen::of(address).tells_any(links) {
        value.refuse(Sort::Link, MeetingLink::TOLD);
        return None;
    }
    value.parse()
}
