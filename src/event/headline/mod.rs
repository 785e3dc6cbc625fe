//! What an event is called, for lists that hold many.

mod store;

pub use store::headline;

use super::{Details, Slug};

/// An event by its name; in the trash or not.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Headline {
    /// Its name in addresses.
    pub slug: Slug,
    /// What its organiser stated, without sessions, hosts and meetings.
    #[sqlx(json)]
    pub details: Details,
    /// Whether it is in the trash.
    pub is_trashed: bool,
}
