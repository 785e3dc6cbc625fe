use std::future::poll_fn;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, ready};
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use crate::web::limits::Limits;

/// The slowest client that is waited for, in octets a second.
const SLOWEST: u32 = 4096;

/// How long a connection's client is waited for. hyper's own timer cannot tell a client that is
/// slow to send a request from one that sends none. Clones belong to the same connection.
#[derive(Debug, Clone)]
pub(super) struct Patience {
    phase: Arc<Mutex<Phase>>,
    head: Duration,
    keep_alive: Duration,
}

#[derive(Debug, Clone, Copy)]
enum Phase {
    /// The head of a request has begun, or is owed since the connection was made.
    Head { until: Instant },
    /// A request is being answered: whoever answers it has limits of its own.
    Busy,
    /// Everything has been answered; the client may still be taking the answer.
    Quiet { until: Instant },
}

impl Patience {
    /// Begins with the connection.
    pub(super) fn new(limits: &Limits) -> Self {
        let until = Instant::now() + limits.head;
        Self {
            phase: Arc::new(Mutex::new(Phase::Head { until })),
            head: limits.head,
            keep_alive: limits.keep_alive,
        }
    }

    /// Returns when the client has been waited for long enough.
    ///
    /// Nothing wakes it when the phase changes, which happens several times in each request: it has to be
    /// polled after the connection, by the same task.
    pub(super) async fn end(&self) {
        let mut timer = pin!(sleep_until(Instant::now() + self.head));
        poll_fn(|context| {
            loop {
                let (Phase::Head { until } | Phase::Quiet { until }) = *self.phase() else {
                    return Poll::Pending;
                };
                // A timer that is due too soon is set anew once it is over: mostly it never is.
                if until < timer.deadline() {
                    timer.as_mut().reset(until);
                }
                ready!(timer.as_mut().poll(context));
                if until <= timer.deadline() {
                    return Poll::Ready(());
                }
                timer.as_mut().reset(until);
            }
        })
        .await;
    }

    /// The client has sent something.
    pub(super) fn received(&self) {
        let mut phase = self.phase();
        if matches!(*phase, Phase::Quiet { .. }) {
            let until = Instant::now() + self.head;
            *phase = Phase::Head { until };
        }
    }

    /// The client has taken `octets` of an answer.
    pub(super) fn sent(&self, octets: usize) {
        let octets = u32::try_from(octets).unwrap_or(u32::MAX);
        if let Phase::Quiet { until } = &mut *self.phase() {
            *until += Duration::from_secs(1) * octets / SLOWEST;
        }
    }

    /// The head of a request is complete.
    pub(super) fn asked(&self) {
        *self.phase() = Phase::Busy;
    }

    /// The answer is ready.
    pub(super) fn answered(&self) {
        let until = Instant::now() + self.keep_alive;
        *self.phase() = Phase::Quiet { until };
    }

    fn phase(&self) -> MutexGuard<'_, Phase> {
        self.phase.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
