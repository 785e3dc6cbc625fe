//! How fast it is, each measure beside its limit or its peer in the same run (README, "Help").
//!
//! The real program serves over a real connection, and a crowd registers by the form, each with a form that was
//! opened before. Words choose measures: `cargo bench --bench rush -- pages start`; without one, all are taken.
//! A figure is the median of the rounds; the ratio is that of each round, since the machine may be busy
//! otherwise. `CONVOKE_ROUNDS` (3), `CONVOKE_PEOPLE` (3,000 in a round), `CONVOKE_SECONDS` (3, of a peer),
//! `CONVOKE_MANY` (1,000,000 registrations) and `CONVOKE_RUSH` (100,000) change the run.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that cannot go on fails, and says what it found"
)]

#[path = "../../support/crowd.rs"]
#[expect(dead_code, reason = "nobody asks who is who here")]
mod crowd;
#[path = "../links/figures.rs"]
mod figures;
mod fill;
mod house;
#[path = "../../support/kept.rs"]
mod kept;
mod measures;
mod peers;
#[path = "../links/postfix.rs"]
#[expect(dead_code, reason = "nothing is sent by Postfix here")]
mod postfix;
#[path = "../../support/served.rs"]
#[expect(dead_code, reason = "all live until the end here")]
mod served;
mod table;

use std::process::ExitCode;

use convoke::base::db::Engine::{Postgres, Sqlite};

use measures::{links, memory, nodes, pages, registrations, size, start};
use table::Row;

/// How much is done.
#[derive(Clone, Copy)]
struct Effort {
    rounds: usize,
    people: usize,
    seconds: f64,
    many: usize,
    rush: usize,
}

/// What a word measures.
type Measure = (&'static str, fn(Effort) -> Vec<Row>);

const MEASURES: [Measure; 10] = [
    ("pages", pages::beside_memory),
    ("sqlite", registrations::on_sqlite),
    ("slow-disk", registrations::on_a_slow_disk),
    ("postgres", registrations::on_postgres),
    ("links", links::beside_postfix),
    ("start", start::until_the_first_page),
    ("memory", memory::after_a_rush),
    ("nodes", nodes::two_beside_one),
    ("size-sqlite", |effort| size::of_a_million(Sqlite, effort)),
    ("size-postgres", |effort| {
        size::of_a_million(Postgres, effort)
    }),
];

fn main() -> ExitCode {
    // cargo adds an option of its own.
    let words = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"));
    let words: Vec<String> = words.collect();
    if peers::be(&words) {
        return ExitCode::SUCCESS;
    }
    for word in &words {
        let is_known = MEASURES.iter().any(|(name, _)| name == word);
        assert!(
            is_known,
            "“{word}” is none of {:?}",
            MEASURES.map(|(name, _)| name)
        );
    }
    println!("{}\n", table::machine());
    let chosen = |name: &str| words.is_empty() || words.iter().any(|word| word == name);
    println!("{}", table::HEAD);
    let mut short = 0;
    for (name, measure) in MEASURES {
        if chosen(name) {
            for row in measure(Effort::from_environment()) {
                println!("{row}");
                short += usize::from(row.is_short());
            }
        }
    }
    println!(
        "\n{short} short of what they should reach; load {:.1}",
        table::load()
    );
    ExitCode::SUCCESS
}

impl Effort {
    fn from_environment() -> Self {
        Self {
            rounds: number("CONVOKE_ROUNDS", 3),
            people: number("CONVOKE_PEOPLE", 3_000),
            seconds: number("CONVOKE_SECONDS", 3) as f64,
            many: number("CONVOKE_MANY", 1_000_000),
            rush: number("CONVOKE_RUSH", 100_000),
        }
    }
}

fn number(variable: &str, usually: usize) -> usize {
    std::env::var(variable).map_or(usually, |number| {
        number.parse().expect("a number in the environment")
    })
}
