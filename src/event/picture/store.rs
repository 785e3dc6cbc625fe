use super::{Picture, PictureName, Prepared, Size};
use crate::account::Organisation;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::Token;
use crate::sql;

pub(super) async fn insert(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    picture: &Prepared,
) -> Result<Id<Picture>> {
    let id: Id<Picture> = tx.new_id();
    let now = tx.now();
    let name = Token::random(tx.chance());
    tx.query(sql!(
        "INSERT INTO picture (id, organisation_id, name, media_type, small, large, kept_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)"
    ))
    .bind(id)
    .bind(organisation)
    .bind(name.as_str())
    .bind(picture.media_type)
    .bind(&picture.small)
    .bind(&picture.large)
    .bind(now)
    .execute()
    .await?;
    Ok(id)
}

/// The media type and the octets of a picture.
pub async fn served(tx: &mut Tx, name: &PictureName) -> Result<Option<(String, Vec<u8>)>> {
    let statement = match name.size {
        Size::Small => sql!("SELECT media_type, small FROM picture WHERE name = $1"),
        Size::Large => sql!("SELECT media_type, large FROM picture WHERE name = $1"),
    };
    tx.query(statement).bind(&name.word).fetch_optional().await
}

/// Removes a picture that nothing refers to any more; one that is still shown stays.
pub async fn forget(tx: &mut Tx, picture: Id<Picture>) -> Result<()> {
    tx.query(sql!(
        "DELETE FROM picture WHERE id = $1
            AND NOT EXISTS (SELECT 1 FROM person WHERE photo_id = $1)
            AND NOT EXISTS (SELECT 1 FROM appearance WHERE photo_id = $1)
            AND NOT EXISTS (SELECT 1 FROM host_logo WHERE picture_id = $1)"
    ))
    .bind(picture)
    .execute()
    .await?;
    Ok(())
}
