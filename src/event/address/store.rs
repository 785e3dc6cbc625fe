use std::collections::BTreeSet;

use sqlx::types::Json;

use crate::base::db::{Result, Tx};
use crate::event::{Details, Event, Slug};
use crate::sql;

/// The addresses that are `wish`, or begin with it and a dash.
pub(super) async fn beginning_with(tx: &mut Tx, wish: &Slug) -> Result<BTreeSet<Slug>> {
    // A slug has none of the signs that LIKE knows.
    let rows: Vec<(Slug,)> = tx
        .query(sql!(
            "SELECT slug FROM event WHERE slug = $1 OR slug LIKE $2"
        ))
        .bind(wish.clone())
        .bind(format!("{wish}-%"))
        .fetch_all()
        .await?;
    Ok(rows.into_iter().map(|(slug,)| slug).collect())
}

/// Keeps `event` at the slug of `details`; `false` where it is not the latest any more.
pub(super) async fn readdress(tx: &mut Tx, event: &Event, details: &Details) -> Result<bool> {
    let now = tx.now();
    let moved = tx
        .query(sql!(
            "UPDATE event SET slug = $3, details = $4, revision = revision + 1, updated_at = $5
             WHERE id = $1 AND revision = $2"
        ))
        .bind(event.id)
        .bind(event.revision)
        .bind(details.slug.clone())
        .bind(Json(details))
        .bind(now)
        .execute()
        .await?;
    Ok(moved == 1)
}

/// The addresses of the sensitive events that are still to come, of every organisation.
pub(super) async fn of_sensitive(tx: &mut Tx) -> Result<Vec<Slug>> {
    let now = tx.now();
    let rows: Vec<(Slug,)> = tx
        .query(sql!(
            "SELECT slug FROM event
             WHERE visibility = 'sensitive' AND trashed_at IS NULL AND ends_at > $1 ORDER BY slug"
        ))
        .bind(now)
        .fetch_all()
        .await?;
    Ok(rows.into_iter().map(|(slug,)| slug).collect())
}
