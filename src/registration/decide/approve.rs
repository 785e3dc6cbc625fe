use super::{
    Case, Decided, Decider, changed_though_held, has_place, open_case, record, takes_place,
};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::registration::notices::owe_with_calendar_at;
use crate::registration::seats::{self, Claim};
use crate::registration::{
    Notice, Registration, RegistrationState, invitation, store as registrations,
};

/// Gives a registration that awaits a decision, or was refused before, a place, and tells the
/// person; the joining link follows where it is released.
///
/// # Errors
/// Where the database fails.
pub async fn approve(
    tx: &mut Tx,
    event: &Event,
    registration: Id<Registration>,
    by: &Decider<'_>,
) -> Result<Decided> {
    let case = open_case(tx, event, registration, RegistrationState::Confirmed, by).await?;
    if !takes_place(event, tx) {
        return Ok(Decided::Over);
    }
    if let Some(settled) = case.is_settled(RegistrationState::Confirmed) {
        return Ok(settled);
    }
    let Case { registration, .. } = case;
    // Where an organiser decides, no list has an order of its own.
    let decides = event.details.terms.needs_approval();
    let claim = if decides {
        Claim::AnyFree
    } else {
        Claim::AfterTheList
    };
    match registration.state {
        RegistrationState::Pending => {}
        RegistrationState::Waitlisted if decides => {}
        RegistrationState::Declined if registrations::has_rival(tx, registration.id).await? => {
            return Ok(Decided::AskedAgain);
        }
        RegistrationState::Declined => {}
        state => return Ok(Decided::NotOpen(state)),
    }
    if !registration.seated && !has_place(tx, event, &registration, claim).await? {
        return Ok(Decided::Full);
    }
    give_place(tx, event, &registration, claim).await?;
    let tells_at = by.tells_at(tx.now());
    let told = Notice::Approved;
    let revision = owe_with_calendar_at(tx, event, &registration, told, tells_at).await?;
    record(
        tx,
        &registration,
        RegistrationState::Confirmed,
        (told, revision),
        by,
    )
    .await?;
    let release = event.next_release(tx.now()).map(|at| at.max(tells_at));
    registrations::wake_plan(tx, event.id, release).await?;
    Ok(Decided::Done { knows_link: false })
}

async fn give_place(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    claim: Claim,
) -> Result<()> {
    let from = registration.state;
    if !registrations::give_place(tx, registration.id, from).await? {
        return Err(changed_though_held());
    }
    if registration.is_in_line() {
        seats::leave_list(tx, registration).await?;
    }
    if !registration.seated && !seats::grant(tx, registration, claim).await? {
        return Err(changed_though_held());
    }
    if from == RegistrationState::Declined {
        invitation::renew(tx, registration, event.sender.domain()).await?;
        registrations::forget_links(tx, registration).await?;
    }
    Ok(())
}
