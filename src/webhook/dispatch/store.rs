use uuid::Uuid;

use super::Due;
use crate::account::Organisation;
use crate::base::clock::Instant;
use crate::base::db::{Error, Result, Tx};
use crate::base::id::Id;
use crate::sql;
use crate::webhook::store::Row;
use crate::webhook::{Delivery, Webhook};

/// What its messages are signed with, as it is kept, and whether an owner answers for it.
#[derive(sqlx::FromRow)]
pub(super) struct Sealed {
    pub(super) secret: Vec<u8>,
    pub(super) former: Option<Vec<u8>>,
    pub(super) is_answered_for: bool,
}

pub(super) async fn due(tx: &mut Tx) -> Result<Vec<Due>> {
    let now = tx.now();
    tx.query(sql!(
        "SELECT id AS webhook, organisation_id AS organisation FROM (
            SELECT id, organisation_id, (SELECT min(due_at) FROM webhook_delivery d
                WHERE d.webhook_id = w.id AND d.due_at <= $1) AS since
            FROM webhook w WHERE active_since IS NOT NULL) AS owed
         WHERE since IS NOT NULL ORDER BY since, id"
    ))
    .bind(now)
    .fetch_all()
    .await
}

/// An active webhook with what it takes to sign.
pub(super) async fn to_sign(tx: &mut Tx, id: Id<Webhook>) -> Result<Option<(Webhook, Sealed)>> {
    #[derive(sqlx::FromRow)]
    struct Both {
        #[sqlx(flatten)]
        row: Row,
        #[sqlx(flatten)]
        sealed: Sealed,
    }
    let now = tx.now();
    let found: Option<Both> = tx
        .query(sql!(
            "SELECT id, organisation_id, event_id, address, kinds, shows_people, made_by, active_since,
                off_because, former_until, failures, failing_since, secret,
                CASE WHEN former_until > $2 THEN former_secret END AS former,
                EXISTS (SELECT 1 FROM membership m WHERE m.organiser_id = webhook.made_by
                    AND m.organisation_id = webhook.organisation_id AND m.event_id = $3
                    AND m.role = 'owner') AS is_answered_for
             FROM webhook WHERE id = $1 AND active_since IS NOT NULL"
        ))
        .bind(id)
        .bind(now)
        .bind(Uuid::nil())
        .fetch_optional()
        .await?;
    Ok(found.map(|both| (both.row.into(), both.sealed)))
}

/// Takes up to `limit` due deliveries in hand until `until`, in the order in which they became due.
pub(super) async fn lease(
    tx: &mut Tx,
    webhook: Id<Webhook>,
    until: Instant,
    limit: i64,
) -> Result<Vec<Delivery>> {
    let now = tx.now();
    let mut leased: Vec<Delivery> = tx
        .query(sql!(
            "UPDATE webhook_delivery SET due_at = $3, attempts = attempts + 1, tried_at = $2
             WHERE id IN (SELECT id FROM webhook_delivery WHERE webhook_id = $1 AND due_at <= $2
                ORDER BY due_at, id LIMIT $4",
            sqlite: "", postgres: " FOR UPDATE SKIP LOCKED",
            ") RETURNING id, kind, happened_at, event_id, registration_id, session_id, due_at, attempts,
                status, trouble, tried_at"
        ))
        .bind(webhook)
        .bind(now)
        .bind(until)
        .bind(limit)
        .fetch_all()
        .await?;
    leased.sort_by_key(|delivery| delivery.id);
    Ok(leased)
}

/// `false` where it is not in this hand any more.
pub(super) async fn settle(
    tx: &mut Tx,
    delivery: &Delivery,
    next: Option<Instant>,
    status: Option<i64>,
    trouble: Option<&str>,
) -> Result<bool> {
    let settled_at = next.is_none().then(|| tx.now());
    let settled = tx
        .query(sql!(
            "UPDATE webhook_delivery SET due_at = $3, status = $4, trouble = $5, settled_at = $6
             WHERE id = $1 AND attempts = $2 AND due_at IS NOT NULL"
        ))
        .bind(delivery.id)
        .bind(delivery.attempts)
        .bind(next)
        .bind(status)
        .bind(trouble)
        .bind(settled_at)
        .execute()
        .await?;
    Ok(settled == 1)
}

pub(super) async fn note_success(tx: &mut Tx, webhook: Id<Webhook>) -> Result<()> {
    tx.query(sql!(
        "UPDATE webhook SET failures = 0, failing_since = NULL WHERE id = $1 AND failures > 0"
    ))
    .bind(webhook)
    .execute()
    .await?;
    Ok(())
}

/// Counts a failure: whose webhook it is, how many there were in a row, and since when.
pub(super) async fn note_failure(
    tx: &mut Tx,
    webhook: Id<Webhook>,
) -> Result<(Id<Organisation>, i64, Instant)> {
    let now = tx.now();
    let counted: Option<(Id<Organisation>, i64, Instant)> = tx
        .query(sql!(
            "UPDATE webhook SET failures = failures + 1,
                failing_since = COALESCE(failing_since, $2)
             WHERE id = $1 RETURNING organisation_id, failures, failing_since"
        ))
        .bind(webhook)
        .bind(now)
        .fetch_optional()
        .await?;
    counted.ok_or_else(|| Error::Corrupt("a delivery without its webhook".to_owned()))
}
