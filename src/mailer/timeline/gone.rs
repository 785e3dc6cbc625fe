//! What has become of the mails of an event, in numbers.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::store;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::event::announcement::{Announced, AnnouncementKind};
use crate::mailer::plan::What;
use crate::outbox::MessageState;

/// Mails of one kind that were made owed, to many at one occasion or to persons one by one.
#[derive(Debug, Clone, PartialEq)]
pub struct Gone {
    /// The kind.
    pub kind: String,
    /// The announcement that they tell.
    pub announced: Option<Id<Announced>>,
    /// When they were to leave, where that was one moment for all of them.
    pub at: Option<Instant>,
    /// How many are in which state.
    pub states: BTreeMap<MessageState, i64>,
}

impl Gone {
    /// How many there are.
    pub fn total(&self) -> i64 {
        self.states.values().sum()
    }

    /// How many are in `state`.
    pub fn count(&self, state: MessageState) -> i64 {
        self.states.get(&state).copied().unwrap_or_default()
    }

    /// Whether they went to many at one occasion.
    pub fn is_to_many(&self) -> bool {
        self.announced.is_some() || is_occasional(&self.kind) || self.kind == What::Link.as_str()
    }
}

/// What tells mails from others: their kind, the announcement, and which of several of a kind.
type Occasion = (String, Option<Uuid>, Option<i64>);

/// The mails of `event` that were made owed: those to many by their occasions, the earliest first, and
/// all others by their kinds.
pub async fn gone(tx: &mut Tx, event: &Event) -> Result<Vec<Gone>> {
    let mut gone: BTreeMap<Occasion, Gone> = BTreeMap::new();
    for row in store::census(tx, event.id).await? {
        let is_announced = row.kind.parse::<AnnouncementKind>().is_ok();
        let said = is_announced.then_some(row.session);
        let occasion = is_occasional(&row.kind).then_some(row.revision);
        let key = (row.kind.clone(), said, occasion);
        let one = gone.entry(key).or_insert_with(|| Gone {
            kind: row.kind,
            announced: said.map(Id::from_uuid),
            at: None,
            states: BTreeMap::new(),
        });
        *one.states.entry(row.state).or_default() += row.messages;
    }
    for ((kind, said, occasion), one) in &mut gone {
        if said.is_some() || occasion.is_some() {
            one.at = store::first_due(tx, event.id, kind, *said, *occasion).await?;
        }
    }
    let mut gone: Vec<Gone> = gone.into_values().collect();
    gone.sort_by_key(|one| one.at);
    Ok(gone)
}

/// Whether messages of a kind go to many at an occasion that their revision names.
fn is_occasional(kind: &str) -> bool {
    let what: Option<What> = kind.parse().ok();
    what.is_some_and(|what| what != What::Link)
}
