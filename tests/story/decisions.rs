//! What organisers decide: once, the last decision wins, and calendars follow (E-20, R-5).

use convoke::base::testing::TestDb;
use convoke::event::Details;
use convoke::on_both_engines;
use convoke::registration::{Decided, RegistrationState};
use tokio::task::JoinSet;

use crate::events::{CANARY, online, request, request_of, roundtable, roundtable_for};
use crate::stage::Stage;

const CLOSING: &str = "2022-11-24T22:00:00Z";
const DONE: Decided = Decided::Done { knows_link: false };

on_both_engines! {
    async fn r_05_twenty_approvals_at_once_are_one(test: TestDb) {
        let stage = Stage::set(test, with_approval(10)).await;
        let rana = stage.join(&request("rana@example.org")).await;
        assert_eq!(rana.state, RegistrationState::Pending);
        let mut deciding = JoinSet::new();
        for _ in 0..20 {
            let stage = stage.clone();
            deciding.spawn(async move { stage.approve(rana.id).await });
        }
        let decided = deciding.join_all().await;
        assert_eq!(decided.iter().filter(|decided| **decided == DONE).count(), 1);
        assert_eq!(decided.iter().filter(|decided| **decided == Decided::AlreadySo).count(), 19);
        assert_eq!(stage.owed("approved").await.len(), 1);
        assert_eq!(stage.taken().await, [1, 1]);
    }

    async fn r_05_twenty_refusals_at_once_are_one(test: TestDb) {
        let stage = Stage::set(test, roundtable_for(10)).await;
        let rana = stage.join(&request("rana@example.org")).await;
        let mut deciding = JoinSet::new();
        for _ in 0..20 {
            let stage = stage.clone();
            deciding.spawn(async move { stage.decline(rana.id, None).await });
        }
        let decided = deciding.join_all().await;
        assert_eq!(decided.iter().filter(|decided| **decided == DONE).count(), 1);
        assert_eq!(stage.owed("withdrawn").await.len(), 1);
        assert_eq!(stage.taken().await, [0, 0]);
    }

    async fn e_20_approvals_at_once_give_no_more_places_than_there_are(test: TestDb) {
        let stage = Stage::set(test, with_approval(5)).await;
        let mut deciding = JoinSet::new();
        for number in 0..12 {
            let one = stage.join(&request_of(number)).await;
            let stage = stage.clone();
            deciding.spawn(async move { stage.approve(one.id).await });
        }
        let decided = deciding.join_all().await;
        assert_eq!(decided.iter().filter(|decided| **decided == DONE).count(), 5);
        assert_eq!(decided.iter().filter(|decided| **decided == Decided::Full).count(), 7);
        assert_eq!(stage.taken().await, [5, 5]);
        assert_eq!(stage.count(RegistrationState::Pending).await, 7);
        assert_eq!(stage.owed("approved").await.len(), 5);
    }

    async fn e_20_every_state_has_its_answer(test: TestDb) {
        use RegistrationState::{Cancelled, Confirmed, Declined, Pending};
        let stage = Stage::set(test, with_approval(10)).await;
        let rana = stage.join(&request("rana@example.org")).await.id;
        for (approves, decided, state) in [
            (false, DONE, Declined),
            (false, Decided::AlreadySo, Declined),
            (true, DONE, Confirmed),
            (true, Decided::AlreadySo, Confirmed),
            (false, DONE, Declined),
            (true, DONE, Confirmed),
        ] {
            let came_to = if approves {
                stage.approve(rana).await
            } else {
                stage.decline(rana, None).await
            };
            assert_eq!(came_to, decided);
            assert_eq!(stage.load(rana).await.state, state);
        }
        assert!(stage.withdraw(rana).await);
        assert_eq!(stage.approve(rana).await, Decided::NotOpen(Cancelled));
        assert_eq!(stage.decline(rana, None).await, Decided::NotOpen(Cancelled));
        assert_eq!(stage.taken().await, [0, 0]);
        let kinds: Vec<String> = stage.messages().await.into_iter().map(|one| one.kind).collect();
        assert_eq!(
            kinds,
            ["received", "declined", "approved", "withdrawn", "approved", "withdrawn"]
        );
        let omar = stage.join(&request("omar@example.org")).await.id;
        assert_eq!(stage.load(omar).await.state, Pending);
        stage.at("2022-11-25T15:00:00Z");
        assert_eq!(stage.approve(omar).await, Decided::Over);
        assert_eq!(stage.decline(omar, None).await, Decided::Over);
    }

    async fn e_20_who_asked_again_is_decided_on_by_the_later_request(test: TestDb) {
        let stage = Stage::set(test, with_approval(10)).await;
        let first = stage.join(&request("rana@example.org")).await.id;
        assert_eq!(stage.decline(first, None).await, DONE);
        let second = stage.join(&request("rana@example.org")).await.id;
        assert_ne!(first, second);
        assert_eq!(stage.approve(first).await, Decided::AskedAgain);
        assert_eq!(stage.approve(second).await, DONE);
    }

    async fn e_20_an_approval_while_the_form_is_closed_brings_the_link_in_the_same_round(
        test: TestDb
    ) {
        let stage = Stage::set(test, with_approval(10)).await;
        let rana = stage.join(&request("rana@example.org")).await.id;
        stage.at("2022-11-24T22:10:00Z");
        stage.tick().await;
        assert_eq!(stage.told_the_link(), [""; 0]);
        assert_eq!(stage.approve(rana).await, DONE);
        let tick = stage.tick().await;
        assert_eq!((tick.planned, tick.tried), (1, 2));
        assert_eq!(stage.told_the_link(), ["rana@example.org"]);
        let approved = stage.mails().into_iter().find(|mail| mail.is_about("is confirmed")).unwrap();
        assert_eq!(approved.property("METHOD"), ["REQUEST"]);
        assert_eq!(approved.property("SEQUENCE"), ["0"]);
        assert!(!approved.everything.contains(CANARY));
    }

    async fn e_20_who_is_declined_after_the_link_went_out_loses_the_entry_and_may_get_a_new_one(
        test: TestDb
    ) {
        let stage = Stage::set(test, roundtable_for(1)).await;
        let rana = stage.join(&request("rana@example.org")).await.id;
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(stage.decline(rana, Some("A mistake of ours")).await,
            Decided::Done { knows_link: true });
        stage.tick().await;
        let back = stage.mails().into_iter().find(|mail| mail.is_about("withdrawn your place")).unwrap();
        assert!(back.everything.contains("A mistake of ours"));
        assert_eq!(back.property("METHOD"), ["CANCEL"]);
        assert_eq!(back.property("SEQUENCE"), ["2"]);
        assert_eq!(stage.taken().await, [0, 0]);

        assert_eq!(stage.approve(rana).await, DONE);
        stage.tick().await;
        let links = stage.owed("link").await;
        assert_eq!(links.len(), 2);
        assert_eq!(links[1].payload["issue"]["sequence"], 1);
        assert_ne!(links[0].payload["issue"]["uid"], links[1].payload["issue"]["uid"]);
        // A clock that jumps sends nothing twice.
        for moment in ["2022-11-23T22:00:00Z", "2022-11-24T23:00:00Z", "2022-11-25T12:00:00Z"] {
            stage.at(moment);
            stage.by_hand("UPDATE event SET plan_due_at = created_at").await;
            stage.tick().await;
        }
        assert_eq!(stage.owed("link").await.len(), 2);
    }

    async fn e_20_what_was_taken_back_leaves_the_calendar_though_it_was_given_back(test: TestDb) {
        let stage = Stage::set(test, roundtable_for(1)).await;
        let rana = stage.join(&request("rana@example.org")).await.id;
        stage.tick().await;
        stage.decline(rana, None).await;
        stage.approve(rana).await;
        stage.tick().await;
        let sent: Vec<(String, String)> = stage.messages().await.into_iter()
            .map(|one| (one.kind, one.state.to_string())).collect();
        let sent: Vec<(&str, &str)> = sent.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(sent, [("registered", "sent"), ("withdrawn", "sent"), ("approved", "sent")]);
    }

    async fn s_17_a_decision_says_nothing_that_the_attendee_typed(test: TestDb) {
        let stage = Stage::set(test, with_approval(10)).await;
        let mut named = request("rana@example.org");
        named.name = convoke::base::text::SingleLine::clean("Canarybird");
        let rana = stage.join(&named).await.id;
        stage.approve(rana).await;
        stage.tick().await;
        stage.decline(rana, None).await;
        stage.tick().await;
        assert_eq!(stage.mails().len(), 2);
        assert!(stage.mails().iter().all(|mail| !mail.everything.contains("Canarybird")));
    }
}

/// An organiser decides; so many places.
fn with_approval(places: u32) -> Details {
    let mut details = roundtable();
    details.terms.approval = Some(true);
    details.terms.capacity = online(places);
    details
}
