//! What mails told lately, so that it is put into words once for all who are told the same.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use tokio::time::Instant as Moment;

use super::facts::EVENT_KEPT;
use crate::base::id::Id;
use crate::base::language::Language;
use crate::event::{Event, Session};
use crate::view::Occasion;

/// Occasions of the revisions of events that were told of lately. None says anything of a recipient.
#[derive(Debug, Default)]
pub(super) struct Occasions(Mutex<HashMap<Told, (Moment, Occasion)>>);

#[derive(Debug, PartialEq, Eq, Hash)]
struct Told {
    event: Id<Event>,
    revision: i64,
    language: String,
    sessions: Vec<Id<Session>>,
}

impl Occasions {
    /// What was told last of `sessions` of `event` in `language`; told `anew` where that is long ago.
    pub(super) fn of(
        &self,
        event: &Event,
        language: &Language,
        sessions: &[Id<Session>],
        anew: impl FnOnce() -> Occasion,
    ) -> Occasion {
        let told = Told {
            event: event.id,
            revision: event.revision,
            language: language.to_string(),
            sessions: sessions.to_vec(),
        };
        let is_fresh = |at: &Moment| at.elapsed() < EVENT_KEPT;
        if let Some((at, occasion)) = self.lock().get(&told)
            && is_fresh(at)
        {
            return occasion.clone();
        }
        let occasion = anew();
        let mut lately = self.lock();
        lately.retain(|_, (at, _)| is_fresh(at));
        lately.insert(told, (Moment::now(), occasion.clone()));
        occasion
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<Told, (Moment, Occasion)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
