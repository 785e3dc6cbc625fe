use chrono::TimeDelta;

use super::{Appearance, Role, store};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::event::{Event, Session};
use crate::words;

/// How long after a mail asked, both reminders included, its silence is the organiser's to break.
const SILENCE: TimeDelta = TimeDelta::days(10);

/// How long before a session whoever has not answered is called.
const EVE: TimeDelta = TimeDelta::days(2);

words! {
    /// What somebody in the lineup leaves an organiser to do.
    pub enum Need {
        /// Was asked three times, or the session is near, and has not answered: call.
        Unanswered = "unanswered",
        /// Has refused: look for somebody else.
        Declined = "declined",
        /// Had agreed and does not come: look for somebody else.
        Withdrew = "withdrew",
    }
}

/// Something to do about somebody in the lineup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Who, in the lineup.
    pub appearance: Id<Appearance>,
    /// Where they appear.
    pub session: Id<Session>,
    /// Their name as of this event.
    pub name: Option<Localised>,
    /// What they do there.
    pub role: Role,
    /// What is to be done.
    pub need: Need,
}

/// What the lineup of `event` leaves its organisers to do, in its order; nothing of sessions that are
/// over.
pub async fn open_tasks(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Task>> {
    let now = tx.now();
    store::tasks(tx, event, now - SILENCE, now + EVE).await
}
