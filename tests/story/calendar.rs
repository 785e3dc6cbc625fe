//! The calendar side of a place over its life (CAL-3..CAL-7).

use chrono::TimeDelta;
use convoke::base::clock::Instant;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use convoke::outbox::Message;
use convoke::registration::Issue;

use crate::events::{CANARY, request, request_for, roundtable, session, two_sessions_for};
use crate::stage::{Mail, Stage};

on_both_engines! {
    async fn cal_05_sequence_and_dtstamp_rise_within_one_second(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.at("2022-11-24T21:59:59.700Z");
        let rana = stage.join(&request("rana@example.org")).await;
        stage.at("2022-11-24T22:00:00.100Z");
        stage.tick().await;
        stage.at("2022-11-24T22:00:00.200Z");
        assert!(stage.withdraw(rana.id).await);
        let issues = issues(&stage).await;
        assert_rising(&issues, 3);
        assert_eq!(issues[0].issued_at, "2022-11-24T21:59:59Z".parse::<Instant>().unwrap());
    }

    async fn cal_06_dtstamp_rises_though_the_clock_jumps_back(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.at("2022-11-24T21:59:59Z");
        let rana = stage.join(&request("rana@example.org")).await;
        stage.at("2022-11-24T22:00:00Z");
        stage.tick().await;
        stage.test.clock.advance(TimeDelta::hours(-3));
        assert!(stage.withdraw(rana.id).await);
        let issues = issues(&stage).await;
        assert_rising(&issues, 3);
        assert_eq!(issues[2].issued_at, "2022-11-24T22:00:01Z".parse::<Instant>().unwrap());
    }

    async fn cal_05_the_mails_hold_what_was_issued(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let rana = stage.join(&request("rana@example.org")).await;
        let worker = stage.worker();
        worker.tick().await.unwrap();
        stage.at("2022-11-24T22:00:00Z");
        worker.tick().await.unwrap();
        assert!(stage.withdraw(rana.id).await);
        worker.tick().await.unwrap();
        let mails = stage.mails();
        assert_eq!(mails.len(), 3);
        for (message, (method, sequence)) in stage.messages().await.iter()
            .zip([("REQUEST", "0"), ("REQUEST", "1"), ("CANCEL", "2")])
        {
            let mail = mails.iter().find(|mail| mail.message_id == message.message_id).unwrap();
            let issue = issue(message);
            assert_eq!(mail.property("METHOD"), [method]);
            assert_eq!(mail.property("SEQUENCE"), [sequence]);
            assert_eq!(mail.property("UID"), [issue.uid.as_str()]);
            let stamp = issue.issued_at.format("%Y%m%dT%H%M%SZ").to_string();
            assert_eq!(mail.property("DTSTAMP"), [stamp.as_str()]);
            assert_eq!(mail.property("LAST-MODIFIED"), [stamp.as_str()]);
        }
    }

    async fn cal_07_registering_again_makes_a_fresh_invitation(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let first = stage.join(&request("rana@example.org")).await;
        assert!(stage.withdraw(first.id).await);
        let second = stage.join(&request("rana@example.org")).await;
        assert_ne!(first.id, second.id);
        assert!(stage.withdraw(second.id).await);
        let issues = issues(&stage).await;
        let sequences: Vec<i64> = issues.iter().map(|issue| issue.sequence).collect();
        assert_eq!(sequences, [0, 1, 0, 1]);
        assert_eq!(issues[0].uid, issues[1].uid);
        assert_eq!(issues[2].uid, issues[3].uid);
        assert_ne!(issues[0].uid, issues[2].uid);
    }

    async fn cal_03_each_session_has_an_invitation_and_a_mail_of_its_own(test: TestDb) {
        let stage = Stage::set(test, two_sessions_for(9, 9)).await;
        stage.join(&request_for("rana@example.org", &["evening", "morning"])).await;
        stage.join(&request_for("omar@example.org", &["evening"])).await;
        let uids = |issues: Vec<Issue>| {
            let mut uids: Vec<String> = issues.into_iter().map(|issue| issue.uid).collect();
            uids.sort();
            uids.dedup();
            uids
        };
        let registered = issues(&stage).await;
        assert_eq!(registered.iter().map(|issue| issue.sequence).collect::<Vec<_>>(), [0; 3]);
        let registered = uids(registered);
        assert_eq!(registered.len(), 3);
        for uid in &registered {
            assert!(uid.starts_with("reg-") && uid.ends_with("@institute.example"), "{uid}");
        }
        stage.at("2022-11-24T22:00:00Z");
        assert_eq!(stage.tick().await.planned, 3);
        assert_eq!(uids(issues(&stage).await), registered);
        let leads: Vec<bool> = stage.messages().await.iter()
            .map(|message| message.payload["leads"] == true)
            .collect();
        assert_eq!(leads.iter().filter(|leads| **leads).count(), 4, "{leads:?}");
    }
}

