//! Loading a registration, holding its event, and the changes that several verbs make.

use sqlx::types::Json;

use super::{Registration, RegistrationState};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::text::{EmailAddress, SingleLine};
use crate::event::{Because, Event, Mode, Session};
use crate::sql;

/// What a registration is loaded from, but for its sessions.
#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Id<Registration>,
    event_id: Id<Event>,
    state: RegistrationState,
    email: EmailAddress,
    name: SingleLine,
    language: Language,
    mode: Mode,
    wished_mode: Option<Mode>,
    listening: Option<Language>,
    seated: bool,
    token_generation: i64,
    registered_at: Instant,
    held_until: Option<Instant>,
    address_confirmed_at: Option<Instant>,
    undeliverable_at: Option<Instant>,
    reminders_stopped_at: Option<Instant>,
    confirmed_at: Option<Instant>,
    #[sqlx(json(nullable))]
    declined_because: Option<Because>,
}

/// One session of a registration, with all of the registration.
#[derive(sqlx::FromRow)]
struct Seat {
    #[sqlx(flatten)]
    row: Row,
    event_revision: i64,
    session_id: Option<Id<Session>>,
}

/// The registration with this identifier.
pub async fn load(tx: &mut Tx, id: Id<Registration>) -> Result<Option<Registration>> {
    let row: Option<Row> = tx
        .query(sql!(
            "SELECT id, event_id, state, email, name, language, mode, listening, seated,
                token_generation, registered_at, held_until, address_confirmed_at, confirmed_at,
                declined_because, undeliverable_at, reminders_stopped_at,
                (SELECT w.mode FROM wish w WHERE w.registration_id = registration.id) AS wished_mode
             FROM registration WHERE id = $1"
        ))
        .bind(id)
        .fetch_optional()
        .await?;
    with_sessions(tx, row).await
}

/// Those of the registrations `ids` that there are, each with the revision of its event, in one
/// statement.
pub async fn load_all(tx: &mut Tx, ids: &[Id<Registration>]) -> Result<Vec<(Registration, i64)>> {
    let texts: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let rows: Vec<Seat> = tx
        .query(sql!(
            "SELECT r.id, r.event_id, r.state, r.email, r.name, r.language, r.mode, r.listening,
                r.seated, r.token_generation, r.registered_at, r.held_until,
                r.address_confirmed_at, r.confirmed_at, r.declined_because, r.undeliverable_at,
                r.reminders_stopped_at, w.mode AS wished_mode, e.revision AS event_revision, s.id AS session_id
             FROM registration r
             JOIN event e ON e.id = r.event_id
             LEFT JOIN wish w ON w.registration_id = r.id
             LEFT JOIN invitation i ON i.registration_id = r.id
             LEFT JOIN session s ON s.id = i.session_id
             WHERE r.id ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            " ORDER BY r.id, s.position"
        ))
        .bind(Json(texts))
        .fetch_all()
        .await?;
    let mut loaded: Vec<(Registration, i64)> = Vec::with_capacity(ids.len());
    for seat in rows {
        match loaded.last_mut() {
            Some((last, _)) if last.id == seat.row.id => last.sessions.extend(seat.session_id),
            _ => {
                let sessions = seat.session_id.into_iter().collect();
                loaded.push((seat.row.with(sessions), seat.event_revision));
            }
        }
    }
    Ok(loaded)
}

/// The registration whose own page has a token of this hash.
pub(super) async fn find_by_token_hash(
    tx: &mut Tx,
    token_hash: &[u8],
) -> Result<Option<Registration>> {
    let row: Option<Row> = tx
        .query(sql!(
            "SELECT id, event_id, state, email, name, language, mode, listening, seated,
                token_generation, registered_at, held_until, address_confirmed_at, confirmed_at,
                declined_because, undeliverable_at, reminders_stopped_at,
                (SELECT w.mode FROM wish w WHERE w.registration_id = registration.id) AS wished_mode
             FROM registration WHERE token_hash = $1"
        ))
        .bind(token_hash)
        .fetch_optional()
        .await?;
    with_sessions(tx, row).await
}

/// The registration that keeps this address from registering again; the first, where several people share
/// it.
pub(super) async fn find_live(
    tx: &mut Tx,
    event: Id<Event>,
    email_key: &str,
) -> Result<Option<Registration>> {
    let row: Option<Row> = tx
        .query(sql!(
            "SELECT id, event_id, state, email, name, language, mode, listening, seated,
                token_generation, registered_at, held_until, address_confirmed_at, confirmed_at,
                declined_because, undeliverable_at, reminders_stopped_at,
                (SELECT w.mode FROM wish w WHERE w.registration_id = registration.id) AS wished_mode
             FROM registration WHERE event_id = $1 AND email_key = $2
                AND state IN ('unconfirmed', 'pending', 'waitlisted', 'confirmed')
             ORDER BY companion_key LIMIT 1"
        ))
        .bind(event)
        .bind(email_key)
        .fetch_optional()
        .await?;
    with_sessions(tx, row).await
}

/// Whether the same person has another live registration for the event.
pub(super) async fn has_rival(tx: &mut Tx, id: Id<Registration>) -> Result<bool> {
    let found: Option<(Id<Registration>,)> = tx
        .query(sql!(
            "SELECT other.id FROM registration own
             JOIN registration other ON other.event_id = own.event_id
                AND other.email_key = own.email_key AND other.companion_key = own.companion_key
             WHERE own.id = $1 AND other.id <> $1
                AND other.state IN ('unconfirmed', 'pending', 'waitlisted', 'confirmed')"
        ))
        .bind(id)
        .fetch_optional()
        .await?;
    Ok(found.is_some())
}

