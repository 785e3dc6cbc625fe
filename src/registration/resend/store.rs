use sqlx::types::Json;
use uuid::Uuid;

use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::text::EmailAddress;
use crate::event::Event;
use crate::registration::Registration;
use crate::sql;

/// A registration with an address.
#[derive(sqlx::FromRow)]
pub(super) struct Found {
    pub(super) id: Id<Registration>,
    pub(super) event_id: Id<Event>,
    pub(super) companion_key: String,
}

/// The registrations with this address whose owner has answered from it, event by event and person by person,
/// of each person the live one or the latest first.
pub(super) async fn of_mailbox(
    tx: &mut Tx,
    event: Option<Id<Event>>,
    email: &EmailAddress,
) -> Result<Vec<Found>> {
    tx.query(sql!(
        "SELECT r.id, r.event_id, r.companion_key FROM registration r
         JOIN event e ON e.id = r.event_id
         WHERE r.email_key = $1 AND ($2 OR r.event_id = $3) AND r.state <> 'unconfirmed'
            AND e.trashed_at IS NULL
         ORDER BY e.starts_at DESC, r.event_id, r.companion_key,
            CASE WHEN r.state IN ('pending', 'waitlisted', 'confirmed') THEN 0 ELSE 1 END,
            r.registered_at DESC, r.id DESC LIMIT 100"
    ))
    .bind(email.key())
    .bind(event.is_none())
    .bind(event.map_or(Uuid::nil(), Id::uuid))
    .fetch_all()
    .await
}

/// Notes that these are wanted; none, where the address is nobody's.
pub(super) async fn insert(tx: &mut Tx, wanted: &[Id<Registration>]) -> Result<()> {
    let (id, now): (Id<()>, _) = (tx.new_id(), tx.now());
    let wanted: Vec<String> = wanted.iter().map(ToString::to_string).collect();
    tx.query(sql!(
        "INSERT INTO resend_request (id, wanted, asked_at) VALUES ($1, $2, $3)"
    ))
    .bind(id)
    .bind(Json(wanted))
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Whether anybody waits for an answer.
///
/// # Errors
/// Where the database fails.
pub async fn has_resend_request(tx: &mut Tx) -> Result<bool> {
    let found: Option<(Id<()>,)> = tx
        .query(sql!("SELECT id FROM resend_request LIMIT 1"))
        .fetch_optional()
        .await?;
    Ok(found.is_some())
}

/// What somebody wants, which is wanted no longer then; `None` where nobody does.
pub(super) async fn take(tx: &mut Tx) -> Result<Option<Vec<Id<Registration>>>> {
    let taken: Option<(Json<Vec<String>>,)> = tx
        .query(sql!(
            "DELETE FROM resend_request WHERE id IN (
                SELECT id FROM resend_request ORDER BY id LIMIT 1",
            sqlite: "",
            postgres: " FOR UPDATE SKIP LOCKED",
            ") RETURNING wanted"
        ))
        .fetch_optional()
        .await?;
    Ok(taken.map(|(Json(wanted),)| wanted.iter().filter_map(|id| id.parse().ok()).collect()))
}
