//! The whole database in one file, and from one engine to the other.

use std::path::Path;

use convoke::account::accept_key;
use convoke::base::chance::Chance;
use convoke::base::clock::Clock;
use convoke::base::db::{Copied, Db, Engine, Error, check};
use convoke::base::testing::{TestDb, run};
use convoke::on_both_engines;
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection, SqliteConnection, query_as, query_scalar};
use tempfile::TempDir;

use crate::events::{request, roundtable};
use crate::partners::opened_to_a_partner;
use crate::stage::Stage;

on_both_engines! {
    async fn r_18_a_copy_is_whole_and_stands_alone(test: TestDb) {
        let stage = peopled(test).await;
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("copy.db");
        stage.db.write_to(&file).await.unwrap();
        check(&file).await.unwrap();
        let beside = std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(beside, 1, "no log of writes lies beside it");
        let copy = stage.in_copy(opened(&file).await);
        assert_eq!(copy.messages().await, stage.messages().await);
        assert_eq!(copy.registrations().await.len(), 3);
        assert_eq!(copy.taken().await, stage.taken().await);
    }

    async fn r_18_what_was_damaged_is_found(test: TestDb) {
        let stage = peopled(test).await;
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("copy.db");
        stage.db.write_to(&file).await.unwrap();
        let mut octets = std::fs::read(&file).unwrap();
        let middle = octets.len() / 2;
        octets[middle..middle + 8192].fill(0x5a);
        std::fs::write(&file, octets).unwrap();
        let found = check(&file).await;
        assert!(matches!(found, Err(Error::Corrupt(_) | Error::Fault(_))), "{found:?}");
    }
}

#[test]
fn what_goes_to_the_other_engine_and_back_is_the_same() {
    run(Engine::Postgres, async |other: TestDb| {
        let folder = TempDir::new().unwrap();
        let (one, back) = (folder.path().join("one.db"), folder.path().join("back.db"));
        let url = format!("sqlite://{}", one.display());
        let (clock, chance) = (Clock::Fixed(other.clock.clone()), Chance::seeded(1));
        let db = Db::open(&url, clock, chance).await.unwrap();
        db.migrate().await.unwrap();
        let clock = other.clock.clone();
        let stage = peopled(TestDb { db, clock, url }).await;

        let copied = stage.db.copy_into(&other).await.unwrap();
        let rows = |name: &str| {
            let of_table = |copied: &&Copied| copied.table == name;
            copied.iter().find(of_table).unwrap().rows
        };
        assert_eq!((rows("event"), rows("registration")), (1, 3));
        assert!(rows("message") >= 3 && rows("audit_line") > 0);
        let again = stage.db.copy_into(&other).await;
        assert!(matches!(again, Err(Error::Refused(_))), "{again:?}");

        other.write_to(&back).await.unwrap();
        let tables = tables(&one).await;
        assert!(tables.len() > 30, "{tables:?}");
        for table in tables {
            assert_eq!(
                dumped(&one, &table).await,
                dumped(&back, &table).await,
                "{table}"
            );
        }

        // Life goes on there.
        let stage = stage.in_copy(other.db.clone());
        stage.join(&request("late@attendee.example")).await;
        assert_eq!(stage.registrations().await.len(), 4);
    });
}

/// Three who registered for the roundtable, one of whom has withdrawn, and their mails.
async fn peopled(test: TestDb) -> Stage {
    let stage = Stage::set(test, roundtable()).await;
    // As at the first start: what nobody ever used is no backup of anything.
    let mut tx = stage.begin().await;
    assert!(accept_key(&mut tx, &stage.key).await.unwrap());
    tx.commit().await.unwrap();
    for name in ["one", "two", "three"] {
        stage
            .join(&request(&format!("{name}@attendee.example")))
            .await;
    }
    opened_to_a_partner(&stage).await;
    stage.tick().await;
    let last = stage.latest("three@attendee.example").await;
    assert!(stage.withdraw(last.id).await);
    stage
}

async fn opened(file: &Path) -> Db {
    let url = format!("sqlite://{}", file.display());
    Db::open(&url, Clock::System, Chance::System).await.unwrap()
}

async fn tables(file: &Path) -> Vec<String> {
    query_scalar("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name")
        .fetch_all(&mut connected(file).await)
        .await
        .unwrap()
}

/// Every row of `table` as text; what JSON says does not depend on how it is written.
async fn dumped(file: &Path, table: &str) -> Vec<String> {
    let mut file = connected(file).await;
    let columns: Vec<(String, String)> = query_as("SELECT name, type FROM pragma_table_info($1)")
        .bind(table)
        .fetch_all(&mut file)
        .await
        .unwrap();
    let mut rows = Vec::new();
    for (column, kind) in columns {
        let quoted = format!("SELECT quote(\"{column}\") FROM {table} ORDER BY {table}.rowid");
        let cells: Vec<String> = query_scalar(AssertSqlSafe(quoted))
            .fetch_all(&mut file)
            .await
            .unwrap();
        rows.resize(cells.len(), String::new());
        for (row, cell) in rows.iter_mut().zip(cells) {
            let json = cell.trim_matches('\'').replace("''", "'");
            match serde_json::from_str::<Value>(&json) {
                Ok(value) if kind == "JSONB" => row.push_str(&value.to_string()),
                _ => row.push_str(&cell),
            }
            row.push('\t');
        }
    }
    rows.sort();
    rows
}

async fn connected(file: &Path) -> SqliteConnection {
    SqliteConnection::connect(&format!("sqlite://{}", file.display()))
        .await
        .unwrap()
}
