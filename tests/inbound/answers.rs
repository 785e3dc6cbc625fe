//! What calendars answer.

use chrono::TimeDelta;
use convoke::base::clock::Instant;
use convoke::base::db::Sql;
use convoke::base::testing::TestDb;
use convoke::mailer::inbound::{Reason, Received};
use convoke::on_both_engines;
use convoke::outbox::MessageState;
use convoke::registration::{CalendarAnswer, Registration, RegistrationState};

use crate::events::{request, roundtable};
use crate::post::{AUTHSERV_ID, Answer, message_to, receive, return_path, sent_to};
use crate::stage::Stage;

on_both_engines! {
    async fn rep_3_who_declines_is_asked_once_and_keeps_the_seat(test: TestDb) {
        let (stage, rana, answer) = invited(test).await;
        let received = receive(&stage, &answer.mail()).await;
        assert_eq!(received, answered(&rana, CalendarAnswer::Declined, true));
        assert_eq!(noted(&stage).await, Some(("declined".to_owned(), 0, answer.stamp)));
        assert_eq!(stage.taken().await, [1, 1]);
        assert_eq!(stage.load(rana.id).await.state, RegistrationState::Confirmed);
        stage.tick().await;
        sent_to(&stage, &rana, "decline_noted").await;
        let mails = stage.mails();
        let told = mails.iter().find(|mail| mail.everything.contains("Do you want to give up"));
        let told = told.expect("a mail");
        assert_eq!(told.to, "rana@example.org");
        assert_eq!(told.calendar, None);
        assert!(told.everything.contains("/en/registrations/"));

        assert_eq!(receive(&stage, &answer.mail()).await, nothing(Reason::NothingNew), "a replay");
        let again = Answer { stamp: answer.stamp + TimeDelta::hours(1), ..answer };
        let received = receive(&stage, &again.mail()).await;
        assert_eq!(received, answered(&rana, CalendarAnswer::Declined, false));
        assert_eq!(stage.owed("decline_noted").await.len(), 1);
    }

    async fn rep_3_an_answer_is_noted_and_the_newest_counts(test: TestDb) {
        let (stage, rana, answer) = invited(test).await;
        for (partstat, hours, expected) in [
            ("TENTATIVE", 2, answered(&rana, CalendarAnswer::Tentative, false)),
            ("ACCEPTED", 1, nothing(Reason::NothingNew)),
            ("ACCEPTED", 3, answered(&rana, CalendarAnswer::Accepted, false)),
            ("DECLINED", 3, nothing(Reason::NothingNew)),
        ] {
            let stamp = answer.stamp + TimeDelta::hours(hours);
            let answer = Answer { partstat, stamp, ..answer.clone() };
            assert_eq!(receive(&stage, &answer.mail()).await, expected, "{partstat} {hours}");
        }
        let stamp = answer.stamp + TimeDelta::hours(3);
        assert_eq!(noted(&stage).await, Some(("accepted".to_owned(), 0, stamp)));
        assert!(stage.owed("decline_noted").await.is_empty());
    }

    async fn rep_3_an_answer_to_a_later_invitation_counts_more_than_a_later_answer(test: TestDb) {
        let (stage, rana, first) = invited(test).await;
        stage.at("2022-11-24T22:00:00Z");
        stage.tick().await;
        let second = Answer {
            partstat: "ACCEPTED",
            ..Answer::declining(&rana, &sent_to(&stage, &rana, "link").await)
        };
        assert_eq!(second.sequence, 1);
        let received = receive(&stage, &second.mail()).await;
        assert_eq!(received, answered(&rana, CalendarAnswer::Accepted, false));
        let late = Answer { stamp: first.stamp + TimeDelta::days(1), ..first.clone() };
        assert_eq!(receive(&stage, &late.mail()).await, nothing(Reason::NothingNew));
        let unsent = Answer { sequence: 2, ..first.clone() };
        assert_eq!(receive(&stage, &unsent.mail()).await, nothing(Reason::NothingNew));
        let future = Answer { sequence: 1, stamp: first.stamp + TimeDelta::days(30), ..first };
        assert_eq!(receive(&stage, &future.mail()).await, nothing(Reason::NothingNew));
    }

    async fn rep_3_forged_answers_change_nothing(test: TestDb) {
        let (stage, _, answer) = invited(test).await;
        stage.join(&request("omar@example.org")).await;
        let omar = stage.latest("omar@example.org").await;
        let invitation_of_omar = message_to(&stage, &omar, "registered").await;
        let forged_header = |id: &str, domain: &str| {
            format!("Authentication-Results: {id}; dkim=pass header.d={domain}\r\n")
        };
        let ours = forged_header(AUTHSERV_ID, "example.org");
        for (forged, why) in [
            (Answer { above: String::new(), ..answer.clone() }, "nobody vouches"),
            (Answer { above: forged_header("mx.evil.example", "example.org"), ..answer.clone() }, "another server"),
            (Answer { above: forged_header(AUTHSERV_ID, "evil.example"), ..answer.clone() }, "another domain"),
            (
                Answer { above: forged_header("mx.evil.example", "x.example") + &ours, ..answer.clone() },
                "not the topmost",
            ),
            (Answer { from: "omar@example.org".to_owned(), ..answer.clone() }, "another sender"),
            (Answer { attendee: "omar@example.org".to_owned(), ..answer.clone() }, "another attendee"),
            (Answer { uid: "reg-0@institute.example".to_owned(), ..answer.clone() }, "another invitation"),
            (
                Answer {
                    above: String::new(),
                    to: return_path(&stage, &invitation_of_omar),
                    ..answer.clone()
                },
                "another's token",
            ),
            (Answer { partstat: "NEEDS-ACTION", ..answer.clone() }, "no answer"),
            (Answer { method: "REQUEST", ..answer.clone() }, "no reply"),
            (Answer { method: "CANCEL", ..answer.clone() }, "no reply"),
            (Answer { sequence: -1, ..answer.clone() }, "no sequence"),
        ] {
            let received = receive(&stage, &forged.mail()).await;
            assert!(matches!(received, Received::Nothing(_)), "{why}: {received}");
        }
        let counter = Answer { method: "COUNTER", ..answer.clone() };
        assert_eq!(receive(&stage, &counter.mail()).await, nothing(Reason::Counter));
        assert_eq!(noted(&stage).await, None);
        assert!(stage.owed("decline_noted").await.is_empty());
        assert!(matches!(receive(&stage, &answer.mail()).await, Received::Answered { .. }));
    }

    async fn rep_3_the_address_that_only_they_were_sent_vouches_for_them(test: TestDb) {
        let (stage, rana, answer) = invited(test).await;
        let message = sent_to(&stage, &rana, "registered").await;
        let answer = Answer { above: String::new(), to: return_path(&stage, &message), ..answer };
        let received = receive(&stage, &answer.mail()).await;
        assert_eq!(received, answered(&rana, CalendarAnswer::Declined, true));
    }

    async fn rep_4_no_machine_is_answered(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        for (number, header) in [
            "Auto-Submitted: auto-replied",
            "Auto-Submitted: auto-generated; x",
            "Precedence: bulk",
            "List-Id: <x.example.org>",
            "Return-Path: <>",
        ]
        .into_iter()
        .enumerate()
        {
            let person = stage.join(&request(&format!("machine{number}@example.org"))).await;
            let invitation = message_to(&stage, &person, "registered").await;
            let answer = Answer::declining(&person, &invitation);
            let above = format!("{header}\r\n{}", answer.above);
            let received = receive(&stage, &Answer { above, ..answer }.mail()).await;
            assert_eq!(received, answered(&person, CalendarAnswer::Declined, false), "{header}");
        }
        assert!(stage.owed("decline_noted").await.is_empty());
    }

    async fn rep_4_two_machines_that_answer_each_other_end_at_once(test: TestDb) {
        let (stage, _, answer) = invited(test).await;
        receive(&stage, &answer.mail()).await;
        stage.tick().await;
        let before = stage.messages().await.len();
        for round in 1..10 {
            let above = format!("Auto-Submitted: auto-replied\r\n{}", answer.above);
            let stamp = answer.stamp + TimeDelta::minutes(round);
            receive(&stage, &Answer { above, stamp, ..answer.clone() }.mail()).await;
            stage.tick().await;
        }
        assert_eq!(stage.messages().await.len(), before);
    }

    async fn rep_3_who_has_withdrawn_is_asked_nothing(test: TestDb) {
        let (stage, rana, answer) = invited(test).await;
        receive(&stage, &answer.mail()).await;
        assert!(stage.withdraw(rana.id).await);
        stage.tick().await;
        let message = message_to(&stage, &rana, "decline_noted").await;
        assert_eq!(message.state, MessageState::Suppressed);
        let late = Answer { stamp: answer.stamp + TimeDelta::hours(1), ..answer };
        assert_eq!(receive(&stage, &late.mail()).await, nothing(Reason::NotOurInvitation));
    }
}

/// Somebody who is registered, and what their calendar sends when it declines.
async fn invited(test: TestDb) -> (Stage, Registration, Answer) {
    let stage = Stage::set(test, roundtable()).await;
    let rana = stage.join(&request("rana@example.org")).await;
    stage.tick().await;
    let message = sent_to(&stage, &rana, "registered").await;
    let answer = Answer::declining(&rana, &message);
    (stage, rana, answer)
}

/// What is noted of the first invitation.
async fn noted(stage: &Stage) -> Option<(String, i64, Instant)> {
    let statement = "SELECT answer, answered_sequence, answered_at FROM invitation
        WHERE answer IS NOT NULL";
    let mut tx = stage.begin().await;
    let query = tx.query(Sql::new(statement, statement));
    query.fetch_optional().await.unwrap()
}

fn answered(person: &Registration, answer: CalendarAnswer, offered: bool) -> Received {
    Received::Answered {
        registration: person.id,
        answer,
        offered,
    }
}

fn nothing(reason: Reason) -> Received {
    Received::Nothing(reason)
}
