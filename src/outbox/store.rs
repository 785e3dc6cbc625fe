use chrono::TimeDelta;
use sqlx::types::Json;
use uuid::Uuid;

use super::ladder::next_try;
use super::{Message, MessageState, Outcome, Owed, Resend, pause};
use crate::base::chance::Chance;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::sql;

/// Tries after which a message that cannot be made into a mail is set aside.
const TRIES_TO_COMPOSE: i64 = 3;

/// How long an uncertain message rests before its one resend (OUT-5).
const REST_BEFORE_RESEND: TimeDelta = TimeDelta::minutes(15);

/// Makes a message owed, with its Message-ID and Date; `false` where that very message was owed
/// already (OUT-1).
pub async fn enqueue(tx: &mut Tx, owed: Owed<'_>) -> Result<bool> {
    let id: Id<Message> = tx.new_id();
    let now = tx.now();
    let (resends, hurries_from) = match owed.resend {
        Resend::Never => (false, None),
        Resend::Once { hurries_from } => (true, hurries_from),
    };
    let made = tx
        .query(sql!(
            "INSERT INTO message (id, subject, recipient, session, kind, revision, lane, priority,
                payload, message_id, written_at, state, due_at, not_useful_after, resends,
                hurries_from)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'scheduled', $12, $13, $14, $15)
             ON CONFLICT (subject, recipient, session, kind, revision) DO NOTHING"
        ))
        .bind(id)
        .bind(owed.subject)
        .bind(owed.recipient)
        .bind(owed.session.unwrap_or(Uuid::nil()))
        .bind(owed.kind)
        .bind(owed.revision)
        .bind(owed.lane)
        .bind(owed.priority as i16)
        .bind(Json(owed.payload))
        .bind(format!("{id}@{}", owed.domain))
        .bind(now)
        .bind(owed.due_at)
        .bind(owed.not_useful_after)
        .bind(resends)
        .bind(hurries_from)
        .execute()
        .await?;
    Ok(made == 1)
}

/// Which of the due messages may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pick {
    /// All while mail goes at all, but for those of a subject that rests.
    Going,
    /// While all mail rests, those of a subject that was not refused.
    NeverRefused,
}

/// Takes up to `limit` due messages into the hands of `owner` until `until`, the most urgent first,
/// and of each lane only the oldest (OUT-7). None while all mail rests, but for one from time to time
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
    let mut leased: Vec<Message> = tx
        .query(sql!(
            "UPDATE message SET state = 'leased', lease_owner = $1, leased_until = $2,
                data_begun = FALSE, attempts = attempts + 1
             WHERE id IN (
                SELECT id FROM message AS candidate
                WHERE state IN ('scheduled', 'retry') AND due_at <= $3
                  AND ($5 OR NOT EXISTS (SELECT 1 FROM mail_pause))
                  AND NOT EXISTS (
                    SELECT 1 FROM mail_refusal AS refusal
                    WHERE refusal.subject = candidate.subject AND refusal.rests_until > $6)
                  AND NOT EXISTS (
                    SELECT 1 FROM message AS earlier
                    WHERE earlier.lane = candidate.lane AND earlier.id < candidate.id
                      AND (earlier.state IN ('leased', 'retry')
                        OR (earlier.state = 'scheduled' AND earlier.due_at <= $3)))
                ORDER BY priority, due_at, id LIMIT $4",
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
        settle(tx, *id, owner, Outcome::Unknown { reply }).await?;
    }
    Ok(untouched + uncertain.len() as u64)
}

/// Notes, before the first byte of it leaves and again while that lasts, that a message is being
/// handed over, and that `owner` holds it until `until`. `false` where `owner` does not hold it any
/// more.
pub async fn mark_data_begun(
    tx: &mut Tx,
    id: Id<Message>,
    owner: &str,
    until: Instant,
) -> Result<bool> {
    let marked = tx
        .query(sql!(
            "UPDATE message SET data_begun = TRUE, leased_until = $3
             WHERE id = $1 AND state = 'leased' AND lease_owner = $2"
        ))
        .bind(id)
        .bind(owner)
        .bind(until)
        .execute()
        .await?;
    Ok(marked == 1)
}

/// Writes down what became of a message that `owner` holds. `false` where somebody else has taken it
/// since.
pub async fn settle(tx: &mut Tx, id: Id<Message>, owner: &str, outcome: Outcome) -> Result<bool> {
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

/// What a message's outcome is judged by.
#[derive(sqlx::FromRow)]
struct Held {
    subject: Uuid,
    attempts: i64,
    compose_failures: i64,
    uncertain_ends: i64,
    not_useful_after: Option<Instant>,
    due_at: Instant,
    resends: bool,
    hurries_from: Option<Instant>,
    leased_until: Instant,
}

impl Held {
    /// The state that follows, when the message is due then, and what is noted with it.
    fn next(
        &self,
        now: Instant,
        outcome: Outcome,
        chance: &Chance,
    ) -> (MessageState, Instant, String) {
        let retry = next_try(now, self.attempts, chance);
        let mend = next_try(now, self.compose_failures + 1, chance);
        let resend = self.rested(now);
        match outcome {
            Outcome::Sent { reply } => (MessageState::Sent, self.due_at, reply),
            Outcome::TurnedAwayForNow { reply } if self.is_useful(retry) => {
                (MessageState::Retry, retry, reply)
            }
            Outcome::TurnedAwayForNow { reply } | Outcome::TurnedAway { reply } => {
                (MessageState::Failed, self.due_at, reply)
            }
            Outcome::Unknown { reply }
                if self.resends && self.uncertain_ends == 0 && self.is_useful(resend) =>
            {
                (MessageState::Retry, resend, reply)
            }
            Outcome::Unknown { reply } => (MessageState::Uncertain, self.due_at, reply),
            Outcome::PutBack { reason: reply } | Outcome::Refused { reply } => {
                (MessageState::Scheduled, self.due_at, reply)
            }
            Outcome::NotOwed { reason } => {
                (MessageState::Suppressed, self.due_at, reason.to_owned())
            }
            Outcome::Broken { reason } if self.compose_failures + 1 < TRIES_TO_COMPOSE => {
                (MessageState::Retry, mend, reason)
            }
            Outcome::Broken { reason } => (MessageState::Dead, self.due_at, reason),
        }
    }

    /// When an uncertain message has rested.
    fn rested(&self, now: Instant) -> Instant {
        let rested = now + REST_BEFORE_RESEND;
        match self.hurries_from {
            Some(from) if from <= now => self.leased_until.clamp(now, rested),
            _ => rested,
        }
    }

    fn is_useful(&self, at: Instant) -> bool {
        self.not_useful_after.is_none_or(|end| at < end)
    }
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
