//! Whether somebody may have the place that they want in place of theirs.

use super::Place;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Mode, Session};
use crate::registration::seats::{self, Seats};
use crate::registration::{Registration, RegistrationState};

/// What a wish for another place comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Admitted {
    /// It is the place that they have.
    Stays,
    /// They come there, and wait for the sessions in `line` as before.
    Comes { place: Place, line: Line },
    /// They come there, and wait for more sessions than before.
    Waits { place: Place, line: Line },
    /// They stay where they are, and wait for a place in this mode.
    WaitsForMode(Mode),
    /// It is full.
    Full {
        /// Whether they can keep what they have and wait for the rest.
        has_line: bool,
    },
    /// An organiser decides on each place.
    AsksOrganiser,
    /// The event cannot be attended so.
    NotOffered,
}

/// Sessions that somebody with a place waits for.
pub(super) type Line = Vec<Id<Session>>;

/// Decides on `wanted`; among its sessions may be those that they wait for now. `joins` says whether a place
/// in line would do.
pub(super) async fn admit(
    tx: &mut Tx,
    event: &Event,
    was: &Registration,
    (wanted, waiting_for): (&Place, &Line),
    joins: bool,
) -> Result<Admitted> {
    let moves = wanted.mode != was.mode;
    if moves && !seats::offered(event.details.format).contains(&wanted.mode) {
        return Ok(Admitted::NotOffered);
    }
    if was.state != RegistrationState::Confirmed {
        // Who has no place yet asks for another; whether there is one is decided when it is their turn.
        return Ok(if moves || wanted.sessions != was.sessions {
            Admitted::Comes {
                place: wanted.clone(),
                line: Line::new(),
            }
        } else {
            Admitted::Stays
        });
    }
    let asking = Asking {
        event,
        was,
        wanted,
        waiting_for,
        seats: seats::seats(tx, event.id).await?,
    };
    Ok(asking.admit(joins))
}

/// Somebody with a place who wants another.
struct Asking<'a> {
    event: &'a Event,
    was: &'a Registration,
    wanted: &'a Place,
    waiting_for: &'a Line,
    seats: Seats,
}

impl Asking<'_> {
    fn admit(&self, joins: bool) -> Admitted {
        let added = self.added();
        let moves = self.wanted.mode != self.was.mode;
        if self.event.details.terms.needs_approval() && (moves || !added.is_empty()) {
            return Admitted::AsksOrganiser;
        }
        if moves {
            return self.admit_elsewhere(joins);
        }
        let full = self.full(&added);
        let new: Line = full
            .iter()
            .filter(|id| !self.waiting_for.contains(id))
            .copied()
            .collect();
        let place = self.but_for(&full);
        let has_line = self.event.details.terms.has_waitlist() && !place.sessions.is_empty();
        let may_wait = new.is_empty() || (joins && has_line);
        if !may_wait || place.sessions.is_empty() {
            return Admitted::Full { has_line };
        }
        if place.sessions == self.was.sessions && full == *self.waiting_for {
            return Admitted::Stays;
        }
        if new.is_empty() {
            Admitted::Comes { place, line: full }
        } else {
            Admitted::Waits { place, line: full }
        }
    }

    /// The whole place in the other mode, or in line for it with the sessions that they have. Sessions that
    /// they wait for they may go on waiting for there.
    fn admit_elsewhere(&self, joins: bool) -> Admitted {
        let (event, mode) = (self.event, self.wanted.mode);
        let waited = |id: &Id<Session>| self.waiting_for.contains(id);
        let line: Line = self
            .full(&self.wanted.sessions)
            .into_iter()
            .filter(waited)
            .collect();
        let place = self.but_for(&line);
        let free = self.seats.free(event, mode, &place.sessions);
        if free.iter().flatten().all(|free| *free > 0) && !place.sessions.is_empty() {
            return Admitted::Comes { place, line };
        }
        let stays = self
            .wanted
            .sessions
            .iter()
            .filter(|id| !waited(id))
            .eq(&self.was.sessions);
        if stays && self.was.wished_mode == Some(mode) {
            return Admitted::Stays;
        }
        let has_line = stays && event.details.terms.has_waitlist();
        if has_line && joins {
            Admitted::WaitsForMode(mode)
        } else {
            Admitted::Full { has_line }
        }
    }

    fn added(&self) -> Line {
        let wanted = self.wanted.sessions.iter();
        let added = wanted.filter(|id| !self.was.sessions.contains(id));
        added.copied().collect()
    }

    /// Those of `sessions` in which there is no place for newcomers.
    fn full(&self, sessions: &[Id<Session>]) -> Line {
        let free = self.seats.free_in(self.event, self.wanted.mode, sessions);
        let full = free
            .into_iter()
            .filter(|(_, free)| free.is_some_and(|free| free <= 0));
        full.map(|(id, _)| id).collect()
    }

    fn but_for(&self, line: &Line) -> Place {
        let wanted = self.wanted.sessions.iter();
        Place {
            mode: self.wanted.mode,
            sessions: wanted.filter(|id| !line.contains(id)).copied().collect(),
        }
    }
}
