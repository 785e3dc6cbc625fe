//! The only place that reads the time.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

/// A moment on the time line, in microseconds: what both engines can store.
pub type Instant = DateTime<Utc>;

/// Where the time comes from: the system, or a test that sets it.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The system's clock.
    System,
    /// A clock that stands still until it is moved; its clones move together.
    Fixed(FixedClock),
}

impl Clock {
    /// A clock that stands at `instant`.
    pub fn fixed(instant: Instant) -> Self {
        Self::Fixed(FixedClock::at(instant))
    }

    /// The present moment.
    pub fn now(&self) -> Instant {
        match self {
            #[expect(clippy::disallowed_methods, reason = "the one place that may")]
            Self::System => Utc::now().trunc_subsecs(6),
            Self::Fixed(clock) => clock.now(),
        }
    }

    /// Whether this clock overrides the database server's (TIME-2).
    pub fn is_fixed(&self) -> bool {
        matches!(self, Self::Fixed(_))
    }
}

/// The hands of a [`Clock::Fixed`].
#[derive(Clone, Debug)]
pub struct FixedClock(Arc<Mutex<Instant>>);

impl FixedClock {
    /// A clock that stands at `instant`.
    pub fn at(instant: Instant) -> Self {
        Self(Arc::new(Mutex::new(instant.trunc_subsecs(6))))
    }

    /// Moves the clock to `instant`, back or forth.
    pub fn set(&self, instant: Instant) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = instant.trunc_subsecs(6);
    }

    /// Moves the clock by `delta`.
    pub fn advance(&self, delta: TimeDelta) {
        self.set(self.now() + delta);
    }

    fn now(&self) -> Instant {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
