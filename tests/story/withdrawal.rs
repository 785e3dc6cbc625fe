//! Giving a place up: once, whoever else is at it, and never in vain (R-5, E-6).

use convoke::base::db::Engine;
use convoke::base::testing::{TestDb, run};
use convoke::on_both_engines;
use convoke::registration::{self, RegistrationState};
use tokio::task::JoinSet;

use crate::events::{request, request_of, roundtable_for};
use crate::races::close_the_gate;
use crate::stage::Stage;

on_both_engines! {
    async fn r_05_twenty_withdrawals_at_once_are_one(test: TestDb) {
        let stage = Stage::set(test, roundtable_for(10)).await;
        let rana = stage.join(&request("rana@example.org")).await;
        stage.join(&request("omar@example.org")).await;
        let mut going = JoinSet::new();
        for _ in 0..20 {
            let stage = stage.clone();
            going.spawn(async move { stage.withdraw(rana.id).await });
        }
        let done = going.join_all().await;
        assert_eq!(done.iter().filter(|done| **done).count(), 1);
        assert_eq!(stage.owed("withdrawn").await.len(), 1);
        assert_eq!(stage.taken().await, [1, 1]);
        assert_eq!(stage.count(RegistrationState::Cancelled).await, 1);
    }

    async fn r_05_who_waits_in_the_list_frees_no_seat(test: TestDb) {
        let mut details = roundtable_for(1);
        details.terms.waitlist = Some(true);
        let stage = Stage::set(test, details).await;
        stage.join(&request("omar@example.org")).await;
        let mut waiting = request("rana@example.org");
        waiting.waitlist = true;
        let rana = stage.join(&waiting).await;
        assert_eq!(rana.state, RegistrationState::Waitlisted);
        assert!(stage.withdraw(rana.id).await);
        assert_eq!(stage.taken().await, [1, 1]);
        assert_eq!(stage.owed("withdrawn").await.len(), 1);
    }

    async fn e_06_a_withdrawal_holds_though_the_registration_was_confirmed_meanwhile(test: TestDb) {
        let mut details = roundtable_for(10);
        details.terms.confirm_address = Some(true);
        let stage = Stage::set(test, details).await;
        let unconfirmed = stage.join(&request("rana@example.org")).await;
        assert!(stage.confirm(unconfirmed.id).await);
        let mut tx = stage.begin().await;
        let event = stage.event_in(&mut tx).await;
        assert!(registration::withdraw(&mut tx, &stage.key, &event, &unconfirmed).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(stage.load(unconfirmed.id).await.state, RegistrationState::Cancelled);
        assert_eq!(stage.taken().await, [0, 0]);
        let told = stage.owed("withdrawn").await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].payload["issue"]["sequence"], 1);
    }
}

/// The plan makes links owed, which counts invitations up; a withdrawal does so too.
#[test]
fn r_05_a_withdrawal_and_the_plan_wait_for_nobody_in_a_circle() {
    run(Engine::Postgres, async |test: TestDb| {
        let stage = Stage::set(test, roundtable_for(10)).await;
        let rana = stage.join(&request("rana@example.org")).await;
        stage.tick().await;
        stage.at("2022-11-24T22:00:00Z");
        let gate = close_the_gate(&stage).await;
        let working = tokio::spawn({
            let worker = stage.worker();
            async move { worker.tick().await }
        });
        stage.until_waiting(1).await;
        let going = tokio::spawn({
            let stage = stage.clone();
            async move { stage.withdraw(rana.id).await }
        });
        stage.until_waiting(2).await;
        gate.commit().await.unwrap();
        working.await.unwrap().unwrap();
        assert!(going.await.unwrap());
        stage.tick().await;
        assert_eq!(stage.owed("withdrawn").await.len(), 1);
        assert_eq!(stage.taken().await, [0, 0]);
    });
}

#[test]
fn e_14_a_late_confirmation_and_the_giving_up_of_others_wait_for_nobody_in_a_circle() {
    run(Engine::Postgres, async |test: TestDb| {
        let mut details = roundtable_for(10);
        details.terms.confirm_address = Some(true);
        let stage = Stage::set(test, details).await;
        for number in 0..2 {
            stage.join(&request_of(number)).await;
            stage.at("2022-11-20T10:00:01Z");
        }
        let late = stage.latest("guest1@example.org").await;
        stage.at("2022-11-20T10:30:01Z");
        let gate = close_the_gate(&stage).await;
        let working = tokio::spawn({
            let worker = stage.worker();
            async move { worker.tick().await }
        });
        stage.until_waiting(1).await;
        let confirming = tokio::spawn({
            let stage = stage.clone();
            async move { stage.confirm(late.id).await }
        });
        stage.until_waiting(2).await;
        gate.commit().await.unwrap();
        let given_up = working.await.unwrap().unwrap().given_up;
        let confirmed = confirming.await.unwrap();
        assert_eq!(given_up, if confirmed { 1 } else { 2 });
        assert_eq!(stage.taken().await[0], i64::from(confirmed));
    });
}
