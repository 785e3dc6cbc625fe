//! CAL-11 to CAL-13: which times are given how. That others read them right is for
//! `tests/calendar` to find.

use super::*;

fn start_in(zone: &str, starts: &str) -> String {
    let object = invitation(zone, starts).write();
    let event = object.split("BEGIN:VEVENT").nth(1).expect("an event");
    let line = event.lines().find(|line| line.starts_with("DTSTART"));
    line.expect("a start").to_owned()
}

fn rules_in(zone: &str, starts: &str) -> Vec<String> {
    let object = invitation(zone, starts).write();
    object
        .lines()
        .filter(|line| line.starts_with("RRULE") || line.starts_with("BEGIN:"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn cal_11_times_are_local_with_a_zone_that_the_object_defines() {
    let starts = start_in("Asia/Beirut", "2026-11-27T15:00");
    assert_eq!(starts, "DTSTART;TZID=Asia/Beirut:20261127T150000");
    // An alias is a name like any other (TIME-8).
    let object = invitation("Asia/Calcutta", "2026-11-27T15:00").write();
    assert!(object.contains("\r\nTZID:Asia/Calcutta\r\n"), "{object}");
    assert!(object.contains("\r\nDTSTART;TZID=Asia/Calcutta:20261127T150000\r\n"));
}

#[test]
fn cal_12_two_rules_or_one_fixed_offset() {
    assert_eq!(
        rules_in("Asia/Beirut", "2026-11-27T15:00"),
        [
            "BEGIN:VCALENDAR",
            "BEGIN:VTIMEZONE",
            "BEGIN:DAYLIGHT",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "BEGIN:STANDARD",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "BEGIN:VEVENT",
            "BEGIN:VALARM",
        ]
    );
    assert_eq!(
        rules_in("America/New_York", "2026-11-27T15:00")[3],
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"
    );
    assert_eq!(
        rules_in("Asia/Riyadh", "2026-11-27T15:00"),
        [
            "BEGIN:VCALENDAR",
            "BEGIN:VTIMEZONE",
            "BEGIN:STANDARD",
            "BEGIN:VEVENT",
            "BEGIN:VALARM",
        ]
    );
    // Ireland's summer time is its standard time by law; calendars expect it like everybody's.
    let dublin = invitation("Europe/Dublin", "2026-07-01T15:00").write();
    let daylight = dublin.split("BEGIN:DAYLIGHT").nth(1).expect("a rule");
    assert!(
        daylight.starts_with("\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100"),
        "{dublin}"
    );
}

#[test]
fn cal_12_the_definition_is_the_same_in_every_year_of_a_rule() {
    let definition = |starts| {
        let object = invitation("Asia/Beirut", starts).write();
        let zone = object.split("BEGIN:VEVENT").next().expect("a zone");
        zone.to_owned()
    };
    assert_eq!(
        definition("2022-11-25T15:00"),
        definition("2031-06-01T10:00")
    );
}

/// Around Ramadan of 2022 and 2023 Morocco put its clocks back for a month: two changes that look
/// like a rule and are none.
#[test]
fn cal_13_changes_without_a_rule_are_given_in_utc() {
    for (starts, expected) in [
        ("2022-04-20T15:00", "DTSTART:20220420T150000Z"),
        ("2022-11-25T15:00", "DTSTART:20221125T140000Z"),
        ("2023-03-18T15:00", "DTSTART:20230318T140000Z"),
        ("2023-04-01T15:00", "DTSTART:20230401T150000Z"),
    ] {
        assert_eq!(start_in("Africa/Casablanca", starts), expected);
    }
    let object = invitation("Africa/Casablanca", "2023-04-01T15:00").write();
    assert!(!object.contains("VTIMEZONE"), "{object}");
}

#[test]
fn cal_13_an_event_across_years_needs_a_rule_for_all_of_them() {
    // Egypt had no summer time in 2022 and has had one since 2023.
    let mut long = invitation("Africa/Cairo", "2022-12-31T21:00");
    assert!(long.write().contains("BEGIN:STANDARD"));
    long.ends += TimeDelta::days(2);
    let object = long.write();
    assert!(
        object.contains("\r\nDTSTART:20221231T190000Z\r\n"),
        "{object}"
    );
    assert!(!object.contains("VTIMEZONE"), "{object}");
}

/// A wall time that happens twice would be read as the first by some and as the second by others.
#[test]
fn cal_11_a_time_that_happens_twice_is_given_in_utc() {
    let starts = start_in("Asia/Beirut", "2026-10-24T23:30");
    assert_eq!(starts, "DTSTART:20261024T213000Z");
    let first = start_in("Asia/Beirut", "2026-10-24T23:30:00+03:00");
    assert_eq!(first, "DTSTART:20261024T203000Z");
}

/// Nearly every zone follows a rule, so that nearly every attendee sees times of the event's zone.
#[test]
fn cal_12_few_zones_need_utc() {
    let names: Vec<_> = crate::base::zone::accepted_names().collect();
    let in_utc: Vec<_> = names
        .iter()
        .filter(|name| start_in(name, "2028-06-15T12:00").ends_with('Z'))
        .collect();
    assert!(in_utc.len() * 50 < names.len(), "{in_utc:?}");
}

#[test]
fn cal_22_a_feed_defines_a_zone_once_and_for_all_its_entries() {
    let entry = |uid: &str, zone: &str, starts: &str| {
        let invitation = invitation(zone, starts);
        Entry {
            uid: uid.to_owned(),
            sequence: 0,
            issued: invitation.issued,
            created: invitation.created,
            status: Status::Confirmed,
            organizer: invitation.organizer,
            zone: invitation.zone,
            starts: invitation.starts,
            ends: invitation.ends,
            summary: invitation.summary,
            description: invitation.description,
            location: invitation.location,
            language: invitation.language,
            page: "https://x.example/".parse().expect("an address"),
            image: None,
        }
    };
    let object = file(&[
        entry("1", "Asia/Beirut", "2026-10-24T23:30"),
        entry("2", "Asia/Beirut", "2026-11-27T15:00"),
        entry("3", "Asia/Beirut", "2027-07-01T15:00"),
        // Fixed in one year, by a rule in the next: no one definition is right for both.
        entry("4", "Africa/Cairo", "2022-06-01T15:00"),
        entry("5", "Africa/Cairo", "2023-06-01T15:00"),
    ]);
    assert_eq!(object.matches("BEGIN:VTIMEZONE").count(), 1);
    let starts: Vec<_> = object
        .split("BEGIN:VEVENT")
        .skip(1)
        .flat_map(|event| event.lines().filter(|line| line.starts_with("DTSTART")))
        .collect();
    assert_eq!(
        starts,
        [
            "DTSTART:20261024T213000Z",
            "DTSTART;TZID=Asia/Beirut:20261127T150000",
            "DTSTART;TZID=Asia/Beirut:20270701T150000",
            "DTSTART:20220601T130000Z",
            "DTSTART:20230601T120000Z",
        ]
    );
}
