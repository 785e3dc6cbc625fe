//! Places: counted in the rows of the event and its sessions, taken and given back there.

use super::Registration;
use super::admission::{CodeStanding, Refusal, Situation, barred};
use super::store;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Capacity, Event, Format, Mode, Session};

/// How many places are taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seats {
    /// In the event.
    pub event: Taken,
    /// In each session, in the event's order.
    pub sessions: Vec<(Id<Session>, Taken)>,
}

/// Places taken, by mode.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    /// Online.
    pub online: i64,
    /// In the room.
    pub in_person: i64,
}

impl Taken {
    const fn of(self, mode: Mode) -> i64 {
        match mode {
            Mode::Online => self.online,
            Mode::InPerson => self.in_person,
        }
    }

    fn free(self, capacity: Capacity, mode: Mode) -> Option<i64> {
        capacity
            .of(mode)
            .map(|places| i64::from(places) - self.of(mode))
    }
}

impl Seats {
    /// Free places for `mode` in the event and in each of `sessions`; `None` is unlimited.
    pub fn free(&self, event: &Event, mode: Mode, sessions: &[Id<Session>]) -> Vec<Option<i64>> {
        let mut free = vec![self.event.free(event.details.terms.capacity(), mode)];
        for session in event
            .sessions()
            .filter(|session| sessions.contains(&session.id))
        {
            let capacity = session.session.capacity.unwrap_or_default();
            let taken = self.sessions.iter().find(|(id, _)| *id == session.id);
            free.push(
                taken
                    .map_or(Taken::default(), |(_, taken)| *taken)
                    .free(capacity, mode),
            );
        }
        free
    }
}

/// The modes in which `event` can be attended.
pub(super) const fn offered(format: Format) -> &'static [Mode] {
    match format {
        Format::Online => &[Mode::Online],
        Format::InPerson => &[Mode::InPerson],
        Format::Hybrid => &[Mode::Online, Mode::InPerson],
    }
}

/// Whether anybody could register for `event` at `now`, and if not, why: what its page shows. It is
/// full when no mode has a free place in the event, or no session has one.
pub fn standing(event: &Event, seats: &Seats, now: Instant) -> Option<Refusal> {
    let terms = &event.details.terms;
    let situation = Situation {
        now,
        state: event.state,
        opens_at: event.schedule.opens_at,
        closes_at: event.schedule.closes_at,
        ends_at: event.schedule.ends_at(),
        offers_mode: true,
        free: Vec::new(),
        has_waitlist: terms.has_waitlist(),
        needs_approval: terms.needs_approval(),
        confirms_address: terms.confirms_address(),
        code: CodeStanding::NotNeeded,
    };
    barred(&situation).or_else(|| {
        let has_free = |free: Vec<Option<i64>>| free.into_iter().flatten().all(|free| free > 0);
        let open = offered(event.details.format).iter().any(|mode| {
            let chosen: Vec<Id<Session>> = event.session_ids.clone();
            if terms.is_per_session() {
                chosen
                    .iter()
                    .any(|session| has_free(seats.free(event, *mode, &[*session])))
            } else {
                has_free(seats.free(event, *mode, &chosen))
            }
        });
        let has_waitlist = terms.has_waitlist();
        (!open && !terms.needs_approval()).then_some(Refusal::Full { has_waitlist })
    })
}

/// Takes a seat for `registration` in the event and in its sessions, each by a statement that
/// repeats capacity and cut-off. `false`: there is none; the unit of work has to be dropped. The
/// event comes first: that is the order in which everybody locks.
pub(super) async fn take(
    tx: &mut Tx,
    registration: &Registration,
    owed_at: Option<Instant>,
) -> Result<bool> {
    if !store::take_event_seat(tx, registration.event, registration.mode, owed_at).await? {
        return Ok(false);
    }
    for session in &registration.sessions {
        if !store::take_session_seat(tx, *session, registration.mode).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Gives the seat of `registration` back.
pub(super) async fn give_back(tx: &mut Tx, registration: &Registration) -> Result<()> {
    store::give_back_event_seat(tx, registration.event, registration.mode).await?;
    for session in &registration.sessions {
        store::give_back_session_seat(tx, *session, registration.mode).await?;
    }
    Ok(())
}
