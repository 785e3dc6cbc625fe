//! Whose turn it is: everybody's in the order in which they came, while there is time (E-15, E-16,
//! F-12).

use chrono::TimeDelta;
use convoke::base::db::Engine;
use convoke::base::testing::{TestDb, run};
use convoke::event::{Capacity, Details, Format, Mode};
use convoke::on_both_engines;
use convoke::registration::{Next, Outcome, RegistrationState, Request};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tokio::task::JoinSet;

use crate::events::{request_for, request_of, roundtable_for, two_sessions_for};
use crate::stage::Stage;

const CLOSING: &str = "2022-11-24T22:00:00Z";
const START: &str = "2022-11-25T13:00:00Z";
const IN: Outcome = Outcome::Accepted(Next::Registered);
const WAITS: Outcome = Outcome::Accepted(Next::Waitlisted);

on_both_engines! {
    async fn f_12_two_freed_seats_go_to_the_first_two(test: TestDb) {
        let stage = Stage::set(test, listed(2)).await;
        asks(&stage, 0..5).await;
        stage.tick().await;
        for number in 0..2 {
            let one = stage.latest(&format!("guest{number}@example.org")).await;
            assert!(stage.withdraw(one.id).await);
        }
        stage.tick().await;
        assert_eq!(confirmed(&stage).await, [2, 3]);
        assert_eq!(stage.taken().await, [2, 2]);
        let told = stage.owed("promoted").await;
        assert_eq!(told.len(), 2);
        assert_eq!(told[0].payload["issue"]["sequence"], 0);
        // The next in the list is told nothing yet, and nobody twice.
        stage.tick().await;
        assert_eq!(stage.owed("promoted").await.len(), 2);
    }

    async fn f_12_nobody_overtakes_those_who_wait(test: TestDb) {
        let stage = Stage::set(test, listed(1)).await;
        asks(&stage, 0..2).await;
        let first = stage.latest("guest0@example.org").await;
        stage.withdraw(first.id).await;
        assert_eq!(stage.taken().await, [0, 0]);
        // Before any worker has looked, the place is free and not a newcomer's.
        assert_eq!(stage.ask(&waiting(request_of(2)), None).await, WAITS);
        stage.tick().await;
        assert_eq!(confirmed(&stage).await, [1]);
    }

    /// The twin: with nobody counted as waiting, the newcomer gets the place.
    async fn f_12_uncounted_those_who_wait_would_be_overtaken(test: TestDb) {
        let stage = Stage::set(test, listed(1)).await;
        asks(&stage, 0..2).await;
        let first = stage.latest("guest0@example.org").await;
        stage.withdraw(first.id).await;
        stage.by_hand("UPDATE event SET online_waiting = 0").await;
        stage.by_hand("UPDATE session SET online_waiting = 0").await;
        assert_eq!(stage.ask(&waiting(request_of(2)), None).await, IN);
    }

    async fn e_15_places_are_given_after_closing_until_the_start(test: TestDb) {
        let stage = Stage::set(test, listed(1)).await;
        asks(&stage, 0..3).await;
        stage.at(CLOSING);
        stage.tick().await;
        let first = stage.latest("guest0@example.org").await;
        stage.withdraw(first.id).await;
        let tick = stage.tick().await;
        // The withdrawal, the promotion and its link, all in one round.
        assert_eq!((tick.planned, tick.tried), (2, 3));
        assert_eq!(stage.told_the_link(), ["guest0@example.org", "guest1@example.org"]);
        stage.at(START);
        let second = stage.latest("guest1@example.org").await;
        stage.withdraw(second.id).await;
        stage.tick().await;
        assert_eq!(confirmed(&stage).await, [0_usize; 0]);
        assert_eq!(stage.owed("promoted").await.len(), 1);
    }

    async fn e_16_nobody_is_promoted_until_the_event_is_under_its_places(test: TestDb) {
        let stage = Stage::set(test, listed(4)).await;
        asks(&stage, 0..6).await;
        stage.save(listed(2)).await;
        stage.tick().await;
        assert_eq!(confirmed(&stage).await, [0, 1, 2, 3]);
        for (number, in_then) in [(0, vec![1, 2, 3]), (1, vec![2, 3]), (2, vec![3, 4])] {
            let one = stage.latest(&format!("guest{number}@example.org")).await;
            stage.withdraw(one.id).await;
            stage.tick().await;
            assert_eq!(confirmed(&stage).await, in_then);
        }
        stage.save(listed(7)).await;
        stage.tick().await;
        assert_eq!(confirmed(&stage).await, [3, 4, 5]);
    }

    async fn e_14_a_place_held_in_vain_goes_to_who_waits_and_is_asked_to_confirm(test: TestDb) {
        let mut details = listed(1);
        details.terms.confirm_address = Some(true);
        let stage = Stage::set(test, details).await;
        let held = stage.join(&waiting(request_of(0))).await;
        assert_eq!(held.state, RegistrationState::Unconfirmed);
        let waits = stage.join(&waiting(request_of(1))).await;
        stage.tick().await;
        stage.at("2022-11-20T10:30:00Z");
        stage.tick().await;
        let next = stage.load(waits.id).await;
        assert_eq!((next.state, next.seated), (RegistrationState::Unconfirmed, true));
        assert_eq!(stage.owed("promoted").await.len(), 0);
        stage.at("2022-11-21T10:29:59Z");
        assert!(stage.confirm(waits.id).await);
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(stage.told_the_link(), ["guest1@example.org"]);
    }

    async fn f_12_modes_have_lists_of_their_own(test: TestDb) {
        let mut details = listed(1);
        details.format = Format::Hybrid;
        details.terms.capacity = Some(Capacity { online: Some(1), in_person: Some(1) });
        let stage = Stage::set(test, details).await;
        let room = |number| Request { mode: Mode::InPerson, ..waiting(request_of(number)) };
        asks(&stage, 0..2).await;
        for number in 10..13 {
            stage.ask(&room(number), None).await;
        }
        let first = stage.latest("guest10@example.org").await;
        stage.withdraw(first.id).await;
        stage.tick().await;
        assert_eq!(confirmed(&stage).await, [0, 11]);
    }

    async fn f_12_who_wants_one_session_does_not_overtake_who_wants_two(test: TestDb) {
        let mut details = two_sessions_for(1, 1);
        details.terms.waitlist = Some(true);
        let stage = Stage::set(test, details).await;
        let ask = async |number: usize, sessions: &[&str]| {
            let request = request_for(&format!("guest{number}@example.org"), sessions);
            stage.ask(&waiting(request), None).await
        };
        assert_eq!(ask(0, &["morning"]).await, IN);
        assert_eq!(ask(1, &["evening"]).await, IN);
        assert_eq!(ask(2, &["morning", "evening"]).await, WAITS);
        assert_eq!(ask(3, &["evening"]).await, WAITS);
        let evening = stage.latest("guest1@example.org").await;
        stage.withdraw(evening.id).await;
        stage.tick().await;
        assert_eq!(confirmed(&stage).await, [0]);
        let morning = stage.latest("guest0@example.org").await;
        stage.withdraw(morning.id).await;
        stage.tick().await;
        assert_eq!(confirmed(&stage).await, [2]);
        assert_eq!(stage.taken().await, [1, 1, 1]);
    }

    async fn f_12_where_an_organiser_decides_no_list_does(test: TestDb) {
        let stage = Stage::set(test, listed(1)).await;
        asks(&stage, 0..2).await;
        let mut details = listed(1);
        details.terms.approval = Some(true);
        stage.save(details).await;
        let first = stage.latest("guest0@example.org").await;
        stage.withdraw(first.id).await;
        stage.tick().await;
        assert_eq!(confirmed(&stage).await, [0_usize; 0]);
        let waits = stage.latest("guest1@example.org").await;
        stage.approve(waits.id).await;
        assert_eq!(confirmed(&stage).await, [1]);
    }

    async fn f_12_withdrawing_registering_and_promoting_at_once_keeps_the_books(test: TestDb) {
        let stage = Stage::set(test, listed(5)).await;
        let mut doing = JoinSet::new();
        for person in 0..8_usize {
            let stage = stage.clone();
            doing.spawn(async move {
                for step in 0..15_usize {
                    let number = (person * 7 + step * 3) % 20;
                    if (person + step).is_multiple_of(3) {
                        give_up(&stage, number).await;
                    } else {
                        stage.ask(&waiting(request_of(number)), None).await;
                    }
                    assert!(stage.taken().await[0] <= 5);
                }
            });
        }
        for _ in 0..10 {
            stage.tick().await;
        }
        doing.join_all().await;
        stage.tick().await;
        assert_books_balance(&stage, 5).await;
    }
}

