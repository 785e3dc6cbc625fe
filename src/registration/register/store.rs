use sqlx::types::Json;

use super::{Next, Request};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, FieldName};
use crate::registration::find::search_key;
use crate::registration::{Registration, store};
use crate::sql;

/// Writes a registration; `false` where its address has a live one for the event already.
pub(super) async fn insert(
    tx: &mut Tx,
    registration: &Registration,
    request: &Request,
    (token_hash, join_hash): (&[u8], &[u8]),
) -> Result<bool> {
    let field = |name: FieldName| {
        request
            .fields
            .iter()
            .find(|(field, _)| *field == name)
            .map(|(_, text)| text.as_str().to_owned())
    };
    let organisation = field(FieldName::Organisation);
    let written = tx
        .query(sql!(
            "INSERT INTO registration (id, event_id, state, email, email_key, name, language, mode,
                listening, organisation, position, country, code, answers, seated, token_hash,
                token_generation, registered_at, held_until, confirmed_at, search_key, source,
                companion_key, join_hash, join_generation)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                $18, $19, $20, $21, $22, $23, $24, $17)
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
        .bind(organisation.clone())
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
        .bind(search_key(
            registration.name.as_str(),
            organisation.as_deref(),
        ))
        .bind(request.source.clone())
        .bind(request.companion_key.clone())
        .bind(join_hash)
        .execute()
        .await?;
    Ok(written == 1)
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
    address: &[u8],
    since: Instant,
    most: i64,
) -> Result<Vec<Instant>> {
    let found: Vec<(Instant,)> = tx
        .query(sql!(
            "SELECT due_at FROM form_mail WHERE address_hash = $1 AND due_at > $2
             ORDER BY due_at DESC LIMIT $3"
        ))
        .bind(address)
        .bind(since)
        .bind(most)
        .fetch_all()
        .await?;
    Ok(found.into_iter().map(|(due_at,)| due_at).collect())
}

pub(super) async fn insert_form_mail(tx: &mut Tx, address: &[u8], due_at: Instant) -> Result<()> {
    let id: Id<()> = tx.new_id();
    tx.query(sql!(
        "INSERT INTO form_mail (id, address_hash, due_at) VALUES ($1, $2, $3)"
    ))
    .bind(id)
    .bind(address)
    .bind(due_at)
    .execute()
    .await?;
    Ok(())
}
