//! People whom an organiser asks to come: each gets a link by mail that registers this very address where
//! only those who are invited may (S-12). It waives no other term: closing, capacity and approval hold.

mod store;

pub use store::{guest, guests};

use serde_json::json;

use super::{Registration, erase};
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::{InstanceKey, Token};
use crate::base::text::EmailAddress;
use crate::event::Event;
use crate::outbox::{self, Owed, Priority, Resend};

/// The kind of the mails; their recipients are guests.
pub const KIND: &str = "guest_invitation";

/// Somebody who was asked to come.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Guest {
    /// The identifier.
    pub id: Id<Self>,
    /// To which event.
    pub event_id: Id<Event>,
    /// Who.
    pub email: EmailAddress,
    /// The language of the mail.
    pub language: Language,
    /// How often they were asked.
    pub rounds: i64,
    /// When they were asked last.
    pub invited_at: Instant,
    /// What came of it.
    pub registration_id: Option<Id<Registration>>,
}

/// The link of a guest: derived, so that no mail has to be stored; the database holds its hash.
pub fn token(key: &InstanceKey, guest: Id<Guest>) -> Token {
    key.token("guest", guest.uuid(), 0)
}

/// Asks each of `addresses` to come to `event`, in `language`; who was asked before and has not registered
/// is asked again. Says how many mails are on their way.
///
/// # Errors
/// Where the database fails.
pub async fn invite(
    tx: &mut Tx,
    key: &InstanceKey,
    event: &Event,
    addresses: &[EmailAddress],
    language: &Language,
    actor: &str,
) -> Result<usize> {
    let mut asked = 0;
    for email in addresses {
        let id = tx.new_id();
        let hash = token(key, id).hash();
        if let Some(guest) = store::put(tx, (id, event.id), email, language, &hash).await? {
            owe(tx, event, &guest).await?;
            asked += 1;
        }
    }
    let changes = json!({ "guests": asked });
    audit::record(tx, actor, "guests_invited", event.id.uuid(), changes).await?;
    Ok(asked)
}

/// Has an invitation of `event` lead nowhere any more; what somebody registered by it stays.
///
/// # Errors
/// Where the database fails.
pub async fn uninvite(tx: &mut Tx, event: &Event, guest: Id<Guest>, actor: &str) -> Result<bool> {
    // Without it nobody would know any more that the mail was to them, should they be erased.
    let mails = store::remove_mails(tx, event.id, guest).await?;
    let was_there = store::remove(tx, event.id, guest).await?;
    if was_there {
        erase::forget_mails(tx, &mails).await?;
        audit::record(tx, actor, "guest_uninvited", event.id.uuid(), json!({})).await?;
    }
    Ok(was_there)
}

/// The guest of `event` whose link has this token, where it is for `email`.
pub(super) async fn admitted(
    tx: &mut Tx,
    event: &Event,
    email: &EmailAddress,
    code: &str,
) -> Result<Option<Id<Guest>>> {
    let hash = Token::from_address(code).hash();
    store::admitted(tx, event.id, &email.key(), &hash).await
}

/// Notes what came of an invitation; that the link was followed is the proof of the address.
pub(super) async fn arrive(
    tx: &mut Tx,
    guest: Id<Guest>,
    registration: Id<Registration>,
) -> Result<()> {
    store::arrive(tx, guest, registration).await
}

async fn owe(tx: &mut Tx, event: &Event, guest: &Guest) -> Result<()> {
    let owed = Owed {
        subject: event.id.uuid(),
        recipient: guest.id.uuid(),
        session: None,
        kind: KIND,
        revision: guest.rounds,
        lane: guest.id.uuid(),
        priority: Priority::Normal,
        payload: json!({}),
        domain: event.sender.domain(),
        due_at: tx.now(),
        not_useful_after: Some(event.schedule.closes_at),
        resend: Resend::Never,
    };
    outbox::enqueue(tx, owed).await?;
    Ok(())
}
