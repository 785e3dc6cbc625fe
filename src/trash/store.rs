use super::{Contents, Trashed};
use crate::account::Organisation;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Slug};
use crate::sql;

pub(super) async fn contents(tx: &mut Tx, event: Id<Event>) -> Result<Contents> {
    tx.query(sql!(
        "SELECT
            (SELECT count(*) FROM registration WHERE event_id = $1 AND state = 'confirmed')
                AS confirmed,
            (SELECT count(*) FROM registration WHERE event_id = $1
                AND state IN ('unconfirmed', 'pending', 'waitlisted')) AS waiting,
            (SELECT count(*) FROM registration WHERE event_id = $1) AS registrations,
            (SELECT count(*) FROM message WHERE subject = $1
                AND state IN ('scheduled', 'leased', 'retry')) AS mails,
            (SELECT count(*) FROM announcement WHERE event_id = $1) AS announcements"
    ))
    .bind(event)
    .fetch_one()
    .await
}

/// Whether the plan of an event has still to be looked at.
pub(super) async fn is_plan_due(tx: &mut Tx, event: Id<Event>) -> Result<bool> {
    let now = tx.now();
    let due: Option<(Id<Event>,)> = tx
        .query(sql!(
            "SELECT id FROM event WHERE id = $1 AND plan_due_at <= $2"
        ))
        .bind(event)
        .bind(now)
        .fetch_optional()
        .await?;
    Ok(due.is_some())
}

/// Keeps everybody else from writing an event, or anything that refers to it, until the end of this
/// unit of work, and waits for the end of those that do.
pub(super) async fn hold(tx: &mut Tx, event: Id<Event>) -> Result<()> {
    let _held: Option<(Id<Event>,)> = tx
        .query(sql!(
            sqlite: "SELECT id FROM event WHERE id = $1",
            postgres: "SELECT id FROM event WHERE id = $1 FOR UPDATE",
        ))
        .bind(event)
        .fetch_optional()
        .await?;
    Ok(())
}

/// `false` where `event` is not the latest state any more, or in the trash already. The revision rises,
/// so that nobody goes by what they know of it.
pub(super) async fn throw_away(tx: &mut Tx, event: &Event) -> Result<bool> {
    let now = tx.now();
    let thrown = tx
        .query(sql!(
            "UPDATE event SET trashed_at = $3, revision = revision + 1
             WHERE id = $1 AND revision = $2 AND trashed_at IS NULL"
        ))
        .bind(event.id)
        .bind(event.revision)
        .bind(now)
        .execute()
        .await?;
    Ok(thrown == 1)
}

pub(super) async fn of_organisation(
    tx: &mut Tx,
    organisation: Id<Organisation>,
) -> Result<Vec<Trashed>> {
    tx.query(sql!(
        "SELECT id, slug, state, details, trashed_at FROM event
         WHERE organisation_id = $1 AND trashed_at IS NOT NULL ORDER BY trashed_at DESC, id"
    ))
    .bind(organisation)
    .fetch_all()
    .await
}

/// The plan is looked at again at once: time has passed meanwhile.
pub(super) async fn restore(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    event: Id<Event>,
) -> Result<Option<Slug>> {
    let now = tx.now();
    let restored: Option<(Slug,)> = tx
        .query(sql!(
            "UPDATE event SET trashed_at = NULL, revision = revision + 1, plan_due_at = $3
             WHERE id = $1 AND organisation_id = $2 AND trashed_at IS NOT NULL
             RETURNING slug"
        ))
        .bind(event)
        .bind(organisation)
        .bind(now)
        .fetch_optional()
        .await?;
    Ok(restored.map(|(slug,)| slug))
}
