use super::Guest;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::TokenHash;
use crate::base::text::EmailAddress;
use crate::event::Event;
use crate::registration::Registration;
use crate::sql;

/// Notes that somebody is asked, again where they were before; `None` where they have registered.
pub(super) async fn put(
    tx: &mut Tx,
    (id, event): (Id<Guest>, Id<Event>),
    email: &EmailAddress,
    language: &Language,
    token: &TokenHash,
) -> Result<Option<Guest>> {
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO guest (id, event_id, email, email_key, language, token_hash, rounds, invited_at)
         VALUES ($1, $2, $3, $4, $5, $6, 1, $7)
         ON CONFLICT (event_id, email_key) DO UPDATE SET rounds = guest.rounds + 1,
            invited_at = $7, language = $5
            WHERE guest.registration_id IS NULL
         RETURNING id, event_id, email, language, rounds, invited_at, registration_id"
    ))
    .bind(id)
    .bind(event)
    .bind(email)
    .bind(email.key())
    .bind(language)
    .bind(token)
    .bind(now)
    .fetch_optional()
    .await
}

/// Somebody who was asked.
pub async fn guest(tx: &mut Tx, id: Id<Guest>) -> Result<Option<Guest>> {
    tx.query(sql!(
        "SELECT id, event_id, email, language, rounds, invited_at, registration_id
         FROM guest WHERE id = $1"
    ))
    .bind(id)
    .fetch_optional()
    .await
}

/// Everybody who was asked to come to `event`, the last first.
pub async fn guests(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Guest>> {
    tx.query(sql!(
        "SELECT id, event_id, email, language, rounds, invited_at, registration_id
         FROM guest WHERE event_id = $1 ORDER BY invited_at DESC, id DESC LIMIT 1000"
    ))
    .bind(event)
    .fetch_all()
    .await
}

pub(super) async fn remove(tx: &mut Tx, event: Id<Event>, guest: Id<Guest>) -> Result<bool> {
    let removed = tx
        .query(sql!("DELETE FROM guest WHERE id = $1 AND event_id = $2"))
        .bind(guest)
        .bind(event)
        .execute()
        .await?;
    Ok(removed == 1)
}

/// Removes the mails to somebody who was invited, and gives their Message-IDs.
pub(super) async fn remove_mails(
    tx: &mut Tx,
    event: Id<Event>,
    guest: Id<Guest>,
) -> Result<Vec<String>> {
    let mails: Vec<(String,)> = tx
        .query(sql!(
            "DELETE FROM message WHERE subject = $1 AND recipient = $2 RETURNING message_id"
        ))
        .bind(event)
        .bind(guest)
        .fetch_all()
        .await?;
    Ok(mails.into_iter().map(|(id,)| id).collect())
}

pub(super) async fn admitted(
    tx: &mut Tx,
    event: Id<Event>,
    email_key: &str,
    token: &TokenHash,
) -> Result<Option<Id<Guest>>> {
    let found: Option<(Id<Guest>,)> = tx
        .query(sql!(
            "SELECT id FROM guest WHERE event_id = $1 AND email_key = $2 AND token_hash = $3"
        ))
        .bind(event)
        .bind(email_key)
        .bind(token)
        .fetch_optional()
        .await?;
    Ok(found.map(|(id,)| id))
}

pub(super) async fn arrive(
    tx: &mut Tx,
    guest: Id<Guest>,
    registration: Id<Registration>,
) -> Result<()> {
    tx.query(sql!("UPDATE guest SET registration_id = $2 WHERE id = $1"))
        .bind(guest)
        .bind(registration)
        .execute()
        .await?;
    let now = tx.now();
    tx.query(sql!(
        "UPDATE registration SET address_confirmed_at = $2 WHERE id = $1"
    ))
    .bind(registration)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}
