//! One SQL text on two engines.
//!
//! Domain verbs take `&mut Tx`; only `web`, `worker` and the commands begin and commit. A [`Tx`] is
//! a unit of work: dropped without [`Tx::commit`] it is rolled back. On SQLite units that wait share a commit,
//! and see what those before them did before it is durable: whoever answers “it is so” by a unit that may write
//! commits it first, and nobody waits for another unit's commit while holding one. Statements are written once as
//! `sql!("… $1 …")`, or as `sql!(sqlite: "…", postgres: "…")` where the dialects differ; a test
//! prepares each of them on both engines.

mod copy;
mod file;
mod postgres;
mod rows;
mod writer;

pub use copy::Copied;
pub use file::{check, stand_alone};
pub use rows::{At, Hex};

use std::fs::OpenOptions;
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant as Moment};

use chrono::TimeDelta;
use sqlx::postgres::{PgArguments, PgConnection, PgPool, PgRow};
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool,
    SqlitePoolOptions, SqliteRow, SqliteSynchronous,
};
use sqlx::{Arguments, Connection, Encode, FromRow, Postgres, Sqlite, Transaction, Type};
use uuid::Builder;

use writer::{Unit, Writer};

use super::chance::Chance;
use super::clock::{Clock, Instant};
use super::id::Id;
use super::measure;

/// How long what PostgreSQL's clock said is counted on from, by a clock that only goes forward.
const READING_HOLDS: Duration = Duration::from_secs(1);

/// Databases of SQLite and tables of PostgreSQL up to so many octets are written anew once something was
/// removed from them for good; larger ones would hold up everybody for too long.
const WRITTEN_ANEW: i64 = 64 * 1024 * 1024;

/// After how many pages its log of writes is written back into a database of SQLite: in a rush most pages are
/// written again and again, and each time but the last is spared.
const WRITTEN_BACK: &str = "4000";

/// How much of a database of SQLite each connection keeps at most, in KiB with a minus sign: enough to count
/// what a large event has without reading the same pages again and again.
const CACHE: &str = "-8000";

/// The database engines that every statement runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Embedded; one writer, one node.
    Sqlite,
    /// A server; any number of nodes.
    Postgres,
}

/// Why a unit of work failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database cannot be reached, is full or is busy beyond its time-out: try again later.
    #[error("the database is not available: {0}")]
    Unavailable(sqlx::Error),
    /// The settings of the database break a promise of ours.
    #[error("{0}")]
    Refused(String),
    /// Stored data that cannot be understood.
    #[error("stored data cannot be read: {0}")]
    Corrupt(String),
    /// A fault of the program or of the stored data.
    #[error("the database refused a statement: {0}")]
    Fault(sqlx::Error),
}

impl Error {
    /// Whether something stored cannot be understood, after which the unit of work may go on; it may not where
    /// the database refused a statement.
    pub fn is_unreadable(&self) -> bool {
        match self {
            Self::Corrupt(_) => true,
            Self::Fault(fault) => !matches!(fault, sqlx::Error::Database(_)),
            Self::Unavailable(_) | Self::Refused(_) => false,
        }
    }
}

/// What database work comes to.
pub type Result<T> = std::result::Result<T, Error>;

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let passing = match &error {
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::BeginFailed
            | sqlx::Error::InvalidSavePointStatement
            | sqlx::Error::WorkerCrashed => true,
            // SQLite: BUSY 5, LOCKED 6, IOERR 10, FULL 13, CANTOPEN 14. PostgreSQL: connection
            // exceptions, insufficient resources, operator intervention, serialization failures.
            sqlx::Error::Database(refusal) => refusal.code().is_some_and(|code| {
                code.parse::<u32>()
                    .ok()
                    .filter(|_| code.len() < 5)
                    .map_or_else(
                        || {
                            ["08", "53", "57", "40"]
                                .iter()
                                .any(|class| code.starts_with(class))
                        },
                        |number| matches!(number & 0xff, 5 | 6 | 10 | 13 | 14),
                    )
            }),
            _ => false,
        };
        if passing {
            Self::Unavailable(error)
        } else {
            Self::Fault(error)
        }
    }
}

