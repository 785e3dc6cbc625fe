use std::collections::BTreeMap;

use sqlx::types::Json;

use super::register::{Consent, Next, Request};
use super::{Answers, CalendarAnswer, Notice, Registration, RegistrationState};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::text::{EmailAddress, SingleLine};
use crate::event::{Because, Event, FieldName, Mode, Session};
use crate::sql;

/// A registration as `registrations export` gives it.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct ExportedRegistration {
    /// Its identifier.
    pub id: Id<Registration>,
    /// The name to show.
    pub name: SingleLine,
    /// Where its mails go.
    pub email: EmailAddress,
    /// The language of its mails.
    pub language: Language,
    /// How they attend.
    pub mode: Mode,
    /// What has become of it.
    pub state: RegistrationState,
    /// When it was made.
    pub registered_at: Instant,
    /// Where they work, where asked.
    pub organisation: Option<String>,
    /// What they do there, where asked.
    pub position: Option<String>,
    /// Where they are, where asked.
    pub country: Option<String>,
    /// What they answered.
    #[sqlx(json)]
    pub answers: Answers,
    /// The sessions they come to.
    #[sqlx(skip)]
    pub sessions: Vec<Id<Session>>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Id<Registration>,
    event_id: Id<Event>,
    state: RegistrationState,
    email: EmailAddress,
    name: SingleLine,
    language: Language,
    mode: Mode,
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
                declined_because, undeliverable_at, reminders_stopped_at
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
                r.reminders_stopped_at, e.revision AS event_revision, s.id AS session_id
             FROM registration r
             JOIN event e ON e.id = r.event_id
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
                declined_because, undeliverable_at, reminders_stopped_at
             FROM registration WHERE token_hash = $1"
        ))
        .bind(token_hash)
        .fetch_optional()
        .await?;
    with_sessions(tx, row).await
}

