//! Many at once: places are never given twice (R-2, E-14), and nobody waits for somebody who waits
//! for them.

use convoke::base::db::{Engine, Tx};
use convoke::base::id::Id;
use convoke::base::testing::{TestDb, run};
use convoke::event::Code;
use convoke::on_both_engines;
use convoke::outbox::Message;
use convoke::registration::{Next, Outcome, Refusal, Registration, RegistrationState, Request};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::events::two_sessions_for;
use crate::events::{online, request, request_for, request_of, roundtable, roundtable_for};
use crate::stage::Stage;

const IN: Outcome = Outcome::Accepted(Next::Registered);
const FULL: Outcome = Outcome::Refused(Refusal::Full {
    has_waitlist: false,
});

/// Connections of one node.
pub const CONNECTIONS: usize = 16;

on_both_engines! {
    async fn r_02_two_hundred_at_once_for_ten_places(test: TestDb) {
        let stage = Stage::set(test, roundtable_for(10)).await;
        let nodes = if stage.db.engine() == Engine::Sqlite {
            vec![stage.clone()]
        } else {
            vec![stage.clone(), stage.second_node().await]
        };
        let outcomes = all_at_once(&nodes, (0..200).map(request_of)).await;
        assert_ten_got_in(&stage, &outcomes).await;
    }

    async fn r_02_who_gives_up_makes_room_for_one(test: TestDb) {
        let stage = Stage::set(test, roundtable_for(3)).await;
        let outcomes = all_at_once(std::slice::from_ref(&stage), (0..3).map(request_of)).await;
        assert_eq!(outcomes, [IN; 3]);
        let first = stage.latest("guest0@example.org").await;
        assert!(stage.withdraw(first.id).await);
        assert_eq!(stage.taken().await, [2, 2]);
        let outcomes = all_at_once(std::slice::from_ref(&stage), (10..30).map(request_of)).await;
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == IN).count(), 1);
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == FULL).count(), 19);
        assert_eq!(stage.taken().await, [3, 3]);
    }

    async fn r_02_a_session_has_places_of_its_own(test: TestDb) {
        let stage = Stage::set(test, two_sessions_for(1, 2)).await;
        for (email, sessions, outcome) in [
            ("one@example.org", &["morning", "evening"][..], IN),
            ("two@example.org", &["morning"], FULL),
            ("two@example.org", &["morning", "evening"], FULL),
            ("two@example.org", &["evening"], IN),
            ("three@example.org", &["evening"], FULL),
        ] {
            assert_eq!(stage.ask(&request_for(email, sessions), None).await, outcome, "{email}");
        }
        assert_eq!(stage.taken().await, [2, 1, 2]);
        let one = stage.latest("one@example.org").await;
        assert_eq!(one.sessions, stage.event().await.session_ids);
        assert!(stage.withdraw(one.id).await);
        assert_eq!(stage.taken().await, [1, 0, 1]);
        let three = request_for("three@example.org", &["evening"]);
        assert_eq!(stage.ask(&three, None).await, IN);
        assert_eq!(stage.taken().await, [2, 0, 2]);
    }

    async fn r_02_one_session_full_takes_no_place_in_the_other(test: TestDb) {
        let stage = Stage::set(test, two_sessions_for(5, 40)).await;
        let requests = (0..40).map(both_sessions);
        let outcomes = all_at_once(std::slice::from_ref(&stage), requests).await;
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == IN).count(), 5);
        assert_eq!(stage.taken().await, [5, 5, 5]);
    }

    async fn r_02_sessions_chosen_in_any_order_wait_for_nobody_in_a_circle(test: TestDb) {
        let stage = Stage::set(test, two_sessions_for(100, 100)).await;
        let requests = (0..100).map(both_sessions);
        let outcomes = all_at_once(std::slice::from_ref(&stage), requests).await;
        assert_eq!(outcomes, [IN; 100]);
        assert_eq!(stage.taken().await, [100, 100, 100]);
    }

    async fn r_02_a_code_lets_in_as_many_as_it_may(test: TestDb) {
        let mut details = roundtable();
        details.terms.codes = Some(vec![code("GUESTS", 5)]);
        let stage = Stage::set(test, details).await;
        let requests = (0..60).map(|number| Request {
            code: (number % 2 == 0).then(|| "GUESTS".to_owned()),
            ..request_of(number)
        });
        let outcomes = all_at_once(std::slice::from_ref(&stage), requests).await;
        let used_up = Outcome::Refused(Refusal::CodeUsedUp);
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == used_up).count(), 25);
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == IN).count(), 35);
        assert_eq!(stage.taken().await, [35, 35]);
    }

    async fn r_01_whatever_happens_at_once_the_books_balance(test: TestDb) {
        let mut details = roundtable_for(12);
        details.terms.confirm_address = Some(true);
        let stage = Stage::set(test, details.clone()).await;
        let mut doing = JoinSet::new();
        for person in 0..8_usize {
            let stage = stage.clone();
            doing.spawn(async move {
                for step in 0..20_usize {
                    act(&stage, (person * 7 + step * 5) % 16, (person + step) % 4).await;
                }
            });
        }
        for places in 0..6 {
            details.terms.capacity = online(12 + places % 2);
            stage.save(details.clone()).await;
            stage.tick().await;
        }
        doing.join_all().await;
        stage.tick().await;
        assert_books_balance(&stage, &[]).await;
        let unconfirmed = in_doubt(&stage).await;
        stage.at("2022-11-24T22:00:00Z");
        stage.tick().await;
        assert_books_balance(&stage, &unconfirmed).await;
        let confirmed = stage.count(RegistrationState::Confirmed).await;
        assert!(confirmed > 0 && confirmed <= 13, "{confirmed}");
        assert_eq!(stage.owed("link").await.len(), confirmed);
    }

    async fn e_14_a_place_kept_for_an_unconfirmed_address_is_given_up_after_half_an_hour(
        test: TestDb
    ) {
        let mut details = roundtable_for(10);
        details.terms.confirm_address = Some(true);
        let stage = Stage::set(test, details).await;
        let asked = Outcome::Accepted(Next::ConfirmAddress);
        let outcomes = all_at_once(std::slice::from_ref(&stage), (0..50).map(request_of)).await;
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == asked).count(), 10);
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == FULL).count(), 40);
        stage.at("2022-11-20T10:29:59.999Z");
        assert_eq!(stage.tick().await.given_up, 0);
        assert_eq!(stage.ask(&request_of(60), None).await, FULL);
        stage.at("2022-11-20T10:30:00Z");
        assert_eq!(stage.tick().await.given_up, 10);
        assert_eq!(stage.taken().await, [0, 0]);
        let outcomes = all_at_once(std::slice::from_ref(&stage), (60..75).map(request_of)).await;
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == asked).count(), 10);
        for one in stage.registrations().await {
            let kept = one.state == RegistrationState::Unconfirmed;
            assert_eq!(stage.confirm(one.id).await, kept);
        }
        assert_eq!(stage.count(RegistrationState::Confirmed).await, 10);
        assert_eq!(stage.taken().await, [10, 10]);
    }
}