/// A statement in the text of each engine; made by [`sql!`](crate::sql).
#[derive(Debug, Clone, Copy)]
pub struct Sql {
    sqlite: &'static str,
    postgres: &'static str,
}

impl Sql {
    /// A statement whose text differs between the engines.
    pub const fn new(sqlite: &'static str, postgres: &'static str) -> Self {
        Self { sqlite, postgres }
    }
}

/// A statement for both engines. Parameters are `$1`, `$2`, … on either. Where the dialects differ in
/// the middle, `sql!("before", sqlite: "…", postgres: "…", "after")` says the rest once.
#[macro_export]
macro_rules! sql {
    (sqlite: $sqlite:literal, postgres: $postgres:literal $(,)?) => {
        $crate::base::db::Sql::new($sqlite, $postgres)
    };
    ($first:literal $(, sqlite: $sqlite:literal, postgres: $postgres:literal, $more:literal)* $(,)?) => {
        $crate::base::db::Sql::new(
            concat!($first $(, $sqlite, $more)*),
            concat!($first $(, $postgres, $more)*),
        )
    };
}

/// What can be bound to a statement on either engine.
pub trait Value<'t>:
    Encode<'t, Sqlite> + Type<Sqlite> + Encode<'t, Postgres> + Type<Postgres>
{
}

impl<'t, T> Value<'t> for T where
    T: Encode<'t, Sqlite> + Type<Sqlite> + Encode<'t, Postgres> + Type<Postgres>
{
}

/// What a row of either engine can be read into: a tuple, or a struct deriving `sqlx::FromRow`.
pub trait Record:
    for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{
}

impl<T> Record for T where
    T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{
}

/// A database of either engine. Clones share its connections.
#[derive(Clone, Debug)]
pub struct Db {
    pools: Pools,
    clock: Clock,
    chance: Chance,
    newest_id: Arc<Mutex<u64>>,
    /// Of units of work that may have written.
    commits: Arc<AtomicU64>,
    /// What PostgreSQL's clock said last, and when that was.
    last_reading: Arc<Mutex<Option<(Moment, Instant)>>>,
}

#[derive(Clone, Debug)]
enum Pools {
    /// Units of work queue for the one writer in the order they came.
    Sqlite {
        writer: Writer,
        readers: SqlitePool,
    },
    Postgres(PgPool),
}

impl Db {
    /// Opens the database at `url` (`sqlite://PATH`, created where missing, or `postgres://…`).
    ///
    /// # Errors
    /// [`Error::Unavailable`] where it cannot be reached or created, [`Error::Refused`] where its
    /// settings would lose what was accepted.
    pub async fn open(url: &str, clock: Clock, chance: Chance) -> Result<Self> {
        let pools = if let Some(path) = url.strip_prefix("sqlite://") {
            open_sqlite(Path::new(path)).await?
        } else {
            Pools::Postgres(postgres::open(url).await?)
        };
        Ok(Self {
            pools,
            clock,
            chance,
            newest_id: Arc::default(),
            commits: Arc::default(),
            last_reading: Arc::default(),
        })
    }

    /// Brings the schema up to this version.
    pub async fn migrate(&self) -> Result<()> {
        let migrator = sqlx::migrate!();
        let done = match &self.pools {
            Pools::Sqlite { writer, .. } => {
                writer
                    .alone(async |alone| Ok(migrator.run(alone).await))
                    .await?
            }
            Pools::Postgres(pool) => migrator.run(pool).await,
        };
        done.map_err(|error| {
            Error::Refused(format!("the schema cannot be brought up to date: {error}"))
        })
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        match self.pools {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres(_) => Engine::Postgres,
        }
    }

    /// Where the time comes from.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Where randomness comes from.
    pub fn chance(&self) -> &Chance {
        &self.chance
    }

