use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, ensure};
use chrono::{NaiveDateTime, TimeDelta};
use tempfile::Builder;

use super::app::{App, folder_of};
use crate::base::clock::Instant;
use crate::base::db;

/// What backups in a folder are called: by their moment, in UTC.
const NAME: &str = "convoke-%Y%m%dT%H%M%SZ.db";

/// How the name of one begins that is being written.
const UNFINISHED: &str = ".convoke-unfinished-";

/// Nobody writes one for longer than this: what is left of it was given up.
const GIVEN_UP: Duration = Duration::from_hours(24);

/// Writes a checked copy of the whole database to the file `place`, or under the name of this moment into
/// the folder `place`, where those older than `keep` days then go. The instance key is not in it (DEC-7).
pub async fn run(app: &App, place: &Path, keep: Option<u16>) -> anyhow::Result<String> {
    let now = app.db.read().await?.now();
    let is_folder = place.is_dir();
    ensure!(
        is_folder || keep.is_none(),
        "only in a folder it is known which files are older backups"
    );
    let path = if is_folder {
        place.join(now.format(NAME).to_string())
    } else {
        place.to_owned()
    };
    let about = || path.display().to_string();
    let folder = folder_of(&path);
    // Its owner's alone from the beginning, and under its name once it is whole.
    let unfinished = Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder)
        .with_context(about)?;
    app.db
        .write_to(unfinished.path())
        .await
        .with_context(about)?;
    db::check(unfinished.path()).await.with_context(about)?;
    unfinished.as_file().sync_all().with_context(about)?;
    let file = unfinished
        .persist_noclobber(&path)
        .map_err(|refused| refused.error);
    let octets = file
        .and_then(|file| Ok(file.metadata()?.len()))
        .with_context(about)?;
    fs::File::open(folder)
        .and_then(|folder| folder.sync_all())
        .with_context(about)?;
    let mut said = format!(
        "{}: {octets} octets, whole; keep the instance key apart from it\n",
        about()
    );
    if let Some(days) = keep {
        for old in older(place, now - TimeDelta::days(days.into()))? {
            fs::remove_file(&old).with_context(|| old.display().to_string())?;
            said.push_str(&format!(
                "{}: older than {days} days, removed\n",
                old.display()
            ));
        }
    }
    Ok(said)
}

/// The backups in `folder` from before `limit`, and what is left of those that nobody finished.
fn older(folder: &Path, limit: Instant) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
        let moment = NaiveDateTime::parse_from_str(name, NAME).ok();
        let is_old = moment.is_some_and(|moment| moment.and_utc() < limit);
        if is_old || name.starts_with(UNFINISHED) && is_given_up(&path) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn is_given_up(unfinished: &Path) -> bool {
    let written = unfinished.metadata().and_then(|about| about.modified());
    written.is_ok_and(|at| at.elapsed().is_ok_and(|since| since > GIVEN_UP))
}
