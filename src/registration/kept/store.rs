use super::{CalendarEntry, SessionLine};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::registration::{Registration, Source};
use crate::sql;

/// Which link led to a registration, and when its address was asked to come.
pub(super) async fn origin(
    tx: &mut Tx,
    id: Id<Registration>,
) -> Result<(Option<Source>, Option<Instant>)> {
    tx.query(sql!(
        "SELECT r.source, (SELECT g.invited_at FROM guest g
            WHERE g.event_id = r.event_id AND g.email_key = r.email_key) AS invited_at
         FROM registration r WHERE r.id = $1"
    ))
    .bind(id)
    .fetch_one()
    .await
}

pub(super) async fn entries(tx: &mut Tx, id: Id<Registration>) -> Result<Vec<CalendarEntry>> {
    tx.query(sql!(
        "SELECT i.session_id, i.uid, i.next_sequence, i.issued_at, i.answer, i.answered_at
         FROM invitation i JOIN session s ON s.id = i.session_id
         WHERE i.registration_id = $1 ORDER BY s.position"
    ))
    .bind(id)
    .fetch_all()
    .await
}

pub(super) async fn lines(tx: &mut Tx, id: Id<Registration>) -> Result<Vec<SessionLine>> {
    tx.query(sql!(
        "SELECT w.session_id, w.wished_at FROM session_wish w JOIN session s ON s.id = w.session_id
         WHERE w.registration_id = $1 ORDER BY s.position"
    ))
    .bind(id)
    .fetch_all()
    .await
}

/// How many others have a live registration with the same address.
pub(super) async fn sharing_mailbox(tx: &mut Tx, registration: &Registration) -> Result<i64> {
    let (others,): (i64,) = tx
        .query(sql!(
            "SELECT count(*) AS others FROM registration
             WHERE event_id = $1 AND email_key = $2 AND id <> $3
                AND state IN ('unconfirmed', 'pending', 'waitlisted', 'confirmed')"
        ))
        .bind(registration.event)
        .bind(registration.email.key())
        .bind(registration.id)
        .fetch_one()
        .await?;
    Ok(others)
}
