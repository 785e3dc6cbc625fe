//! Mail that could not be delivered.

use std::sync::Arc;

use convoke::base::testing::TestDb;
use convoke::mailer::compose::{Composed, Composer};
use convoke::mailer::form::{Form, Letter};
use convoke::mailer::inbound::{Reason, Received};
use convoke::on_both_engines;
use convoke::outbox::{Message, MessageState};
use convoke::registration::Registration;
use convoke::view::View;

use crate::events::{request, roundtable};
use crate::post::{bounces, receive, report, return_path, sent_to};
use crate::stage::Stage;

const UNKNOWN: &str = "b+unknown@bounce.institute.example";

on_both_engines! {
    async fn rep_1_each_mail_is_returned_to_an_address_of_its_own_and_says_nothing_of_it(test: TestDb) {
        let (stage, _, message) = invited(test).await;
        let view = Arc::new(View::load(None).unwrap());
        let base = "https://events.example.org/".parse().unwrap();
        let composer = Composer::new(view, stage.key.clone(), base, "Events".to_owned().into());
        let plain = composed(&stage, &composer, &message).await;
        let letter = composed(&stage, &composer.returning_to(Some(bounces())), &message).await;
        let path = letter.return_path.as_ref().map(ToString::to_string);
        assert_eq!(path, Some(return_path(&stage, &message)));
        assert_eq!(plain.return_path, None);
        let octets = |letter| Form::default().format(letter).unwrap().bytes;
        assert_eq!(octets(&plain), octets(&letter));
    }

    async fn rep_2_a_bounce_marks_the_address_and_says_so_of_the_message(test: TestDb) {
        let (stage, rana, message) = invited(test).await;
        let mail = report(&return_path(&stage, &message), "rana@example.org", "other@x");
        let received = receive(&stage, &mail).await;
        assert_eq!(received, Received::Returned { message: message.id, marked: 1 });
        assert!(stage.load(rana.id).await.undeliverable_at.is_some());
        let messages = stage.owed("registered").await;
        assert_eq!(messages[0].state, MessageState::Failed);
        assert_eq!(messages[0].last_reply.as_deref(), Some("returned: 5.1.1"));
        assert!(!received.to_string().contains("rana"), "{received}");
    }

    async fn rep_2_without_an_address_of_its_own_a_message_is_known_by_what_is_returned(test: TestDb) {
        let (stage, rana, message) = invited(test).await;
        for forged in ["x@institute.example", &format!("{}@other.example", message.id)] {
            let mail = report(UNKNOWN, "rana@example.org", forged);
            assert_eq!(receive(&stage, &mail).await, nothing());
        }
        assert_eq!(stage.load(rana.id).await.undeliverable_at, None);
        let mail = report(UNKNOWN, "RANA@Example.ORG", &message.message_id);
        let received = receive(&stage, &mail).await;
        assert_eq!(received, Received::Returned { message: message.id, marked: 1 });
    }

    async fn rep_2_the_address_may_stand_where_mail_servers_note_it(test: TestDb) {
        let (stage, _, message) = invited(test).await;
        let address = return_path(&stage, &message);
        let mail = report("postmaster@institute.example", "rana@example.org", "other@x");
        let mail = format!("X-Original-To: {address}\n{mail}");
        assert_eq!(
            receive(&stage, &mail).await,
            Received::Returned { message: message.id, marked: 1 }
        );
    }

    async fn rep_2_what_may_still_arrive_changes_nothing(test: TestDb) {
        let (stage, rana, message) = invited(test).await;
        let mail = report(&return_path(&stage, &message), "rana@example.org", "other@x");
        for (from, to) in [
            ("Action: failed", "Action: delayed"),
            ("Action: failed", "Action: relayed"),
            ("Action: failed\r\nStatus: 5.1.1", "Action: delayed\r\nStatus: 4.2.2"),
        ] {
            assert!(mail.contains(from));
            let mail = mail.replace(from, to);
            let received = receive(&stage, &mail).await;
            assert_eq!(received, Received::Delayed { message: message.id }, "{to}");
        }
        unchanged(&stage, &rana).await;
    }

    async fn rep_2_what_a_server_gives_up_after_days_failed_and_says_nothing_of_the_address(test: TestDb) {
        let (stage, rana, message) = invited(test).await;
        let mail = report(&return_path(&stage, &message), "rana@example.org", "other@x");
        let received = receive(&stage, &mail.replace("Status: 5.1.1", "Status: 4.4.7")).await;
        assert_eq!(received, Received::Returned { message: message.id, marked: 0 });
        assert_eq!(stage.load(rana.id).await.undeliverable_at, None);
        let messages = stage.owed("registered").await;
        assert_eq!(messages[0].state, MessageState::Failed);
        assert_eq!(messages[0].last_reply.as_deref(), Some("returned: 4.4.7"));
    }

    async fn rep_2_what_came_back_from_who_appears_failed(test: TestDb) {
        let mut details = roundtable();
        details.meeting.as_mut().unwrap().lineup_link = Some("https://meet.example/panel".parse().unwrap());
        details.sessions[0].lineup.push(convoke::event::Appearance {
            id: None,
            role: convoke::event::Role::Speaker,
            name: None,
            position: None,
            organisation: None,
            bio: None,
            email: Some("chair@example.org".parse().unwrap()),
            state: None,
            channel: None,
        });
        let stage = Stage::set(test, details).await;
        stage.at("2022-11-24T22:00:00Z");
        stage.tick().await;
        let message = stage.owed("lineup_link").await.remove(0);
        came_back(&stage, &message, "chair@example.org").await;
    }

    async fn rep_2_an_alarm_that_came_back_failed(test: TestDb) {
        let mut details = roundtable();
        details.meeting.as_mut().unwrap().link = None;
        details.contact = Some("desk@institute.example.org".parse().unwrap());
        let stage = Stage::set(test, details).await;
        stage.at("2022-11-24T22:00:00Z");
        stage.tick().await;
        let message = stage.owed("alarm").await.remove(0);
        came_back(&stage, &message, "desk@institute.example.org").await;
    }

    async fn rep_2_what_is_refused_for_what_it_is_says_nothing_of_the_address(test: TestDb) {
        let (stage, rana, message) = invited(test).await;
        let mail = report(&return_path(&stage, &message), "rana@example.org", "other@x");
        let received = receive(&stage, &mail.replace("Status: 5.1.1", "Status: 5.7.1")).await;
        assert_eq!(received, Received::Returned { message: message.id, marked: 0 });
        assert_eq!(stage.load(rana.id).await.undeliverable_at, None);
        assert_eq!(stage.owed("registered").await[0].state, MessageState::Failed);
    }

    async fn rep_1_forged_reports_change_nothing(test: TestDb) {
        let (stage, rana, message) = invited(test).await;
        let address = return_path(&stage, &message);
        let good = report(&address, "rana@example.org", "other@x");
        let mut token = address.clone();
        let last = if token.as_bytes()[2] == b'a' { "b" } else { "a" };
        token.replace_range(2..3, last);
        for (mail, why) in [
            (report(&token, "rana@example.org", "other@x"), "another token"),
            (report(&address, "omar@example.org", "other@x"), "another recipient"),
            (report(&address, "rana", "other@x"), "no address"),
            (report(&address, "", "other@x"), "an empty one"),
            (good.replace("multipart/report", "multipart/mixed"), "no report"),
            (good.replace("message/delivery-status", "text/plain"), "no status"),
            (good.replace("Status: 5.1.1", "Status: 5"), "half a status"),
            (good.replace("Status: 5.1.1\r\n", ""), "no status"),
            (good.replace("Action: failed\r\n", ""), "no action"),
            (good.replace("To: b+", "Subject: b+"), "to nobody"),
        ] {
            let received = receive(&stage, &mail).await;
            assert!(matches!(received, Received::Nothing(_)), "{why}: {received}");
        }
        unchanged(&stage, &rana).await;
        assert!(matches!(receive(&stage, &good).await, Received::Returned { .. }));
    }

    async fn rep_1_a_report_counts_once_and_never_for_who_registers_anew(test: TestDb) {
        let (stage, rana, message) = invited(test).await;
        let mail = report(&return_path(&stage, &message), "rana@example.org", "other@x");
        receive(&stage, &mail).await;
        assert!(stage.withdraw(rana.id).await);
        let again = stage.join(&request("rana@example.org")).await;
        let received = receive(&stage, &mail).await;
        assert_eq!(received, Received::Nothing(Reason::NothingNew));
        assert_eq!(stage.load(again.id).await.undeliverable_at, None);
    }

    async fn rep_1_a_late_report_leaves_who_registered_anew_alone(test: TestDb) {
        let (stage, rana, message) = invited(test).await;
        assert!(stage.withdraw(rana.id).await);
        let again = stage.join(&request("rana@example.org")).await;
        let mail = report(&return_path(&stage, &message), "rana@example.org", "other@x");
        let received = receive(&stage, &mail).await;
        assert_eq!(received, Received::Returned { message: message.id, marked: 0 });
        assert_eq!(stage.load(again.id).await.undeliverable_at, None);
    }
}

