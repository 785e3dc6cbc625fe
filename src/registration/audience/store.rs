use uuid::Uuid;

use super::{Attendee, Reminding};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Fact, Session, Told};
use crate::registration::Registration;
use crate::registration::notices::MOST_OBJECTS;
use crate::sql;

/// Confirmed online attendees of a session to whom its link was never owed, the earliest first. Where
/// one link serves all sessions, those without calendar objects need only one of them. One that was
/// suppressed, since closing or the session was moved before it could leave, is owed anew; so is one
/// that failed, where the session ends later now than it was to end then, and one that somebody had
/// before their place was taken from them and given back.
pub async fn lacking_link(
    tx: &mut Tx,
    event: Id<Event>,
    session: Id<Session>,
    one_serves_all: bool,
    limit: i64,
) -> Result<Vec<Attendee>> {
    let most_objects = i64::try_from(MOST_OBJECTS).expect("a small number");
    tx.query(sql!(
        "SELECT a.registration, a.state, a.sessions FROM (
            SELECT r.id AS registration, r.state, r.first_link,
                (SELECT count(*) FROM invitation own WHERE own.registration_id = r.id) AS sessions
            FROM registration r
            JOIN invitation i ON i.registration_id = r.id AND i.session_id = $2
            WHERE r.event_id = $1 AND r.state = 'confirmed' AND r.mode = 'online'
                AND r.undeliverable_at IS NULL) AS a
         WHERE NOT EXISTS (
            SELECT 1 FROM message m
            WHERE m.subject = $1 AND m.recipient = a.registration AND m.kind = 'link'
                AND (m.session = $2 OR ($3 AND a.sessions > $4)) AND m.state <> 'suppressed'
                AND (m.state <> 'failed'
                    OR m.not_useful_after >= (SELECT s.ends_at FROM session s WHERE s.id = $2))
                AND m.revision >= a.first_link)
         ORDER BY a.registration LIMIT $5"
    ))
    .bind(event)
    .bind(session)
    .bind(one_serves_all)
    .bind(most_objects)
    .bind(limit)
    .fetch_all()
    .await
}

/// The revision of the next link of a session to somebody: how often it was owed and suppressed, or
/// the first that counts.
pub(in crate::registration) async fn next_link(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
) -> Result<i64> {
    let (revision,): (i64,) = tx
        .query(sql!(
            "SELECT CASE WHEN l.times < r.first_link THEN r.first_link ELSE l.times END AS revision
             FROM registration r, (
                SELECT count(*) AS times FROM message
                WHERE recipient = $1 AND session = $2 AND kind = 'link') AS l
             WHERE r.id = $1"
        ))
        .bind(registration)
        .bind(session)
        .fetch_one()
        .await?;
    Ok(revision)
}

/// Who is confirmed for a session and has still to be reminded of it: who wants to be, has not been told
/// of it just before, and does not come from a session that started shortly before it.
pub async fn lacking_reminder(
    tx: &mut Tx,
    event: Id<Event>,
    session: Id<Session>,
    reminding: &Reminding,
    limit: i64,
) -> Result<Vec<Attendee>> {
    tx.query(sql!(
        "SELECT r.id AS registration, r.state,
            (SELECT count(*) FROM invitation own WHERE own.registration_id = r.id) AS sessions
         FROM registration r
         JOIN invitation i ON i.registration_id = r.id AND i.session_id = $2
         WHERE r.event_id = $1 AND r.state = 'confirmed' AND r.undeliverable_at IS NULL
            AND r.reminders_stopped_at IS NULL AND r.confirmed_at < $4
            AND (NOT $5 OR r.mode = 'in_person')
            AND NOT EXISTS (
                SELECT 1 FROM invitation other JOIN session s ON s.id = other.session_id
                WHERE other.registration_id = r.id AND s.starts_at > $6 AND s.starts_at < $7)
            AND NOT EXISTS (
                SELECT 1 FROM message m
                WHERE m.subject = $1 AND m.recipient = r.id
                    AND ((m.kind = 'reminder' AND m.session = $2 AND m.revision = $3)
                        OR (m.kind IN ('registered', 'approved', 'promoted', 'link', 'changed',
                                'reminder')
                            AND m.session IN ($2, $8) AND m.written_at >= $4
                            AND m.state <> 'suppressed')))
         ORDER BY r.id LIMIT $9"
    ))
    .bind(event)
    .bind(session)
    .bind(reminding.revision)
    .bind(reminding.since)
    .bind(reminding.in_room_only)
    .bind(reminding.starts_at - reminding.near)
    .bind(reminding.starts_at)
    .bind(Uuid::nil())
    .bind(limit)
    .fetch_all()
    .await
}

