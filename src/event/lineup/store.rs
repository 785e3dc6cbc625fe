//! Every statement about those who appear, but those of a saved file.

use sqlx::types::Json;

use super::needs::Need;
use super::{Appearance, AppearanceState, Invitee, Placed, Role, Standing, Task};
use crate::account::Organisation;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::TokenHash;
use crate::base::text::EmailAddress;
use crate::event::person::{About, Person, Photo};
use crate::event::store::Named;
use crate::event::{Event, Picture, Session};
use crate::sql;

#[derive(sqlx::FromRow)]
struct Row {
    id: Id<Appearance>,
    session_id: Id<Session>,
    person_id: Option<Id<Person>>,
    #[sqlx(json)]
    details: Appearance,
    #[sqlx(json(nullable))]
    named: Option<Named>,
    photo_id: Option<Id<Picture>>,
    photo_name: Option<String>,
    #[sqlx(json(nullable))]
    photo: Option<About>,
    answered_at: Option<Instant>,
    noted_at: Option<Instant>,
    invited_at: Option<Instant>,
}

impl Row {
    fn placed(self) -> Placed {
        Placed {
            id: self.id,
            session: self.session_id,
            person: self.person_id,
            appearance: Appearance {
                name: self.named.map(|named| named.name),
                ..self.details
            },
            photo: Photo::of(self.photo_id, self.photo_name, self.photo),
            answered_at: self.answered_at,
            noted_at: self.noted_at,
            invited_at: self.invited_at,
        }
    }
}

fn all(rows: Vec<Row>) -> Vec<Placed> {
    rows.into_iter().map(Row::placed).collect()
}

pub(super) async fn of_session(
    tx: &mut Tx,
    event: Id<Event>,
    session: Id<Session>,
) -> Result<Vec<Placed>> {
    tx.query(sql!(
        "SELECT a.id, a.session_id, a.person_id, a.details, a.named, a.photo_id,
            p.name AS photo_name, a.photo, a.answered_at, a.noted_at, i.invited_at
         FROM appearance a
         JOIN session s ON s.id = a.session_id
         LEFT JOIN picture p ON p.id = a.photo_id
         LEFT JOIN invitee i ON i.event_id = s.event_id AND i.email_key = a.email_key
            AND i.rounds > 0
         WHERE s.event_id = $1 AND s.id = $2 ORDER BY a.position, a.id"
    ))
    .bind(event)
    .bind(session)
    .fetch_all()
    .await
    .map(all)
}

