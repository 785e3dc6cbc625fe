use uuid::Uuid;

use super::standing::{Alike, PLACES_AS_BITS};
use super::{ByLanguage, most_objects, places};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Fact, Release, SessionOf, Told};
use crate::registration::Reminding;
use crate::sql;

/// How many mails with the link of `sessions` would leave, which is released to all of them at `from`.
/// Who comes to many sessions that one link serves gets it with the first of them that is not over.
pub async fn count_links(
    tx: &mut Tx,
    event: &Event,
    sessions: &[SessionOf<'_>],
    from: Instant,
) -> Result<ByLanguage> {
    let now = tx.now();
    let meeting = sessions.first().and_then(|of| event.meeting_of(of.session));
    let is_one_by_one =
        meeting.is_some_and(|meeting| matches!(meeting.release(), Release::BeforeStart(_)));
    let first_start = sessions.iter().map(|of| of.sitting.starts_at).min();
    let earlier = first_start.filter(|_| is_one_by_one);
    tx.query(sql!(
        "SELECT a.language, CAST(sum(CASE WHEN a.is_served THEN 1 ELSE a.lacking END) AS BIGINT)
            AS mails
         FROM (
            SELECT r.registration, r.language, r.is_served, count(*) AS lacking
            FROM (
                SELECT r.id AS registration, r.language, r.first_link, s.id AS session, s.ends_at,
                    CASE WHEN s.link_changed_at < $5 THEN s.link_changed_at END AS link_changed_at,
                    $3 AND (SELECT count(*) FROM invitation own
                        WHERE own.registration_id = r.id) > $4 AS is_served
                FROM registration r
                JOIN invitation i ON i.registration_id = r.id
                JOIN session s ON s.id = i.session_id
                WHERE r.event_id = $1 AND r.state = 'confirmed' AND r.mode = 'online'
                    AND r.undeliverable_at IS NULL AND s.position IN (",
        sqlite: "SELECT value FROM json_each($2)",
        postgres: "SELECT place::bigint FROM jsonb_array_elements_text($2) AS place",
        ")) AS r
            WHERE NOT EXISTS (
                SELECT 1 FROM message m
                WHERE m.subject = $1 AND m.recipient = r.registration AND m.kind = 'link'
                    AND (m.session = r.session OR r.is_served) AND m.state <> 'suppressed'
                    AND (m.state <> 'failed' OR m.not_useful_after >= r.ends_at)
                    AND m.revision >= r.first_link
                    AND (m.state IN ('scheduled', 'leased', 'retry') OR r.link_changed_at IS NULL
                        OR m.settled_at >= r.link_changed_at
                        OR CAST(m.payload ->> 'page' AS TEXT) IN ('1', 'true')))
                AND NOT EXISTS (
                    SELECT 1 FROM message m
                    WHERE m.subject = $1 AND m.recipient = r.registration AND m.kind = 'changed'
                        AND m.session IN (r.session, $6) AND m.state IN ('sent', 'uncertain')
                        AND CAST(m.payload ->> 'link' AS TEXT) IN ('1', 'true')
                        AND m.settled_at >= r.link_changed_at)
                AND NOT (r.is_served AND EXISTS (
                    SELECT 1 FROM invitation o JOIN session earlier ON earlier.id = o.session_id
                    WHERE o.registration_id = r.registration AND earlier.ends_at > $7
                        AND earlier.starts_at < $8))
            GROUP BY r.registration, r.language, r.is_served) AS a
         GROUP BY a.language ORDER BY a.language"
    ))
    .bind(event.id)
    .bind(places(sessions))
    .bind(event.has_one_link())
    .bind(most_objects())
    .bind(from.max(Instant::UNIX_EPOCH))
    .bind(Uuid::nil())
    .bind(now)
    .bind(earlier)
    .fetch_all()
    .await
}

/// How many reminders of `sessions` would leave, which start together.
pub async fn count_reminders(
    tx: &mut Tx,
    event: &Event,
    sessions: &[SessionOf<'_>],
    reminding: &Reminding,
) -> Result<ByLanguage> {
    tx.query(sql!(
        "SELECT r.language, count(*) AS mails
         FROM registration r
         JOIN invitation i ON i.registration_id = r.id
         JOIN session own ON own.id = i.session_id
         WHERE r.event_id = $1 AND r.state = 'confirmed' AND r.undeliverable_at IS NULL
            AND r.reminders_stopped_at IS NULL AND r.confirmed_at < $4 AND own.position IN (",
        sqlite: "SELECT value FROM json_each($2)",
        postgres: "SELECT place::bigint FROM jsonb_array_elements_text($2) AS place",
        ") AND (NOT $5 OR r.mode = 'in_person' OR EXISTS (
                SELECT 1 FROM message l
                WHERE l.subject = $1 AND l.recipient = r.id AND l.kind = 'link'
                    AND l.revision >= r.first_link AND l.state IN ('sent', 'uncertain')))
            AND NOT EXISTS (
                SELECT 1 FROM invitation other JOIN session s ON s.id = other.session_id
                WHERE other.registration_id = r.id AND s.starts_at > $6
                    AND (s.starts_at < $7 OR (s.starts_at = $7 AND s.position < own.position)))
            AND NOT EXISTS (
                SELECT 1 FROM message m
                WHERE m.subject = $1 AND m.recipient = r.id
                    AND ((m.kind = 'reminder' AND m.session = own.id AND m.revision = $3)
                        OR (m.kind IN ('registered', 'approved', 'promoted', 'moved', 'link',
                                'changed', 'reminder')
                            AND m.session IN (own.id, $8) AND m.written_at >= $4
                            AND m.state <> 'suppressed')))
         GROUP BY r.language ORDER BY r.language"
    ))
    .bind(event.id)
    .bind(places(sessions))
    .bind(reminding.revision)
    .bind(reminding.since)
    .bind(reminding.in_room_only)
    .bind(reminding.starts_at - reminding.near)
    .bind(reminding.starts_at)
    .bind(Uuid::nil())
    .fetch_all()
    .await
}

/// How many would be told of the change `told` of `sessions`. A mail without a calendar object is about
/// all of them, unless each has a link of its own to tell.
pub async fn count_changes(
    tx: &mut Tx,
    event: &Event,
    sessions: &[SessionOf<'_>],
    told: &Told,
) -> Result<ByLanguage> {
    tx.query(sql!(
        "SELECT a.language, CAST(sum(CASE WHEN (a.state = 'confirmed' AND (
                SELECT count(*) FROM invitation own WHERE own.registration_id = a.id) <= $9)
                OR (a.held_link AND $10) THEN a.lacking ELSE 1 END) AS BIGINT) AS mails
         FROM (
            SELECT r.id, r.language, r.state, r.held_link, count(*) AS lacking
            FROM (
                SELECT id, event_id, language, state, mode, registered_at, confirmed_at,
                    undeliverable_at,
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
            JOIN invitation i ON i.registration_id = r.id
            JOIN session s ON s.id = i.session_id
            WHERE r.state IN ('confirmed', 'pending', 'waitlisted') AND r.undeliverable_at IS NULL
                AND s.position IN (",
        sqlite: "SELECT value FROM json_each($2)",
        postgres: "SELECT place::bigint FROM jsonb_array_elements_text($2) AS place",
        ") AND CASE WHEN r.state = 'confirmed' THEN COALESCE(r.confirmed_at, r.registered_at)
                    ELSE r.registered_at END <= $4
                AND ($5 OR ($6 AND r.mode = 'in_person') OR ($7 AND r.held_link))
                AND NOT EXISTS (
                    SELECT 1 FROM message m
                    WHERE m.subject = $1 AND m.recipient = r.id AND m.session IN (s.id, $8)
                        AND ((m.kind = 'changed' AND m.revision = $3)
                            OR (m.kind IN ('moved', 'promoted') AND m.written_at > $4)))
                AND ($5 OR $6 OR NOT EXISTS (
                    SELECT 1 FROM message later
                    WHERE later.subject = $1 AND later.recipient = r.id AND later.kind = 'link'
                        AND later.session = s.id AND later.written_at > $4
                        AND later.state <> 'suppressed'))
            GROUP BY r.id, r.language, r.state, r.held_link) AS a
         GROUP BY a.language ORDER BY a.language"
    ))
    .bind(event.id)
    .bind(places(sessions))
    .bind(told.revision)
    .bind(told.at)
    .bind(told.is_about(Fact::Time))
    .bind(told.is_about(Fact::Place))
    .bind(told.is_about(Fact::Link))
    .bind(Uuid::nil())
    .bind(most_objects())
    .bind(told.is_about(Fact::Link) && !event.has_one_link())
    .fetch_all()
    .await
}

/// How many would be told that `sessions` do not take place. A mail without a calendar object is about
/// all of them.
pub async fn count_cancellations(
    tx: &mut Tx,
    event: &Event,
    sessions: &[SessionOf<'_>],
) -> Result<ByLanguage> {
    tx.query(sql!(
        "SELECT a.language, CAST(sum(CASE WHEN a.state = 'confirmed' AND (
                SELECT count(*) FROM invitation own WHERE own.registration_id = a.id) <= $5
                THEN a.lacking ELSE 1 END) AS BIGINT) AS mails
         FROM (
            SELECT r.id, r.language, r.state, count(*) AS lacking
            FROM registration r
            JOIN invitation i ON i.registration_id = r.id
            JOIN session s ON s.id = i.session_id
            WHERE r.event_id = $1 AND r.state IN ('confirmed', 'pending', 'waitlisted')
                AND r.undeliverable_at IS NULL AND s.position IN (",
        sqlite: "SELECT value FROM json_each($2)",
        postgres: "SELECT place::bigint FROM jsonb_array_elements_text($2) AS place",
        ") AND NOT EXISTS (
                    SELECT 1 FROM message m
                    WHERE m.subject = $1 AND m.recipient = r.id AND m.kind = 'cancelled'
                        AND m.session IN (s.id, $4) AND m.revision = $3)
            GROUP BY r.id, r.language, r.state) AS a
         GROUP BY a.language ORDER BY a.language"
    ))
    .bind(event.id)
    .bind(places(sessions))
    .bind(event.cancellations)
    .bind(Uuid::nil())
    .bind(most_objects())
    .fetch_all()
    .await
}

