//! Pages of an event a second, beside a server that gives the same octets from memory.

use std::fs;

use convoke::base::db::Engine;
use convoke::base::testing::TestDb;
use tempfile::TempDir;

use super::on;
use crate::Effort;
use crate::house::{House, Way};
use crate::kept::{Asked, Kept};
use crate::peers;
use crate::table::{Reach, Row, load};

/// The page as it is, and as browsers ask for it.
const WAYS: [(&str, &str, &str); 2] = [
    ("event page, by axum from memory", "", ""),
    ("the same, as browsers ask", "gzip, br", "br"),
];

pub fn beside_memory(effort: Effort) -> Vec<Row> {
    on(Engine::Sqlite, async |test: TestDb| {
        let house = House::over(&test).await;
        let event = house.announce("rush", 300);
        let served = house.serve(Way::default());
        let path = format!("/en/events/{event}");
        let folder = TempDir::new().unwrap();
        let mut rows = Vec::new();
        for (measure, accepts, encoding) in WAYS {
            let load = load();
            let asked = Asked {
                method: "GET",
                path: &path,
                place: "127.0.0.1",
                accepts,
                form: "",
            };
            let page = Kept::to(served.address).ask(&asked).await.unwrap();
            assert_eq!(page.status, 200);
            let file = folder.path().join("page");
            fs::write(&file, &page.body).unwrap();
            let peer = peers::page_from_memory(&file, encoding);
            let mut rounds = Vec::new();
            for _ in 0..effort.rounds {
                let ours = peers::pages(&served, &path, accepts, effort.seconds);
                rounds.push((ours, peers::pages(&peer, &path, accepts, effort.seconds)));
            }
            rows.push(Row::beside(
                measure,
                "/s",
                &rounds,
                Reach::AtLeast(0.6),
                load,
            ));
        }
        rows
    })
}
