//! Places: counted in the rows of the event and its sessions, taken and given back there.

mod store;

pub use store::seats;

use super::admission::{CodeStanding, Refusal, Situation, barred};
use super::{Registration, store as registrations};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Capacity, Event, Format, Mode, Session};

/// How many places are taken, and how many people wait for one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seats {
    /// In the event.
    pub event: Taken,
    /// In each session, in the event's order.
    pub sessions: Vec<(Id<Session>, Taken)>,
}

/// Places taken and people in the list, by mode.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Taken {
    /// Places online.
    #[sqlx(rename = "online_taken")]
    pub online: i64,
    /// Places in the room.
    #[sqlx(rename = "in_person_taken")]
    pub in_person: i64,
    /// Who waits for a place online.
    pub online_waiting: i64,
    /// Who waits for a place in the room.
    pub in_person_waiting: i64,
}

/// How many come, by mode.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Party {
    online: i64,
    in_person: i64,
}

/// Which places somebody may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Claim {
    /// Those beyond the ones that others wait for.
    AfterTheList,
    /// Any that is free.
    AnyFree,
    /// One more than there are, where an organiser says so.
    Beyond,
}

impl Claim {
    /// Whether those who wait come first, as statements count.
    const fn others_first(self) -> i64 {
        matches!(self, Self::AfterTheList) as i64
    }

    const fn is_beyond(self) -> bool {
        matches!(self, Self::Beyond)
    }
}

impl Party {
    fn one(mode: Mode) -> Self {
        let mut party = Self::default();
        party.add(mode);
        party
    }

    fn of<'r>(registrations: impl IntoIterator<Item = &'r Registration>) -> Self {
        let mut party = Self::default();
        for registration in registrations {
            party.add(registration.mode);
        }
        party
    }

    fn add(&mut self, mode: Mode) {
        match mode {
            Mode::Online => self.online += 1,
            Mode::InPerson => self.in_person += 1,
        }
    }

    fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl Taken {
    const fn of(self, mode: Mode) -> i64 {
        match mode {
            Mode::Online => self.online,
            Mode::InPerson => self.in_person,
        }
    }

    const fn waiting(self, mode: Mode) -> i64 {
        match mode {
            Mode::Online => self.online_waiting,
            Mode::InPerson => self.in_person_waiting,
        }
    }

    fn free(self, capacity: Capacity, mode: Mode) -> Option<i64> {
        capacity
            .of(mode)
            .map(|places| i64::from(places) - self.of(mode))
    }
}

impl Seats {
    /// Places for newcomers in `mode`, in the event and in each of `sessions`; `None` is unlimited.
    /// Whoever waits in the list comes before them (F-12).
    pub fn free(&self, event: &Event, mode: Mode, sessions: &[Id<Session>]) -> Vec<Option<i64>> {
        self.count(event, sessions, |taken, capacity| {
            let free = taken.free(capacity, mode)?;
            Some(free - taken.waiting(mode))
        })
    }

    /// The same, whoever waits for them.
    pub(super) fn unoccupied(
        &self,
        event: &Event,
        mode: Mode,
        sessions: &[Id<Session>],
    ) -> Vec<Option<i64>> {
        self.count(event, sessions, |taken, capacity| {
            taken.free(capacity, mode)
        })
    }

    fn count(
        &self,
        event: &Event,
        sessions: &[Id<Session>],
        free: impl Fn(Taken, Capacity) -> Option<i64>,
    ) -> Vec<Option<i64>> {
        let whole = free(self.event, event.details.terms.capacity());
        let chosen = event
            .sessions()
            .filter(|session| sessions.contains(&session.id))
            .map(|session| {
                let capacity = session.session.capacity.unwrap_or_default();
                free(self.of(session.id), capacity)
            });
        std::iter::once(whole).chain(chosen).collect()
    }

    /// Counts a place that is about to be taken in the event and in these of its sessions.
    pub(super) fn reserve(&mut self, mode: Mode, sessions: &[Id<Session>]) {
        let mut of_session: Vec<&mut Taken> = self
            .sessions
            .iter_mut()
            .filter(|(id, _)| sessions.contains(id))
            .map(|(_, taken)| taken)
            .collect();
        of_session.push(&mut self.event);
        for taken in of_session {
            match mode {
                Mode::Online => taken.online += 1,
                Mode::InPerson => taken.in_person += 1,
            }
        }
    }

    /// Places for newcomers to these sessions who have one in the event already.
    pub(super) fn free_in(
        &self,
        event: &Event,
        mode: Mode,
        sessions: &[Id<Session>],
    ) -> Vec<(Id<Session>, Option<i64>)> {
        // The event's own places come first.
        let free = self.free(event, mode, sessions).into_iter().skip(1);
        let chosen = event.sessions().map(|session| session.id);
        let chosen = chosen.filter(|id| sessions.contains(id));
        chosen.zip(free).collect()
    }

