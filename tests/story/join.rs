//! Where attendees join by pages of their own, mails and calendar objects hold those and never the link
//! (DEC-6, F-11), and another link needs no word to whoever holds one (S-37).

use chrono::TimeDelta;
use convoke::base::testing::TestDb;
use convoke::event::Details;
use convoke::on_both_engines;
use convoke::registration::{Registration, headcount, join_token};

use crate::events::{CANARY, reminders, request, roundtable, two_sessions_for};
use crate::stage::{Mail, Stage};

const CLOSING: &str = "2022-11-24T22:00:00Z";
const RANA: &str = "rana@example.org";
const OTHER: &str = "Jw4Kq8Xs2Bn6Cv1Zm5Rt";

on_both_engines! {
    async fn dec_6_every_mail_and_entry_holds_the_page_and_never_the_link(test: TestDb) {
        let stage = Stage::set(test, by_page()).await;
        let registration = stage.join(&request(RANA)).await;
        stage.tick().await;
        stage.at(CLOSING);
        stage.tick().await;
        stage.at("2022-11-25T12:00:00Z");
        stage.tick().await;
        let mut later = by_page();
        later.sessions[0].ends = "2022-11-25T18:30".parse().unwrap();
        stage.save(later).await;
        stage.tick().await;
        let page = page_of(&stage, &registration);
        for subject in ["The link to join", "Reminder", "New time"] {
            let mail = stage.mails_to(RANA, &format!("Subject: {subject}")).remove(0);
            assert!(mail.is_about(&page), "{subject}");
            assert!(mail.is_about("half an hour before the start"), "{subject}");
        }
        let entry = stage.mails_to(RANA, "Subject: The link to join").remove(0);
        assert_eq!(addresses(&entry, "LOCATION"), std::slice::from_ref(&page));
        assert_eq!(conferences(&entry), std::slice::from_ref(&page));
        assert!(addresses(&entry, "DESCRIPTION")[0].starts_with(&format!("{page}\\n")));
        assert_eq!(entry.property("URL"), ["https://events.example.org/en/events/beirut-roundtable"]);
        assert_eq!(conferences(&stage.mails_to(RANA, "Subject: New time").remove(0)), std::slice::from_ref(&page));
        assert_eq!(stage.told_the_link(), [""; 0]);
        // Before the release no mail holds the page either.
        let first = stage.mails_to(RANA, "Subject: You are registered").remove(0);
        assert!(!first.is_about("/j/"));
    }

    /// The twin: without the option every one of them holds the link.
    async fn dec_6_without_the_option_mails_hold_the_link(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request(RANA)).await;
        stage.at(CLOSING);
        stage.tick().await;
        let mail = stage.mails_to(RANA, "Subject: The link to join").remove(0);
        assert!(mail.is_about(CANARY) && !mail.is_about("events.example.org/j/"));
        assert!(conferences(&mail)[0].contains(CANARY));
    }

    async fn s_37_another_link_is_no_news_to_who_holds_a_page(test: TestDb) {
        let stage = Stage::set(test, by_page()).await;
        stage.join(&request(RANA)).await;
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(holding(&stage).await, (0, 1));
        stage.test.clock.advance(TimeDelta::minutes(1));
        stage.save(with_link(by_page(), OTHER)).await;
        stage.tick().await;
        assert_eq!(stage.owed("changed").await.len(), 0);
        // What else changes is told with the same page.
        let mut later = with_link(by_page(), OTHER);
        later.sessions[0].ends = "2022-11-25T18:30".parse().unwrap();
        stage.save(later).await;
        stage.tick().await;
        let mail = stage.mails_to(RANA, "Subject: New time").remove(0);
        assert!(mail.is_about("events.example.org/j/"));
        assert!(!stage.mails().iter().any(|mail| mail.is_about(OTHER)));
    }

    async fn s_37_who_was_sent_the_link_before_there_were_pages_is_told_once(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let registration = stage.join(&request(RANA)).await;
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(holding(&stage).await, (1, 0));
        stage.test.clock.advance(TimeDelta::minutes(1));
        // The link they have is good: nobody needs a mail.
        stage.save(by_page()).await;
        stage.tick().await;
        assert_eq!(stage.owed("changed").await.len(), 0);
        stage.save(with_link(by_page(), OTHER)).await;
        stage.tick().await;
        let told = stage.mails_to(RANA, "Subject: New link to join");
        assert_eq!(told.len(), 1);
        assert!(told[0].is_about(&page_of(&stage, &registration)) && !told[0].is_about(OTHER));
        assert_eq!(holding(&stage).await, (0, 1));
        stage.test.clock.advance(TimeDelta::minutes(1));
        stage.save(with_link(by_page(), "Third8Xs2Bn6Cv1Zm5Rt")).await;
        stage.tick().await;
        assert_eq!(stage.owed("changed").await.len(), 1);
    }

    async fn f_11_with_several_sessions_each_entry_holds_the_same_page(test: TestDb) {
        let mut details = two_sessions_for(9, 9);
        details.meeting.as_mut().unwrap().join_page = Some(true);
        let stage = Stage::set(test, details).await;
        let registration = stage.join(&convoke::registration::Request {
            sessions: vec!["morning".parse().unwrap(), "evening".parse().unwrap()],
            ..request(RANA)
        }).await;
        stage.at(CLOSING);
        stage.tick().await;
        let links = stage.mails_to(RANA, "Subject: The link to join");
        assert_eq!(links.len(), 2);
        for mail in links {
            assert_eq!(conferences(&mail), [page_of(&stage, &registration)]);
        }
        assert_eq!(stage.told_the_link(), [""; 0]);
    }
}

fn by_page() -> Details {
    let mut details = roundtable();
    details.meeting.as_mut().unwrap().join_page = Some(true);
    details.mail = reminders(&["1h"]);
    details
}

fn with_link(mut details: Details, name: &str) -> Details {
    let link = format!("https://meet.example.org/{name}");
    details.meeting.as_mut().unwrap().link = Some(link.parse().unwrap());
    details
}

fn page_of(stage: &Stage, registration: &Registration) -> String {
    let token = join_token(&stage.key, registration.id, registration.token_generation);
    format!("https://events.example.org/j/{}", token.as_str())
}

/// How many hold the link, and how many a page that leads to it.
async fn holding(stage: &Stage) -> (i64, i64) {
    let event = stage.event().await.id;
    let people = headcount(&mut stage.begin().await, event).await.unwrap();
    (people.holding_link, people.holding_page)
}

fn conferences(mail: &Mail) -> Vec<String> {
    addresses(mail, "CONFERENCE")
}

/// The values of the calendar object's lines of this name that begin with an address.
fn addresses(mail: &Mail, name: &str) -> Vec<String> {
    let calendar = mail.calendar.as_deref().unwrap_or_default();
    let lines = calendar.lines().filter(|line| line.starts_with(name));
    lines
        .filter_map(|line| Some(line.split_once(":https")?.1))
        .map(|rest| format!("https{rest}"))
        .collect()
}
