use sqlx::types::Json;

use super::undo::{Made, Undoable};
use super::{Batch, TIME_TO_UNDO, Was};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::event::{Because, Event};
use crate::registration::{Notice, Registration, RegistrationState};
use crate::sql;

#[derive(sqlx::FromRow)]
struct Row {
    id: Id<Made>,
    registration_id: Id<Registration>,
    from_state: RegistrationState,
    to_state: RegistrationState,
    #[sqlx(json)]
    was: Was,
    kind: Notice,
    revision: i64,
}

#[derive(sqlx::FromRow)]
struct UndoableRow {
    batch: Id<Batch>,
    to_state: RegistrationState,
    decisions: i64,
    undo_until: Instant,
}

impl From<Row> for Made {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            registration: row.registration_id,
            from: row.from_state,
            to: row.to_state,
            was: row.was,
            told: row.kind,
            revision: row.revision,
        }
    }
}

/// Refuses a registration that is still in the state `from`.
pub(super) async fn decline(
    tx: &mut Tx,
    id: Id<Registration>,
    from: RegistrationState,
    reason: Option<Localised>,
) -> Result<bool> {
    let because = reason.map(|reason| Json(Because { reason }));
    let declined = tx
        .query(sql!(
            "UPDATE registration SET state = 'declined', seated = FALSE, declined_because = $3
             WHERE id = $1 AND state = $2"
        ))
        .bind(id)
        .bind(from)
        .bind(because)
        .execute()
        .await?;
    Ok(declined == 1)
}

/// Puts a registration that is still in the state `from` into the list, in which it stands since
/// `listed_at`, or else since it was made.
pub(super) async fn put_on_list(
    tx: &mut Tx,
    id: Id<Registration>,
    from: RegistrationState,
    listed_at: Option<Instant>,
) -> Result<bool> {
    let listed = tx
        .query(sql!(
            "UPDATE registration SET state = 'waitlisted', seated = FALSE, listed_at = $3,
                declined_because = NULL, withdrawn_at = NULL
             WHERE id = $1 AND state = $2"
        ))
        .bind(id)
        .bind(from)
        .bind(listed_at)
        .execute()
        .await?;
    Ok(listed == 1)
}

/// Whether a mail with a link may have reached somebody.
pub(super) async fn may_know_link(tx: &mut Tx, registration: &Registration) -> Result<bool> {
    let (links,): (i64,) = tx
        .query(sql!(
            "SELECT count(*) AS links FROM message
             WHERE subject = $1 AND recipient = $2 AND kind = 'link'
                AND state NOT IN ('scheduled', 'suppressed', 'dead')"
        ))
        .bind(registration.event)
        .bind(registration.id)
        .fetch_one()
        .await?;
    Ok(links > 0)
}

/// Notes a decision that can be taken back, on `registration` as it was before.
pub(super) async fn insert(
    tx: &mut Tx,
    registration: &Registration,
    to: RegistrationState,
    (told, revision): (Notice, i64),
    (actor, batch): (&str, Id<Batch>),
) -> Result<()> {
    let id: Id<Made> = tx.new_id();
    let now = tx.now();
    let undo_until = now + TIME_TO_UNDO;
    let was = Was {
        seated: registration.seated,
        confirmed_at: registration.confirmed_at,
        held_until: registration.held_until,
        listed_at: listed_at(tx, registration.id).await?,
        reason: registration.decline_reason.clone(),
    };
    tx.query(sql!(
        "INSERT INTO decision (id, batch, event_id, registration_id, actor, from_state, to_state,
            was, kind, revision, decided_at, undo_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
    ))
    .bind(id)
    .bind(batch)
    .bind(registration.event)
    .bind(registration.id)
    .bind(actor)
    .bind(registration.state)
    .bind(to)
    .bind(Json(was))
    .bind(told)
    .bind(revision)
    .bind(now)
    .bind(undo_until)
    .execute()
    .await?;
    tx.query(sql!(
        "UPDATE registration SET undo_until = $2 WHERE id = $1"
    ))
    .bind(registration.id)
    .bind(undo_until)
    .execute()
    .await?;
    Ok(())
}

/// Has nothing about a registration wait for a decision to be taken back.
pub(super) async fn settle(tx: &mut Tx, id: Id<Registration>) -> Result<()> {
    tx.query(sql!(
        "UPDATE registration SET undo_until = NULL WHERE id = $1 AND undo_until IS NOT NULL"
    ))
    .bind(id)
    .execute()
    .await?;
    Ok(())
}

