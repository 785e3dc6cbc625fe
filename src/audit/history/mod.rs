//! What was done to one thing.

mod store;

pub use store::of_object;

use serde_json::Value as Json;

use crate::base::clock::Instant;

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Past {
    /// When.
    pub at: Instant,
    /// Who did it: an organiser's identifier, or a word such as `attendee`.
    pub actor: String,
    /// What, a word.
    pub action: String,
    /// What was different, an object without any value of an attendee's.
    #[sqlx(json)]
    pub changes: Json,
}
