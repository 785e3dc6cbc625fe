use uuid::Uuid;

use super::{Delivery, Kind, OffBecause, Webhook};
use crate::account::{Organisation, Organiser};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::sql;

/// What a webhook is loaded from.
#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Id<Webhook>,
    organisation_id: Id<Organisation>,
    event_id: Id<Event>,
    address: String,
    #[sqlx(json)]
    kinds: Vec<Kind>,
    shows_people: bool,
    made_by: Id<Organiser>,
    active_since: Option<Instant>,
    off_because: Option<OffBecause>,
    former_until: Option<Instant>,
    failures: i64,
    failing_since: Option<Instant>,
}

impl From<Row> for Webhook {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            organisation: row.organisation_id,
            event: Some(row.event_id).filter(|event| !event.uuid().is_nil()),
            address: row.address,
            kinds: row.kinds,
            shows_people: row.shows_people,
            made_by: row.made_by,
            active_since: row.active_since,
            off_because: row.off_because,
            former_until: row.former_until,
            failures: row.failures,
            failing_since: row.failing_since,
        }
    }
}

/// Something to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct News {
    pub(super) kind: Kind,
    pub(super) subject: Uuid,
    pub(super) happened_at: Instant,
    pub(super) event: Uuid,
    pub(super) registration: Uuid,
    pub(super) session: Uuid,
}

impl Default for News {
    fn default() -> Self {
        Self {
            kind: Kind::Test,
            subject: Uuid::nil(),
            happened_at: Instant::UNIX_EPOCH,
            event: Uuid::nil(),
            registration: Uuid::nil(),
            session: Uuid::nil(),
        }
    }
}

pub(super) async fn insert(tx: &mut Tx, webhook: &Webhook, secret: &[u8]) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "INSERT INTO webhook (id, organisation_id, event_id, address, kinds, shows_people, secret,
            made_by, made_at, active_since, failures)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, 0)"
    ))
    .bind(webhook.id)
    .bind(webhook.organisation)
    .bind(webhook.event.map_or_else(Uuid::nil, Id::uuid))
    .bind(&webhook.address)
    .bind(sqlx::types::Json(&webhook.kinds))
    .bind(webhook.shows_people)
    .bind(secret)
    .bind(webhook.made_by)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// The webhooks of an organisation, the latest first.
pub async fn of_organisation(tx: &mut Tx, organisation: Id<Organisation>) -> Result<Vec<Webhook>> {
    let rows: Vec<Row> = tx
        .query(sql!(
            "SELECT id, organisation_id, event_id, address, kinds, shows_people, made_by, active_since,
                off_because, former_until, failures, failing_since
             FROM webhook WHERE organisation_id = $1 ORDER BY made_at DESC, id DESC"
        ))
        .bind(organisation)
        .fetch_all()
        .await?;
    Ok(rows.into_iter().map(Webhook::from).collect())
}

pub(super) async fn find(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    id: Id<Webhook>,
) -> Result<Option<Webhook>> {
    let all = of_organisation(tx, organisation).await?;
    Ok(all.into_iter().find(|one| one.id == id))
}

/// The latest deliveries to a webhook, the latest first; those that wait among them.
pub async fn latest(tx: &mut Tx, id: Id<Webhook>, limit: i64) -> Result<Vec<Delivery>> {
    tx.query(sql!(
        "SELECT id, kind, happened_at, event_id, registration_id, session_id, due_at, attempts,
            status, trouble, tried_at
         FROM webhook_delivery WHERE webhook_id = $1 ORDER BY id DESC LIMIT $2"
    ))
    .bind(id)
    .bind(limit)
    .fetch_all()
    .await
}

/// Holds a webhook until the unit of work ends; `false` where it is gone. Whoever changes one and deliveries to
/// it holds it first, so that no two wait for each other.
pub(super) async fn hold(tx: &mut Tx, id: Id<Webhook>) -> Result<bool> {
    let hold = sql!(
        "SELECT id FROM webhook WHERE id = $1",
        sqlite: "", postgres: " FOR NO KEY UPDATE",
        ""
    );
    let held: Option<(Id<Webhook>,)> = tx.query(hold).bind(id).fetch_optional().await?;
    Ok(held.is_some())
}

/// Gives its address where it was switched off.
pub(super) async fn switch_on(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    organiser: Id<Organiser>,
    id: Id<Webhook>,
) -> Result<Option<String>> {
    let now = tx.now();
    let found: Option<(String,)> = tx
        .query(sql!(
            "UPDATE webhook SET active_since = $4, off_because = NULL, failures = 0,
                failing_since = NULL, made_by = $3
             WHERE id = $1 AND organisation_id = $2 AND active_since IS NULL RETURNING address"
        ))
        .bind(id)
        .bind(organisation)
        .bind(organiser)
        .bind(now)
        .fetch_optional()
        .await?;
    Ok(found.map(|(address,)| address))
}

/// Gives its address where it was not switched off.
pub(super) async fn switch_off(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    id: Id<Webhook>,
    because: OffBecause,
) -> Result<Option<String>> {
    let found: Option<(String,)> = tx
        .query(sql!(
            "UPDATE webhook SET active_since = NULL, off_because = $3
             WHERE id = $1 AND organisation_id = $2 AND active_since IS NOT NULL RETURNING address"
        ))
        .bind(id)
        .bind(organisation)
        .bind(because)
        .fetch_optional()
        .await?;
    Ok(found.map(|(address,)| address))
}

