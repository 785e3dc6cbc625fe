//! The link of those who appear: theirs alone, at the release, once (E-26, S-32).

use convoke::base::testing::TestDb;
use convoke::event::{Appearance, AppearanceState, Details, Format, Role, lineup};
use convoke::on_both_engines;
use convoke::outbox::MessageState;

use crate::events::{CANARY, request, roundtable};
use crate::stage::{Mail, Stage};

const CLOSING: &str = "2022-11-24T22:00:00Z";
const PANEL: &str = "Zb5Yk8Wd2Sf6Jh9Qc4Tg";

on_both_engines! {
    async fn e_26_the_panels_link_is_nowhere_before_closing_and_then_the_lineups_alone(test: TestDb) {
        let stage = Stage::set(test, with_panel()).await;
        stage.join(&request("rana@example.org")).await;
        stage.at("2022-11-24T21:59:59.999Z");
        stage.tick().await;
        assert_eq!(told(&stage, PANEL), [""; 0]);
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(told(&stage, PANEL), ["chair@example.org"]);
        assert_eq!(told(&stage, CANARY), ["rana@example.org"]);
        let mail = mail_to(&stage, "chair@example.org");
        assert_eq!(mail.property("METHOD"), ["REQUEST"]);
        assert_eq!(mail.property("SEQUENCE"), ["0"]);
        assert!(!mail.everything.contains("rana"));
        assert!(!mail.everything.contains("/registrations/"));
        stage.tick().await;
        assert_eq!(stage.owed("lineup_link").await.len(), 1);
    }

    async fn e_28_the_lineup_does_not_wait_for_the_attendees_link(test: TestDb) {
        let mut details = with_panel();
        details.meeting.as_mut().unwrap().link = None;
        let stage = Stage::set(test, details).await;
        stage.tick().await;
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(told(&stage, PANEL), ["chair@example.org"]);
    }

    async fn e_26_only_who_is_reached_and_has_agreed_is_told(test: TestDb) {
        let mut details = with_panel();
        let lineup = &mut details.sessions[0].lineup;
        for state in AppearanceState::ALL {
            lineup.push(Appearance {
                state: Some(*state),
                ..appearance(Role::Speaker, Some(&format!("{state}@example.org")))
            });
        }
        lineup.push(appearance(Role::Speaker, None));
        let stage = Stage::set(test, details.clone()).await;
        stage.at(CLOSING);
        stage.plan().await;
        // Somebody who withdraws between queue and sending is not told.
        details.sessions[0].lineup[0].state = Some(AppearanceState::Withdrawn);
        stage.save(details).await;
        stage.tick().await;
        assert_eq!(told(&stage, PANEL), ["confirmed@example.org"]);
    }

    async fn cal_04_saving_anew_tells_nobody_twice_and_another_link_updates_the_entry(test: TestDb) {
        let mut details = with_panel();
        let stage = Stage::set(test, details.clone()).await;
        stage.at(CLOSING);
        stage.tick().await;
        details.title = convoke::base::language::Localised::One("Another title".to_owned());
        details.sessions[0].lineup.insert(0, appearance(Role::Speaker, Some("late@example.org")));
        stage.save(details.clone()).await;
        stage.tick().await;
        assert_eq!(told(&stage, PANEL), ["chair@example.org", "late@example.org"]);
        let meeting = details.meeting.as_mut().unwrap();
        meeting.lineup_link = Some("https://meet.example.org/another".parse().unwrap());
        stage.save(details).await;
        stage.tick().await;
        let messages = stage.owed("lineup_link").await;
        let of_chair: Vec<_> = messages.iter()
            .filter(|message| message.recipient == messages[0].recipient)
            .map(|message| &message.payload["issue"])
            .collect();
        assert_eq!(of_chair.len(), 2);
        assert_eq!(of_chair[0]["uid"], of_chair[1]["uid"]);
        assert_eq!((&of_chair[0]["sequence"], &of_chair[1]["sequence"]), (&0.into(), &1.into()));
        assert_eq!(messages.len(), 4);
    }

    async fn e_24_a_link_that_has_changed_before_it_could_leave_is_not_sent(test: TestDb) {
        let mut details = with_panel();
        let stage = Stage::set(test, details.clone()).await;
        stage.at(CLOSING);
        stage.plan().await;
        let meeting = details.meeting.as_mut().unwrap();
        meeting.lineup_link = Some("https://meet.example.org/another".parse().unwrap());
        stage.save(details).await;
        stage.tick().await;
        let states: Vec<_> = stage.owed("lineup_link").await.iter().map(|one| one.state).collect();
        assert_eq!(states, [MessageState::Suppressed, MessageState::Sent]);
        assert_eq!(told(&stage, PANEL), [""; 0]);
    }

    async fn f_05_the_lineups_entry_is_moved_and_taken_away_with_the_event(test: TestDb) {
        let mut details = with_panel();
        let stage = Stage::set(test, details.clone()).await;
        stage.at(CLOSING);
        stage.tick().await;
        details.sessions[0].starts = "2022-11-25T16:00".parse().unwrap();
        stage.save(details).await;
        stage.tick().await;
        let moved = stage.mails_to("chair@example.org", "Subject: New time").remove(0);
        assert_eq!((moved.property("METHOD"), moved.property("SEQUENCE")), (of("REQUEST"), of("1")));
        assert!(moved.calendar.as_deref().unwrap().contains(PANEL));
        assert!(moved.is_about("named in the programme") && !moved.is_about("/registrations/"));
        stage.cancel(None).await;
        stage.tick().await;
        stage.tick().await;
        let gone = stage.mails_to("chair@example.org", "Subject: Cancelled");
        assert_eq!(gone.len(), 1);
        assert_eq!((gone[0].property("METHOD"), gone[0].property("SEQUENCE")), (of("CANCEL"), of("2")));
        assert_eq!(gone[0].property("UID"), moved.property("UID"));
        assert!(!gone[0].is_about(PANEL));
    }

    async fn e_24_another_link_of_one_session_is_told_to_its_lineup_alone(test: TestDb) {
        let mut details = with_panel();
        let mut other = details.sessions[0].clone();
        other.id = Some("other".parse().unwrap());
        other.lineup = vec![appearance(Role::Speaker, Some("other@example.org"))];
        let mut meeting = details.meeting.clone().unwrap();
        meeting.lineup_link = Some("https://meet.example.org/other-panel".parse().unwrap());
        other.meeting = Some(meeting);
        details.sessions.push(other);
        let stage = Stage::set(test, details.clone()).await;
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(stage.owed("lineup_link").await.len(), 2);
        let meeting = details.sessions[1].meeting.as_mut().unwrap();
        meeting.lineup_link = Some("https://meet.example.org/third-panel".parse().unwrap());
        stage.save(details).await;
        stage.tick().await;
        assert_eq!(told(&stage, "third-panel"), ["other@example.org"]);
        assert_eq!(stage.owed("lineup_link").await.len(), 3);
    }

    async fn f_17_who_was_sent_no_link_yet_has_nothing_to_update(test: TestDb) {
        let mut details = with_panel();
        let stage = Stage::set(test, details.clone()).await;
        stage.tick().await;
        details.sessions[0].starts = "2022-11-25T16:00".parse().unwrap();
        stage.save(details).await;
        stage.tick().await;
        stage.cancel(None).await;
        stage.tick().await;
        assert_eq!(stage.mails().len(), 0);
    }

    async fn f_9_who_does_not_answer_is_reminded_twice_and_never_after_the_start(test: TestDb) {
        let stage = Stage::set(test, asked_for(AppearanceState::Idea)).await;
        ask_all(&stage).await;
        let mut sent = Vec::new();
        for moment in [
            "2022-11-20T10:00:01Z", "2022-11-23T09:59:59Z", "2022-11-23T10:00:00Z",
            "2022-11-23T10:02:00Z", "2022-11-27T10:00:00Z", "2022-12-21T12:00:00Z",
        ] {
            stage.at(moment);
            stage.tick().await;
            sent.push(stage.mails_to("chair@example.org", "/lineup/").len());
        }
        assert_eq!(sent, [1, 1, 2, 2, 3, 3]);
        assert_eq!(stage.mails_to("chair@example.org", "Subject: Invitation").len(), 1);
    }

    async fn r_11_of_two_reminders_that_nobody_was_there_to_send_the_later_goes(test: TestDb) {
        let stage = Stage::set(test, asked_for(AppearanceState::Idea)).await;
        ask_all(&stage).await;
        stage.tick().await;
        stage.at("2022-11-28T09:00:00Z");
        stage.tick().await;
        stage.tick().await;
        assert_eq!(stage.owed("lineup_invitation").await.len(), 2);
    }

    async fn f_9_who_has_answered_is_not_reminded_and_is_written_to_in_their_language(test: TestDb) {
        let stage = Stage::set(test, asked_for(AppearanceState::Idea)).await;
        ask_all(&stage).await;
        stage.tick().await;
        let mail = stage.mails_to("chair@example.org", "/lineup/").remove(0);
        assert!(mail.is_about("would like you to be part"));
        let mut tx = stage.begin().await;
        let event = stage.event_in(&mut tx).await;
        let (invitee, _) = lineup::due_invitees(&mut tx, event.id).await.unwrap().remove(0);
        lineup::answer(&mut tx, &event, &invitee, None, lineup::Answer::Confirm).await.unwrap();
        tx.commit().await.unwrap();
        stage.at("2022-11-23T10:01:00Z");
        stage.tick().await;
        assert_eq!(stage.mails_to("chair@example.org", "/lineup/").len(), 1);
        // Having agreed, they get the link with everybody else.
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(told(&stage, PANEL), ["chair@example.org"]);
    }

    async fn e_32_nobody_is_asked_for_an_event_that_does_not_take_place(test: TestDb) {
        let stage = Stage::set(test, asked_for(AppearanceState::Idea)).await;
        ask_all(&stage).await;
        stage.cancel(None).await;
        stage.tick().await;
        stage.at("2022-11-23T10:01:00Z");
        stage.tick().await;
        assert_eq!(stage.mails_to("chair@example.org", "/lineup/").len(), 0);
    }

    async fn e_26_without_a_link_of_its_own_the_lineup_joins_with_the_attendees(test: TestDb) {
        let mut details = with_panel();
        details.meeting.as_mut().unwrap().lineup_link = None;
        let stage = Stage::set(test, details).await;
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(told(&stage, CANARY), ["chair@example.org"]);
    }

    async fn e_26_who_sits_in_a_room_needs_no_link(test: TestDb) {
        let mut details = with_panel();
        details.format = Format::Hybrid;
        details.meeting.as_mut().unwrap().lineup_link = None;
        let stage = Stage::set(test, details).await;
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(stage.mails().len(), 0);
    }
}

