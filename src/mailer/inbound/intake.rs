//! What a mail that came back changes.

use std::fmt;

use uuid::Uuid;

use super::parts::Unreadable;
use super::reading::{Content, Reading, read};
use super::reply::Reply;
use super::report::{Report, Returned};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::base::text::EmailAddress;
use crate::event;
use crate::mailer::alarm;
use crate::mailer::bounce::BounceAddress;
use crate::outbox::{self, Message, MessageState};
use crate::registration::{self, CalendarAnswer, Invited, Registration};

/// What it takes to judge what comes back.
#[derive(Debug, Clone)]
pub struct Intake {
    /// By which tokens are known.
    pub key: InstanceKey,
    /// Where mails are returned to, if to addresses of their own.
    pub bounces: Option<BounceAddress>,
    /// The name by which our own mail server signs its Authentication-Results (RFC 8601 section
    /// 2.5). Without one, answers of calendars count only with a token.
    pub authserv_id: Option<String>,
}

/// What a mail came to. Its text repeats nothing of the mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// A message has not arrived and never will.
    Returned {
        /// Which one.
        message: Id<Message>,
        /// On how many registrations its address was marked.
        marked: u64,
    },
    /// A message has not arrived yet, or not at this try.
    Delayed {
        /// Which one.
        message: Id<Message>,
    },
    /// A calendar answered.
    Answered {
        /// For whom.
        registration: Id<Registration>,
        /// What.
        answer: CalendarAnswer,
        /// Whether they are told how to give up their place.
        offered: bool,
    },
    /// Nothing changed.
    Nothing(Reason),
}

/// Why a mail changed nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// It was too much of something.
    #[error("{0}")]
    Unreadable(#[from] Unreadable),
    /// Neither a bounce nor an answer.
    #[error("it is neither a bounce nor a calendar's answer")]
    NothingSaid,
    /// A bounce of no message of ours, or of one to another address.
    #[error("it is about no message of this instance to that address")]
    NotOurMessage,
    /// An answer to no invitation of ours, or for another address.
    #[error("it answers no invitation of this instance to that address")]
    NotOurInvitation,
    /// An answer that nobody vouches for.
    #[error("nothing proves that the answer is from whom it says")]
    Unproven,
    /// What it says is known, or newer is.
    #[error("it says nothing new")]
    NothingNew,
    /// A meeting cannot be moved for one of many.
    #[error("it proposes another time")]
    Counter,
}

/// What the mail `octets` says, before anything is held for which others wait.
///
/// # Errors
/// Why it changes nothing, whatever is known here.
pub fn understood(octets: &[u8]) -> std::result::Result<Reading, Reason> {
    let reading = read(octets)?;
    match reading.content {
        Content::Report(_) | Content::Reply(_) => Ok(reading),
        Content::Counter => Err(Reason::Counter),
        Content::Nothing => Err(Reason::NothingSaid),
    }
}

/// Does what a mail means, in the unit of work `tx`; a mail that comes twice changes nothing the second
/// time.
///
/// # Errors
/// Where the database fails; the mail can be received again.
pub async fn receive(tx: &mut Tx, intake: &Intake, reading: &Reading) -> Result<Received> {
    match &reading.content {
        Content::Report(report) => intake.returned(tx, reading, report).await,
        Content::Reply(reply) => intake.answered(tx, reading, reply).await,
        Content::Counter => Ok(Received::Nothing(Reason::Counter)),
        Content::Nothing => Ok(Received::Nothing(Reason::NothingSaid)),
    }
}

impl Intake {
    async fn returned(&self, tx: &mut Tx, reading: &Reading, report: &Report) -> Result<Received> {
        let Some(message) = self.reported(tx, reading, report).await? else {
            return Ok(Received::Nothing(Reason::NotOurMessage));
        };
        let recipient = Id::from_uuid(message.recipient);
        let registration = registration::load(tx, recipient).await?;
        let address = match &registration {
            Some(registration) => Some(registration.email.clone()),
            None => self.other_address(tx, &message).await?,
        };
        let Some(returned) = address.and_then(|address| returned_from(&address, report)) else {
            return Ok(Received::Nothing(Reason::NotOurMessage));
        };
        if !returned.is_final() {
            return Ok(Received::Delayed {
                message: message.id,
            });
        }
        // Looked at before anything is marked: the same bounce, kept for years, must not silence an
        // address that was mended since.
        if !matches!(message.state, MessageState::Sent | MessageState::Uncertain) {
            return Ok(Received::Nothing(Reason::NothingNew));
        }
        let status = returned.status.to_string();
        let condemned = registration
            .filter(|registration| registration.is_live() && returned.status.condemns_address());
        let marked = match condemned {
            Some(registration) => {
                registration::mark_undeliverable(tx, registration.id, &status).await?
            }
            None => 0,
        };
        Ok(if outbox::returned(tx, message.id, &status).await? {
            Received::Returned {
                message: message.id,
                marked,
            }
        } else {
            // Another node was quicker.
            Received::Nothing(Reason::NothingNew)
        })
    }