    /// How many units of work this process has committed: while it stays the same, only others can have
    /// changed anything.
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::Acquire)
    }

    /// Begins a unit of work that may write. On SQLite it waits for the units before it, and shares its
    /// commit with those that wait.
    pub async fn begin(&self) -> Result<Tx> {
        let inner = match &self.pools {
            Pools::Sqlite { writer, .. } => Inner::Writer(writer.begin().await?),
            Pools::Postgres(pool) => Inner::Postgres(postgres::begin(pool, None).await?),
        };
        self.unit(inner).await
    }

    /// Begins a unit of work that only reads, from one consistent state; it waits for nobody.
    pub async fn read(&self) -> Result<Tx> {
        let inner = match &self.pools {
            Pools::Sqlite { readers, .. } => Inner::Reader(readers.begin().await?),
            Pools::Postgres(pool) => {
                let statement = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
                Inner::Postgres(postgres::begin(pool, Some(statement)).await?)
            }
        };
        self.unit(inner).await
    }

    /// Begins a unit of work that may write and has nothing to judge by its moment: on PostgreSQL that
    /// is what its clock said within the last second, counted on, which spares a wait for it.
    pub async fn begin_by_recent_clock(&self) -> Result<Tx> {
        match (&self.pools, self.recent_reading()) {
            (Pools::Postgres(pool), Some(now)) if !self.clock.is_fixed() => {
                let tx = postgres::begin(pool, None).await?;
                Ok(self.tx(Inner::Postgres(tx), now))
            }
            _ => self.begin().await,
        }
    }

    /// The engine with what it promises to keep, in words for an administrator.
    pub async fn durability(&self) -> Result<String> {
        Ok(match &self.pools {
            Pools::Sqlite { writer, .. } => {
                let (version, mode, synchronous): (String, String, i64) = writer
                    .alone(async |alone| kept_by_sqlite(alone).await)
                    .await?;
                format!("SQLite {version}, journal_mode {mode}, synchronous {synchronous}")
            }
            Pools::Postgres(pool) => {
                let version = postgres::current_setting(pool, "server_version").await?;
                let mut kept = format!("PostgreSQL {version}");
                for setting in postgres::KEEPS_COMMITS {
                    let value = postgres::current_setting(pool, setting).await?;
                    kept.push_str(&format!(", {setting} {value}"));
                }
                kept
            }
        })
    }

    /// Takes what was deleted out of the files of the database (P-5, P-6), where nobody has to wait long for
    /// it. On SQLite deleted rows are overwritten at once; this removes the copies that its log of writes
    /// holds, and writes small databases anew, whose pages may have held rows that have moved since. On
    /// PostgreSQL it writes small tables anew and frees the space of large ones. What PostgreSQL's own log
    /// of writes holds goes with that log.
    pub async fn scrub(&self) -> Result<()> {
        match &self.pools {
            Pools::Sqlite { writer, .. } => Ok(writer
                .alone(async |alone| scrub_sqlite(alone).await)
                .await?),
            Pools::Postgres(pool) => postgres::scrub(pool).await,
        }
    }

    /// Closes every connection, after the units in progress.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }

    async fn unit(&self, mut inner: Inner) -> Result<Tx> {
        let now = match &mut inner {
            Inner::Postgres(tx) if !self.clock.is_fixed() => self.read_clock(tx).await?,
            _ => self.clock.now(),
        };
        Ok(self.tx(inner, now))
    }

    fn tx(&self, inner: Inner, now: Instant) -> Tx {
        Tx {
            inner,
            now,
            chance: self.chance.clone(),
            newest_id: Arc::clone(&self.newest_id),
            commits: Arc::clone(&self.commits),
        }
    }

    async fn read_clock(&self, connection: &mut PgConnection) -> Result<Instant> {
        let asked = sqlx::query_scalar("SELECT clock_timestamp()").fetch_one(connection);
        let now = postgres::answer(asked).await?;
        *self.last_reading() = Some((Moment::now(), now));
        Ok(now)
    }

    /// What PostgreSQL's clock says now, by what it said a moment ago.
    fn recent_reading(&self) -> Option<Instant> {
        let (at, said) = (*self.last_reading())?;
        let since = at.elapsed();
        // Finer than a microsecond the engines do not agree.
        let micros = i64::try_from(since.as_micros()).ok()?;
        (since < READING_HOLDS).then(|| said + TimeDelta::microseconds(micros))
    }

    fn last_reading(&self) -> MutexGuard<'_, Option<(Moment, Instant)>> {
        self.last_reading
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

