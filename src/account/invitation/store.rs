use super::Invitation;
use crate::account::{Organisation, Organiser};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::TokenHash;
use crate::base::text::EmailAddress;
use crate::sql;

pub(super) async fn put(tx: &mut Tx, invitation: &Invitation, token: &TokenHash) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO team_invitation (id, organisation_id, event_id, role, email, email_key,
            language, invited_by, token_hash, made_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (organisation_id, event_id, email_key) DO UPDATE SET id = $1, role = $4,
            email = $5, language = $7, invited_by = $8, token_hash = $9, made_at = $10,
            expires_at = $11"
    ))
    .bind(invitation.id)
    .bind(invitation.organisation_id)
    .bind(invitation.event_id)
    .bind(invitation.role)
    .bind(&invitation.email)
    .bind(invitation.email.key())
    .bind(&invitation.language)
    .bind(invitation.invited_by)
    .bind(token)
    .bind(now)
    .bind(invitation.expires_at)
    .execute()
    .await?;
    Ok(())
}

/// The invitation that a token leads to, while it can be accepted.
pub async fn find(tx: &mut Tx, token: &TokenHash) -> Result<Option<Invitation>> {
    let now = tx.now();
    tx.query(sql!(
        "SELECT id, organisation_id, event_id, role, email, language, invited_by, expires_at
         FROM team_invitation WHERE token_hash = $1 AND expires_at > $2"
    ))
    .bind(token)
    .bind(now)
    .fetch_optional()
    .await
}

/// The invitation with this identifier, while it can be accepted.
pub async fn load(tx: &mut Tx, invitation: Id<Invitation>) -> Result<Option<Invitation>> {
    let now = tx.now();
    tx.query(sql!(
        "SELECT id, organisation_id, event_id, role, email, language, invited_by, expires_at
         FROM team_invitation WHERE id = $1 AND expires_at > $2"
    ))
    .bind(invitation)
    .bind(now)
    .fetch_optional()
    .await
}

/// The invitations of `organisation` that can be accepted, by address.
pub async fn of_organisation(
    tx: &mut Tx,
    organisation: Id<Organisation>,
) -> Result<Vec<Invitation>> {
    let now = tx.now();
    tx.query(sql!(
        "SELECT id, organisation_id, event_id, role, email, language, invited_by, expires_at
         FROM team_invitation WHERE organisation_id = $1 AND expires_at > $2
         ORDER BY email_key, event_id"
    ))
    .bind(organisation)
    .bind(now)
    .fetch_all()
    .await
}

/// The invitations of `email` that can be accepted, into whatever team.
pub(in crate::account) async fn of_address(
    tx: &mut Tx,
    email: &EmailAddress,
) -> Result<Vec<Invitation>> {
    let now = tx.now();
    tx.query(sql!(
        "SELECT id, organisation_id, event_id, role, email, language, invited_by, expires_at
         FROM team_invitation WHERE email_key = $1 AND expires_at > $2 ORDER BY made_at, id"
    ))
    .bind(email.key())
    .bind(now)
    .fetch_all()
    .await
}

pub(super) async fn remove_of(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    invitation: Id<Invitation>,
) -> Result<bool> {
    let removed = tx
        .query(sql!(
            "DELETE FROM team_invitation WHERE organisation_id = $1 AND id = $2"
        ))
        .bind(organisation)
        .bind(invitation)
        .execute()
        .await?;
    Ok(removed == 1)
}

/// Withdraws what somebody asked others into `organisation` by who has no say there any more.
pub(in crate::account) async fn withdraw_those_by(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    organiser: Id<Organiser>,
) -> Result<()> {
    tx.query(sql!(
        "DELETE FROM team_invitation WHERE organisation_id = $1 AND invited_by = $2"
    ))
    .bind(organisation)
    .bind(organiser)
    .execute()
    .await?;
    Ok(())
}
