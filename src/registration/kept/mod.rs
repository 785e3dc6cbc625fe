//! Everything that is kept of somebody's registration: theirs to take with them (P-6).

mod store;

use serde_json::json;

use super::{
    Agreement, Companion, Entered, Note, Registration, Source, Stay, agreements, companions,
    entered, notes, stays, tags_of,
};
use crate::audit::{self, Past};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Session;
use crate::event::partner::{self, PartnerLink};
use crate::outbox::{self, Sent};

/// More lines than anybody has.
const ALL: i64 = 100_000;

/// What is kept of a registration, whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// Besides the registration itself.
    pub entered: Entered,
    /// Which link they followed to it.
    pub source: Option<Source>,
    /// That link, where it is a partner's.
    pub partner: Option<PartnerLink>,
    /// Everything that they agreed to, or took back, the oldest first.
    pub agreements: Vec<Agreement>,
    /// What their calendar has of each session that they come to or wait for.
    pub entries: Vec<CalendarEntry>,
    /// The sessions that they wait for besides.
    pub lines: Vec<SessionLine>,
    /// When they were asked to come, where they were.
    pub invited_at: Option<Instant>,
    /// Who was asked for with their address, and not answered for.
    pub companions: Vec<Companion>,
    /// Every mail to them, the oldest first.
    pub mails: Vec<Sent>,
    /// When they came.
    pub stays: Vec<Stay>,
    /// What organisers noted.
    pub notes: Vec<Note>,
    /// Tags that organisers gave.
    pub tags: Vec<String>,
    /// What was done, the oldest first.
    pub past: Vec<Past>,
}

/// What somebody's calendar has of a session.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct CalendarEntry {
    /// The session.
    pub session_id: Id<Session>,
    /// What the entry is called among calendars.
    pub uid: String,
    /// How many were issued.
    pub next_sequence: i64,
    /// When the last was.
    pub issued_at: Option<Instant>,
    /// What their calendar answered.
    pub answer: Option<String>,
    /// When it did.
    pub answered_at: Option<Instant>,
}

/// A session that somebody waits for besides those they come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct SessionLine {
    /// The session.
    pub session_id: Id<Session>,
    /// Since when.
    pub wished_at: Instant,
}

/// Everything about `registration`.
///
/// # Errors
/// Where the database fails.
pub async fn kept(tx: &mut Tx, registration: &Registration) -> Result<Kept> {
    let id = registration.id;
    let (source, invited_at) = store::origin(tx, id).await?;
    let partner = match &source {
        Some(source) => partner::link(tx, registration.event, source).await?,
        None => None,
    };
    let mut mails = outbox::to(tx, registration.event.uuid(), id.uuid(), ALL).await?;
    mails.reverse();
    let mut past = audit::of_object(tx, id.uuid(), ALL).await?;
    past.reverse();
    let tags = tags_of(tx, &[id]).await?;
    Ok(Kept {
        entered: entered(tx, registration).await?,
        source,
        partner,
        agreements: agreements(tx, id).await?,
        entries: store::entries(tx, id).await?,
        lines: store::lines(tx, id).await?,
        invited_at,
        companions: companions(tx, registration).await?,
        mails,
        stays: stays(tx, id).await?,
        notes: notes(tx, id).await?,
        tags: tags.into_values().flatten().collect(),
        past,
    })
}

/// Notes that somebody took all of it with them; the log says no more than that.
///
/// # Errors
/// Where the database fails.
pub async fn note_copy(tx: &mut Tx, registration: &Registration) -> Result<()> {
    let id = registration.id.uuid();
    audit::record(tx, "attendee", "copy_taken", id, json!({})).await
}

/// How many others are registered for the event with the same address.
///
/// # Errors
/// Where the database fails.
pub async fn sharing_mailbox(tx: &mut Tx, registration: &Registration) -> Result<i64> {
    store::sharing_mailbox(tx, registration).await
}