/// The race as hard as it can be: a newcomer saw a free place that nobody waited for; before they
/// take it, it is taken, somebody joins the list, and it is free again.
#[test]
fn f_12_who_saw_a_free_place_before_the_list_began_does_not_overtake_it() {
    run(Engine::Postgres, async |test: TestDb| {
        let outcome = seen_free_before_the_list_began(test, false).await;
        assert_eq!(outcome, Outcome::Overtaken);
    });
}

/// The twin: uncounted, they do.
#[test]
fn f_12_uncounted_the_list_is_overtaken_by_who_saw_a_free_place() {
    run(Engine::Postgres, async |test: TestDb| {
        let outcome = seen_free_before_the_list_began(test, true).await;
        assert_eq!(outcome, IN);
    });
}

async fn seen_free_before_the_list_began(test: TestDb, uncounted: bool) -> Outcome {
    let stage = Stage::set(test, listed(1)).await;
    let node = stage.second_node().await;
    let mut gate = stage.begin().await;
    stage
        .by_hand_in(&mut gate, "UPDATE event SET online_taken = online_taken")
        .await;
    let newcomer = tokio::spawn(async move {
        let mut tx = node.begin().await;
        let outcome = node.ask_in(&mut tx, &waiting(request_of(9)), None).await;
        if matches!(outcome, Outcome::Accepted(_)) {
            tx.commit().await.unwrap();
        }
        outcome
    });
    stage.until_waiting(1).await;
    assert_eq!(
        stage.ask_in(&mut gate, &waiting(request_of(0)), None).await,
        IN
    );
    assert_eq!(
        stage.ask_in(&mut gate, &waiting(request_of(1)), None).await,
        WAITS
    );
    stage
        .by_hand_in(
            &mut gate,
            "UPDATE registration SET state = 'cancelled', seated = FALSE
             WHERE state = 'confirmed'",
        )
        .await;
    stage
        .by_hand_in(&mut gate, "UPDATE event SET online_taken = 0")
        .await;
    stage
        .by_hand_in(&mut gate, "UPDATE session SET online_taken = 0")
        .await;
    if uncounted {
        stage
            .by_hand_in(&mut gate, "UPDATE event SET online_waiting = 0")
            .await;
        stage
            .by_hand_in(&mut gate, "UPDATE session SET online_waiting = 0")
            .await;
    }
    gate.commit().await.unwrap();
    newcomer.await.unwrap()
}

