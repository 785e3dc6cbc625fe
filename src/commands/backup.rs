use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use chrono::{NaiveDateTime, TimeDelta};
use tempfile::NamedTempFile;

use super::app::App;
use crate::base::clock::Instant;
use crate::base::db;

/// What backups in a folder are called: by their moment, in UTC.
const NAME: &str = "convoke-%Y%m%dT%H%M%SZ.db";

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
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    // Its owner's alone from the beginning, and under its name once it is whole.
    let unfinished = NamedTempFile::new_in(folder).with_context(about)?;
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

/// The backups in `folder` from before `limit`.
fn older(folder: &Path, limit: Instant) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let moment = path
            .file_name()
            .and_then(OsStr::to_str)
            .and_then(|name| NaiveDateTime::parse_from_str(name, NAME).ok());
        if moment.is_some_and(|moment| moment.and_utc() < limit) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
