use sqlx::types::Json;

use super::Shared;
use crate::base::db::{Hex, Result, Tx};
use crate::base::id::Id;
use crate::event::partner::PartnerLink;
use crate::event::{Event, Key};
use crate::registration::{HOLD, Registration, RegistrationState, Source};
use crate::sql;

/// How many came by one link and are in one state.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Brought {
    /// The word in the link's address.
    pub source: Source,
    /// What became of them.
    pub state: RegistrationState,
    /// How many.
    pub people: i64,
}

/// Who came to `event` by any link that has a word, by link and by what became of them; those too who withdrew or were
/// declined.
///
/// # Errors
/// Where the database fails.
pub async fn brought(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Brought>> {
    tx.query(sql!(
        "SELECT source, state, count(*) AS people FROM registration
         WHERE event_id = $1 AND source IS NOT NULL GROUP BY source, state ORDER BY source, state"
    ))
    .bind(event)
    .fetch_all()
    .await
}

/// How many came by `link` and neither withdrew nor were declined. Who is yet to be asked for a confirmed address is
/// kept no place until then (E-14).
pub(super) async fn live(tx: &mut Tx, link: &PartnerLink) -> Result<i64> {
    let asked_by_now = tx.now() + HOLD;
    let (people,): (i64,) = tx
        .query(sql!(
            "SELECT count(*) AS people FROM registration WHERE event_id = $1 AND source = $2
                AND (state IN ('pending', 'waitlisted', 'confirmed')
                    OR state = 'unconfirmed' AND held_until <= $3)"
        ))
        .bind(link.event)
        .bind(&link.source)
        .bind(asked_by_now)
        .fetch_one()
        .await?;
    Ok(people)
}

/// Those who agreed to one of the texts with these hashes, by which the partner is told.
pub(super) async fn shared(
    tx: &mut Tx,
    link: &PartnerLink,
    consent: &Key,
    texts: &[Vec<u8>],
) -> Result<Vec<Shared>> {
    let texts = texts.iter().map(|hash| Hex::from(hash.as_slice()));
    let texts: Vec<Hex> = texts.collect();
    tx.query(sql!(
        "SELECT r.name, r.email, r.organisation, r.position FROM registration r
         WHERE r.event_id = $1 AND r.source = $2 AND r.state IN ('pending', 'waitlisted', 'confirmed')
            AND EXISTS (SELECT 1 FROM consent c WHERE c.registration_id = r.id
                AND c.consent_key = $3 AND c.for_partner AND c.withdrawn_at IS NULL
                AND c.text_hash IN (SELECT ",
        sqlite: "unhex(value) FROM json_each($4)",
        postgres: "decode(value, 'hex') FROM jsonb_array_elements_text($4)",
        ")) ORDER BY r.name, r.id"
    ))
    .bind(link.event)
    .bind(&link.source)
    .bind(consent.clone())
    .bind(Json(texts))
    .fetch_all()
    .await
}

/// The partner's link by which somebody came, as long as it lives.
pub(super) async fn link_of(tx: &mut Tx, id: Id<Registration>) -> Result<Option<PartnerLink>> {
    tx.query(sql!(
        "SELECT l.id, l.event_id, l.source, l.name, l.quota, l.consent_key,
            l.view_hash IS NOT NULL AS has_view, l.made_at, l.revoked_at
         FROM registration r
         JOIN partner_link l ON l.event_id = r.event_id AND l.source = r.source AND l.revoked_at IS NULL
         WHERE r.id = $1"
    ))
    .bind(id)
    .fetch_optional()
    .await
}

/// Has somebody come by no link.
pub(super) async fn forget_source(tx: &mut Tx, id: Id<Registration>) -> Result<()> {
    tx.query(sql!("UPDATE registration SET source = NULL WHERE id = $1"))
        .bind(id)
        .execute()
        .await?;
    Ok(())
}
