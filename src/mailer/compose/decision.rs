//! What the mails about decisions say beyond what every mail says.

use super::case::Case;
use crate::base::clock::Instant;
use crate::view::{Occasion, Words};

impl Case<'_> {
    /// `online` or `in_person`.
    pub(super) fn mode(&self) -> &'static str {
        self.registration.mode.as_str()
    }

    /// Why an organiser declined, in their words.
    pub(super) fn reason(&self) -> Option<Words> {
        let reason = self.registration.decline_reason.as_ref()?;
        Words::pick(reason, self.locale, &self.event.details.text_order())
    }

    /// `about` for somebody who has a place since `now`: a link that is released follows at once,
    /// whatever others had to wait for.
    pub(super) fn with_place(&self, mut about: Occasion, now: Instant) -> Occasion {
        let is_released = self.event.sessions().any(|session| {
            self.registration.sessions.contains(&session.id) && self.event.is_released(session, now)
        });
        if let Some(online) = about.event.online.as_mut().filter(|_| is_released) {
            online.release = "on_confirmation";
        }
        about
    }
}
