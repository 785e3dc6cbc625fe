use std::collections::HashMap;

use sqlx::types::Json;

use super::Note;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::text::SingleLine;
use crate::event::Event;
use crate::registration::Registration;
use crate::sql;

/// The notes on a registration, the latest first.
///
/// # Errors
/// Where the database fails.
pub async fn notes(tx: &mut Tx, registration: Id<Registration>) -> Result<Vec<Note>> {
    tx.query(sql!(
        "SELECT id, author, text, written_at FROM registration_note
         WHERE registration_id = $1 ORDER BY id DESC LIMIT 100"
    ))
    .bind(registration)
    .fetch_all()
    .await
}

/// The tags of a registration, in their order.
///
/// # Errors
/// Where the database fails.
pub async fn tags(tx: &mut Tx, registration: Id<Registration>) -> Result<Vec<String>> {
    let found: Vec<(String,)> = tx
        .query(sql!(
            "SELECT tag FROM registration_tag WHERE registration_id = $1 ORDER BY tag_key"
        ))
        .bind(registration)
        .fetch_all()
        .await?;
    Ok(found.into_iter().map(|(tag,)| tag).collect())
}

/// The tags of each of `registrations`.
///
/// # Errors
/// Where the database fails.
pub async fn tags_of(
    tx: &mut Tx,
    registrations: &[Id<Registration>],
) -> Result<HashMap<Id<Registration>, Vec<String>>> {
    let texts: Vec<String> = registrations.iter().map(ToString::to_string).collect();
    let rows: Vec<(Id<Registration>, String)> = tx
        .query(sql!(
            "SELECT registration_id, tag FROM registration_tag WHERE registration_id ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            " ORDER BY tag_key"
        ))
        .bind(Json(texts))
        .fetch_all()
        .await?;
    let mut tags: HashMap<Id<Registration>, Vec<String>> = HashMap::new();
    for (registration, tag) in rows {
        tags.entry(registration).or_default().push(tag);
    }
    Ok(tags)
}

/// The tags that registrations for `event` have.
///
/// # Errors
/// Where the database fails.
pub async fn tags_in_use(tx: &mut Tx, event: Id<Event>) -> Result<Vec<String>> {
    let found: Vec<(String,)> = tx
        .query(sql!(
            "SELECT min(t.tag) AS tag FROM registration_tag t
             JOIN registration r ON r.id = t.registration_id
             WHERE r.event_id = $1 GROUP BY t.tag_key ORDER BY t.tag_key LIMIT 80"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    Ok(found.into_iter().map(|(tag,)| tag).collect())
}

pub(super) async fn insert(
    tx: &mut Tx,
    registration: Id<Registration>,
    author: &str,
    text: &str,
) -> Result<Id<Note>> {
    let id: Id<Note> = tx.new_id();
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO registration_note (id, registration_id, author, text, written_at)
         VALUES ($1, $2, $3, $4, $5)"
    ))
    .bind(id)
    .bind(registration)
    .bind(author)
    .bind(text)
    .bind(now)
    .execute()
    .await?;
    Ok(id)
}

pub(super) async fn delete(
    tx: &mut Tx,
    registration: Id<Registration>,
    note: Id<Note>,
) -> Result<bool> {
    let deleted = tx
        .query(sql!(
            "DELETE FROM registration_note WHERE id = $1 AND registration_id = $2"
        ))
        .bind(note)
        .bind(registration)
        .execute()
        .await?;
    Ok(deleted == 1)
}

pub(super) async fn clear_tags(tx: &mut Tx, registration: Id<Registration>) -> Result<()> {
    tx.query(sql!(
        "DELETE FROM registration_tag WHERE registration_id = $1"
    ))
    .bind(registration)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn insert_tag(
    tx: &mut Tx,
    registration: Id<Registration>,
    tag: &SingleLine,
    tag_key: &str,
) -> Result<()> {
    tx.query(sql!(
        "INSERT INTO registration_tag (registration_id, tag_key, tag) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING"
    ))
    .bind(registration)
    .bind(tag_key)
    .bind(tag.clone())
    .execute()
    .await?;
    Ok(())
}
