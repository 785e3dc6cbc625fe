//! Who came by a partner's link (F-13): counted, kept to its number of places, and told to the partner as far as
//! they agreed (P-13).

mod store;

pub use store::{Brought, brought};

use std::borrow::Cow;
use std::collections::HashSet;

use super::{Registration, Request, Source, agreement, store as registrations};
use crate::base::db::{Result, Tx};
use crate::base::text::{EmailAddress, SingleLine};
use crate::event::Event;
use crate::event::partner::{self, PartnerLink};

/// Somebody who came by a partner's link and agreed that the partner is told.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Shared {
    /// Their name.
    pub name: SingleLine,
    /// Where they can be written to.
    pub email: EmailAddress,
    /// Where they work, where they were asked.
    pub organisation: Option<String>,
    /// What they do there, where they were asked.
    pub position: Option<String>,
}

/// Those who came by `link`, neither withdrew nor were declined, and have agreed until now that the partner is told.
/// Nobody whose address is not confirmed: somebody else may have typed it.
///
/// # Errors
/// Where the database fails.
pub async fn shared(tx: &mut Tx, event: &Event, link: &PartnerLink) -> Result<Vec<Shared>> {
    match &link.consent {
        Some(consent) if event.consent_to_share(link).is_some() => {
            store::shared(tx, link, consent).await
        }
        _ => Ok(Vec::new()),
    }
}

/// The link of the partner that is told who `registration` is; `None` where none is.
///
/// # Errors
/// Where the database fails.
pub async fn told_to(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
) -> Result<Option<PartnerLink>> {
    let link = store::told_to(tx, registration.id).await?;
    Ok(link.filter(|link| event.consent_to_share(link).is_some()))
}

/// Has the partner told no more who `registration` is, whenever that is; `false` where none was.
///
/// # Errors
/// Where the database fails.
pub async fn stop_telling(tx: &mut Tx, event: &Event, registration: &Registration) -> Result<bool> {
    let link = told_to(tx, event, registration).await?;
    match link.and_then(|link| link.consent) {
        Some(consent) => agreement::take_back(tx, registration.id, &consent).await,
        None => Ok(false),
    }
}

/// The same request without its source, where that is a link that was revoked: whoever comes by it is told of no
/// partner.
pub(super) async fn attributed<'r>(
    tx: &mut Tx,
    event: &Event,
    request: &'r Request,
) -> Result<Cow<'r, Request>> {
    let link = followed(tx, event, request).await?;
    if link.is_none_or(|link| link.is_live()) {
        return Ok(Cow::Borrowed(request));
    }
    Ok(Cow::Owned(Request {
        source: None,
        ..request.clone()
    }))
}

/// Whether as many places are taken by the link that `request` follows as may be; whoever asks next waits for this
/// unit of work, so that two cannot take the last.
pub(super) async fn is_used_up(tx: &mut Tx, event: &Event, request: &Request) -> Result<bool> {
    let link = followed(tx, event, request).await?;
    let Some(link) = link.filter(PartnerLink::is_live) else {
        return Ok(false);
    };
    let Some(quota) = link.quota else {
        return Ok(false);
    };
    registrations::hold(tx, event.id).await?;
    Ok(store::live(tx, &link).await? >= quota)
}

/// The sources among those of `requests` that have more to be decided on than places: links of which only so many
/// may come, and links that were revoked.
pub(super) async fn decided_alone<'r>(
    tx: &mut Tx,
    event: &Event,
    mut requests: impl Iterator<Item = &'r Request>,
) -> Result<HashSet<Source>> {
    if requests.all(|request| request.source.is_none()) {
        return Ok(HashSet::new());
    }
    let links = partner::of_event(tx, event.id).await?.into_iter();
    let decided = links.filter(|link| !link.is_live() || link.quota.is_some());
    Ok(decided.map(|link| link.source).collect())
}

async fn followed(tx: &mut Tx, event: &Event, request: &Request) -> Result<Option<PartnerLink>> {
    match &request.source {
        Some(source) => partner::link(tx, event.id, source).await,
        None => Ok(None),
    }
}
