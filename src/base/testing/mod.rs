//! What tests stand on: a fresh, migrated database of either engine and a clock that stands still.
//!
//! Compiled for this crate's own tests, and with the feature `testing` for those in `tests/`. A
//! store test is written once and told on both engines:
//!
//! ```ignore
//! on_both_engines! {
//!     async fn r_05_a_seat_is_freed_once(test: TestDb) {
//!         let mut tx = test.begin().await.unwrap();
//!         …
//!     }
//! }
//! ```
//!
//! makes the tests `r_05_a_seat_is_freed_once::sqlite` and `::postgres`.

mod cluster;
mod own;

pub use own::OwnServer;

use std::future::Future;
use std::ops::Deref;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use tempfile::TempDir;
use tokio::runtime::Runtime;

use super::chance::Chance;
use super::clock::{Clock, FixedClock, Instant};
use super::db::{Db, Engine};
use cluster::Cluster;

/// Makes of each `async fn NAME(test: TestDb) { … }` a module `NAME` with the tests `sqlite` and
/// `postgres`, each on a fresh database of that engine.
#[macro_export]
macro_rules! on_both_engines {
    ($($(#[$meta:meta])* async fn $name:ident($test:ident: $db:ty) $body:block)+) => { $(
        mod $name {
            use super::*;

            async fn story($test: $db) $body

            $(#[$meta])*
            #[test]
            fn sqlite() {
                $crate::base::testing::run($crate::base::db::Engine::Sqlite, story);
            }

            $(#[$meta])*
            #[test]
            fn postgres() {
                $crate::base::testing::run($crate::base::db::Engine::Postgres, story);
            }
        }
    )+ };
}

/// A migrated, empty database of its own for one test; it derefs to its [`Db`].
#[derive(Debug, Clone)]
pub struct TestDb {
    /// The database: its clock is `clock`, its chance a seeded sequence.
    pub db: Db,
    /// The hands of the clock of `db`. It starts at [`start`].
    pub clock: FixedClock,
    /// Where the database is, as in `CONVOKE_DATABASE_URL`: what a second node would open.
    pub url: String,
}

impl Deref for TestDb {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

impl TestDb {
    /// Opens `url` with a clock that stands at [`start`].
    async fn open(url: String) -> Self {
        let hands = FixedClock::at(start());
        let db = Db::open(&url, Clock::Fixed(hands.clone()), Chance::seeded(1))
            .await
            .expect("a fresh database opens");
        Self {
            db,
            clock: hands,
            url,
        }
    }
}

/// 20 November 2022, 10:00:00 UTC: when registration for the sample roundtable is open.
pub fn start() -> Instant {
    Instant::from_timestamp(1_668_938_400, 0).expect("a moment within range")
}

/// Tells `story` on a fresh database of `engine`, and removes the database however it ends.
///
/// # Panics
/// As `story` does, and where no database can be had: it says what to install, and never skips.
pub fn run<S, F>(engine: Engine, story: S)
where
    S: FnOnce(TestDb) -> F,
    F: Future<Output = ()>,
{
    let runtime = Runtime::new().expect("a runtime starts");
    let place = runtime.block_on(Place::make(engine));
    let ended = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async { story(TestDb::open(place.url()).await).await });
    }));
    runtime.block_on(place.clear());
    if let Err(panic) = ended {
        resume_unwind(panic);
    }
}

/// Where the database of one test lies.
enum Place {
    Sqlite(TempDir),
    Postgres(&'static Cluster, String),
}

impl Place {
    async fn make(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => {
                let folder = TempDir::new().expect("a temporary folder can be made");
                let place = Self::Sqlite(folder);
                let db = Db::open(&place.url(), Clock::System, Chance::System)
                    .await
                    .expect("a fresh file opens");
                db.migrate().await.expect("the schema applies to SQLite");
                db.close().await;
                place
            }
            Engine::Postgres => {
                let cluster = Cluster::shared().await;
                let name = cluster.create_database().await;
                Self::Postgres(cluster, name)
            }
        }
    }

    fn url(&self) -> String {
        match self {
            Self::Sqlite(folder) => {
                format!("sqlite://{}", folder.path().join("convoke.db").display())
            }
            Self::Postgres(cluster, name) => cluster.url(name),
        }
    }

    async fn clear(self) {
        match self {
            Self::Sqlite(folder) => drop(folder),
            Self::Postgres(cluster, name) => cluster.drop_database(&name).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    on_both_engines! {
        async fn a_unit_of_work_stands_at_the_clock_of_the_test(test: TestDb) {
            assert_eq!(test.begin().await.unwrap().now(), start());
            test.clock.advance(TimeDelta::hours(1));
            assert_eq!(test.begin().await.unwrap().now(), start() + TimeDelta::hours(1));
        }

        async fn a_second_node_opens_the_same_database(test: TestDb) {
            let node = Db::open(&test.url, Clock::System, Chance::System).await.unwrap();
            assert_eq!(node.engine(), test.engine());
            node.read().await.unwrap();
        }

        #[should_panic(expected = "as the story says")]
        async fn a_story_that_panics_fails_its_test(_test: TestDb) {
            panic!("as the story says");
        }
    }

    #[test]
    fn each_story_has_a_database_of_its_own() {
        let mut seen = Vec::new();
        for engine in [
            Engine::Sqlite,
            Engine::Postgres,
            Engine::Sqlite,
            Engine::Postgres,
        ] {
            run(engine, async |test: TestDb| seen.push(test.url.clone()));
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 4);
    }
}
