use std::collections::HashMap;

use sqlx::types::Json;
use uuid::Uuid;

use super::{Filter, Found, Named, Order, search_key};
use crate::account::Organiser;
use crate::base::db::{Query, Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::registration::{Registration, RegistrationState};
use crate::sql;

/// So many names are folded in one unit of work.
const BATCH: i64 = 500;

/// How many registrations of `event` are meant by `filter`.
///
/// # Errors
/// Where the database fails.
pub async fn count(tx: &mut Tx, event: Id<Event>, filter: &Filter) -> Result<i64> {
    let query = tx.query(sql!(
        "SELECT count(*) AS meant FROM registration r",
        // By name the rows would be read in an order that no page of the file has.
        sqlite: " INDEXED BY registration_by_time",
        postgres: "",
        " WHERE r.event_id = $1 AND (r.state = $2 OR $2 IS NULL) AND (r.mode = $3 OR $3 IS NULL)
            AND (r.language = $4 OR $4 IS NULL) AND (r.country = $5 OR $5 IS NULL)
            AND (EXISTS (SELECT 1 FROM invitation i
                WHERE i.registration_id = r.id AND i.session_id = $6) OR $6 IS NULL)
            AND (EXISTS (SELECT 1 FROM registration_tag t
                WHERE t.registration_id = r.id AND t.tag_key = $7) OR $7 IS NULL)
            AND (r.search_key LIKE $8
                    OR r.email_key LIKE $9 ESCAPE '\\' OR $8 IS NULL)
            AND (r.search_key LIKE $10
                    OR r.email_key LIKE $11 ESCAPE '\\' OR $10 IS NULL)
            AND (r.search_key LIKE $12
                    OR r.email_key LIKE $13 ESCAPE '\\' OR $12 IS NULL)
            AND (r.search_key LIKE $14
                    OR r.email_key LIKE $15 ESCAPE '\\' OR $14 IS NULL)"
    ));
    let (meant,): (i64,) = narrowed(query, event, filter).fetch_one().await?;
    Ok(meant)
}

/// The registrations of `event` that are meant by `filter`, in `order`: at most `limit`, after the first
/// `offset`.
///
/// # Errors
/// Where the database fails.
pub async fn ids(
    tx: &mut Tx,
    event: Id<Event>,
    filter: &Filter,
    order: Order,
    (limit, offset): (i64, i64),
) -> Result<Vec<Id<Registration>>> {
    // Each its own text, so that the rows come in the order of an index and not all are sorted.
    let statement = match order {
        Order::Newest => {
            sql!(
                "SELECT r.id FROM registration r
                 WHERE r.event_id = $1 AND (r.state = $2 OR $2 IS NULL) AND (r.mode = $3 OR $3 IS NULL)
                AND (r.language = $4 OR $4 IS NULL) AND (r.country = $5 OR $5 IS NULL)
                AND (EXISTS (SELECT 1 FROM invitation i
                    WHERE i.registration_id = r.id AND i.session_id = $6) OR $6 IS NULL)
                AND (EXISTS (SELECT 1 FROM registration_tag t
                    WHERE t.registration_id = r.id AND t.tag_key = $7) OR $7 IS NULL)
                AND (r.search_key LIKE $8
                    OR r.email_key LIKE $9 ESCAPE '\\' OR $8 IS NULL)
                AND (r.search_key LIKE $10
                    OR r.email_key LIKE $11 ESCAPE '\\' OR $10 IS NULL)
                AND (r.search_key LIKE $12
                    OR r.email_key LIKE $13 ESCAPE '\\' OR $12 IS NULL)
                AND (r.search_key LIKE $14
                    OR r.email_key LIKE $15 ESCAPE '\\' OR $14 IS NULL)
                 ORDER BY r.registered_at DESC, r.id DESC LIMIT $16 OFFSET $17"
            )
        }
        Order::Oldest => {
            sql!(
                "SELECT r.id FROM registration r
                 WHERE r.event_id = $1 AND (r.state = $2 OR $2 IS NULL) AND (r.mode = $3 OR $3 IS NULL)
                AND (r.language = $4 OR $4 IS NULL) AND (r.country = $5 OR $5 IS NULL)
                AND (EXISTS (SELECT 1 FROM invitation i
                    WHERE i.registration_id = r.id AND i.session_id = $6) OR $6 IS NULL)
                AND (EXISTS (SELECT 1 FROM registration_tag t
                    WHERE t.registration_id = r.id AND t.tag_key = $7) OR $7 IS NULL)
                AND (r.search_key LIKE $8
                    OR r.email_key LIKE $9 ESCAPE '\\' OR $8 IS NULL)
                AND (r.search_key LIKE $10
                    OR r.email_key LIKE $11 ESCAPE '\\' OR $10 IS NULL)
                AND (r.search_key LIKE $12
                    OR r.email_key LIKE $13 ESCAPE '\\' OR $12 IS NULL)
                AND (r.search_key LIKE $14
                    OR r.email_key LIKE $15 ESCAPE '\\' OR $14 IS NULL)
                 ORDER BY r.registered_at, r.id LIMIT $16 OFFSET $17"
            )
        }
        Order::Name => {
            sql!(
                "SELECT r.id FROM registration r
                 WHERE r.event_id = $1 AND (r.state = $2 OR $2 IS NULL) AND (r.mode = $3 OR $3 IS NULL)
                AND (r.language = $4 OR $4 IS NULL) AND (r.country = $5 OR $5 IS NULL)
                AND (EXISTS (SELECT 1 FROM invitation i
                    WHERE i.registration_id = r.id AND i.session_id = $6) OR $6 IS NULL)
                AND (EXISTS (SELECT 1 FROM registration_tag t
                    WHERE t.registration_id = r.id AND t.tag_key = $7) OR $7 IS NULL)
                AND (r.search_key LIKE $8
                    OR r.email_key LIKE $9 ESCAPE '\\' OR $8 IS NULL)
                AND (r.search_key LIKE $10
                    OR r.email_key LIKE $11 ESCAPE '\\' OR $10 IS NULL)
                AND (r.search_key LIKE $12
                    OR r.email_key LIKE $13 ESCAPE '\\' OR $12 IS NULL)
                AND (r.search_key LIKE $14
                    OR r.email_key LIKE $15 ESCAPE '\\' OR $14 IS NULL)
                 ORDER BY r.search_key, r.id LIMIT $16 OFFSET $17"
            )
        }
    };
    let found: Vec<(Id<Registration>,)> = narrowed(tx.query(statement), event, filter)
        .bind(limit)
        .bind(offset)
        .fetch_all()
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// The registrations of `event` that are meant by `filter`, in the order in which they were made: at most
/// `limit`, made after `last`.
///
/// # Errors
/// Where the database fails.
pub async fn after(
    tx: &mut Tx,
    event: Id<Event>,
    filter: &Filter,
    last: Option<Id<Registration>>,
    limit: i64,
) -> Result<Vec<Id<Registration>>> {
    let query = tx.query(sql!(
        "SELECT r.id FROM registration r
         WHERE r.event_id = $1 AND (r.state = $2 OR $2 IS NULL) AND (r.mode = $3 OR $3 IS NULL)
            AND (r.language = $4 OR $4 IS NULL) AND (r.country = $5 OR $5 IS NULL)
            AND (EXISTS (SELECT 1 FROM invitation i
                WHERE i.registration_id = r.id AND i.session_id = $6) OR $6 IS NULL)
            AND (EXISTS (SELECT 1 FROM registration_tag t
                WHERE t.registration_id = r.id AND t.tag_key = $7) OR $7 IS NULL)
            AND (r.search_key LIKE $8
                    OR r.email_key LIKE $9 ESCAPE '\\' OR $8 IS NULL)
            AND (r.search_key LIKE $10
                    OR r.email_key LIKE $11 ESCAPE '\\' OR $10 IS NULL)
            AND (r.search_key LIKE $12
                    OR r.email_key LIKE $13 ESCAPE '\\' OR $12 IS NULL)
            AND (r.search_key LIKE $14
                    OR r.email_key LIKE $15 ESCAPE '\\' OR $14 IS NULL)
            AND r.id > $16
         ORDER BY r.id LIMIT $17"
    ));
    let found: Vec<(Id<Registration>,)> = narrowed(query, event, filter)
        .bind(last.map_or(Uuid::nil(), Id::uuid))
        .bind(limit)
        .fetch_all()
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// The same, with what a list shows of them.
///
/// # Errors
/// Where the database fails.
pub async fn page(
    tx: &mut Tx,
    event: Id<Event>,
    filter: &Filter,
    order: Order,
    part: (i64, i64),
) -> Result<Vec<Found>> {
    let ids = ids(tx, event, filter, order, part).await?;
    let texts: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let rows: Vec<Found> = tx
        .query(sql!(
            "SELECT id, state, name, email, organisation, position, country, mode, language,
                listening, registered_at, undo_until, undeliverable_at
             FROM registration WHERE id ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            ""
        ))
        .bind(Json(texts))
        .fetch_all()
        .await?;
    let mut by_id: HashMap<Id<Registration>, Found> =
        rows.into_iter().map(|row| (row.id, row)).collect();
    Ok(ids.iter().filter_map(|id| by_id.remove(id)).collect())
}

/// Those of `ids` that are registrations for `event`, in the order in which they were made.
///
/// # Errors
/// Where the database fails.
pub async fn named(tx: &mut Tx, event: Id<Event>, ids: &[Id<Registration>]) -> Result<Vec<Named>> {
    let texts: Vec<String> = ids.iter().map(ToString::to_string).collect();
    tx.query(sql!(
        "SELECT id, name, seated FROM registration WHERE event_id = $1 AND id ",
        sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($2))",
        postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($2)))",
        " ORDER BY registered_at, id"
    ))
    .bind(event)
    .bind(Json(texts))
    .fetch_all()
    .await
}

