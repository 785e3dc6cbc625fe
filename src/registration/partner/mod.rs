//! Who came by a partner's link (F-13): counted, kept to its number of places, and told to the partner as far as
//! they agreed (P-13).

mod store;

pub use store::{Brought, brought};

use std::borrow::Cow;
use std::collections::HashSet;

use super::{Registration, RegistrationState, Request, Source, agreement, store as registrations};
use crate::base::db::{Result, Tx};
use crate::base::secret::hash;
use crate::base::text::{EmailAddress, SingleLine};
use crate::event::partner::{self, PartnerLink};
use crate::event::{Consent, Event};

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

/// Those who came by `link`, neither withdrew nor were declined, and have agreed until now to the very words by which
/// they were told that the partner is told. Where the event asks to confirm addresses, nobody whose address is not
/// confirmed: somebody else may have typed it. Where it does not, what was typed counts, as it does for a place.
///
/// # Errors
/// Where the database fails.
pub async fn shared(tx: &mut Tx, event: &Event, link: &PartnerLink) -> Result<Vec<Shared>> {
    match (&link.consent, event.consent_to_share(link)) {
        (Some(key), Some(consent)) => store::shared(tx, link, key, &texts(event, consent)).await,
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
    let Some(link) = store::link_of(tx, registration.id).await? else {
        return Ok(None);
    };
    let is_there = matches!(
        registration.state,
        RegistrationState::Pending | RegistrationState::Waitlisted | RegistrationState::Confirmed
    );
    let Some(consent) = event.consent_to_share(&link).filter(|_| is_there) else {
        return Ok(None);
    };
    let texts = texts(event, consent);
    let lines = agreement::agreements(tx, registration.id).await?;
    let is_told = lines.iter().any(|line| {
        line.for_partner
            && line.withdrawn_at.is_none()
            && Some(&line.consent_key) == link.consent.as_ref()
            && texts.contains(&line.text_hash)
    });
    Ok(Some(link).filter(|_| is_told))
}

/// Has the partner told no more who `registration` is, whenever that would be; `false` where nothing was agreed to.
///
/// # Errors
/// Where the database fails.
pub async fn stop_telling(tx: &mut Tx, registration: &Registration) -> Result<bool> {
    let link = store::link_of(tx, registration.id).await?;
    match link.and_then(|link| link.consent) {
        Some(consent) => agreement::take_back(tx, registration.id, &consent).await,
        None => Ok(false),
    }
}

/// The hash of what is asked, in every language.
fn texts(event: &Event, consent: &Consent) -> Vec<Vec<u8>> {
    let texts = consent.text.texts(&event.details.languages[0]);
    let texts = texts.into_iter();
    texts.map(|(_, text)| hash(text.as_bytes())).collect()
}

/// The partner's link that `request` follows, revoked or not.
pub(super) async fn followed(
    tx: &mut Tx,
    event: &Event,
    request: &Request,
) -> Result<Option<PartnerLink>> {
    match &request.source {
        Some(source) => partner::link(tx, event.id, source).await,
        None => Ok(None),
    }
}

/// The same request without its source, where that is a `link` that was revoked: whoever comes by it is told of no
/// partner.
pub(super) fn attributed<'r>(request: &'r Request, link: Option<&PartnerLink>) -> Cow<'r, Request> {
    if link.is_none_or(PartnerLink::is_live) {
        return Cow::Borrowed(request);
    }
    Cow::Owned(Request {
        source: None,
        ..request.clone()
    })
}

/// Whether as many places are taken by `link` as may be, for all that is known: nobody waits for the answer.
pub(super) async fn is_used_up(tx: &mut Tx, link: Option<&PartnerLink>) -> Result<bool> {
    match link.and_then(limited) {
        Some((link, quota)) => Ok(store::live(tx, link).await? >= quota),
        None => Ok(false),
    }
}

/// Whether more places are taken by `link` than may be, those taken by this unit of work among them. Whoever takes
/// one too waits for the end of this unit of work, so that two cannot take the last.
pub(super) async fn is_beyond_quota(tx: &mut Tx, link: Option<&PartnerLink>) -> Result<bool> {
    match link.and_then(limited) {
        Some((link, quota)) => {
            registrations::hold(tx, link.event).await?;
            Ok(store::live(tx, link).await? > quota)
        }
        None => Ok(false),
    }
}

/// Has `registration`, whose event is held, come by no partner's link, where more people came by it meanwhile than
/// may: as whoever finds it used up.
pub(super) async fn keep_to_quota(tx: &mut Tx, registration: &Registration) -> Result<()> {
    let link = store::link_of(tx, registration.id).await?;
    if is_beyond_quota(tx, link.as_ref()).await? {
        store::forget_source(tx, registration.id).await?;
    }
    Ok(())
}

fn limited(link: &PartnerLink) -> Option<(&PartnerLink, i64)> {
    link.quota
        .filter(|_| link.is_live())
        .map(|quota| (link, quota))
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
