use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use crate::web::limits::Limits;

/// The slowest client that is waited for, in octets a second.
const SLOWEST: u32 = 4096;

/// How long a connection's client is waited for. hyper's own timer cannot tell a client that is
/// slow to send a request from one that sends none. Clones belong to the same connection.
#[derive(Debug, Clone)]
pub(super) struct Patience {
    phase: Arc<watch::Sender<Phase>>,
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
            phase: Arc::new(watch::Sender::new(Phase::Head { until })),
            head: limits.head,
            keep_alive: limits.keep_alive,
        }
    }

    /// Returns when the client has been waited for long enough.
    pub(super) async fn end(&self) {
        let mut phases = self.phase.subscribe();
        loop {
            let phase = *phases.borrow_and_update();
            let waited = async {
                match phase {
                    Phase::Head { until } | Phase::Quiet { until } => sleep_until(until).await,
                    Phase::Busy => std::future::pending().await,
                }
            };
            tokio::select! {
                () = waited => return,
                // It cannot fail: `self` holds the sender.
                _ = phases.changed() => {}
            }
        }
    }

    /// The client has sent something.
    pub(super) fn received(&self) {
        let until = Instant::now() + self.head;
        self.phase.send_if_modified(|phase| {
            let begins = matches!(phase, Phase::Quiet { .. });
            if begins {
                *phase = Phase::Head { until };
            }
            begins
        });
    }

    /// The client has taken `octets` of an answer.
    pub(super) fn sent(&self, octets: usize) {
        let octets = u32::try_from(octets).unwrap_or(u32::MAX);
        self.phase.send_if_modified(|phase| {
            let Phase::Quiet { until } = phase else {
                return false;
            };
            *until += Duration::from_secs(1) * octets / SLOWEST;
            true
        });
    }

    /// The head of a request is complete.
    pub(super) fn asked(&self) {
        self.phase.send_replace(Phase::Busy);
    }

    /// The answer is ready.
    pub(super) fn answered(&self) {
        let until = Instant::now() + self.keep_alive;
        self.phase.send_replace(Phase::Quiet { until });
    }
}
