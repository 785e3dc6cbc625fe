use sqlx::types::Json;

use super::Attended;
use crate::base::clock::Instant;
use crate::base::db::{At, Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::sql;

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    /// One of the words of [`Common`](super::Common), or `live` or `ever` for all.
    pub(super) common: String,
    pub(super) what: Option<String>,
    pub(super) people: i64,
}

/// Everything there is to count; state, language and mode by an index alone.
pub(super) async fn groups(tx: &mut Tx, event: Id<Event>, most: i64) -> Result<Vec<Row>> {
    tx.query(sql!(
        "WITH kind AS MATERIALIZED (
            SELECT state, language, mode, count(*) AS people,
                state NOT IN ('declined', 'cancelled') AS is_live
            FROM registration WHERE event_id = $1 GROUP BY state, language, mode)
         SELECT 'ever' AS common, NULL AS what, CAST(COALESCE(sum(people), 0) AS BIGINT) AS people
         FROM kind
         UNION ALL SELECT 'live', NULL, CAST(COALESCE(sum(people), 0) AS BIGINT) FROM kind WHERE is_live
         UNION ALL SELECT * FROM (SELECT 'states', state, CAST(sum(people) AS BIGINT) AS people
            FROM kind GROUP BY state ORDER BY people DESC, state LIMIT $2) AS states
         UNION ALL SELECT 'attendance', 'came', count(*) FROM (
            SELECT DISTINCT c.registration_id FROM check_in c
            JOIN session s ON s.id = c.session_id
            JOIN registration r ON r.id = c.registration_id
            WHERE s.event_id = $1 AND r.state = 'confirmed') AS present
         UNION ALL SELECT * FROM (SELECT 'languages', language, CAST(sum(people) AS BIGINT) AS people
            FROM kind WHERE is_live GROUP BY language ORDER BY people DESC, language LIMIT $2)
            AS languages
         UNION ALL SELECT * FROM (SELECT 'modes', mode, CAST(sum(people) AS BIGINT) AS people
            FROM kind WHERE is_live GROUP BY mode ORDER BY people DESC, mode LIMIT $2) AS modes
         UNION ALL SELECT * FROM (SELECT 'countries', country, count(*) AS people FROM registration
            WHERE event_id = $1 AND state NOT IN ('declined', 'cancelled')
            GROUP BY country ORDER BY people DESC, country NULLS LAST LIMIT $2) AS countries
         UNION ALL SELECT * FROM (SELECT 'organisations', organisation, count(*) AS people
            FROM registration WHERE event_id = $1 AND state NOT IN ('declined', 'cancelled')
            GROUP BY organisation ORDER BY people DESC, organisation NULLS LAST LIMIT $2)
            AS organisations
         UNION ALL SELECT * FROM (SELECT 'sources', source, count(*) AS people FROM registration
            WHERE event_id = $1 AND state NOT IN ('declined', 'cancelled')
            GROUP BY source ORDER BY people DESC, source NULLS LAST LIMIT $2) AS sources"
    ))
    .bind(event)
    .bind(most)
    .fetch_all()
    .await
}

pub(super) async fn attended(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Attended>> {
    tx.query(sql!(
        "SELECT s.id AS session_id, COALESCE(place.confirmed, 0) AS confirmed,
            COALESCE(place.came, 0) AS came
         FROM session s
         LEFT JOIN (
            SELECT i.session_id, count(*) AS confirmed, count(c.registration_id) AS came
            FROM registration r
            JOIN invitation i ON i.registration_id = r.id
            LEFT JOIN check_in c ON c.registration_id = r.id AND c.session_id = i.session_id
            WHERE r.event_id = $1 AND r.state = 'confirmed'
            GROUP BY i.session_id) AS place ON place.session_id = s.id
         WHERE s.event_id = $1 ORDER BY s.position, s.id"
    ))
    .bind(event)
    .fetch_all()
    .await
}

/// When the first and the last registered.
pub(super) async fn span(tx: &mut Tx, event: Id<Event>) -> Result<Option<(Instant, Instant)>> {
    let (first, last): (Option<Instant>, Option<Instant>) = tx
        .query(sql!(
            "SELECT
                (SELECT registered_at FROM registration
                 WHERE event_id = $1 AND state NOT IN ('declined', 'cancelled')
                 ORDER BY registered_at LIMIT 1) AS first,
                (SELECT registered_at FROM registration
                 WHERE event_id = $1 AND state NOT IN ('declined', 'cancelled')
                 ORDER BY registered_at DESC LIMIT 1) AS last"
        ))
        .bind(event)
        .fetch_one()
        .await?;
    Ok(first.zip(last))
}

pub(super) async fn between(tx: &mut Tx, event: Id<Event>, bounds: &[Instant]) -> Result<Vec<i64>> {
    let pairs: Vec<[At; 2]> = bounds
        .windows(2)
        .map(|pair| [At::from(pair[0]), At::from(pair[1])])
        .collect();
    let counted: Vec<(i64,)> = tx
        .query(sql!(
            "SELECT (SELECT count(*) FROM registration
                WHERE event_id = $1 AND state NOT IN ('declined', 'cancelled') AND ",
            sqlite: "registered_at >= pair.value ->> 0 AND registered_at < pair.value ->> 1",
            postgres: "registered_at >= (pair.value ->> 0)::timestamptz
                    AND registered_at < (pair.value ->> 1)::timestamptz",
            ") AS people FROM ",
            sqlite: "json_each($2) AS pair",
            postgres: "jsonb_array_elements($2) WITH ORDINALITY AS pair (value, key)",
            " ORDER BY pair.key"
        ))
        .bind(event)
        .bind(Json(pairs))
        .fetch_all()
        .await?;
    Ok(counted.into_iter().map(|(people,)| people).collect())
}
