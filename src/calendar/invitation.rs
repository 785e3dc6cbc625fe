//! An attendee's entry for one session, and its withdrawal (iTIP, RFC 5546 sections 3.2.2, 3.2.5).

use ical::parser::ical::component::{IcalAlarm, IcalCalendar, IcalEvent};
use ical::property::Property;

use super::link::{Link, mailto};
use super::property::{instant, plain, spoken, text, with};
use super::timezone::{definition, moment, names_one_instant};
use super::writer::{calendar, write};
use crate::base::clock::Instant;
use crate::base::language::Language;
use crate::base::text::{EmailAddress, SingleLine};
use crate::base::zone::Zone;

/// What one attendee's calendar is told about one session (CAL-1 to CAL-21).
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Whether the entry is made and kept up to date, or taken away.
    pub method: Method,
    /// The registration's own identifier, the same in all its objects (CAL-4).
    pub uid: String,
    /// 0 in the first object, then one more in each (CAL-5).
    pub sequence: i64,
    /// When this object was issued; rises by at least a second with each (CAL-6).
    pub issued: Instant,
    /// When the first object was issued.
    pub created: Instant,
    /// Who invites: the sender of the mail (CAL-8).
    pub organizer: Organizer,
    /// The address the mail goes to (CAL-9). The attendee's name is in no object (S-17).
    pub attendee: EmailAddress,
    /// The session's zone.
    pub zone: Zone,
    /// When the session starts.
    pub starts: Instant,
    /// When it ends, later than it starts.
    pub ends: Instant,
    /// The session's title, or a neutral one (CAL-25).
    pub summary: SingleLine,
    /// Everything in words, as plain text. With a conference its address is put before it, on a
    /// line of its own.
    pub description: String,
    /// Where it takes place, or that the link follows; a conference's address takes its place.
    pub location: SingleLine,
    /// The language of the texts.
    pub language: Language,
}

/// What an invitation is for (RFC 5546 section 1.4).
#[derive(Debug, Clone)]
pub enum Method {
    /// The entry is made or brought up to date.
    Request {
        /// The public page of the event.
        page: Link,
        /// How to join online, once it has been released to this person (CAL-18).
        conference: Option<Conference>,
    },
    /// The entry is taken away.
    Cancel {
        /// Why, in a few words.
        comment: SingleLine,
    },
}

/// How to join online.
#[derive(Debug, Clone)]
pub struct Conference {
    /// The address to open.
    pub link: Link,
    /// What a button to it says.
    pub label: SingleLine,
}

/// Who invites.
#[derive(Debug, Clone)]
pub struct Organizer {
    /// The name shown; may be empty.
    pub name: SingleLine,
    /// The mail address.
    pub address: String,
}

impl Method {
    /// The value of METHOD, and of the MIME parameter that repeats it (CAL-2).
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Request { .. } => "REQUEST",
            Self::Cancel { .. } => "CANCEL",
        }
    }
}

impl Invitation {
    /// The object's text, in UTF-8 with CRLF line ends.
    pub fn write(&self) -> String {
        write(&self.object())
    }

    pub(super) fn object(&self) -> IcalCalendar {
        let zone = definition(&self.zone, self.starts, self.ends).filter(|_| {
            [self.starts, self.ends]
                .iter()
                .all(|&at| names_one_instant(&self.zone, at))
        });
        let mut object = calendar();
        object
            .properties
            .push(plain("METHOD", self.method.as_str()));
        object.events.push(self.event(zone.is_some()));
        object.timezones.extend(zone);
        object
    }

    fn event(&self, zone_is_defined: bool) -> IcalEvent {
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
            self.attendee(),
            plain("CLASS", "PRIVATE"),
        ];
        let mut alarms = Vec::new();
        match &self.method {
            Method::Request { page, conference } => {
                properties.extend(self.request(page, conference.as_ref()));
                alarms.push(self.alarm());
            }
            Method::Cancel { comment } => properties.extend(self.cancellation(comment)),
        }
        IcalEvent { properties, alarms }
    }

    fn request(&self, page: &Link, conference: Option<&Conference>) -> Vec<Property> {
        let (location, description) = match conference {
            Some(Conference { link, .. }) => {
                (link.as_str(), format!("{link}\n{}", self.description))
            }
            None => (self.location.as_str(), self.description.clone()),
        };
        let mut properties = vec![
            plain("STATUS", "CONFIRMED"),
            plain("TRANSP", "OPAQUE"),
            spoken("LOCATION", &self.language, location),
            spoken("DESCRIPTION", &self.language, &description),
            plain("URL", page.as_str()),
        ];
        properties.extend(conference.into_iter().flat_map(Conference::properties));
        properties.push(plain("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY"));
        properties.push(plain("X-MICROSOFT-DISALLOW-COUNTER", "TRUE"));
        properties
    }

    fn cancellation(&self, comment: &SingleLine) -> Vec<Property> {
        vec![
            plain("STATUS", "CANCELLED"),
            plain("TRANSP", "TRANSPARENT"),
            spoken("LOCATION", &self.language, self.location.as_str()),
            spoken("DESCRIPTION", &self.language, &self.description),
            spoken("COMMENT", &self.language, comment.as_str()),
            plain("X-MICROSOFT-CDO-BUSYSTATUS", "FREE"),
        ]
    }

    /// Registered people have accepted already; asking them again would fill the organiser's
    /// mailbox with answers.
    fn attendee(&self) -> Property {
        [
            ("CUTYPE", "INDIVIDUAL"),
            ("ROLE", "REQ-PARTICIPANT"),
            ("PARTSTAT", "ACCEPTED"),
            ("RSVP", "FALSE"),
        ]
        .into_iter()
        .fold(
            plain("ATTENDEE", mailto(self.attendee.as_str())),
            |attendee, (name, value)| with(attendee, name, &[value]),
        )
    }

    fn alarm(&self) -> IcalAlarm {
        IcalAlarm {
            properties: vec![
                plain("ACTION", "DISPLAY"),
                with(plain("TRIGGER", "-PT15M"), "RELATED", &["START"]),
                text("DESCRIPTION", self.summary.as_str()),
            ],
        }
    }
}

impl Organizer {
    pub(super) fn property(&self) -> Property {
        let organizer = plain("ORGANIZER", mailto(&self.address));
        with(organizer, "CN", &[self.name.as_str()])
    }
}

impl Conference {
    /// CONFERENCE (RFC 7986 section 5.11), and what the calendars of two makers draw their own join
    /// button from.
    fn properties(&self) -> Vec<Property> {
        let conference = plain("CONFERENCE", self.link.as_str());
        let conference = with(conference, "VALUE", &["URI"]);
        let conference = with(conference, "FEATURE", &["AUDIO", "VIDEO"]);
        let mut properties = vec![with(conference, "LABEL", &[self.label.as_str()])];
        let is_at = |domains: &[&str]| domains.iter().any(|domain| self.link.is_at(domain));
        if is_at(&["teams.microsoft.com", "teams.live.com"]) {
            properties.push(plain(
                "X-MICROSOFT-SKYPETEAMSMEETINGURL",
                self.link.as_str(),
            ));
        }
        if is_at(&["meet.google.com"]) {
            properties.push(plain("X-GOOGLE-CONFERENCE", self.link.as_str()));
        }
        properties
    }
}
