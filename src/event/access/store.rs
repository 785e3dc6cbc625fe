use uuid::Uuid;

use super::Access;
use crate::account::{Organisation, Organiser, Role};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Slug};
use crate::sql;

#[derive(sqlx::FromRow)]
struct Row {
    event_id: Id<Event>,
    #[sqlx(flatten)]
    organisation: Organisation,
    role: Role,
}

/// What `organiser` may do about the event at `slug`; `None` for no event and for one that is none
/// of their business alike (S-1).
pub async fn access(tx: &mut Tx, organiser: Id<Organiser>, slug: &Slug) -> Result<Option<Access>> {
    let rows: Vec<Row> = tx
        .query(sql!(
            "SELECT e.id AS event_id, g.id, g.slug, g.name, m.role
             FROM event e
             JOIN organisation g ON g.id = e.organisation_id
             JOIN membership m ON m.organisation_id = e.organisation_id
                AND (m.event_id = $3 OR m.event_id = e.id)
             WHERE e.slug = $1 AND e.trashed_at IS NULL AND m.organiser_id = $2"
        ))
        .bind(slug)
        .bind(organiser)
        .bind(Uuid::nil())
        .fetch_all()
        .await?;
    let most = rows.into_iter().max_by_key(|row| row.role);
    Ok(most.map(|row| Access {
        event: row.event_id,
        organisation: row.organisation,
        role: row.role,
    }))
}

/// An event in somebody's list, with how many places are taken and how many wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Listed {
    /// Which.
    pub id: Id<Event>,
    /// Places taken.
    pub taken: i64,
    /// People in the waiting list.
    pub waiting: i64,
}

/// The events of `organisation` that `organiser` works for, the latest first.
pub async fn of_organiser(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    organiser: Id<Organiser>,
) -> Result<Vec<Listed>> {
    tx.query(sql!(
        "SELECT e.id, e.online_taken + e.in_person_taken AS taken,
            e.online_waiting + e.in_person_waiting AS waiting
         FROM event e
         WHERE e.organisation_id = $1 AND e.trashed_at IS NULL AND EXISTS (SELECT 1 FROM membership m
            WHERE m.organiser_id = $2 AND m.organisation_id = $1
                AND (m.event_id = $3 OR m.event_id = e.id))
         ORDER BY e.starts_at DESC, e.id
         LIMIT 200"
    ))
    .bind(organisation)
    .bind(organiser)
    .bind(Uuid::nil())
    .fetch_all()
    .await
}

/// The event of `organisation` at `slug`, for a program that may know of all its events, or of `only` one.
pub async fn of_program(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    only: Option<Uuid>,
    slug: &Slug,
) -> Result<Option<Id<Event>>> {
    let found: Option<(Id<Event>,)> = tx
        .query(sql!(
            "SELECT id FROM event
             WHERE slug = $1 AND organisation_id = $2 AND (id = $3 OR $3 IS NULL) AND trashed_at IS NULL"
        ))
        .bind(slug)
        .bind(organisation)
        .bind(only)
        .fetch_optional()
        .await?;
    Ok(found.map(|(id,)| id))
}
