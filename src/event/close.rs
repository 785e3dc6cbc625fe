//! Closing registration before its time.

use chrono::{DurationRound, TimeDelta};

use super::{CannotSave, Event, EventState, SaveOptions, Saved, save};
use crate::base::db::Tx;
use crate::base::secret::InstanceKey;
use crate::base::zone::WallTime;

/// What a wish to close registration came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// Nobody can register any more.
    Done,
    /// It had closed before, or the event was called off.
    Before,
    /// Nobody has been able to register so far: there is nothing to close.
    NotOpen,
}

/// Closes the registration for `event` with the minute that has just passed: the link that waits for that is
/// released. Nobody is told of it.
///
/// # Errors
/// [`CannotSave`]; the unit of work has to be dropped then.
pub async fn close(
    tx: &mut Tx,
    key: &InstanceKey,
    event: &Event,
    actor: &str,
) -> Result<Closed, CannotSave> {
    let now = tx.now();
    if event.state == EventState::Draft || event.schedule.opens_at.is_some_and(|opens| now < opens)
    {
        return Ok(Closed::NotOpen);
    }
    if event.state == EventState::Cancelled || event.schedule.closes_at <= now {
        return Ok(Closed::Before);
    }
    // The whole minute still counts that is stated.
    let minute = now.duration_trunc(TimeDelta::minutes(1)).unwrap_or(now) - TimeDelta::minutes(1);
    let zone = &event.details.zone;
    let wall = WallTime::of(zone.local(minute));
    let mut details = event.details.clone();
    details.terms.closes = Some(match zone.resolve_strictly(wall) {
        Ok(_) => wall,
        // The hour comes twice: which one it is has to be said.
        Err(_) => WallTime {
            offset: Some(zone.offset(minute)),
            ..wall
        },
    });
    let options = SaveOptions {
        quietly: true,
        actor,
        of_revision: Some(event.revision),
        ..SaveOptions::default()
    };
    let (organisation, sender) = (event.organisation, event.sender.clone());
    match save(tx, key, organisation, &sender, details, options).await? {
        Saved::Unchanged => Ok(Closed::Before),
        Saved::New | Saved::Published(_) | Saved::Changed(_) => Ok(Closed::Done),
    }
}
