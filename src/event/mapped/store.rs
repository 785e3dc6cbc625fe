use super::Mapped;
use crate::base::db::{Result, Tx};
use crate::sql;

/// So many events in five languages are what one map may hold (sitemaps.org: 50,000 addresses).
const MOST: i64 = 9_000;

/// Every listed event, the latest first.
pub async fn mapped(tx: &mut Tx) -> Result<Vec<Mapped>> {
    tx.query(sql!(
        "SELECT slug, details, updated_at FROM event
         WHERE visibility = 'public' AND state <> 'draft' AND trashed_at IS NULL
         ORDER BY starts_at DESC, id LIMIT $1"
    ))
    .bind(MOST)
    .fetch_all()
    .await
}