/// One step of a history.
#[derive(Debug, Clone, Copy)]
enum Step {
    Ask(usize),
    GiveUp(usize),
    Decline(usize),
    Places(u32),
    Work,
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        5 => (0..12_usize).prop_map(Step::Ask),
        3 => (0..12_usize).prop_map(Step::GiveUp),
        1 => (0..12_usize).prop_map(Step::Decline),
        1 => (0..5_u32).prop_map(Step::Places),
        2 => Just(Step::Work),
    ]
}

/// Whatever happens, places never have two owners, and who has one came before all who wait.
#[test]
fn f_12_no_history_overtakes_anybody() {
    let mut runner = TestRunner::new(Config {
        cases: 24,
        ..Config::default()
    });
    let histories = prop::collection::vec(any_step(), 5..40);
    runner
        .run(&histories, |history| {
            run(Engine::Sqlite, async |test: TestDb| {
                live_through(&Stage::set(test, listed(2)).await, &history).await;
            });
            Ok(())
        })
        .unwrap();
}

async fn live_through(stage: &Stage, history: &[Step]) {
    let mut places = 2;
    for step in history {
        stage.test.clock.advance(TimeDelta::seconds(1));
        match *step {
            Step::Ask(number) => {
                stage.ask(&waiting(request_of(number)), None).await;
            }
            Step::GiveUp(number) => give_up(stage, number).await,
            Step::Decline(number) => {
                let email = format!("guest{number}@example.org");
                let known = stage.registrations().await;
                if let Some(one) = known.iter().rev().find(|one| one.email.as_str() == email) {
                    stage.decline(one.id, None).await;
                }
            }
            Step::Places(changed) => {
                // Who is about to get a place of several that became free has it before they become fewer.
                stage.plan_if_due().await;
                stage.save(listed(changed)).await;
                places = changed;
            }
            Step::Work => {
                stage.plan_if_due().await;
            }
        }
        assert_nobody_overtaken(stage, places).await;
    }
    stage.plan_if_due().await;
    assert_nobody_overtaken(stage, places).await;
    assert_books_balance(stage, i64::from(places)).await;
}

