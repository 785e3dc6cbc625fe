//! A whole database in one file of SQLite, which either engine can be made of again.

use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode};
use sqlx::{ConnectOptions, Connection, query, query_scalar};

use super::{Db, Error, Pools, Result};

impl Db {
    /// Writes everything, from one consistent state, into the file at `path`, which is empty or not there
    /// yet. Nobody has to wait for it.
    pub async fn write_to(&self, path: &Path) -> Result<()> {
        match &self.pools {
            Pools::Sqlite { readers, .. } => {
                // One of its own: who writes does not wait, and who only reads may not.
                let options = readers.connect_options().as_ref().clone();
                let mut own = options.pragma("query_only", "off").connect().await?;
                query("VACUUM INTO $1")
                    .bind(path.to_string_lossy().into_owned())
                    .execute(&mut own)
                    .await?;
                own.close().await?;
            }
            Pools::Postgres(_) => {
                let url = format!("sqlite://{}", path.display());
                let file = Self::open(&url, self.clock.clone(), self.chance.clone()).await?;
                file.migrate().await?;
                self.copy_into(&file).await?;
                file.close().await;
            }
        }
        stand_alone(path).await
    }
}

/// Whether what the file at `path` holds is whole, and a database of ours.
///
/// # Errors
/// [`Error::Corrupt`] with what is wrong, [`Error::Unavailable`] or [`Error::Fault`] where it is no
/// database of ours.
pub async fn check(path: &Path) -> Result<()> {
    let mut file = SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        .connect()
        .await?;
    let found: Vec<String> = query_scalar("PRAGMA integrity_check")
        .fetch_all(&mut file)
        .await?;
    if found != ["ok"] {
        // SQLite says several things in one text, each on a line of its own.
        let lines: Vec<&str> = found.iter().flat_map(|text| text.lines()).collect();
        return Err(Error::Corrupt(lines.join("; ")));
    }
    let dangling = query("PRAGMA foreign_key_check")
        .fetch_all(&mut file)
        .await?;
    if !dangling.is_empty() {
        let text = format!("{} rows refer to what is not there", dangling.len());
        return Err(Error::Corrupt(text));
    }
    // An empty file is a whole database, too.
    let key: Option<String> = query_scalar("SELECT key_fingerprint FROM instance")
        .fetch_optional(&mut file)
        .await?;
    if key.is_none() {
        return Err(Error::Corrupt("it was never in use".to_owned()));
    }
    Ok(file.close().await?)
}

/// Makes the file at `path` stand for itself, without a log of writes beside it.
pub async fn stand_alone(path: &Path) -> Result<()> {
    let file: SqliteConnection = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Delete)
        .connect()
        .await?;
    Ok(file.close().await?)
}