    /// Whether anybody is in a list.
    pub(super) fn has_list(&self) -> bool {
        let has = |taken: &Taken| taken.online_waiting + taken.in_person_waiting > 0;
        has(&self.event) || self.sessions.iter().any(|(_, taken)| has(taken))
    }

    fn of(&self, session: Id<Session>) -> Taken {
        let found = self.sessions.iter().find(|(id, _)| *id == session);
        found.map_or(Taken::default(), |(_, taken)| *taken)
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
        is_link_used_up: false,
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

/// Takes a newcomer's seat for each of `registrations` in `event` and in their sessions, by statements
/// that repeat capacity and cut-off, and leave those to whom it belongs that wait. `false`: there
/// are not so many; the unit of work has to be dropped. The event comes first: that is the order in which
/// everybody locks.
pub(super) async fn take(
    tx: &mut Tx,
    event: &Event,
    registrations: &[&Registration],
) -> Result<bool> {
    let owed_at = event.next_release(tx.now());
    let seats = Party::of(registrations.iter().copied());
    if !store::take_event_seats(tx, event.id, seats, owed_at).await? {
        return Ok(false);
    }
    for session in &event.session_ids {
        let come = registrations.iter().copied();
        let seats = Party::of(come.filter(|of| of.sessions.contains(session)));
        let claim = Claim::AfterTheList;
        if !seats.is_empty() && !store::take_session_seats(tx, *session, seats, claim).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The same for somebody chosen by an organiser or next in the list, after closing too.
pub(super) async fn grant(tx: &mut Tx, registration: &Registration, claim: Claim) -> Result<bool> {
    let (event, mode) = (registration.event, registration.mode);
    if !store::grant_event_seat(tx, event, mode, claim).await? {
        return Ok(false);
    }
    take_in_sessions(tx, mode, &registration.sessions, claim).await
}

/// Takes a seat in each of `sessions` for somebody who has one in the event.
pub(super) async fn take_in_sessions(
    tx: &mut Tx,
    mode: Mode,
    sessions: &[Id<Session>],
    claim: Claim,
) -> Result<bool> {
    for session in sessions {
        if !store::take_session_seats(tx, *session, Party::one(mode), claim).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Gives the seat of `registration` back; whoever waits for it gets it when the plan is looked at.
pub(super) async fn give_back(tx: &mut Tx, registration: &Registration) -> Result<()> {
    store::give_back_event_seat(tx, registration.event, registration.mode).await?;
    for session in &registration.sessions {
        store::give_back_session_seat(tx, *session, registration.mode).await?;
    }
    Ok(())
}

/// Gives its seats in these of its sessions back, and no other; whoever waits for one gets it when the plan
/// is looked at, which is at once.
pub(super) async fn give_back_in_sessions(
    tx: &mut Tx,
    registration: &Registration,
    sessions: &[Id<Session>],
) -> Result<()> {
    for session in sessions {
        store::give_back_session_seat(tx, *session, registration.mode).await?;
    }
    let now = tx.now();
    registrations::wake_plan(tx, registration.event, Some(now)).await
}

/// Counts `registration` among those who wait.
pub(super) async fn join_list(tx: &mut Tx, registration: &Registration) -> Result<()> {
    count_in_list(tx, registration, registration.mode, 1).await
}

/// Counts it no longer.
pub(super) async fn leave_list(tx: &mut Tx, registration: &Registration) -> Result<()> {
    count_in_list(tx, registration, registration.mode, -1).await
}

/// Counts `registration` among those who wait for a place in `mode`, whatever it has.
pub(super) async fn join_line(tx: &mut Tx, registration: &Registration, mode: Mode) -> Result<()> {
    count_in_list(tx, registration, mode, 1).await
}

/// Counts it no longer.
pub(super) async fn leave_line(tx: &mut Tx, registration: &Registration, mode: Mode) -> Result<()> {
    count_in_list(tx, registration, mode, -1).await
}

/// Counts `registration`, which comes to others, among those who wait for `session`.
pub(super) async fn join_session_line(
    tx: &mut Tx,
    registration: &Registration,
    session: Id<Session>,
) -> Result<()> {
    count_for_session(tx, registration, session, 1).await
}

/// Counts it no longer.
pub(super) async fn leave_session_line(
    tx: &mut Tx,
    registration: &Registration,
    session: Id<Session>,
) -> Result<()> {
    count_for_session(tx, registration, session, -1).await
}

async fn count_for_session(
    tx: &mut Tx,
    registration: &Registration,
    session: Id<Session>,
    by: i64,
) -> Result<()> {
    store::count_waiting_for_session(tx, session, registration.mode, by).await?;
    let now = tx.now();
    registrations::wake_plan(tx, registration.event, Some(now)).await
}

async fn count_in_list(
    tx: &mut Tx,
    registration: &Registration,
    mode: Mode,
    by: i64,
) -> Result<()> {
    store::count_waiting(tx, registration.event, mode, by).await?;
    for session in &registration.sessions {
        store::count_waiting_for_session(tx, *session, mode, by).await?;
    }
    Ok(())
}
