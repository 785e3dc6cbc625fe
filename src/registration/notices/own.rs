//! What people are told of what they do about their own registration.

use super::store::is_on_its_way;
use super::{Notice, NoticePayload, Owing, enqueue, has_objects, owe_at, revision};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Session};
use crate::registration::{Registration, issue};

/// Owes somebody that they have a place in `sessions`, each with its calendar object in a mail of its own;
/// the first says everything that they come to. Who comes to many sessions gets one mail with a file (CAL-3).
pub(in crate::registration) async fn owe_place(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    sessions: &[Id<Session>],
    notice: Notice,
) -> Result<()> {
    if !has_objects(registration.sessions.len()) {
        let now = tx.now();
        owe_at(tx, event, registration, notice, now).await?;
        return Ok(());
    }
    owe_objects(tx, event, registration, sessions, (notice, false)).await
}

/// Owes somebody that they come to `sessions` no more, and that the rest stays: each with the object that
/// takes it out of their calendar. They still have the invitations to these.
pub(in crate::registration) async fn owe_left(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    sessions: &[Id<Session>],
) -> Result<()> {
    owe_objects(tx, event, registration, sessions, (Notice::Withdrawn, true)).await
}

async fn owe_objects(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    sessions: &[Id<Session>],
    (notice, is_part): (Notice, bool),
) -> Result<()> {
    let revision = revision(tx, registration, notice).await?;
    for (index, session) in sessions.iter().enumerate() {
        let payload = NoticePayload {
            issue: issue(tx, registration.id, *session).await?,
            leads: index == 0 && !is_part,
            is_part,
            ..NoticePayload::default()
        };
        let owing = Owing::now(tx, event, notice, revision, Some(*session), payload);
        enqueue(tx, event, registration.id, owing).await?;
    }
    Ok(())
}

/// Owes somebody the way to their own page, at `due_at`. It is of use as long as there is that page.
pub(in crate::registration) async fn owe_resent(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    due_at: Instant,
) -> Result<()> {
    let notice = Notice::Resent;
    let revision = revision(tx, registration, notice).await?;
    let payload = NoticePayload {
        leads: true,
        ..NoticePayload::default()
    };
    let owing = Owing {
        due_at,
        until: event.schedule.ends_at() + event.details.retention().delta(),
        ..Owing::now(tx, event, notice, revision, None, payload)
    };
    enqueue(tx, event, registration.id, owing).await?;
    Ok(())
}

/// Whether that is on its way to them already, or has been sent since `since`.
pub(in crate::registration) async fn is_resent(
    tx: &mut Tx,
    registration: &Registration,
    since: Instant,
) -> Result<bool> {
    is_on_its_way(tx, registration, Notice::Resent, since).await
}
