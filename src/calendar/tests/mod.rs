mod hostile;
mod lines;
mod links;
mod reading;
mod zones;

use chrono::{DateTime, TimeDelta};
use ical::parser::ical::component::IcalCalendar;

use super::*;
use crate::base::clock::Instant;
use crate::base::text::SingleLine;
use crate::base::zone::WallTime;

fn utc(text: &str) -> Instant {
    DateTime::parse_from_rfc3339(text).expect(text).to_utc()
}

/// An invitation to two hours that begin at `starts`, a wall time in `zone`.
fn invitation(zone: &str, starts: &str) -> Invitation {
    let zone: crate::base::zone::Zone = zone.parse().expect(zone);
    let wall: WallTime = starts.parse().expect(starts);
    let starts = zone.resolve_leniently(wall).instant;
    Invitation {
        method: Method::Request {
            page: "https://x.example/events/y".parse().expect("an address"),
            conference: Some(Conference {
                link: "https://meet.example/a,b;c".parse().expect("an address"),
                label: SingleLine::clean("Join"),
            }),
        },
        uid: "reg-1@x.example".to_owned(),
        sequence: 0,
        issued: utc("2026-01-01T00:00:00Z"),
        created: utc("2026-01-01T00:00:00Z"),
        organizer: Organizer {
            name: SingleLine::clean("Host"),
            address: "events@x.example".to_owned(),
        },
        attendee: "a@y.example".parse().expect("an address"),
        zone,
        starts,
        ends: starts + TimeDelta::hours(2),
        summary: SingleLine::clean("Title"),
        description: "Words".to_owned(),
        location: SingleLine::clean("Place"),
        language: "en".parse().expect("a language"),
    }
}

/// What a calendar holds, to compare: `ical`'s components cannot be compared themselves.
fn shape(calendar: &IcalCalendar) -> String {
    format!("{calendar:#?}")
}

fn value(calendar: &IcalCalendar, name: &str) -> String {
    let property = calendar.events[0]
        .properties
        .iter()
        .find(|p| p.name == name);
    property
        .and_then(|property| property.value.clone())
        .unwrap_or_default()
}

fn parameter(calendar: &IcalCalendar, name: &str, parameter: &str) -> String {
    let property = calendar.events[0]
        .properties
        .iter()
        .find(|p| p.name == name);
    let mut parameters = property.into_iter().flat_map(|p| p.params.iter().flatten());
    parameters
        .find(|(name, _)| name == parameter)
        .map(|(_, values)| values.join(","))
        .unwrap_or_default()
}
