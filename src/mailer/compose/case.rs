use std::sync::Arc;

use super::{Composer, reply_to};
use crate::base::id::Id;
use crate::event::{self, Event, Session, Way};
use crate::mailer::plan;
use crate::registration::{
    Notice, NoticePayload, Registration, RegistrationState, join_token, manage_token,
};
use crate::view::{EventFacts, Locale, Occasion, OwnWords};

/// A message together with all that it is about.
pub(in crate::mailer) struct Case<'a> {
    pub(in crate::mailer) notice: Notice,
    pub(in crate::mailer) revision: i64,
    pub(in crate::mailer) payload: NoticePayload,
    pub(in crate::mailer) event: Arc<Event>,
    pub(in crate::mailer) registration: Registration,
    pub(in crate::mailer) locale: &'a Locale,
    /// The sessions that its calendar object is about: its own one, or all of the registration's.
    pub(in crate::mailer) own: Vec<Id<Session>>,
    /// How the reader joins, where this message may say so.
    pub(in crate::mailer) link: Option<Way<'a>>,
    /// The reader's join page, where it stands in place of the link (DEC-6).
    pub(in crate::mailer) join_page: Option<String>,
}

impl Case<'_> {
    /// The sessions that the words tell of: the first mail of a kind says everything (CAL-3); a link
    /// with a calendar object is that of its own session, and so is a change. A reminder is of all that
    /// follows its session closely.
    pub(super) fn told(&self) -> Vec<Id<Session>> {
        let is_of_its_own = matches!(self.notice, Notice::Link | Notice::Changed);
        let is_whole =
            !is_of_its_own || (self.payload.issue.is_none() && self.event.has_one_link());
        match (self.notice, self.own.as_slice()) {
            (Notice::Reminder, [own]) => plan::near(&self.event, &self.registration.sessions, *own),
            _ if self.payload.leads && is_whole => self.registration.sessions.clone(),
            (_, own) => own.to_vec(),
        }
    }

    /// Where the reader joins, where this message may say so: the link, or the page in its place.
    pub(in crate::mailer) fn join(&self) -> Option<&str> {
        match (self.link?, &self.join_page) {
            (_, Some(page)) => Some(page),
            (Way::Link(link), None) => Some(link.reveal()),
            (Way::Own(_), None) => None,
        }
    }

    /// Whether it tells of a place that an organiser took back.
    pub(super) fn is_taken_back(&self) -> bool {
        self.notice == Notice::Withdrawn
            && !self.payload.is_part
            && self.registration.state != RegistrationState::Cancelled
    }
}

impl Composer {
    /// What a mail to a reader of `locale` is about, with `sessions` of the event. It is the same for
    /// everybody who reads of the same sessions in the same language.
    pub(super) fn occasion(
        &self,
        event: &Event,
        locale: &Locale,
        sessions: &[Id<Session>],
    ) -> Occasion {
        self.occasions.of(event, locale.language(), sessions, || {
            self.told_anew(event, locale, sessions)
        })
    }

    /// What a mail to those who run `event` is about: they are told its name whatever it is.
    pub(super) fn occasion_for_organisers(&self, event: &Event, locale: &Locale) -> Occasion {
        Occasion {
            event: event::facts(event, locale),
            site: self.site.get(),
            discreet: false,
            ..self.told_anew(event, locale, &event.session_ids)
        }
    }

    fn told_anew(&self, event: &Event, locale: &Locale, sessions: &[Id<Session>]) -> Occasion {
        let language = locale.language();
        let discreet = event.is_sensitive();
        Occasion {
            event: event::facts_to_send(event, locale, sessions),
            event_page: self.page(language, &format!("events/{}", event.details.slug)),
            site: if discreet {
                locale.text("discreet-site")
            } else {
                self.site.get()
            },
            discreet,
            sender: event.sender.address(),
            reply_to: reply_to(event)
                .map_or_else(|| event.contact(), |address| address.to_string()),
            own: OwnWords::default(),
        }
    }

    /// What the organiser says in place of our own words. That they took a place back, or that one session
    /// of several was left, is no matter of wording, and of a sensitive event nothing is said that could
    /// name it.
    pub(super) fn own_words(&self, case: &Case<'_>, facts: &EventFacts) -> OwnWords {
        if case.is_taken_back() || case.payload.is_part || case.event.is_sensitive() {
            return OwnWords::default();
        }
        let kind = case.notice.as_str();
        case.event
            .own_words(kind, case.locale, facts, &self.site.get())
    }

    /// The address of somebody's own registration.
    pub(super) fn manage_page(&self, case: &Case<'_>) -> String {
        self.own_page(&case.registration, case.locale)
    }

    /// The address of the page by which `registration` joins; it is the same in every language (F-11).
    pub(super) fn join_page(&self, registration: &Registration) -> String {
        let token = join_token(&self.key, registration.id, registration.token_generation);
        self.address(&format!("j/{}", token.as_str()))
    }

    /// The address of `registration`'s own page for a reader of `locale`.
    pub(super) fn own_page(&self, registration: &Registration, locale: &Locale) -> String {
        let token = manage_token(&self.key, registration.id, registration.token_generation);
        let page = format!("registrations/{}", token.as_str());
        self.page(locale.language(), &page)
    }
}
