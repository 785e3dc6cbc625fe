use uuid::Uuid;

use super::{Pause, Rest, wait};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::outbox::Message;
use crate::outbox::store::{Pick, lease_among};
use crate::sql;

/// Stops all mail until [`resume`], for a `reason` that is shown; `false` where an operator had done
/// so before.
pub async fn pause(tx: &mut Tx, reason: &str) -> Result<bool> {
    let now = tx.now();
    let paused = tx
        .query(sql!(
            "INSERT INTO mail_pause (id, paused_by, reason, since, refusals, probe_at)
             VALUES (1, 'operator', $1, $2, 0, NULL)
             ON CONFLICT (id) DO UPDATE SET paused_by = excluded.paused_by,
                reason = excluded.reason, since = excluded.since, refusals = 0, probe_at = NULL
             WHERE mail_pause.paused_by <> 'operator'"
        ))
        .bind(reason)
        .bind(now)
        .execute()
        .await?;
    Ok(paused == 1)
}

/// Lets mail go again, whoever stopped it and whatever was refused; `false` where nothing rested.
pub async fn resume(tx: &mut Tx) -> Result<bool> {
    let ended = tx.query(sql!("DELETE FROM mail_pause")).execute().await?;
    Ok(ended + forget_refusals(tx).await? > 0)
}

/// The rest of all mail that stands; `None` where mail goes.
pub async fn standing(tx: &mut Tx) -> Result<Option<Pause>> {
    tx.query(sql!(
        "SELECT paused_by, reason, since, refusals, probe_at FROM mail_pause"
    ))
    .fetch_optional()
    .await
}

/// The subjects with messages to send whose sender was refused, the oldest refusal first.
pub async fn rests(tx: &mut Tx) -> Result<Vec<Rest>> {
    tx.query(sql!(
        "SELECT subject, reason, since, rests_until FROM mail_refusal AS refusal
         WHERE EXISTS (
            SELECT 1 FROM message
            WHERE message.subject = refusal.subject
                AND message.state IN ('scheduled', 'retry', 'leased'))
         ORDER BY since, subject"
    ))
    .fetch_all()
    .await
}

/// Notes that a server has taken login and sender of a message about `subject`. That ends a pause
/// that a server caused, and the subjects refused meanwhile try again, each for itself. Only
/// where something [stands](standing) or [rests] it has anything to change.
pub async fn accepted(tx: &mut Tx, subject: Uuid) -> Result<()> {
    let now = tx.now();
    tx.query(sql!("DELETE FROM mail_refusal WHERE subject = $1"))
        .bind(subject)
        .execute()
        .await?;
    let ended = tx
        .query(sql!("DELETE FROM mail_pause WHERE paused_by = 'server'"))
        .execute()
        .await?;
    if ended > 0 {
        tx.query(sql!("UPDATE mail_refusal SET rests_until = $1"))
            .bind(now)
            .execute()
            .await?;
    }
    Ok(())
}

/// Notes that a server has refused the login or the sender of a message about `subject`, and why.
/// All mail rests, unless this very subject was refused before others were let through: then only it
/// does.
pub(in crate::outbox) async fn refused(tx: &mut Tx, subject: Uuid, reason: &str) -> Result<()> {
    let known: Option<(i64, Instant)> = tx
        .query(sql!(
            "SELECT refusals, rests_until FROM mail_refusal WHERE subject = $1"
        ))
        .bind(subject)
        .fetch_optional()
        .await?;
    match known {
        // In flight together with the one that was refused first.
        Some((_, until)) if tx.now() < until => Ok(()),
        Some((refusals, _)) if standing(tx).await?.is_none() => {
            if refusals == 1 {
                tracing::error!(%subject, "a mail server refuses one event's sender: its mail waits");
            }
            rest(tx, subject, refusals + 1, reason).await
        }
        Some(_) => Ok(()),
        None => {
            rest(tx, subject, 1, reason).await?;
            begin(tx, reason).await
        }
    }
}

/// Takes one due message into the hands of `owner` until `until`, to find out whether a pause that a
/// server caused is over. The one that it takes counts as refused until it turns out otherwise, so
/// that a node that dies over it leaves a pause that ends.
pub(in crate::outbox) async fn probe(
    tx: &mut Tx,
    owner: &str,
    until: Instant,
) -> Result<Vec<Message>> {
    let now = tx.now();
    let Some(pause) = standing(tx).await? else {
        return Ok(Vec::new());
    };
    let next = Some(now + wait(pause.refusals + 1));
    if !pause.is_probe_due(now) || !set_probe(tx, &pause, pause.refusals + 1, next).await? {
        return Ok(Vec::new());
    }
    let mut taken = lease_among(tx, Pick::NeverRefused, owner, until, 1).await?;
    if taken.is_empty() {
        // Everybody had a turn: the first again.
        forget_refusals(tx).await?;
        taken = lease_among(tx, Pick::NeverRefused, owner, until, 1).await?;
    }
    if taken.is_empty() {
        let claimed = Pause {
            refusals: pause.refusals + 1,
            ..pause.clone()
        };
        set_probe(tx, &claimed, pause.refusals, pause.probe_at).await?;
    }
    Ok(taken)
}

/// Has all mail rest.
async fn begin(tx: &mut Tx, reason: &str) -> Result<()> {
    let now = tx.now();
    let begun = tx
        .query(sql!(
            "INSERT INTO mail_pause (id, paused_by, reason, since, refusals, probe_at)
             VALUES (1, 'server', $1, $2, 1, $3) ON CONFLICT (id) DO NOTHING"
        ))
        .bind(reason)
        .bind(now)
        .bind(now + wait(1))
        .execute()
        .await?;
    if begun == 1 {
        tracing::error!("the mail server refuses the login or the sender: all mail waits");
    }
    Ok(())
}

/// Has the messages about one subject rest.
async fn rest(tx: &mut Tx, subject: Uuid, refusals: i64, reason: &str) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO mail_refusal (subject, refusals, reason, since, rests_until)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (subject) DO UPDATE SET refusals = excluded.refusals,
            reason = excluded.reason, rests_until = excluded.rests_until"
    ))
    .bind(subject)
    .bind(refusals)
    .bind(reason)
    .bind(now)
    .bind(now + wait(refusals))
    .execute()
    .await?;
    Ok(())
}

/// Sets when the next message finds out; `false` where another node was quicker.
async fn set_probe(
    tx: &mut Tx,
    pause: &Pause,
    refusals: i64,
    probe_at: Option<Instant>,
) -> Result<bool> {
    let set = tx
        .query(sql!(
            "UPDATE mail_pause SET refusals = $2, probe_at = $3
             WHERE paused_by = 'server' AND refusals = $1"
        ))
        .bind(pause.refusals)
        .bind(refusals)
        .bind(probe_at)
        .execute()
        .await?;
    Ok(set == 1)
}

async fn forget_refusals(tx: &mut Tx) -> Result<u64> {
    tx.query(sql!("DELETE FROM mail_refusal")).execute().await
}
