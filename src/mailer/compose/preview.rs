//! Mails as somebody would get them, for organisers to look at before they leave. They lead nowhere: a
//! placeholder stands for the joining link, and nobody's token for the reader's (S-32).

use std::sync::Arc;

use uuid::Uuid;

use super::Composer;
use super::announcement::Leads;
use super::case::Case;
use crate::base::clock::Instant;
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::text::SingleLine;
use crate::event::announcement::{Addressees, Announcement};
use crate::event::{
    self, Event, Fact, Format, HeldMail, MeetingLink, Mode, Session, SessionOf, SurveyDoor, Way,
};
use crate::mailer::plan;
use crate::registration::{Issue, Notice, NoticePayload, Registration, RegistrationState};
use crate::view::{CannotRender, LineupLink, MailText};

/// What stands in place of the joining link.
const PLACEHOLDER: &str = "https://meeting-link.example/";

/// A mail to look at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shown<'a> {
    /// A mail to attendees.
    Notice {
        /// Which.
        notice: Notice,
        /// The session that it is about, where it is about one.
        session: Option<Id<Session>>,
        /// Which of the session's mails of this kind, as in [`crate::event::Hold::mark`].
        mark: i64,
    },
    /// The link to those who appear.
    LineupLink,
    /// Words of an organiser.
    Announcement(&'a Announcement),
}

impl Composer {
    /// What `shown` says to `reader`, as things are at `now`, or will be when it is due.
    ///
    /// # Errors
    /// [`CannotRender`] where a host's template asks for what the context lacks.
    pub fn preview(
        &self,
        event: &Arc<Event>,
        shown: Shown<'_>,
        reader: Registration,
        now: Instant,
    ) -> Result<MailText, CannotRender> {
        let reader = nobody(reader);
        match shown {
            Shown::Notice {
                notice,
                session,
                mark,
            } => self.preview_notice(event, (notice, mark), session, reader, now),
            Shown::LineupLink => {
                let locale = self.first_locale(event);
                let mail = LineupLink {
                    about: self.occasion(event, locale, &event.session_ids),
                    join: PLACEHOLDER.to_owned(),
                    by_page: event
                        .sessions()
                        .any(|of| matches!(event.lineup_way_to(of.session), Some(Way::Own(_)))),
                    check: event::check_facts(event, locale, now),
                };
                self.view.mail(&mail, locale.language())
            }
            Shown::Announcement(said) => {
                let locale = self.view.locale(&reader.language);
                let door = event.survey_door(now);
                let leads = Leads {
                    certificate: said.to == Addressees::Attended,
                    survey: matches!(door, Some(SurveyDoor::Early(_) | SurveyDoor::Open(_))),
                };
                self.announcement_words(event, said, &reader, locale, leads)
            }
        }
    }

    fn preview_notice(
        &self,
        event: &Arc<Event>,
        (notice, mark): (Notice, i64),
        session: Option<Id<Session>>,
        mut reader: Registration,
        now: Instant,
    ) -> Result<MailText, CannotRender> {
        reader.state = state_of(notice, reader.state);
        let session = event
            .sessions()
            .find(|of| session.is_none_or(|id| id == of.id))
            .filter(|of| session.is_some() || reader.sessions.contains(&of.id))
            .or_else(|| event.sessions().next());
        let at = session.and_then(|of| due_at(event, of, notice, mark));
        let at = at.map_or(now, |at| at.max(now));
        let placeholder: Option<MeetingLink> = PLACEHOLDER.parse().ok();
        let case = Case {
            notice,
            revision: session
                .and_then(|of| of.told)
                .map_or(0, |told| told.revision),
            payload: NoticePayload {
                issue: issue(notice, &reader, now),
                leads: true,
                tells_link: true,
                ..NoticePayload::default()
            },
            own: own(notice, session, &reader),
            link: placeholder
                .as_ref()
                .map(Way::Link)
                .filter(|_| session.is_some_and(|of| holds_link(event, of, notice, at))),
            join_page: session
                .filter(|of| event.joins_by_page(of.session))
                .map(|_| self.join_page(&reader)),
            locale: self.view.locale(&reader.language),
            event: Arc::clone(event),
            registration: reader,
        };
        self.words(&case, at)
    }
}

