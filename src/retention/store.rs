use chrono::TimeDelta;
use sqlx::types::Json;

use crate::base::clock::Instant;
use crate::base::db::{Result, Sql, Tx};
use crate::base::id::Id;
use crate::event::{Details, Event, Survey};
use crate::registration::guest::KIND as GUEST_KIND;
use crate::sql;

/// How long what only limits how often something is done is kept at most (P-4), and lists that nobody
/// added.
const SHORTEST: TimeDelta = TimeDelta::days(1);

/// An event whose retention is looked at.
#[derive(sqlx::FromRow)]
pub(super) struct Due {
    pub(super) id: Id<Event>,
    #[sqlx(json)]
    details: Details,
    pub(super) ends_at: Instant,
    /// Whether its registrations are being removed.
    pub(super) has_begun: bool,
}

impl Due {
    /// Until when personal data is kept.
    pub(super) fn kept_until(&self) -> Instant {
        self.ends_at + self.details.retention().delta()
    }

    /// What those who came were asked.
    pub(super) const fn survey(&self) -> Option<&Survey> {
        self.details.survey.as_ref()
    }
}

/// Whether the retention of an event has to be [looked at](super::look).
pub async fn is_due(tx: &mut Tx) -> Result<bool> {
    let now = tx.now();
    let found: Option<(Id<Event>,)> = tx
        .query(sql!(
            "SELECT id FROM event WHERE retention_due_at <= $1 LIMIT 1"
        ))
        .bind(now)
        .fetch_optional()
        .await?;
    Ok(found.is_some())
}

/// The event that is due first; nobody else looks at it meanwhile.
pub(super) async fn due(tx: &mut Tx) -> Result<Option<Due>> {
    let now = tx.now();
    tx.query(sql!(
        "SELECT id, details, ends_at, purged_at IS NULL AND EXISTS (
            SELECT 1 FROM kept_figures WHERE kept_figures.event_id = event.id) AS has_begun
         FROM event WHERE retention_due_at <= $1 ORDER BY retention_due_at, id LIMIT 1",
        sqlite: "",
        postgres: " FOR UPDATE OF event",
        ""
    ))
    .bind(now)
    .fetch_optional()
    .await
}

pub(super) async fn look_again(tx: &mut Tx, event: Id<Event>, at: Instant) -> Result<()> {
    tx.query(sql!("UPDATE event SET retention_due_at = $2 WHERE id = $1"))
        .bind(event)
        .bind(at)
        .execute()
        .await?;
    Ok(())
}

/// Notes that registrations are being removed: their figures are kept already.
pub(super) async fn begin(tx: &mut Tx, event: Id<Event>) -> Result<()> {
    tx.query(sql!("UPDATE event SET purged_at = NULL WHERE id = $1"))
        .bind(event)
        .execute()
        .await?;
    Ok(())
}

/// Notes that nobody is registered any more, nor has or waits for a place.
pub(super) async fn finish(tx: &mut Tx, event: Id<Event>) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "UPDATE event SET purged_at = $2, online_taken = 0, in_person_taken = 0, online_waiting = 0,
            in_person_waiting = 0
         WHERE id = $1"
    ))
    .bind(event)
    .bind(now)
    .execute()
    .await?;
    let seats = sql!(
        "UPDATE session SET online_taken = 0, in_person_taken = 0, online_waiting = 0,
            in_person_waiting = 0
         WHERE event_id = $1"
    );
    tx.query(seats).bind(event).execute().await?;
    Ok(())
}

/// Removes those who were asked to come to an event and did not register, and what all who were asked were
/// sent; says how many went, and the Message-IDs of that.
pub(super) async fn remove_guests(tx: &mut Tx, event: Id<Event>) -> Result<(u64, Vec<String>)> {
    let mails: Vec<(String,)> = tx
        .query(sql!(
            "DELETE FROM message WHERE subject = $1 AND kind = $2 RETURNING message_id"
        ))
        .bind(event)
        .bind(GUEST_KIND)
        .fetch_all()
        .await?;
    let guests = tx
        .query(sql!("DELETE FROM guest WHERE event_id = $1"))
        .bind(event)
        .execute()
        .await?;
    Ok((guests, mails.into_iter().map(|(id,)| id).collect()))
}

