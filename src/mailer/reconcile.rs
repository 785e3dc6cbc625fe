//! Making owed what the plan says and the outbox lacks. Level-triggered: downtime, late approvals
//! and moved dates need no special case.

use std::collections::HashSet;

use super::store;
use super::{announce, lineup, plan};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::event::{self, Event};
use crate::registration::{Registration, lacking_link, owe_link, promote};

/// So many messages are made owed in one unit of work, so that registrations need not wait long.
const BATCH: usize = 200;

/// Events whose plan has to be looked at.
pub async fn due_events(tx: &mut Tx) -> Result<Vec<Id<Event>>> {
    store::due_plans(tx).await
}

/// Has the plan of one event looked at again only at `until`.
pub async fn postpone(tx: &mut Tx, event: Id<Event>, until: Instant) -> Result<()> {
    store::set_plan_due(tx, event, Some(until)).await
}

/// Makes owed what the plan of one event says and the outbox lacks; gives the number of messages.
/// Where that was not all, the event stays due.
pub async fn reconcile(tx: &mut Tx, key: &InstanceKey, event: Id<Event>) -> Result<usize> {
    // Claimed first: whoever takes a seat meanwhile waits, and then brings the plan back (E-10).
    if !store::claim_plan(tx, event).await? {
        return Ok(0);
    }
    let now = tx.now();
    let Some(event) = event::load(tx, key, event).await? else {
        return Ok(0);
    };
    let timeline = plan::timeline(&event);
    let once = has_one_link(&event);
    let mut reached: HashSet<Id<Registration>> = HashSet::new();
    // First, so that who has a place now is told of the link in the same round (E-15).
    let mut made = promote(tx, &event, BATCH).await?;
    let to_lineup = lineup::reconcile(tx, &event).await?;
    for message in plan::owed(&timeline, now) {
        let room = i64::try_from(BATCH - made).expect("a batch is small");
        let session = message.session.id;
        for attendee in lacking_link(tx, event.id, session, once, room).await? {
            let leads = reached.insert(attendee.registration);
            owe_link(tx, &event, attendee, message.session, leads).await?;
            made += 1;
        }
    }
    made += announce::reconcile(tx, &event, BATCH - made).await?;
    let next = if made == BATCH {
        Some(now)
    } else {
        let lineup = lineup::next_after(&event, now);
        let announced = announce::next_after(tx, &event).await?;
        plan::next_after(&timeline, now)
            .into_iter()
            .chain(lineup)
            .chain(announced)
            .min()
    };
    store::set_plan_due(tx, event.id, next).await?;
    Ok(made + to_lineup)
}

/// Whether one link serves all sessions.
fn has_one_link(event: &Event) -> bool {
    let sessions = &event.details.sessions;
    sessions.iter().all(|session| session.meeting.is_none())
}
