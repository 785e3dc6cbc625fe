use serde::Serialize;

use super::facts::EventFacts;
use super::facts::address;
use super::locale::Locale;
use super::pages::{Frame, Page};

/// Whether somebody is reminded, and where they say otherwise.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reminders {
    /// Where the choice is posted.
    pub address: String,
    /// Whether they asked for none.
    pub stopped: bool,
}

/// Where one says whether one wants reminders: a mail's “unsubscribe” leads here (RFC 8058).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RemindersPage {
    /// What stands around it.
    pub frame: Frame,
    /// What one is reminded of.
    pub event: EventFacts,
    /// The event's page.
    pub event_page: String,
    /// The choice as it is.
    pub reminders: Reminders,
    /// Own registration.
    pub own: String,
}

impl Page for RemindersPage {
    const FILE: &'static str = "reminders";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        [("wanted", false), ("stopped", true)]
            .into_iter()
            .map(|(name, stopped)| {
                let event = EventFacts::samples(locale).remove(0);
                let own = format!("/{}/registrations/TOKEN", locale.language());
                let page = Self {
                    frame: frame.clone(),
                    event_page: address(locale, &event, ""),
                    event,
                    reminders: Reminders {
                        address: format!("{own}/reminders"),
                        stopped,
                    },
                    own,
                };
                (name, page)
            })
            .collect()
    }
}
