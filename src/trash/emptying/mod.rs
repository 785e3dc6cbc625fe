//! The end of the thirty days: whatever knows the event goes, a batch at a time, so that nobody who
//! writes has to wait long.

mod store;

use serde_json::json;

use super::KEPT;
use crate::audit;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::registration;

/// So many registrations go in one unit of work.
const BATCH: i64 = 500;

/// Whether an event has been in the trash for so long that it has to [go](empty).
pub async fn has_ended(tx: &mut Tx) -> Result<bool> {
    let until = tx.now() - KEPT;
    Ok(store::ended(tx, until).await?.is_some())
}

/// Removes a batch of the event whose time in the trash ended first, in the end the event itself; all
/// that stays is a line in its organisation's log, which does not name it. `false` where there is none.
pub async fn empty(tx: &mut Tx) -> Result<bool> {
    let until = tx.now() - KEPT;
    let Some(event) = store::ended(tx, until).await? else {
        return Ok(false);
    };
    let registrations = registration::first_of(tx, event, BATCH).await?;
    if registrations.is_empty() {
        remove(tx, event).await?;
    } else {
        registration::remove(tx, &registrations).await?;
    }
    Ok(true)
}

/// Removes an event that nobody is registered for any more.
async fn remove(tx: &mut Tx, event: Id<Event>) -> Result<()> {
    store::remove_log(tx, event).await?;
    // While the event is there, so that the line finds its organisation.
    audit::record(tx, "convoke", "event_removed", event.uuid(), json!({})).await?;
    store::remove_parts(tx, event).await?;
    store::remove_event(tx, event).await
}