/// The race as hard as it can be: everybody has looked, seen ten free places and decided to come
/// in, before the first of them takes a seat.
#[test]
fn r_02_who_saw_a_free_place_does_not_get_one_that_is_gone() {
    run(Engine::Postgres, async |test: TestDb| {
        let stage = Stage::set(test, roundtable_for(10)).await;
        let outcomes = all_decided_before_the_first_is_seated(&stage).await;
        assert_ten_got_in(&stage, &outcomes).await;
    });
}

/// The twin: the same race with the condition of the writing statement made true (the column it
/// compares with says "unlimited", the terms that the decision reads still say ten). That more
/// than ten get in proves that the race above can fail. On SQLite there is no such race to lose:
/// units of work that write never overlap there.
#[test]
fn r_02_without_the_condition_in_the_writing_statement_the_race_is_lost() {
    run(Engine::Postgres, async |test: TestDb| {
        let stage = Stage::set(test, roundtable_for(10)).await;
        stage
            .by_hand("UPDATE event SET online_capacity = NULL")
            .await;
        let outcomes = all_decided_before_the_first_is_seated(&stage).await;
        let got_in = outcomes.iter().filter(|outcome| **outcome == IN).count();
        assert!(got_in > 10, "only {got_in}");
        assert_eq!(stage.taken().await[0], i64::try_from(got_in).unwrap());
    });
}

#[test]
fn r_02_guests_with_codes_and_forms_wait_for_nobody_in_a_circle() {
    run(Engine::Postgres, async |test: TestDb| {
        let mut details = roundtable();
        details.terms.codes = Some(vec![code("GUESTS", 50)]);
        let stage = Stage::set(test, details).await;
        let node = stage.second_node().await;
        let gate = close_the_gate(&stage).await;
        let mut asking = JoinSet::new();
        for number in 0..CONNECTIONS {
            let node = node.clone();
            asking.spawn(async move {
                let request = Request {
                    code: (number % 2 == 0).then(|| "GUESTS".to_owned()),
                    ..request_of(number)
                };
                node.ask(&request, Some(&format!("form {number}"))).await
            });
        }
        stage.until_waiting(CONNECTIONS).await;
        gate.commit().await.unwrap();
        assert_eq!(asking.join_all().await, [IN; CONNECTIONS]);
    });
}

