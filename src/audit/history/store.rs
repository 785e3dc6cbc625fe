use uuid::Uuid;

use super::Past;
use crate::base::db::{Result, Tx};
use crate::sql;

/// What was done to `object`, the latest first.
///
/// # Errors
/// Where the database fails.
pub async fn of_object(tx: &mut Tx, object: Uuid) -> Result<Vec<Past>> {
    tx.query(sql!(
        "SELECT at, actor, action FROM audit_line WHERE object = $1 ORDER BY at DESC, id DESC LIMIT 60"
    ))
    .bind(object)
    .fetch_all()
    .await
}
