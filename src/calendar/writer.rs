//! Writes components as content lines (RFC 5545 section 3.4).

use ical::parser::ical::component::{
    IcalAlarm, IcalCalendar, IcalEvent, IcalTimeZone, IcalTimeZoneTransitionType,
};
use ical::property::Property;

use super::property::plain;
use super::text::{encode_parameter, fold};

/// What wrote the object: the same in every release, so that a message rendered again is the same.
const PRODUCT: &str = "-//convoke//convoke//EN";

/// A calendar with what every one of ours begins with.
pub(super) fn calendar() -> IcalCalendar {
    IcalCalendar {
        properties: vec![
            plain("PRODID", PRODUCT),
            plain("VERSION", "2.0"),
            plain("CALSCALE", "GREGORIAN"),
        ],
        ..IcalCalendar::default()
    }
}

/// The object's text: zones first, then events; lines end in CRLF.
pub(super) fn write(calendar: &IcalCalendar) -> String {
    let mut object = String::new();
    component("VCALENDAR", &calendar.properties, &mut object, |object| {
        for zone in &calendar.timezones {
            write_zone(zone, object);
        }
        for event in &calendar.events {
            write_event(event, object);
        }
    });
    object
}

fn write_zone(zone: &IcalTimeZone, object: &mut String) {
    component("VTIMEZONE", &zone.properties, object, |object| {
        for onset in &zone.transitions {
            let name = match onset.transition {
                IcalTimeZoneTransitionType::STANDARD => "STANDARD",
                IcalTimeZoneTransitionType::DAYLIGHT => "DAYLIGHT",
            };
            component(name, &onset.properties, object, |_| {});
        }
    });
}

fn write_event(event: &IcalEvent, object: &mut String) {
    component("VEVENT", &event.properties, object, |object| {
        for IcalAlarm { properties } in &event.alarms {
            component("VALARM", properties, object, |_| {});
        }
    });
}

fn component(
    name: &str,
    properties: &[Property],
    object: &mut String,
    inner: impl FnOnce(&mut String),
) {
    fold(&format!("BEGIN:{name}"), object);
    for property in properties {
        fold(&line(property), object);
    }
    inner(object);
    fold(&format!("END:{name}"), object);
}

fn line(property: &Property) -> String {
    let mut line = property.name.clone();
    for (name, values) in property.params.iter().flatten() {
        let values: Vec<String> = values.iter().map(|value| encode_parameter(value)).collect();
        line.extend([";", name, "=", &values.join(",")]);
    }
    line.push(':');
    line.push_str(property.value.as_deref().unwrap_or_default());
    line
}
