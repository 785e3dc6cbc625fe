//! Addresses that mail comes back from.

mod store;

use serde_json::json;

use super::{Registration, store as registrations};
use crate::audit;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;

/// Notes that mail to the address of a registration came back for good, with the `status` that said
/// so (RFC 3463 section 2): on every live registration of that address with the same organisation.
/// Nothing more is sent to them; who registers anew, having mended the address, starts unmarked.
/// Gives the number of registrations that were not marked before.
///
/// It holds the events concerned, so it comes before anything else that its unit of work changes.
///
/// # Errors
/// Where the database fails.
pub async fn mark_undeliverable(
    tx: &mut Tx,
    registration: Id<Registration>,
    status: &str,
) -> Result<u64> {
    let mut marked = 0;
    for event in store::events_with_address_of(tx, registration).await? {
        registrations::hold(tx, event).await?;
        marked += store::mark_undeliverable(tx, event, registration, status).await?;
    }
    if marked > 0 {
        audit::record(
            tx,
            "convoke",
            "undeliverable",
            registration.uuid(),
            json!({ "status": status }),
        )
        .await?;
    }
    Ok(marked)
}
