//! What the deliveries of one shift share: connections, and how far ahead mails are prepared.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, watch};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use super::Worker;
use super::connections::Connections;
use super::ledger::Ledger;

/// How many mails a connection has prepared for it, so that it need not wait for one: at the speed at
/// which that happens at all it sends them within half a second.
const AHEAD: usize = 8;

/// How soon a server takes a mail for whom others are prepared meanwhile. A slower one has time for
/// that, and what it cannot take yet may be another worker's.
const QUICK: Duration = Duration::from_millis(50);

/// How long a prepared mail waits for a connection at most, before it is anybody's again.
const LONGEST_AHEAD: Duration = Duration::from_secs(1);

/// What the deliveries of one shift share.
#[derive(Debug)]
pub(super) struct Dispatch {
    pub(super) worker: Worker,
    pub(super) ledger: Ledger,
    pub(super) stop: CancellationToken,
    connections: Connections,
    in_hand: watch::Sender<usize>,
    is_quick: AtomicBool,
    recall: Mutex<CancellationToken>,
}

/// A message in hand, until this is dropped.
#[derive(Debug)]
pub(super) struct InHand(Arc<Dispatch>);

impl Dispatch {
    pub(super) fn new(worker: Worker, stop: CancellationToken) -> Self {
        let connections = Connections::new(worker.connections);
        let ledger = Ledger::open(
            worker.db.clone(),
            Arc::clone(&worker.composer),
            worker.owner.clone(),
            connections.clone(),
        );
        Self {
            ledger,
            stop,
            connections,
            in_hand: watch::Sender::new(0),
            is_quick: AtomicBool::new(false),
            recall: Mutex::default(),
            worker,
        }
    }

    /// How many more messages may be in hand: one for each connection and, while a server is quick,
    /// some ahead; none before these are half used up, so that they are leased together.
    pub(super) fn room(&self) -> usize {
        let connections = self.worker.connections;
        let in_hand = *self.in_hand.borrow();
        if !self.is_quick() || self.worker.per_minute.is_some() {
            return connections.saturating_sub(in_hand);
        }
        let most = connections * (1 + AHEAD);
        let room = most.saturating_sub(in_hand);
        if room * 2 < most { 0 } else { room }
    }

    /// Whether the server took the last mail so soon that others are prepared ahead.
    pub(super) fn is_quick(&self) -> bool {
        self.is_quick.load(Ordering::Relaxed)
    }

    /// Tells how many messages are in hand, whenever that changes.
    pub(super) fn watch(&self) -> watch::Receiver<usize> {
        self.in_hand.subscribe()
    }

    /// Counts one message more in hand.
    pub(super) fn take(self: &Arc<Self>) -> InHand {
        self.in_hand.send_modify(|in_hand| *in_hand += 1);
        InHand(Arc::clone(self))
    }

    /// Waits for a free connection; gives why not where the mail should rather be put back.
    pub(super) async fn connection(
        &self,
        recall: &CancellationToken,
    ) -> Result<OwnedSemaphorePermit, &'static str> {
        tokio::select! {
            biased;
            () = self.stop.cancelled() => Err("the worker stopped before its turn"),
            () = recall.cancelled() => Err("a mail server refuses the login or the sender"),
            free = self.connections.take() => Ok(free),
            () = sleep(LONGEST_AHEAD) => {
                self.is_quick.store(false, Ordering::Relaxed);
                Err("no connection became free")
            }
        }
    }

    /// Notes how long a server took for a mail.
    pub(super) fn took(&self, time: Duration) {
        self.is_quick.store(time < QUICK, Ordering::Relaxed);
    }

    /// What ends when those are [called back](Self::call_back) that are leased now; never where each
    /// has a connection of its own.
    pub(super) fn recall(&self) -> CancellationToken {
        if self.is_quick() {
            self.lock().clone()
        } else {
            CancellationToken::new()
        }
    }

    /// Has everything put back that is in hand and waits for a connection.
    pub(super) fn call_back(&self) {
        self.is_quick.store(false, Ordering::Relaxed);
        std::mem::take(&mut *self.lock()).cancel();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, CancellationToken> {
        self.recall.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for InHand {
    fn drop(&mut self) {
        self.0.in_hand.send_modify(|in_hand| *in_hand -= 1);
    }
}
