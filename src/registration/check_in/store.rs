use super::{AtTheDoor, Expected, HeadCount, Stay};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Mode, Session};
use crate::registration::Registration;
use crate::registration::find::name_patterns;
use crate::sql;

/// Who is confirmed for `session` of `event`, by name: those whose name or organisation holds `words`, at
/// most `limit` after the first `offset`. No `mode`: all of them.
///
/// # Errors
/// Where the database fails.
pub async fn at_the_door(
    tx: &mut Tx,
    (event, session): (Id<Event>, Id<Session>),
    words: &str,
    (who, mode): (AtTheDoor, Option<Mode>),
    (limit, offset): (i64, i64),
) -> Result<Vec<Expected>> {
    let [first, second, third, fourth] = name_patterns(words);
    tx.query(sql!(
        "SELECT r.id, r.name, r.organisation, r.position, r.mode, r.language, r.listening,
            c.checked_in_at, c.checked_in_by
         FROM registration r
         JOIN invitation i ON i.registration_id = r.id AND i.session_id = $2
         LEFT JOIN check_in c ON c.registration_id = r.id AND c.session_id = $2
         WHERE r.event_id = $1 AND r.state = 'confirmed'
            AND (r.search_key LIKE $3 OR $3 IS NULL) AND (r.search_key LIKE $4 OR $4 IS NULL)
            AND (r.search_key LIKE $5 OR $5 IS NULL) AND (r.search_key LIKE $6 OR $6 IS NULL)
            AND ($7 = 'all' OR ($7 = 'present') = (c.checked_in_at IS NOT NULL))
            AND (r.mode = $8 OR $8 IS NULL)
         ORDER BY r.search_key, r.id LIMIT $9 OFFSET $10"
    ))
    .bind(event)
    .bind(session)
    .bind(first)
    .bind(second)
    .bind(third)
    .bind(fourth)
    .bind(who)
    .bind(mode)
    .bind(limit)
    .bind(offset)
    .fetch_all()
    .await
}

/// How many are confirmed for `session` of `event`, in one mode or any.
///
/// # Errors
/// Where the database fails.
pub async fn confirmed_for(
    tx: &mut Tx,
    event: Id<Event>,
    session: Id<Session>,
    mode: Option<Mode>,
) -> Result<i64> {
    let (confirmed,): (i64,) = tx
        .query(sql!(
            "SELECT count(*) AS confirmed FROM registration r
             JOIN invitation i ON i.registration_id = r.id AND i.session_id = $2
             WHERE r.event_id = $1 AND r.state = 'confirmed' AND (r.mode = $3 OR $3 IS NULL)"
        ))
        .bind(event)
        .bind(session)
        .bind(mode)
        .fetch_one()
        .await?;
    Ok(confirmed)
}

/// How many are expected in the room of `session`, and how many are there.
///
/// # Errors
/// Where the database fails.
pub async fn head_count(tx: &mut Tx, event: Id<Event>, session: Id<Session>) -> Result<HeadCount> {
    tx.query(sql!(
        "SELECT
            (SELECT count(*) FROM registration r
             JOIN invitation i ON i.registration_id = r.id AND i.session_id = $2
             WHERE r.event_id = $1 AND r.state = 'confirmed' AND r.mode = 'in_person') AS expected,
            (SELECT count(*) FROM check_in WHERE session_id = $2) AS present"
    ))
    .bind(event)
    .bind(session)
    .fetch_one()
    .await
}

/// Which sessions somebody came to.
///
/// # Errors
/// Where the database fails.
pub async fn stays(tx: &mut Tx, registration: Id<Registration>) -> Result<Vec<Stay>> {
    tx.query(sql!(
        "SELECT session_id, checked_in_at, checked_in_by FROM check_in
         WHERE registration_id = $1 ORDER BY checked_in_at"
    ))
    .bind(registration)
    .fetch_all()
    .await
}

pub(super) async fn insert(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
    actor: &str,
) -> Result<bool> {
    let now = tx.now();
    let noted = tx
        .query(sql!(
            "INSERT INTO check_in (registration_id, session_id, checked_in_at, checked_in_by)
             VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"
        ))
        .bind(registration)
        .bind(session)
        .bind(now)
        .bind(actor)
        .execute()
        .await?;
    Ok(noted == 1)
}

pub(super) async fn delete(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
) -> Result<bool> {
    let deleted = tx
        .query(sql!(
            "DELETE FROM check_in WHERE registration_id = $1 AND session_id = $2"
        ))
        .bind(registration)
        .bind(session)
        .execute()
        .await?;
    Ok(deleted == 1)
}