async fn open_sqlite(path: &Path) -> Result<Pools> {
    make_private(path).map_err(sqlx::Error::Io)?;
    let options = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        // What takes back a unit of work that shares its commit would be a file otherwise.
        .pragma("temp_store", "memory")
        .pragma("cache_size", CACHE)
        .pragma("wal_autocheckpoint", WRITTEN_BACK)
        .pragma("secure_delete", "on");
    let writer = Writer::open(options.clone()).await?;
    // Given up once they have lost count of their transaction: where SQLite rolls back by itself, as when a
    // disk is full, sqlx does not notice, and the connection would show what was then for ever.
    let readers = SqlitePoolOptions::new()
        .max_connections(4)
        .before_acquire(|connection, _| {
            let is_idle = !connection.is_in_transaction();
            Box::pin(async move { Ok(is_idle) })
        })
        .connect_lazy_with(options.pragma("query_only", "on"));
    Ok(Pools::Sqlite { writer, readers })
}

/// Makes the database file where there is none, its owner's alone; SQLite, which would let everybody
/// read it, makes the files beside it in the same way (S-30).
fn make_private(path: &Path) -> io::Result<()> {
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(path)?;
    Ok(())
}

/// SQLite's version, journal mode and how it synchronises.
async fn kept_by_sqlite(connection: &mut SqliteConnection) -> sqlx::Result<(String, String, i64)> {
    let version = sqlx::query_scalar("SELECT sqlite_version()")
        .fetch_one(&mut *connection)
        .await?;
    let mode = sqlx::query_scalar("PRAGMA journal_mode")
        .fetch_one(&mut *connection)
        .await?;
    let synchronous = sqlx::query_scalar("PRAGMA synchronous")
        .fetch_one(&mut *connection)
        .await?;
    Ok((version, mode, synchronous))
}

async fn scrub_sqlite(connection: &mut SqliteConnection) -> sqlx::Result<()> {
    let octets: i64 = sqlx::query_scalar(
        "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
    )
    .fetch_one(&mut *connection)
    .await?;
    if octets <= WRITTEN_ANEW {
        sqlx::raw_sql("VACUUM").execute(&mut *connection).await?;
    }
    // It waits for those who read as long as anybody waits for the database; the next one takes the rest.
    sqlx::raw_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        .execute(&mut *connection)
        .await?;
    Ok(())
}

/// A unit of work: all of it is kept by [`commit`](Self::commit), or none.
#[derive(Debug)]
pub struct Tx {
    inner: Inner,
    now: Instant,
    chance: Chance,
    newest_id: Arc<Mutex<u64>>,
    commits: Arc<AtomicU64>,
}

#[derive(Debug)]
enum Inner {
    Writer(Unit),
    Reader(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// Where statements of either engine run.
enum On<'t> {
    Sqlite(&'t mut SqliteConnection),
    Postgres(&'t mut PgConnection),
}

impl Inner {
    fn on(&mut self) -> On<'_> {
        match self {
            Self::Writer(unit) => On::Sqlite(unit.connection()),
            Self::Reader(tx) => On::Sqlite(tx),
            Self::Postgres(tx) => On::Postgres(tx),
        }
    }
}

impl Tx {
    /// The moment this unit of work began, by which everything in it is judged (TIME-2).
    pub fn now(&self) -> Instant {
        self.now
    }

    /// A fresh identifier, greater than all that this process made before.
    pub fn new_id<T>(&self) -> Id<T> {
        let mut newest = self
            .newest_id
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let millis = u64::try_from(self.now.timestamp_millis()).unwrap_or(0);
        // Twelve bits of counter below the millisecond (RFC 9562 section 6.2, method 1).
        *newest = (*newest + 1).max(millis << 12);
        let mut random: [u8; 10] = self.chance.bytes();
        let count = (*newest & 0xfff) as u16;
        random[..2].copy_from_slice(&count.to_be_bytes());
        Id::from_uuid(Builder::from_unix_timestamp_millis(*newest >> 12, &random).into_uuid())
    }

    /// Where randomness comes from.
    pub fn chance(&self) -> &Chance {
        &self.chance
    }

    /// Begins a statement; bind its parameters in order, then run it.
    pub fn query(&mut self, sql: Sql) -> Query<'_> {
        let arguments = match self.inner {
            Inner::Writer(_) | Inner::Reader(_) => {
                QueryArguments::Sqlite(SqliteArguments::default())
            }
            Inner::Postgres(_) => QueryArguments::Postgres(PgArguments::default()),
        };
        Query {
            tx: &mut self.inner,
            sql,
            arguments,
            fault: None,
        }
    }

    /// Keeps everything done in this unit of work, durably.
    pub async fn commit(self) -> Result<()> {
        let began = Moment::now();
        match self.inner {
            Inner::Writer(unit) => unit.commit().await?,
            Inner::Reader(tx) => tx.commit().await?,
            Inner::Postgres(tx) => postgres::answer(tx.commit()).await?,
        }
        self.commits.fetch_add(1, Ordering::Release);
        measure::committed(began.elapsed());
        Ok(())
    }
}

/// A statement about to run in a unit of work.
#[derive(Debug)]
#[must_use]
pub struct Query<'t> {
    tx: &'t mut Inner,
    sql: Sql,
    arguments: QueryArguments,
    fault: Option<sqlx::Error>,
}

