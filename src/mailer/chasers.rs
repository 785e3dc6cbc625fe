//! Reminding those who were asked to appear and have not answered: twice, each once, never after their
//! session has begun (F-9).

use super::plan;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::event::lineup::{Invitee, asked_from, due_invitees, next_chaser, owe};
use crate::event::{Event, EventState};

/// Owes the reminders of `event` that are due; gives their number. Of two that nobody was there to send
/// only the later goes.
pub(super) async fn reconcile(tx: &mut Tx, event: &Event) -> Result<usize> {
    let now = tx.now();
    let mut made = 0;
    for (invitee, until) in waiting(tx, event).await? {
        let Some((_, number)) = asked_from(&invitee, now) else {
            continue;
        };
        if plan::waits_until(event, now, until).is_none() {
            made += usize::from(owe(tx, event, &invitee, number, until).await?);
        }
    }
    Ok(made)
}

/// The next moment at which a reminder is due, or quiet hours end that keep one back.
pub(super) async fn next_after(tx: &mut Tx, event: &Event) -> Result<Option<Instant>> {
    let now = tx.now();
    let waiting = waiting(tx, event).await?;
    let next = waiting.iter().filter_map(|(invitee, until)| {
        let held = asked_from(invitee, now).and_then(|_| plan::waits_until(event, now, *until));
        held.into_iter().chain(next_chaser(invitee, now)).min()
    });
    Ok(next.min())
}

async fn waiting(tx: &mut Tx, event: &Event) -> Result<Vec<(Invitee, Instant)>> {
    if event.state == EventState::Cancelled {
        return Ok(Vec::new());
    }
    due_invitees(tx, event.id).await
}
