//! The real program over the database of a stage, under the stage's clock.

use std::fs;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant as Moment};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use chrono::{SubsecRound, TimeDelta};
use convoke::base::clock::{Clock, Instant};
use convoke::base::db::Engine;
use convoke::outbox::{self, Message};
use sqlx::{Connection, PgConnection};
use tempfile::TempDir;
use tokio::time::{sleep, timeout};

use crate::served::Served;
use crate::stage::Stage;

/// Where no mail server is, for what sends nothing.
const NOWHERE: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 9);

const SOON: Duration = Duration::from_secs(60);

/// A machine on which the program runs. On SQLite its clock is the process's own, moved by faketime;
/// on PostgreSQL the database's counts, so a function of the same name stands before the server's.
pub struct Host {
    stage: Stage,
    folder: TempDir,
    /// What faketime preloads.
    preload: String,
}

/// A worker that runs until it is killed.
pub struct Worker {
    child: Child,
    began: Moment,
}

impl Host {
    /// A machine beside the one that set the stage, with the same key.
    pub async fn over(stage: &Stage) -> Self {
        forget_the_dead();
        let folder = TempDir::new().unwrap();
        let key = BASE64_STANDARD.encode([7; 32]);
        fs::write(folder.path().join("secret.key"), key).unwrap();
        if stage.db.engine() == Engine::Postgres {
            put_a_clock_before_the_servers(stage).await;
        }
        Self {
            stage: stage.clone(),
            folder,
            preload: preload(),
        }
    }

    /// The same machine, where every program preloads this library too.
    pub fn preloading(self, library: &Path) -> Self {
        let preload = format!("{}:{}", self.preload, library.display());
        Self { preload, ..self }
    }

    /// Starts `convoke work`, which hands its mails to `server`.
    pub async fn work(&self, server: SocketAddr) -> Worker {
        let began = Moment::now();
        let mut command = self.command(server, &["work"]).await;
        let child = command.stderr(Stdio::null()).spawn().unwrap();
        Worker { child, began }
    }

    /// Starts `convoke serve` so many times, behind a proxy on this machine.
    pub async fn serve(&self, processes: usize) -> Vec<Served> {
        let mut commands = Vec::new();
        for _ in 0..processes {
            commands.push(self.command(NOWHERE, &["serve", "--no-worker"]).await);
        }
        // Whoever starts counts on from the clock that was wound before: nobody is ahead of the database, and
        // those who start together are behind it alike.
        std::thread::scope(|threads| {
            let starting = commands.iter_mut().map(|command| {
                let command = command
                    .env("CONVOKE_TRUSTED_PROXIES", "127.0.0.1")
                    .stderr(Stdio::null());
                threads.spawn(|| Served::start(command))
            });
            let starting: Vec<_> = starting.collect();
            let started = starting.into_iter().map(|one| one.join().unwrap());
            started.collect()
        })
    }

    /// Runs `convoke work --once` to its end.
    pub async fn work_once(&self, server: SocketAddr) {
        self.run(server, &["work", "--once"]).await;
    }

    /// Runs a command to its end; gives what it says.
    pub async fn run(&self, server: SocketAddr, words: &[&str]) -> String {
        let mut command = self.command(server, words).await;
        let ended = tokio::task::spawn_blocking(move || command.output());
        let Output {
            status,
            stdout,
            stderr,
        } = ended.await.unwrap().unwrap();
        let stderr = String::from_utf8_lossy(&stderr);
        assert!(status.success(), "{words:?}: {stderr}");
        String::from_utf8(stdout).unwrap()
    }

    async fn command(&self, server: SocketAddr, words: &[&str]) -> Command {
        let now = self.wind_clock().await;
        let folder = self.folder.path();
        let mut command = Command::new(env!("CARGO_BIN_EXE_convoke"));
        command
            .args(words)
            .current_dir(folder)
            .env_clear()
            .env("LD_PRELOAD", &self.preload)
            .env("FAKETIME", now.format("@%Y-%m-%d %H:%M:%S").to_string())
            // What waits for a while should wait as long as it says.
            .env("FAKETIME_DONT_FAKE_MONOTONIC", "1")
            .env("TZ", "UTC")
            .env("CONVOKE_DATABASE_URL", &self.stage.test.url)
            .env("CONVOKE_SECRET_KEY_FILE", folder.join("secret.key"))
            .env("CONVOKE_SMTP_URL", format!("smtp://{server}"))
            .env(
                "CONVOKE_MAIL_FROM",
                "Levant Institute <events@institute.example>",
            )
            .env("CONVOKE_LISTEN", "127.0.0.1:0");
        command
    }

