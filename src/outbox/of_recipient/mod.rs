//! What somebody was sent, and is owed.

mod store;

pub use store::to;

use super::MessageState;
use crate::base::clock::Instant;

/// A message in short.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Sent {
    /// The kind.
    pub kind: String,
    /// What has become of it.
    pub state: MessageState,
    /// When it goes.
    pub due_at: Instant,
    /// When it was settled, where it was.
    pub settled_at: Option<Instant>,
    /// What the mail server said last.
    pub last_reply: Option<String>,
}
