use std::collections::BTreeSet;

use crate::base::db::{Result, Tx};
use crate::event::Slug;
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
