use std::collections::HashMap;

use super::{Appearance, AppearanceState, store};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Person, Photo, Session};

/// Somebody in the lineup of a session, with what organisers know of them there.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// The identifier.
    pub id: Id<Appearance>,
    /// Where they appear.
    pub session: Id<Session>,
    /// Who they are in the directory.
    pub person: Option<Id<Person>>,
    /// What is stated about them.
    pub appearance: Appearance,
    /// Their photo as of this event.
    pub photo: Option<Photo>,
    /// When they answered by themselves.
    pub answered_at: Option<Instant>,
    /// When an organiser took note of that.
    pub noted_at: Option<Instant>,
    /// When a mail asked them last.
    pub invited_at: Option<Instant>,
}

/// How far the lineup of a session has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Standing {
    /// Which session.
    pub session_id: Id<Session>,
    /// How many are in it, whoever refused aside.
    pub places: i64,
    /// How many of these have agreed.
    pub confirmed: i64,
    /// How many of these were asked and have not answered.
    pub invited: i64,
}

/// The photos that the public sees of those who appear in an event.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shown(HashMap<(Id<Session>, usize), Photo>);

impl Shown {
    /// The photo of whoever is at `index` in the lineup of `session`.
    pub fn photo(&self, session: Id<Session>, index: usize) -> Option<&Photo> {
        self.0.get(&(session, index))
    }
}

impl Placed {
    /// Whether they have refused, or do not come after all.
    pub fn is_off(&self) -> bool {
        matches!(
            self.appearance.state(),
            AppearanceState::Declined | AppearanceState::Withdrawn
        )
    }

    /// Whether a link may lead to what is theirs: who was asked has one, and who appears is sent one to join by.
    pub fn may_hold_links(&self) -> bool {
        let appears = self.appearance.state() == AppearanceState::Confirmed;
        self.invited_at.is_some() || (appears && self.appearance.email.is_some())
    }
}

/// The lineup of a session, in order.
pub async fn of_session(
    tx: &mut Tx,
    event: Id<Event>,
    session: Id<Session>,
) -> Result<Vec<Placed>> {
    store::of_session(tx, event, session).await
}

/// The lineup of the whole event, session by session.
pub async fn of_event(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Placed>> {
    store::of_event(tx, event).await
}

/// Somebody in the lineup of `event`.
pub async fn placed(tx: &mut Tx, event: Id<Event>, id: Id<Appearance>) -> Result<Option<Placed>> {
    store::placed(tx, event, id).await
}

/// Everything of whoever is reached at an address in the lineup of `event`, by the address's key.
pub async fn of_address(tx: &mut Tx, event: Id<Event>, email_key: &str) -> Result<Vec<Placed>> {
    store::of_address(tx, event, email_key).await
}

/// How far the lineup of each session of `event` has come.
pub async fn standings(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Standing>> {
    store::standings(tx, event).await
}

/// How many addresses of `event` a mail could ask that nobody has asked.
pub async fn unasked(tx: &mut Tx, event: Id<Event>) -> Result<usize> {
    let unasked = store::unasked(tx, event).await?;
    Ok(usize::try_from(unasked).unwrap_or_default())
}

/// The photos of those who have agreed to appear and to be shown.
pub async fn photos(tx: &mut Tx, event: Id<Event>) -> Result<Shown> {
    let shown = store::photos(tx, event).await?;
    Ok(Shown(shown.into_iter().collect()))
}