/// The registration that keeps this address from registering again.
pub(super) async fn find_live(
    tx: &mut Tx,
    event: Id<Event>,
    email_key: &str,
) -> Result<Option<Registration>> {
    let row: Option<Row> = tx
        .query(sql!(
            "SELECT id, event_id, state, email, name, language, mode, listening, seated,
                token_generation, registered_at, held_until, address_confirmed_at, confirmed_at,
                declined_because, undeliverable_at, reminders_stopped_at
             FROM registration WHERE event_id = $1 AND email_key = $2
                AND state IN ('unconfirmed', 'pending', 'waitlisted', 'confirmed')"
        ))
        .bind(event)
        .bind(email_key)
        .fetch_optional()
        .await?;
    with_sessions(tx, row).await
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

/// Registrations whose address was not confirmed in time.
pub(super) async fn expired_holds(tx: &mut Tx) -> Result<Vec<Registration>> {
    let now = tx.now();
    let rows: Vec<Row> = tx
        .query(sql!(
            "SELECT id, event_id, state, email, name, language, mode, listening, seated,
                token_generation, registered_at, held_until, address_confirmed_at, confirmed_at,
                declined_because, undeliverable_at, reminders_stopped_at
             FROM registration WHERE state = 'unconfirmed' AND held_until <= $1
             ORDER BY held_until LIMIT 200"
        ))
        .bind(now)
        .fetch_all()
        .await?;
    let mut registrations = Vec::with_capacity(rows.len());
    for row in rows {
        registrations.extend(with_sessions(tx, Some(row)).await?);
    }
    Ok(registrations)
}

/// When the next place is given up because its address was not confirmed.
pub async fn next_hold(tx: &mut Tx) -> Result<Option<Instant>> {
    let (next,): (Option<Instant>,) = tx
        .query(sql!(
            "SELECT min(held_until) AS next FROM registration WHERE state = 'unconfirmed'"
        ))
        .fetch_one()
        .await?;
    Ok(next)
}

async fn with_sessions(tx: &mut Tx, row: Option<Row>) -> Result<Option<Registration>> {
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

/// Writes a registration; `false` where its address has a live one for the event already.
pub(super) async fn insert(
    tx: &mut Tx,
    registration: &Registration,
    request: &Request,
    token_hash: &[u8],
) -> Result<bool> {
    let field = |name: FieldName| {
        request
            .fields
            .iter()
            .find(|(field, _)| *field == name)
            .map(|(_, text)| text.as_str().to_owned())
    };
    let written = tx
        .query(sql!(
            "INSERT INTO registration (id, event_id, state, email, email_key, name, language, mode,
                listening, organisation, position, country, code, answers, seated, token_hash,
                token_generation, registered_at, held_until, confirmed_at, source)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                $18, $19, $20, $21)
             ON CONFLICT DO NOTHING"
        ))
        .bind(registration.id)
        .bind(registration.event)
        .bind(registration.state)
        .bind(registration.email.clone())
        .bind(registration.email.key())
        .bind(registration.name.clone())
        .bind(registration.language.clone())
        .bind(registration.mode)
        .bind(registration.listening.clone())
        .bind(field(FieldName::Organisation))
        .bind(field(FieldName::Position))
        .bind(field(FieldName::Country))
        .bind(request.code.clone())
        .bind(Json(&request.answers))
        .bind(registration.seated)
        .bind(token_hash)
        .bind(registration.token_generation)
        .bind(registration.registered_at)
        .bind(registration.held_until)
        .bind(registration.confirmed_at)
        .bind(request.source.clone())
        .execute()
        .await?;
    Ok(written == 1)
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

/// Gives a place to a registration that is still in the state `from`: for good, or until
/// `held_until`, when its address has to be confirmed.
pub(super) async fn give_place(
    tx: &mut Tx,
    id: Id<Registration>,
    from: RegistrationState,
    held_until: Option<Instant>,
) -> Result<bool> {
    let (to, confirmed_at) = match held_until {
        Some(_) => (RegistrationState::Unconfirmed, None),
        None => (RegistrationState::Confirmed, Some(tx.now())),
    };
    let given = tx
        .query(sql!(
            "UPDATE registration SET state = $3, seated = TRUE, declined_because = NULL,
                held_until = $4, confirmed_at = $5
             WHERE id = $1 AND state = $2"
        ))
        .bind(id)
        .bind(from)
        .bind(to)
        .bind(held_until)
        .bind(confirmed_at)
        .execute()
        .await?;
    Ok(given == 1)
}

/// Notes that the address of an unconfirmed registration was confirmed.
pub(super) async fn confirm_address(
    tx: &mut Tx,
    id: Id<Registration>,
    state: RegistrationState,
) -> Result<bool> {
    let now = tx.now();
    let confirmed = tx
        .query(sql!(
            "UPDATE registration SET state = $2, address_confirmed_at = $3, held_until = NULL,
                confirmed_at = CASE WHEN $2 = 'confirmed' THEN $3 END
             WHERE id = $1 AND state = 'unconfirmed' AND $3 < held_until"
        ))
        .bind(id)
        .bind(state)
        .bind(now)
        .execute()
        .await?;
    Ok(confirmed == 1)
}

pub(super) async fn insert_consent(
    tx: &mut Tx,
    registration: Id<Registration>,
    consent: &Consent,
    text_hash: &[u8],
) -> Result<()> {
    let id: Id<()> = tx.new_id();
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO consent (id, registration_id, consent_key, text_hash, language, given_at)
         VALUES ($1, $2, $3, $4, $5, $6)"
    ))
    .bind(id)
    .bind(registration)
    .bind(consent.key.clone())
    .bind(text_hash)
    .bind(consent.language.clone())
    .bind(now)
    .execute()
    .await?;
    Ok(())
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

/// Events of the same organisation for which the address of a registration has a live one, in the
/// order in which events are held.
pub(super) async fn events_with_address_of(
    tx: &mut Tx,
    id: Id<Registration>,
) -> Result<Vec<Id<Event>>> {
    let events: Vec<(Id<Event>,)> = tx
        .query(sql!(
            "SELECT DISTINCT r.event_id FROM registration r
             JOIN event e ON e.id = r.event_id
             JOIN registration returned ON returned.id = $1
                AND returned.email_key = r.email_key
             JOIN event its ON its.id = returned.event_id
                AND its.organisation_id = e.organisation_id
             WHERE r.state IN ('unconfirmed', 'pending', 'waitlisted', 'confirmed')
             ORDER BY r.event_id"
        ))
        .bind(id)
        .fetch_all()
        .await?;
    Ok(events.into_iter().map(|(event,)| event).collect())
}

