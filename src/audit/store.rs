use serde::Serialize;
use serde_json::Value as Json;
use uuid::Uuid;

use super::{Filter, Line, Scope};
use crate::base::db::{Hex, Result, Tx};
use crate::base::id::Id;
use crate::sql;

/// Writes down that `actor` did `action` to `object`; `changes` is an object without any value of
/// an attendee's (P-4). Whose log the line stands in follows from `object`, while it is there: this
/// statement knows the tables of later rooms, so that nobody who does something has to say whose it is.
/// Where `object` is nobody's alone, such as an organiser, `changes` name `organisation` and `event`.
/// What concerns the whole instance stands in the log of its only organisation, where there is no other.
/// A line of an organisation that has a webhook is marked as owed to it, in the same statement.
pub async fn record(
    tx: &mut Tx,
    actor: &str,
    action: &str,
    object: Uuid,
    changes: Json,
) -> Result<()> {
    let id: Id<Line> = tx.new_id();
    let named = |name: &str| changes[name].as_str()?.parse::<Uuid>().ok();
    let (organisation, event) = (named("organisation"), named("event"));
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO audit_line (id, at, actor, action, object, changes, event_id, organisation_id,
            owed_to_webhooks)
         SELECT $1, $2, $3, $4, $5, $6, whose.event_id, whose.organisation_id,
            EXISTS (SELECT 1 FROM webhook WHERE organisation_id = whose.organisation_id
                AND active_since IS NOT NULL)
         FROM (SELECT scope.event_id, COALESCE(
            (SELECT organisation_id FROM event WHERE id = scope.event_id),
            (SELECT organisation_id FROM person WHERE id = $5),
            (SELECT id FROM organisation WHERE id = $5), $7,
            (SELECT id FROM organisation WHERE NOT EXISTS (
                SELECT 1 FROM organisation other WHERE other.id <> organisation.id))) AS organisation_id
         FROM (SELECT COALESCE(
            (SELECT id FROM event WHERE id = $5),
            (SELECT event_id FROM registration WHERE id = $5),
            (SELECT event_id FROM announcement WHERE id = $5),
            (SELECT event_id FROM session WHERE id = $5),
            (SELECT s.event_id FROM appearance a JOIN session s ON s.id = a.session_id
             WHERE a.id = $5),
            (SELECT e.id FROM message m JOIN event e ON e.id = m.subject WHERE m.id = $5),
            (SELECT id FROM event WHERE id = $8)) AS event_id) AS scope) AS whose"
    ))
    .bind(id)
    .bind(now)
    .bind(actor)
    .bind(action)
    .bind(object)
    .bind(changes)
    .bind(organisation)
    .bind(event)
    .execute()
    .await?;
    Ok(())
}

/// The same of each of `objects`, with its changes, all of which belong to `event`.
pub async fn record_of_event(
    tx: &mut Tx,
    actor: &str,
    action: &str,
    event: Uuid,
    objects: &[(Uuid, Json)],
) -> Result<()> {
    #[derive(Serialize)]
    struct Row<'a> {
        id: Hex,
        object: Hex,
        changes: &'a Json,
    }
    let rows = objects.iter().map(|(object, changes)| Row {
        id: Hex::from(tx.new_id::<Line>()),
        object: Hex::from(*object),
        changes,
    });
    let rows: Vec<Row<'_>> = rows.collect();
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO audit_line (id, at, actor, action, object, changes, event_id, organisation_id,
            owed_to_webhooks) ",
        sqlite: "SELECT unhex(value->>'id'), $2, $3, $4, unhex(value->>'object'), value->'changes', $5,
                (SELECT organisation_id FROM event WHERE id = $5),
                EXISTS (SELECT 1 FROM webhook w JOIN event e ON e.organisation_id = w.organisation_id
                    WHERE e.id = $5 AND w.active_since IS NOT NULL)
             FROM json_each($1)",
        postgres: "SELECT r.id, $2, $3, $4, r.object, r.changes, $5,
                (SELECT organisation_id FROM event WHERE id = $5),
                EXISTS (SELECT 1 FROM webhook w JOIN event e ON e.organisation_id = w.organisation_id
                    WHERE e.id = $5 AND w.active_since IS NOT NULL)
             FROM jsonb_to_recordset($1) AS r(id UUID, object UUID, changes JSONB)",
        ""
    ))
    .bind(sqlx::types::Json(rows))
    .bind(now)
    .bind(actor)
    .bind(action)
    .bind(event)
    .execute()
    .await?;
    Ok(())
}

/// Up to `limit` lines of a log that `filter` lets through, the latest first.
pub(super) async fn lines(
    tx: &mut Tx,
    scope: Scope,
    filter: &Filter,
    limit: i64,
) -> Result<Vec<Line>> {
    let before = filter.before.map_or(Uuid::max(), Id::uuid);
    let query = match scope {
        Scope::Event(_) => sql!(
            "SELECT id, at, actor, action, object, event_id, changes FROM audit_line
             WHERE event_id = $1 AND id < $2 AND ($3 = '' OR actor = $3) AND ($4 = '' OR action = $4)
             ORDER BY id DESC LIMIT $5"
        ),
        Scope::Organisation(_) => sql!(
            "SELECT id, at, actor, action, object, event_id, changes FROM audit_line
             WHERE organisation_id = $1 AND id < $2 AND ($3 = '' OR actor = $3)
                AND ($4 = '' OR action = $4)
             ORDER BY id DESC LIMIT $5"
        ),
    };
    tx.query(query)
        .bind(scope.id())
        .bind(before)
        .bind(filter.actor.as_deref().unwrap_or_default())
        .bind(filter.action.as_deref().unwrap_or_default())
        .bind(limit)
        .fetch_all()
        .await
}

pub(super) async fn line(tx: &mut Tx, scope: Scope, line: Id<Line>) -> Result<Option<Line>> {
    let query = match scope {
        Scope::Event(_) => sql!(
            "SELECT id, at, actor, action, object, event_id, changes FROM audit_line
             WHERE event_id = $1 AND id = $2"
        ),
        Scope::Organisation(_) => sql!(
            "SELECT id, at, actor, action, object, event_id, changes FROM audit_line
             WHERE organisation_id = $1 AND id = $2"
        ),
    };
    tx.query(query)
        .bind(scope.id())
        .bind(line)
        .fetch_optional()
        .await
}

/// Who did anything in a log, and what: the choices of its filter.
pub(super) async fn kinds(tx: &mut Tx, scope: Scope) -> Result<Vec<(String, String)>> {
    let query = match scope {
        Scope::Event(_) => sql!(
            "SELECT DISTINCT actor, action FROM audit_line WHERE event_id = $1 ORDER BY actor, action"
        ),
        Scope::Organisation(_) => sql!(
            "SELECT DISTINCT actor, action FROM audit_line WHERE organisation_id = $1
             ORDER BY actor, action"
        ),
    };
    tx.query(query).bind(scope.id()).fetch_all().await
}
