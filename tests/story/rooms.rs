//! Where a service makes each a link at the moment they come, mails and calendar entries hold pages that lead
//! there, and nothing of the room (S-32, DEC-6, CAL-20).

use convoke::base::testing::TestDb;
use convoke::conferencing::Room;
use convoke::event::{Appearance, Details, Format, Provider, Role, lineup};
use convoke::on_both_engines;
use convoke::registration::join_token;

use crate::events::{meeting, reminders, request, roundtable};
use crate::stage::{Mail, Stage};

const CLOSING: &str = "2022-11-24T22:00:00Z";
const RANA: &str = "rana@example.org";
const CHAIR: &str = "chair@example.org";

on_both_engines! {
    async fn dec_6_mails_and_entries_hold_a_page_for_each_and_nothing_of_the_room(test: TestDb) {
        let stage = Stage::set(test, hosted()).await;
        let registration = stage.join(&request(RANA)).await;
        stage.tick().await;
        let before = stage.mails();
        assert!(before.iter().all(|mail| !mail.is_about("/j/")), "before the release");
        stage.at(CLOSING);
        stage.tick().await;
        stage.at("2022-11-25T12:00:00Z");
        stage.tick().await;
        let token = join_token(&stage.key, registration.id, registration.token_generation);
        let page = format!("https://events.example.org/j/{}", token.as_str());
        for subject in ["The link to join", "Reminder"] {
            let mail = stage.mails_to(RANA, &format!("Subject: {subject}")).remove(0);
            assert!(mail.is_about(&page), "{subject}");
        }
        let mail = stage.mails_to(RANA, "Subject: The link to join").remove(0);
        assert_eq!(conferences(&mail), [page]);
        let event = stage.event().await;
        let room = Room::name_of(&stage.key, event.id.uuid());
        assert!(stage.mails().iter().all(|mail| !mail.is_about(&room)));
    }

    async fn e_26_who_appears_is_mailed_a_page_of_their_own_that_opens_nothing_else(test: TestDb) {
        let mut details = hosted();
        // Somebody has to look after those who are online, wherever they sit.
        details.format = Format::Hybrid;
        let stage = Stage::set(test, details).await;
        stage.at("2022-11-24T21:59:59Z");
        stage.tick().await;
        assert_eq!(stage.mails_to(CHAIR, "").len(), 0);
        stage.at(CLOSING);
        stage.tick().await;
        let mail = stage.mails_to(CHAIR, "Subject: Your link as part of the programme").remove(0);
        let page = page_of_chair(&stage).await;
        assert!(mail.is_about(&page) && mail.is_about("It opens a page of your own"));
        assert_eq!(conferences(&mail), [page]);
        assert!(!mail.is_about("/lineup/") && !mail.is_about("/registrations/"));
    }

    async fn s_37_who_holds_a_link_is_told_once_that_there_is_a_page_in_its_place(test: TestDb) {
        let mut before = hosted();
        before.meeting = Some(meeting(None));
        let stage = Stage::set(test, before).await;
        stage.join(&request(RANA)).await;
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(stage.mails_to(CHAIR, "Subject: Your link as part").len(), 1);
        stage.test.clock.advance(chrono::TimeDelta::minutes(1));
        stage.save(hosted()).await;
        stage.tick().await;
        let told = stage.mails_to(RANA, "Subject: New link to join");
        assert_eq!(told.len(), 1);
        assert!(told[0].is_about("events.example.org/j/"));
        let of_chair = stage.mails_to(CHAIR, "Subject: Your link as part");
        assert_eq!(of_chair.len(), 2);
        assert!(of_chair.iter().any(|mail| conferences(mail) != conferences(&of_chair[0])));
        // Another service is no news: the pages lead there.
        stage.test.clock.advance(chrono::TimeDelta::minutes(1));
        let mut other = hosted();
        other.meeting.as_mut().unwrap().provider = Some(Provider::Jitsi);
        stage.save(other).await;
        stage.tick().await;
        assert_eq!(stage.owed("changed").await.len(), 1);
        assert_eq!(stage.mails_to(CHAIR, "Subject: Your link as part").len(), 2);
    }

    async fn a_moved_session_keeps_the_lineups_page(test: TestDb) {
        let stage = Stage::set(test, hosted()).await;
        stage.at(CLOSING);
        stage.tick().await;
        let page = page_of_chair(&stage).await;
        let mut later = hosted();
        later.sessions[0].ends = "2022-11-25T18:30".parse().unwrap();
        stage.save(later).await;
        stage.tick().await;
        let moved = stage.mails_to(CHAIR, "Subject: New time").remove(0);
        assert_eq!(conferences(&moved), [page]);
    }
}

/// The roundtable in a room of a service, with a moderator.
fn hosted() -> Details {
    let mut details = roundtable();
    let mut room = meeting(None);
    (room.provider, room.service, room.link) = (Some(Provider::BigBlueButton), Some(true), None);
    details.meeting = Some(room);
    details.mail = reminders(&["1h"]);
    details.sessions[0].lineup = vec![Appearance {
        id: None,
        role: Role::Moderator,
        name: None,
        position: None,
        organisation: None,
        bio: None,
        email: Some(CHAIR.parse().unwrap()),
        state: None,
        channel: None,
    }];
    details
}

async fn page_of_chair(stage: &Stage) -> String {
    let event = stage.event().await.id;
    let mut tx = stage.begin().await;
    let placed = lineup::of_address(&mut tx, event, CHAIR).await.unwrap();
    let token = lineup::join_token(&stage.key, placed[0].id, CHAIR, 0);
    format!("https://events.example.org/j/{}", token.as_str())
}

/// Where the calendar object of `mail` is joined.
fn conferences(mail: &Mail) -> Vec<String> {
    let calendar = mail.calendar.as_deref().unwrap_or_default();
    let lines = calendar
        .lines()
        .filter(|line| line.starts_with("CONFERENCE"));
    lines
        .filter_map(|line| Some(format!("https:{}", line.split_once(":https:")?.1)))
        .collect()
}
