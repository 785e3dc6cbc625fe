//! What reminders and the mails about changes say beyond what every mail says.

use super::Composer;
use super::case::Case;
use crate::base::clock::Instant;
use crate::event::{Event, Fact, Mode, SessionOf};
use crate::mailer::head::stop_page;
use crate::registration::{Notice, RegistrationState};
use crate::view::{Cancelled, CannotRender, Changed, Locale, MailText, Occasion, Reminder, Words};

impl Composer {
    pub(super) fn reminder(
        &self,
        case: &Case<'_>,
        about: Occasion,
        now: Instant,
    ) -> Result<MailText, CannotRender> {
        let manage = self.manage_page(case);
        let reminder = Reminder {
            about: case.with_link_to_come(about, now),
            mode: case.mode(),
            join: case.join().map(str::to_owned),
            by_page: case.join_page.is_some(),
            listening: case.listening(),
            stop: stop_page(Notice::Reminder.as_str(), &manage).expect("reminders can be stopped"),
            manage,
        };
        self.view.mail(&reminder, case.locale.language())
    }

    pub(super) fn changed(
        &self,
        case: &Case<'_>,
        about: Occasion,
        now: Instant,
    ) -> Result<MailText, CannotRender> {
        let changed = Changed {
            about: case.with_link_to_come(about, now),
            facts: case.facts(),
            mode: case.mode(),
            join: case.join().map(str::to_owned),
            by_page: case.join_page.is_some(),
            reader: case.registration.state.as_str(),
            has_entry: case.registration.state == RegistrationState::Confirmed
                && (case.payload.issue.is_some() || !case.registration.has_objects()),
            manage: Some(self.manage_page(case)),
        };
        self.view.mail(&changed, case.locale.language())
    }

    pub(super) fn cancelled(
        &self,
        case: &Case<'_>,
        about: Occasion,
    ) -> Result<MailText, CannotRender> {
        let cancelled = Cancelled {
            about,
            mode: case.mode(),
            reason: cancel_reason(&case.event, case.locale),
            has_entry: case.payload.issue.is_some(),
            appears: false,
        };
        self.view.mail(&cancelled, case.locale.language())
    }
}

/// Why an event was called off, in its organiser's words, to a reader of `locale`.
pub(super) fn cancel_reason(event: &Event, locale: &Locale) -> Option<Words> {
    let reason = event.cancel_reason.as_ref()?;
    Words::pick(reason, locale, &event.details.text_order())
}

impl Case<'_> {
    /// The language that they want to hear.
    pub(super) fn listening(&self) -> Option<String> {
        let wanted = self.registration.listening.as_ref()?;
        Some(self.locale.language_name(wanted))
    }

    /// What this change has made different of the sessions told of, as far as it concerns the reader.
    pub(super) fn facts(&self) -> Vec<&'static str> {
        let told = self
            .event
            .sessions()
            .filter(|of| self.told().contains(&of.id));
        let facts = told
            .filter_map(|of| of.told)
            .filter(|told| told.revision == self.revision)
            .flat_map(|told| &told.facts);
        let facts: std::collections::BTreeSet<Fact> = facts
            .copied()
            .filter(|fact| match fact {
                Fact::Time => true,
                Fact::Place => self.registration.mode == Mode::InPerson,
                Fact::Link => self.payload.tells_link && self.link.is_some(),
            })
            .collect();
        facts.into_iter().map(Fact::as_str).collect()
    }

    /// `about`, which promises no link at a moment that is over: where it is missing then, it comes as
    /// soon as it is known (E-28).
    fn with_link_to_come(&self, mut about: Occasion, now: Instant) -> Occasion {
        let is_late =
            |of: SessionOf<'_>| self.told().contains(&of.id) && self.event.is_released(of, now);
        let is_late = self.link.is_none() && self.event.sessions().any(is_late);
        if let Some(online) = about.event.online.as_mut().filter(|_| is_late) {
            online.release = "manual";
        }
        about
    }
}
