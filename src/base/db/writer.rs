//! SQLite's one writer, and the commits that units of work share.
//!
//! A flush to the disk takes longer than most units of work, so those that wait share one: the first
//! begins a transaction, and each of them is a savepoint in it. Whoever is done lets those go on who wait
//! already, and then queues again to commit for all; who comes later belongs to the next commit. A unit is
//! kept only once that commit is durable, and is told so no earlier.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection, raw_sql};
use tokio::runtime::Handle;
use tokio::sync::{Mutex, OwnedMutexGuard, SetOnce};
use tokio::time::timeout;

/// How long a unit of work waits for those before it.
const PATIENCE: Duration = Duration::from_secs(20);

/// Who writes to the database file, one unit of work after the other, in the order in which they came.
#[derive(Debug, Clone)]
pub(super) struct Writer {
    desk: Arc<Mutex<Desk>>,
}

/// What only one unit of work has at a time.
#[derive(Debug)]
struct Desk {
    options: SqliteConnectOptions,
    connection: Option<SqliteConnection>,
    /// The transaction that is open.
    shared: Option<Arc<Shared>>,
    /// The last unit of work was dropped: what it did is in the transaction still.
    abandoned: bool,
    is_closed: bool,
}

/// A commit for several units of work; whether it came to pass.
#[derive(Debug, Default)]
struct Shared {
    kept: SetOnce<bool>,
}

/// A unit of work: a savepoint in the transaction that is open.
#[derive(Debug)]
pub(super) struct Unit {
    /// Given back at the end.
    desk: Option<OwnedMutexGuard<Desk>>,
    writer: Writer,
}

impl Writer {
    /// Opens the database file.
    pub(super) async fn open(options: SqliteConnectOptions) -> sqlx::Result<Self> {
        let connection = Some(options.connect().await?);
        let desk = Desk {
            options,
            connection,
            shared: None,
            abandoned: false,
            is_closed: false,
        };
        Ok(Self {
            desk: Arc::new(Mutex::new(desk)),
        })
    }

    /// Begins a unit of work, after those before it.
    pub(super) async fn begin(&self) -> sqlx::Result<Unit> {
        let desk = self.turn().await?;
        let writer = self.clone();
        // On its own: who gives up waiting leaves nothing half begun to the next.
        let begun = tokio::spawn(async move {
            let mut unit = Unit {
                desk: Some(desk),
                writer,
            };
            unit.desk_mut().begin_unit().await?;
            Ok(unit)
        });
        begun.await.map_err(|_| sqlx::Error::WorkerCrashed)?
    }

    /// Does what belongs to no transaction, after those before it.
    pub(super) async fn alone<T>(
        &self,
        deed: impl AsyncFnOnce(&mut SqliteConnection) -> sqlx::Result<T>,
    ) -> sqlx::Result<T> {
        let mut desk = ended(self.turn().await?).await?;
        deed(desk.connection().await?).await
    }

    /// Closes the file, after the units of work in progress.
    pub(super) async fn close(&self) {
        // Who shares the last commit has been told what came of it.
        let Ok(mut desk) = ended(Arc::clone(&self.desk).lock_owned().await).await else {
            return;
        };
        desk.is_closed = true;
        if let Some(connection) = desk.connection.take() {
            let _ = connection.close().await;
        }
    }

    async fn turn(&self) -> sqlx::Result<OwnedMutexGuard<Desk>> {
        timeout(PATIENCE, Arc::clone(&self.desk).lock_owned())
            .await
            .map_err(|_| sqlx::Error::PoolTimedOut)
    }

    /// Commits for everybody whose work is in `shared`, unless somebody else does before.
    async fn keep(&self, shared: &Arc<Shared>) -> sqlx::Result<()> {
        let kept = tokio::select! {
            biased;
            kept = shared.kept.wait() => *kept,
            mut desk = self.desk.lock() => {
                if desk.is_in(shared) {
                    desk.end_shared().await?;
                }
                shared.kept.get().copied().unwrap_or(false)
            }
        };
        if kept { Ok(()) } else { Err(lost()) }
    }
}

impl Unit {
    /// Keeps what was done, durably, together with what others do who wait already.
    pub(super) async fn commit(mut self) -> sqlx::Result<()> {
        // On its own: others depend on it, whether or not who began it still waits.
        let kept = tokio::spawn(async move {
            let desk = self.desk_mut();
            let released = raw_sql("RELEASE unit")
                .execute(desk.connection().await?)
                .await;
            if let Err(error) = released {
                desk.give_up().await;
                return Err(error);
            }
            let shared = desk.shared.clone().ok_or_else(lost)?;
            drop(self.desk.take());
            self.writer.keep(&shared).await
        });
        kept.await.map_err(|_| sqlx::Error::WorkerCrashed)?
    }

