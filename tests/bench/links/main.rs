//! How fast the mails with the link leave, beside Postfix's own source of mails (README, "Help").
//!
//! Ten thousand people are registered for the roundtable of the sample; registration has closed, and
//! each is owed a mail with the link and a calendar object of their own. The worker hands them to
//! Postfix's `smtp-sink` over four connections, and writes down each message's states as it always
//! does (OUT-4), into a database that keeps its commits. In the same run `smtp-source` sends as many
//! mails of the same size over as many connections to the same sink. The two take turns.
//!
//! `CONVOKE_MESSAGES`, `CONVOKE_ROUNDS` and `CONVOKE_ENGINE` (`postgres`, `sqlite`) change the run.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that cannot go on fails, and says what it found"
)]

mod figures;
mod guests;
mod postfix;

use std::time::{Duration, Instant as Moment};

use convoke::base::db::Engine;
use convoke::base::testing::{TestDb, run};
use tokio_util::sync::CancellationToken;

use figures::Figures;
use guests::House;
use postfix::Sink;

/// How many connections to the mail server.
const CONNECTIONS: usize = 4;

/// What one round found.
struct Round {
    planning: f64,
    octets: usize,
    ours: f64,
    theirs: f64,
}

fn main() {
    // Half of them in each language.
    let mails = number("CONVOKE_MESSAGES", 10_000).next_multiple_of(2);
    let rounds = number("CONVOKE_ROUNDS", 3);
    let engine = engine();
    postfix::demand();
    println!("{mails} mails over {CONNECTIONS} connections, {rounds} rounds, {engine:?}");
    let found: Vec<Round> = (1..=rounds)
        .map(|number| {
            let round = play(engine, mails);
            println!(
                "round {number}: {:.0} mails a second, smtp-source {:.0}; a mail has {} octets; \
                 planning took {:.1} s",
                round.ours, round.theirs, round.octets, round.planning
            );
            round
        })
        .collect();
    let figures = |of: fn(&Round) -> f64| Figures::of(found.iter().map(of));
    let (ours, theirs) = (figures(|round| round.ours), figures(|round| round.theirs));
    println!("\nmails a second    min  median     max");
    println!("convoke       {ours}");
    println!("smtp-source   {theirs}");
    println!(
        "ratio of the medians: {:.3} (of each round: {:.3})",
        ours.median / theirs.median,
        figures(|round| round.ours / round.theirs)
    );
}

/// Has everybody told, and then as much sent by Postfix.
fn play(engine: Engine, mails: usize) -> Round {
    let (found, finding) = std::sync::mpsc::channel();
    run(engine, async move |test: TestDb| {
        let house = House::after_closing(test, mails).await;
        let start = Moment::now();
        house.plan().await;
        let planning = start.elapsed().as_secs_f64();
        let octets = house.size_of_a_mail().await;

        let sink = Sink::start();
        let worker = house.worker(sink.port, CONNECTIONS).await;
        let start = Moment::now();
        let tick = worker
            .once(CancellationToken::new(), Duration::MAX)
            .await
            .unwrap();
        let ours = mails as f64 / start.elapsed().as_secs_f64();
        // A machine that is busy otherwise may put some back that waited long, and take them again.
        assert!(tick.tried >= mails, "{} were tried", tick.tried);
        assert_eq!(house.sent().await, mails, "each is noted as sent");
        assert_eq!(sink.stop(), mails, "each arrived once");

        let sink = Sink::start();
        let start = Moment::now();
        postfix::send(sink.port, CONNECTIONS, mails, octets);
        let theirs = mails as f64 / start.elapsed().as_secs_f64();
        assert_eq!(sink.stop(), mails, "each arrived once");
        found
            .send(Round {
                planning,
                octets,
                ours,
                theirs,
            })
            .unwrap();
    });
    finding.recv().unwrap()
}

fn number(variable: &str, usually: usize) -> usize {
    std::env::var(variable).map_or(usually, |number| {
        number.parse().expect("a number in the environment")
    })
}

fn engine() -> Engine {
    match std::env::var("CONVOKE_ENGINE").as_deref() {
        Err(_) | Ok("postgres") => Engine::Postgres,
        Ok("sqlite") => Engine::Sqlite,
        Ok(other) => panic!("CONVOKE_ENGINE is postgres or sqlite, not {other}"),
    }
}
