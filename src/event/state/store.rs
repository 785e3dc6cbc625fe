use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, EventState};
use crate::sql;

/// `false` where the event is not in the state `from`. The plan is looked at again at once.
pub(super) async fn change_state(
    tx: &mut Tx,
    event: Id<Event>,
    from: EventState,
    to: EventState,
) -> Result<bool> {
    let now = tx.now();
    let changed = tx
        .query(sql!(
            "UPDATE event SET state = $3, revision = revision + 1, plan_due_at = $4,
                updated_at = $4
             WHERE id = $1 AND state = $2"
        ))
        .bind(event)
        .bind(from)
        .bind(to)
        .bind(now)
        .execute()
        .await?;
    Ok(changed == 1)
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
