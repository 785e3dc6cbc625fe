use uuid::Uuid;

use super::{Member, Role};
use crate::account::{Organisation, Organiser};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::sql;

/// The column's value for all of an organisation.
fn column(event: Option<Uuid>) -> Uuid {
    event.unwrap_or_else(Uuid::nil)
}

pub(super) async fn set(
    tx: &mut Tx,
    organiser: Id<Organiser>,
    organisation: Id<Organisation>,
    event: Option<Uuid>,
    role: Role,
) -> Result<()> {
    tx.query(sql!(
        "INSERT INTO membership (organiser_id, organisation_id, event_id, role)
         VALUES ($1, $2, $3, $4)
         ON CONFLICT (organiser_id, organisation_id, event_id) DO UPDATE SET role = $4"
    ))
    .bind(organiser)
    .bind(organisation)
    .bind(column(event))
    .bind(role)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn remove(
    tx: &mut Tx,
    organiser: Id<Organiser>,
    organisation: Id<Organisation>,
    event: Option<Uuid>,
) -> Result<bool> {
    let removed = tx
        .query(sql!(
            "DELETE FROM membership
             WHERE organiser_id = $1 AND organisation_id = $2 AND event_id = $3"
        ))
        .bind(organiser)
        .bind(organisation)
        .bind(column(event))
        .execute()
        .await?;
    Ok(removed == 1)
}

pub(in crate::account) async fn role_at(
    tx: &mut Tx,
    organiser: Id<Organiser>,
    organisation: Id<Organisation>,
    event: Option<Uuid>,
) -> Result<Option<Role>> {
    let role: Option<(Role,)> = tx
        .query(sql!(
            "SELECT role FROM membership
             WHERE organiser_id = $1 AND organisation_id = $2 AND event_id = $3"
        ))
        .bind(organiser)
        .bind(organisation)
        .bind(column(event))
        .fetch_optional()
        .await?;
    Ok(role.map(|(role,)| role))
}

/// The role of `organiser` in all of `organisation`.
pub async fn role_in(
    tx: &mut Tx,
    organiser: Id<Organiser>,
    organisation: Id<Organisation>,
) -> Result<Option<Role>> {
    role_at(tx, organiser, organisation, None).await
}

pub(super) async fn hold(tx: &mut Tx, organisation: Id<Organisation>) -> Result<()> {
    tx.query(sql!("UPDATE organisation SET name = name WHERE id = $1"))
        .bind(organisation)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn owners(tx: &mut Tx, organisation: Id<Organisation>) -> Result<i64> {
    let (owners,): (i64,) = tx
        .query(sql!(
            "SELECT count(*) AS owners FROM membership
             WHERE organisation_id = $1 AND event_id = $2 AND role = 'owner'"
        ))
        .bind(organisation)
        .bind(Uuid::nil())
        .fetch_one()
        .await?;
    Ok(owners)
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    organiser: Organiser,
    event_id: Uuid,
    role: Role,
}

/// Everybody with a role in `organisation` or for an event of it, by name.
pub async fn team(tx: &mut Tx, organisation: Id<Organisation>) -> Result<Vec<Member>> {
    let rows: Vec<Row> = tx
        .query(sql!(
            "SELECT o.id, o.email, o.name, o.language, m.event_id, m.role
             FROM membership m JOIN organiser o ON o.id = m.organiser_id
             WHERE m.organisation_id = $1
             ORDER BY m.event_id, o.name, o.email_key"
        ))
        .bind(organisation)
        .fetch_all()
        .await?;
    let member = |row: Row| Member {
        organiser: row.organiser,
        event: Some(row.event_id).filter(|event| !event.is_nil()),
        role: row.role,
    };
    Ok(rows.into_iter().map(member).collect())
}

/// The organisations in which `organiser` has a role, or for an event of which they have one, by
/// name.
pub async fn organisations_of(tx: &mut Tx, organiser: Id<Organiser>) -> Result<Vec<Organisation>> {
    tx.query(sql!(
        "SELECT id, slug, name FROM organisation
         WHERE id IN (SELECT organisation_id FROM membership WHERE organiser_id = $1)
         ORDER BY name, slug"
    ))
    .bind(organiser)
    .fetch_all()
    .await
}

/// Those who run `event` of `organisation`: its owners and organisers, and the event's own.
pub async fn organisers_of(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    event: Uuid,
) -> Result<Vec<Organiser>> {
    tx.query(sql!(
        "SELECT id, email, name, language FROM organiser
         WHERE id IN (SELECT organiser_id FROM membership
            WHERE organisation_id = $1 AND event_id IN ($2, $3) AND role IN ('owner', 'organiser'))
         ORDER BY email_key"
    ))
    .bind(organisation)
    .bind(Uuid::nil())
    .bind(event)
    .fetch_all()
    .await
}