/// Nothing that waits for it is sent.
pub(super) async fn give_up_all(tx: &mut Tx, id: Id<Webhook>) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "UPDATE webhook_delivery SET due_at = NULL, settled_at = $2
         WHERE webhook_id = $1 AND due_at IS NOT NULL"
    ))
    .bind(id)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn renew_secret(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    id: Id<Webhook>,
    secret: &[u8],
    both_until: Instant,
) -> Result<Option<String>> {
    let found: Option<(String,)> = tx
        .query(sql!(
            "UPDATE webhook SET former_secret = secret, former_until = $4, secret = $3
             WHERE id = $1 AND organisation_id = $2 RETURNING address"
        ))
        .bind(id)
        .bind(organisation)
        .bind(secret)
        .bind(both_until)
        .fetch_optional()
        .await?;
    Ok(found.map(|(address,)| address))
}

pub(super) async fn remove(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    id: Id<Webhook>,
) -> Result<Option<String>> {
    tx.query(sql!(
        "DELETE FROM webhook_delivery WHERE webhook_id IN (
            SELECT id FROM webhook WHERE id = $1 AND organisation_id = $2)"
    ))
    .bind(id)
    .bind(organisation)
    .execute()
    .await?;
    let found: Option<(String,)> = tx
        .query(sql!(
            "DELETE FROM webhook WHERE id = $1 AND organisation_id = $2 RETURNING address"
        ))
        .bind(id)
        .bind(organisation)
        .fetch_optional()
        .await?;
    Ok(found.map(|(address,)| address))
}

/// `false` where it is owed that already, or is switched off.
pub(super) async fn owe(tx: &mut Tx, webhook: Id<Webhook>, news: &News) -> Result<bool> {
    let (id, now): (Id<Delivery>, _) = (tx.new_id(), tx.now());
    let inserted = tx
        .query(sql!(
            "INSERT INTO webhook_delivery (id, webhook_id, kind, subject, happened_at, event_id,
                registration_id, session_id, due_at, attempts)
             SELECT $1, id, $3, $4, $5, $6, $7, $8, $9, 0
             FROM webhook WHERE id = $2 AND active_since IS NOT NULL
             ON CONFLICT (webhook_id, kind, subject, happened_at) DO NOTHING"
        ))
        .bind(id)
        .bind(webhook)
        .bind(news.kind)
        .bind(news.subject)
        .bind(news.happened_at)
        .bind(news.event)
        .bind(news.registration)
        .bind(news.session)
        .bind(now)
        .execute()
        .await?;
    Ok(inserted == 1)
}

pub(super) async fn is_known(tx: &mut Tx, webhook: Id<Webhook>, news: &News) -> Result<bool> {
    let found: Option<(Id<Delivery>,)> = tx
        .query(sql!(
            "SELECT id FROM webhook_delivery
             WHERE webhook_id = $1 AND kind = $2 AND subject = $3 AND happened_at = $4"
        ))
        .bind(webhook)
        .bind(news.kind)
        .bind(news.subject)
        .bind(news.happened_at)
        .fetch_optional()
        .await?;
    Ok(found.is_some())
}

/// Whether a test is due by `until`.
pub(super) async fn is_test_due(tx: &mut Tx, webhook: Id<Webhook>, until: Instant) -> Result<bool> {
    let found: Option<(Id<Delivery>,)> = tx
        .query(sql!(
            "SELECT id FROM webhook_delivery
             WHERE webhook_id = $1 AND kind = $2 AND due_at <= $3 LIMIT 1"
        ))
        .bind(webhook)
        .bind(Kind::Test)
        .bind(until)
        .fetch_optional()
        .await?;
    Ok(found.is_some())
}

/// The published events that end after `since` and that an active webhook is about.
pub(super) async fn watched_events(
    tx: &mut Tx,
    since: Instant,
) -> Result<Vec<(Id<Event>, Id<Organisation>)>> {
    tx.query(sql!(
        "SELECT id, organisation_id FROM event e
         WHERE state = 'published' AND trashed_at IS NULL AND ends_at > $1 AND EXISTS (
            SELECT 1 FROM webhook w WHERE w.organisation_id = e.organisation_id
                AND w.event_id IN (e.id, $2) AND w.active_since IS NOT NULL)"
    ))
    .bind(since)
    .bind(Uuid::nil())
    .fetch_all()
    .await
}

pub(super) async fn has_settled(tx: &mut Tx, until: Instant) -> Result<bool> {
    let found: Option<(Id<Delivery>,)> = tx
        .query(sql!(
            "SELECT id FROM webhook_delivery WHERE settled_at < $1 LIMIT 1"
        ))
        .bind(until)
        .fetch_optional()
        .await?;
    Ok(found.is_some())
}

pub(super) async fn forget_settled(tx: &mut Tx, until: Instant) -> Result<()> {
    tx.query(sql!("DELETE FROM webhook_delivery WHERE settled_at < $1"))
        .bind(until)
        .execute()
        .await?;
    Ok(())
}

/// Whether there is a former secret whose time is over.
pub(super) async fn has_former_secret(tx: &mut Tx) -> Result<bool> {
    let now = tx.now();
    let found: Option<(Id<Webhook>,)> = tx
        .query(sql!(
            "SELECT id FROM webhook WHERE former_until <= $1 LIMIT 1"
        ))
        .bind(now)
        .fetch_optional()
        .await?;
    Ok(found.is_some())
}

pub(super) async fn forget_former_secrets(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    tx.query(sql!(
        "UPDATE webhook SET former_secret = NULL, former_until = NULL WHERE former_until <= $1"
    ))
    .bind(now)
    .execute()
    .await?;
    Ok(())
}
