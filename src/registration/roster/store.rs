use std::collections::HashSet;

use chrono::TimeDelta;
use sqlx::types::Json;

use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::sql;

/// A list that was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Roster;

/// How long a list is kept that nobody added.
const KEPT: TimeDelta = TimeDelta::days(1);

/// Keeps a list until it is added, for whoever handed it in; drops those that are too old.
///
/// # Errors
/// Where the database fails.
pub async fn keep(
    tx: &mut Tx,
    event: Id<Event>,
    actor: &str,
    content: &[u8],
) -> Result<Id<Roster>> {
    let id: Id<Roster> = tx.new_id();
    let now = tx.now();
    tx.query(sql!("DELETE FROM roster WHERE made_at < $1"))
        .bind(now - KEPT)
        .execute()
        .await?;
    tx.query(sql!(
        "INSERT INTO roster (id, event_id, made_by, made_at, content) VALUES ($1, $2, $3, $4, $5)"
    ))
    .bind(id)
    .bind(event)
    .bind(actor)
    .bind(now)
    .bind(content)
    .execute()
    .await?;
    Ok(id)
}

/// The list that `actor` handed in for `event`; nobody else's, and none that is too old (S-3).
///
/// # Errors
/// Where the database fails.
pub async fn load(
    tx: &mut Tx,
    event: Id<Event>,
    id: Id<Roster>,
    actor: &str,
) -> Result<Option<Vec<u8>>> {
    let now = tx.now();
    let found: Option<(Vec<u8>,)> = tx
        .query(sql!(
            "SELECT content FROM roster
             WHERE id = $1 AND event_id = $2 AND made_by = $3 AND made_at >= $4"
        ))
        .bind(id)
        .bind(event)
        .bind(actor)
        .bind(now - KEPT)
        .fetch_optional()
        .await?;
    Ok(found.map(|(content,)| content))
}

/// Drops a list; `false` where it is gone already.
///
/// # Errors
/// Where the database fails.
pub async fn discard(tx: &mut Tx, id: Id<Roster>) -> Result<bool> {
    let dropped = tx
        .query(sql!("DELETE FROM roster WHERE id = $1"))
        .bind(id)
        .execute()
        .await?;
    Ok(dropped == 1)
}

/// Those of the addresses `keys` that have a live registration for `event`.
///
/// # Errors
/// Where the database fails.
pub async fn known_addresses(
    tx: &mut Tx,
    event: Id<Event>,
    keys: &[String],
) -> Result<HashSet<String>> {
    let known: Vec<(String,)> = tx
        .query(sql!(
            "SELECT email_key FROM registration
             WHERE event_id = $1 AND state IN ('unconfirmed', 'pending', 'waitlisted', 'confirmed')
                AND email_key ",
            sqlite: "IN (SELECT value FROM json_each($2))",
            postgres: "= ANY (ARRAY (SELECT jsonb_array_elements_text($2)))",
            ""
        ))
        .bind(event)
        .bind(Json(keys))
        .fetch_all()
        .await?;
    Ok(known.into_iter().map(|(key,)| key).collect())
}
