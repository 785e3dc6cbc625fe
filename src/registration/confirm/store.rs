use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::registration::store::{Row, with_sessions};
use crate::registration::{Registration, RegistrationState};
use crate::sql;

/// Registrations whose address was not confirmed in time, or whose offer was not taken up.
pub(super) async fn expired_holds(tx: &mut Tx) -> Result<Vec<Registration>> {
    let now = tx.now();
    let rows: Vec<Row> = tx
        .query(sql!(
            "SELECT id, event_id, state, email, name, language, mode, listening, seated,
                token_generation, registered_at, held_until, address_confirmed_at, confirmed_at,
                declined_because, undeliverable_at, reminders_stopped_at,
                (SELECT w.mode FROM wish w WHERE w.registration_id = registration.id) AS wished_mode
             FROM registration WHERE state IN ('unconfirmed', 'waitlisted') AND held_until <= $1
             ORDER BY held_until LIMIT 200"
        ))
        .bind(now)
        .fetch_all()
        .await?;
    let mut registrations = Vec::with_capacity(rows.len());
    for row in rows {
        registrations.extend(with_sessions(tx, Some(row)).await?);
    }
    Ok(registrations)
}

/// When the next place is given up that is kept for somebody who does not answer.
pub async fn next_hold(tx: &mut Tx) -> Result<Option<Instant>> {
    let (next,): (Option<Instant>,) = tx
        .query(sql!(
            "SELECT min(held_until) AS next FROM registration
             WHERE state IN ('unconfirmed', 'waitlisted')"
        ))
        .fetch_one()
        .await?;
    Ok(next)
}

/// Notes that the address of an unconfirmed registration was confirmed.
pub(super) async fn confirm_address(
    tx: &mut Tx,
    id: Id<Registration>,
    state: RegistrationState,
) -> Result<bool> {
    let now = tx.now();
    let confirmed = tx
        .query(sql!(
            "UPDATE registration SET state = $2, address_confirmed_at = $3, held_until = NULL,
                confirmed_at = CASE WHEN $2 = 'confirmed' THEN $3 END
             WHERE id = $1 AND state = 'unconfirmed' AND $3 < held_until"
        ))
        .bind(id)
        .bind(state)
        .bind(now)
        .execute()
        .await?;
    Ok(confirmed == 1)
}
