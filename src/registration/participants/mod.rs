//! Those who take part, as moderators see them: names and what they were asked, no addresses (P-13).

mod store;

pub use store::participants;

use super::Answers;
use crate::base::text::SingleLine;

/// How many a page holds.
pub const PAGE: i64 = 50;

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq)]
pub struct Participant {
    /// The name to show.
    pub name: SingleLine,
    /// What they answered.
    pub answers: Answers,
}
