//! Events thrown away (U-11). For thirty days they can be brought back as they were, and are nowhere
//! else: no page, no feed, no mail, and nobody else gets their slug. Then they are gone for good.

mod emptying;
mod store;

pub use emptying::{empty, has_ended};

use chrono::TimeDelta;
use serde_json::json;

use crate::account::Organisation;
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Details, Event, EventState, Slug};

/// How long an event stays in the trash.
pub const KEPT: TimeDelta = TimeDelta::days(30);

/// What goes with an event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Contents {
    /// Who has a place.
    pub confirmed: i64,
    /// Who waits for a place, a decision, or to confirm an address.
    pub waiting: i64,
    /// Everybody who ever registered.
    pub registrations: i64,
    /// Mails that have not left.
    pub mails: i64,
    /// Mails and texts to many, sent or not.
    pub announcements: i64,
}

/// Why an event cannot be thrown away yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// People count on it: it has to be cancelled, so that they are told.
    IsExpected,
    /// It was cancelled, and people are still being told.
    IsBeingTold,
}

/// What a wish to throw an event away came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thrown {
    /// It is in the trash.
    Done,
    /// It stays, for this reason.
    Hindered(Hindrance),
    /// Somebody else changed it meanwhile, or threw it away.
    Overtaken,
}

/// An event in the trash.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Trashed {
    /// Its identifier.
    pub id: Id<Event>,
    /// Its slug, which is taken until it is gone.
    pub slug: Slug,
    /// What had become of it.
    pub state: EventState,
    /// What its organiser stated, without sessions, hosts and meetings.
    #[sqlx(json)]
    pub details: Details,
    /// When it was thrown away.
    pub trashed_at: Instant,
}

impl Contents {
    /// Everybody who has a place or waits for one.
    pub const fn people(&self) -> i64 {
        self.confirmed + self.waiting
    }
}

impl Trashed {
    /// When it is gone for good.
    pub fn ends_at(&self) -> Instant {
        self.trashed_at + KEPT
    }
}

/// What goes with `event`, in numbers.
pub async fn contents(tx: &mut Tx, event: &Event) -> Result<Contents> {
    store::contents(tx, event.id).await
}

/// What keeps `event`, which holds `contents`, out of the trash.
pub async fn hindrance(
    tx: &mut Tx,
    event: &Event,
    contents: &Contents,
) -> Result<Option<Hindrance>> {
    Ok(match event.state {
        _ if event.is_over(tx.now()) => None,
        EventState::Published if contents.people() > 0 => Some(Hindrance::IsExpected),
        EventState::Cancelled if contents.mails > 0 || store::is_plan_due(tx, event.id).await? => {
            Some(Hindrance::IsBeingTold)
        }
        _ => None,
    })
}

/// Moves `event` into the trash.
pub async fn throw_away(tx: &mut Tx, event: &Event, actor: &str) -> Result<Thrown> {
    // Whoever registers just now is counted, or finds no event.
    store::hold(tx, event.id).await?;
    let contents = contents(tx, event).await?;
    if let Some(hindrance) = hindrance(tx, event, &contents).await? {
        return Ok(Thrown::Hindered(hindrance));
    }
    if !store::throw_away(tx, event).await? {
        return Ok(Thrown::Overtaken);
    }
    let told = json!({ "state": event.state, "registrations": contents.registrations });
    audit::record(tx, actor, "event_trashed", event.id.uuid(), told).await?;
    Ok(Thrown::Done)
}

/// The trash of an organisation, what was thrown away last first.
pub async fn of_organisation(tx: &mut Tx, organisation: Id<Organisation>) -> Result<Vec<Trashed>> {
    store::of_organisation(tx, organisation).await
}

/// Brings an event of an organisation back as it was; its slug, or none where it is not in the trash.
pub async fn restore(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    event: Id<Event>,
    actor: &str,
) -> Result<Option<Slug>> {
    let Some(slug) = store::restore(tx, organisation, event).await? else {
        return Ok(None);
    };
    audit::record(tx, actor, "event_restored", event.uuid(), json!({})).await?;
    Ok(Some(slug))
}
