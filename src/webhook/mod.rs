//! Other systems that are told what happens (S-29): signed messages to addresses that owners register.
//!
//! # How nothing is lost, and nobody waits
//!
//! Every deed writes a line into the audit log in its own unit of work. That line is the outbox of webhooks: the
//! statement that writes it marks it as owed where the organisation has a webhook, so that a deed and what is
//! owed of it are kept together or not at all. A worker takes marked lines, whatever their order, and makes a
//! row of [`webhook_delivery`](Delivery) of each for every webhook that wants it, in one unit of work with
//! taking the mark away.
//!
//! - The verbs of earlier rooms need not know that there are webhooks, and none can forget to tell them.
//! - Who registers waits for no further statement: without a webhook the mark costs a look into an empty table,
//!   within the statement that writes the line anyway.
//! - There is no position in the log up to which all is told. On PostgreSQL a line may become visible after a
//!   later one, and would be passed over for ever; a mark is found whenever it appears.
//!
//! What nobody does has no line: that registration closes, or a link is released, because its moment has come.
//! That is level-triggered, as the plan of mails is: a worker [looks](owed_moments) at the events that webhooks
//! are about, and makes what has come and was not told. A unique key makes a second row impossible, so that
//! it does not matter how often anybody looks, on how many nodes.
//!
//! A delivery names what it is about and holds nothing of it. What it says is made from today's facts when it
//! leaves, as with mails: nobody's name lies in a queue, and who comes back late hears nothing outdated. The
//! link to a meeting is in none of it (S-32).
//!
//! A delivery is leased by its due time: whoever has it in hand has moved that ahead, so that after a crash it
//! is anybody's again. It may come twice, then, and has the same `webhook-id`.

mod active;
mod body;
mod change;
mod dispatch;
mod kind;
mod moments;
mod owe;
mod secret;
mod store;
mod unreadable;

pub use change::{Test, make, remove, renew_secret, send_test, switch_off, switch_on};
pub use dispatch::{Due, Letter, Outcome, due, lease, settle};
pub use kind::Kind;
pub use moments::{Moment, forget_old, has_old, owe_moments, owed_moments};
pub use owe::{Made, is_owed, owe};
pub use secret::Secret;
pub use store::{latest, of_organisation};

use chrono::TimeDelta;
use uuid::Uuid;

use crate::account::{Organisation, Organiser};
use crate::base::clock::Instant;
use crate::base::id::Id;
use crate::event::Event;
use crate::outgoing::Address;
use crate::words;

/// So many webhooks an organisation has at most.
pub const MOST: usize = 20;
/// How long the secret before goes on signing beside a new one, so that no message is refused meanwhile.
const BOTH_SIGN: TimeDelta = TimeDelta::days(1);
/// How long is kept what became of a delivery.
const KEPT: TimeDelta = TimeDelta::days(30);

words! {
    /// Why a webhook is told nothing.
    pub enum OffBecause {
        /// An owner switched it off.
        Owner = "owner",
        /// Tries failed, and nothing else, for a day.
        Failing = "failing",
        /// Its server said that it is there no more (410).
        Gone = "gone",
        /// Whoever answered for it is no owner any more.
        Maker = "maker",
        /// Its secret was sealed with another instance key.
        Sealed = "sealed",
    }
}

/// What somebody wants a webhook to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Where it is.
    pub address: Address,
    /// What it is told; a test can always be sent.
    pub kinds: Vec<Kind>,
    /// The only event that it is about; none for all of the organisation.
    pub event: Option<Id<Event>>,
    /// Whether it is told names and addresses of people.
    pub shows_people: bool,
}

/// A webhook, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// Its identifier.
    pub id: Id<Self>,
    /// Whose.
    pub organisation: Id<Organisation>,
    /// The only event that it is about; none for all of the organisation.
    pub event: Option<Id<Event>>,
    /// Where it is, as it was stated.
    pub address: String,
    /// What it is told.
    pub kinds: Vec<Kind>,
    /// Whether it is told names and addresses of people.
    pub shows_people: bool,
    /// Who answers for it.
    pub made_by: Id<Organiser>,
    /// Since when it is told; none while it is switched off.
    pub active_since: Option<Instant>,
    /// Why it is switched off, where it is.
    pub off_because: Option<OffBecause>,
    /// Until when the secret before signs, too.
    pub former_until: Option<Instant>,
    /// Tries in a row that failed.
    pub failures: i64,
    /// Since when.
    pub failing_since: Option<Instant>,
}

impl Webhook {
    /// The server that it is on: what may be said of its address where others read it.
    pub fn host(&self) -> String {
        host(&self.address)
    }

    fn wants(&self, kind: Kind, event: Option<Id<Event>>) -> bool {
        let is_about = self.event.is_none() || self.event == event;
        self.active_since.is_some() && is_about && self.kinds.contains(&kind)
    }

    /// Whether what was done `at` a moment was done since it is told what happens.
    fn is_told_since(&self, at: Instant) -> bool {
        self.active_since.is_some_and(|since| since <= at)
    }
}

/// The server of an address.
fn host(address: &str) -> String {
    let address: Option<Address> = address.parse().ok();
    address.map_or_else(String::new, |address| address.authority())
}

/// A message that is owed to a webhook, or was.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Delivery {
    /// Its identifier, which its receiver tells a repetition by.
    pub id: Id<Self>,
    /// What it tells.
    pub kind: Kind,
    /// When that happened.
    pub happened_at: Instant,
    /// The event it is about; all zeros for none.
    pub event_id: Id<Event>,
    /// The registration it is about; all zeros for none.
    pub registration_id: Uuid,
    /// The session it is about; all zeros for none.
    pub session_id: Uuid,
    /// When it is tried next; none once it is settled.
    pub due_at: Option<Instant>,
    /// How often it was tried.
    pub attempts: i64,
    /// The status that was answered last.
    pub status: Option<i64>,
    /// Why there was none: a word of [`Failure`](crate::outgoing::Failure), or `unreadable` where nothing was
    /// asked.
    pub trouble: Option<String>,
    /// When it was tried last.
    pub tried_at: Option<Instant>,
}

impl Delivery {
    /// Whether its receiver took it.
    pub fn is_taken(&self) -> bool {
        self.status
            .is_some_and(|status| (200..300).contains(&status))
    }
}
