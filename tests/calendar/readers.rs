//! Runs the readers of `tests/readers` over objects and the instants they stand for.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::TimeDelta;
use convoke::base::clock::Instant;
use convoke::calendar::{Entry, Feed, Invitation, file};
use tempfile::TempDir;

use crate::objects::{ARABIC, ENGLISH, Texts};

/// Files with calendar objects, and the instants that a reader has to find in each.
pub struct Objects {
    folder: TempDir,
    expectations: Vec<(PathBuf, String)>,
}

impl Objects {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            expectations: Vec::new(),
        }
    }

    pub fn add(&mut self, name: &str, object: &str, spans: impl Iterator<Item = [Instant; 2]>) {
        let path = self.folder.path().join(name.replace('/', "-") + ".ics");
        fs::write(&path, object).expect("the folder is writable");
        let utc = |at: Instant| at.format("%Y%m%dT%H%M%SZ");
        let spans: Vec<_> = spans
            .map(|[starts, ends]| format!("{}/{}", utc(starts), utc(ends)))
            .collect();
        self.expectations.push((path, spans.join(",")));
    }

    /// Where a reader may be built.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn add_invitation(&mut self, name: &str, invitation: &Invitation) {
        let span = [invitation.starts, invitation.ends];
        self.add(name, &invitation.write(), std::iter::once(span));
    }

    /// Fails with what the reader says unless it finds in every object what it should.
    pub fn read_with(&self, reader: &mut Command) {
        for (path, spans) in &self.expectations {
            reader.arg(path).arg(spans);
        }
        run(reader);
    }

    pub fn lint_with(&self, linter: &mut Command) {
        run(linter.args(self.expectations.iter().map(|(path, _)| path)));
    }
}

/// A reader's program, which has to be there: a test that skips proves nothing.
fn installed(program: &str) -> &str {
    assert!(
        Path::new(program).exists(),
        "{program} is missing: run tests/readers/install"
    );
    program
}

fn run(command: &mut Command) {
    let output = command.output().unwrap_or_else(|reason| {
        panic!("cannot run {command:?} ({reason}): run tests/readers/install")
    });
    assert!(
        output.status.success(),
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

pub fn python(script: &str) -> Command {
    let mut python = Command::new(installed("tests/.venv/bin/python"));
    python.arg(script);
    python
}

pub fn node(script: &str) -> Command {
    installed("tests/readers/node_modules/ical.js");
    installed("tests/readers/node_modules/node-ical");
    let mut node = Command::new("node");
    node.arg(script);
    node
}

/// Builds the C reader into `folder`.
pub fn libical(folder: &Path) -> Command {
    installed("/usr/include/libical/ical.h");
    let program = folder.join("libical_check");
    run(Command::new("cc")
        .args(["-O1", "-Wall", "-Werror", "tests/readers/libical_check.c"])
        .args(["-lical", "-o"])
        .arg(&program));
    Command::new(program)
}

/// Every kind of object in both languages, in zones with a rule, with none, and with changes that
/// no rule gives.
fn every_kind() -> Objects {
    let mut objects = Objects::new();
    for texts in [ENGLISH, ARABIC] {
        add_kinds(&texts, &mut objects);
        for (zone, starts) in [
            ("Asia/Beirut", "2027-03-27T23:00"),
            ("Asia/Beirut", "2026-10-24T23:30"),
            ("Asia/Beirut", "2027-12-31T23:00"),
            ("Africa/Casablanca", "2023-03-18T15:00"),
            ("Africa/Casablanca", "2023-04-22T15:00"),
            ("Europe/Berlin", "2027-03-28T01:30"),
            ("Europe/Dublin", "2027-07-01T10:00"),
            ("Asia/Kolkata", "2027-07-01T10:00"),
            ("Asia/Riyadh", "2027-01-01T00:30"),
            ("America/New_York", "2027-11-07T00:30"),
            ("Pacific/Chatham", "2027-01-01T10:00"),
            ("UTC", "2027-01-01T10:00"),
        ] {
            let name = format!("{}-{zone}-{starts}", texts.language).replace(':', "");
            objects.add_invitation(&name, &texts.released_in(zone, starts));
        }
    }
    objects
}

fn add_kinds(texts: &Texts, objects: &mut Objects) {
    let named = |kind: &str| format!("{}-{kind}", texts.language);
    objects.add_invitation(&named("registered"), &texts.registered());
    objects.add_invitation(&named("released"), &texts.released());
    objects.add_invitation(&named("cancelled"), &texts.cancelled());
    let Feed { entries, .. } = texts.feed();
    let spans = || {
        entries
            .iter()
            .map(|entry: &Entry| [entry.starts, entry.ends])
    };
    objects.add(&named("feed"), &texts.feed().write(), spans());
    objects.add(&named("file"), &file(&entries), spans());
    // Through an hour that happens twice, on its second side.
    let mut repeated = texts.released_in("Asia/Beirut", "2026-10-24T23:30");
    repeated.ends = repeated.starts + TimeDelta::minutes(10);
    objects.add_invitation(&named("repeated"), &repeated);
}

#[test]
fn cal_11_icalendar_and_vobject_find_the_instants() {
    every_kind().read_with(&mut python("tests/readers/read_back.py"));
}

#[test]
fn cal_11_ical_js_and_node_ical_find_the_instants() {
    every_kind().read_with(&mut node("tests/readers/read_back.mjs"));
}

#[test]
fn cal_11_libical_finds_the_instants_and_no_broken_restriction() {
    let objects = every_kind();
    objects.read_with(&mut libical(objects.folder.path()));
}

#[test]
fn cal_14_the_octet_linter_finds_nothing() {
    every_kind().lint_with(&mut python("tests/readers/octet_lint.py"));
}

/// Readers that would pass anything prove nothing.
#[test]
fn cal_11_readers_notice_an_hour_too_much() {
    let mut wrong = Objects::new();
    let invitation = ENGLISH.registered();
    let late = invitation.ends + TimeDelta::hours(1);
    let span = [invitation.starts, late];
    wrong.add("wrong", &invitation.write(), std::iter::once(span));
    for mut reader in [
        python("tests/readers/read_back.py"),
        node("tests/readers/read_back.mjs"),
        libical(wrong.folder.path()),
    ] {
        let (path, spans) = &wrong.expectations[0];
        let output = reader
            .arg(path)
            .arg(spans)
            .output()
            .expect("it is installed");
        assert_eq!(output.status.code(), Some(1), "{reader:?}");
    }
}
