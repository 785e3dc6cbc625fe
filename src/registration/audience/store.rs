use uuid::Uuid;

use super::{Attendee, LinkHeld, Reminding};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Fact, Session, Told};
use crate::registration::Registration;
use crate::registration::notices::MOST_OBJECTS;
use crate::sql;

/// Confirmed online attendees of a session to whom its link, released at `from`, was never owed, the
/// earliest first. Where one link serves all sessions, those without calendar objects need only one of
/// them. One that was suppressed, since closing or the session was moved before it could leave, is owed
/// anew; so is one that failed, where the session ends later now than it was to end then, one that
/// somebody had before their place was taken from them and given back, and one that was replaced before
/// this release, which was not the first.
pub async fn lacking_link(
    tx: &mut Tx,
    event: Id<Event>,
    session: Id<Session>,
    one_serves_all: bool,
    from: Instant,
    limit: i64,
) -> Result<Vec<Attendee>> {
    let now = tx.now();
    let most_objects = i64::try_from(MOST_OBJECTS).expect("a small number");
    tx.query(sql!(
        "SELECT a.registration, a.state, a.sessions FROM (
            SELECT r.id AS registration, r.state, r.first_link, s.ends_at,
                CASE WHEN s.link_changed_at < $6 THEN s.link_changed_at END AS link_changed_at,
                (SELECT count(*) FROM invitation own WHERE own.registration_id = r.id) AS sessions
            FROM registration r
            JOIN invitation i ON i.registration_id = r.id AND i.session_id = $2
            JOIN session s ON s.id = i.session_id
            WHERE r.event_id = $1 AND r.state = 'confirmed' AND r.mode = 'online'
                AND r.undeliverable_at IS NULL
                AND (r.undo_until IS NULL OR r.undo_until <= $8)) AS a
         WHERE NOT EXISTS (
            SELECT 1 FROM message m
            WHERE m.subject = $1 AND m.recipient = a.registration AND m.kind = 'link'
                AND (m.session = $2 OR ($3 AND a.sessions > $4)) AND m.state <> 'suppressed'
                AND (m.state <> 'failed' OR m.not_useful_after >= a.ends_at)
                AND m.revision >= a.first_link
                AND (m.state IN ('scheduled', 'leased', 'retry') OR a.link_changed_at IS NULL
                    OR m.settled_at >= a.link_changed_at
                    OR CAST(m.payload ->> 'page' AS TEXT) IN ('1', 'true')))
            AND NOT EXISTS (
                SELECT 1 FROM message m
                WHERE m.subject = $1 AND m.recipient = a.registration AND m.kind = 'changed'
                    AND m.session IN ($2, $7) AND m.state IN ('sent', 'uncertain')
                    AND CAST(m.payload ->> 'link' AS TEXT) IN ('1', 'true')
                    AND m.settled_at >= a.link_changed_at)
         ORDER BY a.registration LIMIT $5"
    ))
    .bind(event)
    .bind(session)
    .bind(one_serves_all)
    .bind(most_objects)
    .bind(limit)
    .bind(from.max(Instant::UNIX_EPOCH))
    .bind(Uuid::nil())
    .bind(now)
    .fetch_all()
    .await
}

