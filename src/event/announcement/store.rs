use sqlx::types::Json;

use super::{Announced, Announcement, Draft};
use crate::base::clock::Instant;
use crate::base::db::{Error, Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::sql;

#[derive(sqlx::FromRow)]
struct Row {
    id: Id<Announced>,
    #[sqlx(json)]
    details: serde_json::Value,
    made_at: Instant,
    rest_at: Option<Instant>,
    owed_at: Option<Instant>,
    stopped_at: Option<Instant>,
}

impl Row {
    fn read(self) -> Result<Announced> {
        let unreadable = |error| Error::Corrupt(format!("announcement {}: {error}", self.id));
        Ok(Announced {
            id: self.id,
            said: serde_json::from_value(self.details).map_err(unreadable)?,
            made_at: self.made_at,
            rest_at: self.rest_at,
            owed_at: self.owed_at,
            stopped_at: self.stopped_at,
        })
    }
}

/// One that cannot be read is left out, and never in silence: it must hold up nothing else of its event
///
fn readable(rows: Vec<Row>) -> Vec<Announced> {
    let read = rows.into_iter().map(Row::read);
    read.filter_map(|row| {
        row.inspect_err(|error| tracing::error!(%error, "left out"))
            .ok()
    })
    .collect()
}

pub(super) async fn insert(
    tx: &mut Tx,
    event: Id<Event>,
    id: Id<Announced>,
    said: &Announcement,
) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO announcement (id, event_id, details, made_at) VALUES ($1, $2, $3, $4)"
    ))
    .bind(id)
    .bind(event)
    .bind(Json(said))
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Has the plan looked at again. Without a condition, since a plan that is just being looked at seems
/// due still: this waits for its end.
pub(super) async fn wake_plan(tx: &mut Tx, event: Id<Event>) -> Result<()> {
    let now = tx.now();
    tx.query(sql!("UPDATE event SET plan_due_at = $2 WHERE id = $1"))
        .bind(event)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

/// The announcement of `event` with this identifier.
pub async fn find(tx: &mut Tx, event: Id<Event>, id: Id<Announced>) -> Result<Option<Announced>> {
    let row: Option<Row> = tx
        .query(sql!(
            "SELECT id, details, made_at, rest_at, owed_at, stopped_at
             FROM announcement WHERE id = $1 AND event_id = $2"
        ))
        .bind(id)
        .bind(event)
        .fetch_optional()
        .await?;
    row.map(Row::read).transpose()
}

/// Every announcement of `event`, in the order in which they were made.
pub async fn all(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Announced>> {
    let rows: Vec<Row> = tx
        .query(sql!(
            "SELECT id, details, made_at, rest_at, owed_at, stopped_at
             FROM announcement WHERE event_id = $1 ORDER BY made_at, id"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    Ok(readable(rows))
}

/// The announcements of `event` whose mails are not all owed yet, and that nobody has stopped.
pub async fn waiting(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Announced>> {
    let rows: Vec<Row> = tx
        .query(sql!(
            "SELECT id, details, made_at, rest_at, owed_at, stopped_at
             FROM announcement
             WHERE event_id = $1 AND owed_at IS NULL AND stopped_at IS NULL
             ORDER BY made_at, id"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    Ok(readable(rows))
}

/// Notes when all but the first mails of an announcement leave.
pub async fn set_rest(tx: &mut Tx, id: Id<Announced>, rest_at: Instant) -> Result<()> {
    tx.query(sql!("UPDATE announcement SET rest_at = $2 WHERE id = $1"))
        .bind(id)
        .bind(rest_at)
        .execute()
        .await?;
    Ok(())
}

/// Notes that all mails of an announcement are owed.
pub async fn finish(tx: &mut Tx, id: Id<Announced>) -> Result<()> {
    let now = tx.now();
    tx.query(sql!("UPDATE announcement SET owed_at = $2 WHERE id = $1"))
        .bind(id)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

/// Has an announcement wait again that was dropped as a whole.
pub(super) async fn reopen(tx: &mut Tx, id: Id<Announced>) -> Result<()> {
    tx.query(sql!("UPDATE announcement SET owed_at = NULL WHERE id = $1"))
        .bind(id)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn stop(tx: &mut Tx, id: Id<Announced>) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "UPDATE announcement SET stopped_at = $2 WHERE id = $1"
    ))
    .bind(id)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct DraftRow {
    id: Id<Draft>,
    #[sqlx(json)]
    details: serde_json::Value,
    written_at: Instant,
}

impl DraftRow {
    /// `None`, and never in silence, where it cannot be read.
    fn read(self) -> Option<Draft> {
        let said = serde_json::from_value(self.details);
        let said = said.inspect_err(|error| tracing::error!(draft = %self.id, %error, "left out"));
        Some(Draft {
            id: self.id,
            said: said.ok()?,
            written_at: self.written_at,
        })
    }
}

/// Keeps what is to be said, in place of the draft `id` of `event` where there is one.
pub async fn keep_draft(
    tx: &mut Tx,
    event: Id<Event>,
    id: Id<Draft>,
    said: &Announcement,
) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO announcement_draft (id, event_id, details, written_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (id) DO UPDATE SET details = excluded.details, written_at = excluded.written_at
         WHERE announcement_draft.event_id = $2"
    ))
    .bind(id)
    .bind(event)
    .bind(Json(said))
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// The draft of `event` with this identifier.
pub async fn draft(tx: &mut Tx, event: Id<Event>, id: Id<Draft>) -> Result<Option<Draft>> {
    let row: Option<DraftRow> = tx
        .query(sql!(
            "SELECT id, details, written_at FROM announcement_draft WHERE id = $1 AND event_id = $2"
        ))
        .bind(id)
        .bind(event)
        .fetch_optional()
        .await?;
    Ok(row.and_then(DraftRow::read))
}

/// Every draft of `event`, the latest first.
pub async fn drafts(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Draft>> {
    let rows: Vec<DraftRow> = tx
        .query(sql!(
            "SELECT id, details, written_at FROM announcement_draft
             WHERE event_id = $1 ORDER BY written_at DESC, id DESC"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    Ok(rows.into_iter().filter_map(DraftRow::read).collect())
}

/// Throws a draft away; `false` where there was none.
pub async fn discard_draft(tx: &mut Tx, event: Id<Event>, id: Id<Draft>) -> Result<bool> {
    let discarded = tx
        .query(sql!(
            "DELETE FROM announcement_draft WHERE id = $1 AND event_id = $2"
        ))
        .bind(id)
        .bind(event)
        .execute()
        .await?;
    Ok(discarded == 1)
}
