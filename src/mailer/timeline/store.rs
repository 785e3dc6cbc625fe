use uuid::Uuid;

use super::listing::{Found, Listed, Wanted};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::outbox::{Message, MessageState};
use crate::sql;

/// How many messages of one kind, part and revision are in one state.
#[derive(sqlx::FromRow)]
pub(super) struct CensusRow {
    pub(super) kind: String,
    pub(super) session: Uuid,
    pub(super) revision: i64,
    pub(super) state: MessageState,
    pub(super) messages: i64,
}

pub(super) async fn census(tx: &mut Tx, event: Id<Event>) -> Result<Vec<CensusRow>> {
    tx.query(sql!(
        "SELECT kind, session, revision, state, count(*) AS messages FROM message
         WHERE subject = $1 GROUP BY kind, session, revision, state"
    ))
    .bind(event)
    .fetch_all()
    .await
}

/// When the first of some messages was to leave.
pub(super) async fn first_due(
    tx: &mut Tx,
    event: Id<Event>,
    kind: &str,
    session: Option<Uuid>,
    revision: Option<i64>,
) -> Result<Option<Instant>> {
    let first: Option<(Instant,)> = tx
        .query(sql!(
            "SELECT due_at FROM message
             WHERE subject = $1 AND kind = $2 AND (session = $3 OR $3 IS NULL)
                AND (revision = $4 OR $4 IS NULL) LIMIT 1"
        ))
        .bind(event)
        .bind(kind)
        .bind(session)
        .bind(revision)
        .fetch_optional()
        .await?;
    Ok(first.map(|(first,)| first))
}

/// A page of the messages of `event`, the latest first, with the name of the attendee or of whoever
/// appears.
pub(super) async fn page(
    tx: &mut Tx,
    event: Id<Event>,
    wanted: &Wanted,
    limit: i64,
) -> Result<Vec<Listed>> {
    if wanted.kind.is_none() && wanted.state.is_none() {
        return all(tx, event, wanted.before, limit).await;
    }
    tx.query(sql!(
        "SELECT m.id, m.kind, m.state, m.due_at, m.settled_at, m.not_useful_after, m.attempts,
            m.last_reply, m.message_id, r.id AS registration_id, r.name,
            COALESCE(r.email, g.email) AS email, COALESCE(r.language, g.language) AS language,
            p.details AS person
         FROM message m
         LEFT JOIN registration r ON r.id = m.recipient
         LEFT JOIN guest g ON g.id = m.recipient
         LEFT JOIN appearance a ON a.id = m.recipient
         LEFT JOIN person p ON p.id = a.person_id
         WHERE m.subject = $1 AND (m.kind = $2 OR $2 IS NULL) AND (m.state = $3 OR $3 IS NULL)
            AND (m.id < $4 OR $4 IS NULL)
         ORDER BY m.id DESC LIMIT $5"
    ))
    .bind(event)
    .bind(wanted.kind.clone())
    .bind(wanted.state)
    .bind(wanted.before)
    .bind(limit)
    .fetch_all()
    .await
}

async fn all(
    tx: &mut Tx,
    event: Id<Event>,
    before: Option<Id<Message>>,
    limit: i64,
) -> Result<Vec<Listed>> {
    let last = before.map_or(Uuid::max(), Id::uuid);
    tx.query(sql!(
        "SELECT m.id, m.kind, m.state, m.due_at, m.settled_at, m.not_useful_after, m.attempts,
            m.last_reply, m.message_id, r.id AS registration_id, r.name,
            COALESCE(r.email, g.email) AS email, COALESCE(r.language, g.language) AS language,
            p.details AS person
         FROM message m
         LEFT JOIN registration r ON r.id = m.recipient
         LEFT JOIN guest g ON g.id = m.recipient
         LEFT JOIN appearance a ON a.id = m.recipient
         LEFT JOIN person p ON p.id = a.person_id
         WHERE m.subject = $1 AND m.id < $2 ORDER BY m.id DESC LIMIT $3"
    ))
    .bind(event)
    .bind(last)
    .bind(limit)
    .fetch_all()
    .await
}

/// The message of `event` with this identifier.
pub(super) async fn one(tx: &mut Tx, event: Id<Event>, id: Id<Message>) -> Result<Option<Listed>> {
    tx.query(sql!(
        "SELECT m.id, m.kind, m.state, m.due_at, m.settled_at, m.not_useful_after, m.attempts,
            m.last_reply, m.message_id, r.id AS registration_id, r.name,
            COALESCE(r.email, g.email) AS email, COALESCE(r.language, g.language) AS language,
            p.details AS person
         FROM message m
         LEFT JOIN registration r ON r.id = m.recipient
         LEFT JOIN guest g ON g.id = m.recipient
         LEFT JOIN appearance a ON a.id = m.recipient
         LEFT JOIN person p ON p.id = a.person_id
         WHERE m.subject = $1 AND m.id = $2"
    ))
    .bind(event)
    .bind(id)
    .fetch_optional()
    .await
}

/// People of `event` whose name or address holds `words`, the latest first.
pub(super) async fn people(tx: &mut Tx, event: Id<Event>, words: &str) -> Result<Vec<Found>> {
    let escaped = words
        .replace('\\', r"\\")
        .replace('%', r"\%")
        .replace('_', r"\_");
    tx.query(sql!(
        "SELECT id, name, language, state FROM registration
         WHERE event_id = $1
            AND (lower(name) LIKE lower($2) ESCAPE '\\' OR email_key LIKE lower($2) ESCAPE '\\')
         ORDER BY id DESC LIMIT 8"
    ))
    .bind(event)
    .bind(format!("%{escaped}%"))
    .fetch_all()
    .await
}
