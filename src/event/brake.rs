//! The brake before what concerns many (U-11).

use super::Event;

/// Above so many people concerned the event's short name is said, so that it is none that merely stood near.
pub const MANY: i64 = 50;

impl Event {
    /// Whether it is meant, where so many people are concerned and `said` is its short name, or should be.
    pub fn is_meant(&self, people: i64, said: &str) -> bool {
        people <= MANY || said == self.details.slug.as_str()
    }
}
