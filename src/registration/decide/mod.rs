//! An organiser's decision on a request, and on a place given before (E-20).

mod store;

use serde_json::json;

use super::notices::{owe, owe_with_calendar};
use super::{Notice, Registration, RegistrationState, invitation, seats, store as registrations};
use crate::audit;
use crate::base::db::{Error, Result, Tx};
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::event::{Event, EventState};

/// What a decision came to. Only [`Done`](Self::Done) has changed anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// It holds, and the person is told.
    Done {
        /// Whether somebody who has no place any more may have been sent the joining link: that
        /// cannot be taken back.
        knows_link: bool,
    },
    /// It was decided so before.
    AlreadySo,
    /// Every place is taken, or belongs to somebody who waits for it.
    Full,
    /// The event does not take place, or is over.
    Over,
    /// It is in no state that an organiser decides on: withdrawn, waiting for its address to be
    /// confirmed, or in a list whose order decides.
    NotOpen(RegistrationState),
    /// The same address has registered again since, and that is the request to decide on.
    AskedAgain,
}

/// Gives a registration that awaits a decision, or was refused before, a place, and tells the
/// person; the joining link follows where it is released.
///
/// # Errors
/// Where the database fails.
pub async fn approve(
    tx: &mut Tx,
    event: &Event,
    registration: Id<Registration>,
    actor: &str,
) -> Result<Decided> {
    let registration = held(tx, event, registration).await?;
    let from = registration.state;
    let decides = event.details.terms.needs_approval();
    match from {
        _ if !takes_place(event, tx) => return Ok(Decided::Over),
        RegistrationState::Confirmed => return Ok(Decided::AlreadySo),
        RegistrationState::Pending => {}
        RegistrationState::Waitlisted if decides => {}
        RegistrationState::Declined => {
            let key = registration.email.key();
            if registrations::find_live(tx, event.id, &key)
                .await?
                .is_some()
            {
                return Ok(Decided::AskedAgain);
            }
        }
        state => return Ok(Decided::NotOpen(state)),
    }
    // Where an organiser decides, no list has an order of its own.
    if !has_place(tx, event, &registration, !decides).await? {
        return Ok(Decided::Full);
    }
    if !registrations::give_place(tx, registration.id, from, None).await? {
        return Err(changed_though_held());
    }
    if from == RegistrationState::Waitlisted {
        seats::leave_list(tx, &registration).await?;
    }
    if !seats::grant(tx, &registration, !decides).await? {
        return Err(changed_though_held());
    }
    if from == RegistrationState::Declined {
        invitation::renew(tx, &registration, event.sender.domain()).await?;
        registrations::forget_links(tx, &registration).await?;
    }
    record(tx, &registration, "approved", actor).await?;
    owe_with_calendar(tx, event, &registration, Notice::Approved).await?;
    let release = event.next_release(tx.now());
    registrations::wake_plan(tx, event.id, release).await?;
    Ok(Decided::Done { knows_link: false })
}

/// Refuses a registration, or takes its place back, and tells the person why where `reason` says.
/// A place that becomes free goes to whoever waits for it.
///
/// # Errors
/// Where the database fails.
pub async fn decline(
    tx: &mut Tx,
    event: &Event,
    registration: Id<Registration>,
    actor: &str,
    reason: Option<Localised>,
) -> Result<Decided> {
    let registration = held(tx, event, registration).await?;
    let from = registration.state;
    match from {
        _ if !takes_place(event, tx) => return Ok(Decided::Over),
        RegistrationState::Declined => return Ok(Decided::AlreadySo),
        RegistrationState::Pending
        | RegistrationState::Waitlisted
        | RegistrationState::Confirmed => {}
        state => return Ok(Decided::NotOpen(state)),
    }
    if !store::decline(tx, registration.id, from, reason).await? {
        return Err(changed_though_held());
    }
    record(tx, &registration, "declined", actor).await?;
    if from == RegistrationState::Confirmed {
        owe_with_calendar(tx, event, &registration, Notice::Withdrawn).await?;
    } else {
        owe(tx, event, &registration, Notice::Declined).await?;
    }
    if from == RegistrationState::Waitlisted {
        seats::leave_list(tx, &registration).await?;
    }
    if registration.seated {
        seats::give_back(tx, &registration).await?;
    }
    let knows_link = store::may_know_link(tx, &registration).await?;
    Ok(Decided::Done { knows_link })
}

/// The registration as it is once nobody else can change it: the last decision wins (E-20).
async fn held(tx: &mut Tx, event: &Event, id: Id<Registration>) -> Result<Registration> {
    registrations::hold(tx, event.id).await?;
    let found = registrations::load(tx, id).await?;
    found
        .filter(|registration| registration.event == event.id)
        .ok_or_else(|| Error::Corrupt("the event has no such registration".to_owned()))
}

fn takes_place(event: &Event, tx: &Tx) -> bool {
    event.state == EventState::Published && tx.now() < event.schedule.ends_at()
}

async fn has_place(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    others_first: bool,
) -> Result<bool> {
    let seats = seats::seats(tx, event.id).await?;
    let (mode, sessions) = (registration.mode, &registration.sessions);
    let free = if others_first {
        seats.free(event, mode, sessions)
    } else {
        seats.unoccupied(event, mode, sessions)
    };
    Ok(free.iter().flatten().all(|free| *free > 0))
}

async fn record(tx: &mut Tx, registration: &Registration, action: &str, actor: &str) -> Result<()> {
    let changes = json!({ "from": registration.state });
    audit::record(tx, actor, action, registration.id.uuid(), changes).await
}

fn changed_though_held() -> Error {
    Error::Corrupt("a registration or its place changed while its event was held".to_owned())
}
