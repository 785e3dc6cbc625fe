//! Making owed what the plan says and the outbox lacks. Level-triggered: downtime, late approvals
//! and moved dates need no special case.

mod many;
mod store;

use super::{announce, chasers, lineup, plan};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::event::{self, Event};
use crate::registration::{derive_join_tokens, next_told, promote};
use many::Batch;
pub use many::lacking;
pub(super) use many::{reminding, tellable};
use plan::Planned;

/// So many messages are made owed in one unit of work, so that registrations need not wait long.
const BATCH: usize = 200;

/// Events whose plan has to be looked at.
pub async fn due_events(tx: &mut Tx) -> Result<Vec<Id<Event>>> {
    store::due_plans(tx).await
}

/// Whether everything is owed that the plan of one event owes: it was looked at, and nothing has brought
/// it back since.
pub(super) async fn is_looked_at(tx: &mut Tx, event: Id<Event>) -> Result<bool> {
    store::is_looked_at(tx, event).await
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
    // Before any mail can hold the address of one.
    if event.has_join_pages() {
        derive_join_tokens(tx, key, Some(event.id)).await?;
    }
    let timeline = plan::timeline(&event);
    let planned_until = store::planned_until(tx, event.id).await?;
    lament_missed(&event, &timeline, planned_until, now);
    // First, so that who has a place now is told of the link in the same round (E-15).
    let promoted = promote(tx, &event, BATCH).await?;
    let mut batch = Batch::new(&event, planned_until, BATCH - promoted);
    for message in plan::owed(&event, &timeline, now) {
        batch.owe(tx, message).await?;
    }
    let to_lineup = lineup::reconcile(tx, &event).await? + chasers::reconcile(tx, &event).await?;
    let announced = announce::reconcile(tx, &event, batch.room()).await?;
    if announced == batch.room() {
        store::set_plan_due(tx, event.id, Some(now)).await?;
    } else {
        let next = plan::next_after(&event, &timeline, now);
        let next = next
            .into_iter()
            .chain(lineup::next_after(&event, now))
            .chain(chasers::next_after(tx, &event).await?)
            .chain(announce::next_after(tx, &event).await?)
            .chain(next_told(tx, event.id).await?)
            .min();
        let until = plan::looked_at_until(&event, &timeline, now);
        store::set_planned(tx, event.id, next, until).await?;
    }
    Ok(promoted + to_lineup + batch.made() + announced)
}

/// What nobody was there to send is not sent any more, but never in silence.
fn lament_missed(event: &Event, timeline: &[Planned<'_>], since: Option<Instant>, now: Instant) {
    let Some(since) = since else { return };
    for message in plan::missed(timeline, since, now) {
        let (what, session) = (message.what, message.session.id);
        tracing::warn!(event = %event.id, %session, ?what, "missed: no worker ran when it was due");
    }
}
