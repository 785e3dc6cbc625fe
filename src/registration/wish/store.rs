use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Mode;
use crate::registration::Registration;
use crate::sql;

/// Notes that somebody with a place waits for one in `mode` as well.
pub(in crate::registration) async fn keep_wish(
    tx: &mut Tx,
    registration: &Registration,
    mode: Mode,
) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO wish (registration_id, event_id, mode, wished_at) VALUES ($1, $2, $3, $4)"
    ))
    .bind(registration.id)
    .bind(registration.event)
    .bind(mode)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Notes that they do not any more; `false` where they did not.
pub(in crate::registration) async fn drop_wish(
    tx: &mut Tx,
    registration: Id<Registration>,
) -> Result<bool> {
    let dropped = tx
        .query(sql!("DELETE FROM wish WHERE registration_id = $1"))
        .bind(registration)
        .execute()
        .await?;
    Ok(dropped == 1)
}
