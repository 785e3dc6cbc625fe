use serde::Serialize;
use sqlx::types::Json;

use super::{Next, Request};
use crate::base::clock::Instant;
use crate::base::db::{At, Hex, Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::InstanceKey;
use crate::base::text::{EmailAddress, SingleLine};
use crate::event::{Event, FieldName, Mode};
use crate::registration::find::search_key;
use crate::registration::{
    Answers, Registration, RegistrationState, Source, join_token, manage_token, store,
};
use crate::sql;

/// Writes registrations; gives how many of them are new: an address may have a live one for the event already.
pub(super) async fn insert(tx: &mut Tx, key: &InstanceKey, entries: &[Entry<'_>]) -> Result<u64> {
    let rows = entries.iter().map(|entry| Row::of(key, *entry));
    let rows: Vec<Row<'_>> = rows.collect();
    tx.query(sql!(
        "INSERT INTO registration (id, event_id, state, email, email_key, name, language, mode,
            listening, organisation, position, country, code, answers, seated, token_hash,
            token_generation, registered_at, held_until, confirmed_at, search_key, source,
            companion_key, join_hash, join_generation) ",
        sqlite: "SELECT unhex(value->>'id'), unhex(value->>'event'), value->>'state', value->>'email',
                value->>'email_key', value->>'name', value->>'language', value->>'mode',
                value->>'listening', value->>'organisation', value->>'position', value->>'country',
                value->>'code', value->'answers', value->>'seated', unhex(value->>'token_hash'),
                value->>'generation', value->>'registered_at', value->>'held_until',
                value->>'confirmed_at', value->>'search_key', value->>'source',
                value->>'companion_key', unhex(value->>'join_hash'), value->>'generation'
             FROM json_each($1) WHERE true",
        postgres: "SELECT r.id, r.event, r.state, r.email, r.email_key, r.name, r.language, r.mode,
                r.listening, r.organisation, r.position, r.country, r.code, r.answers, r.seated,
                decode(r.token_hash, 'hex'), r.generation, r.registered_at, r.held_until,
                r.confirmed_at, r.search_key, r.source, r.companion_key, decode(r.join_hash, 'hex'),
                r.generation
             FROM jsonb_to_recordset($1) AS r(id UUID, event UUID, state TEXT, email TEXT,
                email_key TEXT, name TEXT, language TEXT, mode TEXT, listening TEXT, organisation TEXT,
                position TEXT, country TEXT, code TEXT, answers JSONB, seated BOOLEAN, token_hash TEXT,
                generation BIGINT, registered_at TIMESTAMPTZ, held_until TIMESTAMPTZ,
                confirmed_at TIMESTAMPTZ, search_key TEXT, source TEXT, companion_key TEXT,
                join_hash TEXT)",
        " ON CONFLICT DO NOTHING"
    ))
    .bind(Json(rows))
    .execute()
    .await
}

/// A registration about to be written, and what was asked for.
pub(super) type Entry<'a> = (&'a Registration, &'a Request);

#[derive(Serialize)]
struct Row<'a> {
    id: Hex,
    event: Hex,
    state: RegistrationState,
    email: &'a EmailAddress,
    email_key: String,
    name: &'a SingleLine,
    language: &'a Language,
    mode: Mode,
    listening: Option<&'a Language>,
    organisation: Option<&'a str>,
    position: Option<&'a str>,
    country: Option<&'a str>,
    code: Option<&'a str>,
    answers: &'a Answers,
    seated: bool,
    token_hash: Hex,
    join_hash: Hex,
    generation: i64,
    registered_at: At,
    held_until: Option<At>,
    confirmed_at: Option<At>,
    search_key: String,
    source: Option<&'a Source>,
    companion_key: &'a str,
}

impl<'a> Row<'a> {
    fn of(key: &InstanceKey, (registration, request): Entry<'a>) -> Self {
        let field = |name: FieldName| {
            let mut fields = request.fields.iter();
            let found = fields.find(|(field, _)| *field == name);
            found.map(|(_, text)| text.as_str())
        };
        let organisation = field(FieldName::Organisation);
        let (id, generation) = (registration.id, registration.token_generation);
        Self {
            id: Hex::from(id),
            event: Hex::from(registration.event),
            state: registration.state,
            email: &registration.email,
            email_key: registration.email.key(),
            name: &registration.name,
            language: &registration.language,
            mode: registration.mode,
            listening: registration.listening.as_ref(),
            organisation,
            position: field(FieldName::Position),
            country: field(FieldName::Country),
            code: request.code.as_deref(),
            answers: &request.answers,
            seated: registration.seated,
            token_hash: Hex::from(manage_token(key, id, generation).hash().as_slice()),
            join_hash: Hex::from(join_token(key, id, generation).hash().as_slice()),
            generation,
            registered_at: At::from(registration.registered_at),
            held_until: registration.held_until.map(At::from),
            confirmed_at: registration.confirmed_at.map(At::from),
            search_key: search_key(registration.name.as_str(), organisation),
            source: request.source.as_ref(),
            companion_key: &request.companion_key,
        }
    }
}

/// A form: the hash of its key, and that of what it says.
#[derive(Debug, Serialize)]
pub(super) struct Submission {
    pub form: Hex,
    pub content: Hex,
}

/// Notes forms as sent; gives how many of them were not before. While another unit of work that sends the
/// same form is under way, this one waits for it.
pub(super) async fn insert_submissions(
    tx: &mut Tx,
    event: Id<Event>,
    submissions: &[Submission],
    outcome: Option<Next>,
) -> Result<u64> {
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO submission (form_key_hash, event_id, content_hash, outcome, accepted_at) ",
        sqlite: "SELECT unhex(value->>'form'), $2, unhex(value->>'content'), $3, $4
             FROM json_each($1) WHERE true",
        postgres: "SELECT decode(r.form, 'hex'), $2, decode(r.content, 'hex'), $3, $4
             FROM jsonb_to_recordset($1) AS r(form TEXT, content TEXT)",
        " ON CONFLICT (form_key_hash) DO NOTHING"
    ))
    .bind(Json(submissions))
    .bind(event)
    .bind(outcome.map_or("", Next::as_str))
    .bind(now)
    .execute()
    .await
}

