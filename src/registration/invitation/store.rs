use super::Issue;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Session;
use crate::registration::Registration;
use crate::sql;

pub(super) async fn insert_invitation(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
    uid: &str,
) -> Result<()> {
    tx.query(sql!(
        "INSERT INTO invitation (registration_id, session_id, uid, next_sequence)
         VALUES ($1, $2, $3, 0)"
    ))
    .bind(registration)
    .bind(session)
    .bind(uid)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn insert_issued(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
    issue: &Issue,
) -> Result<()> {
    tx.query(sql!(
        "INSERT INTO invitation (registration_id, session_id, uid, next_sequence, issued_at)
         VALUES ($1, $2, $3, $4, $5)"
    ))
    .bind(registration)
    .bind(session)
    .bind(&issue.uid)
    .bind(issue.sequence + 1)
    .bind(issue.issued_at)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn delete_invitation(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
) -> Result<()> {
    tx.query(sql!(
        "DELETE FROM invitation WHERE registration_id = $1 AND session_id = $2"
    ))
    .bind(registration)
    .bind(session)
    .execute()
    .await?;
    Ok(())
}

/// Begins an invitation anew under another UID, where it was issued before.
pub(super) async fn renew_invitation(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
    uid: &str,
) -> Result<()> {
    tx.query(sql!(
        "UPDATE invitation SET uid = $3, next_sequence = 0, issued_at = NULL, answer = NULL,
            answered_sequence = NULL, answered_at = NULL
         WHERE registration_id = $1 AND session_id = $2 AND next_sequence > 0"
    ))
    .bind(registration)
    .bind(session)
    .bind(uid)
    .execute()
    .await?;
    Ok(())
}

/// Counts the sequence of an invitation up, which keeps others out until this unit of work ends;
/// gives its UID, the next number after this issue's, and when it was issued last.
pub(super) async fn next_issue(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
) -> Result<Option<(String, i64, Option<Instant>)>> {
    tx.query(sql!(
        "UPDATE invitation SET next_sequence = next_sequence + 1
         WHERE registration_id = $1 AND session_id = $2
         RETURNING uid, next_sequence, issued_at"
    ))
    .bind(registration)
    .bind(session)
    .fetch_optional()
    .await
}

/// Counts the sequence of an invitation down again, where `issue` was the last.
pub(super) async fn take_back(
    tx: &mut Tx,
    registration: Id<Registration>,
    issue: &Issue,
) -> Result<()> {
    tx.query(sql!(
        "UPDATE invitation SET next_sequence = next_sequence - 1
         WHERE registration_id = $1 AND uid = $2 AND next_sequence = $3"
    ))
    .bind(registration)
    .bind(&issue.uid)
    .bind(issue.sequence + 1)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn stamp_issue(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
    issued_at: Instant,
) -> Result<()> {
    tx.query(sql!(
        "UPDATE invitation SET issued_at = $3 WHERE registration_id = $1 AND session_id = $2"
    ))
    .bind(registration)
    .bind(session)
    .bind(issued_at)
    .execute()
    .await?;
    Ok(())
}
