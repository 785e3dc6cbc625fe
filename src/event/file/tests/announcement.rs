use crate::event::Event;
use crate::event::announcement::{Addressees, AnnouncementKind};
use crate::event::file::{read, read_announcement};
use crate::event::tests::event_of;

const FILE: &str = r#"kind = "follow_up"
subject = { fr = "Merci : {title}", ar = "شكراً: {title}" }
text = { fr = "*Merci*, {organiser}.", ar = "*شكراً*، {organiser}." }
send_at = 2026-12-12T10:00:00
to = "everybody"
mode = "online"
session = "opening"
languages = ["ar"]
recording = "https://video.example/w/1"
survey = "https://forms.example/s/1"
#
"#;

/// The event of the sample that uses every key.
fn event() -> Event {
    let details =
        read(include_str!("../../../../tests/samples/everything.toml")).expect("a sample");
    event_of(details, "2026-11-24T09:00:00Z".parse().expect("a moment"))
}

#[test]
fn a_file_says_what_is_said_and_in_which_languages_it_is_not() {
    let event = event();
    let said = read_announcement(FILE, &event).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(said.kind, AnnouncementKind::FollowUp);
    assert_eq!(said.to, Addressees::Everybody);
    assert_eq!(said.silent_in(&event), ["en".parse().expect("a tag")]);
    let least = "kind = \"announcement\"\nsubject = \"S\"\ntext = \"T\"";
    let said = read_announcement(least, &event).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(said.to, Addressees::Confirmed);
    assert_eq!(said.silent_in(&event).len(), 2);
}

#[test]
fn every_fault_is_told_with_its_line_and_reason() {
    let event = event();
    for (number, line, at, path, reason) in [
        (1, "", 1, "kind", "missing"),
        (
            1,
            r#"kind = "newsletter""#,
            1,
            "kind",
            "announcement, follow_up",
        ),
        (2, "", 1, "subject", "missing"),
        (2, r#"subject = "one\ntwo""#, 2, "subject", "line break"),
        (
            2,
            r#"subject = { ar = "{name}" }"#,
            2,
            "subject.ar",
            "no placeholder",
        ),
        (
            3,
            r#"text = { fr = "{{event.__init__}" }"#,
            3,
            "text.fr",
            "closes nothing",
        ),
        (
            3,
            r#"text = "Sur https://meet.example/rooms/water""#,
            3,
            "text",
            "meeting link",
        ),
        (
            3,
            r#"text = { ar = "<https://JITSI.example/water-night>" }"#,
            3,
            "text.ar",
            "meeting link",
        ),
        (4, r#"send_at = "soon""#, 4, "send_at", "without quotes"),
        (4, "send_at = 2026-12-25T10:00:00", 4, "send_at", "14 days"),
        (
            4,
            "send_at = 2026-12-12T10:00:00+05:00",
            4,
            "send_at",
            "the offset there is",
        ),
        (
            5,
            r#"to = "unconfirmed""#,
            5,
            "to",
            "confirmed, attended, waitlisted, pending, everybody",
        ),
        (6, r#"mode = "both""#, 6, "mode", "online, in_person"),
        (
            7,
            r#"session = "closing""#,
            7,
            "session",
            "which has opening, night",
        ),
        (8, "languages = []", 8, "languages", "empty"),
        (
            9,
            r#"recording = "ftp://video.example""#,
            9,
            "recording",
            "https://",
        ),
        (
            10,
            r#"survey = "https://meet.example/rooms/water?x=1""#,
            10,
            "survey",
            "meeting link",
        ),
        (11, "colour = 1", 11, "colour", "not a key here"),
    ] {
        let mut lines: Vec<&str> = FILE.lines().collect();
        lines[number - 1] = line;
        let faults = read_announcement(&lines.join("\n"), &event).expect_err(line);
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        let fault = faults.iter().next().expect("a fault");
        assert_eq!((fault.line, fault.path.as_str()), (at, path), "{told:?}");
        assert!(fault.reason.contains(reason), "{told:?}");
        assert_eq!(told.len(), 1, "{line}: {told:?}");
    }
}

#[test]
fn what_follows_an_event_is_no_matter_of_an_announcement() {
    let file = FILE
        .replace("follow_up", "announcement")
        .replace("2026-12-12", "2026-12-11");
    let faults = read_announcement(&file, &event()).expect_err("three faults");
    assert_eq!(
        faults.to_string(),
        "line 4: send_at: is not before the end of the event\n\
         line 9: recording: is for a follow_up only\n\
         line 10: survey: is for a follow_up only"
    );
}
