use serde_json::Value as Json;
use uuid::Uuid;

use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::sql;

/// Writes down that `actor` did `action` to `object`; `changes` is an object without any value of
/// an attendee's (P-4).
pub async fn record(
    tx: &mut Tx,
    actor: &str,
    action: &str,
    object: Uuid,
    changes: Json,
) -> Result<()> {
    let id: Id<()> = tx.new_id();
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO audit_line (id, at, actor, action, object, changes)
         VALUES ($1, $2, $3, $4, $5, $6)"
    ))
    .bind(id)
    .bind(now)
    .bind(actor)
    .bind(action)
    .bind(object)
    .bind(changes)
    .execute()
    .await?;
    Ok(())
}