    /// Lets the clock that counts go on from the stage's, which goes to the next full second first:
    /// that is all that faketime understands.
    async fn wind_clock(&self) -> Instant {
        let clock = &self.stage.test.clock;
        let now = Clock::Fixed(clock.clone()).now();
        let now = (now + TimeDelta::microseconds(999_999)).trunc_subsecs(0);
        clock.set(now);
        if self.stage.db.engine() == Engine::Postgres {
            turn_the_servers_clock(&self.stage.test.url, now).await;
        }
        now
    }
}

/// From now on whoever connects to the database is told a time that the test shifts in `faked.clock`.
pub async fn put_a_clock_before_the_servers(stage: &Stage) {
    for statement in [
        "CREATE SCHEMA faked",
        "CREATE TABLE faked.clock (shift INTERVAL NOT NULL)",
        "INSERT INTO faked.clock VALUES ('0')",
        "CREATE FUNCTION faked.clock_timestamp() RETURNS TIMESTAMPTZ LANGUAGE sql VOLATILE
         AS 'SELECT pg_catalog.clock_timestamp() + shift FROM faked.clock'",
        "DO $$ BEGIN
            EXECUTE format('ALTER DATABASE %I SET search_path = public, faked, pg_catalog',
                current_database());
         END $$",
    ] {
        stage.by_hand(statement).await;
    }
}

/// From now on that clock goes on from this moment.
pub async fn turn_the_servers_clock(database: &str, to: Instant) {
    let statement = "UPDATE faked.clock SET shift = $1 - pg_catalog.clock_timestamp()";
    let mut admin = PgConnection::connect(database).await.unwrap();
    let turn = sqlx::query(statement).bind(to);
    turn.execute(&mut admin).await.unwrap();
}

impl Worker {
    /// Kills it with SIGKILL; gives how long it lived.
    pub fn kill(mut self) -> Duration {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        let lived = self.began.elapsed();
        forget_the_dead();
        lived
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // It may be dead already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Removes what faketime shared with processes that were killed before they could: the next one of the
/// same number would not start.
fn forget_the_dead() {
    let Ok(shared) = fs::read_dir("/dev/shm") else {
        return;
    };
    for file in shared.flatten() {
        let name = file.file_name().into_string().unwrap_or_default();
        let process = name
            .strip_prefix("faketime_shm_")
            .or_else(|| name.strip_prefix("sem.faketime_sem_"));
        if process.is_some_and(|process| !Path::new("/proc").join(process).exists()) {
            // Another test may have been quicker.
            let _ = fs::remove_file(file.path());
        }
    }
}

/// Every message, read beside a worker that writes.
pub async fn messages(stage: &Stage) -> Vec<Message> {
    let mut tx = stage.db.read().await.unwrap();
    outbox::list(&mut tx, None).await.unwrap()
}

/// Waits until the messages are so.
///
/// # Panics
/// Where that does not happen within a minute.
pub async fn until(stage: &Stage, is_so: impl Fn(&[Message]) -> bool) {
    let watch = async {
        while !is_so(&messages(stage).await) {
            sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(SOON, watch).await.expect("it comes to that");
}

/// How much of its work a test does: what the environment says, or as `usually`.
pub fn number(variable: &str, usually: usize) -> usize {
    std::env::var(variable).map_or(usually, |number| {
        number.parse().expect("a number in the environment")
    })
}

/// What faketime would have a program preload, wherever it is installed.
fn preload() -> String {
    let output = Command::new("faketime")
        .args(["-f", "+0", "printenv", "LD_PRELOAD"])
        .output()
        .expect("faketime is installed (Debian package faketime)");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}
