//! What an organiser decides about an event as a whole.

mod store;

use serde_json::json;

use super::{Event, EventState};
use crate::audit;
use crate::base::db::{Result, Tx};

/// Calls off a published event, for good: nobody can register any more, and no link goes out.
/// `false` where it was not published.
pub async fn cancel(tx: &mut Tx, event: &Event, actor: &str) -> Result<bool> {
    let (from, to) = (EventState::Published, EventState::Cancelled);
    if !store::change_state(tx, event.id, from, to).await? {
        return Ok(false);
    }
    audit::record(tx, actor, "event_cancelled", event.id.uuid(), json!({})).await?;
    Ok(true)
}

/// Lets confirmed attendees have the link of every meeting that waits for an organiser's word
/// (F-1). `false` where no meeting does, where the event is not published, or they have it already.
pub async fn release(tx: &mut Tx, event: &Event, actor: &str) -> Result<bool> {
    if !event.has_manual_release() || !store::release(tx, event.id).await? {
        return Ok(false);
    }
    audit::record(tx, actor, "link_released", event.id.uuid(), json!({})).await?;
    Ok(true)
}
