use chrono::TimeDelta;
use serde::Serialize;
use sqlx::types::Json;

use super::{Held, Outcome, Try};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::outbox::{Message, pause};
use crate::sql;

/// By how much a lease may end sooner than one of now and stay as it is: PostgreSQL writes half as
/// much for a row whose indexed columns do not change.
const LONG_ENOUGH: TimeDelta = TimeDelta::seconds(30);

/// Notes, before the first octet of any of them leaves and again while that lasts, that messages are being handed
/// over by `tries` of `owner`, and held until `until`, or half a minute less. Gives those that are so held: the
/// others somebody else has taken since, or another try of the same owner.
///
/// Never more than one a connection: what a worker that dies leaves behind begun may have arrived.
pub async fn begin(
    tx: &mut Tx,
    owner: &str,
    until: Instant,
    tries: &[Try],
) -> Result<Vec<Id<Message>>> {
    turn(tx, owner, Vec::new(), until, tries).await
}

/// Writes down in one statement that messages were `sent`, with the words by which a server took
/// them, and that others [begin](begin). Gives those of both that `owner` does hold by these tries.
pub async fn turn(
    tx: &mut Tx,
    owner: &str,
    sent: Vec<(Try, String)>,
    until: Instant,
    begun: &[Try],
) -> Result<Vec<Id<Message>>> {
    let now = tx.now();
    let sent = sent.into_iter().map(|(of, words)| (of, Some(words)));
    let lines: Vec<Line> = sent
        .chain(begun.iter().map(|of| (*of, None)))
        .map(|(of, words)| Line {
            message: of.message.to_string(),
            number: of.number,
            words,
        })
        .collect();
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    // Whatever it came after, a message that was sent is sent: there is nothing to judge.
    let held: Vec<(Id<Message>,)> = tx
        .query(sql!(
            "UPDATE message SET data_begun = TRUE,
                state = CASE WHEN words IS NULL THEN state ELSE 'sent' END,
                last_reply = COALESCE(words, last_reply),
                lease_owner = CASE WHEN words IS NULL THEN lease_owner END,
                leased_until = CASE WHEN words IS NULL THEN
                    CASE WHEN leased_until >= $5 THEN leased_until ELSE ",
            sqlite: "$3",
            postgres: "$3::timestamptz",
            " END END,
                settled_at = CASE WHEN words IS NULL THEN settled_at ELSE $4 END
             FROM ",
            sqlite: "(SELECT unhex(replace(value ->> 'message', '-', '')) AS line,
                value ->> 'number' AS number, value ->> 'words' AS words FROM json_each($1)) AS done",
            postgres: "(SELECT message AS line, number, words
                FROM jsonb_to_recordset($1) AS of (message uuid, number bigint, words text)) AS done",
            " WHERE id = line AND state = 'leased' AND lease_owner = $2 AND attempts = number RETURNING id"
        ))
        .bind(Json(lines))
        .bind(owner)
        .bind(until)
        .bind(now)
        .bind(until - LONG_ENOUGH)
        .fetch_all()
        .await?;
    Ok(held.into_iter().map(|(id,)| id).collect())
}

/// A message that begins, or the words by which a server took it.
#[derive(Serialize)]
struct Line {
    message: String,
    number: i64,
    words: Option<String>,
}

/// Writes down what became of tries of `owner`, those that sent something in one statement. Gives the messages that
/// it was written down of: the others somebody else has taken since, or another try of the same owner.
pub async fn settle(
    tx: &mut Tx,
    owner: &str,
    outcomes: Vec<(Try, Outcome)>,
) -> Result<Vec<Id<Message>>> {
    let mut sent = Vec::new();
    let mut settled = Vec::new();
    for (of, outcome) in outcomes {
        match outcome {
            Outcome::Sent { reply } => sent.push((of, reply)),
            outcome => {
                if settle_one(tx, owner, of, outcome).await? {
                    settled.push(of.message);
                }
            }
        }
    }
    let now = tx.now();
    settled.extend(turn(tx, owner, sent, now, &[]).await?);
    Ok(settled)
}

/// Writes down what became of one try; `false` where `owner` does not hold the message by it any more.
async fn settle_one(tx: &mut Tx, owner: &str, of: Try, outcome: Outcome) -> Result<bool> {
    let now = tx.now();
    let Try {
        message: id,
        number,
    } = of;
    let held: Option<Held> = tx
        .query(sql!(
            "SELECT subject, attempts, compose_failures, uncertain_ends, not_useful_after, due_at, resends,
                hurries_from, leased_until
             FROM message WHERE id = $1 AND state = 'leased' AND lease_owner = $2 AND attempts = $3"
        ))
        .bind(id)
        .bind(owner)
        .bind(number)
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
             WHERE id = $1 AND state = 'leased' AND lease_owner = $2 AND attempts = $10"
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
        .bind(number)
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
    let uncertain: Vec<(Id<Message>, String, i64)> = tx
        .query(sql!(
            "SELECT id, lease_owner, attempts FROM message
             WHERE state = 'leased' AND leased_until <= $1 AND data_begun"
        ))
        .bind(now)
        .fetch_all()
        .await?;
    for (message, owner, number) in &uncertain {
        let reply = "the worker stopped before the mail server's answer".to_owned();
        let of = Try {
            message: *message,
            number: *number,
        };
        settle_one(tx, owner, of, Outcome::Unknown { reply }).await?;
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
