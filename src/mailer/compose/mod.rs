//! From a message to a letter in its recipient's language: a function of the row and of today's
//! facts, the same at every try while these are the same (DEC-4).

mod account;
mod alarm;
mod announcement;
mod asking;
mod case;
mod change;
mod decision;
mod facts;
mod guest;
mod lineup;
mod notice;
mod occasions;
mod owed;
mod preview;
mod rehearsal;
mod retention;
mod shared;
mod trial;

pub(in crate::mailer) use case::Case;
pub use facts::{Basis, Facts};
pub use preview::{Shown, sample_reader};
pub use rehearsal::Rehearsal;

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use url::Url;

use facts::EventShelf;
use occasions::Occasions;
use shared::SharedWords;

use super::address::MessageId;
use super::bounce::BounceAddress;
use super::form::Letter;
use super::head::{feedback_id, stop_page};
use super::{alarm as alarms, invite, lineup as lineup_link, retention as ends, trial as trials};
use crate::account::{CODE_KIND, invitation};
use crate::base::clock::Instant;
use crate::base::db::{self, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::InstanceKey;
use crate::base::sender::Sender;
use crate::base::text::{EmailAddress, SingleLine};
use crate::event::announcement::{Announced, AnnouncementKind};
use crate::event::{self, Event};
use crate::outbox::Message;
use crate::registration::{self, Notice, NoticePayload, Registration, RegistrationState};
use crate::view::{Locale, MailText, SiteName, View};

/// Turns messages into letters.
#[derive(Debug)]
pub struct Composer {
    view: Arc<View>,
    key: InstanceKey,
    base_url: Url,
    site: SiteName,
    bounces: Option<BounceAddress>,
    sender: Option<Sender>,
    shelf: EventShelf,
    occasions: Occasions,
    /// Announcements whose mails are kept back since they would tell the link.
    lamented: Mutex<HashSet<Id<Announced>>>,
    shared_words: SharedWords,
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

impl Composer {
    /// Letters in the words of `view`, with addresses below `base_url`, from whom `site` names.
    pub fn new(view: Arc<View>, key: InstanceKey, base_url: Url, site: SiteName) -> Self {
        Self {
            view,
            key,
            base_url,
            site,
            bounces: None,
            sender: None,
            shelf: EventShelf::default(),
            occasions: Occasions::default(),
            lamented: Mutex::default(),
            shared_words: SharedWords::default(),
        }
    }

    /// The same letters, each returned to an address of its own below `bounces` (REP-1).
    #[must_use]
    pub fn returning_to(self, bounces: Option<BounceAddress>) -> Self {
        Self { bounces, ..self }
    }

    /// The key by which links are sealed and tokens derived.
    pub fn key(&self) -> &InstanceKey {
        &self.key
    }

    /// The letter of `message`, by the facts that `tx` sees.
    ///
    /// # Errors
    /// Where the database fails; the message can be tried again.
    pub async fn compose(&self, tx: &mut Tx, message: &Message) -> db::Result<Composed> {
        let now = tx.now();
        if let Some(too_late) = too_late(message, now) {
            return Ok(too_late);
        }
        if message.kind == CODE_KIND {
            return self.sign_in_code(tx, message).await;
        }
        if message.kind == invitation::KIND {
            return self.team_invitation(tx, message).await;
        }
        let Some(event) = event::load(tx, &self.key, Id::from_uuid(message.subject)).await? else {
            return Ok(Composed::NotOwed("the event is gone"));
        };
        if message.kind == alarms::KIND {
            return self.alarm(tx, message, &event).await;
        }
        if message.kind == ends::KIND {
            return self.retention(tx, message, &event).await;
        }
        if message.kind == lineup_link::KIND {
            return self.to_lineup(tx, message, &event).await;
        }
        if message.kind == event::lineup::KIND {
            return self.asking(tx, message, &event).await;
        }
        if message.kind == registration::guest::KIND {
            return self.guest_invitation(tx, message, &event).await;
        }
        if message.kind == trials::KIND {
            return self.trial(tx, message, event).await;
        }
        if message.kind.parse::<AnnouncementKind>().is_ok() {
            return self.announcement(tx, message, &event).await;
        }
        let Ok(notice) = message.kind.parse::<Notice>() else {
            let reason = format!("there is no kind of mail “{}”", message.kind);
            return Ok(Composed::Broken(reason));
        };
        let recipient = Id::from_uuid(message.recipient);
        let Some(registration) = registration::load(tx, recipient).await? else {
            return match notice {
                Notice::Changed | Notice::Cancelled => self.to_lineup(tx, message, &event).await,
                _ => Ok(Composed::NotOwed("the registration is gone")),
            };
        };
        let link = match owed::may_hold_link(message, notice, &event, &registration, now) {
            Some(may_hold_link) => may_hold_link,
            None => owed::may_be_told_again(tx, message, &event, &registration).await?,
        };
        Ok(self.to_attendee(message, notice, Arc::new(event), registration, (now, link)))
    }

    /// What a notice to an attendee turns into at `now`, which may hold the link or not.
    fn to_attendee(
        &self,
        message: &Message,
        notice: Notice,
        event: Arc<Event>,
        registration: Registration,
        (now, may_hold_link): (Instant, bool),
    ) -> Composed {
        if let Some(reason) = owed::not_owed(message, notice, &event, &registration) {
            return Composed::NotOwed(reason);
        }
        self.notice(message, notice, event, registration, (now, may_hold_link))
            .unwrap_or_else(Composed::Broken)
    }

    /// A notice to an attendee.
    fn notice(
        &self,
        message: &Message,
        notice: Notice,
        event: Arc<Event>,
        registration: Registration,
        (now, may_hold_link): (Instant, bool),
    ) -> Result<Composed, String> {
        let payload: NoticePayload =
            serde_json::from_value(message.payload.clone()).map_err(|error| error.to_string())?;
        let linked = Arc::clone(&event);
        let join_page =
            owed::joins_by_page(&event, message, &payload).then(|| self.join_page(&registration));
        let case = Case {
            notice,
            revision: message.revision,
            own: message.session().map_or_else(
                || registration.sessions.clone(),
                |id| vec![Id::from_uuid(id)],
            ),
            link: owed::link(&linked, message).filter(|_| may_hold_link),
            join_page,
            locale: self.view.locale(&registration.language),
            payload,
            event,
            registration,
        };
        if notice == Notice::Link && case.link.is_none() {
            return Ok(Composed::NotOwed("the link is not released"));
        }
        if notice == Notice::Changed && case.facts().is_empty() {
            return Ok(Composed::NotOwed("they were never sent the link"));
        }
        let words = self
            .words_of(&case, now)
            .map_err(|error| error.to_string())?;
        let calendar = self.calendar(&case).map_err(|error| error.to_string())?;
        let to = case.registration.email.clone();
        let letter = self.letter(message, &case.event, case.locale, to, words)?;
        Ok(Composed::Letter(Box::new(Letter {
            calendar,
            stop_page: stop_page(&message.kind, &self.manage_page(&case)),
            ..letter
        })))
    }

    fn calendar(&self, case: &Case<'_>) -> Result<Option<String>, invite::CannotInvite> {
        let about = self.occasion(&case.event, case.locale, &case.own);
        match &case.payload.issue {
            Some(issue) => invite::object(&self.view, case, issue, about).map(Some),
            None if gives_place(case.notice) || is_updated(case) => {
                invite::publication(&self.view, case, &about).map(Some)
            }
            None => Ok(None),
        }
    }

    /// The letter of `message` to one recipient, without a calendar object.
    fn letter(
        &self,
        message: &Message,
        event: &Event,
        locale: &Locale,
        to: EmailAddress,
        words: MailText,
    ) -> Result<Letter, String> {
        Ok(Letter {
            message_id: message
                .message_id
                .parse::<MessageId>()
                .map_err(|error| error.to_string())?,
            date: message.written_at,
            from: event.sender_to(locale),
            return_path: self
                .bounces
                .as_ref()
                .map(|bounces| bounces.of(&self.key, message.id)),
            to,
            reply_to: reply_to(event),
            subject: SingleLine::clean(&words.subject),
            language: locale.language().clone(),
            text: words.text,
            html: words.html,
            calendar: None,
            feedback_id: feedback_id(&message.kind, event.id.uuid()),
            stop_page: None,
        })
    }

    /// The address of a page in `language`.
    fn page(&self, language: &Language, rest: &str) -> String {
        self.address(&format!("{language}/{rest}"))
    }

    /// Every address is built from the base address, never from a request (S-10).
    fn address(&self, rest: &str) -> String {
        format!("{}/{rest}", self.base_url.as_str().trim_end_matches('/'))
    }
}

fn too_late(message: &Message, now: Instant) -> Option<Composed> {
    message
        .not_useful_after
        .filter(|end| *end <= now)
        .map(|_| Composed::NotOwed("it would come too late"))
}

/// Whether somebody has had no entry for their calendar before.
const fn gives_place(notice: Notice) -> bool {
    matches!(
        notice,
        Notice::Registered | Notice::Approved | Notice::Promoted | Notice::Moved
    )
}

/// Whether somebody has entries in their calendar that are not true any more, from a file that can only
/// be replaced by another.
fn is_updated(case: &Case<'_>) -> bool {
    case.notice == Notice::Changed
        && case.registration.state == RegistrationState::Confirmed
        && !case.registration.has_objects()
}

fn reply_to(event: &Event) -> Option<EmailAddress> {
    let stated = event
        .details
        .mail
        .as_ref()
        .and_then(|mail| mail.reply_to.clone());
    stated.or_else(|| event.details.contact.clone())
}
