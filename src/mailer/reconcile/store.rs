use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::sql;

/// Events whose plan is due, the longest due first.
pub(super) async fn due_plans(tx: &mut Tx) -> Result<Vec<Id<Event>>> {
    let now = tx.now();
    let due: Vec<(Id<Event>,)> = tx
        .query(sql!(
            "SELECT id FROM event WHERE plan_due_at <= $1 AND trashed_at IS NULL
             ORDER BY plan_due_at LIMIT 100"
        ))
        .bind(now)
        .fetch_all()
        .await?;
    Ok(due.into_iter().map(|(id,)| id).collect())
}

/// Takes the plan of an event in hand; `false` where another worker has done so already.
pub(super) async fn claim_plan(tx: &mut Tx, event: Id<Event>) -> Result<bool> {
    let now = tx.now();
    let claimed = tx
        .query(sql!(
            "UPDATE event SET plan_due_at = NULL WHERE id = $1 AND plan_due_at <= $2"
        ))
        .bind(event)
        .bind(now)
        .execute()
        .await?;
    Ok(claimed == 1)
}

pub(super) async fn set_plan_due(tx: &mut Tx, event: Id<Event>, at: Option<Instant>) -> Result<()> {
    tx.query(sql!("UPDATE event SET plan_due_at = $2 WHERE id = $1"))
        .bind(event)
        .bind(at)
        .execute()
        .await?;
    Ok(())
}

/// The moment up to which the plan of an event was looked at to its end; `None` where it never was.
pub(super) async fn planned_until(tx: &mut Tx, event: Id<Event>) -> Result<Option<Instant>> {
    let (until,): (Option<Instant>,) = tx
        .query(sql!("SELECT planned_until FROM event WHERE id = $1"))
        .bind(event)
        .fetch_one()
        .await?;
    Ok(until)
}

/// Notes up to which moment the plan of an event was looked at, and when more of it may become owed.
pub(super) async fn set_planned(
    tx: &mut Tx,
    event: Id<Event>,
    next: Option<Instant>,
    until: Instant,
) -> Result<()> {
    tx.query(sql!(
        "UPDATE event SET plan_due_at = $2, planned_until = $3 WHERE id = $1"
    ))
    .bind(event)
    .bind(next)
    .bind(until)
    .execute()
    .await?;
    Ok(())
}

/// Whether the plan of an event was looked at to its end, and is not due again.
pub(super) async fn is_looked_at(tx: &mut Tx, event: Id<Event>) -> Result<bool> {
    let now = tx.now();
    let found: Option<(i64,)> = tx
        .query(sql!(
            "SELECT revision FROM event
             WHERE id = $1 AND planned_until IS NOT NULL
                AND (plan_due_at IS NULL OR plan_due_at > $2)"
        ))
        .bind(event)
        .bind(now)
        .fetch_optional()
        .await?;
    Ok(found.is_some())
}
