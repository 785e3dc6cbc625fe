use serde::Serialize;
use sqlx::types::Json;
use uuid::Uuid;

use super::{Message, Owed, Resend, pause};
use crate::base::clock::Instant;
use crate::base::db::{At, Hex, Result, Tx};
use crate::base::id::Id;
use crate::sql;

/// Makes a message owed, with its Message-ID and Date; `false` where that very message was owed
/// already (OUT-1).
pub async fn enqueue(tx: &mut Tx, owed: Owed<'_>) -> Result<bool> {
    Ok(enqueue_all(tx, vec![owed]).await? == 1)
}

/// The same for many at once; gives how many of them were not owed already.
pub async fn enqueue_all(tx: &mut Tx, owed: Vec<Owed<'_>>) -> Result<u64> {
    let rows = owed.into_iter().map(|owed| Row::of(tx.new_id(), owed));
    let rows: Vec<Row<'_>> = rows.collect();
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO message (id, subject, recipient, session, kind, revision, lane, priority,
            payload, message_id, written_at, state, due_at, not_useful_after, resends, hurries_from) ",
        sqlite: "SELECT unhex(value->>'id'), unhex(value->>'subject'), unhex(value->>'recipient'),
                unhex(value->>'session'), value->>'kind', value->>'revision', unhex(value->>'lane'),
                value->>'priority', value->'payload', value->>'message_id', $2, 'scheduled',
                value->>'due_at', value->>'not_useful_after', value->>'resends', value->>'hurries_from'
             FROM json_each($1) WHERE true",
        postgres: "SELECT r.id, r.subject, r.recipient, r.session, r.kind, r.revision, r.lane, r.priority,
                r.payload, r.message_id, $2, 'scheduled', r.due_at, r.not_useful_after, r.resends,
                r.hurries_from
             FROM jsonb_to_recordset($1) AS r(id UUID, subject UUID, recipient UUID, session UUID,
                kind TEXT, revision BIGINT, lane UUID, priority SMALLINT, payload JSONB, message_id TEXT,
                due_at TIMESTAMPTZ, not_useful_after TIMESTAMPTZ, resends BOOLEAN,
                hurries_from TIMESTAMPTZ)",
        " ON CONFLICT (subject, recipient, session, kind, revision) DO NOTHING"
    ))
    .bind(Json(rows))
    .bind(now)
    .execute()
    .await
}

/// A message about to be written.
#[derive(Serialize)]
struct Row<'a> {
    id: Hex,
    subject: Hex,
    recipient: Hex,
    session: Hex,
    kind: &'a str,
    revision: i64,
    lane: Hex,
    priority: i16,
    payload: serde_json::Value,
    message_id: String,
    due_at: At,
    not_useful_after: Option<At>,
    resends: bool,
    hurries_from: Option<At>,
}

impl<'a> Row<'a> {
    fn of(id: Id<Message>, owed: Owed<'a>) -> Self {
        let (resends, hurries_from) = match owed.resend {
            Resend::Never => (false, None),
            Resend::Once { hurries_from } => (true, hurries_from),
        };
        Self {
            id: Hex::from(id),
            subject: Hex::from(owed.subject),
            recipient: Hex::from(owed.recipient),
            session: Hex::from(owed.session.unwrap_or(Uuid::nil())),
            kind: owed.kind,
            revision: owed.revision,
            lane: Hex::from(owed.lane),
            priority: owed.priority as i16,
            payload: owed.payload,
            message_id: format!("{id}@{}", owed.domain),
            due_at: At::from(owed.due_at),
            not_useful_after: owed.not_useful_after.map(At::from),
            resends,
            hurries_from: hurries_from.map(At::from),
        }
    }
}

/// Which of the due messages may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pick {
    /// All while mail goes at all, but for those of a subject that rests.
    Going,
    /// While all mail rests, those of a subject that was not refused.
    NeverRefused,
}

/// Takes up to `limit` due messages into the hands of `owner` until `until`, the most urgent first, of
/// these what is of no use sooner, so that the earlier event comes first (OUT-8, E-33), and of each lane only the oldest (OUT-7). None while all mail rests, but for one from time to time
/// that finds out whether that has an end (OUT-6).
pub async fn lease(tx: &mut Tx, owner: &str, until: Instant, limit: i64) -> Result<Vec<Message>> {
    let leased = lease_among(tx, Pick::Going, owner, until, limit).await?;
    if leased.is_empty() {
        return pause::probe(tx, owner, until).await;
    }
    Ok(leased)
}

