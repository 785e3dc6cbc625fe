use super::{Decided, Decider, open_case, record, store, takes_place};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::event::Event;
use crate::registration::notices::{owe_at, owe_with_calendar_at};
use crate::registration::survey::erase_survey_answers;
use crate::registration::{
    Notice, Registration, RegistrationState, seats, store as registrations, wish,
};

/// Who withdraws on their own page.
const ATTENDEE: &str = "attendee";

/// Gives a registration up, frees its seat and tells the person; `false` where it was given up
/// before, so that nobody is told twice. Possible always, after the event too (E-6); what they said of it
/// goes then.
///
/// # Errors
/// Where the database fails.
pub async fn withdraw(
    tx: &mut Tx,
    key: &InstanceKey,
    event: &Event,
    registration: &Registration,
) -> Result<bool> {
    let by = Decider::at_once(ATTENDEE);
    let case = open_case(
        tx,
        event,
        registration.id,
        RegistrationState::Cancelled,
        &by,
    )
    .await?;
    erase_survey_answers(tx, key, event.id, &[registration.id]).await?;
    give_up(tx, event, &case.registration, &by).await
}

/// Does so on somebody's behalf, as they asked an organiser to; not after the event, when there is
/// nothing to give up.
///
/// # Errors
/// Where the database fails.
pub async fn withdraw_for(
    tx: &mut Tx,
    event: &Event,
    registration: Id<Registration>,
    by: &Decider<'_>,
) -> Result<Decided> {
    let case = open_case(tx, event, registration, RegistrationState::Cancelled, by).await?;
    if !takes_place(event, tx) {
        return Ok(Decided::Over);
    }
    if let Some(settled) = case.is_settled(RegistrationState::Cancelled) {
        return Ok(settled);
    }
    let registration = case.registration;
    if !give_up(tx, event, &registration, by).await? {
        return Ok(Decided::NotOpen(registration.state));
    }
    let knows_link = store::may_know_link(tx, &registration).await?;
    Ok(Decided::Done { knows_link })
}

async fn give_up(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    by: &Decider<'_>,
) -> Result<bool> {
    if !registration.is_live() {
        return Ok(false);
    }
    let (tells_at, told) = (by.tells_at(tx.now()), Notice::Withdrawn);
    let revision = if registration.state == RegistrationState::Confirmed {
        owe_with_calendar_at(tx, event, registration, told, tells_at).await?
    } else {
        owe_at(tx, event, registration, told, tells_at).await?
    };
    let to = RegistrationState::Cancelled;
    record(tx, registration, to, (told, revision), by).await?;
    if !registrations::cancel(tx, registration.id, registration.state).await? {
        return Ok(false);
    }
    if registration.is_in_line() {
        seats::leave_list(tx, registration).await?;
    }
    wish::forget(tx, registration).await?;
    if registration.seated {
        seats::give_back(tx, registration).await?;
    }
    Ok(true)
}
