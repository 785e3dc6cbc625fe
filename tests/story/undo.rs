//! What organisers decide in the workspace can be taken back until the person is told (F-14, E-17).

use chrono::TimeDelta;
use convoke::base::db::Tx;
use convoke::base::id::Id;
use convoke::base::testing::TestDb;
use convoke::event::Details;
use convoke::on_both_engines;
use convoke::outbox::MessageState;
use convoke::registration::{
    self, Batch, Decided, Decider, Registration, RegistrationState, UndoTally, Verb, decide_all,
};
use tokio::task::JoinSet;

use crate::events::{online, request, request_of, roundtable, roundtable_for};
use crate::stage::Stage;

use RegistrationState::{Cancelled, Confirmed, Declined, Pending, Waitlisted};

const DONE: Decided = Decided::Done { knows_link: false };
const ACTOR: &str = "organiser";

on_both_engines! {
    async fn f_14_a_decision_is_told_after_five_minutes_and_with_it_the_link(test: TestDb) {
        let stage = Stage::set(test, with_approval(10)).await;
        let rana = stage.join(&request("rana@example.org")).await.id;
        stage.at("2022-11-24T22:10:00Z");
        stage.tick().await;
        decide(&stage, &[rana], Verb::Approve).await;
        stage.tick().await;
        assert_eq!(stage.mails_to("rana@example.org", "is confirmed").len(), 0);
        assert_eq!(stage.told_the_link(), [""; 0]);
        stage.test.clock.advance(TimeDelta::minutes(5));
        stage.tick().await;
        assert_eq!(stage.mails_to("rana@example.org", "is confirmed").len(), 1);
        assert_eq!(stage.told_the_link(), ["rana@example.org"]);
    }

    async fn f_14_a_hundred_are_decided_on_at_once_and_taken_back_at_once(test: TestDb) {
        let stage = Stage::set(test, with_approval(90)).await;
        let mut ids = Vec::new();
        for number in 0..100 {
            ids.push(stage.join(&request_of(number)).await.id);
        }
        let (batch, tally) = decide(&stage, &ids, Verb::Approve).await;
        assert_eq!((tally.done, tally.full, tally.not_open), (90, 10, 0));
        assert_eq!(stage.taken().await, [90, 90]);
        let undone = undo(&stage, batch).await;
        assert_eq!(undone, UndoTally { done: 90, ..UndoTally::default() });
        assert_eq!(stage.count(Pending).await, 100);
        assert_eq!(stage.taken().await, [0, 0]);
        stage.test.clock.advance(TimeDelta::minutes(6));
        stage.tick().await;
        let approved = stage.owed("approved").await;
        assert!(approved.iter().all(|message| message.state == MessageState::Suppressed));
        // The entry in the calendar begins with its first number all the same.
        decide(&stage, &ids[..1], Verb::Approve).await;
        let approved = stage.owed("approved").await;
        assert_eq!(approved.last().unwrap().payload["issue"]["sequence"], 0);
    }

    async fn f_14_what_was_told_stays_decided(test: TestDb) {
        let stage = Stage::set(test, with_approval(10)).await;
        let [rana, omar] = [request("rana@example.org"), request("omar@example.org")];
        let rana = stage.join(&rana).await.id;
        let (batch, _) = decide(&stage, &[rana], Verb::Decline).await;
        stage.test.clock.advance(TimeDelta::minutes(5));
        stage.tick().await;
        assert_eq!(undo(&stage, batch).await, UndoTally { stay: 1, ..UndoTally::default() });
        assert_eq!(stage.load(rana).await.state, Declined);
        // Of two in one batch, who withdrew meanwhile stays withdrawn.
        let omar = stage.join(&omar).await.id;
        let lina = stage.join(&request("lina@example.org")).await.id;
        let (batch, _) = decide(&stage, &[omar, lina], Verb::Approve).await;
        assert!(stage.withdraw(omar).await);
        let undone = undo(&stage, batch).await;
        assert_eq!((undone.done, undone.stay), (1, 0));
        assert_eq!(stage.load(omar).await.state, Cancelled);
        assert_eq!(stage.load(lina).await.state, Pending);
        assert_eq!(stage.taken().await, [0, 0]);
    }

    async fn f_14_every_decision_goes_back_to_what_was(test: TestDb) {
        let stage = Stage::set(test, with_approval(10)).await;
        let rana = stage.join(&request("rana@example.org")).await.id;
        for (first, then) in [
            (Verb::Approve, Verb::Decline),
            (Verb::Approve, Verb::Withdraw),
            (Verb::Waitlist, Verb::Approve),
            (Verb::Decline, Verb::Approve),
            (Verb::Decline, Verb::Waitlist),
        ] {
            decide(&stage, &[rana], first).await;
            stage.test.clock.advance(TimeDelta::minutes(6));
            stage.tick().await;
            let before = stage.load(rana).await;
            let taken = stage.taken().await;
            let (batch, tally) = decide(&stage, &[rana], then).await;
            assert_eq!(tally.done, 1, "{first} {then}");
            assert_ne!(stage.load(rana).await.state, before.state);
            assert_eq!(undo(&stage, batch).await.done, 1, "{first} {then}");
            assert_eq!(stage.load(rana).await, before, "{first} {then}");
            assert_eq!(stage.taken().await, taken);
            stage.by_hand("UPDATE registration SET state = 'pending', seated = FALSE, confirmed_at = NULL").await;
            stage.by_hand("UPDATE event SET online_taken = 0, online_waiting = 0").await;
            stage.by_hand("UPDATE session SET online_taken = 0, online_waiting = 0").await;
        }
    }

    async fn f_14_a_decision_that_nobody_heard_of_leaves_no_trace_in_the_next(test: TestDb) {
        let stage = Stage::set(test, with_approval(10)).await;
        let rana = stage.join(&request("rana@example.org")).await.id;
        stage.tick().await;
        decide(&stage, &[rana], Verb::Approve).await;
        decide(&stage, &[rana], Verb::Decline).await;
        stage.test.clock.advance(TimeDelta::minutes(6));
        stage.tick().await;
        assert_eq!(stage.load(rana).await.state, Declined);
        let sent: Vec<String> = stage.messages().await.into_iter()
            .filter(|one| one.state == MessageState::Sent).map(|one| one.kind).collect();
        assert_eq!(sent, ["received", "declined"]);
        // Nor where the attendee is quicker than the mail.
        let omar = stage.join(&request("omar@example.org")).await.id;
        decide(&stage, &[omar], Verb::Approve).await;
        assert!(stage.withdraw(omar).await);
        stage.test.clock.advance(TimeDelta::minutes(6));
        stage.tick().await;
        let withdrawn = stage.owed("withdrawn").await;
        assert_eq!(withdrawn.len(), 1);
        assert!(withdrawn[0].payload["issue"].is_null());
    }

    async fn e_17_whose_place_is_gone_goes_to_the_back_of_the_list(test: TestDb) {
        let mut details = roundtable_for(1);
        details.terms.waitlist = Some(true);
        let stage = Stage::set(test, details).await;
        let first = stage.join(&request("first@example.org")).await.id;
        let mut waiting = request("second@example.org");
        waiting.waitlist = true;
        let second = stage.join(&waiting).await.id;
        let mut waiting = request("third@example.org");
        waiting.waitlist = true;
        let third = stage.join(&waiting).await.id;
        stage.tick().await;
        stage.test.clock.advance(TimeDelta::minutes(1));
        let (batch, _) = decide(&stage, &[first], Verb::Decline).await;
        stage.tick().await;
        assert_eq!(stage.load(second).await.state, Confirmed);
        let undone = undo(&stage, batch).await;
        assert_eq!(undone, UndoTally { to_the_list: 1, ..UndoTally::default() });
        assert_eq!(stage.load(first).await.state, Waitlisted);
        assert_eq!(stage.taken().await, [1, 1]);
        // The entry leaves the calendar, and the list is told of; the next place is the third's.
        stage.test.clock.advance(TimeDelta::minutes(6));
        stage.tick().await;
        assert_eq!(stage.mails_to("first@example.org", "METHOD:CANCEL").len(), 1);
        assert_eq!(stage.owed("waitlisted").await.len(), 3);
        stage.withdraw(second).await;
        stage.tick().await;
        assert_eq!(stage.load(third).await.state, Confirmed);
        stage.withdraw(third).await;
        stage.tick().await;
        assert_eq!(stage.load(first).await.state, Confirmed);
        assert_eq!(stage.taken().await, [1, 1]);
    }

    async fn e_17_of_an_approval_and_an_undo_at_once_one_has_the_last_place(test: TestDb) {
        let stage = Stage::set(test, with_approval(1)).await;
        let rana = stage.join(&request("rana@example.org")).await.id;
        let omar = stage.join(&request("omar@example.org")).await.id;
        stage.approve(rana).await;
        let (batch, _) = decide(&stage, &[rana], Verb::Decline).await;
        let mut racing = JoinSet::new();
        let other = stage.clone();
        racing.spawn(async move { decide(&other, &[omar], Verb::Approve).await; });
        let other = stage.clone();
        racing.spawn(async move { undo(&other, batch).await; });
        racing.join_all().await;
        let states = [stage.load(rana).await.state, stage.load(omar).await.state];
        assert!(
            states == [Confirmed, Pending] || states == [Waitlisted, Confirmed],
            "{states:?}"
        );
        assert_eq!(stage.taken().await, [1, 1]);
    }

    async fn e_16_an_event_over_its_capacity_takes_nobody_back_in(test: TestDb) {
        let stage = Stage::set(test, with_approval(3)).await;
        let mut ids = Vec::new();
        for number in 0..3 {
            ids.push(stage.join(&request_of(number)).await.id);
        }
        for id in &ids {
            stage.approve(*id).await;
        }
        stage.save(with_approval(1)).await;
        let (batch, _) = decide(&stage, &ids[..1], Verb::Decline).await;
        let undone = undo(&stage, batch).await;
        assert_eq!((undone.done, undone.to_the_list), (0, 1));
        assert_eq!(stage.taken().await, [2, 2]);
    }

    async fn f_14_a_foreign_batch_changes_nothing(test: TestDb) {
        let stage = Stage::set(test, with_approval(3)).await;
        let rana = stage.join(&request("rana@example.org")).await.id;
        decide(&stage, &[rana], Verb::Approve).await;
        let other = stage.begin().await.new_id();
        assert_eq!(undo(&stage, other).await, UndoTally::default());
        assert_eq!(stage.load(rana).await.state, Confirmed);
    }

    async fn e_20_a_request_waits_in_the_list_by_when_it_was_made(test: TestDb) {
        let stage = Stage::set(test, with_approval(1)).await;
        let rana = stage.join(&request("rana@example.org")).await.id;
        let (_, tally) = decide(&stage, &[rana], Verb::Waitlist).await;
        assert_eq!(tally.done, 1);
        let (_, tally) = decide(&stage, &[rana], Verb::Waitlist).await;
        assert_eq!((tally.done, tally.already), (0, 1));
        stage.test.clock.advance(TimeDelta::minutes(6));
        stage.tick().await;
        assert_eq!(stage.mails_to("rana@example.org", "waiting list").len(), 1);
        assert_eq!(stage.approve(rana).await, DONE);
    }
}

async fn decide(
    stage: &Stage,
    ids: &[Id<Registration>],
    verb: Verb,
) -> (Id<Batch>, registration::Tally) {
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let batch = tx.new_id();
    let by = Decider::with_time_to_undo(ACTOR, batch);
    let tally = decide_all(&mut tx, &event, ids, verb, &by, None)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    (batch, tally)
}

async fn undo(stage: &Stage, batch: Id<Batch>) -> UndoTally {
    let mut tx: Tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let undone = registration::undo(&mut tx, &event, batch, ACTOR)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    undone
}

/// An organiser decides; so many places.
fn with_approval(places: u32) -> Details {
    let mut details = roundtable();
    details.terms.approval = Some(true);
    details.terms.capacity = online(places);
    details
}
