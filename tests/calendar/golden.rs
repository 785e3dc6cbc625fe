//! Objects as they stood when they were last looked at and found right.

use std::path::Path;

use crate::kept::assert_is_golden;
use crate::objects::{ARABIC, ENGLISH, LINK, Texts};
use convoke::calendar::{file, read, unescape};

/// Compares with `tests/golden/calendar/NAME.ics`, octet by octet.
fn assert_is_golden_object(name: &str, object: &str) {
    let golden = Path::new("tests/golden/calendar").join(format!("{name}.ics"));
    assert_is_golden(&golden, object);
}

#[test]
fn cal_01_golden_request_without_link() {
    for texts in [ENGLISH, ARABIC] {
        let object = texts.registered().write();
        assert_is_golden_object(&format!("{}-request-0", texts.language), &object);
        assert!(!object.contains("CONFERENCE"), "{object}");
    }
}

#[test]
fn cal_18_golden_request_with_link() {
    for texts in [ENGLISH, ARABIC] {
        let object = texts.released().write();
        assert_is_golden_object(&format!("{}-request-1", texts.language), &object);
        let event = &read(object.as_bytes()).expect("readable").events[0];
        let value = |name: &str| {
            let property = event.properties.iter().find(|p| p.name == name);
            property.and_then(|p| p.value.clone()).expect(name)
        };
        assert_eq!(value("CONFERENCE"), LINK);
        assert_eq!(unescape(&value("LOCATION")), LINK);
        assert_ne!(value("LOCATION"), LINK);
        let description = unescape(&value("DESCRIPTION"));
        assert_eq!(description.lines().next(), Some(LINK));
    }
}

#[test]
fn cal_10_golden_cancel() {
    for texts in [ENGLISH, ARABIC] {
        let object = texts.cancelled().write();
        assert_is_golden_object(&format!("{}-cancel-2", texts.language), &object);
        let calendar = read(object.as_bytes()).expect("readable");
        let mut names: Vec<_> = calendar.events[0]
            .properties
            .iter()
            .map(|property| property.name.as_str())
            .collect();
        names.sort_unstable();
        // The properties of samples/calendar/ref_cancel.ics.
        assert_eq!(
            names,
            [
                "ATTENDEE",
                "CLASS",
                "COMMENT",
                "CREATED",
                "DESCRIPTION",
                "DTEND",
                "DTSTAMP",
                "DTSTART",
                "LAST-MODIFIED",
                "LOCATION",
                "ORGANIZER",
                "SEQUENCE",
                "STATUS",
                "SUMMARY",
                "TRANSP",
                "UID",
                "X-MICROSOFT-CDO-BUSYSTATUS",
            ]
        );
        assert!(calendar.events[0].alarms.is_empty());
        assert!(!object.contains("zoom.example"), "{object}");
    }
}

#[test]
fn cal_22_golden_feed() {
    for texts in [ENGLISH, ARABIC] {
        let object = texts.feed().write();
        assert_is_golden_object(&format!("{}-feed", texts.language), &object);
    }
}

#[test]
fn cal_03_golden_file_without_method() {
    for texts in [ENGLISH, ARABIC] {
        let object = file(&texts.feed().entries);
        assert_is_golden_object(&format!("{}-file", texts.language), &object);
        assert!(!object.contains("METHOD"), "{object}");
    }
}

/// CAL-1, CAL-9, CAL-16, CAL-17, CAL-21, CAL-23, CAL-24: what every object holds, and how often.
#[test]
fn cal_24_each_kind_holds_what_it_should() {
    let count = |object: &str, line: &str| object.matches(&format!("\r\n{line}")).count();
    for Kinds {
        object,
        method,
        events,
    } in [ENGLISH, ARABIC].iter().flat_map(kinds)
    {
        let is = |wanted: &str| usize::from(method == Some(wanted));
        let is_itip = is("REQUEST") + is("CANCEL");
        assert_eq!(count(&object, "METHOD:"), usize::from(method.is_some()));
        assert_eq!(count(&object, "BEGIN:VEVENT"), events);
        assert_eq!(count(&object, "ATTENDEE;"), is_itip);
        assert_eq!(count(&object, "ORGANIZER;CN="), events);
        assert_eq!(count(&object, "BEGIN:VALARM"), is("REQUEST"));
        assert_eq!(count(&object, "CLASS:PRIVATE"), is_itip);
        assert_eq!(count(&object, "STATUS:"), events);
        assert_eq!(count(&object, "TRANSP:"), events);
        assert_eq!(count(&object, "DTEND"), events);
        for absent in [
            "X-ALT-DESC",
            "ALTREP",
            "X-MICROSOFT-CDO-APPT-SEQUENCE",
            "PARTICIPANT\r",
        ] {
            assert!(!object.contains(absent), "{absent} in {object}");
        }
        assert!(
            !object.contains(|c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
        );
    }
}

struct Kinds {
    object: String,
    method: Option<&'static str>,
    events: usize,
}

fn kinds(texts: &Texts) -> Vec<Kinds> {
    [
        (texts.registered().write(), Some("REQUEST"), 1),
        (texts.released().write(), Some("REQUEST"), 1),
        (texts.cancelled().write(), Some("CANCEL"), 1),
        (texts.feed().write(), Some("PUBLISH"), 4),
        (file(&texts.feed().entries), None, 4),
    ]
    .into_iter()
    .map(|(object, method, events)| Kinds {
        object,
        method,
        events,
    })
    .collect()
}
