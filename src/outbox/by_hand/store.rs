use serde::de::DeserializeOwned;
use sqlx::types::Json;
use uuid::Uuid;

use super::{Alike, Progress, Retried, Waiting};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::outbox::{Message, MessageState, find};
use crate::sql;

/// Why a message was not sent that was [recalled](recall): what it says was taken back, so that nobody
/// sends it by hand.
const RECALLED: &str = "taken back";

/// Makes a message due now, as if it had never been tried, with the same Message-ID: one that failed,
/// may or may not have arrived, was set aside or was not owed; or one that waits.
pub async fn retry(tx: &mut Tx, id: Id<Message>) -> Result<Retried> {
    let now = tx.now();
    let Some(message) = find(tx, id).await? else {
        return Ok(Retried::Unknown);
    };
    let was_recalled = message.state == MessageState::Suppressed
        && message.last_reply.as_deref() == Some(RECALLED);
    if was_recalled || matches!(message.state, MessageState::Sent | MessageState::Leased) {
        return Ok(Retried::Not(message.state));
    }
    if let Some(end) = message.not_useful_after.filter(|end| *end <= now) {
        return Ok(Retried::TooLate(end));
    }
    if has_successor(tx, &message).await? {
        return Ok(Retried::Superseded);
    }
    let due = tx
        .query(sql!(
            "UPDATE message SET state = 'scheduled', due_at = $3, attempts = 0,
                compose_failures = 0, uncertain_ends = 0, data_begun = FALSE, settled_at = NULL
             WHERE id = $1 AND state = $2"
        ))
        .bind(id)
        .bind(message.state)
        .bind(now)
        .execute()
        .await?;
    // Taken by a worker since it was read.
    Ok(if due == 1 {
        Retried::Due
    } else {
        Retried::Not(MessageState::Leased)
    })
}

async fn has_successor(tx: &mut Tx, message: &Message) -> Result<bool> {
    let newer: Option<(Id<Message>,)> = tx
        .query(sql!(
            "SELECT id FROM message
             WHERE subject = $1 AND recipient = $2 AND session = $3 AND kind = $4 AND revision > $5
             ORDER BY id LIMIT 1"
        ))
        .bind(message.subject)
        .bind(message.recipient)
        .bind(message.session)
        .bind(&message.kind)
        .bind(message.revision)
        .fetch_optional()
        .await?;
    Ok(newer.is_some())
}

/// Gives up every message about `part` of `subject` that has not left, and says how many.
pub async fn keep_back(tx: &mut Tx, subject: Uuid, part: Uuid) -> Result<u64> {
    let now = tx.now();
    tx.query(sql!(
        "UPDATE message SET state = 'suppressed', last_reply = 'stopped by hand', settled_at = $3
         WHERE state IN ('scheduled', 'retry') AND subject = $1 AND session = $2"
    ))
    .bind(subject)
    .bind(part)
    .bind(now)
    .execute()
    .await
}

/// Whether no message of this kind and revision to `recipient` has been in a worker's hands; none is
/// taken into them before this unit of work ends.
pub async fn has_only_waiting(
    tx: &mut Tx,
    subject: Uuid,
    recipient: Uuid,
    kind: &str,
    revision: i64,
) -> Result<bool> {
    let states: Vec<(MessageState, i64)> = tx
        .query(sql!(
            "SELECT state, attempts FROM message
             WHERE subject = $1 AND recipient = $2 AND kind = $3 AND revision = $4",
            sqlite: "",
            postgres: " FOR UPDATE",
            ""
        ))
        .bind(subject)
        .bind(recipient)
        .bind(kind)
        .bind(revision)
        .fetch_all()
        .await?;
    let waits = |(state, attempts): &(MessageState, i64)| {
        *state == MessageState::Scheduled && *attempts == 0
    };
    Ok(!states.is_empty() && states.iter().all(waits))
}

/// Gives up the messages of this kind and revision to `recipient` that wait, and gives what was frozen
/// with them.
pub async fn recall<P: DeserializeOwned + Send + Unpin + 'static>(
    tx: &mut Tx,
    subject: Uuid,
    recipient: Uuid,
    kind: &str,
    revision: i64,
) -> Result<Vec<P>> {
    let now = tx.now();
    let withheld: Vec<(Json<P>,)> = tx
        .query(sql!(
            "UPDATE message SET state = 'suppressed', last_reply = $6, settled_at = $5
             WHERE subject = $1 AND recipient = $2 AND kind = $3 AND revision = $4
                AND state = 'scheduled'
             RETURNING payload"
        ))
        .bind(subject)
        .bind(recipient)
        .bind(kind)
        .bind(revision)
        .bind(now)
        .bind(RECALLED)
        .fetch_all()
        .await?;
    Ok(withheld
        .into_iter()
        .map(|(Json(payload),)| payload)
        .collect())
}

