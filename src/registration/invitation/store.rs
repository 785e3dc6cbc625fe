use serde::Serialize;
use sqlx::types::Json;

use super::Issue;
use crate::base::clock::Instant;
use crate::base::db::{At, Hex, Result, Tx};
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
    places: &[(Id<Registration>, Id<Session>)],
    issues: &[Issue],
) -> Result<()> {
    #[derive(Serialize)]
    struct Row<'a> {
        registration: Hex,
        session: Hex,
        uid: &'a str,
        next_sequence: i64,
        issued_at: At,
    }
    let rows = places.iter().zip(issues);
    let rows = rows.map(|((registration, session), issue)| Row {
        registration: Hex::from(*registration),
        session: Hex::from(*session),
        uid: &issue.uid,
        next_sequence: issue.sequence + 1,
        issued_at: At::from(issue.issued_at),
    });
    let rows: Vec<Row<'_>> = rows.collect();
    tx.query(sql!(
        "INSERT INTO invitation (registration_id, session_id, uid, next_sequence, issued_at) ",
        sqlite: "SELECT unhex(value->>'registration'), unhex(value->>'session'), value->>'uid',
                value->>'next_sequence', value->>'issued_at'
             FROM json_each($1)",
        postgres: "SELECT r.registration, r.session, r.uid, r.next_sequence, r.issued_at
             FROM jsonb_to_recordset($1) AS r(registration UUID, session UUID, uid TEXT,
                next_sequence BIGINT, issued_at TIMESTAMPTZ)",
        ""
    ))
    .bind(Json(rows))
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
