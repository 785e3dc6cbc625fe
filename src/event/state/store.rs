use sqlx::types::Json;

use super::Because;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::sql;

/// Calls a published event off; `false` where it is not published. The plan is looked at again at once.
pub(super) async fn cancel(
    tx: &mut Tx,
    event: Id<Event>,
    because: Option<Because>,
) -> Result<bool> {
    let now = tx.now();
    let cancelled = tx
        .query(sql!(
            "UPDATE event SET state = 'cancelled', cancellations = cancellations + 1,
                cancelled_because = $3, revision = revision + 1, plan_due_at = $2, updated_at = $2
             WHERE id = $1 AND state = 'published'"
        ))
        .bind(event)
        .bind(now)
        .bind(because.map(Json))
        .execute()
        .await?;
    Ok(cancelled == 1)
}

/// `false` where the event is not published, or was released before.
pub(super) async fn release(tx: &mut Tx, event: Id<Event>) -> Result<bool> {
    let now = tx.now();
    let released = tx
        .query(sql!(
            "UPDATE event SET released_at = $2, revision = revision + 1, plan_due_at = $2,
                updated_at = $2
             WHERE id = $1 AND state = 'published' AND released_at IS NULL"
        ))
        .bind(event)
        .bind(now)
        .execute()
        .await?;
    Ok(released == 1)
}
