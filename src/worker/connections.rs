use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The connections that a worker may have; clones are the same ones.
#[derive(Debug, Clone)]
pub(super) struct Connections {
    most: usize,
    free: Arc<Semaphore>,
}

impl Connections {
    pub(super) fn new(most: usize) -> Self {
        let free = Arc::new(Semaphore::new(most));
        Self { most, free }
    }

    /// Waits for a free one, which is taken until what this gives is dropped. Who came first goes
    /// first.
    pub(super) async fn take(&self) -> OwnedSemaphorePermit {
        let free = Arc::clone(&self.free).acquire_owned().await;
        free.expect("it is never closed")
    }

    /// How many are taken.
    pub(super) fn in_use(&self) -> usize {
        self.most - self.free.available_permits()
    }
}
