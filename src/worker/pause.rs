use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::TimeDelta;

use crate::base::clock::Instant;

/// Minutes to wait after the first, second, … refusal; the last one for all that follow.
const MINUTES: [i64; 5] = [1, 2, 5, 10, 20];

/// A rest of all mail, after a server has refused this sender.
#[derive(Debug, Default)]
pub(super) struct Pause(Mutex<Refusals>);

#[derive(Debug, Default)]
struct Refusals {
    count: usize,
    latest: Option<Instant>,
}

impl Pause {
    /// Begins a pause, longer than the one before; `None` where one lasts already.
    pub(super) fn begin(&self, now: Instant) -> Option<TimeDelta> {
        let mut refusals = self.lock();
        if refusals.last(now) {
            return None;
        }
        refusals.count += 1;
        refusals.latest = Some(now);
        Some(refusals.wait())
    }

    /// Ends it: the server has taken a message's sender.
    pub(super) fn end(&self) {
        *self.lock() = Refusals::default();
    }

    /// How many messages may be in hand at `now`: after a pause one finds out for all.
    pub(super) fn most_in_hand(&self, now: Instant, connections: usize) -> usize {
        let refusals = self.lock();
        match refusals.count {
            0 => connections,
            _ if refusals.last(now) => 0,
            _ => 1,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Refusals> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Refusals {
    fn wait(&self) -> TimeDelta {
        let rung = self.count.saturating_sub(1).min(MINUTES.len() - 1);
        TimeDelta::minutes(MINUTES[rung])
    }

    /// A clock that was set back does not make it longer.
    fn last(&self, now: Instant) -> bool {
        self.latest
            .is_some_and(|latest| latest <= now && now < latest + self.wait())
    }
}
