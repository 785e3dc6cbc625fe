//! CAL-30: what others write, by accident or on purpose.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;

const REPLY: &str = "\u{FEFF}begin:vcalendar\nversion:2.0\nmethod:REPLY\nBegin:VEvent\n\
    uid:reg-1@x.example\nattendee;partstat=DECLINED;cn=\"a^'b;c:d\":mailto:a@y.\n example\n\
    comment;x-e=:: two\n \t blanks \ndescription:1\\,2\\n\n 3\nend:vevent\nEND:VCALENDAR\n";

#[test]
fn cal_30_a_mark_lower_case_and_blanks_at_folds_are_read() {
    let calendar = read(REPLY.as_bytes()).expect("readable");
    assert_eq!(value(&calendar, "UID"), "reg-1@x.example");
    assert_eq!(value(&calendar, "ATTENDEE"), "mailto:a@y.example");
    assert_eq!(parameter(&calendar, "ATTENDEE", "PARTSTAT"), "DECLINED");
    assert_eq!(parameter(&calendar, "ATTENDEE", "CN"), "a\"b;c:d");
    assert_eq!(value(&calendar, "COMMENT"), ": two\t blanks ");
    assert_eq!(unescape(&value(&calendar, "DESCRIPTION")), "1,2\n3");

    let with_crlf = REPLY.replace('\n', "\r\n");
    let again = read(with_crlf.as_bytes()).expect("readable");
    assert_eq!(shape(&again), shape(&calendar));
}

#[test]
fn cal_30_deep_large_and_broken_objects_are_refused() {
    let nested = "BEGIN:VEVENT\r\n".repeat(20_000);
    assert!(matches!(read(nested.as_bytes()), Err(Unreadable::TooDeep)));
    let large = vec![b'A'; 1024 * 1024 + 1];
    assert!(matches!(read(&large), Err(Unreadable::TooLarge)));
    assert!(matches!(read(b"\xff\xfe"), Err(Unreadable::Encoding)));
    assert!(matches!(read(b""), Err(Unreadable::Empty)));
    for unbalanced in [
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n",
        "BEGIN:VCALENDAR\r\nEND:VEVENT\r\n",
        "END:VCALENDAR\r\n",
    ] {
        let read = read(unbalanced.as_bytes());
        assert!(matches!(read, Err(Unreadable::Unbalanced)), "{unbalanced}");
    }
    for malformed in ["\0", "no colon", ":", "A;B=\"c:d", "A;B=c\"d:e\"f:g", "A:1"] {
        let read = read(malformed.as_bytes());
        assert!(
            matches!(read, Err(Unreadable::Malformed(_))),
            "{malformed:?}"
        );
    }
}

/// `ical` reads ten values of one parameter and takes the eleventh for the property's value.
#[test]
fn cal_30_a_line_that_would_be_read_wrongly_is_refused() {
    let members = |count: usize| {
        let members = vec!["a"; count].join(",");
        format!("BEGIN:VCALENDAR\r\nX-M;MEMBER={members}:value\r\nEND:VCALENDAR\r\n")
    };
    assert!(read(members(10).as_bytes()).is_ok());
    let eleven = read(members(11).as_bytes());
    assert!(
        matches!(eleven, Err(Unreadable::Malformed(_))),
        "{eleven:?}"
    );
}

/// The largest object and the most lines take time that grows with their size and no faster.
#[test]
fn cal_30_a_megabyte_is_read_once() {
    let mut object = String::from("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDESCRIPTION:");
    while object.len() < 1_000_000 {
        object.push_str("x\r\n ");
    }
    object.push_str("\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    let calendar = read(object.as_bytes()).expect("readable");
    assert!(value(&calendar, "DESCRIPTION").len() > 249_000);

    let mut lines = String::from("BEGIN:VCALENDAR\r\n");
    for number in 0..50_000 {
        write!(lines, "X-{number}:1\r\n").expect("memory does not fail");
    }
    lines.push_str("END:VCALENDAR\r\n");
    let calendar = read(lines.as_bytes()).expect("readable");
    assert_eq!(calendar.properties.len(), 50_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn cal_30_nothing_panics(
        octets in prop::collection::vec(any::<u8>(), 0..300),
        cut in 0..REPLY.len(),
        inserted in hostile::hostile_text(),
    ) {
        // Only that it comes back is asked; what is refused is tested above.
        drop(read(&octets));
        let cut = (0..=cut).rev().find(|&at| REPLY.is_char_boundary(at)).unwrap_or(0);
        drop(read(format!("{}{inserted}{}", &REPLY[..cut], &REPLY[cut..]).as_bytes()));
    }
}
