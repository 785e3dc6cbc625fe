use std::collections::HashMap;

use sqlx::types::Json;

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

impl Row {
    fn with(self, consents: Vec<Key>) -> Entered {
        Entered {
            organisation: self.organisation,
            position: self.position,
            country: self.country,
            code: self.code,
            answers: self.answers,
            consents,
        }
    }
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
    Ok(row.with(consents.into_iter().map(|(key,)| key).collect()))
}

#[derive(sqlx::FromRow)]
struct Own {
    id: Id<Registration>,
    #[sqlx(flatten)]
    row: Row,
}

pub(super) async fn load_all(
    tx: &mut Tx,
    ids: &[Id<Registration>],
) -> Result<HashMap<Id<Registration>, Entered>> {
    let texts: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let rows: Vec<Own> = tx
        .query(sql!(
            "SELECT id, organisation, position, country, code, answers FROM registration WHERE id ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            ""
        ))
        .bind(Json(texts.clone()))
        .fetch_all()
        .await?;
    let consents: Vec<(Id<Registration>, Key)> = tx
        .query(sql!(
            "SELECT registration_id, consent_key FROM consent
             WHERE withdrawn_at IS NULL AND registration_id ",
            sqlite: "IN (SELECT unhex(replace(value, '-', '')) FROM json_each($1))",
            postgres: "= ANY (ARRAY (SELECT value::uuid FROM jsonb_array_elements_text($1)))",
            " ORDER BY id"
        ))
        .bind(Json(texts))
        .fetch_all()
        .await?;
    let own = rows
        .into_iter()
        .map(|Own { id, row }| (id, row.with(Vec::new())));
    let mut entered: HashMap<_, _> = own.collect();
    for (id, key) in consents {
        if let Some(entered) = entered.get_mut(&id) {
            entered.consents.push(key);
        }
    }
    Ok(entered)
}
