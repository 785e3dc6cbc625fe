use sqlx::types::Json;

use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, FieldName};
use crate::registration::find::search_key;
use crate::registration::{Registration, Request};
use crate::sql;

/// Whether registration is open at the moment of this unit of work.
pub(super) async fn is_open(tx: &mut Tx, event: Id<Event>) -> Result<bool> {
    let now = tx.now();
    let found: Option<(Id<Event>,)> = tx
        .query(sql!(
            "SELECT id FROM event WHERE id = $1 AND state = 'published' AND trashed_at IS NULL
                AND $2 < closes_at"
        ))
        .bind(event)
        .bind(now)
        .fetch_optional()
        .await?;
    Ok(found.is_some())
}

/// Has somebody in line stand behind everybody who does now.
pub(super) async fn stand_at_the_end(tx: &mut Tx, id: Id<Registration>) -> Result<()> {
    let now = tx.now();
    tx.query(sql!("UPDATE registration SET listed_at = $2 WHERE id = $1"))
        .bind(id)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

/// Writes what somebody tells of themselves; `field` gives what else is asked.
pub(super) async fn tell(
    tx: &mut Tx,
    id: Id<Registration>,
    request: &Request,
    field: impl Fn(FieldName) -> Option<String>,
) -> Result<()> {
    let organisation = field(FieldName::Organisation);
    tx.query(sql!(
        "UPDATE registration SET name = $2, language = $3, listening = $4, organisation = $5,
            position = $6, country = $7, answers = $8, search_key = $9
         WHERE id = $1"
    ))
    .bind(id)
    .bind(request.name.clone())
    .bind(request.language.clone())
    .bind(request.listening.clone())
    .bind(organisation.clone())
    .bind(field(FieldName::Position))
    .bind(field(FieldName::Country))
    .bind(Json(&request.answers))
    .bind(search_key(request.name.as_str(), organisation.as_deref()))
    .execute()
    .await?;
    Ok(())
}
