//! From a message to a letter in its recipient's language: a function of the row and of today's
//! facts, the same at every try while these are the same (DEC-4).

use std::sync::Arc;

use url::Url;

use super::address::MessageId;
use super::form::Letter;
use super::invite;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::InstanceKey;
use crate::base::text::SingleLine;
use crate::event::{self, Event, EventState, MeetingLink, Session};
use crate::outbox::Message;
use crate::registration::{
    self, Notice, NoticePayload, Registration, RegistrationState, manage_token,
};
use crate::view::{
    CannotRender, ConfirmAddress, Known, Link, Locale, MailText, Occasion, Received, Registered,
    View, Waitlisted, Withdrawn,
};

/// Turns messages into letters.
#[derive(Debug)]
pub struct Composer {
    view: Arc<View>,
    key: InstanceKey,
    base_url: Url,
    site: String,
}

/// What a message turned into.
#[derive(Debug)]
pub enum Composed {
    /// A letter to send.
    Letter(Box<Letter>),
    /// Nothing: it is not owed any more (OUT-9).
    NotOwed(&'static str),
    /// Nothing: something is wrong with it.
    Broken(String),
}

/// A message together with all that it is about.
pub(super) struct Case<'a> {
    pub(super) notice: Notice,
    pub(super) payload: NoticePayload,
    pub(super) event: Event,
    pub(super) registration: Registration,
    pub(super) locale: &'a Locale,
    /// The sessions that its calendar object is about: its own one, or all of the registration's.
    pub(super) own: Vec<Id<Session>>,
    /// The link, where this message may hold it.
    pub(super) link: Option<&'a MeetingLink>,
}

impl Case<'_> {
    /// The sessions that the words tell of: the first mail of a kind says everything (CAL-3); a link
    /// with a calendar object is that of its own session.
    fn told(&self) -> &[Id<Session>] {
        let is_whole = self.notice != Notice::Link || self.payload.issue.is_none();
        if self.payload.leads && is_whole {
            &self.registration.sessions
        } else {
            &self.own
        }
    }
}

impl Composer {
    /// Letters in the words of `view`, with addresses below `base_url`, from whom `site` names.
    pub fn new(view: Arc<View>, key: InstanceKey, base_url: Url, site: String) -> Self {
        Self {
            view,
            key,
            base_url,
            site,
        }
    }

    /// The key by which links are sealed and tokens derived.
    pub fn key(&self) -> &InstanceKey {
        &self.key
    }

    /// The letter of `message`, by the facts that `tx` sees.
    ///
    /// # Errors
    /// Where the database fails; the message can be tried again.
    pub async fn compose(&self, tx: &mut Tx, message: &Message) -> Result<Composed> {
        let now = tx.now();
        if message.not_useful_after.is_some_and(|end| now >= end) {
            return Ok(Composed::NotOwed("it would come too late"));
        }
        let Ok(notice) = message.kind.parse::<Notice>() else {
            return Ok(Composed::Broken(format!(
                "there is no kind of mail “{}”",
                message.kind
            )));
        };
        let Some(event) = event::load(tx, &self.key, Id::from_uuid(message.subject)).await? else {
            return Ok(Composed::NotOwed("the event is gone"));
        };
        let recipient = Id::from_uuid(message.recipient);
        let Some(registration) = registration::load(tx, recipient).await? else {
            return Ok(Composed::NotOwed("the registration is gone"));
        };
        if let Some(reason) = not_owed(notice, &event, &registration) {
            return Ok(Composed::NotOwed(reason));
        }
        Ok(self
            .letter(message, notice, event, registration, now)
            .unwrap_or_else(Composed::Broken))
    }

    fn letter(
        &self,
        message: &Message,
        notice: Notice,
        event: Event,
        registration: Registration,
        now: Instant,
    ) -> std::result::Result<Composed, String> {
        let payload: NoticePayload =
            serde_json::from_value(message.payload.clone()).map_err(|error| error.to_string())?;
        let linked = event.clone();
        let case = Case {
            notice,
            own: message.session().map_or_else(
                || registration.sessions.clone(),
                |id| vec![Id::from_uuid(id)],
            ),
            link: link(&linked, message, notice, now),
            locale: self.view.locale(&registration.language),
            payload,
            event,
            registration,
        };
        if notice == Notice::Link && case.link.is_none() {
            return Ok(Composed::NotOwed("the link is not released"));
        }
        let words = self.words(&case, now).map_err(|error| error.to_string())?;
        let calendar = self.calendar(&case).map_err(|error| error.to_string())?;
        Ok(Composed::Letter(Box::new(Letter {
            message_id: message
                .message_id
                .parse::<MessageId>()
                .map_err(|error| error.to_string())?,
            date: message.written_at,
            from: case.event.sender.clone(),
            to: case.registration.email.clone(),
            reply_to: reply_to(&case.event),
            subject: SingleLine::clean(&words.subject),
            language: case.locale.language().clone(),
            text: words.text,
            html: words.html,
            calendar,
            feedback_id: SingleLine::clean(&format!("{notice}:convoke")),
        })))
    }