/// Somebody who might register for `event` and reads `language`.
pub fn sample_reader(event: &Event, language: &Language, now: Instant) -> Registration {
    Registration {
        id: Id::from_uuid(Uuid::nil()),
        event: event.id,
        state: RegistrationState::Confirmed,
        email: "guest@example.org".parse().expect("an address"),
        name: SingleLine::clean(""),
        language: language.clone(),
        mode: match event.details.format {
            Format::InPerson => Mode::InPerson,
            Format::Online | Format::Hybrid => Mode::Online,
        },
        wished_mode: None,
        listening: None,
        sessions: event.session_ids.clone(),
        seated: true,
        token_generation: 0,
        registered_at: now,
        held_until: Some(now + chrono::TimeDelta::minutes(30)),
        address_confirmed_at: None,
        wants_reminders: true,
        undeliverable_at: None,
        confirmed_at: Some(now),
        decline_reason: None,
    }
}

/// The same reader without a name and with a page that there is not.
fn nobody(reader: Registration) -> Registration {
    Registration {
        id: Id::from_uuid(Uuid::nil()),
        token_generation: 0,
        name: SingleLine::clean(""),
        ..reader
    }
}

/// What has become of the registration of whoever gets such a mail.
fn state_of(notice: Notice, state: RegistrationState) -> RegistrationState {
    match notice {
        Notice::Withdrawn => RegistrationState::Cancelled,
        Notice::ConfirmAddress => RegistrationState::Unconfirmed,
        Notice::Received => RegistrationState::Pending,
        Notice::Waitlisted | Notice::Offer => RegistrationState::Waitlisted,
        Notice::Declined => RegistrationState::Declined,
        Notice::Changed | Notice::Cancelled => state,
        _ => RegistrationState::Confirmed,
    }
}

/// When the plan has it leave.
fn due_at(event: &Event, session: SessionOf<'_>, notice: Notice, mark: i64) -> Option<Instant> {
    let mail: HeldMail = notice.as_str().parse().ok()?;
    plan::timeline(event)
        .iter()
        .filter(|planned| planned.session.id == session.id)
        .find(|planned| planned.hold_key() == Some((mail, mark)))
        .map(|planned| planned.from)
}

fn is_of_one_session(notice: Notice) -> bool {
    matches!(
        notice,
        Notice::Link | Notice::Changed | Notice::Cancelled | Notice::Reminder
    )
}

fn own(notice: Notice, session: Option<SessionOf<'_>>, reader: &Registration) -> Vec<Id<Session>> {
    let is_of_one =
        is_of_one_session(notice) && (reader.has_objects() || notice == Notice::Reminder);
    match session.filter(|_| is_of_one) {
        Some(session) => vec![session.id],
        None => reader.sessions.clone(),
    }
}

/// The calendar object that goes along with the mail itself, which says so.
fn issue(notice: Notice, reader: &Registration, now: Instant) -> Option<Issue> {
    let has_object = matches!(notice, Notice::Link | Notice::Changed | Notice::Cancelled)
        && reader.state == RegistrationState::Confirmed
        && reader.has_objects();
    has_object.then(|| Issue::after(None, String::new(), 1, now))
}

fn holds_link(event: &Event, session: SessionOf<'_>, notice: Notice, at: Instant) -> bool {
    let is_due = event.released_from(session).is_some_and(|from| from <= at);
    match notice {
        Notice::Link => true,
        Notice::Reminder => is_due,
        Notice::Changed => session.told.is_some_and(|told| told.is_about(Fact::Link)),
        _ => false,
    }
}