/// Notes that mail to the address of registration `id` came back, on its live registration for
/// `event`; what was noted before stays.
pub(super) async fn mark_undeliverable(
    tx: &mut Tx,
    event: Id<Event>,
    id: Id<Registration>,
    status: &str,
) -> Result<u64> {
    let now = tx.now();
    tx.query(sql!(
        "UPDATE registration SET undeliverable_at = $3, undeliverable_status = $4
         WHERE event_id = $1 AND undeliverable_at IS NULL
            AND email_key = (SELECT same.email_key FROM registration same WHERE same.id = $2)
            AND state IN ('unconfirmed', 'pending', 'waitlisted', 'confirmed')"
    ))
    .bind(event)
    .bind(id)
    .bind(now)
    .bind(status)
    .execute()
    .await
}

pub(super) async fn insert_invitation(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
    uid: &str,
) -> Result<()> {
    tx.query(sql!(
        "INSERT INTO invitation (registration_id, session_id, uid, next_sequence)
         VALUES ($1, $2, $3, 0)"
    ))
    .bind(registration)
    .bind(session)
    .bind(uid)
    .execute()
    .await?;
    Ok(())
}

/// Begins an invitation anew under another UID, where it was issued before.
pub(super) async fn renew_invitation(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
    uid: &str,
) -> Result<()> {
    tx.query(sql!(
        "UPDATE invitation SET uid = $3, next_sequence = 0, issued_at = NULL, answer = NULL,
            answered_sequence = NULL, answered_at = NULL
         WHERE registration_id = $1 AND session_id = $2 AND next_sequence > 0"
    ))
    .bind(registration)
    .bind(session)
    .bind(uid)
    .execute()
    .await?;
    Ok(())
}

/// Counts the sequence of an invitation up, which keeps others out until this unit of work ends;
/// gives its UID, the next number after this issue's, and when it was issued last.
pub(super) async fn next_issue(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
) -> Result<Option<(String, i64, Option<Instant>)>> {
    tx.query(sql!(
        "UPDATE invitation SET next_sequence = next_sequence + 1
         WHERE registration_id = $1 AND session_id = $2
         RETURNING uid, next_sequence, issued_at"
    ))
    .bind(registration)
    .bind(session)
    .fetch_optional()
    .await
}

pub(super) async fn stamp_issue(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
    issued_at: Instant,
) -> Result<()> {
    tx.query(sql!(
        "UPDATE invitation SET issued_at = $3 WHERE registration_id = $1 AND session_id = $2"
    ))
    .bind(registration)
    .bind(session)
    .bind(issued_at)
    .execute()
    .await?;
    Ok(())
}

/// The place that the invitation `uid` is for: whose, and in which session.
pub(super) async fn find_invitation(
    tx: &mut Tx,
    uid: &str,
) -> Result<Option<(Id<Registration>, Id<Session>)>> {
    tx.query(sql!(
        "SELECT registration_id, session_id FROM invitation WHERE uid = $1"
    ))
    .bind(uid)
    .fetch_optional()
    .await
}

/// Notes what was answered to issue `sequence` of an invitation at `answered_at`, where it was issued
/// and nothing as new was answered before; `false` where it was not noted.
pub(super) async fn note_answer(
    tx: &mut Tx,
    uid: &str,
    answer: CalendarAnswer,
    sequence: i64,
    answered_at: Instant,
) -> Result<bool> {
    let noted = tx
        .query(sql!(
            "UPDATE invitation SET answer = $2, answered_sequence = $3, answered_at = $4
             WHERE uid = $1 AND $3 < next_sequence
                AND (answered_sequence IS NULL OR answered_sequence < $3
                    OR (answered_sequence = $3 AND answered_at < $4))"
        ))
        .bind(uid)
        .bind(answer)
        .bind(sequence)
        .bind(answered_at)
        .execute()
        .await?;
    Ok(noted == 1)
}

