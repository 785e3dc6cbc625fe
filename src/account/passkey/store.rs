use super::Passkey;
use super::party::New;
use crate::account::Organiser;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::TokenHash;
use crate::base::text::SingleLine;
use crate::sql;

/// `false` where somebody has a passkey with this identifier already.
pub(super) async fn insert(
    tx: &mut Tx,
    organiser: Id<Organiser>,
    new: &New,
    name: &SingleLine,
) -> Result<bool> {
    let (id, now): (Id<Passkey>, _) = (tx.new_id(), tx.now());
    let inserted = tx
        .query(sql!(
            "INSERT INTO passkey (id, organiser_id, credential_id, credential, name, made_at)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (credential_id) DO NOTHING"
        ))
        .bind(id)
        .bind(organiser)
        .bind(&new.id)
        .bind(&new.kept)
        .bind(name)
        .bind(now)
        .execute()
        .await?;
    Ok(inserted == 1)
}

/// The passkeys of `organiser`, the first first.
pub async fn of(tx: &mut Tx, organiser: Id<Organiser>) -> Result<Vec<Passkey>> {
    tx.query(sql!(
        "SELECT id, name, made_at, used_at FROM passkey WHERE organiser_id = $1 ORDER BY made_at, id"
    ))
    .bind(organiser)
    .fetch_all()
    .await
}

pub(super) async fn credentials_of(tx: &mut Tx, organiser: Id<Organiser>) -> Result<Vec<Vec<u8>>> {
    let rows: Vec<(Vec<u8>,)> = tx
        .query(sql!(
            "SELECT credential_id FROM passkey WHERE organiser_id = $1"
        ))
        .bind(organiser)
        .fetch_all()
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// A passkey of `organiser` by what their device calls it, and what is kept of it.
pub(super) async fn find(
    tx: &mut Tx,
    organiser: Id<Organiser>,
    credential: &[u8],
) -> Result<Option<(Id<Passkey>, String)>> {
    tx.query(sql!(
        "SELECT id, credential FROM passkey WHERE organiser_id = $1 AND credential_id = $2"
    ))
    .bind(organiser)
    .bind(credential)
    .fetch_optional()
    .await
}

/// Keeps `now` of a passkey of which `before` was kept; `false` where that is not so any more.
pub(super) async fn use_up(
    tx: &mut Tx,
    passkey: Id<Passkey>,
    before: &str,
    now: &str,
) -> Result<bool> {
    let moment = tx.now();
    let used = tx
        .query(sql!(
            "UPDATE passkey SET credential = $3, used_at = $4 WHERE id = $1 AND credential = $2"
        ))
        .bind(passkey)
        .bind(before)
        .bind(now)
        .bind(moment)
        .execute()
        .await?;
    Ok(used == 1)
}

pub(super) async fn remove(
    tx: &mut Tx,
    organiser: Id<Organiser>,
    passkey: Id<Passkey>,
) -> Result<bool> {
    let removed = tx
        .query(sql!(
            "DELETE FROM passkey WHERE id = $1 AND organiser_id = $2"
        ))
        .bind(passkey)
        .bind(organiser)
        .execute()
        .await?;
    Ok(removed == 1)
}

/// Of whom nothing is to be left: what was asked of them for one, too.
pub async fn remove_all(tx: &mut Tx, organiser: Id<Organiser>) -> Result<()> {
    tx.query(sql!("DELETE FROM passkey WHERE organiser_id = $1"))
        .bind(organiser)
        .execute()
        .await?;
    tx.query(sql!(
        "DELETE FROM passkey_challenge WHERE organiser_id = $1"
    ))
    .bind(organiser)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn keep_challenge(
    tx: &mut Tx,
    browser: &TokenHash,
    organiser: Option<Id<Organiser>>,
    state: &str,
    expires_at: Instant,
) -> Result<()> {
    tx.query(sql!(
        "INSERT INTO passkey_challenge (browser_hash, organiser_id, state, expires_at)
         VALUES ($1, $2, $3, $4)"
    ))
    .bind(browser)
    .bind(organiser)
    .bind(state)
    .bind(expires_at)
    .execute()
    .await?;
    Ok(())
}

/// Uses a challenge up: for whom it was, and what has to be known of it.
pub(super) async fn take_challenge(
    tx: &mut Tx,
    browser: &TokenHash,
) -> Result<Option<(Option<Id<Organiser>>, String)>> {
    let now = tx.now();
    tx.query(sql!(
        "DELETE FROM passkey_challenge WHERE browser_hash = $1 AND expires_at > $2
         RETURNING organiser_id, state"
    ))
    .bind(browser)
    .bind(now)
    .fetch_optional()
    .await
}

pub(super) async fn forget_challenges(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    tx.query(sql!("DELETE FROM passkey_challenge WHERE expires_at <= $1"))
        .bind(now)
        .execute()
        .await?;
    Ok(())
}
