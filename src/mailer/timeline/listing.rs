//! The messages of an event one by one.

use super::store;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::{Language, Localised};
use crate::base::text::{EmailAddress, SingleLine};
use crate::event::Event;
use crate::outbox::{Message, MessageState};
use crate::registration::{Registration, RegistrationState};

/// How many messages a page shows.
pub const LONGEST_PAGE: usize = 50;

/// Which messages are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Of this kind.
    pub kind: Option<String>,
    /// In this state.
    pub state: Option<MessageState>,
    /// Made before this one.
    pub before: Option<Id<Message>>,
}

/// A message, as organisers see it.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Listed {
    /// Its identifier.
    pub id: Id<Message>,
    /// The kind.
    pub kind: String,
    /// What has become of it.
    pub state: MessageState,
    /// When it goes, or went.
    pub due_at: Instant,
    /// When that was settled.
    pub settled_at: Option<Instant>,
    /// From when on it would only disturb.
    pub not_useful_after: Option<Instant>,
    /// How often it was tried.
    pub attempts: i64,
    /// What the mail server said last, or why it was not sent.
    pub last_reply: Option<String>,
    /// Its Message-ID.
    pub message_id: String,
    /// The attendee's registration, where it goes to one.
    #[sqlx(rename = "registration_id")]
    pub registration: Option<Id<Registration>>,
    /// The attendee's name, where it goes to one.
    pub name: Option<SingleLine>,
    /// Their address.
    pub email: Option<EmailAddress>,
    /// The language of their mails.
    pub language: Option<Language>,
    /// Whoever appears, where it goes to one of them.
    #[sqlx(json(nullable))]
    person: Option<Person>,
}

#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
struct Person {
    name: Localised,
}

/// Somebody whose mail may be looked at.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Found {
    /// Their registration.
    pub id: Id<Registration>,
    /// Their name.
    pub name: SingleLine,
    /// The language of their mails.
    pub language: Language,
    /// What has become of their registration.
    pub state: RegistrationState,
}

impl Listed {
    /// The name of whoever appears, where it goes to one of them.
    pub fn appearing(&self) -> Option<&Localised> {
        self.person.as_ref().map(|person| &person.name)
    }
}

/// The messages of `event` that are wanted, the latest first; and whether there are more.
pub async fn listing(tx: &mut Tx, event: &Event, wanted: &Wanted) -> Result<(Vec<Listed>, bool)> {
    let limit = i64::try_from(LONGEST_PAGE + 1).expect("a small number");
    let mut found = page(tx, event, wanted, limit).await?;
    let has_more = found.len() > LONGEST_PAGE;
    found.truncate(LONGEST_PAGE);
    Ok((found, has_more))
}

/// At most `limit` of them.
pub async fn page(tx: &mut Tx, event: &Event, wanted: &Wanted, limit: i64) -> Result<Vec<Listed>> {
    store::page(tx, event.id, wanted, limit).await
}

/// The message of `event` with this identifier.
pub async fn one(tx: &mut Tx, event: &Event, id: Id<Message>) -> Result<Option<Listed>> {
    store::one(tx, event.id, id).await
}

/// A few people of `event` whose name or address holds `words`.
pub async fn people(tx: &mut Tx, event: &Event, words: &str) -> Result<Vec<Found>> {
    store::people(tx, event.id, words).await
}
