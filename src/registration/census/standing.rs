//! Who comes to which session, counted once for all the mails that are still to come.

use std::collections::BTreeMap;

use super::{ByLanguage, store};
use crate::base::db::{Result, Tx};
use crate::base::language::Language;
use crate::event::{Event, Mode, SessionOf};
use crate::registration::Reminding;

/// How many people come to which session, by what decides about their mails.
#[derive(Debug, Clone)]
pub struct Standing {
    rows: Vec<Row>,
    /// Whether a link was made owed to somebody: then it takes more to know who lacks one.
    has_links: bool,
    one_serves_all: bool,
}

/// People who are alike.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(super) struct Row {
    /// The place of a session that they come to.
    position: i64,
    /// That of the session before, by their starts, where they come to one.
    previous: Option<i64>,
    language: Language,
    mode: Mode,
    /// Whether they want reminders.
    wants: bool,
    /// Whether they come to more sessions than there are calendar objects for.
    is_many: bool,
    people: i64,
}

impl Standing {
    /// As things are.
    pub async fn of(tx: &mut Tx, event: &Event) -> Result<Self> {
        Ok(Self {
            rows: store::standing(tx, event.id).await?,
            has_links: store::has_links(tx, event.id).await?,
            one_serves_all: event.has_one_link(),
        })
    }

    /// What [`count_links`](super::count_links) counts, as long as no link was made owed to anybody and
    /// no session is over; else `None`.
    pub fn links(&self, sessions: &[SessionOf<'_>]) -> Option<ByLanguage> {
        if self.has_links {
            return None;
        }
        let is_first = |row: &Row| row.previous.is_none() || !(self.one_serves_all && row.is_many);
        Some(self.count(sessions, |row| row.mode == Mode::Online && is_first(row)))
    }

    /// What [`count_reminders`](super::count_reminders) counts of a reminder before which nobody has had
    /// another mail yet; `None` where it asks who was sent a link.
    pub fn reminders(
        &self,
        event: &Event,
        sessions: &[SessionOf<'_>],
        reminding: &Reminding,
    ) -> Option<ByLanguage> {
        if reminding.in_room_only && self.has_links {
            return None;
        }
        let far = reminding.starts_at - reminding.near;
        let start = |place: i64| {
            let place = usize::try_from(place).ok()?;
            Some(event.schedule.sessions.get(place)?.starts_at)
        };
        let is_rested = |row: &Row| {
            let previous = row.previous.and_then(start);
            previous.is_none_or(|previous| previous <= far)
        };
        Some(self.count(sessions, |row| {
            row.wants && (!reminding.in_room_only || row.mode == Mode::InPerson) && is_rested(row)
        }))
    }

    fn count(&self, sessions: &[SessionOf<'_>], is_meant: impl Fn(&Row) -> bool) -> ByLanguage {
        let mut counts: BTreeMap<&Language, i64> = BTreeMap::new();
        let is_of = |row: &&Row| {
            sessions
                .iter()
                .any(|of| i64::try_from(of.index) == Ok(row.position))
        };
        for row in self.rows.iter().filter(is_of).filter(|row| is_meant(row)) {
            *counts.entry(&row.language).or_default() += row.people;
        }
        let counts = counts.into_iter();
        counts
            .map(|(language, people)| (language.clone(), people))
            .collect()
    }
}
