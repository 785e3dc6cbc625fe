//! How many registered, counted by the database: in all, by what they have in common, and over time.

mod store;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Session};
use crate::registration::RegistrationState;
use crate::words;

/// So many groups of one kind are told apart, the largest; the others are counted together.
const MOST_GROUPS: i64 = 12;

words! {
    /// What people who registered can have in common.
    pub enum Common {
        /// What has become of their registration. Of all who ever registered; everything else is of
        /// those who did not withdraw and were not declined.
        State = "states",
        /// Whether they came: of those who have a place, once somebody was checked in.
        Attendance = "attendance",
        /// The language of their mails.
        Language = "languages",
        /// How they attend.
        Mode = "modes",
        /// Where they are, as they wrote it.
        Country = "countries",
        /// Where they work, as they wrote it.
        Organisation = "organisations",
        /// The link they followed.
        Source = "sources",
    }
}

/// People who have something in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they said; `None` for those who said nothing.
    pub what: Option<String>,
    /// How many they are.
    pub people: i64,
}

/// How many registered for an event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// All who ever registered.
    pub ever: i64,
    /// Those of them who did not withdraw and were not declined.
    pub live: i64,
    /// The largest groups of each kind, the largest first.
    pub groups: BTreeMap<Common, Vec<Group>>,
    /// When the first and the last of the live ones registered.
    pub span: Option<(Instant, Instant)>,
}

impl Counts {
    /// Sets those who did not come beside those who did, where anybody did.
    fn compare_attendance(&mut self) {
        let confirmed = RegistrationState::Confirmed.as_str();
        let in_place = self.of(Common::State).iter();
        let in_place: i64 = in_place
            .filter(|group| group.what.as_deref() == Some(confirmed))
            .map(|group| group.people)
            .sum();
        let came = self.of(Common::Attendance).iter().map(|group| group.people);
        let came: i64 = came.sum();
        if came == 0 {
            self.groups.remove(&Common::Attendance);
        } else if let Some(groups) = self.groups.get_mut(&Common::Attendance) {
            groups.push(Group {
                what: Some("absent".to_owned()),
                people: in_place - came,
            });
        }
    }

    /// The largest groups that have `common` in common.
    pub fn of(&self, common: Common) -> &[Group] {
        self.groups.get(&common).map_or(&[], Vec::as_slice)
    }
}

/// How many of those who have a place in a session were checked in there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Attended {
    /// The session.
    #[sqlx(rename = "session_id")]
    pub session: Id<Session>,
    /// Who has a place.
    pub confirmed: i64,
    /// Who of them came.
    pub came: i64,
}

/// Who came to which session of `event`, in the sessions' order.
pub async fn attended(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Attended>> {
    store::attended(tx, event).await
}

/// Counts the registrations for `event`.
pub async fn counts(tx: &mut Tx, event: Id<Event>) -> Result<Counts> {
    let mut counts = Counts {
        span: store::span(tx, event).await?,
        ..Counts::default()
    };
    for row in store::groups(tx, event, MOST_GROUPS).await? {
        let group = Group {
            what: row.what.filter(|what| !what.is_empty()),
            people: row.people,
        };
        match row.common.parse() {
            Ok(common) => counts.groups.entry(common).or_default().push(group),
            Err(_) if row.common == "live" => counts.live = row.people,
            Err(_) => counts.ever = row.people,
        }
    }
    counts.compare_attendance();
    Ok(counts)
}

/// How many of the live ones registered from each of `bounds` on until before the next.
pub async fn between(tx: &mut Tx, event: Id<Event>, bounds: &[Instant]) -> Result<Vec<i64>> {
    store::between(tx, event, bounds).await
}