#[derive(Debug)]
enum QueryArguments {
    Sqlite(SqliteArguments),
    Postgres(PgArguments),
}

/// Fetches rows by whichever engine this unit of work has.
macro_rules! fetch {
    ($query:ident, $record:ty, $method:ident) => {{
        if let Some(fault) = $query.fault {
            return Err(fault.into());
        }
        match ($query.tx.on(), $query.arguments) {
            (On::Sqlite(connection), QueryArguments::Sqlite(arguments)) => {
                sqlx::query_as_with::<Sqlite, $record, _>($query.sql.sqlite, arguments)
                    .$method(connection)
                    .await
            }
            (On::Postgres(connection), QueryArguments::Postgres(arguments)) => {
                let query =
                    sqlx::query_as_with::<Postgres, $record, _>($query.sql.postgres, arguments);
                postgres::answer(query.$method(connection)).await
            }
            _ => unreachable!("arguments are made for the engine of their unit of work"),
        }
    }};
}

impl Query<'_> {
    /// Binds the next parameter.
    pub fn bind<'v>(mut self, value: impl Value<'v>) -> Self {
        let added = match &mut self.arguments {
            QueryArguments::Sqlite(arguments) => arguments.add(value),
            QueryArguments::Postgres(arguments) => Arguments::add(arguments, value),
        };
        if let Err(error) = added {
            self.fault.get_or_insert(sqlx::Error::Encode(error));
        }
        self
    }

    /// Runs a statement that returns no rows; gives the number of rows it touched.
    pub async fn execute(self) -> Result<u64> {
        if let Some(fault) = self.fault {
            return Err(fault.into());
        }
        Ok(match (self.tx.on(), self.arguments) {
            (On::Sqlite(connection), QueryArguments::Sqlite(arguments)) => {
                sqlx::query_with(self.sql.sqlite, arguments)
                    .execute(connection)
                    .await?
                    .rows_affected()
            }
            (On::Postgres(connection), QueryArguments::Postgres(arguments)) => {
                let query = sqlx::query_with(self.sql.postgres, arguments);
                postgres::answer(query.execute(connection))
                    .await?
                    .rows_affected()
            }
            _ => unreachable!("arguments are made for the engine of their unit of work"),
        })
    }

    /// Every row.
    pub async fn fetch_all<R: Record>(self) -> Result<Vec<R>> {
        Ok(fetch!(self, R, fetch_all)?)
    }

    /// The row, where there is one.
    pub async fn fetch_optional<R: Record>(self) -> Result<Option<R>> {
        Ok(fetch!(self, R, fetch_optional)?)
    }

    /// The row that there must be.
    pub async fn fetch_one<R: Record>(self) -> Result<R> {
        Ok(fetch!(self, R, fetch_one)?)
    }
}

#[cfg(test)]
mod tests {
    use sqlx::{AssertSqlSafe, Executor};

    use super::*;
    use crate::base::testing::{TestDb, run};
    use crate::on_both_engines;

    on_both_engines! {
        async fn r_14_what_the_engine_keeps_is_read_from_it(test: TestDb) {
            let (url, told) = match test.engine() {
                Engine::Sqlite => (test.url.clone(), "journal_mode wal, synchronous 2"),
                Engine::Postgres => (
                    with_option(&test, "synchronous_commit=local"),
                    "fsync on, synchronous_commit local",
                ),
            };
            let db = Db::open(&url, Clock::System, Chance::System).await.unwrap();
            let text = db.durability().await.unwrap();
            assert!(text.ends_with(told), "{text}");
            db.close().await;
        }
    }

