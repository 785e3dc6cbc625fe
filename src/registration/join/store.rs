use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::registration::{Registration, store};
use crate::sql;

/// The registration whose join page has a token of this hash.
pub(super) async fn find_by_join_hash(
    tx: &mut Tx,
    join_hash: &[u8],
) -> Result<Option<Registration>> {
    let found: Option<(Id<Registration>,)> = tx
        .query(sql!(
            "SELECT id FROM registration
             WHERE join_hash = $1 AND join_generation = token_generation"
        ))
        .bind(join_hash)
        .fetch_optional()
        .await?;
    match found {
        Some((id,)) => store::load(tx, id).await,
        None => Ok(None),
    }
}

/// Registrations whose join page cannot be found, with the generation of their tokens.
pub(super) async fn lacking(tx: &mut Tx, limit: i64) -> Result<Vec<(Id<Registration>, i64)>> {
    tx.query(sql!(
        "SELECT id, token_generation FROM registration
         WHERE join_hash IS NULL OR join_generation <> token_generation LIMIT $1"
    ))
    .bind(limit)
    .fetch_all()
    .await
}

/// Those of one event.
pub(super) async fn lacking_of(
    tx: &mut Tx,
    event: Id<Event>,
    limit: i64,
) -> Result<Vec<(Id<Registration>, i64)>> {
    tx.query(sql!(
        "SELECT id, token_generation FROM registration
         WHERE event_id = $1 AND (join_hash IS NULL OR join_generation <> token_generation)
         LIMIT $2"
    ))
    .bind(event)
    .bind(limit)
    .fetch_all()
    .await
}

pub(super) async fn set_join_hash(
    tx: &mut Tx,
    registration: Id<Registration>,
    generation: i64,
    join_hash: &[u8],
) -> Result<()> {
    tx.query(sql!(
        "UPDATE registration SET join_hash = $3, join_generation = $2
         WHERE id = $1 AND token_generation = $2"
    ))
    .bind(registration)
    .bind(generation)
    .bind(join_hash)
    .execute()
    .await?;
    Ok(())
}