/// Who holds what a change of a session has touched, and was not told of it. A place concerns those who
/// come to it, a link those who were sent one; and who is sent the link after the change learns of it
/// there.
pub async fn lacking_change(
    tx: &mut Tx,
    event: Id<Event>,
    session: Id<Session>,
    told: &Told,
    limit: i64,
) -> Result<Vec<Attendee>> {
    tx.query(sql!(
        "SELECT r.id AS registration, r.state,
            (SELECT count(*) FROM invitation own WHERE own.registration_id = r.id) AS sessions
         FROM registration r
         JOIN invitation i ON i.registration_id = r.id AND i.session_id = $2
         WHERE r.event_id = $1 AND r.state IN ('confirmed', 'pending', 'waitlisted')
            AND r.undeliverable_at IS NULL AND r.registered_at <= $4
            AND ($5 OR ($6 AND r.mode = 'in_person')
                OR ($7 AND r.state = 'confirmed' AND r.mode = 'online' AND EXISTS (
                    SELECT 1 FROM message l
                    WHERE l.subject = $1 AND l.recipient = r.id AND l.kind = 'link'
                        AND l.revision >= r.first_link AND l.written_at <= $4
                        AND l.state IN ('sent', 'uncertain', 'leased'))))
            AND NOT EXISTS (
                SELECT 1 FROM message m
                WHERE m.subject = $1 AND m.recipient = r.id AND m.kind = 'changed'
                    AND m.session IN ($2, $8) AND m.revision = $3)
            AND NOT EXISTS (
                SELECT 1 FROM message later
                WHERE later.subject = $1 AND later.recipient = r.id AND later.kind = 'link'
                    AND later.session = $2 AND later.written_at > $4
                    AND later.state <> 'suppressed')
         ORDER BY r.id LIMIT $9"
    ))
    .bind(event)
    .bind(session)
    .bind(told.revision)
    .bind(told.at)
    .bind(told.is_about(Fact::Time))
    .bind(told.is_about(Fact::Place))
    .bind(told.is_about(Fact::Link))
    .bind(Uuid::nil())
    .bind(limit)
    .fetch_all()
    .await
}

/// Who has a place in a session of an event that was called off for the time `cancellations`, or waits
/// for one, and was not told.
pub async fn lacking_cancellation(
    tx: &mut Tx,
    event: Id<Event>,
    session: Id<Session>,
    cancellations: i64,
    limit: i64,
) -> Result<Vec<Attendee>> {
    tx.query(sql!(
        "SELECT r.id AS registration, r.state,
            (SELECT count(*) FROM invitation own WHERE own.registration_id = r.id) AS sessions
         FROM registration r
         JOIN invitation i ON i.registration_id = r.id AND i.session_id = $2
         WHERE r.event_id = $1 AND r.state IN ('confirmed', 'pending', 'waitlisted')
            AND r.undeliverable_at IS NULL
            AND NOT EXISTS (
                SELECT 1 FROM message m
                WHERE m.subject = $1 AND m.recipient = r.id AND m.kind = 'cancelled'
                    AND m.session IN ($2, $4) AND m.revision = $3)
         ORDER BY r.id LIMIT $5"
    ))
    .bind(event)
    .bind(session)
    .bind(cancellations)
    .bind(Uuid::nil())
    .bind(limit)
    .fetch_all()
    .await
}

/// Whether somebody was sent the link of a session, or any where none is named, so that they hold it
/// whatever happens to its release.
pub async fn holds_link(
    tx: &mut Tx,
    event: Id<Event>,
    registration: Id<Registration>,
    session: Option<Id<Session>>,
) -> Result<bool> {
    let sent: Option<(i64,)> = tx
        .query(sql!(
            "SELECT l.revision FROM message l JOIN registration r ON r.id = l.recipient
             WHERE l.subject = $1 AND l.recipient = $2 AND l.kind = 'link' AND ($3 OR l.session = $4)
                AND l.revision >= r.first_link AND l.state IN ('sent', 'uncertain')
             LIMIT 1"
        ))
        .bind(event)
        .bind(registration)
        .bind(session.is_none())
        .bind(session.map_or(Uuid::nil(), Id::uuid))
        .fetch_optional()
        .await?;
    Ok(sent.is_some())
}

/// Has none of the links of an event count that were sent before: whoever had one is owed the next.
pub async fn forget_links_of(tx: &mut Tx, event: Id<Event>) -> Result<()> {
    tx.query(sql!(
        "UPDATE registration SET first_link = (
            SELECT max(m.revision) + 1 FROM message m
            WHERE m.subject = $1 AND m.recipient = registration.id AND m.kind = 'link')
         WHERE event_id = $1 AND EXISTS (
            SELECT 1 FROM message m
            WHERE m.subject = $1 AND m.recipient = registration.id AND m.kind = 'link'
                AND m.revision >= first_link)"
    ))
    .bind(event)
    .execute()
    .await?;
    Ok(())
}

/// How many are confirmed for a session, or for the event, and have no link.
pub async fn waiting_for_link(tx: &mut Tx, event: Id<Event>) -> Result<i64> {
    let (waiting,): (i64,) = tx
        .query(sql!(
            "SELECT count(*) AS waiting FROM registration
             WHERE event_id = $1 AND state = 'confirmed' AND mode = 'online'"
        ))
        .bind(event)
        .fetch_one()
        .await?;
    Ok(waiting)
}
