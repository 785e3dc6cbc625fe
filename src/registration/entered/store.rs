use super::Entered;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Key;
use crate::registration::{Answers, Registration};
use crate::sql;

#[derive(sqlx::FromRow)]
struct Row {
    organisation: Option<String>,
    position: Option<String>,
    country: Option<String>,
    code: Option<String>,
    #[sqlx(json)]
    answers: Answers,
}

pub(super) async fn load(tx: &mut Tx, id: Id<Registration>) -> Result<Entered> {
    let row: Row = tx
        .query(sql!(
            "SELECT organisation, position, country, code, answers FROM registration WHERE id = $1"
        ))
        .bind(id)
        .fetch_one()
        .await?;
    let consents: Vec<(Key,)> = tx
        .query(sql!(
            "SELECT consent_key FROM consent
             WHERE registration_id = $1 AND withdrawn_at IS NULL ORDER BY id"
        ))
        .bind(id)
        .fetch_all()
        .await?;
    Ok(Entered {
        organisation: row.organisation,
        position: row.position,
        country: row.country,
        code: row.code,
        answers: row.answers,
        consents: consents.into_iter().map(|(key,)| key).collect(),
    })
}