    fn words(&self, case: &Case<'_>, now: Instant) -> std::result::Result<MailText, CannotRender> {
        let language = case.locale.language();
        let about = self.occasion(case, case.told());
        let manage = self.manage_page(case);
        match case.notice {
            Notice::Registered => {
                let mode = case.registration.mode.as_str();
                self.view.mail(
                    &Registered {
                        about,
                        mode,
                        manage,
                    },
                    language,
                )
            }
            Notice::Link => {
                let join = case
                    .link
                    .map_or_else(String::new, |link| link.reveal().to_owned());
                let listening = case
                    .registration
                    .listening
                    .as_ref()
                    .map(|wanted| case.locale.language_name(wanted));
                self.view.mail(
                    &Link {
                        about,
                        join,
                        listening,
                        manage,
                    },
                    language,
                )
            }
            Notice::Withdrawn => {
                let open = now < case.event.schedule.closes_at
                    && case.event.state == EventState::Published;
                self.view.mail(&Withdrawn { about, open }, language)
            }
            Notice::ConfirmAddress => {
                let until = case.registration.registered_at + registration::HOLD;
                let until = case.locale.moment(&case.event.details.zone, until);
                self.view.mail(
                    &ConfirmAddress {
                        about,
                        confirm: manage,
                        until,
                    },
                    language,
                )
            }
            Notice::Received => self.view.mail(&Received { about, manage }, language),
            Notice::Waitlisted => self.view.mail(&Waitlisted { about, manage }, language),
            Notice::Known => self.view.mail(&Known { about, manage }, language),
        }
    }

    fn calendar(
        &self,
        case: &Case<'_>,
    ) -> std::result::Result<Option<String>, invite::CannotInvite> {
        let about = self.occasion(case, &case.own);
        match &case.payload.issue {
            Some(issue) => invite::object(&self.view, case, issue, about).map(Some),
            None if case.notice == Notice::Registered => {
                invite::publication(&self.view, case, &about).map(Some)
            }
            None => Ok(None),
        }
    }

    fn occasion(&self, case: &Case<'_>, sessions: &[Id<Session>]) -> Occasion {
        let event = &case.event;
        Occasion {
            event: event::facts_with_sessions(event, case.locale, sessions),
            event_page: self.page(
                case.locale.language(),
                &format!("events/{}", event.details.slug),
            ),
            site: self.site.clone(),
            sender: event.sender.address(),
            reply_to: reply_to(event)
                .map_or_else(|| event.contact(), |address| address.to_string()),
        }
    }

    fn manage_page(&self, case: &Case<'_>) -> String {
        let registration = &case.registration;
        let token = manage_token(&self.key, registration.id, registration.token_generation);
        self.page(
            case.locale.language(),
            &format!("registrations/{}", token.as_str()),
        )
    }

    /// Every address is built from the base address, never from a request (S-10).
    fn page(&self, language: &Language, rest: &str) -> String {
        format!(
            "{}/{language}/{rest}",
            self.base_url.as_str().trim_end_matches('/')
        )
    }
}

/// The link of the message's session, where it may be told now (S-34).
fn link<'a>(
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
fn not_owed(notice: Notice, event: &Event, registration: &Registration) -> Option<&'static str> {
    use RegistrationState::{Cancelled, Confirmed, Pending, Unconfirmed, Waitlisted};
    let state = registration.state;
    if event.state != EventState::Published && notice != Notice::Withdrawn {
        return Some("the event does not take place");
    }
    let is_owed = match notice {
        Notice::Link => registration.joins_online(),
        Notice::Registered => state == Confirmed,
        Notice::ConfirmAddress => state == Unconfirmed,
        Notice::Received => state == Pending,
        Notice::Waitlisted => state == Waitlisted,
        Notice::Withdrawn => state == Cancelled,
        Notice::Known => registration.is_live(),
    };
    (!is_owed).then_some("the registration has changed since")
}

fn reply_to(event: &Event) -> Option<crate::base::text::EmailAddress> {
    let stated = event
        .details
        .mail
        .as_ref()
        .and_then(|mail| mail.reply_to.clone());
    stated.or_else(|| event.details.contact.clone())
}
