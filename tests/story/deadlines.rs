//! Nobody gets in late, and nobody who was in time is turned away (TIME-2, R-3, E-1, E-6).

use chrono::TimeDelta;
use convoke::base::testing::TestDb;
use convoke::event::{Details, Saved};
use convoke::on_both_engines;
use convoke::registration::{Next, Outcome, Refusal};

use crate::events::{request, request_of, roundtable, session};
use crate::stage::Stage;

const IN: Outcome = Outcome::Accepted(Next::Registered);
const CLOSED: Outcome = Outcome::Refused(Refusal::Closed);

on_both_engines! {
    async fn time_02_a_last_minute_counts_whole_and_the_next_not_at_all(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        for (number, (moment, outcome)) in [
            ("2022-11-24T21:59:00Z", IN),
            ("2022-11-24T21:59:59.999Z", IN),
            ("2022-11-24T21:59:59.999999Z", IN),
            ("2022-11-24T22:00:00Z", CLOSED),
            ("2022-11-24T22:00:00.001Z", CLOSED),
            ("2022-11-25T12:59:59Z", CLOSED),
            ("2022-11-25T15:00:00Z", Outcome::Refused(Refusal::Over)),
        ].into_iter().enumerate() {
            stage.at(moment);
            assert_eq!(stage.ask(&request_of(number), None).await, outcome, "{moment}");
        }
        assert_eq!(stage.registrations().await.len(), 3);
        assert_eq!(stage.messages().await.len(), 3);
        assert_eq!(stage.taken().await[0], 3);
    }

    async fn r_03_registration_opens_at_its_moment(test: TestDb) {
        let mut details = roundtable();
        details.terms.opens = Some("2022-11-21T09:00".parse().unwrap());
        let stage = Stage::set(test, details).await;
        stage.at("2022-11-21T06:59:59.999Z");
        let early = stage.ask(&request("rana@example.org"), None).await;
        assert_eq!(early, Outcome::Refused(Refusal::NotYetOpen));
        stage.at("2022-11-21T07:00:00Z");
        assert_eq!(stage.ask(&request("rana@example.org"), None).await, IN);
    }

    async fn r_03_who_is_judged_in_time_may_wait_past_the_deadline(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.at("2022-11-24T21:59:59.999Z");
        let mut tx = stage.begin().await;
        stage.at("2022-11-24T22:00:05Z");
        assert_eq!(stage.ask_in(&mut tx, &request("rana@example.org"), None).await, IN);
        tx.commit().await.unwrap();
        assert_eq!(stage.ask(&request("late@example.org"), None).await, CLOSED);
    }

    async fn e_01_a_deadline_that_happens_twice_is_over_after_the_second(test: TestDb) {
        let stage = Stage::set(test, on_sunday("2026-10-24T23:59", "2026-10-25")).await;
        closes_at(&stage, "2026-10-24T22:00:00Z", &["2026-10-24T20:59:30Z", "2026-10-24T21:59:30Z"])
            .await;
    }

    async fn e_02_a_deadline_that_does_not_exist_is_the_first_minute_after(test: TestDb) {
        let stage = Stage::set(test, on_sunday("2027-03-28T00:30", "2027-03-28")).await;
        closes_at(&stage, "2027-03-27T22:01:00Z", &["2027-03-27T21:59:59Z"]).await;
    }

    async fn dec_03_the_minute_before_a_gap_counts_whole(test: TestDb) {
        let stage = Stage::set(test, on_sunday("2027-03-27T23:59", "2027-03-28")).await;
        closes_at(&stage, "2027-03-27T22:00:00Z", &["2027-03-27T21:58:59Z"]).await;
    }

    async fn e_06_a_deadline_moved_while_the_form_is_open_holds(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let mut earlier = roundtable();
        earlier.terms.closes = Some("2022-11-20T11:59".parse().unwrap());
        assert!(matches!(stage.save(earlier).await, Saved::Changed(_)));
        assert_eq!(stage.ask(&request("rana@example.org"), Some("opened before")).await, CLOSED);
        assert_eq!(stage.registrations().await.len(), 0);
        assert!(matches!(stage.save(roundtable()).await, Saved::Changed(_)));
        // What was refused has not used the form up.
        assert_eq!(stage.ask(&request("rana@example.org"), Some("opened before")).await, IN);
    }

    async fn e_06_a_place_can_be_given_up_after_closing(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let rana = stage.join(&request("rana@example.org")).await;
        stage.at("2022-11-25T12:00:00Z");
        assert!(stage.withdraw(rana.id).await);
        assert_eq!(stage.owed("withdrawn").await.len(), 1);
    }
}

/// The roundtable on another day, 15:00 to 17:00.
fn on_sunday(closes: &str, day: &str) -> Details {
    let mut details = roundtable();
    details.terms.closes = Some(closes.parse().unwrap());
    details.sessions = vec![session(
        "main",
        &format!("{day}T15:00"),
        &format!("{day}T17:00"),
    )];
    details
}

/// Accepted at `moments` and in the last millisecond, refused from `closing` on.
async fn closes_at(stage: &Stage, closing: &str, moments: &[&str]) {
    for (number, moment) in moments.iter().enumerate() {
        stage.at(moment);
        assert_eq!(stage.ask(&request_of(number), None).await, IN, "{moment}");
    }
    stage.at(closing);
    assert_eq!(stage.ask(&request("late@example.org"), None).await, CLOSED);
    stage.test.clock.advance(TimeDelta::milliseconds(-1));
    assert_eq!(stage.ask(&request("last@example.org"), None).await, IN);
    stage.test.clock.advance(TimeDelta::milliseconds(2));
    assert_eq!(stage.ask(&request("late@example.org"), None).await, CLOSED);
}
