use super::Logos;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Key, Picture};
use crate::sql;

/// The logos of an event.
///
/// # Errors
/// Where the database fails.
pub async fn of_event(tx: &mut Tx, event: Id<Event>) -> Result<Logos> {
    let rows: Vec<(Key, String)> = tx
        .query(sql!(
            "SELECT l.host_key, p.name FROM host_logo l JOIN picture p ON p.id = l.picture_id
             WHERE l.event_id = $1"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    Ok(Logos(rows.into_iter().collect()))
}

/// Shows the logos of one event on another of the same hosts, too.
///
/// # Errors
/// Where the database fails.
pub async fn copy(tx: &mut Tx, from: Id<Event>, to: Id<Event>) -> Result<()> {
    tx.query(sql!(
        "INSERT INTO host_logo (event_id, host_key, picture_id)
         SELECT e.id, l.host_key, l.picture_id FROM host_logo l JOIN event e ON e.id = $2
         WHERE l.event_id = $1"
    ))
    .bind(from)
    .bind(to)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn put(
    tx: &mut Tx,
    event: Id<Event>,
    key: &Key,
    picture: Id<Picture>,
) -> Result<()> {
    tx.query(sql!(
        "INSERT INTO host_logo (event_id, host_key, picture_id) VALUES ($1, $2, $3)"
    ))
    .bind(event)
    .bind(key.clone())
    .bind(picture)
    .execute()
    .await?;
    Ok(())
}

/// Removes the logo of a host; the picture that it was.
pub(super) async fn take(tx: &mut Tx, event: Id<Event>, key: &Key) -> Result<Option<Id<Picture>>> {
    let taken: Option<(Id<Picture>,)> = tx
        .query(sql!(
            "DELETE FROM host_logo WHERE event_id = $1 AND host_key = $2 RETURNING picture_id"
        ))
        .bind(event)
        .bind(key.clone())
        .fetch_optional()
        .await?;
    Ok(taken.map(|(picture,)| picture))
}
