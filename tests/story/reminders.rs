//! Who is reminded, when, and who is not (F-10, R-11, BULK-3).

use convoke::base::testing::TestDb;
use convoke::event::{Details, Format, Mode, Release, SaveOptions};
use convoke::on_both_engines;
use convoke::outbox::MessageState;
use convoke::registration::{self, Request};

use crate::events::{CANARY, meeting, reminders, request, request_for, roundtable, session};
use crate::stage::Stage;

const A_DAY_BEFORE: &str = "2022-11-24T13:00:00Z";
const AN_HOUR_BEFORE: &str = "2022-11-25T12:00:00Z";
const CLOSING: &str = "2022-11-24T22:00:00Z";
const RANA: &str = "rana@example.org";

on_both_engines! {
    async fn f_10_two_reminders_each_once_and_the_link_in_the_second(test: TestDb) {
        let stage = Stage::set(test, reminding()).await;
        stage.join(&request(RANA)).await;
        stage.tick().await;
        for (moment, sent) in [
            ("2022-11-24T12:59:59Z", 0), (A_DAY_BEFORE, 1), ("2022-11-24T14:00:00Z", 1),
            (CLOSING, 1), ("2022-11-25T11:59:59Z", 1), (AN_HOUR_BEFORE, 2), ("2022-11-25T12:59:00Z", 2),
        ] {
            stage.at(moment);
            stage.tick().await;
            assert_eq!(stage.owed("reminder").await.len(), sent, "{moment}");
        }
        let mails = stage.mails_to(RANA, "Subject: Reminder");
        assert_eq!(mails.iter().filter(|mail| mail.is_about(CANARY)).count(), 1);
        assert!(mails.iter().all(|mail| mail.calendar.is_none()), "MIME-5");
        assert!(mails.iter().all(|mail| mail.is_about("List-Unsubscribe-Post")), "BULK-3");
    }

    async fn f_10_who_registers_after_its_moment_gets_no_mail_about_tomorrow(test: TestDb) {
        let stage = Stage::set(test, reminding()).await;
        stage.at("2022-11-24T17:00:00Z");
        stage.join(&request(RANA)).await;
        stage.tick().await;
        assert_eq!(stage.owed("reminder").await.len(), 0);
        for moment in [CLOSING, AN_HOUR_BEFORE] {
            stage.at(moment);
            stage.tick().await;
        }
        assert_eq!(stage.owed("reminder").await.len(), 1);
    }

    async fn f_10_who_has_just_registered_or_was_just_sent_the_link_is_not_reminded(test: TestDb) {
        let mut details = reminding();
        details.terms.closes = Some("2022-11-25T13:40".parse().unwrap());
        let stage = Stage::set(test, details).await;
        stage.at("2022-11-24T10:00:01Z");
        stage.join(&request(RANA)).await;
        stage.at(A_DAY_BEFORE);
        stage.tick().await;
        assert_eq!(stage.owed("reminder").await.len(), 0);
        // Registration closes, and the link leaves, a little before the second reminder.
        for moment in ["2022-11-25T11:41:00Z", "2022-11-25T12:00:00Z"] {
            stage.at(moment);
            stage.tick().await;
        }
        assert_eq!(stage.told_the_link(), [RANA]);
        assert_eq!(stage.owed("reminder").await.len(), 0);
    }

    async fn f_10_a_link_that_comes_in_a_moment_takes_the_place_of_a_reminder(test: TestDb) {
        let mut details = reminding();
        details.format = Format::Hybrid;
        details.meeting = Some(meeting(Some("before_start 45m".parse::<Release>().unwrap())));
        let stage = Stage::set(test, details).await;
        stage.join(&request(RANA)).await;
        stage.join(&Request { mode: Mode::InPerson, ..request("sami@example.org") }).await;
        stage.at(AN_HOUR_BEFORE);
        stage.tick().await;
        assert_eq!(stage.mails_to(RANA, "Subject: Reminder").len(), 0);
        assert_eq!(stage.mails_to("sami@example.org", "Subject: Reminder").len(), 1);
        stage.at("2022-11-25T12:15:00Z");
        stage.tick().await;
        assert_eq!(stage.told_the_link(), [RANA]);
        assert_eq!(stage.owed("reminder").await.len(), 1);
    }

    async fn f_10_nothing_after_a_withdrawal(test: TestDb) {
        let stage = Stage::set(test, reminding()).await;
        let rana = stage.join(&request(RANA)).await;
        let sami = stage.join(&request("sami@example.org")).await;
        stage.tick().await;
        assert!(stage.withdraw(rana.id).await);
        stage.at(A_DAY_BEFORE);
        stage.plan().await;
        assert!(stage.withdraw(sami.id).await);
        stage.tick().await;
        let owed = stage.owed("reminder").await;
        assert_eq!(owed.len(), 1);
        assert_eq!((owed[0].recipient, owed[0].state), (sami.id.uuid(), MessageState::Suppressed));
    }

    async fn bulk_03_who_wants_no_reminders_gets_everything_else(test: TestDb) {
        let stage = Stage::set(test, reminding()).await;
        let rana = stage.join(&request(RANA)).await;
        let sami = stage.join(&request("sami@example.org")).await;
        stop_reminders(&stage, &rana).await;
        stage.at(A_DAY_BEFORE);
        stage.plan().await;
        assert_eq!(stage.owed("reminder").await.len(), 1);
        // Between queue and sending counts as well.
        stop_reminders(&stage, &sami).await;
        stage.tick().await;
        assert_eq!(stage.owed("reminder").await[0].state, MessageState::Suppressed);
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(stage.told_the_link(), [RANA, "sami@example.org"]);
    }

    async fn e_11_a_session_moved_after_its_reminder_is_corrected_once(test: TestDb) {
        let stage = Stage::set(test, reminding()).await;
        stage.join(&request(RANA)).await;
        stage.at(A_DAY_BEFORE);
        stage.tick().await;
        stage.at("2022-11-24T14:00:00Z");
        stage.save(at_hours(reminding(), "2022-11-25T15:30", "2022-11-25T17:30")).await;
        stage.tick().await;
        assert_eq!((stage.owed("changed").await.len(), stage.owed("reminder").await.len()), (1, 1));
        for (moment, sent) in [(CLOSING, 1), ("2022-11-25T12:00:00Z", 1), ("2022-11-25T12:30:00Z", 2)] {
            stage.at(moment);
            stage.tick().await;
            assert_eq!(stage.owed("reminder").await.len(), sent, "{moment}");
        }
    }

    async fn e_11_a_reminder_of_a_time_that_is_no_more_does_not_leave(test: TestDb) {
        let stage = Stage::set(test, reminding()).await;
        stage.join(&request(RANA)).await;
        stage.at(A_DAY_BEFORE);
        stage.plan().await;
        stage.save(at_hours(reminding(), "2022-11-28T15:00", "2022-11-28T17:00")).await;
        stage.tick().await;
        assert_eq!(stage.mails_to(RANA, "Subject: Reminder").len(), 0);
        for moment in [CLOSING, "2022-11-27T13:00:00Z"] {
            stage.at(moment);
            stage.tick().await;
        }
        assert_eq!(stage.mails_to(RANA, "Subject: Reminder").len(), 1);
    }

    async fn r_11_an_outage_over_the_start_drops_the_reminder_and_sends_the_link_late(test: TestDb) {
        let stage = Stage::set(test, reminding()).await;
        stage.join(&request(RANA)).await;
        stage.at("2022-11-24T21:59:00Z");
        stage.tick().await;
        assert_eq!(stage.owed("reminder").await.len(), 1);
        stage.at("2022-11-25T14:00:00Z");
        stage.tick().await;
        assert_eq!(stage.owed("reminder").await.len(), 1);
        assert_eq!(stage.told_the_link(), [RANA]);
    }

    async fn r_11_a_reminder_that_waits_beyond_the_start_is_dropped(test: TestDb) {
        let stage = Stage::set(test, Details { mail: reminders(&["1h"]), ..roundtable() }).await;
        stage.join(&request(RANA)).await;
        stage.at(CLOSING);
        stage.tick().await;
        stage.at(AN_HOUR_BEFORE);
        stage.plan().await;
        stage.at("2022-11-25T13:00:00Z");
        stage.tick().await;
        let owed = stage.owed("reminder").await;
        let states: Vec<MessageState> = owed.iter().map(|one| one.state).collect();
        assert_eq!(states, [MessageState::Suppressed]);
        assert_eq!(stage.told_the_link(), [RANA]);
    }

    async fn f_18_one_reminder_is_of_all_that_follows_closely(test: TestDb) {
        let mut details = Details { mail: reminders(&["1h"]), ..roundtable() };
        details.terms.per_session = Some(true);
        details.sessions = vec![
            session("morning", "2022-11-25T10:00", "2022-11-25T12:00"),
            session("evening", "2022-11-25T17:30", "2022-11-25T20:00"),
            session("sequel", "2022-11-26T10:00", "2022-11-26T12:00"),
        ];
        let stage = Stage::set(test, details).await;
        stage.join(&request_for(RANA, &["morning", "evening", "sequel"])).await;
        stage.join(&request_for("sami@example.org", &["evening"])).await;
        stage.tick().await;
        for moment in [CLOSING, "2022-11-25T07:00:00Z", "2022-11-25T14:30:00Z"] {
            stage.at(moment);
            stage.tick().await;
        }
        let hers = stage.mails_to(RANA, "Subject: Reminder");
        assert_eq!(hers.len(), 1);
        assert!(hers[0].is_about("morning") && hers[0].is_about("evening") && !hers[0].is_about("sequel"));
        let his = stage.mails_to("sami@example.org", "Subject: Reminder");
        assert_eq!(his.len(), 1);
        assert!(!his[0].is_about("morning"));
        stage.at("2022-11-26T07:00:00Z");
        stage.tick().await;
        assert_eq!(stage.mails_to(RANA, "Subject: Reminder").len(), 2);
    }

    async fn f_18_who_sits_in_two_rooms_at_once_is_reminded_once(test: TestDb) {
        let mut details = Details { mail: reminders(&["1h"]), ..roundtable() };
        details.sessions = vec![
            session("one", "2022-11-25T15:00", "2022-11-25T17:00"),
            session("two", "2022-11-25T15:00", "2022-11-25T17:00"),
        ];
        let stage = Stage::set(test, details).await;
        stage.join(&request(RANA)).await;
        for moment in [CLOSING, AN_HOUR_BEFORE] {
            stage.at(moment);
            stage.tick().await;
        }
        let reminders = stage.mails_to(RANA, "Subject: Reminder");
        assert_eq!(reminders.len(), 1);
        assert!(reminders[0].is_about("one") && reminders[0].is_about("two"));
    }

    async fn s_32_a_reminder_tells_no_link_that_is_not_released_any_more(test: TestDb) {
        let stage = Stage::set(test, reminding()).await;
        stage.join(&request(RANA)).await;
        stage.at(CLOSING);
        stage.tick().await;
        stage.at("2022-11-24T22:10:00Z");
        let mut details = reminding();
        details.terms.closes = Some("2022-11-25T14:40".parse().unwrap());
        details.meeting.as_mut().unwrap().link = Some("https://meet.example.org/another-room".parse().unwrap());
        let quietly = SaveOptions { quietly: true, ..SaveOptions::default() };
        stage.save_with(details, quietly).await;
        stage.at(AN_HOUR_BEFORE);
        stage.tick().await;
        assert_eq!(stage.owed("reminder").await.len(), 1);
        assert_eq!(stage.mails_to(RANA, "another-room").len(), 0);
        // At the new closing everybody gets the new link.
        stage.at("2022-11-25T12:41:00Z");
        stage.tick().await;
        assert_eq!(stage.mails_to(RANA, "another-room").len(), 1);
    }

    async fn e_29_in_quiet_hours_a_reminder_waits(test: TestDb) {
        let mut details = at_hours(reminding(), "2022-11-26T02:00", "2022-11-26T04:00");
        details.meeting = Some(meeting(Some(Release::Manual)));
        let mail = details.mail.as_mut().unwrap();
        mail.reminders = Some(vec!["1d".parse().unwrap()]);
        mail.quiet_hours = Some(convoke::event::QuietHours {
            from: "22:00:00".parse().unwrap(),
            to: "08:00:00".parse().unwrap(),
        });
        let stage = Stage::set(test, details).await;
        stage.join(&request(RANA)).await;
        stage.tick().await;
        for (moment, sent) in [("2022-11-25T00:00:00Z", 0), ("2022-11-25T05:59:59Z", 0), ("2022-11-25T06:00:00Z", 1)] {
            stage.at(moment);
            stage.tick().await;
            assert_eq!(stage.owed("reminder").await.len(), sent, "{moment}");
        }
    }
}

fn reminding() -> Details {
    Details {
        mail: reminders(&["1d", "1h"]),
        ..roundtable()
    }
}

fn at_hours(details: Details, starts: &str, ends: &str) -> Details {
    Details {
        sessions: vec![session("main", starts, ends)],
        ..details
    }
}

async fn stop_reminders(stage: &Stage, registration: &registration::Registration) {
    let mut tx = stage.begin().await;
    assert!(
        registration::stop_reminders(&mut tx, registration)
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
}
