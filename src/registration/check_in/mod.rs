//! Who came: noted at the door, session by session (U-18).

mod store;

pub use store::{at_the_door, confirmed_for, head_count, stays};

use serde_json::json;

use super::{Registration, RegistrationState, store as registrations};
use crate::audit;
use crate::base::claim::{claim, claimed};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::InstanceKey;
use crate::base::text::SingleLine;
use crate::event::{Event, Mode, Session};
use crate::words;

/// Keeps the tokens on badges apart from other uses of the instance's key.
const BADGE: &str = "check-in";

words! {
    /// Whom to show at the door.
    pub enum AtTheDoor {
        /// Everybody.
        All = "all",
        /// Who has not come yet.
        Expected = "expected",
        /// Who is there.
        Present = "present",
    }
}

/// Somebody expected at the door of a session. It holds no address: assistants see this.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Expected {
    /// Their registration.
    pub id: Id<Registration>,
    /// The name to show.
    pub name: SingleLine,
    /// Where they work, where asked.
    pub organisation: Option<String>,
    /// What they do there, where asked.
    pub position: Option<String>,
    /// How they attend.
    pub mode: Mode,
    /// The language of their mails.
    pub language: Language,
    /// The language they want to hear.
    pub listening: Option<Language>,
    /// When they came, where they did.
    pub checked_in_at: Option<Instant>,
    /// By whom that was noted.
    pub checked_in_by: Option<String>,
}

/// Somebody's arrival in a session.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Stay {
    /// The session.
    #[sqlx(rename = "session_id")]
    pub session: Id<Session>,
    /// When they came.
    #[sqlx(rename = "checked_in_at")]
    pub at: Instant,
    /// By whom that was noted.
    #[sqlx(rename = "checked_in_by")]
    pub by: String,
}

/// How many of those expected in the room came to a session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct HeadCount {
    /// How many are confirmed for the room.
    pub expected: i64,
    /// How many are there, whatever they registered for.
    pub present: i64,
}

/// What became of somebody at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckedIn {
    /// They are there now.
    Done,
    /// They had been noted before.
    Already,
    /// They have no place, or none in this session: what has become of their registration.
    NoPlace(RegistrationState),
}

/// What the code on the badge of `registration` holds. It opens nothing for whoever is not signed in to
/// check people in, and is not the token of their own page.
pub fn badge_token(key: &InstanceKey, registration: Id<Registration>) -> String {
    claim(key, BADGE, registration.uuid())
}

/// Whose badge has this token; `None` where this instance did not make it.
pub fn badge_of(key: &InstanceKey, token: &str) -> Option<Id<Registration>> {
    claimed(key, BADGE, token).map(Id::from_uuid)
}

/// Notes that somebody has come to `session` of `event`.
///
/// # Errors
/// Where the database fails.
pub async fn check_in(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    session: Id<Session>,
    actor: &str,
) -> Result<CheckedIn> {
    registrations::hold(tx, event.id).await?;
    let found = registrations::load(tx, registration.id).await?;
    let Some(now) = found.filter(|found| found.event == event.id) else {
        return Ok(CheckedIn::NoPlace(registration.state));
    };
    if now.state != RegistrationState::Confirmed || !now.sessions.contains(&session) {
        return Ok(CheckedIn::NoPlace(now.state));
    }
    if !store::insert(tx, now.id, session, actor).await? {
        return Ok(CheckedIn::Already);
    }
    let changes = json!({ "session": session.to_string() });
    audit::record(tx, actor, "checked_in", now.id.uuid(), changes).await?;
    Ok(CheckedIn::Done)
}

/// Takes that back; `false` where it was not so.
///
/// # Errors
/// Where the database fails.
pub async fn undo_check_in(
    tx: &mut Tx,
    registration: &Registration,
    session: Id<Session>,
    actor: &str,
) -> Result<bool> {
    let undone = store::delete(tx, registration.id, session).await?;
    if undone {
        let changes = json!({ "session": session.to_string() });
        audit::record(
            tx,
            actor,
            "check_in_undone",
            registration.id.uuid(),
            changes,
        )
        .await?;
    }
    Ok(undone)
}
