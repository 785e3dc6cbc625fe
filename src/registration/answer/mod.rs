//! What somebody's calendar answers to an invitation. It moves no seat: a calendar may decline what
//! its owner still wants, and answers can be forged; so whoever declines is asked.

mod store;

pub use store::{Answered, calendar_answers};

use chrono::TimeDelta;

use super::notices::{Owing, enqueue};
use super::{Notice, NoticePayload, Registration, RegistrationState, store as registrations};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Session};
use crate::words;

/// How far a calendar's clock may run ahead. What is answered later than that would stand against
/// every true answer.
const CLOCK_AHEAD: TimeDelta = TimeDelta::days(1);

words! {
    /// What a calendar answers (PARTSTAT, RFC 5545 section 3.2.12).
    pub enum CalendarAnswer {
        /// They come.
        Accepted = "accepted",
        /// They may come.
        Tentative = "tentative",
        /// They do not come.
        Declined = "declined",
    }
}

/// Who was invited, and to what.
#[derive(Debug, Clone, PartialEq)]
pub struct Invited {
    /// Their registration.
    pub registration: Registration,
    /// The session.
    pub session: Id<Session>,
}

/// The invitation that `uid` names; `None` where this instance made none of that name.
///
/// # Errors
/// Where the database fails.
pub async fn invited(tx: &mut Tx, uid: &str) -> Result<Option<Invited>> {
    let Some((registration, session)) = store::find_invitation(tx, uid).await? else {
        return Ok(None);
    };
    let registration = registrations::load(tx, registration).await?;
    Ok(registration.map(|registration| Invited {
        registration,
        session,
    }))
}

/// Notes what was answered to issue `sequence` of the invitation `uid` at `answered_at`; `false` for
/// an answer that is no newer than the one before (RFC 5546 section 2.1.5), answers what was never
/// sent, or comes from the future.
///
/// # Errors
/// Where the database fails.
pub async fn note_answer(
    tx: &mut Tx,
    uid: &str,
    answer: CalendarAnswer,
    sequence: i64,
    answered_at: Instant,
) -> Result<bool> {
    if answered_at > tx.now() + CLOCK_AHEAD {
        return Ok(false);
    }
    store::note_answer(tx, uid, answer, sequence, answered_at).await
}

impl Invited {
    /// Owes them the mail that leads to the page where a place can be given up, once for each issue
    /// of the invitation; `false` where they were told, or have no place to give up.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn offer_withdrawal(
        &self,
        tx: &mut Tx,
        event: &Event,
        sequence: i64,
    ) -> Result<bool> {
        if self.registration.state != RegistrationState::Confirmed {
            return Ok(false);
        }
        let payload = NoticePayload::default();
        let session = Some(self.session);
        let owing = Owing::now(tx, event, Notice::DeclineNoted, sequence, session, payload);
        enqueue(tx, event, self.registration.id, owing).await
    }
}
