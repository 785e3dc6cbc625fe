//! How long it takes from the start of the program to its first page.

use std::time::Instant as Moment;

use convoke::base::db::Engine;
use convoke::base::testing::TestDb;

use super::on;
use crate::Effort;
use crate::fill::fill;
use crate::house::{House, Way};
use crate::kept::{Asked, Kept};
use crate::table::{Reach, Row, load};

/// How many registrations there are.
const REGISTRATIONS: usize = 1_000;

/// A port where no mail server is: nothing is owed.
const NOWHERE: u16 = 9;

pub fn until_the_first_page(effort: Effort) -> Vec<Row> {
    [Engine::Sqlite, Engine::Postgres]
        .map(|engine| {
            let load = load();
            let found = on(engine, async |test: TestDb| {
                let house = House::over(&test).await;
                house.announce("rush", 10_000);
                fill(&house, "rush", REGISTRATIONS).await;
                let mut found = Vec::new();
                for _ in 0..5 * effort.rounds {
                    found.push(first_page(&house).await);
                }
                found
            });
            let measure = format!("from start to the first page, {engine:?}");
            Row::alone(&measure, "ms", &found, Reach::AtMost(150.0), load)
        })
        .into()
}

async fn first_page(house: &House) -> f64 {
    let began = Moment::now();
    let served = house.serve(Way {
        mails_to: Some(NOWHERE),
        ..Way::default()
    });
    let asked = Asked {
        method: "GET",
        path: "/en/events/rush",
        place: "127.0.0.1",
        accepts: "",
        form: "",
    };
    let page = Kept::to(served.address).ask(&asked).await.unwrap();
    assert_eq!(page.status, 200);
    began.elapsed().as_secs_f64() * 1000.0
}
