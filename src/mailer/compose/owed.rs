//! What is not owed any more, and what may be told now: asked again at every try (OUT-9, S-34).

use crate::base::clock::Instant;
use crate::event::{Event, EventState, MeetingLink};
use crate::outbox::Message;
use crate::registration::{Notice, Registration, RegistrationState};

/// The link of the message's session, where it may be told now (S-34).
pub(super) fn link<'a>(
    event: &'a Event,
    message: &Message,
    notice: Notice,
    now: Instant,
) -> Option<&'a MeetingLink> {
    if notice != Notice::Link {
        return None;
    }
    let session = event
        .sessions()
        .find(|session| Some(session.id.uuid()) == message.session())?;
    let meeting = event.meeting_of(session.session)?;
    meeting
        .link
        .as_ref()
        .filter(|_| event.is_released(session, now))
}

/// Why a message is not owed any more, by what has become of event and registration since (OUT-9).
pub(super) fn not_owed(
    notice: Notice,
    event: &Event,
    registration: &Registration,
) -> Option<&'static str> {
    use RegistrationState::{Confirmed, Declined, Pending, Unconfirmed, Waitlisted};
    let state = registration.state;
    if registration.undeliverable_at.is_some() {
        return Some("mail to the address came back");
    }
    if event.state != EventState::Published && notice != Notice::Withdrawn {
        return Some("the event does not take place");
    }
    let is_owed = match notice {
        Notice::Link => registration.joins_online(),
        Notice::Registered | Notice::Approved | Notice::Promoted | Notice::DeclineNoted => {
            state == Confirmed
        }
        Notice::ConfirmAddress => state == Unconfirmed,
        Notice::Received => state == Pending,
        Notice::Waitlisted => state == Waitlisted,
        // What was taken back leaves the calendar, whatever has been decided since.
        Notice::Withdrawn => true,
        Notice::Declined => state == Declined,
        Notice::Known => registration.is_live(),
    };
    (!is_owed).then_some("the registration has changed since")
}
