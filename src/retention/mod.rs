//! Personal data that goes by itself when its time is over (P-5, F-16): organisers are warned, the figures
//! are kept, and then whoever registered is gone, a batch at a time, so that nobody who writes waits long.

mod figures;
mod store;

pub use figures::{KeptFigures, confirmed, kept_figures};
pub use store::{forget_stale, has_stale, is_due, purged_at};

use chrono::TimeDelta;
use serde_json::json;

use crate::audit;
use crate::base::db::{Result, Tx};
use crate::base::secret::InstanceKey;
use crate::event;
use crate::mailer::retention::{WARNING, warn};
use crate::registration::{self, Removed};
use store::Due;

/// So many registrations go in one unit of work.
const BATCH: i64 = 500;

/// How often an event is looked at whose data went: somebody may have been entered afterwards.
const LOOKED_AT_AGAIN: TimeDelta = TimeDelta::days(1);

/// What a look at the retention of one event came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// Its time has not come; organisers were warned, where that is due.
    Waits,
    /// A batch is gone.
    Goes(Removed),
    /// Whatever had to go is gone.
    Gone {
        /// Whether there was anything.
        had_any: bool,
        /// The Message-IDs of the mails to those who were asked to come and did not register.
        mails: Vec<String>,
    },
}

/// Looks at the event whose retention is due first; `None` where none is.
pub async fn look(tx: &mut Tx, key: &InstanceKey) -> Result<Option<Look>> {
    let Some(due) = store::due(tx).await? else {
        return Ok(None);
    };
    if due.kept_until() <= tx.now() {
        return Ok(Some(remove(tx, &due).await?));
    }
    let warned_at = (due.kept_until() - WARNING).max(due.ends_at);
    let next = if warned_at <= tx.now() {
        // One in the trash owes nobody anything.
        if let Some(event) = event::load(tx, key, due.id).await? {
            warn(tx, &event).await?;
        }
        due.kept_until()
    } else {
        warned_at
    };
    store::look_again(tx, due.id, next).await?;
    Ok(Some(Look::Waits))
}

/// Removes a batch of who registered; after the last of them all that is left of them elsewhere.
async fn remove(tx: &mut Tx, due: &Due) -> Result<Look> {
    let registrations = registration::first_of(tx, due.id, BATCH).await?;
    if !registrations.is_empty() {
        if !due.has_begun {
            figures::keep(tx, due.id, due.survey()).await?;
            store::begin(tx, due.id).await?;
        }
        let removed = registration::remove(tx, &registrations).await?;
        return Ok(Look::Goes(removed));
    }
    let (guests, mails) = store::remove_guests(tx, due.id).await?;
    store::remove_rest(tx, due.id).await?;
    let next = tx.now() + LOOKED_AT_AGAIN;
    store::look_again(tx, due.id, next).await?;
    let had_any = due.has_begun || guests > 0;
    if had_any {
        store::finish(tx, due.id).await?;
        audit::record(
            tx,
            "convoke",
            "personal_data_removed",
            due.id.uuid(),
            json!({}),
        )
        .await?;
    }
    Ok(Look::Gone { had_any, mails })
}