async fn listed_at(tx: &mut Tx, id: Id<Registration>) -> Result<Option<Instant>> {
    let (listed_at,): (Option<Instant>,) = tx
        .query(sql!("SELECT listed_at FROM registration WHERE id = $1"))
        .bind(id)
        .fetch_one()
        .await?;
    Ok(listed_at)
}

/// When the next person of `event` is told of a decision, and with that of what follows from it.
pub async fn next_told(tx: &mut Tx, event: Id<Event>) -> Result<Option<Instant>> {
    let now = tx.now();
    let (next,): (Option<Instant>,) = tx
        .query(sql!(
            "SELECT min(undo_until) AS next FROM registration
             WHERE event_id = $1 AND undo_until > $2"
        ))
        .bind(event)
        .bind(now)
        .fetch_one()
        .await?;
    Ok(next)
}

/// The decisions of a batch that were not taken back, the last first.
pub(super) async fn of_batch(tx: &mut Tx, event: Id<Event>, batch: Id<Batch>) -> Result<Vec<Made>> {
    let rows: Vec<Row> = tx
        .query(sql!(
            "SELECT id, registration_id, from_state, to_state, was, kind, revision FROM decision
             WHERE batch = $1 AND event_id = $2 AND undone_at IS NULL ORDER BY id DESC"
        ))
        .bind(batch)
        .bind(event)
        .fetch_all()
        .await?;
    Ok(rows.into_iter().map(Made::from).collect())
}

/// The last decision on a registration that was not taken back.
pub(super) async fn last_of(tx: &mut Tx, id: Id<Registration>) -> Result<Option<Made>> {
    let row: Option<Row> = tx
        .query(sql!(
            "SELECT id, registration_id, from_state, to_state, was, kind, revision FROM decision
             WHERE registration_id = $1 AND undone_at IS NULL ORDER BY id DESC LIMIT 1"
        ))
        .bind(id)
        .fetch_optional()
        .await?;
    Ok(row.map(Made::from))
}

/// Decisions of `event` whose time has not come, by batch, the latest first.
pub(super) async fn undoable(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Undoable>> {
    let now = tx.now();
    let rows: Vec<UndoableRow> = tx
        .query(sql!(
            "SELECT batch, to_state, count(*) AS decisions, min(undo_until) AS undo_until
             FROM decision WHERE event_id = $1 AND undo_until > $2 AND undone_at IS NULL
             GROUP BY batch, to_state ORDER BY min(undo_until) DESC, to_state LIMIT 20"
        ))
        .bind(event)
        .bind(now)
        .fetch_all()
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Undoable {
            batch: row.batch,
            to: row.to_state,
            count: row.decisions,
            until: row.undo_until,
        })
        .collect())
}

/// The last decision on a registration while it can be taken back, and until when.
///
/// # Errors
/// Where the database fails.
pub async fn standing_decision(
    tx: &mut Tx,
    id: Id<Registration>,
) -> Result<Option<(Id<Batch>, Instant)>> {
    let now = tx.now();
    tx.query(sql!(
        "SELECT batch, undo_until FROM decision
         WHERE registration_id = $1 AND undone_at IS NULL AND undo_until > $2
         ORDER BY id DESC LIMIT 1"
    ))
    .bind(id)
    .bind(now)
    .fetch_optional()
    .await
}

/// Makes of a registration what it was before a decision.
pub(super) async fn restore(tx: &mut Tx, id: Id<Registration>, made: &Made) -> Result<bool> {
    let because = made
        .was
        .reason
        .clone()
        .map(|reason| Json(Because { reason }));
    let restored = tx
        .query(sql!(
            "UPDATE registration SET state = $3, seated = $4, confirmed_at = $5, held_until = $6,
                listed_at = $7, declined_because = $8, withdrawn_at = NULL, undo_until = NULL
             WHERE id = $1 AND state = $2"
        ))
        .bind(id)
        .bind(made.to)
        .bind(made.from)
        .bind(made.was.seated)
        .bind(made.was.confirmed_at)
        .bind(made.was.held_until)
        .bind(made.was.listed_at)
        .bind(because)
        .execute()
        .await?;
    Ok(restored == 1)
}

pub(super) async fn mark_undone(tx: &mut Tx, id: Id<Made>) -> Result<()> {
    let now = tx.now();
    tx.query(sql!("UPDATE decision SET undone_at = $2 WHERE id = $1"))
        .bind(id)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}
