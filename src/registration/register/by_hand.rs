//! Somebody whom an organiser adds.

use super::{Request, propose, store, write_consequences};
use crate::base::db::{Error, Result, Tx};
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::event::{Event, EventState};
use crate::registration::seats::{self, Claim};
use crate::registration::{Registration, RegistrationState, partner, store as registrations};

/// By whom somebody is added, and under which terms.
#[derive(Debug, Clone, Copy)]
pub struct ByHand<'a> {
    /// Who, as the audit log names them.
    pub actor: &'a str,
    /// Whether they said that closing and capacity do not matter this time.
    pub beyond_terms: bool,
}

/// What adding somebody came to. Only [`Done`](Self::Done) has changed anything; after
/// [`Known`](Self::Known) too the unit of work may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// They have a place, and are told.
    Done(Id<Registration>),
    /// The address has this live registration already.
    Known(Id<Registration>),
    /// Registration has closed.
    Closed,
    /// Every place is taken, or belongs to somebody who waits for it; or every place by the partner's link is.
    Full,
    /// The event does not take place, or is over.
    Over,
}

/// Gives whoever `request` is about a place, whatever would be asked of them otherwise: approval, a code,
/// a confirmed address. They are told as everybody is, and sent the joining link when it is released.
///
/// # Errors
/// Where the database fails.
pub async fn add(
    tx: &mut Tx,
    key: &InstanceKey,
    event: &Event,
    request: &Request,
    by: &ByHand<'_>,
) -> Result<Added> {
    let now = tx.now();
    if event.state != EventState::Published || event.is_over(now) {
        return Ok(Added::Over);
    }
    if !by.beyond_terms && now >= event.schedule.closes_at {
        return Ok(Added::Closed);
    }
    registrations::hold(tx, event.id).await?;
    if let Some(known) = registrations::find_live(tx, event.id, &request.email.key()).await? {
        return Ok(Added::Known(known.id));
    }
    let link = partner::followed(tx, event, request).await?;
    if !by.beyond_terms && partner::is_used_up(tx, link.as_ref()).await? {
        return Ok(Added::Full);
    }
    let request = &*partner::attributed(request, link.as_ref());
    let registration = Registration {
        state: RegistrationState::Confirmed,
        seated: true,
        confirmed_at: Some(now),
        ..propose(tx, event, request)
    };
    let claim = if by.beyond_terms {
        Claim::Beyond
    } else {
        Claim::AfterTheList
    };
    if claim != Claim::Beyond && !has_place(tx, event, &registration).await? {
        return Ok(Added::Full);
    }
    let is_new = store::insert(tx, key, &[(&registration, request)]).await? == 1;
    if !is_new || !seats::grant(tx, &registration, claim).await? {
        return Err(Error::Corrupt(
            "a place of an event changed while it was held".to_owned(),
        ));
    }
    write_consequences(tx, event, request, &registration, (by.actor, now)).await?;
    registrations::wake_plan(tx, event.id, event.next_release(now)).await?;
    Ok(Added::Done(registration.id))
}

async fn has_place(tx: &mut Tx, event: &Event, registration: &Registration) -> Result<bool> {
    let seats = seats::seats(tx, event.id).await?;
    let free = seats.free(event, registration.mode, &registration.sessions);
    Ok(free.iter().flatten().all(|free| *free > 0))
}