/// Whoever has a place came before everybody who waits for one, all want the same; or there is a free
/// place for each who came earlier and waits, which they get as soon as a worker looks.
async fn assert_nobody_overtaken(stage: &Stage, places: u32) {
    let all = stage.registrations().await;
    let of = |state| all.iter().filter(move |one| one.state == state);
    let Some(last_in) = of(RegistrationState::Confirmed).map(|one| one.id).max() else {
        return;
    };
    let earlier = of(RegistrationState::Waitlisted)
        .filter(|one| one.id < last_in)
        .count();
    let free = usize::try_from(places)
        .unwrap()
        .saturating_sub(of(RegistrationState::Confirmed).count());
    assert!(earlier <= free, "somebody was overtaken");
}

/// As many places are taken as people have one, as many are counted as wait, nobody waits beside a
/// free place, and everybody promoted was told once.
async fn assert_books_balance(stage: &Stage, places: i64) {
    let seated = i64::try_from(stage.count(RegistrationState::Confirmed).await).unwrap();
    let waiting = i64::try_from(stage.count(RegistrationState::Waitlisted).await).unwrap();
    assert_eq!(stage.taken().await, [seated, seated]);
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let seats = convoke::registration::taken_seats(&mut tx, event.id)
        .await
        .unwrap();
    assert_eq!(seats.event.online_waiting, waiting);
    assert!(
        seats
            .sessions
            .iter()
            .all(|(_, taken)| taken.online_waiting == waiting)
    );
    assert!(
        waiting == 0 || seated >= places,
        "somebody waits beside a free place"
    );
    drop(tx);
    let mut told: Vec<_> = stage.owed("promoted").await;
    let all = told.len();
    told.dedup_by_key(|message| message.recipient);
    assert_eq!(told.len(), all);
}

async fn give_up(stage: &Stage, number: usize) {
    let email = format!("guest{number}@example.org");
    let known = stage.registrations().await;
    if let Some(one) = known.iter().rev().find(|one| one.email.as_str() == email) {
        stage.withdraw(one.id).await;
    }
}

/// The guests of these numbers ask, one after the other; a place in the list would do.
async fn asks(stage: &Stage, numbers: std::ops::Range<usize>) {
    for number in numbers {
        stage.ask(&waiting(request_of(number)), None).await;
        stage.test.clock.advance(TimeDelta::seconds(1));
    }
}

/// The numbers of those who have a place, in the order in which they came.
async fn confirmed(stage: &Stage) -> Vec<usize> {
    let all = stage.registrations().await;
    all.iter()
        .filter(|one| one.state == RegistrationState::Confirmed)
        .map(|one| {
            let digits: String = one
                .email
                .as_str()
                .chars()
                .filter(char::is_ascii_digit)
                .collect();
            digits.parse().unwrap()
        })
        .collect()
}

fn waiting(request: Request) -> Request {
    Request {
        waitlist: true,
        ..request
    }
}

/// So many places, and a list.
fn listed(places: u32) -> Details {
    let mut details = roundtable_for(places);
    details.terms.waitlist = Some(true);
    details
}