/// Somebody who is registered and got the mail that says so.
async fn invited(test: TestDb) -> (Stage, Registration, Message) {
    let stage = Stage::set(test, roundtable()).await;
    let rana = stage.join(&request("rana@example.org")).await;
    stage.tick().await;
    let message = sent_to(&stage, &rana, "registered").await;
    (stage, rana, message)
}

/// A message that is to nobody who registered counts as failed, where the address is its own.
async fn came_back(stage: &Stage, message: &Message, address: &str) {
    assert_eq!(message.state, MessageState::Sent);
    let path = return_path(stage, message);
    let other = receive(stage, &report(&path, "rana@example.org", "other@x")).await;
    assert_eq!(other, nothing());
    let received = receive(stage, &report(&path, address, "other@x")).await;
    let id = message.id;
    assert_eq!(
        received,
        Received::Returned {
            message: id,
            marked: 0
        }
    );
    let found = convoke::outbox::find(&mut stage.begin().await, id).await;
    assert_eq!(found.unwrap().unwrap().state, MessageState::Failed);
}

async fn unchanged(stage: &Stage, registration: &Registration) {
    assert_eq!(&stage.load(registration.id).await, registration);
    assert_eq!(stage.owed("registered").await[0].state, MessageState::Sent);
}

fn nothing() -> Received {
    Received::Nothing(Reason::NotOurMessage)
}

async fn composed(stage: &Stage, composer: &Composer, message: &Message) -> Letter {
    match composer
        .compose(&mut stage.begin().await, message)
        .await
        .unwrap()
    {
        Composed::Letter(letter) => *letter,
        other => panic!("{other:?}"),
    }
}
