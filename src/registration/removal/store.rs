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

async fn run(tx: &mut Tx, statement: Sql, registrations: &[Id<Registration>]) -> Result<u64> {
    tx.query(statement)
        .bind(listed(registrations))
        .execute()
        .await
}

fn listed(registrations: &[Id<Registration>]) -> Json<Vec<String>> {
    Json(registrations.iter().map(ToString::to_string).collect())
}
