use crate::base::clock::Instant;
use crate::base::db::{Result, Sql, Tx};
use crate::base::id::Id;
use crate::event::{Event, Picture, picture};
use crate::sql;

/// The event that was thrown away first, where that was at `until` or before.
pub(super) async fn ended(tx: &mut Tx, until: Instant) -> Result<Option<Id<Event>>> {
    let found: Option<(Id<Event>,)> = tx
        .query(sql!(
            "SELECT id FROM event WHERE trashed_at IS NOT NULL AND trashed_at <= $1
             ORDER BY trashed_at, id LIMIT 1"
        ))
        .bind(until)
        .fetch_optional()
        .await?;
    Ok(found.map(|(id,)| id))
}

/// Removes what was written down about an event.
pub(super) async fn remove_log(tx: &mut Tx, event: Id<Event>) -> Result<()> {
    let log = sql!("DELETE FROM audit_line WHERE event_id = $1 OR object = $1");
    all(tx, log, event).await
}

/// Removes whatever hangs on an event, what hangs on something else first.
pub(super) async fn remove_parts(tx: &mut Tx, event: Id<Event>) -> Result<()> {
    let parts = [
        sql!("DELETE FROM message WHERE subject = $1"),
        sql!("DELETE FROM mail_refusal WHERE subject = $1"),
        sql!("DELETE FROM announcement WHERE event_id = $1"),
        sql!("DELETE FROM announcement_draft WHERE event_id = $1"),
        sql!("DELETE FROM mail_hold WHERE event_id = $1"),
        sql!("DELETE FROM submission WHERE event_id = $1"),
        sql!("DELETE FROM roster WHERE event_id = $1"),
        sql!("DELETE FROM kept_figures WHERE event_id = $1"),
        sql!("DELETE FROM survey_answer WHERE event_id = $1"),
        sql!("DELETE FROM partner_link WHERE event_id = $1"),
        sql!("DELETE FROM meeting WHERE event_id = $1"),
        sql!("DELETE FROM host WHERE event_id = $1"),
        sql!("DELETE FROM host_logo WHERE event_id = $1"),
        sql!(
            "DELETE FROM appearance_invitation WHERE appearance_id IN (
                SELECT a.id FROM appearance a JOIN session s ON s.id = a.session_id
                WHERE s.event_id = $1)"
        ),
        sql!(
            "DELETE FROM appearance WHERE session_id IN (
                SELECT id FROM session WHERE event_id = $1)"
        ),
        sql!("DELETE FROM session WHERE event_id = $1"),
        sql!("DELETE FROM invitee WHERE event_id = $1"),
        sql!("DELETE FROM guest WHERE event_id = $1"),
        sql!("DELETE FROM wish WHERE event_id = $1"),
        sql!("DELETE FROM session_wish WHERE event_id = $1"),
        sql!("DELETE FROM membership WHERE event_id = $1"),
        sql!("DELETE FROM team_invitation WHERE event_id = $1"),
        sql!(
            "DELETE FROM api_deed WHERE token_id IN (
                SELECT id FROM api_token WHERE event_id = $1)"
        ),
        sql!("DELETE FROM api_token WHERE event_id = $1"),
        sql!(
            "DELETE FROM webhook_delivery WHERE event_id = $1 OR webhook_id IN (
                SELECT id FROM webhook WHERE event_id = $1)"
        ),
        sql!("DELETE FROM webhook WHERE event_id = $1"),
    ];
    let pictures: Vec<(Id<Picture>,)> = tx
        .query(sql!(
            "SELECT a.photo_id FROM appearance a JOIN session s ON s.id = a.session_id
             WHERE s.event_id = $1 AND a.photo_id IS NOT NULL
             UNION SELECT picture_id FROM host_logo WHERE event_id = $1"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    for statement in parts {
        all(tx, statement, event).await?;
    }
    for (picture,) in pictures {
        picture::forget(tx, picture).await?;
    }
    Ok(())
}

/// Removes the event, and from the one line about it that stays that it belonged to it.
pub(super) async fn remove_event(tx: &mut Tx, event: Id<Event>) -> Result<()> {
    let forget = sql!("UPDATE audit_line SET event_id = NULL WHERE event_id = $1");
    all(tx, forget, event).await?;
    all(tx, sql!("DELETE FROM event WHERE id = $1"), event).await
}

async fn all(tx: &mut Tx, statement: Sql, event: Id<Event>) -> Result<()> {
    tx.query(statement).bind(event).execute().await?;
    Ok(())
}
