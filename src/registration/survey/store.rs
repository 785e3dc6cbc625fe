use sqlx::types::Json;

use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::registration::Answers;
use crate::sql;

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(json)]
    answers: Answers,
}

pub(super) async fn keep(
    tx: &mut Tx,
    event: Id<Event>,
    answerer: &[u8],
    answers: &Answers,
) -> Result<()> {
    tx.query(sql!(
        "INSERT INTO survey_answer (event_id, answerer, answers) VALUES ($1, $2, $3)
         ON CONFLICT (event_id, answerer) DO UPDATE SET answers = excluded.answers"
    ))
    .bind(event)
    .bind(answerer)
    .bind(Json(answers))
    .execute()
    .await?;
    Ok(())
}

/// Whether only the figures of `event` stay: its registrations are being removed, or gone.
pub(super) async fn has_figures(tx: &mut Tx, event: Id<Event>) -> Result<bool> {
    let found: Option<(Id<Event>,)> = tx
        .query(sql!(
            "SELECT event_id FROM kept_figures WHERE event_id = $1"
        ))
        .bind(event)
        .fetch_optional()
        .await?;
    Ok(found.is_some())
}

pub(super) async fn one(tx: &mut Tx, event: Id<Event>, answerer: &[u8]) -> Result<Option<Answers>> {
    let row: Option<Row> = tx
        .query(sql!(
            "SELECT answers FROM survey_answer WHERE event_id = $1 AND answerer = $2"
        ))
        .bind(event)
        .bind(answerer)
        .fetch_optional()
        .await?;
    Ok(row.map(|row| row.answers))
}

/// What was said of `event`, one a person. The order is that of the hashes, which tells nothing of when they came
/// or whose they are.
///
/// # Errors
/// Where the database fails.
pub async fn survey_answers(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Answers>> {
    let rows: Vec<Row> = tx
        .query(sql!(
            "SELECT answers FROM survey_answer WHERE event_id = $1 ORDER BY answerer"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    Ok(rows.into_iter().map(|row| row.answers).collect())
}

/// Removes what was said; whether there was anything.
pub(super) async fn erase(tx: &mut Tx, event: Id<Event>, answerer: &[u8]) -> Result<bool> {
    let erased = tx
        .query(sql!(
            "DELETE FROM survey_answer WHERE event_id = $1 AND answerer = $2"
        ))
        .bind(event)
        .bind(answerer)
        .execute()
        .await?;
    Ok(erased > 0)
}