pub(super) async fn lease_among(
    tx: &mut Tx,
    pick: Pick,
    owner: &str,
    until: Instant,
    limit: i64,
) -> Result<Vec<Message>> {
    let now = tx.now();
    let (in_spite_of_a_pause, rests_beyond) = match pick {
        Pick::Going => (false, now),
        Pick::NeverRefused => (true, Instant::UNIX_EPOCH),
    };
    // In the order of an index, so that a long queue costs no more than a short one: SQLite would
    // rather sort all that is due, and PostgreSQL join it with all that could be earlier in a lane if
    // that were asked with NOT EXISTS.
    let mut leased: Vec<Message> = tx
        .query(sql!(
            "UPDATE message SET state = 'leased', lease_owner = $1, leased_until = $2,
                data_begun = FALSE, attempts = attempts + 1
             WHERE id IN (
                SELECT id FROM message AS candidate",
            sqlite: " INDEXED BY message_next",
            postgres: "",
            " WHERE state IN ('scheduled', 'retry') AND due_at <= $3
                  AND ($5 OR NOT EXISTS (SELECT 1 FROM mail_pause))
                  AND NOT EXISTS (
                    SELECT 1 FROM mail_refusal AS refusal
                    WHERE refusal.subject = candidate.subject AND refusal.rests_until > $6)
                  AND (
                    SELECT 1 FROM message AS earlier
                    WHERE earlier.lane = candidate.lane AND earlier.id < candidate.id
                      AND (earlier.state IN ('leased', 'retry')
                        OR (earlier.state = 'scheduled' AND earlier.due_at <= $3))
                    LIMIT 1) IS NULL
                ORDER BY priority, COALESCE(not_useful_after, 'infinity'), due_at, id LIMIT $4",
            sqlite: "",
            postgres: " FOR UPDATE SKIP LOCKED",
            ")
             RETURNING id, subject, recipient, session, kind, revision, payload, message_id,
                written_at, state, due_at, not_useful_after, attempts, uncertain_ends, last_reply"
        ))
        .bind(owner)
        .bind(until)
        .bind(now)
        .bind(limit)
        .bind(in_spite_of_a_pause)
        .bind(rests_beyond)
        .fetch_all()
        .await?;
    // RETURNING promises no order.
    leased.sort_by_key(|message| message.id);
    Ok(leased)
}

/// Whether there are messages to [drop](super::drop_stale).
pub async fn has_stale(tx: &mut Tx) -> Result<bool> {
    let now = tx.now();
    let stale: Option<(Id<Message>,)> = tx
        .query(sql!(
            "SELECT id FROM message
             WHERE state IN ('scheduled', 'retry') AND priority IN (0, 1, 2, 3)
                AND COALESCE(not_useful_after, 'infinity') <= $1
             LIMIT 1"
        ))
        .bind(now)
        .fetch_optional()
        .await?;
    Ok(stale.is_some())
}

/// When the next message has to leave; `None` while none waits.
pub async fn next_due(tx: &mut Tx) -> Result<Option<Instant>> {
    let (due,): (Option<Instant>,) = tx
        .query(sql!(
            "SELECT min(due_at) AS due FROM message WHERE state IN ('scheduled', 'retry')"
        ))
        .fetch_one()
        .await?;
    Ok(due)
}

/// How many messages that have not left are due at which moment, the earliest first.
pub(super) async fn due_counts(tx: &mut Tx) -> Result<Vec<(Instant, i64)>> {
    tx.query(sql!(
        "SELECT due_at, count(*) AS messages FROM message
         WHERE state IN ('scheduled', 'retry', 'leased') GROUP BY due_at ORDER BY due_at"
    ))
    .fetch_all()
    .await
}

/// How many messages should have left, and when the first of them was due.
pub(super) async fn overdue(tx: &mut Tx) -> Result<(i64, Option<Instant>)> {
    let now = tx.now();
    tx.query(sql!(
        "SELECT count(*) AS due, min(due_at) AS oldest FROM message
         WHERE state IN ('scheduled', 'retry') AND due_at <= $1"
    ))
    .bind(now)
    .fetch_one()
    .await
}

/// When a mail server last took a message.
pub(super) async fn last_sent(tx: &mut Tx) -> Result<Option<Instant>> {
    let (last,): (Option<Instant>,) = tx
        .query(sql!(
            "SELECT max(settled_at) AS last FROM message WHERE state = 'sent'"
        ))
        .fetch_one()
        .await?;
    Ok(last)
}

/// How many messages would leave at once, by kind.
pub async fn due_by_kind(tx: &mut Tx) -> Result<Vec<(String, i64)>> {
    let now = tx.now();
    tx.query(sql!(
        "SELECT kind, count(*) AS messages FROM message
         WHERE state IN ('scheduled', 'retry', 'leased') AND due_at <= $1 GROUP BY kind ORDER BY kind"
    ))
    .bind(now)
    .fetch_all()
    .await
}

/// When the next lease runs out; `None` while nobody holds a message.
pub async fn next_lease_end(tx: &mut Tx) -> Result<Option<Instant>> {
    let (end,): (Option<Instant>,) = tx
        .query(sql!(
            "SELECT min(leased_until) AS lease_end FROM message WHERE state = 'leased'"
        ))
        .fetch_one()
        .await?;
    Ok(end)
}

/// When the first message about `subject` of this kind and revision was made; `None` where there is none.
pub async fn first_written(
    tx: &mut Tx,
    subject: Uuid,
    kind: &str,
    revision: i64,
) -> Result<Option<Instant>> {
    let (first,): (Option<Instant>,) = tx
        .query(sql!(
            "SELECT min(written_at) AS first FROM message
             WHERE subject = $1 AND kind = $2 AND revision = $3"
        ))
        .bind(subject)
        .bind(kind)
        .bind(revision)
        .fetch_one()
        .await?;
    Ok(first)
}

/// The message with this identifier.
pub async fn find(tx: &mut Tx, id: Id<Message>) -> Result<Option<Message>> {
    tx.query(sql!(
        "SELECT id, subject, recipient, session, kind, revision, payload, message_id, written_at,
            state, due_at, not_useful_after, attempts, uncertain_ends, last_reply
         FROM message WHERE id = $1"
    ))
    .bind(id)
    .fetch_optional()
    .await
}

/// Every message about `subject`, or about anything, in the order in which they were made.
pub async fn list(tx: &mut Tx, subject: Option<Uuid>) -> Result<Vec<Message>> {
    tx.query(sql!(
        "SELECT id, subject, recipient, session, kind, revision, payload, message_id, written_at,
            state, due_at, not_useful_after, attempts, uncertain_ends, last_reply
         FROM message WHERE $1 OR subject = $2 ORDER BY id"
    ))
    .bind(subject.is_none())
    .bind(subject.unwrap_or(Uuid::nil()))
    .fetch_all()
    .await
}
