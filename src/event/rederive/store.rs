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

/// Keeps the instants that `version` of the zone data gives. The plan is looked at again at once.
pub(super) async fn set_schedule(
    tx: &mut Tx,
    event: &Event,
    schedule: &Schedule,
    version: &str,
) -> Result<()> {
    let now = tx.now();
    let risen = i64::from(*schedule != event.schedule);
    tx.query(sql!(
        "UPDATE event SET opens_at = $2, closes_at = $3, starts_at = $4, ends_at = $5,
            tzdb_version = $6, revision = revision + $7, plan_due_at = $8
         WHERE id = $1"
    ))
    .bind(event.id)
    .bind(schedule.opens_at)
    .bind(schedule.closes_at)
    .bind(schedule.starts_at())
    .bind(schedule.ends_at())
    .bind(version)
    .bind(risen)
    .bind(now)
    .execute()
    .await?;
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
    Ok(())
}
