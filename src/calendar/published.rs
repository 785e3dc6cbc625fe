//! What anybody may put into their calendar: no attendee, no link to the meeting.

use ical::parser::ical::component::{IcalCalendar, IcalEvent, IcalTimeZone};

use super::invitation::Organizer;
use super::link::Link;
use super::property::{instant, plain, spoken, text, with};
use super::timezone::{definition, moment, names_one_instant};
use super::writer::{calendar, write};
use crate::base::clock::Instant;
use crate::base::language::Language;
use crate::base::text::SingleLine;
use crate::base::zone::Zone;

/// How often a subscriber should ask again, as RFC 5545 section 3.3.6 writes it.
const REFRESH: &str = "PT6H";

/// A session as everybody may see it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The session's own identifier, never a registration's (CAL-4).
    pub uid: String,
    /// Rises when the session moves or is cancelled (CAL-22).
    pub sequence: i64,
    /// When this state of it was published.
    pub issued: Instant,
    /// When it was first published.
    pub created: Instant,
    /// Whether it takes place.
    pub status: Status,
    /// Who holds it, with the public address for questions.
    pub organizer: Organizer,
    /// The session's zone.
    pub zone: Zone,
    /// When it starts.
    pub starts: Instant,
    /// When it ends, later than it starts.
    pub ends: Instant,
    /// The title.
    pub summary: SingleLine,
    /// Everything in words, as plain text.
    pub description: String,
    /// Where it takes place.
    pub location: SingleLine,
    /// The language of the texts.
    pub language: Language,
    /// The event's page.
    pub page: Link,
    /// A picture to show beside the entry.
    pub image: Option<Link>,
}

/// Whether a session takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It does.
    Confirmed,
    /// It was cancelled; the entry stays, so that subscribers see it (CAL-22).
    Cancelled,
}

/// All public sessions, to subscribe to (RFC 7986 section 5).
#[derive(Debug, Clone)]
pub struct Feed {
    /// The calendar's name.
    pub name: SingleLine,
    /// The language of the name.
    pub language: Language,
    /// The feed's own address.
    pub source: Link,
    /// A colour's name from CSS (RFC 7986 section 5.9), such as `teal`.
    pub color: &'static str,
    /// The sessions.
    pub entries: Vec<Entry>,
}

/// A file to download with the sessions of one event or of one registration: without METHOD, so
/// that calendars import it instead of taking it for a request (CAL-1, CAL-3).
pub fn file(entries: &[Entry]) -> String {
    write(&with_entries(calendar(), entries))
}

/// The same with METHOD:PUBLISH, for a mail: it stands in for the objects of somebody who comes to
/// more sessions than there should be mails (CAL-3).
pub fn publication(entries: &[Entry]) -> String {
    let mut file = calendar();
    file.properties.push(plain("METHOD", "PUBLISH"));
    write(&with_entries(file, entries))
}

impl Feed {
    /// The feed's text, in UTF-8 with CRLF line ends.
    pub fn write(&self) -> String {
        write(&self.object())
    }

    pub(super) fn object(&self) -> IcalCalendar {
        let mut feed = calendar();
        feed.properties.extend([
            plain("METHOD", "PUBLISH"),
            spoken("NAME", &self.language, self.name.as_str()),
            text("X-WR-CALNAME", self.name.as_str()),
            plain("COLOR", self.color),
            with(plain("REFRESH-INTERVAL", REFRESH), "VALUE", &["DURATION"]),
            plain("X-PUBLISHED-TTL", REFRESH),
            with(plain("SOURCE", self.source.as_str()), "VALUE", &["URI"]),
        ]);
        with_entries(feed, &self.entries)
    }
}

fn with_entries(mut calendar: IcalCalendar, entries: &[Entry]) -> IcalCalendar {
    let zones = Zones::of(entries);
    calendar.events = entries
        .iter()
        .map(|entry| entry.event(zones.define(entry)))
        .collect();
    calendar.timezones = zones.0.into_iter().filter_map(|(_, zone)| zone).collect();
    calendar
}

/// The zones of some entries, each with its definition where one holds for all entries in it: an
/// object can define a zone once only.
struct Zones<'a>(Vec<(&'a Zone, Option<IcalTimeZone>)>);

impl<'a> Zones<'a> {
    fn of(entries: &'a [Entry]) -> Self {
        let mut zones: Vec<&Zone> = Vec::new();
        for entry in entries {
            if !zones.contains(&&entry.zone) && entry.has_plain_times() {
                zones.push(&entry.zone);
            }
        }
        let definition_of = |zone: &Zone| {
            let within = || entries.iter().filter(|entry| entry.zone == *zone);
            let first = within().map(|entry| entry.starts).min()?;
            let last = within().map(|entry| entry.ends).max()?;
            definition(zone, first, last)
        };
        Self(
            zones
                .into_iter()
                .map(|zone| (zone, definition_of(zone)))
                .collect(),
        )
    }

    /// Whether the entry's times can be given in its zone.
    fn define(&self, entry: &Entry) -> bool {
        entry.has_plain_times()
            && self
                .0
                .iter()
                .any(|(zone, definition)| **zone == entry.zone && definition.is_some())
    }
}

impl Entry {
    fn has_plain_times(&self) -> bool {
        [self.starts, self.ends]
            .iter()
            .all(|&at| names_one_instant(&self.zone, at))
    }

    fn event(&self, zone_is_defined: bool) -> IcalEvent {
        let (status, transparency, busy) = match self.status {
            Status::Confirmed => ("CONFIRMED", "OPAQUE", "BUSY"),
            Status::Cancelled => ("CANCELLED", "TRANSPARENT", "FREE"),
        };
        let mut properties = vec![
            text("UID", &self.uid),
            instant("DTSTAMP", self.issued),
            plain("SEQUENCE", self.sequence.to_string()),
            instant("CREATED", self.created),
            instant("LAST-MODIFIED", self.issued),
            moment("DTSTART", &self.zone, self.starts, zone_is_defined),
            moment("DTEND", &self.zone, self.ends, zone_is_defined),
            spoken("SUMMARY", &self.language, self.summary.as_str()),
            self.organizer.property(),
            plain("CLASS", "PUBLIC"),
            plain("STATUS", status),
            plain("TRANSP", transparency),
            spoken("LOCATION", &self.language, self.location.as_str()),
            spoken("DESCRIPTION", &self.language, &self.description),
            plain("URL", self.page.as_str()),
            plain("X-MICROSOFT-CDO-BUSYSTATUS", busy),
        ];
        properties.extend(self.image.as_ref().map(|image| {
            let image = with(plain("IMAGE", image.as_str()), "VALUE", &["URI"]);
            with(image, "DISPLAY", &["BADGE"])
        }));
        IcalEvent {
            properties,
            alarms: Vec::new(),
        }
    }
}
