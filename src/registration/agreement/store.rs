use serde::Serialize;
use sqlx::types::Json;

use super::Agreement;
use crate::base::db::{Hex, Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::hash;
use crate::event::Key;
use crate::registration::{Consent, Registration};
use crate::sql;

pub(super) async fn agreements(
    tx: &mut Tx,
    registration: Id<Registration>,
) -> Result<Vec<Agreement>> {
    tx.query(sql!(
        "SELECT consent_key, text_hash, language, for_partner, given_at, withdrawn_at FROM consent
         WHERE registration_id = $1 ORDER BY id"
    ))
    .bind(registration)
    .fetch_all()
    .await
}

pub(super) async fn insert(tx: &mut Tx, given: &[(Id<Registration>, &Consent)]) -> Result<()> {
    #[derive(Serialize)]
    struct Row<'a> {
        id: Hex,
        registration: Hex,
        key: &'a Key,
        text_hash: Hex,
        language: &'a Language,
        for_partner: bool,
    }
    let rows = given.iter().map(|(registration, consent)| Row {
        id: Hex::from(tx.new_id::<()>()),
        registration: Hex::from(*registration),
        key: &consent.key,
        text_hash: Hex::from(hash(consent.text.as_bytes()).as_slice()),
        language: &consent.language,
        for_partner: consent.for_partner,
    });
    let rows: Vec<Row<'_>> = rows.collect();
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO consent (id, registration_id, consent_key, text_hash, language, for_partner,
            given_at) ",
        sqlite: "SELECT unhex(value->>'id'), unhex(value->>'registration'), value->>'key',
                unhex(value->>'text_hash'), value->>'language', value->>'for_partner', $2
             FROM json_each($1)",
        postgres: "SELECT r.id, r.registration, r.key, decode(r.text_hash, 'hex'), r.language,
                r.for_partner, $2
             FROM jsonb_to_recordset($1) AS r(id UUID, registration UUID, key TEXT, text_hash TEXT,
                language TEXT, for_partner BOOLEAN)",
        ""
    ))
    .bind(Json(rows))
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Takes back what was agreed to for `key`; whether anything was.
pub(super) async fn withdraw(
    tx: &mut Tx,
    registration: Id<Registration>,
    key: &Key,
) -> Result<bool> {
    let now = tx.now();
    let withdrawn = tx
        .query(sql!(
            "UPDATE consent SET withdrawn_at = $3
         WHERE registration_id = $1 AND consent_key = $2 AND withdrawn_at IS NULL"
        ))
        .bind(registration)
        .bind(key.clone())
        .bind(now)
        .execute()
        .await?;
    Ok(withdrawn > 0)
}
