use super::{Case, Decided, Decider, changed_though_held, open_case, record, store, takes_place};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::event::Event;
use crate::registration::notices::{owe_at, owe_with_calendar_at};
use crate::registration::{Notice, Registration, RegistrationState, seats, wish};

/// Refuses a registration, or takes its place back, and tells the person why where `reason` says.
/// A place that becomes free goes to whoever waits for it.
///
/// # Errors
/// Where the database fails.
pub async fn decline(
    tx: &mut Tx,
    event: &Event,
    registration: Id<Registration>,
    by: &Decider<'_>,
    reason: Option<Localised>,
) -> Result<Decided> {
    let case = open_case(tx, event, registration, RegistrationState::Declined, by).await?;
    if !takes_place(event, tx) {
        return Ok(Decided::Over);
    }
    if let Some(settled) = case.is_settled(RegistrationState::Declined) {
        return Ok(settled);
    }
    let Case { registration, .. } = case;
    let from = registration.state;
    if !matches!(
        from,
        RegistrationState::Pending | RegistrationState::Waitlisted | RegistrationState::Confirmed
    ) {
        return Ok(Decided::NotOpen(from));
    }
    let tells_at = by.tells_at(tx.now());
    let (told, revision) = if from == RegistrationState::Confirmed {
        let told = Notice::Withdrawn;
        let revision = owe_with_calendar_at(tx, event, &registration, told, tells_at).await?;
        (told, revision)
    } else {
        let told = Notice::Declined;
        let revision = owe_at(tx, event, &registration, told, tells_at).await?;
        (told, revision)
    };
    record(
        tx,
        &registration,
        RegistrationState::Declined,
        (told, revision),
        by,
    )
    .await?;
    if !store::decline(tx, registration.id, from, reason).await? {
        return Err(changed_though_held());
    }
    if registration.is_in_line() {
        seats::leave_list(tx, &registration).await?;
    }
    wish::forget(tx, &registration).await?;
    if registration.seated {
        seats::give_back(tx, &registration).await?;
    }
    let knows_link = store::may_know_link(tx, &registration).await?;
    Ok(Decided::Done { knows_link })
}
