use sqlx::types::Json;

use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::event::Because;
use crate::registration::{Registration, RegistrationState};
use crate::sql;

/// Refuses a registration that is still in the state `from`.
pub(super) async fn decline(
    tx: &mut Tx,
    id: Id<Registration>,
    from: RegistrationState,
    reason: Option<Localised>,
) -> Result<bool> {
    let because = reason.map(|reason| Json(Because { reason }));
    let declined = tx
        .query(sql!(
            "UPDATE registration SET state = 'declined', seated = FALSE, declined_because = $3
             WHERE id = $1 AND state = $2"
        ))
        .bind(id)
        .bind(from)
        .bind(because)
        .execute()
        .await?;
    Ok(declined == 1)
}

/// Whether a mail with a link may have reached somebody.
pub(super) async fn may_know_link(tx: &mut Tx, registration: &Registration) -> Result<bool> {
    let (links,): (i64,) = tx
        .query(sql!(
            "SELECT count(*) AS links FROM message
             WHERE subject = $1 AND recipient = $2 AND kind = 'link'
                AND state NOT IN ('scheduled', 'suppressed', 'dead')"
        ))
        .bind(registration.event)
        .bind(registration.id)
        .fetch_one()
        .await?;
    Ok(links > 0)
}
