use super::{Answers, PAGE, Participant};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::text::SingleLine;
use crate::event::Event;
use crate::sql;

#[derive(sqlx::FromRow)]
struct Row {
    name: SingleLine,
    #[sqlx(json)]
    answers: Answers,
}

/// A page, counted from 0, of those confirmed for a session of `event` that somebody who is reached at
/// `email_key` has agreed to moderate, by name; and how many there are.
pub async fn participants(
    tx: &mut Tx,
    event: Id<Event>,
    email_key: &str,
    page: i64,
) -> Result<(Vec<Participant>, i64)> {
    let rows: Vec<Row> = tx
        .query(sql!(
            "SELECT r.name, r.answers FROM registration r
             WHERE r.event_id = $1 AND r.state = 'confirmed' AND EXISTS (
                SELECT 1 FROM invitation i
                JOIN appearance a ON a.session_id = i.session_id
                WHERE i.registration_id = r.id AND a.email_key = $2 AND a.role = 'moderator'
                    AND a.state = 'confirmed')
             ORDER BY r.name, r.id LIMIT $3 OFFSET $4"
        ))
        .bind(event)
        .bind(email_key)
        .bind(PAGE)
        .bind(page * PAGE)
        .fetch_all()
        .await?;
    let (count,): (i64,) = tx
        .query(sql!(
            "SELECT count(*) AS participants FROM registration r
             WHERE r.event_id = $1 AND r.state = 'confirmed' AND EXISTS (
                SELECT 1 FROM invitation i
                JOIN appearance a ON a.session_id = i.session_id
                WHERE i.registration_id = r.id AND a.email_key = $2 AND a.role = 'moderator'
                    AND a.state = 'confirmed')"
        ))
        .bind(event)
        .bind(email_key)
        .fetch_one()
        .await?;
    let people = rows.into_iter().map(|row| Participant {
        name: row.name,
        answers: row.answers,
    });
    Ok((people.collect(), count))
}
