use chrono::TimeDelta;

use super::store;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};

/// How well mail leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Health {
    /// How many messages should have left.
    pub due: i64,
    /// For how long the one has been due that waits longest; nothing where none waits.
    pub waiting: TimeDelta,
    /// When a mail server last took one.
    pub last_sent: Option<Instant>,
}

/// How well mail leaves at this moment.
pub async fn health(tx: &mut Tx) -> Result<Health> {
    let now = tx.now();
    let (due, oldest) = store::overdue(tx).await?;
    Ok(Health {
        due,
        waiting: oldest.map_or_else(TimeDelta::zero, |due_at| now - due_at),
        last_sent: store::last_sent(tx).await?,
    })
}
