//! What somebody's calendar answers to an invitation (iTIP, RFC 5546 section 3.2.3).

use chrono::NaiveDateTime;
use ical::parser::ical::component::IcalEvent;
use ical::property::Property;
use percent_encoding::percent_decode_str;

use super::parts::Mail;
use crate::base::clock::Instant;
use crate::calendar;
use crate::registration::CalendarAnswer;

/// The answer of one attendee to one invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The invitation.
    pub uid: String,
    /// Whose answer it is: a mail address as it stands there.
    pub attendee: String,
    /// The REQUEST that it answers.
    pub sequence: i64,
    /// When it was given.
    pub stamp: Instant,
    /// What it is.
    pub answer: CalendarAnswer,
}

/// What a calendar object in a mail says.
pub(super) enum Itip {
    Reply(Reply),
    /// Another time is proposed (RFC 5546 section 3.2.7).
    Counter,
}

impl Itip {
    /// What the first calendar object of `mail` says, if it has one and that says anything here.
    pub(super) fn of(mail: &Mail<'_>) -> Option<Self> {
        let is_object = |kind: &str| matches!(kind, "text/calendar" | "application/ics");
        let part = mail.parts.iter().find(|part| is_object(&part.kind))?;
        let object = calendar::read(&part.octets()?).ok()?;
        let method = value(&object.properties, "METHOD")?;
        if method.eq_ignore_ascii_case("COUNTER") {
            return Some(Self::Counter);
        }
        let [event] = &object.events[..] else {
            return None;
        };
        if method.eq_ignore_ascii_case("REPLY") {
            Reply::of(event).map(Self::Reply)
        } else {
            None
        }
    }
}

impl Reply {
    fn of(event: &IcalEvent) -> Option<Self> {
        let mut attendees = event.properties.iter().filter(|it| it.name == "ATTENDEE");
        let (Some(attendee), None) = (attendees.next(), attendees.next()) else {
            return None;
        };
        // Absent, it is 0 (RFC 5545 section 3.8.7.4).
        let sequence = match value(&event.properties, "SEQUENCE") {
            Some(text) => text.trim().parse().ok().filter(|number| *number >= 0)?,
            None => 0,
        };
        Some(Self {
            uid: value(&event.properties, "UID")?.trim().to_owned(),
            attendee: address(attendee)?,
            sequence,
            stamp: instant(value(&event.properties, "DTSTAMP")?)?,
            answer: answer(attendee)?,
        })
    }
}

fn value<'a>(properties: &'a [Property], name: &str) -> Option<&'a str> {
    let property = properties.iter().find(|property| property.name == name)?;
    property.value.as_deref()
}

fn address(attendee: &Property) -> Option<String> {
    let uri = attendee.value.as_deref()?.trim();
    let (scheme, address) = uri.split_once(':')?;
    if !scheme.eq_ignore_ascii_case("mailto") {
        return None;
    }
    Some(percent_decode_str(address).decode_utf8().ok()?.into_owned())
}

/// `NEEDS-ACTION` and `DELEGATED` are no answers here.
fn answer(attendee: &Property) -> Option<CalendarAnswer> {
    let parameters = attendee.params.as_ref()?;
    let (_, values) = parameters.iter().find(|(name, _)| name == "PARTSTAT")?;
    values.first()?.to_ascii_lowercase().parse().ok()
}

/// A DTSTAMP: always in UTC (RFC 5545 section 3.8.7.2).
fn instant(text: &str) -> Option<Instant> {
    let stamp = NaiveDateTime::parse_from_str(text.trim(), "%Y%m%dT%H%M%SZ").ok()?;
    Some(stamp.and_utc())
}
