//! PostgreSQL: connections that are given up once nobody answers at the other end, and what only that engine has.

use std::future::Future;
use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgConnection, PgPool, PgPoolOptions};
use sqlx::{AssertSqlSafe, Connection, Executor, Postgres, SqlSafeStr, Transaction};
use tokio::time::timeout;

use super::{Error, Result, WRITTEN_ANEW};

/// The settings of PostgreSQL without which a commit may be lost with the power.
pub const KEEPS_COMMITS: [&str; 2] = ["fsync", "synchronous_commit"];

/// How many connections there are at most.
const MOST: u32 = 16;

/// How long after its last use a connection to PostgreSQL is not asked whether it still lives.
const LIVES_SURELY: Duration = Duration::from_secs(1);

/// How long PostgreSQL waits for the next statement of a unit of work, longer than any request takes: who falls
/// silent in the middle of one holds what it has locked, such as the seats of an event, no longer than that.
const LONGEST_SILENCE: &str = "SET idle_in_transaction_session_timeout = '1min'";

/// How long a statement may take, far longer than any does: who has not answered by then is gone without a word, as
/// when a machine loses its power or a network is cut, and would be waited for until the system gives the
/// connection up, which takes a quarter of an hour.
const LONGEST_ANSWER: Duration = Duration::from_secs(60);

/// How long a connection that nobody uses may take to say that it is still there.
const SIGN_OF_LIFE: Duration = Duration::from_secs(3);

/// Opens the database at `url`.
pub async fn open(url: &str) -> Result<PgPool> {
    let options = PgConnectOptions::from_str(url)?.application_name("convoke");
    // Tried once by hand: a pool would try again and again, and say only that it took too long.
    PgConnection::connect_with(&options).await?.close().await?;
    let pool = PgPoolOptions::new()
        .max_connections(MOST)
        .acquire_timeout(Duration::from_secs(10))
        // Asking each time whether it still lives costs as much as a statement.
        .test_before_acquire(false)
        .after_connect(|connection, _| {
            Box::pin(async move {
                sqlx::raw_sql(LONGEST_SILENCE).execute(connection).await?;
                Ok(())
            })
        })
        .before_acquire(|connection, last| {
            Box::pin(async move {
                if last.idle_for < LIVES_SURELY {
                    return Ok(true);
                }
                Ok(is_there(connection).await)
            })
        })
        // Asked with a limit, before the pool asks without one: who waits for nobody's answer holds up the others
        // who want a connection.
        .after_release(|connection, _| {
            Box::pin(async move {
                if is_there(connection).await {
                    return Ok(true);
                }
                Err(sqlx::Error::PoolTimedOut)
            })
        })
        .connect_with(options)
        .await?;
    for setting in KEEPS_COMMITS {
        if current_setting(&pool, setting).await? == "off" {
            return Err(Error::Refused(format!(
                "PostgreSQL runs with {setting} off, so that an accepted registration could be lost; switch it on"
            )));
        }
    }
    Ok(pool)
}

async fn is_there(connection: &mut PgConnection) -> bool {
    matches!(timeout(SIGN_OF_LIFE, connection.ping()).await, Ok(Ok(())))
}

/// What PostgreSQL answers, unless it takes longer than anything does.
pub async fn answer<T>(asked: impl Future<Output = sqlx::Result<T>>) -> sqlx::Result<T> {
    timeout(LONGEST_ANSWER, asked)
        .await
        .unwrap_or(Err(sqlx::Error::PoolTimedOut))
}

/// Begins a transaction. Once its statement is under way it is waited for, whoever does not wait any more:
/// sqlx 0.9.0 would take a connection for idle whose transaction nobody saw begin, and whoever had it next would
/// be in that one, perhaps one that only reads.
pub async fn begin(
    pool: &PgPool,
    statement: Option<&'static str>,
) -> Result<Transaction<'static, Postgres>> {
    let connection = pool.acquire().await?;
    let statement = statement.map(SqlSafeStr::into_sql_str);
    let begun = tokio::spawn(answer(Transaction::begin(connection, statement))).await;
    Ok(begun.map_err(|_| sqlx::Error::WorkerCrashed)??)
}