/// Who comes to which sessions: the first ones as bits, since texts take the database twice as long.
pub(super) async fn standing(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Alike>> {
    tx.query(sql!(
        "WITH person AS MATERIALIZED (
            SELECT r.language, r.mode, r.reminders_stopped_at IS NULL AS wants,
                CAST(sum(CASE WHEN s.position < $2
                    THEN CAST(1 AS BIGINT) << CAST(s.position AS INTEGER) ELSE 0 END) AS BIGINT)
                    AS first_places, ",
        sqlite: "group_concat",
        postgres: "string_agg",
        "(CASE WHEN s.position >= $2 THEN CAST(s.position AS TEXT) END, ',') AS further_places
            FROM registration r
            JOIN invitation i ON i.registration_id = r.id
            JOIN session s ON s.id = i.session_id
            WHERE r.event_id = $1 AND r.state = 'confirmed' AND r.undeliverable_at IS NULL
            GROUP BY r.id)
         SELECT first_places, further_places, language, mode, wants, count(*) AS people
         FROM person GROUP BY first_places, further_places, language, mode, wants"
    ))
    .bind(event)
    .bind(PLACES_AS_BITS)
    .fetch_all()
    .await
}

/// Whether a link, or a change that may tell one, was made owed to anybody.
pub(super) async fn has_links(tx: &mut Tx, event: Id<Event>) -> Result<bool> {
    let found: Option<(i64,)> = tx
        .query(sql!(
            "SELECT revision FROM message
             WHERE subject = $1 AND kind IN ('link', 'changed') LIMIT 1"
        ))
        .bind(event)
        .fetch_optional()
        .await?;
    Ok(found.is_some())
}
