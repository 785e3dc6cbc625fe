use serde_json::json;

use super::notices::{owe, owe_with_calendar};
use super::{Notice, Registration, RegistrationState, seats, store};
use crate::audit;
use crate::base::db::{Result, Tx};
use crate::event::Event;

/// Gives a registration up, frees its seat and tells the person; `false` where it was given up
/// before, so that nobody is told twice.
pub async fn withdraw(tx: &mut Tx, event: &Event, registration: &Registration) -> Result<bool> {
    store::hold(tx, event.id).await?;
    // It may have been confirmed since it was loaded, and is given up all the same (E-6).
    let Some(registration) = &store::load(tx, registration.id).await? else {
        return Ok(false);
    };
    if !registration.is_live() || !store::cancel(tx, registration.id, registration.state).await? {
        return Ok(false);
    }
    audit::record(
        tx,
        "attendee",
        "withdrawn",
        registration.id.uuid(),
        json!({}),
    )
    .await?;
    if registration.state == RegistrationState::Confirmed {
        owe_with_calendar(tx, event, registration, Notice::Withdrawn).await?;
    } else {
        owe(tx, event, registration, Notice::Withdrawn).await?;
    }
    if registration.state == RegistrationState::Waitlisted {
        seats::leave_list(tx, registration).await?;
    }
    if registration.seated {
        seats::give_back(tx, registration).await?;
    }
    Ok(true)
}