    /// Where its statements run.
    pub(super) fn connection(&mut self) -> &mut SqliteConnection {
        self.desk_mut()
            .connection
            .as_mut()
            .expect("a unit of work has begun on a connection")
    }

    fn desk_mut(&mut self) -> &mut Desk {
        self.desk
            .as_mut()
            .expect("it is given back at the end only")
    }
}

impl Drop for Unit {
    fn drop(&mut self) {
        let Some(mut desk) = self.desk.take() else {
            return;
        };
        desk.abandoned = true;
        let (shared, writer) = (desk.shared.clone(), self.writer.clone());
        drop(desk);
        // Others may wait for its end; without a runtime whoever comes next sees to it.
        if let (Some(shared), Ok(runtime)) = (shared, Handle::try_current()) {
            runtime.spawn(async move { writer.keep(&shared).await });
        }
    }
}

impl Desk {
    async fn connection(&mut self) -> sqlx::Result<&mut SqliteConnection> {
        if self.is_closed {
            return Err(sqlx::Error::PoolClosed);
        }
        if self.connection.is_none() {
            self.connection = Some(self.options.connect().await?);
        }
        Ok(self.connection.as_mut().expect("it is there now"))
    }

    async fn begin_unit(&mut self) -> sqlx::Result<()> {
        self.forget_abandoned().await;
        if self.shared.is_none() {
            let begun = raw_sql("BEGIN IMMEDIATE")
                .execute(self.connection().await?)
                .await;
            if let Err(error) = begun {
                // Most likely another process writes; if it is the connection, the next one is new.
                self.give_up().await;
                return Err(error);
            }
            self.shared = Some(Arc::default());
        }
        let begun = raw_sql("SAVEPOINT unit")
            .execute(self.connection().await?)
            .await;
        if let Err(error) = begun {
            self.give_up().await;
            return Err(error);
        }
        Ok(())
    }

    /// Takes the work of a dropped unit out of the transaction.
    async fn forget_abandoned(&mut self) {
        if !std::mem::take(&mut self.abandoned) || self.shared.is_none() {
            return;
        }
        let undone = match self.connection().await {
            Ok(connection) => raw_sql("ROLLBACK TO unit; RELEASE unit")
                .execute(connection)
                .await
                .map(drop),
            Err(error) => Err(error),
        };
        // A full disk, say, where SQLite has rolled everything back by itself.
        if undone.is_err() {
            self.give_up().await;
        }
    }

    /// Commits for everybody in the open transaction, and tells them.
    async fn end_shared(&mut self) -> sqlx::Result<()> {
        self.forget_abandoned().await;
        if self.shared.is_none() {
            return Ok(());
        }
        let committed = raw_sql("COMMIT").execute(self.connection().await?).await;
        match committed {
            Ok(_) => {
                self.tell(true);
                Ok(())
            }
            Err(error) => {
                self.give_up().await;
                Err(error)
            }
        }
    }

    /// Nothing of the open transaction is kept; what the connection is in is not asked further.
    async fn give_up(&mut self) {
        self.abandoned = false;
        if let Some(connection) = self.connection.take() {
            // SQLite rolls back what is open when its connection ends.
            let _ = connection.close().await;
        }
        self.tell(false);
    }

    fn tell(&mut self, kept: bool) {
        if let Some(shared) = self.shared.take() {
            let _ = shared.kept.set(kept);
        }
    }

    fn is_in(&self, shared: &Arc<Shared>) -> bool {
        self.shared
            .as_ref()
            .is_some_and(|open| Arc::ptr_eq(open, shared))
    }
}

/// The desk without an open transaction. On its own, so that nobody who gives up waiting leaves it in the
/// middle of a commit.
async fn ended(mut desk: OwnedMutexGuard<Desk>) -> sqlx::Result<OwnedMutexGuard<Desk>> {
    let ended = tokio::spawn(async move {
        desk.end_shared().await?;
        Ok(desk)
    });
    ended.await.map_err(|_| sqlx::Error::WorkerCrashed)?
}