/// The roundtable with a moderator, and an address of the panel's own.
fn with_panel() -> Details {
    let mut details = roundtable();
    let meeting = details.meeting.as_mut().unwrap();
    let panel = format!("https://meet.example.org/{PANEL}");
    meeting.lineup_link = Some(panel.parse().unwrap());
    details.sessions[0].lineup = vec![appearance(Role::Moderator, Some("chair@example.org"))];
    details
}

fn appearance(role: Role, email: Option<&str>) -> Appearance {
    Appearance {
        id: None,
        role,
        name: None,
        position: None,
        organisation: None,
        bio: None,
        email: email.map(|email| email.parse().unwrap()),
        state: None,
        channel: None,
    }
}

/// The roundtable with a panel's address, and a moderator in this state.
fn asked_for(state: AppearanceState) -> Details {
    let mut details = with_panel();
    let session = &mut details.sessions[0];
    session.starts = "2022-12-20T15:00".parse().unwrap();
    session.ends = "2022-12-20T17:00".parse().unwrap();
    session.lineup[0].state = Some(state);
    details
}

/// Asks everybody whom nobody has asked.
async fn ask_all(stage: &Stage) {
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let whom = (event.revision, lineup::Whom::All);
    let asked = lineup::invite(&mut tx, &stage.key, &event, "organiser", whom).await;
    assert_eq!(asked.unwrap(), lineup::Invited::Done(1));
    tx.commit().await.unwrap();
}

/// Who got a mail with these characters in it.
fn told(stage: &Stage, canary: &str) -> Vec<String> {
    let mut told: Vec<String> = stage
        .mails()
        .into_iter()
        .filter(|mail| mail.everything.contains(canary))
        .map(|mail| mail.to)
        .collect();
    told.sort();
    told
}

fn mail_to(stage: &Stage, address: &str) -> Mail {
    let found = stage.mails().into_iter().find(|mail| mail.to == address);
    found.unwrap()
}

fn of(value: &str) -> Vec<String> {
    vec![value.to_owned()]
}