/// For how many other events of the same organisation the addresses of `ids` have a confirmed
/// registration; who has none is left out. Only events count whose registrations `viewer` may see,
/// and none that was thrown away.
///
/// # Errors
/// Where the database fails.
pub async fn earlier_places(
    tx: &mut Tx,
    viewer: Id<Organiser>,
    ids: &[Id<Registration>],
) -> Result<HashMap<Id<Registration>, i64>> {
    let texts: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let rows: Vec<(Id<Registration>, i64)> = tx
        .query(sql!(
            "SELECT r.id, count(DISTINCT other.event_id) AS events FROM registration r
             JOIN event own ON own.id = r.event_id
             JOIN registration other ON other.email_key = r.email_key
                AND other.event_id <> r.event_id AND other.state = 'confirmed'
             JOIN event its ON its.id = other.event_id
                AND its.organisation_id = own.organisation_id AND its.trashed_at IS NULL
             WHERE EXISTS (SELECT 1 FROM membership m
                    WHERE m.organiser_id = $2 AND m.organisation_id = its.organisation_id
                        AND (m.event_id = $3 OR m.event_id = its.id)
                        AND m.role IN ('organiser', 'owner'))
                AND r.id ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            " GROUP BY r.id"
        ))
        .bind(Json(texts))
        .bind(viewer)
        .bind(Uuid::nil())
        .fetch_all()
        .await?;
    Ok(rows.into_iter().collect())
}

