//! Who registered, in figures: groups, days, and what may be shown of them to others. Pure.

mod attendance;
mod bars;
mod calendar;
mod days;
mod discreet;
mod file;
#[cfg(test)]
mod tests;
mod words;

pub use attendance::Attendance;
pub(super) use bars::Bars;
pub use bars::chart;
pub use calendar::Calendar;
pub use days::{Course, over_time};
pub(super) use discreet::without_few;
pub use discreet::{FEW, discreet};
pub use file::csv;

use serde::{Deserialize, Serialize};

use crate::registration::figures::{Common, Counts, Group};

/// People in a figure who belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Who they are.
    pub who: Who,
    /// How many; `None` where so few that it is not told.
    pub people: Option<i64>,
}

/// Who belongs together in a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Who {
    /// Those who said this.
    Said(String),
    /// Those who said nothing.
    Silent,
    /// Everybody in a smaller group than those told apart.
    Others,
    /// Everybody in a group that is not told, since so few are in it.
    Few,
}

/// A figure: everybody, by what they have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// What that is.
    pub common: Common,
    /// The groups, the largest first.
    pub shares: Vec<Share>,
    /// Everybody.
    pub total: i64,
}

impl Figure {
    /// What `counts` says by `common`; `None` where that says nothing: nobody registered, or nobody was
    /// asked.
    pub fn of(counts: &Counts, common: Common) -> Option<Self> {
        let groups = counts.of(common);
        groups.iter().find(|group| group.what.is_some())?;
        let told: i64 = groups.iter().map(|group| group.people).sum();
        let total = match common {
            Common::State => counts.ever,
            Common::Attendance => told,
            _ => counts.live,
        };
        let others = Share {
            who: Who::Others,
            people: Some(total - told),
        };
        let shares = groups.iter().map(Share::of);
        Some(Self {
            common,
            shares: shares.chain((told < total).then_some(others)).collect(),
            total,
        })
    }
}

impl Share {
    fn of(group: &Group) -> Self {
        let who = group.what.clone().map_or(Who::Silent, Who::Said);
        Self {
            who,
            people: Some(group.people),
        }
    }
}
