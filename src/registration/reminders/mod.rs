//! Whether somebody wants to be reminded: a choice of theirs that touches nothing else (BULK-3).

mod store;

use serde_json::json;

use super::Registration;
use crate::audit;
use crate::base::db::{Result, Tx};

/// Sends the person no more reminders; `false` where it was so before. The place stays theirs, and
/// so do all other mails.
pub async fn stop_reminders(tx: &mut Tx, registration: &Registration) -> Result<bool> {
    let has_changed = store::stop(tx, registration.id).await?;
    note(tx, registration, "reminders_stopped", has_changed).await
}

/// Reminds the person again; `false` where it was so before.
pub async fn resume_reminders(tx: &mut Tx, registration: &Registration) -> Result<bool> {
    let has_changed = store::resume(tx, registration.id).await?;
    note(tx, registration, "reminders_resumed", has_changed).await
}

/// What was so before is not written down again, however often a robot says it.
async fn note(
    tx: &mut Tx,
    registration: &Registration,
    action: &str,
    has_changed: bool,
) -> Result<bool> {
    if has_changed {
        audit::record(tx, "attendee", action, registration.id.uuid(), json!({})).await?;
    }
    Ok(has_changed)
}
