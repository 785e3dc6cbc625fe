//! What a change means to those who hold what it touches (F-17).

use std::collections::{BTreeMap, BTreeSet};

use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Fact, Session, Unsaid, touched, unsaid};
use crate::mailer::plan::{self, What};
use crate::registration::{Headcount, headcount, told_of_change};

/// What a change would mean, as things are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Impact {
    /// What is touched that a mail tells.
    pub facts: BTreeSet<Fact>,
    /// What is touched that none does.
    pub unsaid: Vec<Unsaid>,
    /// How many a mail would tell.
    pub told: i64,
    /// The people of the event.
    pub people: Headcount,
    /// Mails whose moment is another then.
    pub moves: Vec<Move>,
}

/// A mail whose moment is another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// What it says.
    pub what: What,
    /// The session that it is about.
    pub session: Id<Session>,
    /// When it would have left.
    pub before: Option<Instant>,
    /// When it leaves then.
    pub after: Option<Instant>,
}

impl Impact {
    /// What saving `after` over `before` meant, which this unit of work has done: how many are told is
    /// counted in what it has written.
    pub async fn of(tx: &mut Tx, before: &Event, after: &Event) -> Result<Self> {
        let now = tx.now();
        let touched = touched(before, after).into_iter();
        let has_link_news = after.sessions().any(|of| after.is_released(of, now));
        Ok(Self {
            facts: touched.flat_map(|touched| touched.facts).collect(),
            unsaid: unsaid(&before.details, &after.details),
            told: told_of_change(tx, after, has_link_news).await?,
            people: headcount(tx, after.id).await?,
            moves: moves(before, after, now),
        })
    }

    /// Whether somebody has to say what is sent: people hold what is touched.
    pub fn needs_answer(&self) -> bool {
        self.told > 0 || (!self.unsaid.is_empty() && self.people.concerned() > 0)
    }

    /// Whether it may be kept quiet: never that other rules hold in the room (F-15).
    pub fn may_be_quiet(&self) -> bool {
        !self.unsaid.contains(&Unsaid::Rules)
    }
}

/// The mails to attendees whose moment differs, those that are still to come, in their new order.
fn moves(before: &Event, after: &Event, now: Instant) -> Vec<Move> {
    let (mut old, new) = (moments(before, now), moments(after, now));
    let mut moves = Vec::new();
    for (key @ (what, session), moments) in new {
        let known = old.remove(&key).unwrap_or_default();
        let longest = moments.len().max(known.len());
        moves.extend((0..longest).map(|at| Move {
            what,
            session,
            before: known.get(at).copied(),
            after: moments.get(at).copied(),
        }));
    }
    moves.extend(old.into_iter().flat_map(|((what, session), moments)| {
        moments.into_iter().map(move |moment| Move {
            what,
            session,
            before: Some(moment),
            after: None,
        })
    }));
    moves.retain(|moved| moved.before != moved.after);
    moves.sort_by_key(|moved| moved.after.or(moved.before));
    moves
}

fn moments(event: &Event, now: Instant) -> BTreeMap<(What, Id<Session>), Vec<Instant>> {
    let mut moments: BTreeMap<_, Vec<Instant>> = BTreeMap::new();
    for message in plan::timeline(event) {
        let is_planned = matches!(message.what, What::Link | What::Reminder);
        if is_planned && now < message.until && now < message.from {
            let key = (message.what, message.session.id);
            moments
                .entry(key)
                .or_default()
                .push(message.leaves_at(event, now));
        }
    }
    moments
}
