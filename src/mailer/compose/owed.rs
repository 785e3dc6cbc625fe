//! What is not owed any more, and what may be told now: asked again at every try (OUT-9, S-34).

use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, EventState, SessionOf, Way};
use crate::mailer::{hold, plan};
use crate::outbox::Message;
use crate::registration::{self, LinkHeld, Notice, NoticePayload, Registration, RegistrationState};

/// How the message's session is joined; where it is about all of them, the way that serves all.
pub(super) fn link<'a>(event: &'a Event, message: &Message) -> Option<Way<'a>> {
    event.way_to(joined(event, message)?.session)
}

/// Whether the reader's own page stands in place of the link: where that was noted when the message was
/// made owed, and where the event uses such pages now.
pub(super) fn joins_by_page(event: &Event, message: &Message, payload: &NoticePayload) -> bool {
    payload.by_page || joined(event, message).is_some_and(|of| event.joins_by_page(of.session))
}

/// Whether the message may hold the link: it is released, and the person joins online (S-34). `None`
/// where what they were sent before [decides](may_be_told_again).
pub(super) fn may_hold_link(
    message: &Message,
    notice: Notice,
    event: &Event,
    registration: &Registration,
    now: Instant,
) -> Option<bool> {
    let Some(session) = joined(event, message).filter(|_| registration.joins_online()) else {
        return Some(false);
    };
    let is_released = event.is_released(session, now);
    match notice {
        Notice::Link => Some(is_released),
        Notice::Reminder if is_released => Some(true),
        Notice::Reminder | Notice::Changed | Notice::Resent => None,
        _ => Some(false),
    }
}

/// Whether a mail about something else may hold the link. Only to those who were sent one before: the
/// first to tell it is the mail with the link. From them it was not taken back, whatever has become of
/// its release since; another one they get at its release.
pub(super) async fn may_be_told_again(
    tx: &mut Tx,
    message: &Message,
    event: &Event,
    registration: &Registration,
) -> Result<bool> {
    let session = message.session().map(Id::from_uuid);
    let held = registration::link_held(tx, event.id, registration.id, session).await?;
    let now = tx.now();
    let is_released = joined(event, message).is_some_and(|of| event.is_released(of, now));
    Ok(match held {
        LinkHeld::None => false,
        LinkHeld::Former => is_released,
        LinkHeld::Present => true,
    })
}

/// The session whose link a message may hold: its own, or any where one link serves all.
fn joined<'a>(event: &'a Event, message: &Message) -> Option<SessionOf<'a>> {
    let mut sessions = event.sessions();
    match message.session() {
        Some(id) => sessions.find(|session| session.id.uuid() == id),
        None => sessions.next().filter(|_| event.has_one_link()),
    }
}

/// Why a message is not owed any more, by what has become of event and registration since (OUT-9).
pub(super) fn not_owed(
    message: &Message,
    notice: Notice,
    event: &Event,
    registration: &Registration,
) -> Option<&'static str> {
    use RegistrationState::{Confirmed, Declined, Pending, Unconfirmed, Waitlisted};
    let state = registration.state;
    if registration.undeliverable_at.is_some() {
        return Some("mail to the address came back");
    }
    if is_kept_back(event, message) {
        return Some(hold::KEPT_BACK);
    }
    let takes_place = event.state == EventState::Published;
    match notice {
        // Who gave something up is told so, and whoever asks for the way to their page gets it.
        Notice::Withdrawn | Notice::Resent => {}
        Notice::Cancelled if takes_place => return Some("the event takes place after all"),
        Notice::Cancelled => {}
        _ if !takes_place => return Some("the event does not take place"),
        Notice::Changed if !is_latest_change(event, message) => {
            return Some("something else has changed since");
        }
        Notice::Reminder if !is_planned(event, message) => {
            return Some("the time has changed since");
        }
        Notice::Reminder if !registration.wants_reminders => {
            return Some("no reminders are wanted");
        }
        Notice::Link | Notice::Changed | Notice::Reminder | Notice::DeclineNoted
            if !comes_to(message, registration) =>
        {
            return Some("they do not come to the session any more");
        }
        _ => {}
    }
    let is_owed = match notice {
        Notice::Link => registration.joins_online(),
        Notice::Registered
        | Notice::Approved
        | Notice::Promoted
        | Notice::Moved
        | Notice::DeclineNoted
        | Notice::Reminder => state == Confirmed,
        Notice::Changed | Notice::Cancelled => matches!(state, Confirmed | Pending | Waitlisted),
        Notice::ConfirmAddress => state == Unconfirmed,
        Notice::Received => state == Pending,
        Notice::Waitlisted => registration.is_in_line(),
        Notice::Offer => registration.is_offered(),
        // What was taken back leaves the calendar, whatever has been decided since.
        Notice::Withdrawn => true,
        Notice::Declined => state == Declined,
        Notice::Known => registration.is_live(),
        // An address that is asked to confirm itself is told nothing more until it does (BULK-6).
        Notice::Resent => state != Unconfirmed,
    };
    (!is_owed).then_some("the registration has changed since")
}

/// Whether the session that a message is about is one that the person comes to or waits for.
fn comes_to(message: &Message, registration: &Registration) -> bool {
    let session = message.session().map(Id::from_uuid);
    session.is_none_or(|session| registration.sessions.contains(&session))
}

/// Whether the change that a message tells of is the last of its session, or of any where it tells of
/// all of them.
fn is_latest_change(event: &Event, message: &Message) -> bool {
    event
        .sessions()
        .filter(|session| message.session().is_none_or(|id| session.id.uuid() == id))
        .filter_map(|session| session.told)
        .any(|told| told.revision == message.revision)
}

/// Whether an organiser keeps it back. A link is: it is not released then.
fn is_kept_back(event: &Event, message: &Message) -> bool {
    let is_it = |planned: &plan::Planned<'_>| {
        planned.what.as_str() == message.kind
            && planned.what != plan::What::Link
            && planned.revision == message.revision
            && message
                .session()
                .is_none_or(|id| planned.session.id.uuid() == id)
    };
    let timeline = if event.holds.is_empty() {
        Vec::new()
    } else {
        plan::timeline(event)
    };
    timeline
        .iter()
        .filter(|planned| is_it(planned))
        .any(plan::Planned::is_kept_back)
}

/// Whether a reminder is of the time that its session has now.
fn is_planned(event: &Event, message: &Message) -> bool {
    joined(event, message)
        .is_some_and(|session| plan::reminders(event, session).contains(&message.revision))
}
