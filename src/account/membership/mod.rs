//! Who may do what: in an organisation as a whole, or for one event of it.

mod store;

pub use store::{organisations_of, organisers_of, role_in, team};

pub(super) use store::role_at;

use serde_json::json;
use uuid::Uuid;

use super::{Organisation, Organiser, api_token, identity, invitation, passkey, sign_in};
use crate::audit;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::words;

words! {
    /// What somebody may do, each more than the one before.
    pub enum Role {
        /// Check people in, and see lists without addresses.
        Assistant = "assistant",
        /// Everything about events, lineups, registrations and mail.
        Organiser = "organiser",
        /// The team, the log and the trash besides.
        Owner = "owner",
    }
}

/// Somebody in a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub organiser: Organiser,
    /// The only event that it is about; none for all of the organisation.
    pub event: Option<Uuid>,
    /// What they may do.
    pub role: Role,
}

/// What became of taking a role away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenAway {
    /// They are out; every browser of theirs is signed out.
    Done,
    /// There was nothing to take away.
    NotThere,
    /// Nobody could ask anybody in any more.
    LastOwner,
}

/// Gives `organiser` this role in `organisation`, or for one event of it, in place of the one they
/// had there.
pub async fn grant(
    tx: &mut Tx,
    organiser: Id<Organiser>,
    organisation: Id<Organisation>,
    event: Option<Uuid>,
    role: Role,
    actor: &str,
) -> Result<()> {
    store::set(tx, organiser, organisation, event, role).await?;
    let told = json!({ "role": role, "organisation": organisation.uuid(), "event": event });
    audit::record(tx, actor, "role_given", organiser.uuid(), told).await
}

/// Gives a member another role; the last owner stays one.
pub async fn change_role(
    tx: &mut Tx,
    organiser: Id<Organiser>,
    organisation: Id<Organisation>,
    event: Option<Uuid>,
    role: Role,
    actor: &str,
) -> Result<TakenAway> {
    let Some(present) = role_at(tx, organiser, organisation, event).await? else {
        return Ok(TakenAway::NotThere);
    };
    if present == Role::Owner
        && role != Role::Owner
        && event.is_none()
        && is_last(tx, organisation).await?
    {
        return Ok(TakenAway::LastOwner);
    }
    grant(tx, organiser, organisation, event, role, actor).await?;
    if role < present {
        sign_in::sign_out_everywhere(tx, organiser).await?;
        api_token::revoke_those_by(tx, organisation, organiser).await?;
    }
    Ok(TakenAway::Done)
}

/// Takes the role of `organiser` in `organisation`, or for one event of it, away, signs them out everywhere
/// and ends the tokens that they made there (S-5). With their last role go their passkeys and what a provider
/// knows them by: who is asked in again, perhaps as somebody else at the same address, begins anew.
pub async fn take_away(
    tx: &mut Tx,
    organiser: Id<Organiser>,
    organisation: Id<Organisation>,
    event: Option<Uuid>,
    actor: &str,
) -> Result<TakenAway> {
    let present = role_at(tx, organiser, organisation, event).await?;
    if present == Some(Role::Owner) && event.is_none() && is_last(tx, organisation).await? {
        return Ok(TakenAway::LastOwner);
    }
    if !store::remove(tx, organiser, organisation, event).await? {
        return Ok(TakenAway::NotThere);
    }
    sign_in::sign_out_everywhere(tx, organiser).await?;
    invitation::withdraw_those_by(tx, organisation, organiser).await?;
    api_token::revoke_those_by(tx, organisation, organiser).await?;
    if organisations_of(tx, organiser).await?.is_empty() {
        passkey::remove_all(tx, organiser).await?;
        identity::remove_all(tx, organiser).await?;
    }
    let told = json!({ "organisation": organisation.uuid(), "event": event });
    audit::record(tx, actor, "role_taken", organiser.uuid(), told).await?;
    Ok(TakenAway::Done)
}

async fn is_last(tx: &mut Tx, organisation: Id<Organisation>) -> Result<bool> {
    // Held, so that two owners cannot take each other's role away at the same time.
    store::hold(tx, organisation).await?;
    Ok(store::owners(tx, organisation).await? <= 1)
}

#[cfg(test)]
mod tests;
