//! How fast the pages of the workspace come (README, "Help").
//!
//! An event with 60 sessions, 120 people and 20,000 registrations; each address that the router of the
//! workspace has is asked for again and again over HTTP, as the browser of an owner asks. An address
//! that is added is measured from then on by itself. Fails where a page takes more than 100 ms at the
//! 95th percentile, or has more than 100 KB.
//!
//! `CONVOKE_ENGINE` (`sqlite`, `postgres`; both one after the other), `CONVOKE_ROUNDS` (200) and
//! `CONVOKE_REGISTRATIONS` (20,000) change the run.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that cannot go on fails, and says what it found"
)]

mod browser;
mod house;
mod pages;

use std::process::ExitCode;
use std::sync::mpsc;

use convoke::base::db::Engine;
use convoke::base::testing::{TestDb, run};

use house::House;
use pages::Measured;

/// The slowest that a page may be at the 95th percentile, in milliseconds.
const SLOWEST: f64 = 100.0;
/// The most octets that a page may have.
const LARGEST: usize = 100 * 1024;

fn main() -> ExitCode {
    let rounds = number("CONVOKE_ROUNDS", 200).max(1);
    let registrations = number("CONVOKE_REGISTRATIONS", 20_000);
    let mut is_good = true;
    for engine in engines() {
        println!("{engine:?}, {registrations} registrations, each page {rounds} times");
        println!("\n    p50 ms  p95 ms      KB  page");
        for page in measure(engine, registrations, rounds) {
            let fault = fault(&page);
            println!("  {page}{fault}");
            is_good &= fault.is_empty();
        }
        println!();
    }
    if is_good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn measure(engine: Engine, registrations: usize, rounds: usize) -> Vec<Measured> {
    let (found, finding) = mpsc::channel();
    run(engine, async move |test: TestDb| {
        let house = House::with(&test, registrations).await;
        let paths = house.paths().await;
        let browser = house.open().await;
        let measuring = tokio::task::spawn_blocking(move || {
            for path in paths {
                if let Some(page) = pages::measure(&browser, &path, rounds) {
                    found.send(page).unwrap();
                }
            }
        });
        measuring.await.unwrap();
        house.close();
    });
    finding.iter().collect()
}

fn fault(page: &Measured) -> &'static str {
    match (page.p95 > SLOWEST, page.octets > LARGEST) {
        (true, _) => "   TOO SLOW",
        (_, true) => "   TOO LARGE",
        _ => "",
    }
}

fn number(variable: &str, usually: usize) -> usize {
    std::env::var(variable).map_or(usually, |number| {
        number.parse().expect("a number in the environment")
    })
}

fn engines() -> Vec<Engine> {
    match std::env::var("CONVOKE_ENGINE").as_deref() {
        Err(_) => vec![Engine::Sqlite, Engine::Postgres],
        Ok("postgres") => vec![Engine::Postgres],
        Ok("sqlite") => vec![Engine::Sqlite],
        Ok(other) => panic!("CONVOKE_ENGINE is postgres or sqlite, not {other}"),
    }
}