/// What became of this address at an event: the registration that is live, or else the latest.
pub async fn of_address(
    tx: &mut Tx,
    event: Id<Event>,
    email: &EmailAddress,
) -> Result<Option<Id<Registration>>> {
    let found: Option<(Id<Registration>,)> = tx
        .query(sql!(
            "SELECT id FROM registration WHERE event_id = $1 AND email_key = $2
             ORDER BY CASE WHEN state IN ('unconfirmed', 'pending', 'waitlisted', 'confirmed')
                THEN 0 ELSE 1 END, registered_at DESC, id DESC LIMIT 1"
        ))
        .bind(event)
        .bind(email.key())
        .fetch_optional()
        .await?;
    Ok(found.map(|(id,)| id))
}

pub(super) async fn with_sessions(tx: &mut Tx, row: Option<Row>) -> Result<Option<Registration>> {
    let Some(row) = row else { return Ok(None) };
    let sessions: Vec<(Id<Session>,)> = tx
        .query(sql!(
            "SELECT i.session_id FROM invitation i JOIN session s ON s.id = i.session_id
             WHERE i.registration_id = $1 ORDER BY s.position"
        ))
        .bind(row.id)
        .fetch_all()
        .await?;
    Ok(Some(
        row.with(sessions.into_iter().map(|(id,)| id).collect()),
    ))
}

impl Row {
    fn with(self, sessions: Vec<Id<Session>>) -> Registration {
        Registration {
            id: self.id,
            event: self.event_id,
            state: self.state,
            email: self.email,
            name: self.name,
            language: self.language,
            mode: self.mode,
            wished_mode: self.wished_mode,
            listening: self.listening,
            sessions,
            seated: self.seated,
            token_generation: self.token_generation,
            registered_at: self.registered_at,
            held_until: self.held_until,
            address_confirmed_at: self.address_confirmed_at,
            wants_reminders: self.reminders_stopped_at.is_none(),
            undeliverable_at: self.undeliverable_at,
            confirmed_at: self.confirmed_at,
            decline_reason: self.declined_because.map(|because| because.reason),
        }
    }
}

/// Gives a registration up, if it still is in `state`.
pub(super) async fn cancel(
    tx: &mut Tx,
    id: Id<Registration>,
    state: RegistrationState,
) -> Result<bool> {
    let now = tx.now();
    let cancelled = tx
        .query(sql!(
            "UPDATE registration SET state = 'cancelled', seated = FALSE, withdrawn_at = $3
             WHERE id = $1 AND state = $2"
        ))
        .bind(id)
        .bind(state)
        .bind(now)
        .execute()
        .await?;
    Ok(cancelled == 1)
}

/// Gives a place to a registration that is still in the state `from`.
pub(super) async fn give_place(
    tx: &mut Tx,
    id: Id<Registration>,
    from: RegistrationState,
) -> Result<bool> {
    let now = tx.now();
    let given = tx
        .query(sql!(
            "UPDATE registration SET state = 'confirmed', seated = TRUE, declined_because = NULL,
                held_until = NULL, confirmed_at = $3
             WHERE id = $1 AND state = $2"
        ))
        .bind(id)
        .bind(from)
        .bind(now)
        .execute()
        .await?;
    Ok(given == 1)
}

/// Keeps everybody else from changing an event, its seats and its plan until this unit of work ends.
/// Whoever changes more than one of event, session, registration and invitation holds the event
/// first, so that no two wait for each other. New registrations may still refer to the event
/// meanwhile: a stronger lock would wait for those who wait for this one.
pub(super) async fn hold(tx: &mut Tx, event: Id<Event>) -> Result<()> {
    tx.query(sql!(
        sqlite: "SELECT revision FROM event WHERE id = $1",
        postgres: "SELECT revision FROM event WHERE id = $1 FOR NO KEY UPDATE",
    ))
    .bind(event)
    .fetch_one::<(i64,)>()
    .await?;
    Ok(())
}

/// Has the plan of `event`, which this unit of work holds, looked at again by `owed_at` at the
/// latest. Not held, a plan that is just being looked at would seem due still, and stay asleep.
pub(super) async fn wake_plan(
    tx: &mut Tx,
    event: Id<Event>,
    owed_at: Option<Instant>,
) -> Result<()> {
    let Some(owed_at) = owed_at else {
        return Ok(());
    };
    tx.query(sql!(
        "UPDATE event SET plan_due_at = $2
         WHERE id = $1 AND (plan_due_at IS NULL OR plan_due_at > $2)"
    ))
    .bind(event)
    .bind(owed_at)
    .execute()
    .await?;
    Ok(())
}

/// Has none of the links count that were owed before.
pub(super) async fn forget_links(tx: &mut Tx, registration: &Registration) -> Result<()> {
    tx.query(sql!(
        "UPDATE registration SET first_link = (
            SELECT COALESCE(max(revision) + 1, 0) FROM message
            WHERE subject = $1 AND recipient = $2 AND kind = 'link')
         WHERE id = $2"
    ))
    .bind(registration.event)
    .bind(registration.id)
    .execute()
    .await?;
    Ok(())
}
