use sqlx::types::Json;

use super::PartnerLink;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::base::secret::{Token, TokenHash};
use crate::event::{Event, Source};
use crate::sql;

pub(super) async fn insert(tx: &mut Tx, link: &PartnerLink, name_key: &str) -> Result<()> {
    tx.query(sql!(
        "INSERT INTO partner_link (id, event_id, source, name, name_key, quota, consent_key, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
    ))
    .bind(link.id)
    .bind(link.event)
    .bind(&link.source)
    .bind(Json(&link.name))
    .bind(name_key)
    .bind(link.quota)
    .bind(link.consent.clone())
    .bind(link.made_at)
    .execute()
    .await?;
    Ok(())
}

/// The links to `event`, those too that were revoked, the first first.
///
/// # Errors
/// Where the database fails.
pub async fn of_event(tx: &mut Tx, event: Id<Event>) -> Result<Vec<PartnerLink>> {
    tx.query(sql!(
        "SELECT id, event_id, source, name, quota, consent_key, view_hash IS NOT NULL AS has_view,
            made_at, revoked_at
         FROM partner_link WHERE event_id = $1 ORDER BY made_at, id"
    ))
    .bind(event)
    .fetch_all()
    .await
}

/// The link to `event` with this word, revoked or not.
///
/// # Errors
/// Where the database fails.
pub async fn link(tx: &mut Tx, event: Id<Event>, source: &Source) -> Result<Option<PartnerLink>> {
    tx.query(sql!(
        "SELECT id, event_id, source, name, quota, consent_key, view_hash IS NOT NULL AS has_view,
            made_at, revoked_at
         FROM partner_link WHERE event_id = $1 AND source = $2"
    ))
    .bind(event)
    .bind(source)
    .fetch_optional()
    .await
}

/// The link whose partner looks by `token`.
///
/// # Errors
/// Where the database fails.
pub async fn of_view(tx: &mut Tx, token: &Token) -> Result<Option<PartnerLink>> {
    tx.query(sql!(
        "SELECT id, event_id, source, name, quota, consent_key, view_hash IS NOT NULL AS has_view,
            made_at, revoked_at
         FROM partner_link WHERE view_hash = $1 AND revoked_at IS NULL"
    ))
    .bind(token.hash())
    .fetch_optional()
    .await
}

/// Every link that the partner with the link `source` has for events of the same organisation, that one too; none
/// where it was revoked, or there never was one.
///
/// # Errors
/// Where the database fails.
pub async fn of_same_partner(tx: &mut Tx, source: &Source) -> Result<Vec<PartnerLink>> {
    tx.query(sql!(
        "SELECT other.id, other.event_id, other.source, other.name, other.quota, other.consent_key,
            other.view_hash IS NOT NULL AS has_view, other.made_at, other.revoked_at
         FROM partner_link own
         JOIN event here ON here.id = own.event_id
         JOIN partner_link other ON other.name_key = own.name_key AND other.revoked_at IS NULL
         JOIN event there ON there.id = other.event_id AND there.organisation_id = here.organisation_id
         WHERE own.source = $1 AND own.revoked_at IS NULL ORDER BY other.made_at, other.id"
    ))
    .bind(source)
    .fetch_all()
    .await
}

/// Whether `source` is the word of a link that was revoked.
///
/// # Errors
/// Where the database fails.
pub async fn is_revoked(tx: &mut Tx, source: &Source) -> Result<bool> {
    let found: Option<(Id<PartnerLink>,)> = tx
        .query(sql!(
            "SELECT id FROM partner_link WHERE source = $1 AND revoked_at IS NOT NULL"
        ))
        .bind(source)
        .fetch_optional()
        .await?;
    Ok(found.is_some())
}

pub(super) async fn change_quota(
    tx: &mut Tx,
    event: Id<Event>,
    link: Id<PartnerLink>,
    quota: Option<i64>,
) -> Result<Option<Localised>> {
    let changed: Option<(Json<Localised>,)> = tx
        .query(sql!(
            "UPDATE partner_link SET quota = $3
             WHERE id = $1 AND event_id = $2 AND revoked_at IS NULL RETURNING name"
        ))
        .bind(link)
        .bind(event)
        .bind(quota)
        .fetch_optional()
        .await?;
    Ok(changed.map(|(Json(name),)| name))
}

pub(super) async fn revoke(
    tx: &mut Tx,
    event: Id<Event>,
    link: Id<PartnerLink>,
) -> Result<Option<Localised>> {
    let now = tx.now();
    let revoked: Option<(Json<Localised>,)> = tx
        .query(sql!(
            "UPDATE partner_link SET revoked_at = $3, view_hash = NULL
             WHERE id = $1 AND event_id = $2 AND revoked_at IS NULL RETURNING name"
        ))
        .bind(link)
        .bind(event)
        .bind(now)
        .fetch_optional()
        .await?;
    Ok(revoked.map(|(Json(name),)| name))
}

/// Has the partner look by the token with this hash, and by no other; by none where there is none.
pub(super) async fn set_view(
    tx: &mut Tx,
    event: Id<Event>,
    link: Id<PartnerLink>,
    hash: Option<TokenHash>,
) -> Result<Option<Localised>> {
    let set: Option<(Json<Localised>,)> = tx
        .query(sql!(
            "UPDATE partner_link SET view_hash = $3
             WHERE id = $1 AND event_id = $2 AND revoked_at IS NULL RETURNING name"
        ))
        .bind(link)
        .bind(event)
        .bind(hash)
        .fetch_optional()
        .await?;
    Ok(set.map(|(Json(name),)| name))
}
