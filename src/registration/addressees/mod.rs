//! Who hears what an organiser has to say.

mod store;

pub use store::{audience, one_of_each, unaddressed};

use super::{Registration, RegistrationState};
use crate::event::Event;
use crate::event::announcement::{Addressees, Announcement};

impl Registration {
    /// Whether `said` is meant for this person now; [`unaddressed`] asks the same of all.
    pub fn hears(&self, event: &Event, said: &Announcement) -> bool {
        let session = said.session.is_none()
            || said
                .session_in(event)
                .is_some_and(|session| self.sessions.contains(&session));
        let language = said.languages.as_ref().is_none_or(|languages| {
            languages
                .iter()
                .any(|language| language.is_same_tongue(&self.language))
        });
        self.is_among(said.to)
            && said.mode.is_none_or(|mode| mode == self.mode)
            && session
            && language
            && self.undeliverable_at.is_none()
    }

    fn is_among(&self, addressees: Addressees) -> bool {
        use RegistrationState::{Confirmed, Pending, Waitlisted};
        match addressees {
            // Whether they came is asked for where it is known.
            Addressees::Confirmed | Addressees::Attended => self.state == Confirmed,
            Addressees::Waitlisted => self.state == Waitlisted,
            Addressees::Pending => self.state == Pending,
            Addressees::Everybody => matches!(self.state, Confirmed | Waitlisted | Pending),
        }
    }
}
