use sqlx::types::Json;

use super::LATER;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::sql;

/// What is left to do for somebody who was erased.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Erasure {
    /// The identifier.
    pub id: Id<Self>,
    /// The Message-IDs of their mails, of which there may be copies.
    #[sqlx(json)]
    pub mails: Vec<String>,
    /// How often it is still to be done, this time included.
    passes: i64,
}

pub(super) async fn insert(tx: &mut Tx, mails: &[String], passes: i64) -> Result<()> {
    let (id, now): (Id<Erasure>, _) = (tx.new_id(), tx.now());
    tx.query(sql!(
        "INSERT INTO erasure (id, mails, passes, due_at) VALUES ($1, $2, $3, $4)"
    ))
    .bind(id)
    .bind(Json(mails))
    .bind(passes)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Whether there is anything to do for somebody who was erased.
///
/// # Errors
/// Where the database fails.
pub async fn is_erasure_due(tx: &mut Tx) -> Result<bool> {
    let now = tx.now();
    let found: Option<(Id<Erasure>,)> = tx
        .query(sql!("SELECT id FROM erasure WHERE due_at <= $1 LIMIT 1"))
        .bind(now)
        .fetch_optional()
        .await?;
    Ok(found.is_some())
}

/// Whatever is to be done now; nobody else does it for a while, and it stays to be done until it is
/// [finished](super::finish_erasures).
///
/// # Errors
/// Where the database fails.
pub async fn take_erasures(tx: &mut Tx) -> Result<Vec<Erasure>> {
    let now = tx.now();
    tx.query(sql!(
        "UPDATE erasure SET due_at = $2 WHERE due_at <= $1 RETURNING id, mails, passes"
    ))
    .bind(now)
    .bind(now + LATER)
    .fetch_all()
    .await
}

/// Drops what is done as often as it has to be.
pub(super) async fn finish(tx: &mut Tx, erasure: &Erasure) -> Result<()> {
    let done = if erasure.passes > 1 {
        sql!("UPDATE erasure SET passes = passes - 1 WHERE id = $1")
    } else {
        sql!("DELETE FROM erasure WHERE id = $1")
    };
    tx.query(done).bind(erasure.id).execute().await?;
    Ok(())
}
