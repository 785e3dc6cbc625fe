//! The power is cut while very many register: what was answered with success is on the disk.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::Ordering;
use std::time::Duration;

use convoke::base::chance::Chance;
use convoke::base::clock::Clock;
use convoke::base::db::{Db, Engine, check};
use convoke::base::testing::{TestDb, run};
use tempfile::TempDir;
use tokio::time::sleep;

use crate::rush::{before, people, set, untrue, wanted};

#[test]
fn r_14_what_was_answered_before_the_power_was_cut_is_on_the_disk() {
    run(Engine::Sqlite, async |test: TestDb| {
        let (answered, lost) = cut_while_many_register(test, Flush::IsKept).await;
        assert!(answered >= wanted() / 4, "{answered}");
        assert_eq!(lost, Vec::<String>::new());
    });
}

/// The twin: a disk that says it has flushed, and has not.
#[test]
fn r_14_a_disk_that_lies_loses_what_was_answered() {
    run(Engine::Sqlite, async |test: TestDb| {
        let (answered, lost) = cut_while_many_register(test, Flush::IsALie).await;
        assert_eq!(lost.len(), answered);
    });
}

/// What a disk does that is told to flush.
#[derive(Clone, Copy)]
enum Flush {
    IsKept,
    IsALie,
}

/// How many were answered, and which of the answers the disk does not bear out.
async fn cut_while_many_register(test: TestDb, flush: Flush) -> (usize, Vec<String>) {
    let (stage, host) = set(test).await;
    // It was in use before.
    drop(host.serve(1).await);
    let file = PathBuf::from(stage.test.url.strip_prefix("sqlite://").unwrap());
    let disk = Disk::of(file.parent().unwrap(), flush);
    let host = host.preloading(&disk.library);
    let mut servers = host.serve(1).await;
    let crowd = before(&servers);
    let ready = crowd.open(people()).await;
    let sender = crowd.clone();
    let sending = tokio::spawn(async move { sender.send(ready).await });
    while crowd.answered.load(Ordering::Relaxed) < wanted() / 4 {
        sleep(Duration::from_millis(1)).await;
    }
    servers.remove(0).kill();
    let heard = sending.await.unwrap();

    let left = disk.left.path().join(file.file_name().unwrap());
    check(&left).await.unwrap();
    let url = format!("sqlite://{}", left.display());
    let clock = Clock::Fixed(stage.test.clock.clone());
    let left = Db::open(&url, clock, Chance::System).await.unwrap();
    let answered = heard.iter().filter(|one| one.answer.is_ok()).count();
    (answered, untrue(&stage.in_copy(left), &heard).await)
}

/// A disk, and what it has to show once its power is cut.
struct Disk {
    left: TempDir,
    /// What makes a program write on it.
    library: PathBuf,
}

impl Disk {
    /// A disk with the files of `folder`, as they are now.
    fn of(folder: &Path, flush: Flush) -> Self {
        let left = TempDir::new().unwrap();
        for file in fs::read_dir(folder).unwrap() {
            let file = file.unwrap();
            // What SQLite shares in memory is made anew.
            if !file.file_name().to_string_lossy().ends_with("-shm") {
                fs::copy(file.path(), left.path().join(file.file_name())).unwrap();
            }
        }
        let library = left.path().join("power_cut.so");
        let compiled = Command::new("cc")
            .args(["-shared", "-fPIC", "-O2", "-pthread"])
            .arg(format!("-DKEPT_FROM=\"{}\"", folder.display()))
            .arg(format!("-DKEPT_IN=\"{}\"", left.path().display()))
            .arg(format!("-DIS_A_LIE={}", flush as u8))
            .arg("-o")
            .arg(&library)
            .arg(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/tests/faults/power_cut.c"
            ))
            .arg("-ldl")
            .status();
        assert!(compiled.unwrap().success(), "cc is installed");
        Self { left, library }
    }
}
