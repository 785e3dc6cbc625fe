use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::event::Fact;
use crate::event::file::read;
use crate::event::tests::event_of;

const FILE: &str = include_str!("../../../tests/samples/roundtable.toml");

/// The roundtable of the sample, with `edits` in its file: registration closes on Thursday 24 November
/// 2022 at 22:00 UTC, and it starts on Friday at 13:00 UTC.
fn event(edits: &[(&str, &str)]) -> Event {
    let edited = edits.iter().fold(FILE.to_owned(), |file, (from, to)| {
        assert!(file.contains(from), "{from}");
        file.replacen(from, to, 1)
    });
    let details = read(&edited).unwrap_or_else(|faults| panic!("{faults}"));
    event_of(details, at("2022-11-10T08:00:00Z"))
}

fn at(moment: &str) -> Instant {
    moment.parse().expect("a moment")
}

fn planned(event: &Event) -> Vec<(What, String)> {
    timeline(event)
        .iter()
        .map(|message| (message.what, message.from.format("%dT%H:%M").to_string()))
        .collect()
}

fn owed_at(event: &Event, moment: &str) -> Vec<What> {
    let timeline = timeline(event);
    owed(event, &timeline, at(moment))
        .iter()
        .map(|message| message.what)
        .collect()
}

fn next(event: &Event, moment: &str) -> Option<String> {
    let next = next_after(event, &timeline(event), at(moment));
    next.map(|next| next.format("%dT%H:%M").to_string())
}

fn changed_at(moment: &str, facts: &[Fact]) -> Event {
    let mut event = event(&[]);
    event.revision = 3;
    event.told[0] = Some(Told {
        revision: 3,
        at: at(moment),
        facts: facts.iter().copied().collect(),
    });
    event
}

#[test]
fn a_link_that_is_made_for_each_is_never_missing() {
    let hosted = [(
        "provider = \"zoom\"",
        "provider = \"jitsi\"\nservice = true",
    )];
    let without = (
        "link = \"https://zoom.example/j/86512345678?pwd=c2Vj,cmV0\"\n",
        "",
    );
    let session = |event: &Event| missing_from(event, event.sessions().next().expect("one"));
    let event_with = event(&[hosted[0], without]);
    assert_eq!(session(&event_with), None);
    assert!(owed_at(&event_with, "2022-11-24T22:00:00Z").contains(&What::Link));
    let event_without = event(&[without]);
    assert!(session(&event_without).is_some());
    assert!(!owed_at(&event_without, "2022-11-24T22:00:00Z").contains(&What::Link));
}

#[test]
fn f_10_a_roundtable_owes_two_reminders_and_a_link() {
    let event = event(&[]);
    let expected = [
        (What::Reminder, "24T13:00"),
        (What::Link, "24T22:00"),
        (What::Reminder, "25T12:00"),
    ];
    assert_eq!(
        planned(&event),
        expected.map(|(what, from)| (what, from.to_owned()))
    );
    assert_eq!(
        next(&event, "2022-11-12T00:00:00Z").as_deref(),
        Some("24T13:00")
    );
    assert_eq!(
        next(&event, "2022-11-24T13:00:00Z").as_deref(),
        Some("24T22:00")
    );
    assert_eq!(next(&event, "2022-11-25T12:00:00Z"), None);
}

#[test]
fn r_11_a_reminder_ends_where_the_next_or_the_session_begins() {
    let event = event(&[]);
    assert_eq!(owed_at(&event, "2022-11-24T12:59:59Z"), []);
    assert_eq!(owed_at(&event, "2022-11-24T13:00:00Z"), [What::Reminder]);
    assert_eq!(
        owed_at(&event, "2022-11-25T11:59:59Z"),
        [What::Link, What::Reminder]
    );
    let last_hour: Vec<Instant> = owed(&event, &timeline(&event), at("2022-11-25T12:30:00Z"))
        .iter()
        .filter(|message| message.what == What::Reminder)
        .map(|message| message.from)
        .collect();
    assert_eq!(last_hour, [at("2022-11-25T12:00:00Z")]);
    assert_eq!(owed_at(&event, "2022-11-25T13:00:00Z"), [What::Link]);
    assert_eq!(owed_at(&event, "2022-11-25T15:00:00Z"), []);
}

