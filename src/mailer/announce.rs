//! Making owed what organisers have to say: once, to those who hear it when its time comes. Who comes
//! later hears it no more.

use serde_json::json;

use super::{ahead, plan};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::announcement::{self, Announced};
use crate::event::{Event, EventState};
use crate::outbox::{self, Owed, Priority, Resend};
use crate::registration::{Registration, audience, unaddressed};

/// Makes up to `room` mails of the announcements of `event` owed whose time has come; gives their
/// number.
pub(super) async fn reconcile(tx: &mut Tx, event: &Event, room: usize) -> Result<usize> {
    let now = tx.now();
    let mut made = 0;
    if event.state != EventState::Published {
        return Ok(made);
    }
    for announced in announcement::waiting(tx, event.id).await? {
        if due_at(event, &announced, now) > now || made == room {
            continue;
        }
        if now >= announced.said.useful_until(event) {
            tracing::warn!(announcement = %announced.id, "an announcement came too late and is dropped");
            announcement::finish(tx, announced.id).await?;
            continue;
        }
        made += begin_or_go_on(tx, event, &announced, room - made).await?;
    }
    Ok(made)
}

/// The next moment after `now` at which an announcement of `event` is owed.
pub(super) async fn next_after(tx: &mut Tx, event: &Event) -> Result<Option<Instant>> {
    let now = tx.now();
    if event.state != EventState::Published {
        return Ok(None);
    }
    let waiting = announcement::waiting(tx, event.id).await?;
    let due = waiting.iter().map(|one| due_at(event, one, now));
    Ok(due.filter(|due_at| *due_at > now).min())
}

/// When an announcement leaves, as things are at `now`: in quiet hours at their end (E-29). One about an
/// event that has begun is only kept back where it is of use long after them.
fn due_at(event: &Event, announced: &Announced, now: Instant) -> Instant {
    let due_at = announced.said.due_at(event, announced.made_at);
    if due_at > now {
        return due_at;
    }
    let starts_at = event.schedule.starts_at();
    let needed = if now < starts_at {
        starts_at
    } else {
        announced.said.useful_until(event)
    };
    plan::waits_until(event, now, needed).unwrap_or(due_at)
}

async fn begin_or_go_on(
    tx: &mut Tx,
    event: &Event,
    announced: &Announced,
    room: usize,
) -> Result<usize> {
    let now = tx.now();
    let said = &announced.said;
    let (ahead, rest_at) = match announced.rest_at {
        Some(rest_at) => (0, rest_at),
        None => {
            let heard = audience(tx, event, said).await?;
            let people: i64 = heard.iter().map(|(_, people)| people).sum();
            let rest_at = if usize::try_from(people).is_ok_and(|people| people > ahead::MANY) {
                now + ahead::WAIT
            } else {
                now
            };
            announcement::set_rest(tx, announced.id, rest_at).await?;
            (ahead::FEW, rest_at)
        }
    };
    let recipients = unaddressed(tx, event, announced.id, said, room).await?;
    for (index, recipient) in recipients.iter().enumerate() {
        let due_at = if index < ahead { now } else { rest_at };
        owe(tx, event, announced, *recipient, due_at).await?;
    }
    if recipients.len() < room {
        announcement::finish(tx, announced.id).await?;
    }
    Ok(recipients.len())
}

/// The announcement's identifier takes the place of a session: one mail a person and announcement. Each
/// has a lane of its own, since it carries no calendar object that another mail could overtake, and
/// must hold up none: not the link, when thousands of them wait or a server turns one away for now.
async fn owe(
    tx: &mut Tx,
    event: &Event,
    announced: &Announced,
    recipient: Id<Registration>,
    due_at: Instant,
) -> Result<()> {
    let owed = Owed {
        subject: event.id.uuid(),
        recipient: recipient.uuid(),
        session: Some(announced.id.uuid()),
        kind: announced.said.kind.as_str(),
        revision: 0,
        lane: tx.new_id::<Announced>().uuid(),
        priority: Priority::Low,
        payload: json!({}),
        domain: event.sender.domain(),
        due_at,
        not_useful_after: Some(announced.said.useful_until(event)),
        resend: Resend::Never,
    };
    outbox::enqueue(tx, owed).await?;
    Ok(())
}