/// What a unit of work comes to whose shared commit did not come to pass.
fn lost() -> sqlx::Error {
    sqlx::Error::Io(io::Error::other("the commit did not come to pass"))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use sqlx::query_scalar;
    use tempfile::TempDir;
    use tokio::task::JoinSet;

    use super::*;

    #[tokio::test]
    async fn r_05_units_that_wait_share_a_commit_and_all_are_kept() {
        let (_folder, writer) = fresh().await;
        let commits = counted(&writer, true).await;
        let mut units = JoinSet::new();
        let first = writer.begin().await.unwrap();
        for number in 0..50 {
            let writer = writer.clone();
            units.spawn(async move { insert(&writer, number).await });
        }
        // All of them wait before the first lets them go on.
        while Arc::strong_count(&writer.desk) < 52 {
            tokio::task::yield_now().await;
        }
        first.commit().await.unwrap();
        while let Some(done) = units.join_next().await {
            done.unwrap().unwrap();
        }
        assert_eq!(numbers(&writer).await, (0..50).collect::<Vec<i64>>());
        let commits = commits.load(Ordering::Relaxed);
        assert!((1..=5).contains(&commits), "{commits} commits");
    }

    #[tokio::test]
    async fn r_05_a_unit_that_is_dropped_takes_nothing_of_others_with_it() {
        let (_folder, writer) = fresh().await;
        let mut dropped = writer.begin().await.unwrap();
        write(&mut dropped, 1).await.unwrap();
        let (before, after) = (writer.clone(), writer.clone());
        let before = tokio::spawn(async move { insert(&before, 2).await });
        tokio::task::yield_now().await;
        drop(dropped);
        insert(&after, 3).await.unwrap();
        before.await.unwrap().unwrap();
        assert_eq!(numbers(&writer).await, [2, 3]);
    }

    #[tokio::test]
    async fn r_05_what_nobody_waits_for_any_more_is_ended_all_the_same() {
        let (_folder, writer) = fresh().await;
        let mut unit = writer.begin().await.unwrap();
        write(&mut unit, 1).await.unwrap();
        // Begun and given up, as when somebody closes the page.
        let mut committing = Box::pin(unit.commit());
        let waker = std::task::Waker::noop();
        let _ = Future::poll(
            committing.as_mut(),
            &mut std::task::Context::from_waker(waker),
        );
        drop(committing);
        // Another process can write only when the transaction has ended.
        let other = Writer::open(writer.desk.lock().await.options.clone())
            .await
            .unwrap();
        insert(&other, 2).await.unwrap();
        assert_eq!(numbers(&writer).await, [1, 2]);
    }

    #[tokio::test]
    async fn r_05_a_commit_that_fails_is_told_to_everybody_who_shares_it() {
        let (_folder, writer) = fresh().await;
        counted(&writer, false).await;
        let first = writer.begin().await.unwrap();
        let mut units = JoinSet::new();
        for number in 0..5 {
            let writer = writer.clone();
            units.spawn(async move { insert(&writer, number).await });
        }
        while Arc::strong_count(&writer.desk) < 7 {
            tokio::task::yield_now().await;
        }
        drop(first);
        while let Some(done) = units.join_next().await {
            assert!(done.unwrap().is_err());
        }
        // On a new connection life goes on.
        insert(&writer, 9).await.unwrap();
        assert_eq!(numbers(&writer).await, [9]);
    }

    async fn fresh() -> (TempDir, Writer) {
        let folder = TempDir::new().unwrap();
        let options = SqliteConnectOptions::new()
            .filename(folder.path().join("test.db"))
            .create_if_missing(true)
            .journal_mode(sqlx::sqlite::SqliteJournalMode::Wal);
        let writer = Writer::open(options).await.unwrap();
        let deed = async |alone: &mut SqliteConnection| {
            raw_sql("CREATE TABLE number (number BIGINT)")
                .execute(alone)
                .await
        };
        writer.alone(deed).await.unwrap();
        (folder, writer)
    }

    /// Counts the commits, and lets them come to pass or not.
    async fn counted(writer: &Writer, pass: bool) -> Arc<AtomicUsize> {
        let commits = Arc::new(AtomicUsize::new(0));
        let seen = Arc::clone(&commits);
        let deed = async |alone: &mut SqliteConnection| {
            alone.lock_handle().await?.set_commit_hook(move || {
                seen.fetch_add(1, Ordering::Relaxed);
                pass
            });
            Ok(())
        };
        writer.alone(deed).await.unwrap();
        commits
    }

    async fn insert(writer: &Writer, number: i64) -> sqlx::Result<()> {
        let mut unit = writer.begin().await?;
        write(&mut unit, number).await?;
        unit.commit().await
    }

    async fn write(unit: &mut Unit, number: i64) -> sqlx::Result<()> {
        sqlx::query("INSERT INTO number VALUES ($1)")
            .bind(number)
            .execute(unit.connection())
            .await?;
        Ok(())
    }

    async fn numbers(writer: &Writer) -> Vec<i64> {
        let deed = async |alone: &mut SqliteConnection| {
            query_scalar("SELECT number FROM number ORDER BY number")
                .fetch_all(alone)
                .await
        };
        writer.alone(deed).await.unwrap()
    }
}
