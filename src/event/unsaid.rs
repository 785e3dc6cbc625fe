//! What attendees rely on that no mail of the service tells by itself (F-15).

use super::Details;

/// Something attendees rely on that no mail of the service tells by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsaid {
    /// What is spoken and interpreted.
    Languages,
    /// What may be told of it, and whether it is recorded (F-15).
    Rules,
}

impl Unsaid {
    /// How the catalogue's keys name it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Languages => "languages",
            Self::Rules => "rules",
        }
    }
}

/// What differs that people rely on and no mail of the service tells by itself.
pub fn unsaid(before: &Details, after: &Details) -> Vec<Unsaid> {
    let rules = |d: &Details| {
        (
            d.rules(),
            d.recording.unwrap_or(false),
            d.photography.unwrap_or(false),
        )
    };
    let languages =
        before.languages != after.languages || before.interpretation != after.interpretation;
    let judged = [
        (Unsaid::Languages, languages),
        (Unsaid::Rules, rules(before) != rules(after)),
    ];
    judged
        .into_iter()
        .filter_map(|(what, is_other)| is_other.then_some(what))
        .collect()
}
