//! What somebody changes about their own registration: what they told, and how and to what they come, through
//! the admission that everybody goes through. Until registration closes (E-6).

mod admit;
mod details;
mod place;
mod store;

use serde_json::json;

use super::{
    Refusal, Registration, RegistrationState, Request, agreement, store as registrations, wish,
};
use crate::audit;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, EventState, Mode, Session};
use admit::{Admitted, admit};

/// Who does it.
const ATTENDEE: &str = "attendee";

/// What a wish to change something came to. Nothing was written but after [`Done`](Self::Done); the unit of
/// work may go on all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// It is as they want it.
    Done {
        /// Whether they stand in a line that they did not stand in before.
        waits: bool,
    },
    /// It was so before.
    AlreadySo,
    /// It is too late, or the event does not take place.
    Refused(Refusal),
    /// What they want is full. They keep what they have.
    Full {
        /// Whether they can keep it and stand in line for the rest.
        has_line: bool,
    },
    /// An organiser decides on each place: another one has to be asked for.
    AsksOrganiser,
    /// It was withdrawn or declined, or its address is yet to be confirmed.
    NotOpen,
    /// Somebody else took the last seat meanwhile: drop the unit of work and ask again.
    Overtaken,
}

/// How and to what somebody comes, or wants to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    mode: Mode,
    /// In the event's order.
    sessions: Vec<Id<Session>>,
}

impl Registration {
    /// Whether what was told in it can be changed in its state.
    pub fn can_be_changed(&self) -> bool {
        matches!(
            self.state,
            RegistrationState::Confirmed
                | RegistrationState::Pending
                | RegistrationState::Waitlisted
        )
    }

    /// Whether another place can be asked for: not while one is kept until it is answered for.
    pub fn can_be_moved(&self) -> bool {
        self.can_be_changed() && !self.is_offered()
    }
}

/// Has `registration` be what `request` says, but for its address, its code, and where it came from. With
/// [`Request::waitlist`] a place in line would do for what is full.
///
/// # Errors
/// Where the database fails.
pub async fn change(
    tx: &mut Tx,
    event: &Event,
    registration: Id<Registration>,
    request: &Request,
) -> Result<Changed> {
    registrations::hold(tx, event.id).await?;
    // Erased in another window, say.
    let Some(was) = registrations::load(tx, registration).await? else {
        return Ok(Changed::NotOpen);
    };
    if let Some(refusal) = closed(tx, event).await? {
        return Ok(Changed::Refused(refusal));
    }
    if !was.can_be_changed() {
        return Ok(Changed::NotOpen);
    }
    let wanted = wanted(event, &was, request);
    let waiting_for = wish::wished_sessions(tx, was.id).await?;
    let admitted = admit(tx, event, &was, (&wanted, &waiting_for), request.waitlist).await?;
    let (place, waits) = match admitted {
        Admitted::Stays => (None, false),
        Admitted::Comes { place, line } => (Some((place, line)), false),
        Admitted::Waits { place, line } => (Some((place, line)), true),
        Admitted::WaitsForMode(mode) => {
            wish::wish(tx, &was, mode).await?;
            (None, true)
        }
        Admitted::Full { has_line } => return Ok(Changed::Full { has_line }),
        Admitted::AsksOrganiser => return Ok(Changed::AsksOrganiser),
        Admitted::NotOffered => return Ok(Changed::Refused(Refusal::ModeNotOffered)),
    };
    let moved = match place {
        Some((place, line)) => match place::settle(tx, event, &was, &place, &line).await? {
            Some(moved) => moved,
            None => return Ok(Changed::Overtaken),
        },
        None => false,
    };
    if waits {
        audit::record(tx, ATTENDEE, "joined_line", was.id.uuid(), json!({})).await?;
    }
    let told = details::tell(tx, &was, request).await?;
    let agreed = agreement::agree(tx, was.id, &request.consents).await?;
    Ok(if moved || waits || told || agreed {
        Changed::Done { waits }
    } else {
        Changed::AlreadySo
    })
}

/// Why nothing can be changed any more, by the event as it is now that nobody else changes it.
async fn closed(tx: &mut Tx, event: &Event) -> Result<Option<Refusal>> {
    let now = tx.now();
    if event.state != EventState::Published {
        return Ok(Some(Refusal::Cancelled));
    }
    if event.is_over(now) {
        return Ok(Some(Refusal::Over));
    }
    let is_open = store::is_open(tx, event.id).await?;
    Ok((!is_open).then_some(Refusal::Closed))
}

/// What the request asks for; what somebody has where nothing else can be asked for now.
fn wanted(event: &Event, was: &Registration, request: &Request) -> Place {
    let chooses = event.details.terms.is_per_session() && was.can_be_moved();
    let is_chosen = |id: &Id<Session>, key| {
        if chooses {
            request.sessions.contains(&key)
        } else {
            was.sessions.contains(id)
        }
    };
    let sessions = event.sessions();
    let sessions = sessions
        .filter(|session| is_chosen(&session.id, event.details.session_key(session.index)))
        .map(|session| session.id);
    Place {
        mode: if was.can_be_moved() {
            request.mode
        } else {
            was.mode
        },
        sessions: sessions.collect(),
    }
}
