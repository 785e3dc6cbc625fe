use crate::account::Organiser;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::text::EmailAddress;
use crate::sql;

/// What somebody can be asked to prove.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Proofs {
    /// Whose.
    pub id: Id<Organiser>,
    /// The hash of their password.
    pub password: Option<String>,
    /// The sealed secret of their device.
    #[sqlx(rename = "totp")]
    pub device: Option<Vec<u8>>,
}

/// What `organiser` can be asked to prove.
pub async fn of(tx: &mut Tx, organiser: Id<Organiser>) -> Result<Option<Proofs>> {
    tx.query(sql!(
        "SELECT id, password, totp FROM organiser WHERE id = $1"
    ))
    .bind(organiser)
    .fetch_optional()
    .await
}

/// What whoever has this address can be asked to prove.
pub async fn by_address(tx: &mut Tx, email: &EmailAddress) -> Result<Option<Proofs>> {
    tx.query(sql!(
        "SELECT id, password, totp FROM organiser WHERE email_key = $1"
    ))
    .bind(email.key())
    .fetch_optional()
    .await
}

pub(super) async fn set_password(
    tx: &mut Tx,
    organiser: Id<Organiser>,
    hash: Option<&str>,
) -> Result<()> {
    tx.query(sql!("UPDATE organiser SET password = $2 WHERE id = $1"))
        .bind(organiser)
        .bind(hash)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn set_device(
    tx: &mut Tx,
    organiser: Id<Organiser>,
    sealed: Option<&[u8]>,
    step: i64,
) -> Result<()> {
    tx.query(sql!(
        "UPDATE organiser SET totp = $2, totp_step = $3 WHERE id = $1"
    ))
    .bind(organiser)
    .bind(sealed)
    .bind(step)
    .execute()
    .await?;
    Ok(())
}

/// Uses a time step up; `false` where it, or a later one, was used before.
pub(super) async fn use_step(tx: &mut Tx, organiser: Id<Organiser>, step: i64) -> Result<bool> {
    let used = tx
        .query(sql!(
            "UPDATE organiser SET totp_step = $2 WHERE id = $1 AND totp_step < $2"
        ))
        .bind(organiser)
        .bind(step)
        .execute()
        .await?;
    Ok(used == 1)
}