/// Writes small tables anew, and frees the space of large ones.
pub async fn scrub(pool: &PgPool) -> Result<()> {
    // Last what the planner keeps of the values of columns; the tables' new statistics come before.
    let tables: Vec<(String, i64)> = sqlx::query_as(
        "SELECT oid::regclass::text, pg_total_relation_size(oid) FROM pg_class
         WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
            AND relname NOT LIKE '\\_%' OR oid = 'pg_catalog.pg_statistic'::regclass
         ORDER BY relnamespace = 'pg_catalog'::regnamespace, relname",
    )
    .fetch_all(pool)
    .await?;
    let mut connection = pool.acquire().await?;
    sqlx::raw_sql("SET lock_timeout = '2s'")
        .execute(&mut *connection)
        .await?;
    let mut done = Ok(());
    for (table, octets) in tables {
        // Written anew a table keeps what was deleted after the oldest transaction of the whole server began,
        // other databases' among them; in place it loses that, too, and what it loses is not written anew.
        let in_place = format!("VACUUM (ANALYZE) {table}");
        let anew = format!("VACUUM (FULL) {table}");
        if let Err(error) = connection.execute(AssertSqlSafe(in_place)).await {
            done = Err(error.into());
        }
        // Where somebody works with a table all the time its space is freed only.
        if octets <= WRITTEN_ANEW {
            let _ = connection.execute(AssertSqlSafe(anew)).await;
        }
    }
    sqlx::raw_sql("RESET lock_timeout")
        .execute(&mut *connection)
        .await?;
    done
}

/// What PostgreSQL calls `setting`'s value in a new session.
pub async fn current_setting(pool: &PgPool, setting: &str) -> Result<String> {
    Ok(sqlx::query_scalar("SELECT current_setting($1)")
        .bind(setting)
        .fetch_one(pool)
        .await?)
}

#[cfg(test)]
mod tests {
    use std::future::pending;
    use std::sync::Arc;
    use std::thread;

    use tokio::io::copy_bidirectional;
    use tokio::net::{TcpListener, TcpStream};
    use tokio::runtime::Builder;
    use tokio::sync::Notify;
    use tokio::time::{pause, resume, sleep};

    use super::*;
    use crate::base::chance::Chance;
    use crate::base::clock::Clock;
    use crate::base::db::{Db, Engine, Sql, Tx};
    use crate::base::testing::{TestDb, run};

    const ONE: Sql = Sql::new("", "SELECT 1::BIGINT");

    #[test]
    fn r_15_a_server_that_falls_silent_keeps_no_connection() {
        run(Engine::Postgres, async |test: TestDb| {
            let url = test.url.clone();
            // Time stands still on a single thread only.
            let told = thread::spawn(move || {
                let runtime = Builder::new_current_thread().enable_all().build();
                runtime.unwrap().block_on(all_connections_come_back(&url));
            });
            told.join().unwrap();
        });
    }

    async fn all_connections_come_back(url: &str) {
        let (through, silence) = relay(url).await;
        let db = Db::open(&through, Clock::System, Chance::System);
        let db = db.await.unwrap();
        let mut units = all(&db).await;
        // Some wait for an answer, some are given back unasked, as by those who went away.
        silence.notify_waiters();
        pause();
        for unit in units.split_off(8).iter_mut() {
            let heard = unit.query(ONE).fetch_one::<(i64,)>().await;
            assert!(matches!(heard, Err(Error::Unavailable(_))), "{heard:?}");
        }
        drop(units);
        sleep(2 * SIGN_OF_LIFE).await;
        resume();
        all(&db).await;
    }

    /// As many units of work as there are connections.
    async fn all(db: &Db) -> Vec<Tx> {
        let mut units = Vec::new();
        for _ in 0..MOST {
            units.push(db.begin().await.unwrap());
        }
        units
    }

    /// The database's address by way of a relay whose connections fall silent, all at once, when it is told so;
    /// neither end is told.
    async fn relay(url: &str) -> (String, Arc<Notify>) {
        let (before, after) = url.rsplit_once(':').unwrap();
        let (port, database) = after.split_once('/').unwrap();
        let behind: u16 = port.parse().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let silence = Arc::new(Notify::new());
        let told = Arc::clone(&silence);
        tokio::spawn(async move {
            while let Ok((mut client, _)) = listener.accept().await {
                let told = Arc::clone(&told);
                tokio::spawn(async move {
                    let mut server = TcpStream::connect(("127.0.0.1", behind)).await.unwrap();
                    tokio::select! {
                        _ = copy_bidirectional(&mut client, &mut server) => {}
                        () = told.notified() => pending().await,
                    }
                });
            }
        });
        (format!("{before}:{port}/{database}"), silence)
    }
}
