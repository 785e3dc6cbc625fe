//! Having a place in one mode and standing in line for the other: registered online, and on the list for
//! the room, as one person (E-18).

mod store;

pub(super) use store::{drop_wish, keep_wish};

use serde_json::json;

use super::{Registration, RegistrationState, seats, store as registrations};
use crate::audit;
use crate::base::db::{Result, Tx};
use crate::event::{Event, Mode};

/// Has `registration`, which has a place, wait for one in `mode` as well.
pub(super) async fn wish(tx: &mut Tx, registration: &Registration, mode: Mode) -> Result<()> {
    keep_wish(tx, registration, mode).await?;
    seats::join_line(tx, registration, mode).await
}

/// Has it wait for none any more; it keeps what it has.
pub(super) async fn forget(tx: &mut Tx, registration: &Registration) -> Result<bool> {
    match registration.wished_mode {
        Some(mode) if drop_wish(tx, registration.id).await? => {
            seats::leave_line(tx, registration, mode).await?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

/// Takes somebody who has a place out of the line for another one; `false` where they stand in none.
///
/// # Errors
/// Where the database fails.
pub async fn stop_waiting(tx: &mut Tx, event: &Event, registration: &Registration) -> Result<bool> {
    registrations::hold(tx, event.id).await?;
    let found = registrations::load(tx, registration.id).await?;
    let Some(registration) = found.filter(|one| one.state == RegistrationState::Confirmed) else {
        return Ok(false);
    };
    if !forget(tx, &registration).await? {
        return Ok(false);
    }
    let id = registration.id.uuid();
    audit::record(tx, "attendee", "left_line", id, json!({})).await?;
    Ok(true)
}
