//! Registrations a second of two nodes beside one, where the CPU is not what they wait for.

use convoke::base::db::{Engine, Sql};
use convoke::base::testing::TestDb;

use super::registrations::AT_ONCE;
use super::{on, registered_a_second};
use crate::Effort;
use crate::crowd::Crowd;
use crate::house::{House, Way};
use crate::table::{Reach, Row, load};

/// PostgreSQL waits for 4 ms before each flush of a commit, whoever else commits.
const SLOW_FLUSH: &str = "DO $$ BEGIN
    EXECUTE format('ALTER DATABASE %I SET commit_delay = 4000', current_database());
    EXECUTE format('ALTER DATABASE %I SET commit_siblings = 0', current_database());
 END $$";

pub fn two_beside_one(effort: Effort) -> Vec<Row> {
    let load = load();
    let rounds = on(Engine::Postgres, async |test: TestDb| {
        let house = House::over(&test).await;
        house.by_hand(Sql::new(SLOW_FLUSH, SLOW_FLUSH)).await;
        let nodes = [0, 1].map(|node| {
            house.serve(Way {
                node,
                ..Way::default()
            })
        });
        let addresses = nodes.each_ref().map(|node| node.address);
        let mut rounds = Vec::new();
        for round in 0..effort.rounds {
            let crowd = Crowd::before(&addresses, AT_ONCE);
            let slug = format!("two-{round}");
            let two = registered_a_second(&house, &crowd, &slug, effort.people).await;
            let crowd = Crowd::before(&addresses[..1], AT_ONCE);
            let slug = format!("one-{round}");
            let one = registered_a_second(&house, &crowd, &slug, effort.people).await;
            rounds.push((two, one));
        }
        rounds
    });
    let measure = "two nodes, by one, flushes 4 ms slower";
    vec![Row::beside(
        measure,
        "/s",
        &rounds,
        Reach::AtLeast(1.0),
        load,
    )]
}
