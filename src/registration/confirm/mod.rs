//! Addresses that have to be confirmed first (S-34).

mod store;

pub use store::next_hold;

use serde_json::json;

use super::notices::{owe, owe_with_calendar};
use super::{
    Notice, Registration, RegistrationState, partner, seats, store as registrations, wish,
};
use crate::audit;
use crate::base::db::{Result, Tx};
use crate::event::{Event, EventState};

/// Confirms the address of a registration, which then has its place or waits for an organiser;
/// `false` where there was nothing to confirm any more.
pub async fn confirm_address(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
) -> Result<bool> {
    let takes_place = event.state == EventState::Published && tx.now() < event.schedule.ends_at();
    if registration.state != RegistrationState::Unconfirmed || !takes_place {
        return Ok(false);
    }
    registrations::hold(tx, event.id).await?;
    let state = if registration.seated {
        RegistrationState::Confirmed
    } else {
        RegistrationState::Pending
    };
    if !store::confirm_address(tx, registration.id, state).await? {
        return Ok(false);
    }
    audit::record(
        tx,
        "attendee",
        "address_confirmed",
        registration.id.uuid(),
        json!({ "state": state }),
    )
    .await?;
    if state == RegistrationState::Confirmed {
        owe_with_calendar(tx, event, registration, Notice::Registered).await?;
        registrations::wake_plan(tx, event.id, event.next_release(tx.now())).await?;
        if registration.wished_mode.is_some() {
            // From now on it can be their turn.
            let now = tx.now();
            registrations::wake_plan(tx, event.id, Some(now)).await?;
        }
    } else {
        // While they were yet to be asked, others may have come by the same link.
        partner::keep_to_quota(tx, registration).await?;
        owe(tx, event, registration, Notice::Received).await?;
    }
    Ok(true)
}

/// Gives up the seats whose addresses were not confirmed in time (E-14), and those that were offered in
/// vain; says how many. Who let an offer go by leaves the list, as its mail says, and the next has theirs.
pub async fn give_up_held(tx: &mut Tx) -> Result<usize> {
    let mut expired = store::expired_holds(tx).await?;
    // Two workers hold events in one order.
    expired.sort_by_key(|registration| registration.event);
    let mut given_up = 0;
    for registration in &expired {
        registrations::hold(tx, registration.event).await?;
        if registrations::cancel(tx, registration.id, registration.state).await? {
            let what = if registration.is_offered() {
                "offer_expired"
            } else {
                "hold_expired"
            };
            audit::record(tx, "convoke", what, registration.id.uuid(), json!({})).await?;
            wish::forget(tx, registration).await?;
            if registration.seated {
                seats::give_back(tx, registration).await?;
            }
            given_up += 1;
        }
    }
    Ok(given_up)
}
