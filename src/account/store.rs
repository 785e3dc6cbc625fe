use std::collections::BTreeMap;

use serde::Serialize;
use sqlx::types::Json;

use super::Organisation;
use crate::base::clock::Instant;
use crate::base::db::{Hex, Result, Tx};
use crate::base::id::Id;
use crate::sql;

pub(super) async fn insert(tx: &mut Tx, organisation: &Organisation) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO organisation (id, slug, name, created_at) VALUES ($1, $2, $3, $4)"
    ))
    .bind(organisation.id)
    .bind(&organisation.slug)
    .bind(&organisation.name)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// The organisation with this slug.
pub async fn by_slug(tx: &mut Tx, slug: &str) -> Result<Option<Organisation>> {
    tx.query(sql!(
        "SELECT id, slug, name FROM organisation WHERE slug = $1"
    ))
    .bind(slug)
    .fetch_optional()
    .await
}

/// Every organisation, by slug.
pub async fn organisations(tx: &mut Tx) -> Result<Vec<Organisation>> {
    tx.query(sql!(
        "SELECT id, slug, name FROM organisation ORDER BY slug"
    ))
    .fetch_all()
    .await
}

/// The organisation with this identifier.
pub async fn organisation(tx: &mut Tx, id: Id<Organisation>) -> Result<Option<Organisation>> {
    tx.query(sql!(
        "SELECT id, slug, name FROM organisation WHERE id = $1"
    ))
    .bind(id)
    .fetch_optional()
    .await
}

/// The organisation, where the instance has one and no other: nobody has to say which then.
pub async fn the_only_one(tx: &mut Tx) -> Result<Option<Organisation>> {
    let mut all = organisations(tx).await?;
    Ok(all.pop().filter(|_| all.is_empty()))
}

/// Keeps the fingerprint of the instance's key, unless there is one already.
pub(super) async fn remember_fingerprint(tx: &mut Tx, fingerprint: &str) -> Result<()> {
    tx.query(sql!(
        "INSERT INTO instance (id, key_fingerprint) VALUES (1, $1) ON CONFLICT (id) DO NOTHING"
    ))
    .bind(fingerprint)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn write_fingerprint_anew(tx: &mut Tx) -> Result<()> {
    tx.query(sql!(
        "UPDATE instance SET key_fingerprint = key_fingerprint WHERE id = 1"
    ))
    .execute()
    .await?;
    Ok(())
}

/// The fingerprint of the instance's key.
pub(super) async fn fingerprint(tx: &mut Tx) -> Result<String> {
    let (fingerprint,): (String,) = tx
        .query(sql!("SELECT key_fingerprint FROM instance WHERE id = 1"))
        .fetch_one()
        .await?;
    Ok(fingerprint)
}

pub(super) async fn rename(tx: &mut Tx, organisation: Id<Organisation>, name: &str) -> Result<()> {
    tx.query(sql!("UPDATE organisation SET name = $2 WHERE id = $1"))
        .bind(organisation)
        .bind(name)
        .execute()
        .await?;
    Ok(())
}

/// Counts a try in each of `buckets`, afresh where those counted began before `began_after`; gives how many
/// there are in each now. They are told in one order, so that nobody waits for another in a circle.
pub(super) async fn count_attempts(
    tx: &mut Tx,
    buckets: &BTreeMap<Hex, i64>,
    began_after: Instant,
) -> Result<Vec<(Vec<u8>, i64)>> {
    #[derive(Serialize)]
    struct Row<'a> {
        bucket: &'a Hex,
        tries: i64,
    }
    let rows = buckets.iter();
    let rows: Vec<Row<'_>> = rows
        .map(|(bucket, tries)| Row {
            bucket,
            tries: *tries,
        })
        .collect();
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO attempt (bucket, tries, began_at) ",
        sqlite: "SELECT unhex(value->>'bucket'), value->>'tries', $2 FROM json_each($1) WHERE true",
        postgres: "SELECT decode(r.bucket, 'hex'), r.tries, $2
                   FROM jsonb_to_recordset($1) AS r(bucket TEXT, tries BIGINT)",
        " ON CONFLICT (bucket) DO UPDATE SET
            tries = CASE WHEN attempt.began_at <= $3 THEN excluded.tries
                ELSE attempt.tries + excluded.tries END,
            began_at = CASE WHEN attempt.began_at <= $3 THEN $2 ELSE attempt.began_at END
         RETURNING bucket, tries"
    ))
    .bind(Json(rows))
    .bind(now)
    .bind(began_after)
    .fetch_all()
    .await
}
