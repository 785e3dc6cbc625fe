use anyhow::{Context, ensure};
use serde_json::json;
use uuid::Uuid;

use super::app::App;
use super::lock::Half;
use crate::audit;
use crate::base::chance::Chance;
use crate::base::clock::Clock;
use crate::base::db::Db;
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
    // Nothing is to change here meanwhile.
    let _halves = (Half::Server.take(&settings)?, Half::Worker.take(&settings)?);
    let app = App::open(settings).await?;
    let target = Db::open(url, Clock::System, Chance::System)
        .await
        .context("the database to copy to")?;
    target.migrate().await?;
    let copied = app.db.copy_into(&target).await?;
    target.close().await;
    let mut tx = app.db.begin().await?;
    outbox::pause(&mut tx, "everything was copied to another database").await?;
    audit::record(&mut tx, OPERATOR, "copied", Uuid::nil(), json!({})).await?;
    tx.commit().await?;
    app.db.close().await;
    let mut said = String::new();
    for copied in copied.iter().filter(|copied| copied.rows > 0) {
        said.push_str(&format!("{}: {}\n", copied.table, copied.rows));
    }
    said.push_str("Set CONVOKE_DATABASE_URL to it, with the same instance key; no mail leaves from here any more\n");
    Ok(said)
}
