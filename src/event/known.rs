//! Events as they were read last: what has not changed since need not be read again.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use chrono::TimeDelta;

use super::store::{self, Stamp};
use super::{Event, Slug};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::secret::InstanceKey;

/// How many events are kept at most.
const MOST: usize = 256;

/// The events that one process has read. Clones share them.
#[derive(Debug, Clone, Default)]
pub struct Known(Arc<RwLock<HashMap<Slug, Kept>>>);

#[derive(Debug, Clone)]
struct Kept {
    event: Arc<Event>,
    stamp: Stamp,
    at: Instant,
}

impl Known {
    /// The event at `slug`: read whole only where it is another than the one that is known.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn find(
        &self,
        tx: &mut Tx,
        key: &InstanceKey,
        slug: &Slug,
    ) -> Result<Option<Arc<Event>>> {
        let Some(stamp) = store::stamp(tx, slug).await? else {
            return Ok(None);
        };
        let known = self.get(slug).filter(|kept| kept.stamp == stamp);
        let event = match known {
            Some(kept) => kept.event,
            None => match store::find(tx, key, slug).await? {
                Some(event) => Arc::new(event),
                None => return Ok(None),
            },
        };
        // Not where it is measured how fast the rest is.
        #[cfg(all(feature = "testing", debug_assertions))]
        assert_eq!(
            store::find(tx, key, slug).await?.as_ref(),
            Some(&*event),
            "an event changed without its revision"
        );
        let at = tx.now();
        let kept = Kept {
            event: Arc::clone(&event),
            stamp,
            at,
        };
        self.keep(slug, kept);
        Ok(Some(event))
    }

    /// The event at `slug` as it was within `within` before `now`, where it was asked for then.
    pub fn lately(&self, slug: &Slug, now: Instant, within: TimeDelta) -> Option<Arc<Event>> {
        let kept = self.get(slug)?;
        (kept.at <= now && now < kept.at + within).then_some(kept.event)
    }

    fn get(&self, slug: &Slug) -> Option<Kept> {
        let events = self.0.read().unwrap_or_else(PoisonError::into_inner);
        events.get(slug).cloned()
    }

    fn keep(&self, slug: &Slug, kept: Kept) {
        let mut events = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if events.len() >= MOST {
            events.clear();
        }
        events.insert(slug.clone(), kept);
    }
}
