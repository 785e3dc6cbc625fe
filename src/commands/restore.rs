use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use serde_json::json;
use tempfile::NamedTempFile;
use uuid::Uuid;

use super::app::{folder_of, make_data_folder};
use super::lock::Half;
use crate::account;
use crate::audit;
use crate::base::chance::Chance;
use crate::base::clock::Clock;
use crate::base::db::{self, Db};
use crate::base::secret::InstanceKey;
use crate::config::Settings;
use crate::event::{self, OPERATOR};
use crate::outbox;

/// The log of writes that SQLite keeps beside a database; that of another one would be taken for its own.
const LOG: &str = "-wal";

/// What else it keeps there.
const SHARED: &str = "-shm";

/// Makes the database what a backup says. All mail rests from then on, since what the backup owes may
/// have been sent after it was made: who restores sees how much would go, and lets it.
pub async fn run(settings: Settings, backup: &Path, replace: bool) -> anyhow::Result<String> {
    let _halves = (Half::Server.take(&settings)?, Half::Worker.take(&settings)?);
    make_data_folder(&settings)?;
    let copy = copied(&settings, backup).await?;
    let db = opened(copy.path()).await?;
    let due = prepare(&db, &settings, backup).await;
    if due.is_ok() && settings.database_file().is_none() {
        fill(&settings, &db).await?;
    }
    // Before anything is given up, too: what SQLite keeps beside the copy goes with this.
    db.close().await;
    let due = due?;
    if let Some(path) = settings.database_file() {
        db::stand_alone(copy.path()).await?;
        put_in_place(copy, path, replace)?;
    }
    Ok(told(backup, &due))
}

/// A checked copy of the backup, which itself stays as it is.
async fn copied(settings: &Settings, backup: &Path) -> anyhow::Result<NamedTempFile> {
    let about = || backup.display().to_string();
    let log = with_suffix(backup, LOG);
    ensure!(
        !log.metadata().is_ok_and(|log| log.len() > 0),
        "{} is not all of it: {} belongs to it",
        backup.display(),
        log.display()
    );
    let folder = settings
        .database_file()
        .map_or(settings.data_dir.as_path(), folder_of);
    // Its owner's alone, whoever may read the backup.
    let mut copy = NamedTempFile::new_in(folder).with_context(|| folder.display().to_string())?;
    let mut octets = File::open(backup).with_context(about)?;
    io::copy(&mut octets, copy.as_file_mut()).with_context(about)?;
    db::check(copy.path()).await.with_context(about)?;
    Ok(copy)
}

/// The copy, brought up to this version.
async fn opened(copy: &Path) -> anyhow::Result<Db> {
    let url = format!("sqlite://{}", copy.display());
    let db = Db::open(&url, Clock::System, Chance::System).await?;
    db.migrate().await?;
    Ok(db)
}

/// Stops all mail in the copy; gives what would be due at once, as kind and number.
async fn prepare(
    db: &Db,
    settings: &Settings,
    backup: &Path,
) -> anyhow::Result<Vec<(String, i64)>> {
    let mut tx = db.begin().await?;
    let path = &settings.secret_key_file;
    let is_its_own = match InstanceKey::load(path).with_context(|| path.display().to_string())? {
        Some(key) => account::accept_key(&mut tx, &key).await?,
        None => false,
    };
    if !is_its_own {
        let events = event::with_sealed_links(&mut tx).await?;
        bail!(
            "the instance key of {} is not at {}: put it there. If it is lost, the meeting links of these \
             events are, too: {}",
            backup.display(),
            path.display(),
            if events.is_empty() {
                "none".to_owned()
            } else {
                events.join(", ")
            }
        );
    }
    outbox::pause(&mut tx, "restored from a backup").await?;
    let told = json!({ "backup": backup.file_name().map(|name| name.to_string_lossy()) });
    audit::record(&mut tx, OPERATOR, "restored", Uuid::nil(), told).await?;
    let due = outbox::due_by_kind(&mut tx).await?;
    tx.commit().await?;
    Ok(due)
}

/// Copies it to the empty database of the settings.
async fn fill(settings: &Settings, db: &Db) -> anyhow::Result<()> {
    let url = settings.database_url.reveal();
    let target = Db::open(url, Clock::System, Chance::System).await?;
    target.migrate().await?;
    db.copy_into(&target).await?;
    target.close().await;
    Ok(())
}

/// Puts the prepared copy where the database is; what was there stays beside it under another name, with its
/// log of writes, which may hold the last that was accepted.
fn put_in_place(copy: NamedTempFile, path: &Path, replace: bool) -> anyhow::Result<()> {
    let about = || path.display().to_string();
    let moment = Clock::System.now().format("%Y%m%dT%H%M%SZ");
    let replaced = with_suffix(path, &format!(".replaced-{moment}"));
    ensure!(
        replace || !path.exists(),
        "{} is there already: with --replace it is kept as {}",
        path.display(),
        replaced.display()
    );
    ensure!(
        !replaced.exists(),
        "{} is there already",
        replaced.display()
    );
    for beside in ["", LOG, SHARED] {
        let (old, kept) = (with_suffix(path, beside), with_suffix(&replaced, beside));
        match fs::rename(&old, kept) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(error).with_context(|| old.display().to_string());
            }
            _ => {}
        }
    }
    copy.as_file().sync_all().with_context(about)?;
    copy.persist_noclobber(path)
        .map_err(|refused| refused.error)
        .with_context(about)?;
    File::open(folder_of(path))
        .and_then(|folder| folder.sync_all())
        .with_context(about)
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn told(backup: &Path, due: &[(String, i64)]) -> String {
    let mut said = format!("restored {}; all mail rests\n", backup.display());
    for (kind, number) in due {
        said.push_str(&format!("due now: {number} {kind}\n"));
    }
    said.push_str(
        "“convoke mail list” says what would go; “convoke mail resume” lets it, with --drop KIND without that\n",
    );
    said
}