    /// Where a message goes that is to nobody who registered: to somebody who appears, or to those who
    /// run the event.
    async fn other_address(&self, tx: &mut Tx, message: &Message) -> Result<Option<EmailAddress>> {
        let event = Id::from_uuid(message.subject);
        if message.kind == alarm::KIND {
            let Some(event) = event::load(tx, &self.key, event).await? else {
                return Ok(None);
            };
            let addressee = alarm::addressee(tx, &event, message).await?;
            return Ok(addressee.map(|(address, _)| address));
        }
        let appearance = event::appearance(tx, event, Id::from_uuid(message.recipient)).await?;
        Ok(appearance.and_then(|(_, appearance)| appearance.email))
    }

    /// The message that a report is about: by the address it came to, else by what it returns.
    async fn reported(
        &self,
        tx: &mut Tx,
        reading: &Reading,
        report: &Report,
    ) -> Result<Option<Message>> {
        if let Some(id) = self.token(reading) {
            return outbox::find(tx, id).await;
        }
        let Some(original) = &report.original else {
            return Ok(None);
        };
        // A Message-ID begins with the row's own identifier (OUT-3).
        let row = original.as_str().split_once('@').map(|(row, _)| row);
        let Some(id) = row.and_then(|row| row.parse::<Uuid>().ok()) else {
            return Ok(None);
        };
        let found = outbox::find(tx, Id::from_uuid(id)).await?;
        Ok(found.filter(|message| message.message_id == original.as_str()))
    }

    fn token(&self, reading: &Reading) -> Option<Id<Message>> {
        let bounces = self.bounces.as_ref()?;
        reading
            .addressed
            .iter()
            .find_map(|address| bounces.message_of(&self.key, address))
    }

    async fn answered(&self, tx: &mut Tx, reading: &Reading, reply: &Reply) -> Result<Received> {
        let invited = registration::invited(tx, &reply.uid).await?;
        let Some(invited) = invited.filter(|invited| {
            invited.registration.is_live() && is_address_of(&invited.registration, &reply.attendee)
        }) else {
            return Ok(Received::Nothing(Reason::NotOurInvitation));
        };
        if !self.is_proven(tx, reading, &invited).await? {
            return Ok(Received::Nothing(Reason::Unproven));
        }
        let Reply {
            uid,
            answer,
            sequence,
            stamp,
            ..
        } = reply;
        if !registration::note_answer(tx, uid, *answer, *sequence, *stamp).await? {
            return Ok(Received::Nothing(Reason::NothingNew));
        }
        let offered = *answer == CalendarAnswer::Declined
            && !reading.is_automatic
            && self.offer(tx, &invited, *sequence).await?;
        Ok(Received::Answered {
            registration: invited.registration.id,
            answer: *answer,
            offered,
        })
    }

    /// Whether the answer is from the invited person.
    async fn is_proven(&self, tx: &mut Tx, reading: &Reading, invited: &Invited) -> Result<bool> {
        let registration = &invited.registration;
        let is_from_them = reading
            .from
            .as_ref()
            .is_some_and(|from| is_address_of(registration, from));
        if !is_from_them {
            return Ok(false);
        }
        let is_vouched_for = self
            .authserv_id
            .as_ref()
            .is_some_and(|server| reading.is_vouched_for_by(server));
        if is_vouched_for {
            return Ok(true);
        }
        let Some(message) = self.token(reading) else {
            return Ok(false);
        };
        let message = outbox::find(tx, message).await?;
        Ok(message.is_some_and(|message| message.recipient == registration.id.uuid()))
    }

    async fn offer(&self, tx: &mut Tx, invited: &Invited, sequence: i64) -> Result<bool> {
        match event::load(tx, &self.key, invited.registration.event).await? {
            Some(event) => invited.offer_withdrawal(tx, &event, sequence).await,
            None => Ok(false),
        }
    }
}

/// What the report says about `address`; the worst of it.
fn returned_from<'a>(address: &EmailAddress, report: &'a Report) -> Option<&'a Returned> {
    report
        .recipients
        .iter()
        .filter(|returned| {
            let mut addresses = returned.addresses.iter();
            addresses.any(|named| is_spelling_of(address, named))
        })
        .max_by_key(|returned| returned.is_final())
}

fn is_address_of(registration: &Registration, address: &str) -> bool {
    is_spelling_of(&registration.email, address)
}

fn is_spelling_of(address: &EmailAddress, named: &str) -> bool {
    named
        .parse::<EmailAddress>()
        .is_ok_and(|named| named.key() == address.key())
}

impl fmt::Display for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Returned { message, marked } => write!(
                f,
                "message {message} came back; registrations marked undeliverable: {marked}"
            ),
            Self::Delayed { message } => {
                write!(f, "message {message} is delayed; nothing changed")
            }
            Self::Answered {
                registration,
                answer,
                offered: true,
            } => write!(
                f,
                "the calendar of registration {registration} answered {answer}; \
                 they are asked whether to give up their place"
            ),
            Self::Answered {
                registration,
                answer,
                offered: false,
            } => write!(
                f,
                "the calendar of registration {registration} answered {answer}"
            ),
            Self::Nothing(reason) => write!(f, "nothing changed: {reason}"),
        }
    }
}