/// Somebody who asks for a place, and what they may be known by.
#[derive(Debug, Serialize)]
pub(super) struct Asker {
    /// Which of those who ask.
    pub number: i64,
    /// The hash of their form's key.
    pub form: Option<Hex>,
    pub email: String,
    /// The keyed hash of where their mail ends.
    pub mailbox: Hex,
}

/// The numbers of those whose form was accepted before, or whose address has a live registration for the event;
/// each with whether it was the form.
// Each is looked up by its index, whatever the planner thinks of the tables' size.
pub(super) async fn known(
    tx: &mut Tx,
    event: Id<Event>,
    askers: &[Asker],
) -> Result<Vec<(i64, bool)>> {
    tx
        .query(sql!(
            sqlite: "SELECT value->>'number' AS number,
                    (SELECT 1 FROM submission WHERE form_key_hash = unhex(value->>'form')) IS NOT NULL
                        AS is_sent
                FROM json_each($1)
                WHERE (SELECT 1 FROM submission WHERE form_key_hash = unhex(value->>'form')) = 1
                    OR (SELECT 1 FROM registration
                        WHERE event_id = $2 AND email_key = value->>'email' AND state IN
                            ('unconfirmed', 'pending', 'waitlisted', 'confirmed') LIMIT 1) = 1",
            postgres: "SELECT r.number,
                    (SELECT 1 FROM submission WHERE form_key_hash = decode(r.form, 'hex')) IS NOT NULL
                        AS is_sent
                FROM jsonb_to_recordset($1) AS r(number BIGINT, form TEXT, email TEXT)
                WHERE (SELECT 1 FROM submission WHERE form_key_hash = decode(r.form, 'hex')) = 1
                    OR (SELECT 1 FROM registration
                        WHERE event_id = $2 AND email_key = r.email AND state IN
                            ('unconfirmed', 'pending', 'waitlisted', 'confirmed') LIMIT 1) = 1"
        ))
        .bind(Json(askers))
        .bind(event)
        .fetch_all()
        .await
}

/// The numbers of those to whose mailbox `most` mails left or leave after `since`.
pub(super) async fn with_full_mailbox(
    tx: &mut Tx,
    askers: &[&Asker],
    since: Instant,
    most: i64,
) -> Result<Vec<i64>> {
    let full: Vec<(i64,)> = tx
        .query(sql!(
            sqlite: "SELECT value->>'number' AS number FROM json_each($1)
                WHERE (SELECT count(*) FROM form_mail
                    WHERE address_hash = unhex(value->>'mailbox') AND due_at > $2) >= $3",
            postgres: "SELECT r.number FROM jsonb_to_recordset($1) AS r(number BIGINT, mailbox TEXT)
                WHERE (SELECT count(*) FROM form_mail
                    WHERE address_hash = decode(r.mailbox, 'hex') AND due_at > $2) >= $3"
        ))
        .bind(Json(askers))
        .bind(since)
        .bind(most)
        .fetch_all()
        .await?;
    Ok(full.into_iter().map(|(number,)| number).collect())
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
    store::hold(tx, event).await?;
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

/// Whether a form was accepted before.
pub(super) async fn has_submission(tx: &mut Tx, form: &[u8]) -> Result<bool> {
    let found: Option<(Next,)> = tx
        .query(sql!(
            "SELECT outcome FROM submission WHERE form_key_hash = $1"
        ))
        .bind(form)
        .fetch_optional()
        .await?;
    Ok(found.is_some())
}

/// When the last mails leave or left to a typed address that are due after `since`, up to `most` of them, the
/// last first.
pub(super) async fn latest_form_mails(
    tx: &mut Tx,
    address: &Hex,
    since: Instant,
    most: i64,
) -> Result<Vec<Instant>> {
    let found: Vec<(Instant,)> = tx
        .query(sql!(
            "SELECT due_at FROM form_mail WHERE address_hash = ",
            sqlite: "unhex($1)",
            postgres: "decode($1, 'hex')",
            " AND due_at > $2 ORDER BY due_at DESC LIMIT $3"
        ))
        .bind(address.as_str())
        .bind(since)
        .bind(most)
        .fetch_all()
        .await?;
    Ok(found.into_iter().map(|(due_at,)| due_at).collect())
}

/// Notes that a mail leaves for each of these addresses at `due_at`.
pub(super) async fn insert_form_mails(
    tx: &mut Tx,
    addresses: &[Hex],
    due_at: Instant,
) -> Result<()> {
    #[derive(Serialize)]
    struct Row<'a> {
        id: Hex,
        address: &'a Hex,
    }
    let rows = addresses.iter().map(|address| Row {
        id: Hex::from(tx.new_id::<()>()),
        address,
    });
    let rows: Vec<Row<'_>> = rows.collect();
    tx.query(sql!(
        "INSERT INTO form_mail (id, address_hash, due_at) ",
        sqlite: "SELECT unhex(value->>'id'), unhex(value->>'address'), $2 FROM json_each($1)",
        postgres: "SELECT r.id, decode(r.address, 'hex'), $2
             FROM jsonb_to_recordset($1) AS r(id UUID, address TEXT)",
        ""
    ))
    .bind(Json(rows))
    .bind(due_at)
    .execute()
    .await?;
    Ok(())
}