#[test]
fn r_02_a_registration_and_a_change_of_the_event_wait_for_nobody_in_a_circle() {
    run(Engine::Postgres, async |test: TestDb| {
        let stage = Stage::set(test, two_sessions_for(100, 100)).await;
        let mut asking = JoinSet::new();
        for number in 0..60 {
            let stage = stage.clone();
            asking.spawn(async move { stage.ask(&both_sessions(number), None).await });
        }
        for places in 101..121 {
            let mut details = two_sessions_for(places, 200);
            details.terms.capacity = online(places);
            stage.save(details).await;
        }
        assert_eq!(asking.join_all().await, [IN; 60]);
        assert_eq!(stage.taken().await, [60, 60, 60]);
    });
}

/// Guest `number` asks, confirms, gives up or asks again.
async fn act(stage: &Stage, number: usize, verb: usize) {
    let email = format!("guest{number}@example.org");
    let known = stage.registrations().await;
    let known = known.iter().rev().find(|one| one.email.as_str() == email);
    match (verb, known) {
        (1 | 2, Some(known)) => {
            stage.confirm(known.id).await;
        }
        (3, Some(known)) => {
            stage.withdraw(known.id).await;
        }
        _ => {
            stage.ask(&request(&email), None).await;
        }
    }
}

/// Whose address has not been confirmed.
async fn in_doubt(stage: &Stage) -> Vec<Id<Registration>> {
    let registrations = stage.registrations().await.into_iter();
    registrations
        .filter(|one| one.state == RegistrationState::Unconfirmed)
        .map(|one| one.id)
        .collect()
}

/// As many places are taken as people have one, and each of them was told once. Those whose
/// time to confirm is over, `given_up`, are told nothing (E-14).
async fn assert_books_balance(stage: &Stage, given_up: &[Id<Registration>]) {
    let mut seated = 0;
    let registered = stage.owed("registered").await;
    let withdrawn = stage.owed("withdrawn").await;
    let told = |messages: &[Message], id: Uuid| {
        messages
            .iter()
            .filter(|message| message.recipient == id)
            .count()
    };
    for one in stage.registrations().await {
        let one = stage.load(one.id).await;
        seated += i64::from(one.seated);
        let id = one.id.uuid();
        let was_confirmed = usize::from(one.address_confirmed_at.is_some());
        assert_eq!(told(&registered, id), was_confirmed);
        let has_withdrawn =
            one.state == RegistrationState::Cancelled && !given_up.contains(&one.id);
        assert_eq!(told(&withdrawn, id), usize::from(has_withdrawn));
    }
    assert_eq!(stage.taken().await, [seated, seated]);
}

/// Asks for all of `requests` at the same time, on all of `nodes`.
pub async fn all_at_once(nodes: &[Stage], requests: impl Iterator<Item = Request>) -> Vec<Outcome> {
    let mut asking = JoinSet::new();
    for (request, node) in requests.zip(nodes.iter().cycle()) {
        let node = node.clone();
        asking.spawn(async move { node.ask(&request, None).await });
    }
    asking.join_all().await
}

/// Two hundred ask on two nodes; as many as these have connections decide while no seat can be
/// taken, since somebody holds the event's row.
async fn all_decided_before_the_first_is_seated(stage: &Stage) -> Vec<Outcome> {
    let nodes = [stage.second_node().await, stage.second_node().await];
    let gate = close_the_gate(stage).await;
    let asking = tokio::spawn(async move { all_at_once(&nodes, (0..200).map(request_of)).await });
    stage.until_waiting(2 * CONNECTIONS).await;
    gate.commit().await.unwrap();
    asking.await.unwrap()
}

/// A unit of work that keeps everybody from taking a seat until it ends.
pub async fn close_the_gate(stage: &Stage) -> Tx {
    let mut gate = stage.begin().await;
    stage
        .by_hand_in(&mut gate, "UPDATE event SET online_taken = online_taken")
        .await;
    gate
}

async fn assert_ten_got_in(stage: &Stage, outcomes: &[Outcome]) {
    assert_eq!(outcomes.len(), 200);
    assert_eq!(
        outcomes.iter().filter(|outcome| **outcome == IN).count(),
        10
    );
    assert_eq!(
        outcomes.iter().filter(|outcome| **outcome == FULL).count(),
        190
    );
    assert_eq!(stage.taken().await, [10, 10]);
    // Whoever was turned away has left nothing behind.
    assert_eq!(stage.registrations().await.len(), 10);
    assert_eq!(stage.owed("registered").await.len(), 10);
    assert_eq!(stage.messages().await.len(), 10);
}

/// A request for both sessions, named in one order or in the other.
fn both_sessions(number: usize) -> Request {
    let sessions = if number.is_multiple_of(2) {
        ["morning", "evening"]
    } else {
        ["evening", "morning"]
    };
    Request {
        sessions: sessions.map(|key| key.parse().unwrap()).to_vec(),
        ..request(&format!("guest{number}@example.org"))
    }
}

fn code(word: &str, places: u32) -> Code {
    Code {
        code: word.to_owned(),
        places: Some(places),
        expires: None,
    }
}