/// How many registrations of `event` are in which state.
///
/// # Errors
/// Where the database fails.
pub async fn states(tx: &mut Tx, event: Id<Event>) -> Result<Vec<(RegistrationState, i64)>> {
    tx.query(sql!(
        "SELECT state, count(*) AS registrations FROM registration
         WHERE event_id = $1 GROUP BY state ORDER BY state"
    ))
    .bind(event)
    .fetch_all()
    .await
}

/// Where those who registered for `event` are, as they typed it, the most frequent first.
///
/// # Errors
/// Where the database fails.
pub async fn countries(tx: &mut Tx, event: Id<Event>) -> Result<Vec<String>> {
    let found: Vec<(String, i64)> = tx
        .query(sql!(
            "SELECT country, count(*) AS registrations FROM registration
             WHERE event_id = $1 AND country IS NOT NULL
             GROUP BY country ORDER BY count(*) DESC, country LIMIT 80"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    Ok(found.into_iter().map(|(country, _)| country).collect())
}

/// Folds the names of registrations that were made before searches looked in them; gives how many, at
/// most a batch.
///
/// # Errors
/// Where the database fails.
pub async fn fold_names(tx: &mut Tx) -> Result<usize> {
    let unfolded: Vec<(Id<Registration>, String, Option<String>)> = tx
        .query(sql!(
            "SELECT id, name, organisation FROM registration WHERE search_key IS NULL LIMIT $1"
        ))
        .bind(BATCH)
        .fetch_all()
        .await?;
    for (id, name, organisation) in &unfolded {
        tx.query(sql!(
            "UPDATE registration SET search_key = $2 WHERE id = $1"
        ))
        .bind(*id)
        .bind(search_key(name, organisation.as_deref()))
        .execute()
        .await?;
    }
    Ok(unfolded.len())
}

/// Binds what the statements above have in common.
fn narrowed<'t>(query: Query<'t>, event: Id<Event>, filter: &Filter) -> Query<'t> {
    let query = query
        .bind(event)
        .bind(filter.state)
        .bind(filter.mode)
        .bind(filter.language.clone())
        .bind(filter.country.clone())
        .bind(filter.session)
        .bind(filter.tag_key());
    filter.patterns().into_iter().fold(query, |query, pattern| {
        let (folded, address) = pattern.map(|one| (one.folded, one.address)).unzip();
        query.bind(folded).bind(address)
    })
}
