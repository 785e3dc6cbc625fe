use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use serde_json::json;
use tempfile::NamedTempFile;
use uuid::Uuid;

use super::app::{make_data_folder, open_key};
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

/// Files that SQLite keeps beside a database; those of another one would be taken for its own.
const BESIDE: [&str; 2] = ["-wal", "-shm"];

/// Makes the database what a backup says. All mail rests from then on, since what the backup owes may
/// have been sent after it was made: who restores sees how much would go, and lets it.
pub async fn run(settings: Settings, backup: &Path, replace: bool) -> anyhow::Result<String> {
    let _halves = (Half::Server.take(&settings)?, Half::Worker.take(&settings)?);
    make_data_folder(&settings)?;
    let key = open_key(&settings.secret_key_file, &Chance::System)?;
    let (copy, db) = opened_copy(&settings, backup).await?;
    let due = prepare(&db, &key, backup, &settings).await?;
    match settings.database_file() {
        Some(path) => {
            db.close().await;
            put_in_place(copy, path, replace)?;
        }
        None => {
            let target = Db::open(
                settings.database_url.reveal(),
                Clock::System,
                Chance::System,
            )
            .await?;
            target.migrate().await?;
            db.copy_into(&target).await?;
            target.close().await;
            db.close().await;
        }
    }
    Ok(told(backup, &due))
}

/// A copy of the backup, checked and brought up to this version: the backup itself stays as it is.
async fn opened_copy(settings: &Settings, backup: &Path) -> anyhow::Result<(NamedTempFile, Db)> {
    let about = || backup.display().to_string();
    let folder = settings
        .database_file()
        .and_then(Path::parent)
        .unwrap_or(&settings.data_dir);
    let copy = NamedTempFile::new_in(folder).with_context(|| folder.display().to_string())?;
    fs::copy(backup, copy.path()).with_context(about)?;
    db::check(copy.path()).await.with_context(about)?;
    let url = format!("sqlite://{}", copy.path().display());
    let db = Db::open(&url, Clock::System, Chance::System)
        .await
        .with_context(about)?;
    db.migrate().await.with_context(about)?;
    Ok((copy, db))
}

/// Stops all mail in the copy; gives what would be due at once, as kind and number.
async fn prepare(
    db: &Db,
    key: &InstanceKey,
    backup: &Path,
    settings: &Settings,
) -> anyhow::Result<Vec<(String, i64)>> {
    let mut tx = db.begin().await?;
    if !account::accept_key(&mut tx, key).await? {
        let events = event::with_sealed_links(&mut tx).await?;
        bail!(
            "the instance key {} is not the one of {}: put the right one there. If it is lost, the meeting \
             links of these events are, too: {}",
            settings.secret_key_file.display(),
            backup.display(),
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

/// Puts the prepared copy where the database is; what was there stays beside it under another name.
fn put_in_place(copy: NamedTempFile, path: &Path, replace: bool) -> anyhow::Result<()> {
    let about = || path.display().to_string();
    if path.exists() {
        ensure!(
            replace,
            "{} is there already: with --replace it is kept as {}",
            path.display(),
            replaced(path).display()
        );
        // It is whole without them once its last log of writes is in it, which opening it sees to.
        fs::rename(path, replaced(path)).with_context(about)?;
    }
    for beside in BESIDE {
        let stale = with_suffix(path, beside);
        let kept = with_suffix(&replaced(path), beside);
        match fs::rename(&stale, kept) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(error).with_context(|| stale.display().to_string());
            }
            _ => {}
        }
    }
    copy.as_file().sync_all().with_context(about)?;
    copy.persist_noclobber(path)
        .map_err(|refused| refused.error)
        .with_context(about)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::File::open(folder)
        .and_then(|folder| folder.sync_all())
        .with_context(about)
}

fn replaced(path: &Path) -> PathBuf {
    with_suffix(path, ".replaced")
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
