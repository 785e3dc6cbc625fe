use anyhow::{Context, ensure};
use serde_json::json;
use uuid::Uuid;

use super::app::{App, ensure_there};
use super::lock::Half;
use crate::audit;
use crate::base::chance::Chance;
use crate::base::clock::Clock;
use crate::base::db::{Copied, Db};
use crate::config::Settings;
use crate::event::OPERATOR;
use crate::outbox;

/// Copies the whole database to the empty one at `url`, of either engine. From then on no mail leaves
/// here, so that none goes from both.
pub async fn run(settings: Settings, url: &str) -> anyhow::Result<String> {
    let (sqlite, postgres) = (url.starts_with("sqlite://"), url.starts_with("postgres"));
    ensure!(
        sqlite || postgres,
        "copy to sqlite://PATH or postgres://USER:PASSWORD@HOST/DATABASE"
    );
    // On PostgreSQL that is for who copies to see to: other nodes may run.
    let _halves = (Half::Server.take(&settings)?, Half::Worker.take(&settings)?);
    ensure_there(&settings)?;
    let app = App::open(settings).await?;
    let target = Db::open(url, Clock::System, Chance::System)
        .await
        .context("the database to copy to")?;
    target.migrate().await?;
    // Before anything is there, so that no mail goes from both; whoever rested before rests there, too.
    let is_ours = pause(&app.db).await?;
    let copied = app.db.copy_into(&target).await;
    if is_ours {
        let goes_on = if copied.is_ok() { &target } else { &app.db };
        resume(goes_on).await?;
    }
    target.close().await;
    app.db.close().await;
    Ok(told(&copied?))
}

async fn pause(db: &Db) -> anyhow::Result<bool> {
    let mut tx = db.begin().await?;
    let is_ours = outbox::pause(&mut tx, "everything was copied to another database").await?;
    audit::record(&mut tx, OPERATOR, "copied", Uuid::nil(), json!({})).await?;
    tx.commit().await?;
    Ok(is_ours)
}

async fn resume(db: &Db) -> anyhow::Result<()> {
    let mut tx = db.begin().await?;
    outbox::resume(&mut tx).await?;
    tx.commit().await?;
    Ok(())
}

fn told(copied: &[Copied]) -> String {
    let mut said = String::new();
    for copied in copied.iter().filter(|copied| copied.rows > 0) {
        said.push_str(&format!("{}: {}\n", copied.table, copied.rows));
    }
    said.push_str("Set CONVOKE_DATABASE_URL to it, with the same instance key; no mail leaves from here any more\n");
    said
}
