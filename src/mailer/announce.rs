//! Making owed what organisers have to say: once, to those who hear it when its time comes. Who comes
//! later hears it no more.

use serde_json::json;

use super::{ahead, plan};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::announcement::{self, Announced, Announcement, AnnouncementKind};
use crate::event::{Event, EventState};
use crate::outbox::{self, Owed, Priority, Resend};
use crate::registration::{Registration, audience, one_of_each, unaddressed};

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

/// When more of an announcement is owed, as things are at `now`; at once where it has begun, since who
/// hears it is known from then on.
fn due_at(event: &Event, announced: &Announced, now: Instant) -> Instant {
    match announced.rest_at {
        Some(_) => now,
        None => leaves_at(event, &announced.said, announced.made_at, now),
    }
}

/// When the first mails leave of what was handed in at `made_at`, as things are at `now`: in quiet hours
/// at their end (E-29).
pub fn leaves_at(event: &Event, said: &Announcement, made_at: Instant, now: Instant) -> Instant {
    let due_at = said.due_at(event, made_at);
    quiet_end(event, said, due_at.max(now)).unwrap_or(due_at)
}

/// When all the others leave where a few go ahead at `first`.
pub fn others_leave_at(event: &Event, said: &Announcement, first: Instant) -> Instant {
    let at = first + ahead::WAIT;
    quiet_end(event, said, at).unwrap_or(at)
}

/// When the quiet hours end in which it would leave at `at`. It is needed at the next start among its
/// sessions; where none is to come, and by what follows an event, until it is of no use.
fn quiet_end(event: &Event, said: &Announcement, at: Instant) -> Option<Instant> {
    let only = said.session_in(event);
    let starts = event
        .sessions()
        .filter(|session| only.is_none_or(|only| session.id == only))
        .map(|session| session.sitting.starts_at)
        .filter(|starts_at| at < *starts_at && said.kind == AnnouncementKind::Announcement);
    let needed = starts.min().unwrap_or_else(|| said.useful_until(event));
    plan::waits_until(event, at, needed)
}

async fn begin_or_go_on(
    tx: &mut Tx,
    event: &Event,
    announced: &Announced,
    room: usize,
) -> Result<usize> {
    let now = tx.now();
    let said = &announced.said;
    let mut made = 0;
    let rest_at = match announced.rest_at {
        Some(rest_at) => rest_at,
        None if are_many(tx, event, said).await? => {
            made = send_ahead(tx, event, announced, room).await?;
            others_leave_at(event, said, now)
        }
        None => now,
    };
    announcement::set_rest(tx, announced.id, rest_at).await?;
    for recipient in unaddressed(tx, event, announced.id, said, room - made).await? {
        owe(tx, event, announced, recipient, rest_at).await?;
        made += 1;
    }
    if made < room {
        announcement::finish(tx, announced.id).await?;
    }
    Ok(made)
}

async fn are_many(tx: &mut Tx, event: &Event, said: &Announcement) -> Result<bool> {
    let heard = audience(tx, event, said).await?;
    let people: i64 = heard.iter().map(|(_, people)| people).sum();
    Ok(usize::try_from(people).is_ok_and(|people| people > ahead::MANY_WRITTEN))
}

/// The few who go ahead, one reader of each language first: an error shows in its own.
async fn send_ahead(
    tx: &mut Tx,
    event: &Event,
    announced: &Announced,
    room: usize,
) -> Result<usize> {
    let (now, few) = (tx.now(), ahead::FEW.min(room));
    let (id, said) = (announced.id, &announced.said);
    let mut made = 0;
    for recipient in one_of_each(tx, event, id, said, few).await? {
        owe(tx, event, announced, recipient, now).await?;
        made += 1;
    }
    for recipient in unaddressed(tx, event, id, said, few - made).await? {
        owe(tx, event, announced, recipient, now).await?;
        made += 1;
    }
    Ok(made)
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
