//! Who waits for what another has locked, as PostgreSQL shows it.

use std::time::Duration;

use convoke::base::db::{Db, Sql};

/// Waits until so many connections wait for a lock; PostgreSQL only.
///
/// # Panics
/// Where that does not happen within half a minute.
pub async fn until_waiting(db: &Db, connections: usize) {
    let connections = i64::try_from(connections).unwrap();
    let waiting = Sql::new(
        "SELECT 0",
        "SELECT count(*) FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    let watch = async {
        loop {
            let mut tx = db.begin().await.unwrap();
            let (now,): (i64,) = tx.query(waiting).fetch_one().await.unwrap();
            if now >= connections {
                return;
            }
            drop(tx);
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), watch)
        .await
        .expect("somebody waits for a lock");
}
