//! Very many register at once by the form: as many get in as there are places, everybody hears the truth,
//! and what was answered with success is kept, whenever a server is killed.

use std::collections::BTreeSet;
use std::sync::atomic::Ordering;
use std::time::Duration;

use chrono::TimeDelta;
use convoke::base::db::Engine;
use convoke::base::testing::{TestDb, run};
use convoke::on_both_engines;
use convoke::registration::RegistrationState;
use tokio::time::sleep;

use crate::crowd::{Crowd, Heard, Person};
use crate::events::{SLUG, roundtable_for};
use crate::host::{Host, number};
use crate::served::Served;
use crate::stage::Stage;

/// How many register at once.
const AT_ONCE: usize = 64;

/// Nodes, each of which decides on some of the forms at a time: more than there are places.
const DECIDING: usize = 8;

on_both_engines! {
    async fn r_02_a_rush_for_half_as_many_places_fills_each_of_them_once(test: TestDb) {
        let (stage, host) = set(test).await;
        let servers = host.serve(nodes(&stage)).await;
        let crowd = before(&servers);
        let heard = crowd.send(crowd.open(people()).await).await;
        assert_every_place_is_taken(&stage, &heard).await;
    }

    async fn r_01_what_was_answered_before_a_server_was_killed_is_kept(test: TestDb) {
        let (stage, host) = set(test).await;
        let mut servers = host.serve(nodes(&stage)).await;
        let crowd = before(&servers);
        let ready = crowd.open(people()).await;
        let (sender, sent) = (crowd.clone(), ready.clone());
        let sending = tokio::spawn(async move { sender.send(sent).await });
        while crowd.answered.load(Ordering::Relaxed) < wanted() / 4 {
            sleep(Duration::from_millis(1)).await;
        }
        servers.remove(0).kill();
        let heard = sending.await.unwrap();
        let answered = heard.iter().filter(|one| one.answer.is_ok()).count();
        assert!((wanted() / 4..wanted()).contains(&answered), "{answered}");
        assert!(heard.iter().any(|one| one.answer.is_err()));
        assert_eq!(untrue(&stage, &heard).await, Vec::<String>::new());

        // Everybody sends the same form again, not knowing what became of it.
        stage.test.clock.advance(TimeDelta::minutes(1));
        servers.extend(host.serve(1).await);
        let again = before(&servers).send(ready).await;
        assert_every_place_is_taken(&stage, &again).await;
        for one in heard.iter().filter(|one| one.next().is_some()) {
            let number = one.person.number;
            let again = again.iter().find(|again| again.person.number == number);
            assert_eq!(again.unwrap().next(), one.next());
        }
    }

    /// The twin: somebody heard that they are in, and are not. The accounts of the tests above notice.
    async fn r_01_a_success_that_is_not_kept_is_noticed(test: TestDb) {
        let (stage, host) = set(test).await;
        let servers = host.serve(1).await;
        let crowd = before(&servers);
        let heard = crowd.send(crowd.open(people().split_off(wanted() - 3)).await).await;
        assert_eq!(untrue(&stage, &heard).await, Vec::<String>::new());
        stage.by_hand("UPDATE registration SET state = 'cancelled' WHERE email =
            (SELECT min(email) FROM registration WHERE state = 'confirmed')").await;
        assert_eq!(untrue(&stage, &heard).await.len(), 1);
    }
}

/// The race as hard as it can be: on each of many nodes somebody has seen free places and decided to come in,
/// before the first of them takes a seat.
#[test]
fn r_02_a_rush_that_saw_free_places_does_not_get_those_that_are_gone() {
    run(Engine::Postgres, async |test: TestDb| {
        let stage = Stage::set(test, roundtable_for(5)).await;
        let heard = all_decided_before_the_first_is_seated(&stage).await;
        assert_eq!(got_in(&heard), 5);
        assert_eq!(untrue(&stage, &heard).await, Vec::<String>::new());
    });
}

/// The twin: the same with the condition of the writing statement made true, as in the stories of races.
#[test]
fn r_02_without_the_condition_in_the_writing_statement_a_rush_gets_more() {
    run(Engine::Postgres, async |test: TestDb| {
        let stage = Stage::set(test, roundtable_for(5)).await;
        stage
            .by_hand("UPDATE event SET online_capacity = NULL")
            .await;
        let heard = all_decided_before_the_first_is_seated(&stage).await;
        assert!(got_in(&heard) > 5, "only {}", got_in(&heard));
    });
}

async fn all_decided_before_the_first_is_seated(stage: &Stage) -> Vec<Heard> {
    let host = Host::over(stage).await;
    let servers = host.serve(DECIDING).await;
    let crowd = before(&servers);
    let ready = crowd.open(people()).await;
    let mut gate = stage.begin().await;
    stage
        .by_hand_in(&mut gate, "UPDATE event SET online_taken = online_taken")
        .await;
    let sending = tokio::spawn(async move { crowd.send(ready).await });
    stage.until_waiting(DECIDING).await;
    gate.commit().await.unwrap();
    sending.await.unwrap()
}

/// Half of them have a place; of the others wait those who would.
async fn assert_every_place_is_taken(stage: &Stage, heard: &[Heard]) {
    assert_eq!(heard.len(), wanted());
    assert_eq!(untrue(stage, heard).await, Vec::<String>::new());
    let places = wanted() / 2;
    assert_eq!(got_in(heard), places);
    assert_eq!(stage.count(RegistrationState::Confirmed).await, places);
    assert_eq!(stage.taken().await, [places as i64; 2]);
    let refused = heard.iter().filter(|one| one.status() == Some(409));
    assert!(refused.clone().all(|one| !one.person.waits));
    let waiting = stage.count(RegistrationState::Waitlisted).await;
    assert_eq!(places + waiting + refused.count(), wanted());
}

fn got_in(heard: &[Heard]) -> usize {
    let got_in = heard.iter().filter(|one| one.next() == Some("registered"));
    got_in.count()
}

/// An event with places for half of those who want to come, and a waiting list.
pub async fn set(test: TestDb) -> (Stage, Host) {
    let mut details = roundtable_for(u32::try_from(wanted() / 2).unwrap());
    details.terms.waitlist = Some(true);
    let stage = Stage::set(test, details).await;
    let host = Host::over(&stage).await;
    (stage, host)
}

fn nodes(stage: &Stage) -> usize {
    match stage.db.engine() {
        Engine::Sqlite => 1,
        Engine::Postgres => 2,
    }
}

pub fn before(servers: &[Served]) -> Crowd {
    let addresses: Vec<_> = servers.iter().map(|server| server.address).collect();
    Crowd::before(&addresses, AT_ONCE)
}

/// How many want to come.
pub fn wanted() -> usize {
    number("CONVOKE_RUSH", 200)
}

/// For every third a place in the waiting list would do.
pub fn people() -> Vec<Person> {
    let event = SLUG.into();
    (0..wanted())
        .map(|number| Person {
            waits: number % 3 == 0,
            ..Person::new(&event, number)
        })
        .collect()
}

/// What was answered and is not so, or was no answer to a form.
pub async fn untrue(stage: &Stage, heard: &[Heard]) -> Vec<String> {
    let registrations = stage.registrations().await;
    let kept: BTreeSet<(&str, RegistrationState)> = registrations
        .iter()
        .map(|one| (one.email.as_str(), one.state))
        .collect();
    let is = |email: &str, state| kept.contains(&(email, state));
    let told = heard.iter().filter(|one| one.answer.is_ok());
    told.filter(|one| {
        let email = one.person.email();
        let confirmed = is(&email, RegistrationState::Confirmed);
        let waits = is(&email, RegistrationState::Waitlisted);
        let is_true = match (one.status(), one.next()) {
            (Some(303), Some("registered")) => confirmed,
            (Some(303), Some("waitlisted")) => waits && one.person.waits,
            (Some(409), None) => !confirmed && !waits,
            _ => false,
        };
        !is_true
    })
    .map(|one| {
        format!(
            "{}: {:?} {:?}",
            one.person.email(),
            one.status(),
            one.next()
        )
    })
    .collect()
}
