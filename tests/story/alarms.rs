//! A link that is missing when it has to leave: organisers hear of it in time (E-28).

use convoke::base::testing::TestDb;
use convoke::event::{Details, Meeting};
use convoke::on_both_engines;
use convoke::outbox::MessageState;

use crate::events::{meeting, request, roundtable};
use crate::stage::Stage;

const DESK: &str = "desk@institute.example.org";

on_both_engines! {
    async fn e_28_organisers_are_alarmed_a_day_before_closing_and_at_closing(test: TestDb) {
        let stage = Stage::set(test, without_link()).await;
        stage.join(&request("rana@example.org")).await;
        for (moment, alarms) in [
            ("2022-11-23T21:59:59Z", 0), ("2022-11-23T22:00:00Z", 1), ("2022-11-24T10:00:00Z", 1),
            ("2022-11-24T22:00:00Z", 2), ("2022-11-25T10:00:00Z", 2),
        ] {
            stage.at(moment);
            stage.tick().await;
            assert_eq!(stage.mails_to(DESK, "link to join is missing").len(), alarms, "{moment}");
        }
        let late = stage.mails_to(DESK, "It was to leave");
        assert_eq!(late.len(), 1);
        assert!(late[0].is_about("One person is confirmed for online"));
        assert!(!late[0].everything.contains("rana"));
        stage.at("2022-11-25T12:00:00Z");
        stage.save(Details { contact: without_link().contact, ..roundtable() }).await;
        stage.tick().await;
        assert_eq!(stage.told_the_link(), ["rana@example.org"]);
    }

    async fn e_28_an_alarm_that_is_not_true_any_more_does_not_leave(test: TestDb) {
        let stage = Stage::set(test, without_link()).await;
        stage.at("2022-11-24T22:00:00Z");
        stage.plan().await;
        stage.save(Details { contact: without_link().contact, ..roundtable() }).await;
        stage.tick().await;
        let alarms = stage.owed("alarm").await;
        assert_eq!((alarms.len(), alarms[0].state), (1, MessageState::Suppressed));
    }

    async fn e_28_a_closing_that_is_moved_has_alarms_of_its_own(test: TestDb) {
        let stage = Stage::set(test, without_link()).await;
        stage.at("2022-11-23T22:00:00Z");
        stage.tick().await;
        let mut later = without_link();
        later.terms.closes = Some("2022-11-25T12:59".parse().unwrap());
        stage.save(later).await;
        stage.at("2022-11-24T11:00:00Z");
        stage.tick().await;
        assert_eq!(stage.owed("alarm").await.len(), 2);
    }
}

fn without_link() -> Details {
    Details {
        contact: Some(DESK.parse().unwrap()),
        meeting: Some(Meeting {
            link: None,
            ..meeting(None)
        }),
        ..roundtable()
    }
}
