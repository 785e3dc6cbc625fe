use super::{Case, Decided, Decider, changed_though_held, open_case, record, store, takes_place};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::registration::notices::owe_at;
use crate::registration::{Notice, Registration, RegistrationState, seats, store as registrations};

/// Puts a request into the waiting list, by when it was made, or one that was refused before at the end
/// of it, and tells the person.
///
/// # Errors
/// Where the database fails.
pub async fn put_on_list(
    tx: &mut Tx,
    event: &Event,
    registration: Id<Registration>,
    by: &Decider<'_>,
) -> Result<Decided> {
    let case = open_case(tx, event, registration, RegistrationState::Waitlisted, by).await?;
    if !takes_place(event, tx) {
        return Ok(Decided::Over);
    }
    if let Some(settled) = case.is_settled(RegistrationState::Waitlisted) {
        return Ok(settled);
    }
    let Case { registration, .. } = case;
    let listed_at = match registration.state {
        RegistrationState::Pending => None,
        RegistrationState::Declined if registrations::has_rival(tx, registration.id).await? => {
            return Ok(Decided::AskedAgain);
        }
        RegistrationState::Declined => Some(tx.now()),
        state => return Ok(Decided::NotOpen(state)),
    };
    let tells_at = by.tells_at(tx.now());
    let told = Notice::Waitlisted;
    let revision = owe_at(tx, event, &registration, told, tells_at).await?;
    record(
        tx,
        &registration,
        RegistrationState::Waitlisted,
        (told, revision),
        by,
    )
    .await?;
    if !store::put_on_list(tx, registration.id, registration.state, listed_at).await? {
        return Err(changed_though_held());
    }
    seats::join_list(tx, &registration).await?;
    Ok(Decided::Done { knows_link: false })
}
