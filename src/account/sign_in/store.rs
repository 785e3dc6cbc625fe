use super::SignIn;
use super::request::Request;
use crate::account::{Organisation, Organiser};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::TokenHash;
use crate::base::text::{EmailAddress, SingleLine};
use crate::sql;

pub(super) async fn insert(
    tx: &mut Tx,
    token: &TokenHash,
    organiser: Id<Organiser>,
    organisation: Id<Organisation>,
    is_vouched: bool,
) -> Result<()> {
    let (id, now): (Id<SignIn>, _) = (tx.new_id(), tx.now());
    tx.query(sql!(
        "INSERT INTO sign_in (id, token_hash, organiser_id, organisation_id, made_at, seen_at,
            is_vouched)
         VALUES ($1, $2, $3, $4, $5, $5, $6)"
    ))
    .bind(id)
    .bind(token)
    .bind(organiser)
    .bind(organisation)
    .bind(now)
    .bind(is_vouched)
    .execute()
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Id<SignIn>,
    made_at: Instant,
    seen_at: Instant,
    is_vouched: bool,
    organiser_id: Id<Organiser>,
    email: EmailAddress,
    name: SingleLine,
    language: Language,
    organisation_id: Id<Organisation>,
    organisation_slug: String,
    organisation_name: String,
}

pub(super) async fn find(
    tx: &mut Tx,
    token: &TokenHash,
    made_after: Instant,
    seen_after: Instant,
) -> Result<Option<SignIn>> {
    let row: Option<Row> = tx
        .query(sql!(
            "SELECT s.id, s.made_at, s.seen_at, s.is_vouched, s.organiser_id, o.email, o.name,
                o.language, s.organisation_id, g.slug AS organisation_slug, g.name AS organisation_name
             FROM sign_in s
             JOIN organiser o ON o.id = s.organiser_id
             JOIN organisation g ON g.id = s.organisation_id
             WHERE s.token_hash = $1 AND s.made_at > $2 AND s.seen_at > $3"
        ))
        .bind(token)
        .bind(made_after)
        .bind(seen_after)
        .fetch_optional()
        .await?;
    Ok(row.map(|row| SignIn {
        id: row.id,
        organiser: Organiser {
            id: row.organiser_id,
            email: row.email,
            name: row.name,
            language: row.language,
        },
        organisation: Organisation {
            id: row.organisation_id,
            slug: row.organisation_slug,
            name: row.organisation_name,
        },
        made_at: row.made_at,
        seen_at: row.seen_at,
        is_vouched: row.is_vouched,
    }))
}

pub(super) async fn touch(tx: &mut Tx, sign_in: Id<SignIn>) -> Result<()> {
    let now = tx.now();
    tx.query(sql!("UPDATE sign_in SET seen_at = $2 WHERE id = $1"))
        .bind(sign_in)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn set_organisation(
    tx: &mut Tx,
    sign_in: Id<SignIn>,
    organisation: Id<Organisation>,
) -> Result<()> {
    tx.query(sql!(
        "UPDATE sign_in SET organisation_id = $2 WHERE id = $1"
    ))
    .bind(sign_in)
    .bind(organisation)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn remove(tx: &mut Tx, sign_in: Id<SignIn>) -> Result<()> {
    tx.query(sql!("DELETE FROM sign_in WHERE id = $1"))
        .bind(sign_in)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn remove_others(
    tx: &mut Tx,
    organiser: Id<Organiser>,
    kept: Id<SignIn>,
) -> Result<u64> {
    tx.query(sql!(
        "DELETE FROM sign_in WHERE organiser_id = $1 AND id <> $2"
    ))
    .bind(organiser)
    .bind(kept)
    .execute()
    .await
}

pub(super) async fn forget_old(tx: &mut Tx, made_before: Instant) -> Result<()> {
    tx.query(sql!("DELETE FROM sign_in WHERE made_at <= $1"))
        .bind(made_before)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn insert_request(
    tx: &mut Tx,
    request: &Request,
    browser: &TokenHash,
) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO sign_in_request (id, browser_hash, organiser_id, made_at, expires_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (browser_hash) DO UPDATE SET id = $1, organiser_id = $3, made_at = $4,
            expires_at = $5"
    ))
    .bind(request.id)
    .bind(browser)
    .bind(request.organiser_id)
    .bind(now)
    .bind(request.expires_at)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn request(tx: &mut Tx, id: Id<Request>) -> Result<Option<Request>> {
    let now = tx.now();
    tx.query(sql!(
        "SELECT id, organiser_id, expires_at FROM sign_in_request
         WHERE id = $1 AND expires_at > $2"
    ))
    .bind(id)
    .bind(now)
    .fetch_optional()
    .await
}

pub(super) async fn request_from(tx: &mut Tx, browser: &TokenHash) -> Result<Option<Request>> {
    let now = tx.now();
    tx.query(sql!(
        "SELECT id, organiser_id, expires_at FROM sign_in_request
         WHERE browser_hash = $1 AND expires_at > $2"
    ))
    .bind(browser)
    .bind(now)
    .fetch_optional()
    .await
}

pub(super) async fn remove_request(tx: &mut Tx, request: Id<Request>) -> Result<bool> {
    let removed = tx
        .query(sql!("DELETE FROM sign_in_request WHERE id = $1"))
        .bind(request)
        .execute()
        .await?;
    Ok(removed == 1)
}

pub(super) async fn forget_requests(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    tx.query(sql!("DELETE FROM sign_in_request WHERE expires_at <= $1"))
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn insert_link(
    tx: &mut Tx,
    link: &TokenHash,
    organiser: Id<Organiser>,
    expires_at: Instant,
) -> Result<()> {
    tx.query(sql!(
        "INSERT INTO sign_in_link (token_hash, organiser_id, expires_at) VALUES ($1, $2, $3)"
    ))
    .bind(link)
    .bind(organiser)
    .bind(expires_at)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn is_link_good(tx: &mut Tx, link: &TokenHash) -> Result<bool> {
    let now = tx.now();
    let found: Option<(Id<Organiser>,)> = tx
        .query(sql!(
            "SELECT organiser_id FROM sign_in_link WHERE token_hash = $1 AND expires_at > $2"
        ))
        .bind(link)
        .bind(now)
        .fetch_optional()
        .await?;
    Ok(found.is_some())
}

pub(super) async fn use_link(tx: &mut Tx, link: &TokenHash) -> Result<Option<Id<Organiser>>> {
    let now = tx.now();
    let used: Option<(Id<Organiser>,)> = tx
        .query(sql!(
            "DELETE FROM sign_in_link WHERE token_hash = $1 AND expires_at > $2
             RETURNING organiser_id"
        ))
        .bind(link)
        .bind(now)
        .fetch_optional()
        .await?;
    Ok(used.map(|(organiser,)| organiser))
}