    #[test]
    fn r_16_who_falls_silent_in_a_unit_of_work_does_not_hold_it_for_ever() {
        run(Engine::Postgres, async |test: TestDb| {
            let shown = Sql::new("", "SHOW idle_in_transaction_session_timeout");
            let mut tx = test.begin().await.unwrap();
            let (limit,): (String,) = tx.query(shown).fetch_one().await.unwrap();
            assert_eq!(limit, "1min");
        });
    }

    #[test]
    fn r_16_who_does_not_wait_for_a_transaction_to_begin_leaves_nobody_in_it() {
        run(Engine::Postgres, async |test: TestDb| {
            for step in 0..300 {
                let patience = Duration::from_micros(step * 5);
                let _ = tokio::time::timeout(patience, test.read()).await;
                insert(&test, &format!("after-{step}")).await.unwrap();
            }
        });
    }

    #[test]
    fn r_14_a_server_that_may_lose_commits_is_refused() {
        run(Engine::Postgres, async |test: TestDb| {
            let url = with_option(&test, "synchronous_commit=off");
            let refused = Db::open(&url, Clock::System, Chance::System).await;
            assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
        });
    }

    #[test]
    fn time_2_what_the_databases_clock_said_is_counted_on_from() {
        run(Engine::Postgres, async |test: TestDb| {
            let open = || Db::open(&test.url, Clock::System, Chance::System);
            // That of another machine may be ahead.
            for statement in [
                "CREATE SCHEMA faked",
                "CREATE FUNCTION faked.clock_timestamp() RETURNS TIMESTAMPTZ LANGUAGE sql VOLATILE
                 AS 'SELECT pg_catalog.clock_timestamp() + make_interval(hours => 1)'",
                "DO $$ BEGIN
                    EXECUTE format('ALTER DATABASE %I SET search_path = public, faked, pg_catalog',
                        current_database());
                 END $$",
            ] {
                let mut tx = test.begin().await.unwrap();
                tx.query(Sql::new("", statement)).execute().await.unwrap();
                tx.commit().await.unwrap();
            }
            let db = open().await.unwrap();
            let mut last = Clock::System.now() + TimeDelta::minutes(59);
            for _ in 0..3 {
                let counted = db.begin_by_recent_clock().await.unwrap().now();
                assert!(counted >= last, "{counted} after {last}");
                last = db.begin().await.unwrap().now();
                assert!(counted <= last, "{counted} before {last}");
            }
        });
    }

    /// The database's address, with a setting of its sessions.
    fn with_option(test: &TestDb, option: &str) -> String {
        let sign = if test.url.contains('?') { '&' } else { '?' };
        format!("{}{sign}options=-c%20{option}", test.url)
    }

    #[test]
    fn r_15_a_full_disk_is_over_when_there_is_space_again() {
        run(Engine::Sqlite, async |test: TestDb| {
            let Pools::Sqlite { writer, .. } = &test.db.pools else {
                unreachable!("this is SQLite");
            };
            let allow = async |pages: &str| {
                let pragma = format!("PRAGMA max_page_count = {pages}");
                let deed =
                    async |alone: &mut SqliteConnection| alone.execute(AssertSqlSafe(pragma)).await;
                writer.alone(deed).await.unwrap();
            };
            allow("1").await;
            let full = insert(&test, &"x".repeat(100_000)).await;
            assert!(matches!(full, Err(Error::Unavailable(_))), "{full:?}");
            allow("1000000").await;
            insert(&test, "space").await.unwrap();
            test.read().await.unwrap();
        });
    }

    async fn insert(db: &Db, name: &str) -> Result<()> {
        let mut tx = db.begin().await?;
        let id: Id<()> = tx.new_id();
        let now = tx.now();
        let statement =
            "INSERT INTO organisation (id, slug, name, created_at) VALUES ($1, $2, $2, $3)";
        tx.query(Sql::new(statement, statement))
            .bind(id)
            .bind(name)
            .bind(now)
            .execute()
            .await?;
        tx.commit().await
    }
}
