use uuid::Uuid;

use super::Past;
use crate::base::db::{Result, Tx};
use crate::sql;

/// Up to `most` of what was done to `object`, the latest first.
///
/// # Errors
/// Where the database fails.
pub async fn of_object(tx: &mut Tx, object: Uuid, most: i64) -> Result<Vec<Past>> {
    tx.query(sql!(
        "SELECT at, actor, action, changes FROM audit_line WHERE object = $1
         ORDER BY at DESC, id DESC LIMIT $2"
    ))
    .bind(object)
    .bind(most)
    .fetch_all()
    .await
}
