use super::Headline;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::sql;

/// What the event with this identifier is called; none where it is gone.
pub async fn headline(tx: &mut Tx, event: Id<Event>) -> Result<Option<Headline>> {
    tx.query(sql!(
        "SELECT slug, details, trashed_at IS NOT NULL AS is_trashed FROM event WHERE id = $1"
    ))
    .bind(event)
    .fetch_optional()
    .await
}
