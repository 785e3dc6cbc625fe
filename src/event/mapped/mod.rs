//! Listed events by their addresses, for maps of the site that hold them all.

mod store;

pub use store::mapped;

use super::{Details, Slug};
use crate::base::clock::Instant;

/// A listed event, by what its address takes.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Mapped {
    /// Its name in addresses.
    pub slug: Slug,
    /// What its organiser stated, without sessions, hosts and meetings.
    #[sqlx(json)]
    pub details: Details,
    /// When it was changed last.
    pub updated_at: Instant,
}