#[test]
fn f_10_reminders_are_as_stated_each_once() {
    let stated = |reminders: &str| {
        let edit = format!("[mail]\nreminders = {reminders}\n\n[meeting]");
        let timeline = planned(&event(&[("[meeting]", &edit)]));
        let reminders = timeline
            .into_iter()
            .filter(|(what, _)| *what == What::Reminder);
        reminders.map(|(_, from)| from).collect::<Vec<_>>()
    };
    assert_eq!(stated("[]"), [""; 0]);
    assert_eq!(
        stated(r#"["15m", "3h", "15m", "0m"]"#),
        ["25T10:00", "25T12:45"]
    );
}

#[test]
fn f_10_a_reminder_leaves_those_out_who_get_the_link_in_a_moment() {
    let in_room_only = |release: &str| {
        let edit = format!("release = {{ before_start = \"{release}\" }}");
        let event = event(&[("release = \"after_close\"", &edit)]);
        let audiences: Vec<bool> = timeline(&event)
            .iter()
            .filter_map(|message| match message.audience {
                Audience::Confirmed { in_room_only, .. } => Some(in_room_only),
                _ => None,
            })
            .collect();
        audiences
    };
    assert_eq!(in_room_only("23h"), [true, false]);
    assert_eq!(in_room_only("20h"), [false, false]);
    assert_eq!(in_room_only("45m"), [false, true]);
    assert_eq!(in_room_only("15m"), [false, false]);
}

#[test]
fn e_11_a_moved_session_has_other_reminders() {
    let before = event(&[]);
    let later = event(&[
        ("2022-11-25T15:00:00", "2022-11-25T16:00:00"),
        ("2022-11-25T17:00:00", "2022-11-25T18:00:00"),
    ]);
    let revisions = |event: &Event| {
        let session = event.sessions().next().expect("a session");
        reminders(event, session)
    };
    assert!(
        revisions(&before)
            .iter()
            .all(|one| !revisions(&later).contains(one))
    );
    assert_eq!(revisions(&before), revisions(&event(&[])));
}

#[test]
fn f_17_a_change_is_owed_from_its_moment_to_the_end() {
    let event = changed_at("2022-11-20T10:00:00Z", &[Fact::Time]);
    assert_eq!(owed_at(&event, "2022-11-20T10:00:00Z"), [What::Changed]);
    assert!(owed_at(&event, "2022-11-25T14:59:59Z").contains(&What::Changed));
    assert!(!owed_at(&event, "2022-11-25T15:00:00Z").contains(&What::Changed));
    assert!(matches!(timeline(&event)[0].audience, Audience::Holding(told) if told.revision == 3));
}

#[test]
fn e_32_a_cancelled_event_owes_its_end_and_a_draft_nothing() {
    let mut event = changed_at("2022-11-20T10:00:00Z", &[Fact::Time]);
    event.state = EventState::Cancelled;
    event.cancellations = 2;
    assert_eq!(owed_at(&event, "2022-11-21T10:00:00Z"), [What::Cancelled]);
    assert_eq!(timeline(&event)[0].revision, 2);
    assert_eq!(owed_at(&event, "2022-11-25T15:00:00Z"), []);
    event.state = EventState::Draft;
    assert_eq!(timeline(&event), []);
}

const LINK: &str = "link = \"https://zoom.example/j/86512345678?pwd=c2Vj,cmV0\"\n";

#[test]
fn e_28_organisers_are_alarmed_a_day_before_the_link_is_due_and_then() {
    let event = event(&[(LINK, "")]);
    let alarms: Vec<(What, String)> = planned(&event)
        .into_iter()
        .filter(|(what, _)| *what == What::Alarm)
        .collect();
    let expected = ["23T22:00", "24T22:00"].map(|from| (What::Alarm, from.to_owned()));
    assert_eq!(alarms, expected);
    assert_eq!(
        owed_at(&event, "2022-11-24T21:59:59Z"),
        [What::Alarm, What::Reminder]
    );
    assert_eq!(
        owed_at(&event, "2022-11-24T22:00:00Z"),
        [What::Alarm, What::Reminder]
    );
}

#[test]
fn e_28_who_has_just_stated_an_event_is_not_alarmed_at_once() {
    let mut event = event(&[(LINK, "")]);
    event.created_at = at("2022-11-24T20:30:00Z");
    assert_eq!(owed_at(&event, "2022-11-24T21:29:00Z"), [What::Reminder]);
    assert!(owed_at(&event, "2022-11-24T21:30:00Z").contains(&What::Alarm));
}

/// Quiet from 22:00 to 08:00 in Beirut: 20:00 to 06:00 UTC.
fn quiet() -> Event {
    let quiet = "[mail]\nquiet_hours = { from = \"22:00\", to = \"08:00\" }\n\n[meeting]";
    event(&[("[meeting]", quiet)])
}

#[test]
fn e_29_what_is_due_in_quiet_hours_waits_for_their_end() {
    let event = quiet();
    assert_eq!(owed_at(&event, "2022-11-24T22:00:00Z"), [What::Reminder; 0]);
    assert_eq!(
        next(&event, "2022-11-24T22:00:00Z").as_deref(),
        Some("25T06:00")
    );
    assert_eq!(owed_at(&event, "2022-11-25T05:59:59Z"), []);
    assert_eq!(
        owed_at(&event, "2022-11-25T06:00:00Z"),
        [What::Link, What::Reminder]
    );
}

#[test]
fn e_29_quiet_hours_past_the_start_hold_nothing_up() {
    let early = [
        ("2022-11-25T15:00:00", "2022-11-25T09:30:00"),
        ("2022-11-25T17:00:00", "2022-11-25T11:00:00"),
        (
            "[meeting]",
            "[mail]\nquiet_hours = { from = \"22:00\", to = \"08:00\" }\n\n[meeting]",
        ),
    ];
    let event = event(&early);
    assert!(owed_at(&event, "2022-11-24T22:00:00Z").contains(&What::Link));
}

#[test]
fn r_11_what_nobody_was_there_to_send_is_missed() {
    let event = event(&[]);
    let timeline = timeline(&event);
    let missed = |since, now| {
        missed(&timeline, at(since), at(now))
            .map(|one| one.from)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        missed("2022-11-25T10:00:00Z", "2022-11-25T16:00:00Z"),
        [at("2022-11-25T12:00:00Z")]
    );
    assert!(missed("2022-11-25T12:00:00Z", "2022-11-25T16:00:00Z").is_empty());
    assert!(missed("2022-11-25T10:00:00Z", "2022-11-25T12:59:00Z").is_empty());
}

proptest! {
    /// Whoever looks whenever the plan says so misses nothing: between two looks nothing becomes owed.
    #[test]
    fn r_11_nothing_becomes_owed_between_two_looks(start in 0_i64..20_000, further in 1_i64..20_000, is_quiet: bool) {
        let event = if is_quiet { quiet() } else { event(&[]) };
        let timeline = timeline(&event);
        let now = at("2022-11-12T00:00:00Z") + TimeDelta::minutes(start);
        let later = now + TimeDelta::minutes(further);
        let next = next_after(&event, &timeline, now);
        if next.is_none_or(|next| later < next) {
            let before = owed(&event, &timeline, now);
            for message in owed(&event, &timeline, later) {
                prop_assert!(before.contains(&message), "{message:?} became owed by {later}");
            }
        }
    }
}
