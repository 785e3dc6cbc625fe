use sqlx::types::Json;

use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::registration::{Registration, Request};
use crate::sql;

/// Somebody who was asked for with the address of a registration.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Companion {
    /// The identifier.
    pub id: Id<Self>,
    /// What was asked for.
    #[sqlx(json)]
    pub request: Request,
}

/// Whether somebody of this name is registered with the address of `known`.
pub(super) async fn is_there(tx: &mut Tx, known: &Registration, name_key: &str) -> Result<bool> {
    let found: Option<(Id<Registration>,)> = tx
        .query(sql!(
            "SELECT id FROM registration
             WHERE event_id = $1 AND email_key = $2 AND companion_key = $3
                AND state IN ('unconfirmed', 'pending', 'waitlisted', 'confirmed')"
        ))
        .bind(known.event)
        .bind(known.email.key())
        .bind(name_key)
        .fetch_optional()
        .await?;
    Ok(found.is_some())
}

pub(super) async fn count(tx: &mut Tx, registration: Id<Registration>) -> Result<i64> {
    let (asked,): (i64,) = tx
        .query(sql!(
            "SELECT count(*) AS asked FROM companion_request WHERE registration_id = $1"
        ))
        .bind(registration)
        .fetch_one()
        .await?;
    Ok(asked)
}

pub(super) async fn keep(
    tx: &mut Tx,
    registration: Id<Registration>,
    name_key: &str,
    request: &Request,
) -> Result<()> {
    let (id, now): (Id<Companion>, _) = (tx.new_id(), tx.now());
    tx.query(sql!(
        "INSERT INTO companion_request (id, registration_id, name_key, request, asked_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (registration_id, name_key) DO NOTHING"
    ))
    .bind(id)
    .bind(registration)
    .bind(name_key)
    .bind(Json(request))
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Those who were asked for with the address of a registration, in their order.
pub(super) async fn of(tx: &mut Tx, registration: Id<Registration>) -> Result<Vec<Companion>> {
    tx.query(sql!(
        "SELECT id, request FROM companion_request WHERE registration_id = $1 ORDER BY asked_at, id"
    ))
    .bind(registration)
    .fetch_all()
    .await
}

/// One of them, who is there no more then.
pub(super) async fn take(
    tx: &mut Tx,
    registration: Id<Registration>,
    companion: Id<Companion>,
) -> Result<Option<Companion>> {
    tx.query(sql!(
        "DELETE FROM companion_request WHERE id = $1 AND registration_id = $2 RETURNING id, request"
    ))
    .bind(companion)
    .bind(registration)
    .fetch_optional()
    .await
}
