use std::collections::BTreeSet;

use sqlx::types::Json;
use uuid::Uuid;

use super::{Fact, Told};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Session};
use crate::sql;

/// Whether somebody may not have been told yet of the change `told` of a session: the plan was not
/// looked at to its end since, a message of it has not left, or an organiser keeps it back.
pub(super) async fn is_being_told(
    tx: &mut Tx,
    event: Id<Event>,
    session: Id<Session>,
    told: &Told,
) -> Result<bool> {
    let pending: Option<(i64,)> = tx
        .query(sql!(
            "SELECT revision FROM event
             WHERE id = $1 AND (planned_until IS NULL OR planned_until <= $3
                OR EXISTS (
                    SELECT 1 FROM message
                    WHERE subject = $1 AND kind = 'changed' AND revision = $4
                        AND session IN ($2, $5) AND state IN ('scheduled', 'leased', 'retry'))
                OR EXISTS (
                    SELECT 1 FROM mail_hold
                    WHERE event_id = $1 AND session_id = $2 AND mail = 'changed' AND mark = $4
                        AND state = 'held'))"
        ))
        .bind(event)
        .bind(session)
        .bind(told.at)
        .bind(told.revision)
        .bind(Uuid::nil())
        .fetch_optional()
        .await?;
    Ok(pending.is_some())
}

/// Notes what of a session attendees are told by the present revision of `event`. The plan is looked
/// at again at once.
pub(super) async fn set_told(
    tx: &mut Tx,
    event: &Event,
    session: Id<Session>,
    facts: &BTreeSet<Fact>,
) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "UPDATE session SET change_revision = $2, changed_at = $3, change_facts = $4 WHERE id = $1"
    ))
    .bind(session)
    .bind(event.revision)
    .bind(now)
    .bind(Json(facts))
    .execute()
    .await?;
    // A look that is dated later, by another clock or a unit of work that began later, did not see it.
    tx.query(sql!(
        "UPDATE event SET plan_due_at = $2,
            planned_until = CASE WHEN planned_until > $2 THEN $2 ELSE planned_until END
         WHERE id = $1"
    ))
    .bind(event.id)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Counts the revision of an event up; `false` where `event` is not the latest state any more.
pub(in crate::event) async fn next_revision(tx: &mut Tx, event: &Event) -> Result<bool> {
    let now = tx.now();
    let counted = tx
        .query(sql!(
            "UPDATE event SET revision = revision + 1, updated_at = $3
             WHERE id = $1 AND revision = $2"
        ))
        .bind(event.id)
        .bind(event.revision)
        .bind(now)
        .execute()
        .await?;
    Ok(counted == 1)
}
