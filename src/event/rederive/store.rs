use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Schedule};
use crate::sql;

/// Events that are not over, and whose instants come from other zone data than `version`.
pub(super) async fn derived_otherwise(tx: &mut Tx, version: &str) -> Result<Vec<Id<Event>>> {
    let now = tx.now();
    let rows: Vec<(Id<Event>,)> = tx
        .query(sql!(
            "SELECT id FROM event WHERE ends_at > $1 AND tzdb_version <> $2 ORDER BY starts_at, id"
        ))
        .bind(now)
        .bind(version)
        .fetch_all()
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Keeps the instants that `version` of the zone data gives; `false` where `event` is not the latest
/// state any more. The plan is looked at again at once.
pub(super) async fn set_schedule(
    tx: &mut Tx,
    event: &Event,
    schedule: &Schedule,
    version: &str,
) -> Result<bool> {
    let now = tx.now();
    let has_moved = *schedule != event.schedule;
    let updated = tx
        .query(sql!(
            "UPDATE event SET opens_at = $3, closes_at = $4, starts_at = $5, ends_at = $6,
            tzdb_version = $7, revision = revision + $8, plan_due_at = $9, updated_at = $10,
            retention_due_at = $6
         WHERE id = $1 AND revision = $2"
        ))
        .bind(event.id)
        .bind(event.revision)
        .bind(schedule.opens_at)
        .bind(schedule.closes_at)
        .bind(schedule.starts_at())
        .bind(schedule.ends_at())
        .bind(version)
        .bind(i64::from(has_moved))
        .bind(now)
        .bind(if has_moved { now } else { event.updated_at })
        .execute()
        .await?;
    if updated == 0 {
        return Ok(false);
    }
    for (session, sitting) in event.session_ids.iter().zip(&schedule.sessions) {
        tx.query(sql!(
            "UPDATE session SET starts_at = $2, ends_at = $3 WHERE id = $1"
        ))
        .bind(*session)
        .bind(sitting.starts_at)
        .bind(sitting.ends_at)
        .execute()
        .await?;
    }
    Ok(true)
}
