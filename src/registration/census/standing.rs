//! Who comes to which session, counted once for all the mails that are still to come.

use std::collections::BTreeMap;

use super::{ByLanguage, store};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::language::Language;
use crate::event::{Event, Mode, SessionOf};
use crate::registration::Reminding;
use crate::registration::notices::MOST_OBJECTS;

/// How many people come to which session, by what decides about their mails.
#[derive(Debug, Clone)]
pub struct Standing {
    people: BTreeMap<Kind, i64>,
    /// Whether a link was made owed to somebody: then it takes more to know who lacks one.
    has_links: bool,
    one_serves_all: bool,
}

/// How many of an event's sessions have a bit in [`Alike`]: as many as a number of the database has, but
/// for its sign.
pub(super) const PLACES_AS_BITS: i64 = 63;

/// People who come to the same sessions and are alike otherwise, as the database counts them.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Alike {
    /// A bit for each of their sessions that is among the first.
    first_places: i64,
    /// The places of their other sessions, in any order, with commas between them.
    further_places: Option<String>,
    language: Language,
    mode: Mode,
    /// Whether they want reminders.
    wants: bool,
    people: i64,
}

/// People who come to one session and are alike.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Kind {
    /// The place of the session.
    session: usize,
    /// That of the session before, by their starts, where they come to one.
    previous: Option<usize>,
    language: Language,
    is_online: bool,
    /// Whether they want reminders.
    wants: bool,
    /// Whether they come to more sessions than there are calendar objects for.
    is_many: bool,
}

impl Standing {
    /// As things are.
    pub async fn of(tx: &mut Tx, event: &Event) -> Result<Self> {
        let alike = store::standing(tx, event.id).await?;
        Ok(Self {
            people: by_session(event, alike),
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
        let is_first =
            |kind: &Kind| kind.previous.is_none() || !(self.one_serves_all && kind.is_many);
        Some(self.count(sessions, |kind| kind.is_online && is_first(kind)))
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
        let starts_early = |place: usize| starts_at(event, place).is_none_or(|start| start <= far);
        Some(self.count(sessions, |kind| {
            kind.wants
                && (!reminding.in_room_only || !kind.is_online)
                && kind.previous.is_none_or(starts_early)
        }))
    }

    fn count(&self, sessions: &[SessionOf<'_>], is_meant: impl Fn(&Kind) -> bool) -> ByLanguage {
        let mut counts: BTreeMap<&Language, i64> = BTreeMap::new();
        let is_of = |kind: &Kind| sessions.iter().any(|of| of.index == kind.session);
        for (kind, people) in &self.people {
            if is_of(kind) && is_meant(kind) {
                *counts.entry(&kind.language).or_default() += people;
            }
        }
        let counts = counts.into_iter();
        counts
            .map(|(language, people)| (language.clone(), people))
            .collect()
    }
}

impl Alike {
    fn places(&self) -> Vec<usize> {
        let first = (0..PLACES_AS_BITS).filter(|place| self.first_places & (1 << place) != 0);
        let first = first.filter_map(|place| usize::try_from(place).ok());
        let further = self
            .further_places
            .iter()
            .flat_map(|places| places.split(','));
        first
            .chain(further.filter_map(|place| place.parse().ok()))
            .collect()
    }
}

fn by_session(event: &Event, alike: Vec<Alike>) -> BTreeMap<Kind, i64> {
    let mut people = BTreeMap::new();
    for them in alike {
        let mut places = them.places();
        places.sort_by_key(|&place| (starts_at(event, place), place));
        let mut previous = None;
        for &session in &places {
            let kind = Kind {
                session,
                previous: previous.replace(session),
                language: them.language.clone(),
                is_online: them.mode == Mode::Online,
                wants: them.wants,
                is_many: places.len() > MOST_OBJECTS,
            };
            *people.entry(kind).or_default() += them.people;
        }
    }
    people
}

fn starts_at(event: &Event, place: usize) -> Option<Instant> {
    Some(event.schedule.sessions.get(place)?.starts_at)
}
