use sqlx::types::Json;

use crate::base::db::{Result, Sql, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::registration::Registration;
use crate::sql;

pub(super) async fn first_of(
    tx: &mut Tx,
    event: Id<Event>,
    limit: i64,
) -> Result<Vec<Id<Registration>>> {
    let found: Vec<(Id<Registration>,)> = tx
        .query(sql!(
            "SELECT id FROM registration WHERE event_id = $1 ORDER BY id LIMIT $2"
        ))
        .bind(event)
        .bind(limit)
        .fetch_all()
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// The Message-IDs of what `registrations` were owed.
pub(super) async fn message_ids(
    tx: &mut Tx,
    registrations: &[Id<Registration>],
) -> Result<Vec<String>> {
    let found: Vec<(String,)> = tx
        .query(sql!(
            "SELECT message_id FROM message WHERE (subject, recipient) IN (
                SELECT event_id, id FROM registration WHERE id ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            ")"
        ))
        .bind(listed(registrations))
        .fetch_all()
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Removes what hangs on `registrations`.
pub(super) async fn remove_traces(tx: &mut Tx, registrations: &[Id<Registration>]) -> Result<()> {
    let traces = [
        sql!(
            "DELETE FROM companion_request WHERE registration_id ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            ""
        ),
        sql!(
            "DELETE FROM consent WHERE registration_id ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            ""
        ),
        sql!(
            "DELETE FROM check_in WHERE registration_id ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            ""
        ),
        sql!(
            "DELETE FROM decision WHERE registration_id ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            ""
        ),
        sql!(
            "DELETE FROM registration_note WHERE registration_id ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            ""
        ),
        sql!(
            "DELETE FROM registration_tag WHERE registration_id ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            ""
        ),
        sql!(
            "DELETE FROM invitation WHERE registration_id ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            ""
        ),
        sql!(
            "DELETE FROM message WHERE (subject, recipient) IN (
                SELECT event_id, id FROM registration WHERE id ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            ")"
        ),
        sql!(
            "DELETE FROM audit_line WHERE actor = 'attendee' AND object ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            ""
        ),
        sql!(
            "UPDATE audit_line SET changes = '{}' WHERE object ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            ""
        ),
    ];
    for statement in traces {
        run(tx, statement, registrations).await?;
    }
    Ok(())
}

pub(super) async fn remove(tx: &mut Tx, registrations: &[Id<Registration>]) -> Result<u64> {
    let gone = sql!(
        "DELETE FROM registration WHERE id ",
        sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
        postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
        ""
    );
    run(tx, gone, registrations).await
}

/// `registration`, and those of the same person for the event that are given up or refused.
pub(super) async fn of_person(
    tx: &mut Tx,
    registration: &Registration,
) -> Result<Vec<Id<Registration>>> {
    let found: Vec<(Id<Registration>,)> = tx
        .query(sql!(
            "SELECT other.id FROM registration own
             JOIN registration other ON other.event_id = own.event_id
                AND other.email_key = own.email_key AND other.companion_key = own.companion_key
             WHERE own.id = $1 AND (other.id = $1 OR other.state IN ('declined', 'cancelled'))"
        ))
        .bind(registration.id)
        .fetch_all()
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Whether a worker has a mail to one of `registrations` in hand.
pub(super) async fn is_leaving(tx: &mut Tx, registrations: &[Id<Registration>]) -> Result<bool> {
    let (leaving,): (i64,) = tx
        .query(sql!(
            "SELECT count(*) AS leaving FROM message WHERE state = 'leased'
                AND (subject, recipient) IN (SELECT event_id, id FROM registration WHERE id ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            ")"
        ))
        .bind(listed(registrations))
        .fetch_one()
        .await?;
    Ok(leaving > 0)
}

/// Removes that somebody was asked to come, with what they were sent of it, where nobody but `own` is
/// registered with the address; the Message-IDs of that.
pub(super) async fn remove_invitation_to_come(
    tx: &mut Tx,
    registration: &Registration,
    own: &[Id<Registration>],
) -> Result<Vec<String>> {
    let shares: Option<(Id<Registration>,)> = tx
        .query(sql!(
            "SELECT id FROM registration WHERE event_id = $1 AND email_key = $2 AND NOT id ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($3)) LIMIT 1",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($3))) LIMIT 1",
            ""
        ))
        .bind(registration.event)
        .bind(registration.email.key())
        .bind(listed(own))
        .fetch_optional()
        .await?;
    if shares.is_some() {
        return Ok(Vec::new());
    }
    let mails: Vec<(String,)> = tx
        .query(sql!(
            "DELETE FROM message WHERE subject = $1 AND recipient IN (
                SELECT id FROM guest WHERE event_id = $1 AND email_key = $2) RETURNING message_id"
        ))
        .bind(registration.event)
        .bind(registration.email.key())
        .fetch_all()
        .await?;
    tx.query(sql!(
        "DELETE FROM guest WHERE event_id = $1 AND email_key = $2"
    ))
    .bind(registration.event)
    .bind(registration.email.key())
    .execute()
    .await?;
    Ok(mails.into_iter().map(|(id,)| id).collect())
}

/// Removes that a place was asked for somebody of this name by who shares their mailbox.
pub(super) async fn remove_asked_for(
    tx: &mut Tx,
    registration: &Registration,
    name_key: &str,
) -> Result<()> {
    tx.query(sql!(
        "DELETE FROM companion_request WHERE name_key = $3 AND registration_id IN (
            SELECT id FROM registration WHERE event_id = $1 AND email_key = $2)"
    ))
    .bind(registration.event)
    .bind(registration.email.key())
    .bind(name_key)
    .execute()
    .await?;
    Ok(())
}

/// Removes the lists that were handed in for `event` and wait to be added.
pub(super) async fn remove_handed_in(tx: &mut Tx, event: Id<Event>) -> Result<()> {
    tx.query(sql!("DELETE FROM roster WHERE event_id = $1"))
        .bind(event)
        .execute()
        .await?;
    Ok(())
}

async fn run(tx: &mut Tx, statement: Sql, registrations: &[Id<Registration>]) -> Result<u64> {
    tx.query(statement)
        .bind(listed(registrations))
        .execute()
        .await
}

fn listed(registrations: &[Id<Registration>]) -> Json<Vec<String>> {
    Json(registrations.iter().map(ToString::to_string).collect())
}
