use super::{Bond, Vouched};
use crate::account::Organiser;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::TokenHash;
use crate::sql;

/// `false` where the provider means somebody else by that meanwhile, or `organiser` by something else.
pub(super) async fn insert(
    tx: &mut Tx,
    organiser: Id<Organiser>,
    vouched: &Vouched,
    is_by_address: bool,
) -> Result<bool> {
    let now = tx.now();
    let inserted = tx
        .query(sql!(
            "INSERT INTO identity (issuer, subject, organiser_id, made_at, used_at, is_by_address)
         VALUES ($1, $2, $3, $4, $4, $5) ON CONFLICT DO NOTHING"
        ))
        .bind(&vouched.issuer)
        .bind(&vouched.subject)
        .bind(organiser)
        .bind(now)
        .bind(is_by_address)
        .execute()
        .await?;
    Ok(inserted == 1)
}

/// Whom a provider means.
pub(super) async fn find(tx: &mut Tx, vouched: &Vouched) -> Result<Option<Id<Organiser>>> {
    let found: Option<(Id<Organiser>,)> = tx
        .query(sql!(
            "SELECT organiser_id FROM identity WHERE issuer = $1 AND subject = $2"
        ))
        .bind(&vouched.issuer)
        .bind(&vouched.subject)
        .fetch_optional()
        .await?;
    Ok(found.map(|(organiser,)| organiser))
}

pub(super) async fn touch(tx: &mut Tx, vouched: &Vouched) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "UPDATE identity SET used_at = $3 WHERE issuer = $1 AND subject = $2"
    ))
    .bind(&vouched.issuer)
    .bind(&vouched.subject)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// What there is between `organiser` and the provider with this issuer.
pub async fn bond_with(tx: &mut Tx, organiser: Id<Organiser>, issuer: &str) -> Result<Bond> {
    let found: Option<(Option<String>,)> = tx
        .query(sql!(
            "SELECT subject FROM identity WHERE organiser_id = $1 AND issuer = $2"
        ))
        .bind(organiser)
        .bind(issuer)
        .fetch_optional()
        .await?;
    Ok(match found {
        Some((Some(_),)) => Bond::Connected,
        Some((None,)) => Bond::Ended,
        None => Bond::None,
    })
}

/// Ends what any provider says of `organiser`; `false` where none said anything.
pub(super) async fn end_all(tx: &mut Tx, organiser: Id<Organiser>) -> Result<bool> {
    let ended = tx
        .query(sql!(
            "UPDATE identity SET subject = NULL WHERE organiser_id = $1 AND subject IS NOT NULL"
        ))
        .bind(organiser)
        .execute()
        .await?;
    Ok(ended > 0)
}

/// Ends what was made by an address alone.
pub(super) async fn end_by_address(tx: &mut Tx, organiser: Id<Organiser>) -> Result<bool> {
    let ended = tx
        .query(sql!(
            "UPDATE identity SET subject = NULL
             WHERE organiser_id = $1 AND is_by_address = TRUE AND subject IS NOT NULL"
        ))
        .bind(organiser)
        .execute()
        .await?;
    Ok(ended > 0)
}

pub(super) async fn remove(tx: &mut Tx, organiser: Id<Organiser>, issuer: &str) -> Result<()> {
    tx.query(sql!(
        "DELETE FROM identity WHERE organiser_id = $1 AND issuer = $2"
    ))
    .bind(organiser)
    .bind(issuer)
    .execute()
    .await?;
    Ok(())
}

/// Of whom nothing is to be left: whether they were on their way to a provider, too.
pub async fn remove_all(tx: &mut Tx, organiser: Id<Organiser>) -> Result<()> {
    tx.query(sql!("DELETE FROM identity WHERE organiser_id = $1"))
        .bind(organiser)
        .execute()
        .await?;
    tx.query(sql!("DELETE FROM identity_request WHERE organiser_id = $1"))
        .bind(organiser)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn keep_request(
    tx: &mut Tx,
    browser: &TokenHash,
    organiser: Option<Id<Organiser>>,
    (state, sealed): (&TokenHash, &[u8]),
    expires_at: Instant,
) -> Result<()> {
    tx.query(sql!(
        "INSERT INTO identity_request (browser_hash, organiser_id, state_hash, sealed, expires_at)
         VALUES ($1, $2, $3, $4, $5)"
    ))
    .bind(browser)
    .bind(organiser)
    .bind(state)
    .bind(sealed)
    .bind(expires_at)
    .execute()
    .await?;
    Ok(())
}

/// Uses a request up; one with another state stays.
pub(super) async fn take_request(
    tx: &mut Tx,
    browser: &TokenHash,
    state: &TokenHash,
) -> Result<Option<(Option<Id<Organiser>>, Vec<u8>)>> {
    let now = tx.now();
    tx.query(sql!(
        "DELETE FROM identity_request
         WHERE browser_hash = $1 AND state_hash = $2 AND expires_at > $3
         RETURNING organiser_id, sealed"
    ))
    .bind(browser)
    .bind(state)
    .bind(now)
    .fetch_optional()
    .await
}

pub(super) async fn forget_requests(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    tx.query(sql!("DELETE FROM identity_request WHERE expires_at <= $1"))
        .bind(now)
        .execute()
        .await?;
    Ok(())
}
