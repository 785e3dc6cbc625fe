//! How much memory the program takes, before and after very many have registered.

use std::fs;
use std::time::Duration;

use convoke::base::db::Engine;
use convoke::base::testing::TestDb;
use tokio::time::sleep;

use super::registrations::AT_ONCE;
use super::{on, registered_a_second};
use crate::Effort;
use crate::crowd::Crowd;
use crate::house::{House, Way};
use crate::postfix::Sink;
use crate::served::Served;
use crate::table::{Reach, Row, load};

/// Fewer than are let in to one event within an hour (S-25).
const FOR_ONE_EVENT: usize = 10_000;

/// What a program does at its start is over by then.
const A_WHILE: Duration = Duration::from_secs(3);

/// It sends its mails meanwhile, as it does by default.
pub fn after_a_rush(effort: Effort) -> Vec<Row> {
    let load = load();
    let (idle, most) = on(Engine::Sqlite, async |test: TestDb| {
        let house = House::over(&test).await;
        let sink = Sink::start();
        let served = house.serve(Way {
            mails_to: Some(sink.port),
            ..Way::default()
        });
        sleep(A_WHILE).await;
        let idle = megabytes(&served, "VmRSS:");
        let crowd = Crowd::before(&[served.address], AT_ONCE);
        let mut left = effort.rush;
        while left > 0 {
            let people = left.min(FOR_ONE_EVENT);
            registered_a_second(&house, &crowd, &format!("rush-{left}"), people).await;
            left -= people;
        }
        (idle, megabytes(&served, "VmHWM:"))
    });
    let rush = format!("memory at most, {} registered", effort.rush);
    vec![
        Row::alone("memory, idle", "MB", &[idle], Reach::AtMost(40.0), load),
        Row::alone(&rush, "MB", &[most], Reach::AtMost(150.0), load),
    ]
}

/// What the system says of the process.
fn megabytes(served: &Served, figure: &str) -> f64 {
    let status = fs::read_to_string(format!("/proc/{}/status", served.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(figure));
    let kilobytes = line.unwrap().trim().trim_end_matches(" kB");
    kilobytes.parse::<f64>().unwrap() / 1024.0
}
