use serde_json::Value as Json;
use uuid::Uuid;

use crate::account::Organisation;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::sql;

/// A marked line of the log.
#[derive(sqlx::FromRow)]
pub(super) struct Line {
    pub(super) id: Uuid,
    pub(super) at: Instant,
    pub(super) action: String,
    pub(super) object: Uuid,
    pub(super) event_id: Option<Uuid>,
    pub(super) organisation_id: Option<Id<Organisation>>,
    #[sqlx(json)]
    pub(super) changes: Json,
}

pub(super) async fn has_marked_line(tx: &mut Tx) -> Result<bool> {
    let found: Option<(Uuid,)> = tx
        .query(sql!(
            "SELECT id FROM audit_line WHERE owed_to_webhooks LIMIT 1"
        ))
        .fetch_optional()
        .await?;
    Ok(found.is_some())
}

/// Takes the marks of up to `limit` lines away, and gives the lines in their order. What another worker has in
/// hand is left to it.
pub(super) async fn take_marked_lines(tx: &mut Tx, limit: i64) -> Result<Vec<Line>> {
    let mut lines: Vec<Line> = tx
        .query(sql!(
            "UPDATE audit_line SET owed_to_webhooks = FALSE WHERE id IN (
                SELECT id FROM audit_line WHERE owed_to_webhooks ORDER BY id LIMIT $1",
            sqlite: "", postgres: " FOR UPDATE SKIP LOCKED",
            ") RETURNING id, at, action, object, event_id, organisation_id, changes"
        ))
        .bind(limit)
        .fetch_all()
        .await?;
    lines.sort_by_key(|line| line.id);
    Ok(lines)
}
