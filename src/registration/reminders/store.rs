use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::registration::Registration;
use crate::sql;

pub(super) async fn stop(tx: &mut Tx, id: Id<Registration>) -> Result<bool> {
    let now = tx.now();
    let stopped = tx
        .query(sql!(
            "UPDATE registration SET reminders_stopped_at = $2
             WHERE id = $1 AND reminders_stopped_at IS NULL"
        ))
        .bind(id)
        .bind(now)
        .execute()
        .await?;
    Ok(stopped > 0)
}

pub(super) async fn resume(tx: &mut Tx, id: Id<Registration>) -> Result<bool> {
    let resumed = tx
        .query(sql!(
            "UPDATE registration SET reminders_stopped_at = NULL
             WHERE id = $1 AND reminders_stopped_at IS NOT NULL"
        ))
        .bind(id)
        .execute()
        .await?;
    Ok(resumed > 0)
}
