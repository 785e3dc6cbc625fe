use super::{HeldMail, Hold, HoldState};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Session};
use crate::sql;

/// What organisers have said about the mails of `event`.
pub(in crate::event) async fn of_event(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Hold>> {
    tx.query(sql!(
        "SELECT session_id, mail, mark, state, since FROM mail_hold WHERE event_id = $1
         ORDER BY session_id, mail, mark"
    ))
    .bind(event)
    .fetch_all()
    .await
}

/// Notes what an organiser says about a mail of one session.
pub async fn put(
    tx: &mut Tx,
    event: Id<Event>,
    session: Id<Session>,
    (mail, mark): (HeldMail, i64),
    state: HoldState,
) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO mail_hold (event_id, session_id, mail, mark, state, since)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (event_id, session_id, mail, mark)
         DO UPDATE SET state = excluded.state, since = excluded.since"
    ))
    .bind(event)
    .bind(session)
    .bind(mail)
    .bind(mark)
    .bind(state)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Gives `event` its next revision, by which what was composed of it is known to be outdated, and has
/// its plan looked at again; `false` where it is not at the revision at which it was read.
pub async fn lift(tx: &mut Tx, event: &Event) -> Result<bool> {
    let now = tx.now();
    let lifted = tx
        .query(sql!(
            "UPDATE event SET revision = revision + 1, plan_due_at = $3
             WHERE id = $1 AND revision = $2"
        ))
        .bind(event.id)
        .bind(event.revision)
        .bind(now)
        .execute()
        .await?;
    Ok(lifted == 1)
}