/// The revision of the next link of a session to somebody: one more than the last, or the first that
/// counts.
pub(in crate::registration) async fn next_link(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
) -> Result<i64> {
    let (revision,): (i64,) = tx
        .query(sql!(
            "SELECT CASE WHEN l.next < r.first_link THEN r.first_link ELSE l.next END AS revision
             FROM registration r, (
                SELECT COALESCE(max(revision) + 1, 0) AS next FROM message
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
    let now = tx.now();
    tx.query(sql!(
        "SELECT r.id AS registration, r.state,
            (SELECT count(*) FROM invitation own WHERE own.registration_id = r.id) AS sessions
         FROM registration r
         JOIN invitation i ON i.registration_id = r.id AND i.session_id = $2
         WHERE r.event_id = $1 AND r.state = 'confirmed' AND r.undeliverable_at IS NULL
            AND r.reminders_stopped_at IS NULL AND r.confirmed_at < $4
            AND (r.undo_until IS NULL OR r.undo_until <= $10)
            AND (NOT $5 OR r.mode = 'in_person' OR EXISTS (
                SELECT 1 FROM message l
                WHERE l.subject = $1 AND l.recipient = r.id AND l.kind = 'link'
                    AND l.revision >= r.first_link AND l.state IN ('sent', 'uncertain')))
            AND NOT EXISTS (
                SELECT 1 FROM invitation other JOIN session s ON s.id = other.session_id
                WHERE other.registration_id = r.id AND s.starts_at > $6
                    AND (s.starts_at < $7 OR (s.starts_at = $7 AND s.position < (
                        SELECT own.position FROM session own WHERE own.id = $2))))
            AND NOT EXISTS (
                SELECT 1 FROM message m
                WHERE m.subject = $1 AND m.recipient = r.id
                    AND ((m.kind = 'reminder' AND m.session = $2 AND m.revision = $3)
                        OR (m.kind IN ('registered', 'approved', 'promoted', 'moved', 'link',
                                'changed', 'reminder')
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
    .bind(now)
    .fetch_all()
    .await
}

/// Who holds what a change of a session has touched, and was not told of it. A place concerns those who
/// come to it, a link those who were sent one before and not the new one since, nor a page of their own
/// that leads to whatever it is. Who got their place after the change, or came to the session then, knows
/// nothing else.
pub async fn lacking_change(
    tx: &mut Tx,
    event: Id<Event>,
    session: Id<Session>,
    told: &Told,
    limit: i64,
) -> Result<Vec<Attendee>> {
    let now = tx.now();
    tx.query(sql!(
        "SELECT r.id AS registration, r.state,
            (SELECT count(*) FROM invitation own WHERE own.registration_id = r.id) AS sessions,
            r.held_link
         FROM (
            SELECT id, event_id, state, mode, registered_at, confirmed_at, undeliverable_at, undo_until,
                state = 'confirmed' AND mode = 'online' AND EXISTS (
                    SELECT 1 FROM message l
                    WHERE l.subject = $1 AND l.recipient = registration.id AND l.kind = 'link'
                        AND l.revision >= registration.first_link AND l.written_at <= $4
                        AND l.state IN ('sent', 'uncertain', 'leased'))
                    AND NOT EXISTS (
                        SELECT 1 FROM message p
                        WHERE p.subject = $1 AND p.recipient = registration.id
                            AND p.kind IN ('link', 'changed')
                            AND p.written_at <= $4
                            AND p.state IN ('sent', 'uncertain', 'leased')
                            AND CAST(p.payload ->> 'page' AS TEXT) IN ('1', 'true')) AS held_link
            FROM registration WHERE event_id = $1) AS r
         JOIN invitation i ON i.registration_id = r.id AND i.session_id = $2
         WHERE r.event_id = $1 AND r.state IN ('confirmed', 'pending', 'waitlisted')
            AND r.undeliverable_at IS NULL AND (r.undo_until IS NULL OR r.undo_until <= $10)
            AND CASE WHEN r.state = 'confirmed' THEN COALESCE(r.confirmed_at, r.registered_at)
                ELSE r.registered_at END <= $4
            AND ($5 OR ($6 AND r.mode = 'in_person')
                OR ($7 AND r.held_link))
            AND NOT EXISTS (
                SELECT 1 FROM message m
                WHERE m.subject = $1 AND m.recipient = r.id AND m.session IN ($2, $8)
                    AND ((m.kind = 'changed' AND m.revision = $3)
                        OR (m.kind IN ('moved', 'promoted') AND m.written_at > $4)))
            AND ($5 OR $6 OR NOT EXISTS (
                SELECT 1 FROM message later
                WHERE later.subject = $1 AND later.recipient = r.id AND later.kind = 'link'
                    AND later.session = $2 AND later.written_at > $4
                    AND later.state <> 'suppressed'))
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
    .bind(now)
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
    let now = tx.now();
    tx.query(sql!(
        "SELECT r.id AS registration, r.state,
            (SELECT count(*) FROM invitation own WHERE own.registration_id = r.id) AS sessions
         FROM registration r
         JOIN invitation i ON i.registration_id = r.id AND i.session_id = $2
         WHERE r.event_id = $1 AND r.state IN ('confirmed', 'pending', 'waitlisted')
            AND r.undeliverable_at IS NULL AND (r.undo_until IS NULL OR r.undo_until <= $6)
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
    .bind(now)
    .fetch_all()
    .await
}

/// What somebody was sent of the link of a session, or of the one that serves all where none is named.
pub async fn link_held(
    tx: &mut Tx,
    event: Id<Event>,
    registration: Id<Registration>,
    session: Option<Id<Session>>,
) -> Result<LinkHeld> {
    let (sent, present): (i64, i64) = tx
        .query(sql!(
            "SELECT count(CASE WHEN l.kind = 'link' THEN 1 END) AS sent,
                count(CASE WHEN s.link_changed_at IS NULL OR l.settled_at >= s.link_changed_at
                    OR CAST(l.payload ->> 'page' AS TEXT) IN ('1', 'true')
                    THEN 1 END) AS present
             FROM message l JOIN registration r ON r.id = l.recipient
             LEFT JOIN session s ON s.event_id = l.subject
                AND s.id = CASE WHEN $3 THEN (SELECT i.session_id FROM invitation i
                    WHERE i.registration_id = $2 ORDER BY i.session_id LIMIT 1) ELSE $4 END
             WHERE l.subject = $1 AND l.recipient = $2
                AND ((l.kind = 'link' AND ($3 OR l.session = $4) AND l.revision >= r.first_link)
                    OR (l.kind = 'changed' AND ($3 OR l.session IN ($4, $5))
                        AND CAST(l.payload ->> 'link' AS TEXT) IN ('1', 'true')))
                AND l.state IN ('sent', 'uncertain')"
        ))
        .bind(event)
        .bind(registration)
        .bind(session.is_none())
        .bind(session.map_or(Uuid::nil(), Id::uuid))
        .bind(Uuid::nil())
        .fetch_one()
        .await?;
    Ok(match (sent > 0, present > 0) {
        (false, _) => LinkHeld::None,
        (true, false) => LinkHeld::Former,
        (true, true) => LinkHeld::Present,
    })
}

/// How many are confirmed online for an event, so that they need a link.
pub async fn online_count(tx: &mut Tx, event: Id<Event>) -> Result<i64> {
    let (online,): (i64,) = tx
        .query(sql!(
            "SELECT count(*) AS online FROM registration
             WHERE event_id = $1 AND state = 'confirmed' AND mode = 'online'"
        ))
        .bind(event)
        .fetch_one()
        .await?;
    Ok(online)
}
