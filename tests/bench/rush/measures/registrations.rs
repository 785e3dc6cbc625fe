//! Registrations a second, of many at once, beside what the engine can do at all.

use std::path::Path;

use convoke::base::db::{Engine, Sql};
use convoke::base::testing::TestDb;
use tempfile::TempDir;

use super::{on, registered_a_second};
use crate::Effort;
use crate::crowd::Crowd;
use crate::house::{House, Way};
use crate::peers::{self, PGBENCH_TABLE};
use crate::table::{Reach, Row, load};

/// How many register at once.
pub const AT_ONCE: usize = 64;

pub fn on_sqlite(effort: Effort) -> Vec<Row> {
    let load = load();
    let rounds = beside_single_rows(effort, None);
    let measure = "registrations on SQLite, by row commits";
    vec![Row::beside(
        measure,
        "/s",
        &rounds,
        Reach::AtLeast(0.4),
        load,
    )]
}

pub fn on_a_slow_disk(effort: Effort) -> Vec<Row> {
    let load = load();
    let folder = TempDir::new().unwrap();
    let slow = peers::slow_flush(folder.path());
    let rounds = beside_single_rows(effort, Some(&slow));
    let measure = "the same, each flush 4 ms slower";
    vec![Row::beside(
        measure,
        "/s",
        &rounds,
        Reach::AtLeast(8.0),
        load,
    )]
}

fn beside_single_rows(effort: Effort, preload: Option<&Path>) -> Vec<(f64, f64)> {
    on(Engine::Sqlite, async |test: TestDb| {
        let house = House::over(&test).await;
        let served = house.serve(Way {
            preload,
            ..Way::default()
        });
        let crowd = Crowd::before(&[served.address], AT_ONCE);
        let mut rounds = Vec::new();
        for round in 0..effort.rounds {
            let slug = format!("rush-{round}");
            let ours = registered_a_second(&house, &crowd, &slug, effort.people).await;
            rounds.push((ours, peers::single_row_commits(effort.seconds, preload)));
        }
        rounds
    })
}

pub fn on_postgres(effort: Effort) -> Vec<Row> {
    let load = load();
    let rounds = on(Engine::Postgres, async |test: TestDb| {
        let house = House::over(&test).await;
        house.by_hand(Sql::new(PGBENCH_TABLE, PGBENCH_TABLE)).await;
        let served = house.serve(Way::default());
        let crowd = Crowd::before(&[served.address], AT_ONCE);
        let mut rounds = Vec::new();
        for round in 0..effort.rounds {
            let slug = format!("rush-{round}");
            let ours = registered_a_second(&house, &crowd, &slug, effort.people).await;
            rounds.push((ours, peers::pgbench(&house.url, effort.seconds)));
        }
        rounds
    });
    let measure = "registrations on PostgreSQL, by pgbench";
    vec![Row::beside(
        measure,
        "/s",
        &rounds,
        Reach::AtLeast(0.2),
        load,
    )]
}
