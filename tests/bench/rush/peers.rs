//! What to measure by: the limits of the machine, and programs that do nothing else.
//!
//! Some are this very program, run anew with the word of a peer: they share its build, and the disk or the
//! loopback with what is measured, but not its process.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant as Moment};

use axum::Router;
use axum::body::Bytes;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use axum::serve::ListenerExt;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Executor};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use crate::served::Served;

const COMMITS: &str = "peer-commits";
const MEMORY: &str = "peer-memory";

/// Is the peer that `words` ask for, if they ask for one.
pub fn be(words: &[String]) -> bool {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let runtime = || Runtime::new().unwrap();
    match words[..] {
        [COMMITS, path, seconds] => {
            let span = Duration::from_secs_f64(seconds.parse().unwrap());
            println!("{}", runtime().block_on(commit(path.as_ref(), span)));
        }
        [MEMORY, path, encoding] => {
            let page = fs::read(path).unwrap();
            runtime().block_on(serve_from_memory(page.into(), encoding.to_owned()));
        }
        _ => return false,
    }
    true
}

/// How many rows a second one writer writes to SQLite, each kept durably before the next.
pub fn single_row_commits(seconds: f64, preload: Option<&Path>) -> f64 {
    let folder = TempDir::new().unwrap();
    let mut command = this_program();
    command
        .arg(COMMITS)
        .arg(folder.path().join("rows.db"))
        .arg(seconds.to_string());
    if let Some(preload) = preload {
        command.env("LD_PRELOAD", preload);
    }
    told(&mut command).trim().parse().unwrap()
}

async fn commit(path: &Path, span: Duration) -> f64 {
    let mut database = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .connect()
        .await
        .unwrap();
    let table =
        "CREATE TABLE guest (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL)";
    database.execute(table).await.unwrap();
    let (began, mut rows) = (Moment::now(), 0_u32);
    while began.elapsed() < span {
        sqlx::query("INSERT INTO guest (name, email) VALUES ($1, $2)")
            .bind("Rana Haddad")
            .bind(format!("guest{rows}@example.org"))
            .execute(&mut database)
            .await
            .unwrap();
        rows += 1;
    }
    f64::from(rows) / began.elapsed().as_secs_f64()
}

/// Starts a server that does nothing but give `page` from memory.
pub fn page_from_memory(page: &Path, encoding: &str) -> Served {
    Served::start(this_program().arg(MEMORY).arg(page).arg(encoding))
}

async fn serve_from_memory(page: Bytes, encoding: String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("listening on http://{}", listener.local_addr().unwrap());
    let router = Router::new().fallback(async move || {
        let mut headers = HeaderMap::new();
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        );
        if !encoding.is_empty() {
            headers.insert(CONTENT_ENCODING, encoding.parse().unwrap());
        }
        (headers, page)
    });
    let listener = listener.tap_io(|stream| stream.set_nodelay(true).unwrap());
    axum::serve(listener, router).await.unwrap();
}

/// How many rows a second PostgreSQL's own benchmark writes over eight connections.
pub fn pgbench(url: &str, seconds: f64) -> f64 {
    let folder = TempDir::new().unwrap();
    let script = folder.path().join("insert.sql");
    let insert = "\\set n random(1, 1000000000)\n\
        INSERT INTO pgbench_guest (name, email) VALUES ('Rana Haddad', :n || '@example.org');\n";
    fs::write(&script, insert).unwrap();
    let said = told(
        Command::new("pgbench")
            .args([
                "--no-vacuum",
                "--protocol=prepared",
                "--client=8",
                "--jobs=2",
            ])
            .arg(format!("--time={}", seconds.ceil()))
            .arg("--file")
            .arg(&script)
            .arg(url),
    );
    after(&said, "tps = ")
}

/// The table that `pgbench` writes to.
pub const PGBENCH_TABLE: &str = "CREATE TABLE pgbench_guest
    (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL)";

/// How many pages a second come over sixteen connections.
pub fn pages(served: &Served, path: &str, accepts: &str, seconds: f64) -> f64 {
    let mut command = Command::new("wrk");
    command
        .args(["-t1", "-c16"])
        .arg(format!("-d{}s", seconds.ceil()));
    if !accepts.is_empty() {
        command.arg("-H").arg(format!("Accept-Encoding: {accepts}"));
    }
    let said = told(command.arg(format!("http://{}{path}", served.address)));
    assert!(
        !said.contains("Non-2xx") && !said.contains("Socket errors"),
        "{said}"
    );
    after(&said, "Requests/sec:")
}

/// What the link mails come to, beside Postfix: each round's rates, ours and theirs.
pub fn link_mails() -> Vec<(f64, f64)> {
    let said = told(Command::new("cargo").args(["bench", "--quiet", "--bench", "links"]));
    let rounds = said.lines().filter(|line| line.starts_with("round "));
    rounds
        .map(|line| (after(line, ": "), after(line, "smtp-source ")))
        .collect()
}

/// A library that makes each flush 4 ms slower, made in `folder`.
pub fn slow_flush(folder: &Path) -> PathBuf {
    let (source, library) = (folder.join("slow_flush.c"), folder.join("slow_flush.so"));
    fs::write(&source, include_str!("slow_flush.c")).unwrap();
    told(
        Command::new("cc")
            .args(["-shared", "-fPIC", "-O2", "-o"])
            .arg(&library)
            .arg(&source)
            .arg("-ldl"),
    );
    library
}

fn this_program() -> Command {
    Command::new(std::env::current_exe().unwrap())
}

/// What a program says, run to its end.
fn told(command: &mut Command) -> String {
    let run = command.stdin(Stdio::null()).output();
    let Output {
        status,
        stdout,
        stderr,
    } = run.unwrap_or_else(|error| panic!("{command:?}: {error}; see tests/bench/run"));
    let stderr = String::from_utf8_lossy(&stderr);
    assert!(status.success(), "{command:?}: {stderr}");
    String::from_utf8(stdout).unwrap()
}

/// The number behind `words`.
fn after(said: &str, words: &str) -> f64 {
    let (_, rest) = said
        .split_once(words)
        .unwrap_or_else(|| panic!("no {words}: {said}"));
    let number = rest
        .trim_start()
        .split(|c: char| c.is_whitespace() || c == ',');
    number.into_iter().next().unwrap().parse().unwrap()
}