pub(super) async fn of_event(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Placed>> {
    tx.query(sql!(
        "SELECT a.id, a.session_id, a.person_id, a.details, a.named, a.photo_id,
            p.name AS photo_name, a.photo, a.answered_at, a.noted_at, i.invited_at
         FROM appearance a
         JOIN session s ON s.id = a.session_id
         LEFT JOIN picture p ON p.id = a.photo_id
         LEFT JOIN invitee i ON i.event_id = s.event_id AND i.email_key = a.email_key
            AND i.rounds > 0
         WHERE s.event_id = $1 ORDER BY s.position, a.position, a.id"
    ))
    .bind(event)
    .fetch_all()
    .await
    .map(all)
}

pub(super) async fn placed(
    tx: &mut Tx,
    event: Id<Event>,
    id: Id<Appearance>,
) -> Result<Option<Placed>> {
    let row: Option<Row> = tx
        .query(sql!(
            "SELECT a.id, a.session_id, a.person_id, a.details, a.named, a.photo_id,
                p.name AS photo_name, a.photo, a.answered_at, a.noted_at, i.invited_at
             FROM appearance a
             JOIN session s ON s.id = a.session_id
             LEFT JOIN picture p ON p.id = a.photo_id
             LEFT JOIN invitee i ON i.event_id = s.event_id AND i.email_key = a.email_key
                AND i.rounds > 0
             WHERE s.event_id = $1 AND a.id = $2"
        ))
        .bind(event)
        .bind(id)
        .fetch_optional()
        .await?;
    Ok(row.map(Row::placed))
}

pub(super) async fn of_address(
    tx: &mut Tx,
    event: Id<Event>,
    email_key: &str,
) -> Result<Vec<Placed>> {
    tx.query(sql!(
        "SELECT a.id, a.session_id, a.person_id, a.details, a.named, a.photo_id,
            p.name AS photo_name, a.photo, a.answered_at, a.noted_at, i.invited_at
         FROM appearance a
         JOIN session s ON s.id = a.session_id
         LEFT JOIN picture p ON p.id = a.photo_id
         LEFT JOIN invitee i ON i.event_id = s.event_id AND i.email_key = a.email_key
            AND i.rounds > 0
         WHERE s.event_id = $1 AND a.email_key = $2 ORDER BY s.position, a.position, a.id"
    ))
    .bind(event)
    .bind(email_key)
    .fetch_all()
    .await
    .map(all)
}

pub(super) async fn standings(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Standing>> {
    tx.query(sql!(
        "SELECT s.id AS session_id,
            count(CASE WHEN a.state IN ('idea', 'invited', 'confirmed') THEN 1 END) AS places,
            count(CASE WHEN a.state = 'confirmed' THEN 1 END) AS confirmed,
            count(CASE WHEN a.state = 'invited' THEN 1 END) AS invited
         FROM session s LEFT JOIN appearance a ON a.session_id = s.id
         WHERE s.event_id = $1 GROUP BY s.id, s.position ORDER BY s.position"
    ))
    .bind(event)
    .fetch_all()
    .await
}

/// How many could be asked by a mail whom nobody has asked.
pub(super) async fn unasked(tx: &mut Tx, event: Id<Event>) -> Result<i64> {
    let now = tx.now();
    let (unasked,) = tx
        .query(sql!(
            "SELECT count(DISTINCT a.email_key) AS unasked
             FROM appearance a
             JOIN session s ON s.id = a.session_id
             LEFT JOIN invitee i ON i.event_id = s.event_id AND i.email_key = a.email_key
                AND i.rounds > 0
             WHERE s.event_id = $1 AND s.ends_at > $2 AND a.email_key IS NOT NULL
                AND (a.state = 'idea' OR (a.state = 'invited' AND i.id IS NULL))"
        ))
        .bind(event)
        .bind(now)
        .fetch_one()
        .await?;
    Ok(unasked)
}

#[derive(sqlx::FromRow)]
struct PhotoRow {
    session_id: Id<Session>,
    position: i64,
    photo_id: Id<Picture>,
    name: String,
    #[sqlx(json)]
    photo: About,
}

/// The photos that may be shown, by session and place in its lineup.
pub(super) async fn photos(
    tx: &mut Tx,
    event: Id<Event>,
) -> Result<Vec<((Id<Session>, usize), Photo)>> {
    let rows: Vec<PhotoRow> = tx
        .query(sql!(
            "SELECT a.session_id, a.photo_id, p.name, a.photo,
                (SELECT count(*) FROM appearance b WHERE b.session_id = a.session_id
                    AND (b.position < a.position
                        OR (b.position = a.position AND b.id < a.id))) AS position
             FROM appearance a
             JOIN session s ON s.id = a.session_id
             JOIN picture p ON p.id = a.photo_id
             WHERE s.event_id = $1 AND a.state = 'confirmed' AND a.photo IS NOT NULL"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    let shown = rows
        .into_iter()
        .filter(|row| row.photo.consented_at.is_some());
    Ok(shown
        .filter_map(|row| {
            let index = usize::try_from(row.position).ok()?;
            let photo = Photo::of(Some(row.photo_id), Some(row.name), Some(row.photo))?;
            Some(((row.session_id, index), photo))
        })
        .collect())
}

/// Takes the event in hand for a change of its lineup: the next revision, and its plan is looked at
/// again; `false` where `revision` is not the latest.
pub(super) async fn claim(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    event: Id<Event>,
    revision: i64,
) -> Result<bool> {
    let now = tx.now();
    let claimed = tx
        .query(sql!(
            "UPDATE event SET revision = revision + 1, updated_at = $4, plan_due_at = $4
             WHERE organisation_id = $1 AND id = $2 AND revision = $3"
        ))
        .bind(organisation)
        .bind(event)
        .bind(revision)
        .bind(now)
        .execute()
        .await?;
    Ok(claimed == 1)
}

/// The same for what somebody says of themselves, which no organiser's change can stand in the way of;
/// gives the new revision.
pub(super) async fn advance(tx: &mut Tx, event: Id<Event>) -> Result<i64> {
    let now = tx.now();
    let (revision,) = tx
        .query(sql!(
            "UPDATE event SET revision = revision + 1, updated_at = $2, plan_due_at = $2
             WHERE id = $1 RETURNING revision"
        ))
        .bind(event)
        .bind(now)
        .fetch_one()
        .await?;
    Ok(revision)
}

pub(super) async fn insert(
    tx: &mut Tx,
    session: Id<Session>,
    person: Option<Id<Person>>,
    (position, appearance): (i64, &Appearance),
) -> Result<Id<Appearance>> {
    let id: Id<Appearance> = tx.new_id();
    let (role, state): (Role, AppearanceState) = (appearance.role, appearance.state());
    tx.query(sql!(
        "INSERT INTO appearance (id, session_id, person_id, position, role, state, details, named,
            email_key)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    ))
    .bind(id)
    .bind(session)
    .bind(person)
    .bind(position)
    .bind(role)
    .bind(state)
    .bind(Json(appearance))
    .bind(appearance.name.clone().map(|name| Json(Named { name })))
    .bind(appearance.email.as_ref().map(EmailAddress::key))
    .execute()
    .await?;
    Ok(id)
}

/// Writes what is stated about somebody; place, photo and answers stay.
pub(super) async fn update(
    tx: &mut Tx,
    id: Id<Appearance>,
    person: Option<Id<Person>>,
    appearance: &Appearance,
) -> Result<()> {
    let (role, state): (Role, AppearanceState) = (appearance.role, appearance.state());
    tx.query(sql!(
        "UPDATE appearance SET person_id = $2, role = $3, state = $4, details = $5, named = $6,
            email_key = $7
         WHERE id = $1"
    ))
    .bind(id)
    .bind(person)
    .bind(role)
    .bind(state)
    .bind(Json(appearance))
    .bind(appearance.name.clone().map(|name| Json(Named { name })))
    .bind(appearance.email.as_ref().map(EmailAddress::key))
    .execute()
    .await?;
    Ok(())
}

/// Gives a place to whoever is reached at another address: mails and calendar know them as somebody
/// else from now on.
pub(super) async fn renew(tx: &mut Tx, id: Id<Appearance>) -> Result<Id<Appearance>> {
    let new: Id<Appearance> = tx.new_id();
    tx.query(sql!(
        "DELETE FROM appearance_invitation WHERE appearance_id = $1"
    ))
    .bind(id)
    .execute()
    .await?;
    tx.query(sql!(
        "UPDATE appearance SET id = $2, answered_at = NULL, noted_at = NULL WHERE id = $1"
    ))
    .bind(id)
    .bind(new)
    .execute()
    .await?;
    Ok(new)
}

pub(super) async fn delete(tx: &mut Tx, id: Id<Appearance>) -> Result<()> {
    tx.query(sql!("DELETE FROM appearance WHERE id = $1"))
        .bind(id)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn set_position(tx: &mut Tx, id: Id<Appearance>, position: i64) -> Result<()> {
    tx.query(sql!("UPDATE appearance SET position = $2 WHERE id = $1"))
        .bind(id)
        .bind(position)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn set_photo(
    tx: &mut Tx,
    id: Id<Appearance>,
    photo: Option<(Id<Picture>, &About)>,
) -> Result<()> {
    let (picture, about) = photo.unzip();
    tx.query(sql!(
        "UPDATE appearance SET photo_id = $2, photo = $3 WHERE id = $1"
    ))
    .bind(id)
    .bind(picture)
    .bind(about.map(Json))
    .execute()
    .await?;
    Ok(())
}

/// Notes the state that somebody gave themselves; `false` where they are not in `from` any more.
pub(super) async fn set_answer(
    tx: &mut Tx,
    placed: &Placed,
    (from, to): (AppearanceState, AppearanceState),
) -> Result<bool> {
    let now = tx.now();
    let appearance = Appearance {
        state: Some(to),
        ..placed.appearance.clone()
    };
    let set = tx
        .query(sql!(
            "UPDATE appearance SET state = $3, details = $4, answered_at = $5, noted_at = NULL
             WHERE id = $1 AND state = $2"
        ))
        .bind(placed.id)
        .bind(from)
        .bind(to)
        .bind(Json(appearance))
        .bind(now)
        .execute()
        .await?;
    Ok(set == 1)
}

pub(super) async fn set_noted(tx: &mut Tx, id: Id<Appearance>) -> Result<()> {
    let now = tx.now();
    tx.query(sql!("UPDATE appearance SET noted_at = $2 WHERE id = $1"))
        .bind(id)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

/// Asks whoever is reached at an address once more, or for the first time. Gives them with the number
/// of the round.
pub(super) async fn ask(
    tx: &mut Tx,
    event: Id<Event>,
    email_key: &str,
    (id, token): (Id<Invitee>, TokenHash),
) -> Result<Invitee> {
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO invitee (id, event_id, email_key, token_hash, token_generation, rounds,
            invited_at)
         VALUES ($1, $2, $3, $4, 0, 1, $5)
         ON CONFLICT (event_id, email_key)
         DO UPDATE SET rounds = invitee.rounds + 1, invited_at = $5
         RETURNING id, event_id, email_key, language, token_generation, rounds, invited_at"
    ))
    .bind(id)
    .bind(event)
    .bind(email_key)
    .bind(token)
    .bind(now)
    .fetch_one()
    .await
}

/// Knows whoever is reached at an address, though nobody has asked them.
pub(super) async fn know(
    tx: &mut Tx,
    event: Id<Event>,
    email_key: &str,
    (id, token): (Id<Invitee>, TokenHash),
) -> Result<Invitee> {
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO invitee (id, event_id, email_key, token_hash, token_generation, rounds,
            invited_at)
         VALUES ($1, $2, $3, $4, 0, 0, $5)
         ON CONFLICT (event_id, email_key) DO UPDATE SET rounds = invitee.rounds
         RETURNING id, event_id, email_key, language, token_generation, rounds, invited_at"
    ))
    .bind(id)
    .bind(event)
    .bind(email_key)
    .bind(token)
    .bind(now)
    .fetch_one()
    .await
}

pub(super) async fn invitee(tx: &mut Tx, id: Id<Invitee>) -> Result<Option<Invitee>> {
    tx.query(sql!(
        "SELECT id, event_id, email_key, language, token_generation, rounds, invited_at
         FROM invitee WHERE id = $1"
    ))
    .bind(id)
    .fetch_optional()
    .await
}

pub(super) async fn of_address_key(
    tx: &mut Tx,
    event: Id<Event>,
    email_key: &str,
) -> Result<Option<Invitee>> {
    tx.query(sql!(
        "SELECT id, event_id, email_key, language, token_generation, rounds, invited_at
         FROM invitee WHERE event_id = $1 AND email_key = $2"
    ))
    .bind(event)
    .bind(email_key)
    .fetch_optional()
    .await
}

/// The event in which somebody appears.
pub(super) async fn event_of(tx: &mut Tx, appearance: Id<Appearance>) -> Result<Option<Id<Event>>> {
    let found: Option<(Id<Event>,)> = tx
        .query(sql!(
            "SELECT s.event_id FROM appearance a JOIN session s ON s.id = a.session_id
             WHERE a.id = $1"
        ))
        .bind(appearance)
        .fetch_optional()
        .await?;
    Ok(found.map(|(event,)| event))
}

pub(super) async fn of_token(tx: &mut Tx, token: TokenHash) -> Result<Option<Invitee>> {
    tx.query(sql!(
        "SELECT id, event_id, email_key, language, token_generation, rounds, invited_at
         FROM invitee WHERE token_hash = $1"
    ))
    .bind(token)
    .fetch_optional()
    .await
}

pub(super) async fn set_language(
    tx: &mut Tx,
    invitee: Id<Invitee>,
    language: &Language,
) -> Result<()> {
    tx.query(sql!("UPDATE invitee SET language = $2 WHERE id = $1"))
        .bind(invitee)
        .bind(language.clone())
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn set_token(
    tx: &mut Tx,
    invitee: &Invitee,
    (generation, token): (i64, TokenHash),
) -> Result<()> {
    tx.query(sql!(
        "UPDATE invitee SET token_generation = $3, token_hash = $4
         WHERE id = $1 AND token_generation = $2"
    ))
    .bind(invitee.id)
    .bind(invitee.token_generation)
    .bind(generation)
    .bind(token)
    .execute()
    .await?;
    Ok(())
}

/// Who was asked by a mail and has not answered, for a session that has not begun; until when their
/// answer is of use, the first of those sessions' starts counting.
pub(super) async fn unanswered(
    tx: &mut Tx,
    event: Id<Event>,
) -> Result<Vec<(Id<Invitee>, Instant)>> {
    let now = tx.now();
    tx.query(sql!(
        "SELECT i.id, min(s.starts_at) AS until
         FROM invitee i
         JOIN session s ON s.event_id = i.event_id
         JOIN appearance a ON a.session_id = s.id AND a.email_key = i.email_key
         WHERE i.event_id = $1 AND i.rounds > 0 AND a.state = 'invited' AND s.starts_at > $2
         GROUP BY i.id ORDER BY i.id"
    ))
    .bind(event)
    .bind(now)
    .fetch_all()
    .await
}

#[derive(sqlx::FromRow)]
struct TaskRow {
    id: Id<Appearance>,
    session_id: Id<Session>,
    #[sqlx(json(nullable))]
    named: Option<Named>,
    role: Role,
    state: AppearanceState,
}

/// What those who appear leave an organiser to do: who refused, and who was asked before
/// `asked_before`, or for a session that begins before `starts_before`, and did not answer.
pub(super) async fn tasks(
    tx: &mut Tx,
    event: Id<Event>,
    asked_before: Instant,
    starts_before: Instant,
) -> Result<Vec<Task>> {
    let now = tx.now();
    let rows: Vec<TaskRow> = tx
        .query(sql!(
            "SELECT a.id, a.session_id, a.named, a.role, a.state
             FROM appearance a
             JOIN session s ON s.id = a.session_id
             LEFT JOIN invitee i ON i.event_id = s.event_id AND i.email_key = a.email_key
                AND i.rounds > 0
             WHERE s.event_id = $1 AND s.ends_at > $2 AND (
                (a.state IN ('declined', 'withdrawn') AND a.answered_at IS NOT NULL
                    AND a.noted_at IS NULL)
                OR (a.state = 'invited' AND (i.invited_at <= $3 OR s.starts_at <= $4)))
             ORDER BY s.position, a.position, a.id LIMIT 200"
        ))
        .bind(event)
        .bind(now)
        .bind(asked_before)
        .bind(starts_before)
        .fetch_all()
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Task {
            appearance: row.id,
            session: row.session_id,
            name: row.named.map(|named| named.name),
            role: row.role,
            need: match row.state {
                AppearanceState::Declined => Need::Declined,
                AppearanceState::Withdrawn => Need::Withdrew,
                _ => Need::Unanswered,
            },
        })
        .collect())
}

#[derive(sqlx::FromRow)]
pub(super) struct AuditRow {
    pub(super) at: Instant,
    pub(super) actor: String,
    pub(super) action: String,
    #[sqlx(json)]
    pub(super) changes: serde_json::Value,
}

/// The latest lines about an event's lineup and the event itself, the latest first.
pub(super) async fn lately(tx: &mut Tx, event: Id<Event>) -> Result<Vec<AuditRow>> {
    tx.query(sql!(
        "SELECT at, actor, action, changes FROM audit_line
         WHERE object = $1 AND action IN ('lineup_changed', 'event_changed')
         ORDER BY id DESC LIMIT 60"
    ))
    .bind(event)
    .fetch_all()
    .await
}
