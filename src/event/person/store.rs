use sqlx::types::Json;
use uuid::Uuid;

use super::{Appeared, PAGE, Person, Photo, Profile};
use crate::account::{Organisation, Organiser};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::fold::holding;
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::event::{Appearance, AppearanceState, Details, Picture, Role, Slug};
use crate::sql;

#[derive(sqlx::FromRow)]
struct Row {
    id: Id<Person>,
    revision: i64,
    #[sqlx(json)]
    details: Profile,
    photo_id: Option<Id<Picture>>,
    photo_name: Option<String>,
    appearances: i64,
    is_placed: bool,
}

impl Row {
    fn person(self) -> Person {
        Person {
            id: self.id,
            revision: self.revision,
            photo: Photo::of(self.photo_id, self.photo_name, self.details.photo.clone()),
            profile: self.details,
            appearances: self.appearances,
            is_placed: self.is_placed,
        }
    }
}

/// A page of those in the directory whose name or organisation holds `search`, in the order of their
/// names, and how many there are of them; `page` is counted from 0.
pub async fn list(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    search: &str,
    page: i64,
) -> Result<(Vec<Person>, i64)> {
    let pattern = holding(search);
    let rows: Vec<Row> = tx
        .query(sql!(
            "SELECT p.id, p.revision, p.details, p.photo_id, i.name AS photo_name,
                (SELECT count(*) FROM appearance a JOIN session s ON s.id = a.session_id
                    JOIN event e ON e.id = s.event_id
                    WHERE a.person_id = p.id AND e.trashed_at IS NULL) AS appearances,
                EXISTS (SELECT 1 FROM appearance a WHERE a.person_id = p.id) AS is_placed
             FROM person p LEFT JOIN picture i ON i.id = p.photo_id
             WHERE p.organisation_id = $1 AND p.search LIKE $2 ESCAPE '\\'
             ORDER BY p.search, p.id LIMIT $3 OFFSET $4"
        ))
        .bind(organisation)
        .bind(pattern.clone())
        .bind(PAGE)
        .bind(page * PAGE)
        .fetch_all()
        .await?;
    let (count,): (i64,) = tx
        .query(sql!(
            "SELECT count(*) AS people FROM person
             WHERE organisation_id = $1 AND search LIKE $2 ESCAPE '\\'"
        ))
        .bind(organisation)
        .bind(pattern)
        .fetch_one()
        .await?;
    Ok((rows.into_iter().map(Row::person).collect(), count))
}

/// At most `limit` of those in the directory whose name or organisation holds `search`, in the order in which
/// they were entered, from the one after `after` on.
pub async fn after(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    search: &str,
    after: Option<Id<Person>>,
    limit: i64,
) -> Result<Vec<Person>> {
    let rows: Vec<Row> = tx
        .query(sql!(
            "SELECT p.id, p.revision, p.details, p.photo_id, i.name AS photo_name,
                (SELECT count(*) FROM appearance a JOIN session s ON s.id = a.session_id
                    JOIN event e ON e.id = s.event_id
                    WHERE a.person_id = p.id AND e.trashed_at IS NULL) AS appearances,
                EXISTS (SELECT 1 FROM appearance a WHERE a.person_id = p.id) AS is_placed
             FROM person p LEFT JOIN picture i ON i.id = p.photo_id
             WHERE p.organisation_id = $1 AND p.search LIKE $2 ESCAPE '\\' AND p.id > $3
             ORDER BY p.id LIMIT $4"
        ))
        .bind(organisation)
        .bind(holding(search))
        .bind(after.map_or(Uuid::nil(), Id::uuid))
        .bind(limit)
        .fetch_all()
        .await?;
    Ok(rows.into_iter().map(Row::person).collect())
}

/// Somebody in the directory of `organisation`.
pub async fn find(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    id: Id<Person>,
) -> Result<Option<Person>> {
    let row: Option<Row> = tx
        .query(sql!(
            "SELECT p.id, p.revision, p.details, p.photo_id, i.name AS photo_name,
                (SELECT count(*) FROM appearance a JOIN session s ON s.id = a.session_id
                    JOIN event e ON e.id = s.event_id
                    WHERE a.person_id = p.id AND e.trashed_at IS NULL) AS appearances,
                EXISTS (SELECT 1 FROM appearance a WHERE a.person_id = p.id) AS is_placed
             FROM person p LEFT JOIN picture i ON i.id = p.photo_id
             WHERE p.organisation_id = $1 AND p.id = $2"
        ))
        .bind(organisation)
        .bind(id)
        .fetch_optional()
        .await?;
    Ok(row.map(Row::person))
}

