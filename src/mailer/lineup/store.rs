use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Appearance, Event, Session, SessionOf, Told};
use crate::sql;

use super::PER_LINK;

/// Who has agreed to appear in a session and was not owed the link of this revision, or only in vain;
/// and the number of their next message.
pub(super) async fn lacking(
    tx: &mut Tx,
    event: Id<Event>,
    session: SessionOf<'_>,
) -> Result<Vec<(Id<Appearance>, i64)>> {
    let first = session.lineup_link_revision * PER_LINK;
    tx.query(sql!(
        "SELECT a.id, $3 + (
            SELECT count(*) FROM message m
            WHERE m.subject = $1 AND m.recipient = a.id AND m.kind = 'lineup_link'
                AND m.revision >= $3) AS revision
         FROM appearance a
         WHERE a.session_id = $2 AND a.state = 'confirmed' AND NOT EXISTS (
            SELECT 1 FROM message m
            WHERE m.subject = $1 AND m.recipient = a.id AND m.kind = 'lineup_link'
                AND m.revision >= $3 AND m.state <> 'suppressed')
         ORDER BY a.position"
    ))
    .bind(event)
    .bind(session.id)
    .bind(first)
    .fetch_all()
    .await
}

/// How many of those can be reached by mail.
pub(super) async fn count_lacking(
    tx: &mut Tx,
    event: Id<Event>,
    session: SessionOf<'_>,
) -> Result<i64> {
    let (lacking,): (i64,) = tx
        .query(sql!(
            "SELECT count(*) AS lacking FROM appearance a
             WHERE a.session_id = $2 AND a.state = 'confirmed' AND a.details ->> 'email' IS NOT NULL
                AND NOT EXISTS (
                    SELECT 1 FROM message m
                    WHERE m.subject = $1 AND m.recipient = a.id AND m.kind = 'lineup_link'
                        AND m.revision >= $3 AND m.state <> 'suppressed')"
        ))
        .bind(event)
        .bind(session.id)
        .bind(session.lineup_link_revision * PER_LINK)
        .fetch_one()
        .await?;
    Ok(lacking)
}

/// Who has a session in their calendar and was not told of its change; a link sent since tells it too.
pub(super) async fn lacking_update(
    tx: &mut Tx,
    event: Id<Event>,
    session: Id<Session>,
    told: &Told,
) -> Result<Vec<Id<Appearance>>> {
    let lacking: Vec<(Id<Appearance>,)> = tx
        .query(sql!(
            "SELECT a.id FROM appearance a
             JOIN appearance_invitation i ON i.appearance_id = a.id
             WHERE a.session_id = $2 AND a.state = 'confirmed' AND NOT EXISTS (
                SELECT 1 FROM message m
                WHERE m.subject = $1 AND m.recipient = a.id
                    AND ((m.kind = 'changed' AND m.revision = $3)
                        OR (m.kind = 'lineup_link' AND m.written_at > $4
                            AND m.state <> 'suppressed')))
             ORDER BY a.position"
        ))
        .bind(event)
        .bind(session)
        .bind(told.revision)
        .bind(told.at)
        .fetch_all()
        .await?;
    Ok(lacking.into_iter().map(|(id,)| id).collect())
}

/// Who has a session of an event that was called off in their calendar, and was not told.
pub(super) async fn lacking_end(
    tx: &mut Tx,
    event: &Event,
    session: Id<Session>,
) -> Result<Vec<Id<Appearance>>> {
    let lacking: Vec<(Id<Appearance>,)> = tx
        .query(sql!(
            "SELECT a.id FROM appearance a
             JOIN appearance_invitation i ON i.appearance_id = a.id
             WHERE a.session_id = $2 AND a.state = 'confirmed' AND NOT EXISTS (
                SELECT 1 FROM message m
                WHERE m.subject = $1 AND m.recipient = a.id AND m.kind = 'cancelled'
                    AND m.revision = $3)
             ORDER BY a.position"
        ))
        .bind(event.id)
        .bind(session)
        .bind(event.cancellations)
        .fetch_all()
        .await?;
    Ok(lacking.into_iter().map(|(id,)| id).collect())
}

/// Whether somebody was sent the link that counts.
pub(super) async fn holds_link(
    tx: &mut Tx,
    event: Id<Event>,
    session: SessionOf<'_>,
    appearance: Id<Appearance>,
) -> Result<bool> {
    let sent: Option<(i64,)> = tx
        .query(sql!(
            "SELECT revision FROM message
             WHERE subject = $1 AND recipient = $2 AND kind = 'lineup_link' AND revision >= $3
                AND state IN ('sent', 'uncertain') LIMIT 1"
        ))
        .bind(event)
        .bind(appearance)
        .bind(session.lineup_link_revision * PER_LINK)
        .fetch_optional()
        .await?;
    Ok(sent.is_some())
}

/// Counts the sequence of an invitation up; it begins with `uid` where there was none. Gives its UID,
/// the next number after this issue's, and when it was issued last.
pub(super) async fn next_issue(
    tx: &mut Tx,
    appearance: Id<Appearance>,
    uid: &str,
) -> Result<(String, i64, Option<Instant>)> {
    tx.query(sql!(
        "INSERT INTO appearance_invitation (appearance_id, uid, next_sequence)
         VALUES ($1, $2, 1)
         ON CONFLICT (appearance_id)
         DO UPDATE SET next_sequence = appearance_invitation.next_sequence + 1
         RETURNING uid, next_sequence, issued_at"
    ))
    .bind(appearance)
    .bind(uid)
    .fetch_one()
    .await
}

pub(super) async fn stamp_issue(
    tx: &mut Tx,
    appearance: Id<Appearance>,
    issued_at: Instant,
) -> Result<()> {
    tx.query(sql!(
        "UPDATE appearance_invitation SET issued_at = $2 WHERE appearance_id = $1"
    ))
    .bind(appearance)
    .bind(issued_at)
    .execute()
    .await?;
    Ok(())
}
