//! Somebody is asked into a team: bound to the address that was asked, whoever follows the link
//! (S-12).

mod store;

pub use store::{find, load, of_organisation};
pub(super) use store::{of_address, withdraw_those_by};

use chrono::TimeDelta;
use serde_json::json;
use uuid::Uuid;

use super::{Organisation, Organiser, Role, grant};
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::{InstanceKey, Token};
use crate::base::text::EmailAddress;
use crate::outbox::{self, Owed, Priority, Resend};

/// The kind of the messages that carry an invitation: subject and recipient are its identifier.
pub const KIND: &str = "invitation";
/// How long it can be accepted.
const LIFETIME: TimeDelta = TimeDelta::days(7);

/// Somebody was asked in and has not answered.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Invitation {
    /// Its identifier.
    pub id: Id<Self>,
    /// Into which team.
    pub organisation_id: Id<Organisation>,
    /// The only event that it is about; all zeros for all of the organisation.
    pub event_id: Uuid,
    /// What they may do.
    pub role: Role,
    /// Who.
    pub email: EmailAddress,
    /// The language of the one who asks, in which they are written to.
    pub language: Language,
    /// Who asks.
    pub invited_by: Id<Organiser>,
    /// Until when they can accept.
    pub expires_at: Instant,
}

impl Invitation {
    /// The only event that it is about.
    pub fn event(&self) -> Option<Uuid> {
        Some(self.event_id).filter(|event| !event.is_nil())
    }
}

/// The token that leads to an invitation, in a mail to whom it is for.
pub fn token(key: &InstanceKey, invitation: Id<Invitation>) -> Token {
    key.token("team invitation", invitation.uuid(), 0)
}

/// Asks `email` into a team; a former invitation of the same is not good any more.
pub async fn invite(
    tx: &mut Tx,
    key: &InstanceKey,
    by: (&Organiser, Id<Organisation>),
    (event, role): (Option<Uuid>, Role),
    email: &EmailAddress,
    domain: &str,
) -> Result<()> {
    let (organiser, organisation) = by;
    let invitation = Invitation {
        id: tx.new_id(),
        organisation_id: organisation,
        event_id: event.unwrap_or_else(Uuid::nil),
        role,
        email: email.clone(),
        language: organiser.language.clone(),
        invited_by: organiser.id,
        expires_at: tx.now() + LIFETIME,
    };
    store::put(tx, &invitation, &token(key, invitation.id).hash()).await?;
    let told = json!({ "role": role, "event": event });
    let actor = organiser.id.to_string();
    audit::record(tx, &actor, "invited", organisation.uuid(), told).await?;
    let owed = Owed {
        subject: invitation.id.uuid(),
        recipient: invitation.id.uuid(),
        session: None,
        kind: KIND,
        revision: 0,
        lane: invitation.id.uuid(),
        priority: Priority::High,
        payload: json!({}),
        domain,
        due_at: tx.now(),
        not_useful_after: Some(invitation.expires_at),
        resend: Resend::Never,
    };
    outbox::enqueue(tx, owed).await?;
    Ok(())
}

/// Takes an invitation of `organisation` back; `false` where it has none with this identifier.
pub async fn withdraw(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    invitation: Id<Invitation>,
    actor: &str,
) -> Result<bool> {
    let was_there = store::remove_of(tx, organisation, invitation).await?;
    if was_there {
        let told = json!({});
        audit::record(tx, actor, "invitation_withdrawn", organisation.uuid(), told).await?;
    }
    Ok(was_there)
}

/// Gives `organiser`, whose address it is, the role; `false` where the invitation is for somebody
/// else, or not good any more. A higher role than this stays.
pub async fn accept(tx: &mut Tx, invitation: &Invitation, organiser: &Organiser) -> Result<bool> {
    if organiser.email.key() != invitation.email.key()
        || !store::remove_of(tx, invitation.organisation_id, invitation.id).await?
    {
        return Ok(false);
    }
    let (organisation, event) = (invitation.organisation_id, invitation.event());
    let present = super::membership::role_at(tx, organiser.id, organisation, event).await?;
    if present.is_none_or(|present| present < invitation.role) {
        let actor = organiser.id.to_string();
        grant(
            tx,
            organiser.id,
            organisation,
            event,
            invitation.role,
            &actor,
        )
        .await?;
    }
    Ok(true)
}

#[cfg(test)]
mod tests;
