//! What attendees hold of an event, and telling them when that has changed (F-17).

mod store;

pub(in crate::event) use store::next_revision;

use std::collections::BTreeSet;

use serde_json::json;

use super::{Event, Session, SessionOf};
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::words;

words! {
    /// Something that attendees were told and rely on.
    pub enum Fact {
        /// When it takes place.
        Time = "time",
        /// Where the room is.
        Place = "place",
        /// Where it is joined online.
        Link = "link",
    }
}

/// The last change of a session that attendees are told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The event's revision by which it came.
    pub revision: i64,
    /// When it came.
    pub at: Instant,
    /// What it touched; never empty.
    pub facts: BTreeSet<Fact>,
}

/// A session of which something is different now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// Which session.
    pub session: Id<Session>,
    /// What; never empty.
    pub facts: BTreeSet<Fact>,
}

impl Told {
    /// Whether it touched `fact`.
    pub fn is_about(&self, fact: Fact) -> bool {
        self.facts.contains(&fact)
    }
}

/// What those who hold the state `before` have to know of the sessions that it shares with `after`.
/// Words are not among it: a typo concerns nobody.
pub fn touched(before: &Event, after: &Event) -> Vec<Touched> {
    let shared = before.sessions().filter_map(|old| {
        let new = after.sessions().find(|new| new.id == old.id)?;
        Some((old, new))
    });
    let touched = shared.map(|(old, new)| Touched {
        session: new.id,
        facts: different((before, old), (after, new)),
    });
    touched
        .filter(|touched| !touched.facts.is_empty())
        .collect()
}

/// Has everybody who holds the old facts told of those of `event`, which is the latest state. Who has
/// not been told of the change before is told of both at once. Sessions that `event` has not are
/// passed over.
pub async fn tell(tx: &mut Tx, event: &Event, touched: &[Touched], actor: &str) -> Result<()> {
    for Touched { session, facts } in touched {
        let Some(of) = event.sessions().find(|of| of.id == *session) else {
            continue;
        };
        let mut facts = facts.clone();
        if let Some(last) = of.told
            && store::is_being_told(tx, event.id, *session, last).await?
        {
            facts.extend(&last.facts);
        }
        store::set_told(tx, event, *session, &facts).await?;
        let told = json!({ "session": event.details.session_key(of.index), "facts": facts });
        audit::record(tx, actor, "change_told", event.id.uuid(), told).await?;
    }
    Ok(())
}

/// The same of an event whose facts have changed before, by a revision of its own; `false` where `event` is
/// not the latest state any more.
pub async fn tell_anew(
    tx: &mut Tx,
    event: &Event,
    touched: &[Touched],
    actor: &str,
) -> Result<bool> {
    let mut event = event.clone();
    if !next_revision(tx, &event).await? {
        return Ok(false);
    }
    event.revision += 1;
    tell(tx, &event, touched, actor).await?;
    Ok(true)
}

fn different(
    (before, old): (&Event, SessionOf<'_>),
    (after, new): (&Event, SessionOf<'_>),
) -> BTreeSet<Fact> {
    let is_moved = old.sitting != new.sitting || before.details.zone != after.details.zone;
    let is_elsewhere = before.details.format != after.details.format
        || before.details.venue != after.details.venue
        || old.session.place != new.session.place;
    // A link that is taken away is nothing to tell; the one that comes in its place is.
    let is_joined_elsewhere = after.way_to(new.session).is_some_and(|way| {
        let known = before.way_to(old.session);
        !known.is_some_and(|known| way.is_sent_as(known))
    });
    let judged = [
        (Fact::Time, is_moved),
        (Fact::Place, is_elsewhere),
        (Fact::Link, is_joined_elsewhere),
    ];
    judged
        .into_iter()
        .filter_map(|(fact, is_other)| is_other.then_some(fact))
        .collect()
}
