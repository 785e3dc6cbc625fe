use super::Organiser;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::TokenHash;
use crate::base::text::{EmailAddress, SingleLine};
use crate::sql;

pub(super) async fn insert(tx: &mut Tx, organiser: &Organiser) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO organiser (id, email, email_key, name, language, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)"
    ))
    .bind(organiser.id)
    .bind(&organiser.email)
    .bind(organiser.email.key())
    .bind(&organiser.name)
    .bind(&organiser.language)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn set_profile(
    tx: &mut Tx,
    organiser: Id<Organiser>,
    name: &SingleLine,
    language: &Language,
) -> Result<()> {
    tx.query(sql!(
        "UPDATE organiser SET name = $2, language = $3 WHERE id = $1"
    ))
    .bind(organiser)
    .bind(name)
    .bind(language)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn set_unsaid_language(
    tx: &mut Tx,
    browser: &TokenHash,
    language: &Language,
) -> Result<()> {
    tx.query(sql!(
        "UPDATE organiser SET language = $2
         WHERE language = $3
            AND id = (SELECT s.organiser_id FROM sign_in s WHERE s.token_hash = $1)"
    ))
    .bind(browser)
    .bind(language)
    .bind(Language::unsaid())
    .execute()
    .await?;
    Ok(())
}

/// The organiser with this identifier.
pub async fn load(tx: &mut Tx, organiser: Id<Organiser>) -> Result<Option<Organiser>> {
    tx.query(sql!(
        "SELECT id, email, name, language FROM organiser WHERE id = $1"
    ))
    .bind(organiser)
    .fetch_optional()
    .await
}

/// The organiser with this address, however it is spelt.
pub async fn by_address(tx: &mut Tx, email: &EmailAddress) -> Result<Option<Organiser>> {
    tx.query(sql!(
        "SELECT id, email, name, language FROM organiser WHERE email_key = $1"
    ))
    .bind(email.key())
    .fetch_optional()
    .await
}

/// Whether the instance has an organiser at all.
pub async fn is_anybody_there(tx: &mut Tx) -> Result<bool> {
    let first: Option<(Id<Organiser>,)> = tx
        .query(sql!("SELECT id FROM organiser LIMIT 1"))
        .fetch_optional()
        .await?;
    Ok(first.is_some())
}