/// Whoever has this very name.
pub(super) async fn of_name(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    name: &Localised,
) -> Result<Option<Id<Person>>> {
    let found: Option<(Id<Person>,)> = tx
        .query(sql!(
            "SELECT id FROM person WHERE organisation_id = $1 AND name_key = $2"
        ))
        .bind(organisation)
        .bind(Profile::key(name))
        .fetch_optional()
        .await?;
    Ok(found.map(|(id,)| id))
}

/// Enters somebody; whoever has the name already stays as they are.
pub(super) async fn insert(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    profile: &Profile,
) -> Result<Id<Person>> {
    let id: Id<Person> = tx.new_id();
    let now = tx.now();
    let (id,) = tx
        .query(sql!(
            "INSERT INTO person (id, organisation_id, name_key, details, search, created_at)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (organisation_id, name_key) DO UPDATE SET search = $5
             RETURNING id"
        ))
        .bind(id)
        .bind(organisation)
        .bind(Profile::key(&profile.name))
        .bind(Json(profile))
        .bind(profile.search())
        .bind(now)
        .fetch_one()
        .await?;
    Ok(id)
}

/// `false` where `known` is not the latest any more.
pub(super) async fn update(tx: &mut Tx, known: &Person, profile: &Profile) -> Result<bool> {
    let updated = tx
        .query(sql!(
            "UPDATE person SET name_key = $3, details = $4, search = $5, revision = revision + 1
             WHERE id = $1 AND revision = $2"
        ))
        .bind(known.id)
        .bind(known.revision)
        .bind(Profile::key(&profile.name))
        .bind(Json(profile))
        .bind(profile.search())
        .execute()
        .await?;
    Ok(updated == 1)
}

pub(super) async fn set_photo(
    tx: &mut Tx,
    person: Id<Person>,
    picture: Option<Id<Picture>>,
    profile: &Profile,
) -> Result<()> {
    tx.query(sql!(
        "UPDATE person SET photo_id = $2, details = $3, revision = revision + 1 WHERE id = $1"
    ))
    .bind(person)
    .bind(picture)
    .bind(Json(profile))
    .execute()
    .await?;
    Ok(())
}

/// `false` where they appear somewhere.
pub(super) async fn delete(tx: &mut Tx, person: Id<Person>) -> Result<bool> {
    let deleted = tx
        .query(sql!(
            "DELETE FROM person WHERE id = $1
                AND NOT EXISTS (SELECT 1 FROM appearance WHERE person_id = $1)"
        ))
        .bind(person)
        .execute()
        .await?;
    Ok(deleted == 1)
}

#[derive(sqlx::FromRow)]
struct AppearedRow {
    slug: Slug,
    #[sqlx(json)]
    event: Details,
    starts_at: Instant,
    role: Role,
    state: AppearanceState,
    #[sqlx(json)]
    details: Appearance,
}

/// Where somebody appeared, the latest first; the latest hundred. Only events whose lineup `viewer` may
/// see are told of, and none that was thrown away.
pub async fn appearances(
    tx: &mut Tx,
    viewer: Id<Organiser>,
    organisation: Id<Organisation>,
    person: Id<Person>,
) -> Result<Vec<Appeared>> {
    let rows: Vec<AppearedRow> = tx
        .query(sql!(
            "SELECT e.slug, e.details AS event, s.starts_at, a.role, a.state, a.details
             FROM appearance a
             JOIN session s ON s.id = a.session_id
             JOIN event e ON e.id = s.event_id
             WHERE a.person_id = $1 AND e.organisation_id = $2 AND e.trashed_at IS NULL
                AND EXISTS (SELECT 1 FROM membership m
                    WHERE m.organiser_id = $3 AND m.organisation_id = $2
                        AND (m.event_id = $4 OR m.event_id = e.id)
                        AND m.role IN ('organiser', 'owner'))
             ORDER BY s.starts_at DESC, a.id LIMIT 100"
        ))
        .bind(person)
        .bind(organisation)
        .bind(viewer)
        .bind(Uuid::nil())
        .fetch_all()
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Appeared {
            slug: row.slug,
            languages: row.event.text_order(),
            title: row.event.title,
            starts_at: row.starts_at,
            role: row.role,
            state: row.state,
            as_of_then: row.details,
        })
        .collect())
}
