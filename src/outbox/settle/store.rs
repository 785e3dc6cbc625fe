use serde::Serialize;
use sqlx::types::Json;

use super::{Held, Outcome};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::outbox::{Message, pause};
use crate::sql;

/// Notes, before the first octet of any of them leaves and again while that lasts, that `messages`
/// are being handed over, and that `owner` holds them until `until`. Gives those that `owner` does
/// hold: the others somebody else has taken since.
///
/// Never more than one a connection: what a worker that dies leaves behind begun may have arrived.
pub async fn begin(
    tx: &mut Tx,
    owner: &str,
    until: Instant,
    messages: &[Id<Message>],
) -> Result<Vec<Id<Message>>> {
    let begun: Vec<(Id<Message>,)> = tx
        .query(sql!(
            "UPDATE message SET data_begun = TRUE, leased_until = $3
             WHERE state = 'leased' AND lease_owner = $2 AND id IN (SELECT ",
            sqlite: "unhex(replace(value, '-', '')) FROM json_each($1)",
            postgres: "value::uuid FROM jsonb_array_elements_text($1)",
            ") RETURNING id"
        ))
        .bind(Json(texts(messages)))
        .bind(owner)
        .bind(until)
        .fetch_all()
        .await?;
    Ok(begun.into_iter().map(|(id,)| id).collect())
}

/// Writes down what became of messages that `owner` holds, those that were sent in one statement.
/// Gives those that were written down: the others somebody else has taken since.
pub async fn settle(
    tx: &mut Tx,
    owner: &str,
    outcomes: Vec<(Id<Message>, Outcome)>,
) -> Result<Vec<Id<Message>>> {
    let mut sent = Vec::new();
    let mut settled = Vec::new();
    for (id, outcome) in outcomes {
        match outcome {
            Outcome::Sent { reply } => sent.push((id, reply)),
            outcome => {
                if settle_one(tx, owner, id, outcome).await? {
                    settled.push(id);
                }
            }
        }
    }
    settled.extend(settle_sent(tx, owner, sent).await?);
    Ok(settled)
}

/// Whatever it came after, a message that was sent is sent: there is nothing to judge.
async fn settle_sent(
    tx: &mut Tx,
    owner: &str,
    sent: Vec<(Id<Message>, String)>,
) -> Result<Vec<Id<Message>>> {
    if sent.is_empty() {
        return Ok(Vec::new());
    }
    let now = tx.now();
    let rows = sent.into_iter().map(|(id, words)| Taken {
        taken: id.to_string(),
        words,
    });
    let settled: Vec<(Id<Message>,)> = tx
        .query(sql!(
            "UPDATE message SET state = 'sent', last_reply = words, settled_at = $3,
                lease_owner = NULL, leased_until = NULL
             FROM ",
            sqlite: "(SELECT unhex(replace(value ->> 'taken', '-', '')) AS taken,
                value ->> 'words' AS words FROM json_each($1)) AS done",
            postgres: "jsonb_to_recordset($1) AS done (taken uuid, words text)",
            " WHERE id = taken AND state = 'leased' AND lease_owner = $2 RETURNING id"
        ))
        .bind(Json(rows.collect::<Vec<_>>()))
        .bind(owner)
        .bind(now)
        .fetch_all()
        .await?;
    Ok(settled.into_iter().map(|(id,)| id).collect())
}

/// A message with the words by which a server took it.
#[derive(Serialize)]
struct Taken {
    taken: String,
    words: String,
}

fn texts(messages: &[Id<Message>]) -> Vec<String> {
    messages.iter().map(ToString::to_string).collect()
}

