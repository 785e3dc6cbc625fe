//! A form sent twice is one request, and an address registered twice is one place (E-19).

use chrono::TimeDelta;
use convoke::base::db::Engine;
use convoke::base::testing::{TestDb, run};
use convoke::base::text::SingleLine;
use convoke::on_both_engines;
use convoke::registration::{Next, Outcome, RegistrationState, Request};
use tokio::task::JoinSet;

use crate::events::{SLUG, request, roundtable, roundtable_for};
use crate::stage::Stage;

const IN: Outcome = Outcome::Accepted(Next::Registered);

on_both_engines! {
    async fn r_04_fifty_equal_forms_are_one_registration_and_one_mail(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        for _ in 0..50 {
            assert_eq!(stage.ask(&request("rana@example.org"), Some("one form")).await, IN);
        }
        assert_eq!(stage.registrations().await.len(), 1);
        assert_eq!(stage.messages().await.len(), 1);
        assert_eq!(stage.taken().await[0], 1);
    }

    async fn r_04_fifty_equal_forms_at_once_are_one_registration_and_one_mail(test: TestDb) {
        let stage = Stage::set(test, roundtable_for(10)).await;
        let mut posts = JoinSet::new();
        for _ in 0..50 {
            let stage = stage.clone();
            posts.spawn(async move {
                stage.ask(&request("rana@example.org"), Some("one form")).await
            });
        }
        assert_eq!(posts.join_all().await, [IN; 50]);
        assert_eq!(stage.registrations().await.len(), 1);
        assert_eq!(stage.messages().await.len(), 1);
        assert_eq!(stage.taken().await[0], 1);
    }

    async fn r_04_a_form_with_other_content_writes_nothing(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join_with("rana@example.org", "one form").await;
        let before = (stage.registrations().await, stage.messages().await);
        let other = Request {
            name: SingleLine::clean("Rana H. Haddad"),
            ..request("rana@example.org")
        };
        for changed in [other, request("somebody.else@example.org")] {
            assert_eq!(stage.ask(&changed, Some("one form")).await, Outcome::Reused);
        }
        assert_eq!((stage.registrations().await, stage.messages().await), before);
    }

    async fn r_04_a_form_is_answered_alike_after_closing(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join_with("rana@example.org", "one form").await;
        stage.at("2022-11-24T22:30:00Z");
        assert_eq!(stage.ask(&request("rana@example.org"), Some("one form")).await, IN);
        stage.at("2022-11-26T10:00:00Z");
        assert_eq!(stage.ask(&request("rana@example.org"), Some("one form")).await, IN);
        assert_eq!(stage.messages().await.len(), 1);
    }

    async fn r_04_a_form_of_another_event_is_not_taken_for_accepted(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join_with("rana@example.org", "one form").await;
        stage.by_hand("UPDATE event SET slug = 'an-earlier-one'").await;
        stage.save(roundtable()).await;
        assert_eq!(stage.event().await.details.slug.as_str(), SLUG);
        let outcome = stage.ask(&request("rana@example.org"), Some("one form")).await;
        assert_eq!(outcome, Outcome::Reused);
        assert_eq!(stage.registrations().await.len(), 0);
    }

    async fn e_19_an_address_in_other_case_is_the_same_and_the_answer_says_nothing(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        assert_eq!(stage.ask(&request("rana@example.org"), Some("first")).await, IN);
        for (form, email) in [("second", "Rana@Example.ORG"), ("third", "RANA@example.org")] {
            assert_eq!(stage.ask(&request(email), Some(form)).await, IN);
        }
        assert_eq!(stage.registrations().await.len(), 1);
        assert_eq!(stage.taken().await[0], 1);
        assert_eq!(stage.owed("registered").await.len(), 1);
        assert_eq!(stage.owed("known").await.len(), 1);
        // A form that only told somebody is answered alike too.
        assert_eq!(stage.ask(&request("Rana@Example.ORG"), Some("second")).await, IN);
    }

    async fn s_25_who_is_known_is_told_once_a_day(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request("rana@example.org")).await;
        for owed in [1, 2] {
            for _ in 0..10 {
                assert_eq!(stage.ask(&request("rana@example.org"), None).await, IN);
            }
            assert_eq!(stage.owed("known").await.len(), owed);
            stage.test.clock.advance(TimeDelta::days(1));
        }
    }

    async fn bulk_06_an_address_that_is_not_confirmed_gets_one_mail(test: TestDb) {
        let mut details = roundtable();
        details.terms.confirm_address = Some(true);
        let stage = Stage::set(test, details).await;
        for _ in 0..5 {
            let outcome = stage.ask(&request("rana@example.org"), None).await;
            assert_eq!(outcome, Outcome::Accepted(Next::ConfirmAddress));
        }
        stage.tick().await;
        stage.at("2022-11-20T10:30:00Z");
        assert_eq!(stage.tick().await.given_up, 1);
        stage.at("2022-11-25T12:00:00Z");
        stage.tick().await;
        assert_eq!(stage.mails().len(), 1);
    }

    async fn e_19_an_address_registered_many_times_at_once_has_one_place(test: TestDb) {
        let stage = Stage::set(test, roundtable_for(10)).await;
        let mut posts = JoinSet::new();
        for number in 0..50 {
            let stage = stage.clone();
            posts.spawn(async move {
                let form = format!("form {number}");
                stage.ask(&request("rana@example.org"), Some(&form)).await
            });
        }
        assert_eq!(posts.join_all().await, [IN; 50]);
        assert_eq!(stage.count(RegistrationState::Confirmed).await, 1);
        assert_eq!(stage.taken().await[0], 1);
        assert_eq!(stage.owed("registered").await.len(), 1);
        assert_eq!(stage.owed("known").await.len(), 1);
    }
}

/// On SQLite units of work never overlap, so that only PostgreSQL can show it.
#[test]
fn r_04_a_form_waits_for_the_same_form_that_is_under_way() {
    run(Engine::Postgres, async |test: TestDb| {
        let stage = Stage::set(test, roundtable()).await;
        for (kept, other) in [(true, Outcome::Reused), (false, IN)] {
            let form = format!("form {kept}");
            let mut tx = stage.begin().await;
            let first = stage
                .ask_in(&mut tx, &request("rana@example.org"), Some(&form))
                .await;
            assert_eq!(first, IN);
            let second = tokio::spawn({
                let (stage, form) = (stage.clone(), form.clone());
                async move { stage.ask(&request("omar@example.org"), Some(&form)).await }
            });
            stage.until_waiting(1).await;
            assert!(!second.is_finished());
            if kept {
                tx.commit().await.unwrap();
            } else {
                drop(tx);
            }
            assert_eq!(second.await.unwrap(), other);
        }
    });
}

impl Stage {
    async fn join_with(&self, email: &str, form: &str) {
        assert_eq!(self.ask(&request(email), Some(form)).await, IN);
    }
}
