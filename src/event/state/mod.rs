//! What an organiser decides about an event as a whole.

mod store;

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::Event;
use crate::audit;
use crate::base::db::{Result, Tx};
use crate::base::language::Localised;

/// Why something was decided against people, as a column keeps it: JSONB columns hold objects only, and a
/// reason may be a single text.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Because {
    /// A text or texts by language.
    pub reason: Localised,
}

/// Calls off a published event, for good: nobody can register any more, no link goes out, and
/// everybody who holds a place or waits for one is told, with the reason where there is one.
/// `false` where it was not published.
pub async fn cancel(
    tx: &mut Tx,
    event: &Event,
    actor: &str,
    reason: Option<Localised>,
) -> Result<bool> {
    let because = reason.map(|reason| Because { reason });
    if !store::cancel(tx, event.id, because).await? {
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