/// Has every message about `part` of `subject` that has not left be of use until `until`; one that was
/// dropped since it came too late is due again where that is still to come.
pub async fn set_end(tx: &mut Tx, subject: Uuid, part: Uuid, until: Instant) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "UPDATE message SET not_useful_after = $3,
            state = CASE WHEN state = 'suppressed' THEN 'scheduled' ELSE state END,
            due_at = CASE WHEN state = 'suppressed' THEN ",
        sqlite: "$4",
        postgres: "$4::timestamptz",
        " ELSE due_at END,
            settled_at = CASE WHEN state = 'suppressed' THEN NULL ELSE settled_at END
         WHERE subject = $1 AND session = $2 AND (state IN ('scheduled', 'retry')
            OR (state = 'suppressed' AND settled_at >= not_useful_after AND $5))"
    ))
    .bind(subject)
    .bind(part)
    .bind(until)
    .bind(now)
    .bind(now < until)
    .execute()
    .await?;
    Ok(())
}

/// How far the messages about `part` of `subject` have come.
pub async fn progress(tx: &mut Tx, subject: Uuid, part: Uuid) -> Result<Progress> {
    tx.query(sql!(
        "SELECT count(*) AS made, count(CASE WHEN state = 'sent' THEN 1 END) AS sent,
            count(CASE WHEN state IN ('scheduled', 'retry', 'leased') THEN 1 END) AS waiting
         FROM message WHERE subject = $1 AND session = $2"
    ))
    .bind(subject)
    .bind(part)
    .fetch_one()
    .await
}

/// How many messages of each kind wait.
pub async fn waiting(tx: &mut Tx) -> Result<Vec<Waiting>> {
    let now = tx.now();
    tx.query(sql!(
        "SELECT kind, count(CASE WHEN due_at <= $1 THEN 1 END) AS due,
            count(CASE WHEN due_at > $1 THEN 1 END) AS later
         FROM message WHERE state IN ('scheduled', 'retry') GROUP BY kind ORDER BY kind"
    ))
    .bind(now)
    .fetch_all()
    .await
}

/// Gives up every message of `kind` that is due, and says how many. They count as failed: what was
/// only suppressed would be owed anew.
pub async fn give_up_kind(tx: &mut Tx, kind: &str) -> Result<u64> {
    let now = tx.now();
    tx.query(sql!(
        "UPDATE message SET state = 'failed', last_reply = 'given up by hand', settled_at = $2
         WHERE state IN ('scheduled', 'retry') AND due_at <= $2 AND kind = $1"
    ))
    .bind(kind)
    .bind(now)
    .execute()
    .await
}

/// Takes back those of the messages that have not left, for a `reason` by which they are
/// [forgotten](forget_withheld).
pub async fn withhold(tx: &mut Tx, alike: Alike<'_>, reason: &str) -> Result<u64> {
    let now = tx.now();
    tx.query(sql!(
        "UPDATE message SET state = 'suppressed', last_reply = $5, settled_at = $6
         WHERE state IN ('scheduled', 'retry') AND subject = $1 AND session = $2 AND kind = $3
            AND (revision = $4 OR $4 IS NULL)"
    ))
    .bind(alike.subject)
    .bind(alike.part)
    .bind(alike.kind)
    .bind(alike.revision)
    .bind(reason)
    .bind(now)
    .execute()
    .await
}

/// Forgets those of the messages that were not sent for this `reason`, so that they can be owed anew.
pub async fn forget_withheld(tx: &mut Tx, alike: Alike<'_>, reason: &str) -> Result<u64> {
    tx.query(sql!(
        "DELETE FROM message
         WHERE state = 'suppressed' AND last_reply = $5 AND subject = $1 AND session = $2
            AND kind = $3 AND (revision = $4 OR $4 IS NULL)"
    ))
    .bind(alike.subject)
    .bind(alike.part)
    .bind(alike.kind)
    .bind(alike.revision)
    .bind(reason)
    .execute()
    .await
}

/// Gives one message up that has not left; `false` where it has, or is in a worker's hands. It counts
/// as failed, as in [`give_up_kind`].
pub async fn give_up(tx: &mut Tx, id: Id<Message>) -> Result<bool> {
    let now = tx.now();
    let given_up = tx
        .query(sql!(
            "UPDATE message SET state = 'failed', last_reply = 'given up by hand', settled_at = $2
             WHERE id = $1 AND state IN ('scheduled', 'retry', 'uncertain', 'dead')"
        ))
        .bind(id)
        .bind(now)
        .execute()
        .await?;
    Ok(given_up == 1)
}
