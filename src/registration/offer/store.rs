use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::registration::Registration;
use crate::sql;

/// Makes the place that is kept for a registration its own, while the offer lasts.
pub(super) async fn take_up(tx: &mut Tx, id: Id<Registration>) -> Result<bool> {
    let now = tx.now();
    let taken = tx
        .query(sql!(
            "UPDATE registration SET state = 'confirmed', confirmed_at = $2, held_until = NULL
             WHERE id = $1 AND state = 'waitlisted' AND seated = TRUE AND $2 < held_until"
        ))
        .bind(id)
        .bind(now)
        .execute()
        .await?;
    Ok(taken == 1)
}
