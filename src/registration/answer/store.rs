use super::CalendarAnswer;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Session;
use crate::registration::Registration;
use crate::sql;

/// What a calendar answered: for which session, what, and when.
pub type Answered = (Id<Session>, CalendarAnswer, Option<Instant>);

/// What somebody's calendar answered last, in the order of the sessions.
///
/// # Errors
/// Where the database fails.
pub async fn calendar_answers(tx: &mut Tx, id: Id<Registration>) -> Result<Vec<Answered>> {
    tx.query(sql!(
        "SELECT i.session_id, i.answer, i.answered_at FROM invitation i
         JOIN session s ON s.id = i.session_id
         WHERE i.registration_id = $1 AND i.answer IS NOT NULL ORDER BY s.position"
    ))
    .bind(id)
    .fetch_all()
    .await
}

/// The place that the invitation `uid` is for: whose, and in which session.
pub(super) async fn find_invitation(
    tx: &mut Tx,
    uid: &str,
) -> Result<Option<(Id<Registration>, Id<Session>)>> {
    tx.query(sql!(
        "SELECT registration_id, session_id FROM invitation WHERE uid = $1"
    ))
    .bind(uid)
    .fetch_optional()
    .await
}

/// Notes what was answered to issue `sequence` of an invitation at `answered_at`, where it was issued
/// and nothing as new was answered before; `false` where it was not noted.
pub(super) async fn note_answer(
    tx: &mut Tx,
    uid: &str,
    answer: CalendarAnswer,
    sequence: i64,
    answered_at: Instant,
) -> Result<bool> {
    let noted = tx
        .query(sql!(
            "UPDATE invitation SET answer = $2, answered_sequence = $3, answered_at = $4
             WHERE uid = $1 AND $3 < next_sequence
                AND (answered_sequence IS NULL OR answered_sequence < $3
                    OR (answered_sequence = $3 AND answered_at < $4))"
        ))
        .bind(uid)
        .bind(answer)
        .bind(sequence)
        .bind(answered_at)
        .execute()
        .await?;
    Ok(noted == 1)
}
