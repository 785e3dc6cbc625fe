//! What very many registrations and mails make slower: by a database with few of them, turn by turn.

use std::io;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant as Moment};

use convoke::base::chance::Chance;
use convoke::base::clock::Clock;
use convoke::base::db::{Db, Engine};
use convoke::base::testing::{TestDb, run};
use convoke::mailer::compose::Composer;
use convoke::mailer::deliver::Transport;
use convoke::view::View;
use convoke::worker::Worker;
use tempfile::TempDir;
use tokio::sync::oneshot;

use super::on;
use crate::Effort;
use crate::crowd::{Crowd, Person};
use crate::figures::Figures;
use crate::fill::fill;
use crate::house::{House, Way};
use crate::kept::Kept;
use crate::served::Served;
use crate::table::{Reach, Row, load};

const FEW: usize = 1_000;

/// How many register in a round, one after the other, and how often the worker looks.
const TURNS: usize = 100;

pub fn of_a_million(engine: Engine, effort: Effort) -> Vec<Row> {
    let load = load();
    let (latency, idle) = on_two(engine, async |few: TestDb, many: TestDb| {
        let houses = [filled(&few, FEW).await, filled(&many, effort.many).await];
        let idle = idle_ticks(&houses, effort).await;
        (latencies(&houses, effort).await, idle)
    });
    let most = Reach::AtMost(1.3);
    let among = format!("a registration among {}, {engine:?}", effort.many);
    let after = format!("an idle tick after {} mails, {engine:?}", effort.many);
    vec![
        Row::beside(&among, "ms", &latency, most, load),
        Row::beside(&after, "ms", &idle, most, load),
    ]
}

async fn filled(test: &TestDb, registrations: usize) -> House {
    let house = House::over(test).await;
    house.announce("rush", 2 * registrations + 10_000);
    fill(&house, "rush", registrations).await;
    house
}

/// The medians of each round: of many, and of few.
async fn latencies(houses: &[House; 2], effort: Effort) -> Vec<(f64, f64)> {
    let served = houses.each_ref().map(|house| house.serve(Way::default()));
    let mut servers = served.each_ref().map(|served| Kept::to(served.address));
    let mut rounds = Vec::new();
    for round in 0..effort.rounds {
        let few = opened(&served[0], round).await;
        let many = opened(&served[1], round).await;
        let mut found = [Vec::new(), Vec::new()];
        for turn in few.iter().zip(&many) {
            let turn = [turn.0, turn.1].into_iter().zip(&mut servers);
            for ((person, server), found) in turn.zip(&mut found) {
                let took = register(person, server).await.unwrap();
                found.push(took.as_secs_f64() * 1000.0);
            }
        }
        rounds.push(medians(found));
    }
    rounds
}

async fn opened(served: &Served, round: usize) -> Vec<Person> {
    let event = "rush".into();
    // The first is there already.
    let people =
        (1 + round * TURNS..=(round + 1) * TURNS).map(|number| Person::new(&event, number));
    Crowd::before(&[served.address], 1)
        .open(people.collect())
        .await
}

async fn register(person: &Person, server: &mut Kept) -> io::Result<Duration> {
    let began = Moment::now();
    let answer = person.ask(server).await?;
    let took = began.elapsed();
    assert_eq!(
        answer.status,
        303,
        "{}",
        String::from_utf8_lossy(&answer.body)
    );
    Ok(took)
}

/// The medians of each round: of many, and of few.
async fn idle_ticks(houses: &[House; 2], effort: Effort) -> Vec<(f64, f64)> {
    let mails = TempDir::new().unwrap();
    let mut workers = Vec::new();
    for house in houses {
        let worker = worker(house, &mails).await;
        // What an event owes is looked at once, and then no more.
        assert_eq!(worker.tick().await.unwrap().tried, 0);
        workers.push(worker);
    }
    let mut rounds = Vec::new();
    for _ in 0..effort.rounds {
        let mut found = [Vec::new(), Vec::new()];
        for _ in 0..TURNS {
            for (worker, found) in workers.iter().zip(&mut found) {
                let began = Moment::now();
                worker.tick().await.unwrap();
                found.push(began.elapsed().as_secs_f64() * 1000.0);
            }
        }
        rounds.push(medians(found));
    }
    rounds
}

async fn worker(house: &House, mails: &TempDir) -> Worker {
    let db = Db::open(&house.url, Clock::System, Chance::System).await;
    let view = Arc::new(View::load(None).unwrap());
    let base = "https://events.example.org/".parse().unwrap();
    let composer = Composer::new(
        view,
        house.key(),
        base,
        "Levant Institute".to_owned().into(),
    );
    let transport = Transport::folder(mails.path().to_owned());
    Worker::new(db.unwrap(), Arc::new(composer), transport, 1)
}

fn medians([few, many]: [Vec<f64>; 2]) -> (f64, f64) {
    let median = |found: Vec<f64>| Figures::of(found.into_iter()).median;
    (median(many), median(few))
}

/// What `story` finds on two fresh databases.
fn on_two<R: Send>(engine: Engine, story: impl AsyncFnOnce(TestDb, TestDb) -> R) -> R {
    on(engine, async |first: TestDb| {
        let (give, given) = oneshot::channel();
        let (finish, finished) = oneshot::channel();
        let keeper = thread::spawn(move || {
            run(engine, async |second: TestDb| {
                assert!(give.send(second).is_ok());
                finished.await.unwrap();
            });
        });
        let found = story(first, given.await.unwrap()).await;
        finish.send(()).unwrap();
        keeper.join().unwrap();
        found
    })
}