/// Removes what is left of those who registered for an event, but for themselves: hashes of what their
/// forms said, lists that were handed in, what they said in the survey, and words of mail servers, which name
/// addresses.
pub(super) async fn remove_rest(tx: &mut Tx, event: Id<Event>) -> Result<()> {
    let rest: [Sql; 4] = [
        sql!("DELETE FROM submission WHERE event_id = $1"),
        sql!("DELETE FROM roster WHERE event_id = $1"),
        sql!("DELETE FROM survey_answer WHERE event_id = $1"),
        sql!("UPDATE message SET last_reply = NULL WHERE subject = $1 AND last_reply IS NOT NULL"),
    ];
    for statement in rest {
        tx.query(statement).bind(event).execute().await?;
    }
    Ok(())
}

/// When the personal data of an event was removed, where it was.
pub async fn purged_at(tx: &mut Tx, event: Id<Event>) -> Result<Option<Instant>> {
    let found: Option<(Option<Instant>,)> = tx
        .query(sql!("SELECT purged_at FROM event WHERE id = $1"))
        .bind(event)
        .fetch_optional()
        .await?;
    Ok(found.and_then(|(at,)| at))
}

/// Whether there is anything to [forget](forget_stale). The oldest are looked up: PostgreSQL would look for some
/// that are old enough through all of them.
pub async fn has_stale(tx: &mut Tx) -> Result<bool> {
    let until = tx.now() - SHORTEST;
    let (stale,): (bool,) = tx
        .query(sql!(
            "SELECT COALESCE((SELECT min(began_at) FROM attempt) <= $1, FALSE)
                OR COALESCE((SELECT min(due_at) FROM form_mail) <= $1, FALSE)
                OR COALESCE((SELECT min(made_at) FROM roster) <= $1, FALSE)
                OR COALESCE((SELECT min(done_at) FROM api_deed) <= $1, FALSE) AS stale"
        ))
        .bind(until)
        .fetch_one()
        .await?;
    Ok(stale)
}

/// Removes what is kept for a day only: how often something was tried from where, which addresses were
/// mailed to since somebody typed them, lists that nobody added, and what programs asked for.
pub async fn forget_stale(tx: &mut Tx) -> Result<()> {
    let until = tx.now() - SHORTEST;
    for statement in [
        sql!("DELETE FROM attempt WHERE began_at <= $1"),
        sql!("DELETE FROM form_mail WHERE due_at <= $1"),
        sql!("DELETE FROM roster WHERE made_at <= $1"),
        sql!("DELETE FROM api_deed WHERE done_at <= $1"),
    ] {
        tx.query(statement).bind(until).execute().await?;
    }
    Ok(())
}

pub(super) async fn keep_figures(
    tx: &mut Tx,
    event: Id<Event>,
    confirmed: i64,
    counts: serde_json::Value,
) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO kept_figures (event_id, kept_at, confirmed, counts) VALUES ($1, $2, $3, $4)
         ON CONFLICT (event_id) DO UPDATE SET kept_at = $2, confirmed = $3, counts = $4"
    ))
    .bind(event)
    .bind(now)
    .bind(confirmed)
    .bind(Json(counts))
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn kept_figures(
    tx: &mut Tx,
    event: Id<Event>,
) -> Result<Option<(Instant, i64, Json<serde_json::Value>)>> {
    tx.query(sql!(
        "SELECT kept_at, confirmed, counts FROM kept_figures WHERE event_id = $1"
    ))
    .bind(event)
    .fetch_optional()
    .await
}
