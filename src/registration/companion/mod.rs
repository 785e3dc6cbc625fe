//! Several people at one mailbox (E-19): somebody who registers colleagues, or two who share an address. The
//! page that takes the form tells nothing; whoever reads the mailbox says on their own page whether the
//! other one is meant, which takes the place then.

mod store;

pub use store::Companion;

use serde_json::json;

use super::register::register;
use super::{Consent, Outcome, Registration, Request, store as registrations};
use crate::audit;
use crate::base::db::{Result, Tx};
use crate::base::fold::fold;
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::event::Event;

/// So many people more than one may wait for an answer at one address.
const MOST: i64 = 20;

/// Keeps what was asked for with the address of `known` and another name; `false` where the name is the
/// same, or too many were asked for.
pub(super) async fn keep(tx: &mut Tx, known: &Registration, request: &Request) -> Result<bool> {
    let name_key = fold(request.name.as_str());
    if name_key == fold(known.name.as_str())
        || store::is_there(tx, known, &name_key).await?
        || store::count(tx, known.id).await? >= MOST
    {
        return Ok(false);
    }
    store::keep(tx, known.id, &name_key, request).await?;
    Ok(true)
}

/// Those who were asked for with the address of `registration`, and whom nobody has answered for.
///
/// # Errors
/// Where the database fails.
pub async fn companions(tx: &mut Tx, registration: &Registration) -> Result<Vec<Companion>> {
    store::of(tx, registration.id).await
}

/// Registers one of them: what becomes of it is told by a mail of its own. `None` where nobody asked.
///
/// # Errors
/// Where the database fails.
pub async fn bring(
    tx: &mut Tx,
    key: &InstanceKey,
    event: &Event,
    registration: &Registration,
    companion: Id<Companion>,
) -> Result<Option<Outcome>> {
    registrations::hold(tx, event.id).await?;
    let Some(asked) = store::take(tx, registration.id, companion).await? else {
        return Ok(None);
    };
    // What one agrees to for somebody else tells no partner who they are.
    let consents = asked.request.consents.into_iter().map(|consent| Consent {
        for_partner: false,
        ..consent
    });
    let request = Request {
        consents: consents.collect(),
        email: registration.email.clone(),
        waitlist: true,
        companion_key: fold(asked.request.name.as_str()),
        ..asked.request
    };
    Ok(Some(register(tx, key, event, &request, None).await?))
}

/// Says that nobody meant it.
///
/// # Errors
/// Where the database fails.
pub async fn dismiss(
    tx: &mut Tx,
    registration: &Registration,
    companion: Id<Companion>,
) -> Result<bool> {
    let was_there = store::take(tx, registration.id, companion).await?.is_some();
    if was_there {
        let id = registration.id.uuid();
        audit::record(tx, "attendee", "companion_dismissed", id, json!({})).await?;
    }
    Ok(was_there)
}
