use uuid::Uuid;

use super::{Access, ApiToken, Scope};
use crate::account::{Organisation, Organiser};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::{Token, TokenHash};
use crate::base::text::SingleLine;
use crate::sql;

#[derive(sqlx::FromRow)]
struct Row {
    id: Id<ApiToken>,
    organisation_id: Id<Organisation>,
    event_id: Uuid,
    name: SingleLine,
    access: Access,
    shows_links: bool,
    made_at: Instant,
    expires_at: Instant,
    used_at: Option<Instant>,
}

impl From<Row> for ApiToken {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            organisation: row.organisation_id,
            name: row.name,
            scope: Scope {
                event: Some(row.event_id).filter(|event| !event.is_nil()),
                access: row.access,
                shows_links: row.shows_links,
            },
            made_at: row.made_at,
            expires_at: row.expires_at,
            used_at: row.used_at,
        }
    }
}

pub(super) async fn insert(
    tx: &mut Tx,
    token: &ApiToken,
    made_by: Id<Organiser>,
    secret: &TokenHash,
) -> Result<()> {
    tx.query(sql!(
        "INSERT INTO api_token (id, organisation_id, event_id, name, access, shows_links, token_hash,
            made_by, made_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
    ))
    .bind(token.id)
    .bind(token.organisation)
    .bind(token.scope.event.unwrap_or_else(Uuid::nil))
    .bind(&token.name)
    .bind(token.scope.access)
    .bind(token.scope.shows_links)
    .bind(secret)
    .bind(made_by)
    .bind(token.made_at)
    .bind(token.expires_at)
    .execute()
    .await?;
    Ok(())
}

/// The token with this secret, while it opens anything.
pub async fn find(tx: &mut Tx, secret: &Token) -> Result<Option<ApiToken>> {
    let now = tx.now();
    let found: Option<Row> = tx
        .query(sql!(
            "SELECT id, organisation_id, event_id, name, access, shows_links, made_at, expires_at, used_at
             FROM api_token WHERE token_hash = $1 AND expires_at > $2 AND revoked_at IS NULL"
        ))
        .bind(secret.hash())
        .bind(now)
        .fetch_optional()
        .await?;
    Ok(found.map(ApiToken::from))
}

/// The token with this identifier, whether or not it opens anything any more.
pub async fn load(tx: &mut Tx, token: Id<ApiToken>) -> Result<Option<ApiToken>> {
    let found: Option<Row> = tx
        .query(sql!(
            "SELECT id, organisation_id, event_id, name, access, shows_links, made_at, expires_at, used_at
             FROM api_token WHERE id = $1"
        ))
        .bind(token)
        .fetch_optional()
        .await?;
    Ok(found.map(ApiToken::from))
}

/// The tokens of `organisation` that nobody has revoked, the latest first; those too that have expired.
pub async fn of_organisation(tx: &mut Tx, organisation: Id<Organisation>) -> Result<Vec<ApiToken>> {
    let rows: Vec<Row> = tx
        .query(sql!(
            "SELECT id, organisation_id, event_id, name, access, shows_links, made_at, expires_at, used_at
             FROM api_token WHERE organisation_id = $1 AND revoked_at IS NULL
             ORDER BY made_at DESC, id DESC"
        ))
        .bind(organisation)
        .fetch_all()
        .await?;
    Ok(rows.into_iter().map(ApiToken::from).collect())
}

/// Notes that a token is used.
pub async fn touch(tx: &mut Tx, token: Id<ApiToken>) -> Result<()> {
    let now = tx.now();
    tx.query(sql!("UPDATE api_token SET used_at = $2 WHERE id = $1"))
        .bind(token)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

/// Ends a token of `organisation`; gives its name.
pub(super) async fn revoke(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    token: Id<ApiToken>,
) -> Result<Option<SingleLine>> {
    let now = tx.now();
    let revoked: Option<(SingleLine,)> = tx
        .query(sql!(
            "UPDATE api_token SET revoked_at = $3
             WHERE id = $1 AND organisation_id = $2 AND revoked_at IS NULL RETURNING name"
        ))
        .bind(token)
        .bind(organisation)
        .bind(now)
        .fetch_optional()
        .await?;
    Ok(revoked.map(|(name,)| name))
}

/// Ends what somebody made for `organisation` who has no say there any more: they may have kept it.
pub(in crate::account) async fn revoke_those_by(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    organiser: Id<Organiser>,
) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "UPDATE api_token SET revoked_at = $3
         WHERE organisation_id = $1 AND made_by = $2 AND revoked_at IS NULL"
    ))
    .bind(organisation)
    .bind(organiser)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// `false` where something was asked for under this key before.
pub(super) async fn insert_deed(
    tx: &mut Tx,
    token: Id<ApiToken>,
    key: &[u8],
    content: &[u8],
) -> Result<bool> {
    let now = tx.now();
    let inserted = tx
        .query(sql!(
            "INSERT INTO api_deed (token_id, key_hash, content_hash, object, done_at)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (token_id, key_hash) DO NOTHING"
        ))
        .bind(token)
        .bind(key)
        .bind(content)
        .bind(Uuid::nil())
        .bind(now)
        .execute()
        .await?;
    Ok(inserted == 1)
}

/// What was asked for under this key, hashed, and what was made.
pub(super) async fn find_deed(
    tx: &mut Tx,
    token: Id<ApiToken>,
    key: &[u8],
) -> Result<(Vec<u8>, Uuid)> {
    tx.query(sql!(
        "SELECT content_hash, object FROM api_deed WHERE token_id = $1 AND key_hash = $2"
    ))
    .bind(token)
    .bind(key)
    .fetch_one()
    .await
}

pub(super) async fn finish_deed(
    tx: &mut Tx,
    token: Id<ApiToken>,
    key: &[u8],
    object: Uuid,
) -> Result<()> {
    tx.query(sql!(
        "UPDATE api_deed SET object = $3 WHERE token_id = $1 AND key_hash = $2"
    ))
    .bind(token)
    .bind(key)
    .bind(object)
    .execute()
    .await?;
    Ok(())
}
