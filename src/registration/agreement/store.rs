use super::Agreement;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Key;
use crate::registration::{Consent, Registration};
use crate::sql;

pub(super) async fn agreements(
    tx: &mut Tx,
    registration: Id<Registration>,
) -> Result<Vec<Agreement>> {
    tx.query(sql!(
        "SELECT consent_key, text_hash, language, given_at, withdrawn_at FROM consent
         WHERE registration_id = $1 ORDER BY id"
    ))
    .bind(registration)
    .fetch_all()
    .await
}

pub(super) async fn insert(
    tx: &mut Tx,
    registration: Id<Registration>,
    consent: &Consent,
    text_hash: &[u8],
) -> Result<()> {
    let id: Id<()> = tx.new_id();
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO consent (id, registration_id, consent_key, text_hash, language, given_at)
         VALUES ($1, $2, $3, $4, $5, $6)"
    ))
    .bind(id)
    .bind(registration)
    .bind(consent.key.clone())
    .bind(text_hash)
    .bind(consent.language.clone())
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Takes back what was agreed to for `key`.
pub(super) async fn withdraw(tx: &mut Tx, registration: Id<Registration>, key: &Key) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "UPDATE consent SET withdrawn_at = $3
         WHERE registration_id = $1 AND consent_key = $2 AND withdrawn_at IS NULL"
    ))
    .bind(registration)
    .bind(key.clone())
    .bind(now)
    .execute()
    .await?;
    Ok(())
}
