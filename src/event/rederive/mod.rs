//! Following the time zone data: wall time is the truth, and what was derived from it is derived
//! again when governments have changed their clocks (TIME-1).

mod store;

use std::fmt;

use serde_json::json;

use super::{Event, Impossible, Schedule, Sitting, Slug, load};
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::base::zone;

/// An event whose instants are others under the zone data in use.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// Which event.
    pub slug: Slug,
    /// Its instants so far.
    pub before: Schedule,
    /// Its instants from now on; where its times have become impossible, why, and the old ones
    /// stay until somebody states others.
    pub after: std::result::Result<Schedule, Vec<Impossible>>,
}

/// Derives the instants of every event that is not over again, where they were derived from other
/// zone data than that in use; gives those that moved. What is past stays as it was.
pub async fn rederive(tx: &mut Tx, key: &InstanceKey) -> Result<Vec<Moved>> {
    let version = &zone::data().version;
    let mut moved = Vec::new();
    for id in store::derived_otherwise(tx, version).await? {
        moved.extend(follow(tx, key, id, version).await?);
    }
    Ok(moved)
}

/// Tries again with the latest state where somebody has changed the event in the meantime.
async fn follow(
    tx: &mut Tx,
    key: &InstanceKey,
    id: Id<Event>,
    version: &str,
) -> Result<Option<Moved>> {
    while let Some(event) = load(tx, key, id).await? {
        let after =
            Schedule::of(&event.details).map(|new| still_to_come(&event.schedule, new, tx.now()));
        if let Ok(after) = &after {
            if !store::set_schedule(tx, &event, after, version).await? {
                continue;
            }
            if *after == event.schedule {
                return Ok(None);
            }
            let told = json!({ "tzdb_version": version });
            audit::record(tx, "convoke", "event_moved", event.id.uuid(), told).await?;
        }
        return Ok(Some(Moved {
            slug: event.details.slug,
            before: event.schedule,
            after,
        }));
    }
    Ok(None)
}

/// `new`, but for what has happened by `now`.
fn still_to_come(old: &Schedule, new: Schedule, now: Instant) -> Schedule {
    let pick = |old: Instant, new: Instant| if old <= now { old } else { new };
    Schedule {
        opens_at: old
            .opens_at
            .zip(new.opens_at)
            .map(|(old, new)| pick(old, new)),
        closes_at: pick(old.closes_at, new.closes_at),
        sessions: old
            .sessions
            .iter()
            .zip(new.sessions)
            .map(|(old, new)| Sitting {
                starts_at: pick(old.starts_at, new.starts_at),
                ends_at: pick(old.ends_at, new.ends_at),
            })
            .collect(),
    }
}

impl fmt::Display for Moved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.after {
            Ok(after) => write!(
                f,
                "{}: starts at {} instead of {}, registration closes at {} instead of {}",
                self.slug,
                after.starts_at(),
                self.before.starts_at(),
                after.closes_at,
                self.before.closes_at
            ),
            Err(reasons) => {
                let reasons: Vec<String> = reasons.iter().map(ToString::to_string).collect();
                write!(f, "{}: {}", self.slug, reasons.join("; "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::base::testing::TestDb;
    use crate::event::tests::{Desk, ROUNDTABLE};
    use crate::on_both_engines;

    on_both_engines! {
        async fn time_01_a_change_in_the_meantime_is_not_written_over(test: TestDb) {
            let mut desk = Desk::of(&test).await;
            let stale = desk.publish(ROUNDTABLE).await;
            let later = ROUNDTABLE.replacen("2022-11-25T17:00:00", "2022-11-25T17:30:00", 1);
            let event = desk.publish(&later).await;
            let moved = store::set_schedule(&mut desk.tx, &stale, &stale.schedule, "other").await;
            assert!(!moved.unwrap());
            assert_eq!(desk.find(&event.details.slug).await, event);
        }

        async fn time_01_an_event_that_moved_was_changed_then(test: TestDb) {
            let mut desk = Desk::of(&test).await;
            let event = desk.publish(ROUNDTABLE).await;
            let Desk { mut tx, key, .. } = desk;
            tx.commit().await.unwrap();
            test.clock.advance(TimeDelta::hours(1));
            tx = test.begin().await.unwrap();
            assert!(store::set_schedule(&mut tx, &event, &event.schedule, "other").await.unwrap());
            let same = load(&mut tx, &key, event.id).await.unwrap().expect("the event");
            assert_eq!((same.revision, same.updated_at), (0, event.updated_at));
            let moved = Schedule {
                closes_at: event.schedule.closes_at - TimeDelta::hours(1),
                ..event.schedule.clone()
            };
            assert!(store::set_schedule(&mut tx, &event, &moved, "another").await.unwrap());
            let after = load(&mut tx, &key, event.id).await.unwrap().expect("the event");
            assert_eq!((after.revision, after.updated_at), (1, tx.now()));
        }
    }
}