on_both_engines! {
    async fn cal_03_the_first_mail_says_everything_and_the_others_their_session(test: TestDb) {
        let mut details = two_sessions_for(10, 10);
        details.terms.per_session = None;
        let stage = Stage::set(test, details).await;
        stage.join(&request("rana@example.org")).await;
        stage.tick().await;
        let names_both = |mail: &&Mail| {
            ["morning", "evening"].iter().all(|title| words_of(mail).contains(title))
        };
        let mails = stage.mails();
        assert_eq!(mails.len(), 2);
        assert_eq!(mails.iter().filter(names_both).count(), 1);
        for mail in &mails {
            assert_eq!(mail.property("METHOD"), ["REQUEST"]);
            assert_eq!(mail.property("BEGIN"), ["VCALENDAR", "VTIMEZONE", "DAYLIGHT", "STANDARD", "VEVENT", "VALARM"]);
        }
    }

    async fn cal_03_above_five_sessions_there_is_one_mail_with_a_file_and_one_link(test: TestDb) {
        let mut details = roundtable();
        details.sessions = (10..16)
            .map(|hour| {
                let time = |minute| format!("2022-11-25T{hour}:{minute}");
                session(&format!("at-{hour}"), &time("00"), &time("45"))
            })
            .collect();
        let stage = Stage::set(test, details).await;
        stage.join(&request("rana@example.org")).await;
        stage.tick().await;
        let [registered] = &stage.mails()[..] else { panic!("one mail: {:?}", stage.mails()) };
        assert_eq!(registered.property("METHOD"), ["PUBLISH"]);
        let begun = registered.property("BEGIN");
        assert_eq!(begun.iter().filter(|part| *part == "VEVENT").count(), 6, "{begun:?}");
        assert!(!registered.everything.contains(CANARY));
        stage.at("2022-11-24T22:00:00Z");
        assert_eq!(stage.tick().await.planned, 1);
        assert_eq!(stage.told_the_link().len(), 1);
        stage.tick().await;
        assert_eq!(stage.mails().len(), 2);
    }
}

on_both_engines! {
    async fn cal_03_who_comes_to_few_of_many_sessions_has_an_object_of_each_to_the_end(test: TestDb) {
        let mut details = roundtable();
        details.terms.per_session = Some(true);
        details.sessions = (10..18)
            .map(|hour| {
                let time = |minute| format!("2022-11-25T{hour}:{minute}");
                session(&format!("at-{hour}"), &time("00"), &time("45"))
            })
            .collect();
        let stage = Stage::set(test, details).await;
        stage.join(&request_for("rana@example.org", &["at-10", "at-11"])).await;
        let six = ["at-10", "at-11", "at-12", "at-13", "at-14", "at-15"];
        stage.join(&request_for("omar@example.org", &six)).await;
        stage.tick().await;
        stage.at("2022-11-24T22:00:00Z");
        assert_eq!(stage.tick().await.planned, 3);
        assert_eq!(stage.told_the_link(), ["omar@example.org", "rana@example.org", "rana@example.org"]);
        for mail in stage.mails().iter().filter(|mail| mail.to == "rana@example.org") {
            let sequence = if mail.everything.contains(CANARY) { "1" } else { "0" };
            assert_eq!(mail.property("METHOD"), ["REQUEST"]);
            assert_eq!(mail.property("SEQUENCE"), [sequence]);
        }
    }
}

/// The text part, which ends where the HTML part begins.
fn words_of(mail: &Mail) -> &str {
    mail.everything.split("<html").next().unwrap_or_default()
}

/// Every issue, in the order in which they were made.
async fn issues(stage: &Stage) -> Vec<Issue> {
    stage.messages().await.iter().map(issue).collect()
}

fn issue(message: &Message) -> Issue {
    serde_json::from_value(message.payload["issue"].clone()).unwrap()
}

/// `issues` are of one invitation, numbered from 0 without a gap, each at least a second later.
fn assert_rising(issues: &[Issue], count: i64) {
    let sequences: Vec<i64> = issues.iter().map(|issue| issue.sequence).collect();
    assert_eq!(sequences, (0..count).collect::<Vec<_>>());
    for pair in issues.windows(2) {
        assert_eq!(pair[0].uid, pair[1].uid);
        assert!(pair[1].issued_at - pair[0].issued_at >= TimeDelta::seconds(1));
    }
}
