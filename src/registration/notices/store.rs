use super::Notice;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::registration::Registration;
use crate::sql;

/// How often a registration was told so before.
pub(super) async fn times_told(
    tx: &mut Tx,
    registration: &Registration,
    notice: Notice,
) -> Result<i64> {
    let (times,): (i64,) = tx
        .query(sql!(
            "SELECT COALESCE(max(revision) + 1, 0) AS times FROM message
             WHERE subject = $1 AND recipient = $2 AND kind = $3"
        ))
        .bind(registration.event)
        .bind(registration.id)
        .bind(notice)
        .fetch_one()
        .await?;
    Ok(times)
}

/// Whether a registration was owed this very notice.
pub(super) async fn is_owed(
    tx: &mut Tx,
    registration: &Registration,
    notice: Notice,
    revision: i64,
) -> Result<bool> {
    let owed: Option<(i64,)> = tx
        .query(sql!(
            "SELECT revision FROM message
             WHERE subject = $1 AND recipient = $2 AND kind = $3 AND revision = $4 LIMIT 1"
        ))
        .bind(registration.event)
        .bind(registration.id)
        .bind(notice)
        .bind(revision)
        .fetch_optional()
        .await?;
    Ok(owed.is_some())
}

/// Whether a notice of this kind has still to leave, or was made since `since`.
pub(super) async fn is_on_its_way(
    tx: &mut Tx,
    registration: &Registration,
    notice: Notice,
    since: Instant,
) -> Result<bool> {
    let made: Option<(i64,)> = tx
        .query(sql!(
            "SELECT revision FROM message
             WHERE subject = $1 AND recipient = $2 AND kind = $3
                AND (state IN ('scheduled', 'leased', 'retry') OR written_at > $4) LIMIT 1"
        ))
        .bind(registration.event)
        .bind(registration.id)
        .bind(notice)
        .bind(since)
        .fetch_optional()
        .await?;
    Ok(made.is_some())
}
