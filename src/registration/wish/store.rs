use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Mode, Session};
use crate::registration::Registration;
use crate::sql;

/// Notes that somebody with a place waits for one in `mode` as well, since `since`.
pub(super) async fn keep_wish(
    tx: &mut Tx,
    registration: &Registration,
    mode: Mode,
    since: Instant,
) -> Result<()> {
    tx.query(sql!(
        "INSERT INTO wish (registration_id, event_id, mode, wished_at) VALUES ($1, $2, $3, $4)"
    ))
    .bind(registration.id)
    .bind(registration.event)
    .bind(mode)
    .bind(since)
    .execute()
    .await?;
    Ok(())
}

/// Notes that they do not any more; which mode it was, and since when.
pub(super) async fn drop_wish(
    tx: &mut Tx,
    registration: Id<Registration>,
) -> Result<Option<(Mode, Instant)>> {
    tx.query(sql!(
        "DELETE FROM wish WHERE registration_id = $1 RETURNING mode, wished_at"
    ))
    .bind(registration)
    .fetch_optional()
    .await
}

/// Notes that somebody with a place waits for `session` as well.
pub(super) async fn keep_session(
    tx: &mut Tx,
    registration: &Registration,
    session: Id<Session>,
) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO session_wish (registration_id, session_id, event_id, wished_at)
         VALUES ($1, $2, $3, $4)"
    ))
    .bind(registration.id)
    .bind(session)
    .bind(registration.event)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Notes that they do not any more; `false` where they did not.
pub(super) async fn drop_session(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
) -> Result<bool> {
    let dropped = tx
        .query(sql!(
            "DELETE FROM session_wish WHERE registration_id = $1 AND session_id = $2"
        ))
        .bind(registration)
        .bind(session)
        .execute()
        .await?;
    Ok(dropped == 1)
}

/// Notes that they wait for none any more; which these were.
pub(super) async fn drop_sessions(
    tx: &mut Tx,
    registration: Id<Registration>,
) -> Result<Vec<Id<Session>>> {
    let dropped: Vec<(Id<Session>,)> = tx
        .query(sql!(
            "DELETE FROM session_wish WHERE registration_id = $1 RETURNING session_id"
        ))
        .bind(registration)
        .fetch_all()
        .await?;
    Ok(dropped.into_iter().map(|(session,)| session).collect())
}

pub(super) async fn sessions(
    tx: &mut Tx,
    registration: Id<Registration>,
) -> Result<Vec<Id<Session>>> {
    let wished: Vec<(Id<Session>,)> = tx
        .query(sql!(
            "SELECT w.session_id FROM session_wish w JOIN session s ON s.id = w.session_id
             WHERE w.registration_id = $1 ORDER BY s.position"
        ))
        .bind(registration)
        .fetch_all()
        .await?;
    Ok(wished.into_iter().map(|(session,)| session).collect())
}

/// Has somebody attend in `mode`.
pub(super) async fn change_mode(tx: &mut Tx, id: Id<Registration>, mode: Mode) -> Result<()> {
    tx.query(sql!("UPDATE registration SET mode = $2 WHERE id = $1"))
        .bind(id)
        .bind(mode)
        .execute()
        .await?;
    Ok(())
}