/// Writes down what became of one message; `false` where `owner` does not hold it any more.
async fn settle_one(tx: &mut Tx, owner: &str, id: Id<Message>, outcome: Outcome) -> Result<bool> {
    let now = tx.now();
    let held: Option<Held> = tx
        .query(sql!(
            "SELECT subject, attempts, compose_failures, uncertain_ends, not_useful_after, due_at, resends,
                hurries_from, leased_until
             FROM message WHERE id = $1 AND state = 'leased' AND lease_owner = $2"
        ))
        .bind(id)
        .bind(owner)
        .fetch_optional()
        .await?;
    let Some(held) = held else {
        return Ok(false);
    };
    if let Outcome::Refused { reply } = &outcome {
        pause::refused(tx, held.subject, reply).await?;
    }
    let put_back = i64::from(matches!(
        outcome,
        Outcome::PutBack { .. } | Outcome::Refused { .. }
    ));
    let broken = i64::from(matches!(outcome, Outcome::Broken { .. }));
    let unknown = i64::from(matches!(outcome, Outcome::Unknown { .. }));
    let (state, due_at, reply) = held.next(now, outcome, tx.chance());
    let settled = tx
        .query(sql!(
            "UPDATE message SET state = $3, due_at = $4, last_reply = $5, settled_at = $6,
                attempts = attempts - $7, compose_failures = compose_failures + $8,
                uncertain_ends = uncertain_ends + $9, lease_owner = NULL, leased_until = NULL
             WHERE id = $1 AND state = 'leased' AND lease_owner = $2"
        ))
        .bind(id)
        .bind(owner)
        .bind(state)
        .bind(due_at)
        .bind(reply)
        .bind(now)
        .bind(put_back)
        .bind(broken)
        .bind(unknown)
        .execute()
        .await?;
    Ok(settled == 1)
}

/// Takes back what workers that died were holding: what was not yet handed over is due again, the
/// rest is uncertain. Gives the number of messages taken back.
pub async fn reclaim(tx: &mut Tx) -> Result<u64> {
    let now = tx.now();
    let untouched = tx
        .query(sql!(
            "UPDATE message SET state = 'scheduled', lease_owner = NULL, leased_until = NULL
             WHERE state = 'leased' AND leased_until <= $1 AND NOT data_begun"
        ))
        .bind(now)
        .execute()
        .await?;
    let uncertain: Vec<(Id<Message>, String)> = tx
        .query(sql!(
            "SELECT id, lease_owner FROM message
             WHERE state = 'leased' AND leased_until <= $1 AND data_begun"
        ))
        .bind(now)
        .fetch_all()
        .await?;
    for (id, owner) in &uncertain {
        let reply = "the worker stopped before the mail server's answer".to_owned();
        settle_one(tx, owner, *id, Outcome::Unknown { reply }).await?;
    }
    Ok(untouched + uncertain.len() as u64)
}

/// Drops what waited until it would only disturb, each with a line in the log; gives the number
/// of messages.
pub async fn drop_stale(tx: &mut Tx) -> Result<usize> {
    let now = tx.now();
    // With the priorities named, the index by which messages leave finds them.
    let dropped: Vec<(Id<Message>, String)> = tx
        .query(sql!(
            "UPDATE message SET state = 'suppressed', settled_at = $1,
                last_reply = 'it would have come too late'
             WHERE state IN ('scheduled', 'retry') AND priority IN (0, 1, 2, 3)
                AND COALESCE(not_useful_after, 'infinity') <= $1
             RETURNING id, kind"
        ))
        .bind(now)
        .fetch_all()
        .await?;
    for (id, kind) in &dropped {
        tracing::warn!(message = %id, kind, "dropped: it would have come too late");
    }
    Ok(dropped.len())
}

/// Notes that a message that was sent, or may have been, has come back for good with `status` (RFC
/// 3463 section 2): it failed. `false` where it is in no state to come back.
pub async fn returned(tx: &mut Tx, id: Id<Message>, status: &str) -> Result<bool> {
    let now = tx.now();
    let noted = tx
        .query(sql!(
            "UPDATE message SET state = 'failed', last_reply = $2, settled_at = $3
             WHERE id = $1 AND state IN ('sent', 'uncertain')"
        ))
        .bind(id)
        .bind(format!("returned: {status}"))
        .bind(now)
        .execute()
        .await?;
    Ok(noted == 1)
}
