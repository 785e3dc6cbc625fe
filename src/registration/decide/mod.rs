//! An organiser's decision on a request, and on a place given before (E-20): it holds at once, and can
//! be taken back until the person is told (F-14).

mod approve;
mod bulk;
mod decline;
mod store;
mod undo;
mod waitlist;
mod withdraw;

pub use approve::approve;
pub use bulk::{Tally, Verb, decide_all};
pub use decline::decline;
pub use store::{next_told, standing_decision};
pub use undo::{UndoTally, Undoable, Undone, undo, undoable};
pub use waitlist::put_on_list;
pub use withdraw::{withdraw, withdraw_for};

use undo::take_back_unsent;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Notice, Registration, RegistrationState, seats, store as registrations};
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Error, Result, Tx};
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::event::{Event, EventState};

/// How long a decision made in the workspace can be taken back before the person is told of it.
pub const TIME_TO_UNDO: TimeDelta = TimeDelta::minutes(5);

/// What was decided by one press of a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Batch;

/// Whose decision it is, and whether there is time to take it back.
#[derive(Debug, Clone, Copy)]
pub struct Decider<'a> {
    /// Who, as the audit log names them.
    pub actor: &'a str,
    /// What it is decided together with, where it can be taken back for a while; else the person is
    /// told at once.
    pub batch: Option<Id<Batch>>,
}

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

impl<'a> Decider<'a> {
    /// `actor`, of whose decision the person is told at once.
    pub const fn at_once(actor: &'a str) -> Self {
        Self { actor, batch: None }
    }

    /// `actor`, who can take the decisions of `batch` back for [`TIME_TO_UNDO`].
    pub const fn with_time_to_undo(actor: &'a str, batch: Id<Batch>) -> Self {
        Self {
            actor,
            batch: Some(batch),
        }
    }

    /// When the person is told of what is decided at `now`.
    fn tells_at(&self, now: Instant) -> Instant {
        match self.batch {
            Some(_) => now + TIME_TO_UNDO,
            None => now,
        }
    }
}

/// What a registration was before a decision: what taking that back restores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Was {
    seated: bool,
    confirmed_at: Option<Instant>,
    held_until: Option<Instant>,
    listed_at: Option<Instant>,
    reason: Option<Localised>,
}

/// A registration about to be decided on, as it is once nobody else can change it: the last decision
/// wins (E-20).
struct Case {
    registration: Registration,
    /// Whether an earlier decision, of which the person had not been told, was taken back for this.
    is_reopened: bool,
}

impl Case {
    /// Whether taking an earlier decision back was all that it took.
    fn is_settled(&self, wanted: RegistrationState) -> Option<Decided> {
        (self.registration.state == wanted).then_some(if self.is_reopened {
            Decided::Done { knows_link: false }
        } else {
            Decided::AlreadySo
        })
    }
}

/// Holds the event, and takes back what was decided on `id` before and has not been told: a decision
/// that nobody heard of leaves no trace in what they are told now.
async fn open_case(
    tx: &mut Tx,
    event: &Event,
    id: Id<Registration>,
    wanted: RegistrationState,
    by: &Decider<'_>,
) -> Result<Case> {
    let registration = held(tx, event, id).await?;
    let is_reopened = takes_place(event, tx)
        && registration.state != wanted
        && take_back_unsent(tx, event, &registration, by.actor).await?;
    Ok(Case {
        registration: if is_reopened {
            held(tx, event, id).await?
        } else {
            registration
        },
        is_reopened,
    })
}

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
    claim: seats::Claim,
) -> Result<bool> {
    let seats = seats::seats(tx, event.id).await?;
    let (mode, sessions) = (registration.mode, &registration.sessions);
    let free = match claim {
        seats::Claim::AfterTheList => seats.free(event, mode, sessions),
        _ => seats.unoccupied(event, mode, sessions),
    };
    Ok(free.iter().flatten().all(|free| *free > 0))
}

/// Writes down what was decided on `registration`, which is as it was before; `told` is the message that
/// tells of it.
async fn record(
    tx: &mut Tx,
    registration: &Registration,
    to: RegistrationState,
    told: (Notice, i64),
    by: &Decider<'_>,
) -> Result<()> {
    let action = match to {
        RegistrationState::Confirmed => "approved",
        RegistrationState::Waitlisted => "waitlisted",
        RegistrationState::Cancelled => "withdrawn",
        _ => "declined",
    };
    let changes = json!({ "from": registration.state });
    audit::record(tx, by.actor, action, registration.id.uuid(), changes).await?;
    match by.batch {
        Some(batch) => store::insert(tx, registration, to, told, (by.actor, batch)).await,
        None => store::settle(tx, registration.id).await,
    }
}

fn changed_though_held() -> Error {
    Error::Corrupt("a registration or its place changed while its event was held".to_owned())
}
