use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::registration::Registration;
use crate::sql;

pub(super) async fn stopped(tx: &mut Tx, id: Id<Registration>) -> Result<bool> {
    let (stopped_at,): (Option<Instant>,) = tx
        .query(sql!(
            "SELECT reminders_stopped_at FROM registration WHERE id = $1"
        ))
        .bind(id)
        .fetch_one()
        .await?;
    Ok(stopped_at.is_some())
}

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
