use uuid::Uuid;

use super::Sent;
use crate::base::db::{Result, Tx};
use crate::sql;

/// Up to `most` messages about `subject` to `recipient`, the latest first.
///
/// # Errors
/// Where the database fails.
pub async fn to(tx: &mut Tx, subject: Uuid, recipient: Uuid, most: i64) -> Result<Vec<Sent>> {
    tx.query(sql!(
        "SELECT kind, state, due_at, settled_at, last_reply FROM message
         WHERE subject = $1 AND recipient = $2 ORDER BY id DESC LIMIT $3"
    ))
    .bind(subject)
    .bind(recipient)
    .bind(most)
    .fetch_all()
    .await
}