/// Notes a form as sent; `false` where it was before. While another unit of work that sends the
/// same form is under way, this one waits for it.
pub(super) async fn insert_submission(
    tx: &mut Tx,
    form: &[u8],
    event: Id<Event>,
    content: &[u8],
) -> Result<bool> {
    let now = tx.now();
    let noted = tx
        .query(sql!(
            "INSERT INTO submission (form_key_hash, event_id, content_hash, outcome, accepted_at)
             VALUES ($1, $2, $3, '', $4) ON CONFLICT (form_key_hash) DO NOTHING"
        ))
        .bind(form)
        .bind(event)
        .bind(content)
        .bind(now)
        .execute()
        .await?;
    Ok(noted == 1)
}

pub(super) async fn answer_submission(tx: &mut Tx, form: &[u8], next: Next) -> Result<()> {
    tx.query(sql!(
        "UPDATE submission SET outcome = $2 WHERE form_key_hash = $1"
    ))
    .bind(form)
    .bind(next)
    .execute()
    .await?;
    Ok(())
}

/// What a form that was sent before contained, and its answer.
pub(super) async fn find_submission(tx: &mut Tx, form: &[u8]) -> Result<(Vec<u8>, Next)> {
    tx.query(sql!(
        "SELECT content_hash, outcome FROM submission WHERE form_key_hash = $1"
    ))
    .bind(form)
    .fetch_one()
    .await
}

/// How many live registrations used `code`; whoever asks next waits for this unit of work, so that
/// two cannot take a code's last place.
pub(super) async fn code_uses(tx: &mut Tx, event: Id<Event>, code: &str) -> Result<i64> {
    hold(tx, event).await?;
    let (uses,): (i64,) = tx
        .query(sql!(
            "SELECT count(*) AS uses FROM registration WHERE event_id = $1 AND code = $2
                AND state IN ('unconfirmed', 'pending', 'waitlisted', 'confirmed')"
        ))
        .bind(event)
        .bind(code)
        .fetch_one()
        .await?;
    Ok(uses)
}

/// How many are confirmed for `event`.
pub async fn confirmed_count(tx: &mut Tx, event: Id<Event>) -> Result<i64> {
    let (count,): (i64,) = tx
        .query(sql!(
            "SELECT count(*) AS confirmed FROM registration
             WHERE event_id = $1 AND state = 'confirmed'"
        ))
        .bind(event)
        .fetch_one()
        .await?;
    Ok(count)
}

/// How often a registration was told so before.
pub(super) async fn times_told(
    tx: &mut Tx,
    registration: &Registration,
    notice: Notice,
) -> Result<i64> {
    let (times,): (i64,) = tx
        .query(sql!(
            "SELECT COALESCE(max(revision) + 1, 0) AS times FROM message
             WHERE subject = $1 AND recipient = $2 AND kind = $3"
        ))
        .bind(registration.event)
        .bind(registration.id)
        .bind(notice)
        .fetch_one()
        .await?;
    Ok(times)
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

/// Every registration for `event`, in the order in which they came.
pub async fn for_export(tx: &mut Tx, event: Id<Event>) -> Result<Vec<ExportedRegistration>> {
    let mut registrations: Vec<ExportedRegistration> = tx
        .query(sql!(
            "SELECT id, name, email, language, mode, state, registered_at, organisation, position,
                country, answers
             FROM registration WHERE event_id = $1 ORDER BY id"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    let invitations: Vec<(Id<Registration>, Id<Session>)> = tx
        .query(sql!(
            "SELECT i.registration_id, i.session_id FROM invitation i
             JOIN session s ON s.id = i.session_id
             WHERE s.event_id = $1 ORDER BY s.position"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    let mut sessions: BTreeMap<Id<Registration>, Vec<Id<Session>>> = BTreeMap::new();
    for (registration, session) in invitations {
        sessions.entry(registration).or_default().push(session);
    }
    for registration in &mut registrations {
        registration.sessions = sessions.remove(&registration.id).unwrap_or_default();
    }
    Ok(registrations)
}
