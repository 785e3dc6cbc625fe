//! What several messages are about, read at once, and whether it still holds when one of them is
//! about to leave (OUT-9).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant as Moment;

use super::{Composed, Composer, owed, too_late};
use crate::base::clock::Instant;
use crate::base::db::{self, Tx};
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::event::{self, Event};
use crate::outbox::Message;
use crate::registration::{self, Notice, Registration};

/// How long an event is taken as it was read while its revision stays the same: what it shows of
/// people may change without it.
pub(super) const EVENT_KEPT: Duration = Duration::from_secs(1);

/// What several messages to attendees are about.
#[derive(Debug)]
pub struct Facts {
    now: Instant,
    registrations: HashMap<Id<Registration>, Arc<Registration>>,
    events: HashMap<Id<Event>, Arc<Event>>,
}

/// What a letter was composed of, by which it is known whether it still says the truth.
#[derive(Debug, Clone, PartialEq)]
pub struct Basis {
    registration: Arc<Registration>,
    event_revision: i64,
}

/// Events as they were read last.
#[derive(Debug, Default)]
pub(super) struct EventShelf(Mutex<HashMap<Id<Event>, Kept>>);

#[derive(Debug)]
struct Kept {
    read_at: Moment,
    event: Arc<Event>,
}

impl Composer {
    /// Reads what `messages` are about, in a statement for all registrations and a few for each
    /// event.
    ///
    /// # Errors
    /// Where the database fails, or what one of them is about cannot be read.
    pub async fn facts(&self, tx: &mut Tx, messages: &[Message]) -> db::Result<Facts> {
        let recipients: Vec<_> = messages
            .iter()
            .map(|message| Id::from_uuid(message.recipient))
            .collect();
        let mut registrations = HashMap::new();
        let mut events = HashMap::new();
        for (registration, revision) in registration::load_all(tx, &recipients).await? {
            if !events.contains_key(&registration.event) {
                let id = registration.event;
                let event = self.shelf.event(tx, &self.key, id, revision).await?;
                events.extend(event.map(|event| (id, event)));
            }
            registrations.insert(registration.id, Arc::new(registration));
        }
        Ok(Facts {
            now: tx.now(),
            registrations,
            events,
        })
    }

    /// The letter of `message` by `facts`, and what it was composed of; `None` where it takes more
    /// than these, so that it has to be [composed](Self::compose) by itself.
    pub fn compose_of(&self, facts: &Facts, message: &Message) -> Option<(Composed, Basis)> {
        let notice: Notice = message.kind.parse().ok()?;
        let registration = facts.registrations.get(&Id::from_uuid(message.recipient))?;
        let event = facts.events.get(&registration.event)?;
        if event.id.uuid() != message.subject {
            return None;
        }
        let basis = Basis {
            registration: Arc::clone(registration),
            event_revision: event.revision,
        };
        let link = owed::may_hold_link(message, notice, event, registration, facts.now)?;
        let composed = too_late(message, facts.now).unwrap_or_else(|| {
            let registration = Registration::clone(registration);
            let known = (facts.now, link);
            self.to_attendee(message, notice, Arc::clone(event), registration, known)
        });
        Some((composed, basis))
    }

    /// Whether each of `bases` is still so, in their order.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn still_hold(&self, tx: &mut Tx, bases: &[&Basis]) -> db::Result<Vec<bool>> {
        let ids: Vec<_> = bases.iter().map(|basis| basis.registration.id).collect();
        let now: HashMap<_, _> = registration::load_all(tx, &ids)
            .await?
            .into_iter()
            .map(|(registration, event_revision)| {
                let id = registration.id;
                let registration = Arc::new(registration);
                let basis = Basis {
                    registration,
                    event_revision,
                };
                (id, basis)
            })
            .collect();
        Ok(bases
            .iter()
            .map(|basis| now.get(&basis.registration.id) == Some(basis))
            .collect())
    }
}

impl EventShelf {
    /// The event `id`, which is at `revision` now.
    async fn event(
        &self,
        tx: &mut Tx,
        key: &InstanceKey,
        id: Id<Event>,
        revision: i64,
    ) -> db::Result<Option<Arc<Event>>> {
        if let Some(event) = self.kept(id, revision) {
            return Ok(Some(event));
        }
        let Some(event) = event::load(tx, key, id).await? else {
            return Ok(None);
        };
        let event = Arc::new(event);
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.retain(|_, kept| kept.is_fresh());
        let kept = Kept {
            read_at: Moment::now(),
            event: Arc::clone(&event),
        };
        shelf.insert(id, kept);
        Ok(Some(event))
    }

    fn kept(&self, id: Id<Event>, revision: i64) -> Option<Arc<Event>> {
        let shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = shelf.get(&id)?;
        let is_good = kept.event.revision == revision && kept.is_fresh();
        is_good.then(|| Arc::clone(&kept.event))
    }
}

impl Kept {
    fn is_fresh(&self) -> bool {
        self.read_at.elapsed() < EVENT_KEPT
    }
}
