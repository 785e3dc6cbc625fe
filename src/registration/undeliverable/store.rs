use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::registration::Registration;
use crate::sql;

/// Events of the same organisation for which the address of a registration has a live one, in the
/// order in which events are held.
pub(super) async fn events_with_address_of(
    tx: &mut Tx,
    id: Id<Registration>,
) -> Result<Vec<Id<Event>>> {
    let events: Vec<(Id<Event>,)> = tx
        .query(sql!(
            "SELECT DISTINCT r.event_id FROM registration r
             JOIN event e ON e.id = r.event_id
             JOIN registration returned ON returned.id = $1
                AND returned.email_key = r.email_key
             JOIN event its ON its.id = returned.event_id
                AND its.organisation_id = e.organisation_id
             WHERE r.state IN ('unconfirmed', 'pending', 'waitlisted', 'confirmed')
             ORDER BY r.event_id"
        ))
        .bind(id)
        .fetch_all()
        .await?;
    Ok(events.into_iter().map(|(event,)| event).collect())
}

/// Notes that mail to the address of registration `id` came back, on its live registration for
/// `event`; what was noted before stays.
pub(super) async fn mark_undeliverable(
    tx: &mut Tx,
    event: Id<Event>,
    id: Id<Registration>,
    status: &str,
) -> Result<u64> {
    let now = tx.now();
    tx.query(sql!(
        "UPDATE registration SET undeliverable_at = $3, undeliverable_status = $4
         WHERE event_id = $1 AND undeliverable_at IS NULL
            AND email_key = (SELECT same.email_key FROM registration same WHERE same.id = $2)
            AND state IN ('unconfirmed', 'pending', 'waitlisted', 'confirmed')"
    ))
    .bind(event)
    .bind(id)
    .bind(now)
    .bind(status)
    .execute()
    .await
}
