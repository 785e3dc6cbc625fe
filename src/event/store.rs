use std::collections::BTreeSet;

use sqlx::types::Json;
use uuid::Uuid;

use super::{
    Appearance, Because, Details, Event, EventState, Fact, Host, Meeting, Schedule, Session,
    Sitting, Slug, Told, hold,
};
use crate::account::Organisation;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::base::secret::InstanceKey;
use crate::base::sender::Sender;
use crate::sql;

/// The longest list of events on a page.
const LONGEST_LIST: i64 = 100;

/// The event at `slug`; none where it is in the trash, here as in all that follows.
pub async fn find(tx: &mut Tx, key: &InstanceKey, slug: &Slug) -> Result<Option<Event>> {
    let row: Option<EventRow> = tx
        .query(sql!(
            "SELECT id, organisation_id, state, revision, link_revision, cancellations,
                cancelled_because, sender, details, opens_at, closes_at, released_at, created_at, updated_at
             FROM event WHERE slug = $1 AND trashed_at IS NULL"
        ))
        .bind(slug.clone())
        .fetch_optional()
        .await?;
    assemble_one(tx, key, row).await
}

/// What tells one state of an event from every other.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Stamp {
    id: Id<Event>,
    state: EventState,
    revision: i64,
    updated_at: Instant,
}

/// The stamp of the event at `slug`.
pub(super) async fn stamp(tx: &mut Tx, slug: &Slug) -> Result<Option<Stamp>> {
    tx.query(sql!(
        "SELECT id, state, revision, updated_at FROM event WHERE slug = $1 AND trashed_at IS NULL"
    ))
    .bind(slug.clone())
    .fetch_optional()
    .await
}

/// The event with this identifier.
pub async fn load(tx: &mut Tx, key: &InstanceKey, id: Id<Event>) -> Result<Option<Event>> {
    let row: Option<EventRow> = tx
        .query(sql!(
            "SELECT id, organisation_id, state, revision, link_revision, cancellations,
                cancelled_because, sender, details, opens_at, closes_at, released_at, created_at, updated_at
             FROM event WHERE id = $1 AND trashed_at IS NULL"
        ))
        .bind(id)
        .fetch_optional()
        .await?;
    assemble_one(tx, key, row).await
}

/// Somebody in the lineup of an event, and in which session, with the name left out; `None` where
/// they are not in it any more.
pub async fn appearance(
    tx: &mut Tx,
    event: Id<Event>,
    id: Id<Appearance>,
) -> Result<Option<(Id<Session>, Appearance)>> {
    let found: Option<(Id<Session>, Json<Appearance>)> = tx
        .query(sql!(
            "SELECT a.session_id, a.details FROM appearance a
             JOIN session s ON s.id = a.session_id
             WHERE a.id = $1 AND s.event_id = $2"
        ))
        .bind(id)
        .bind(event)
        .fetch_optional()
        .await?;
    Ok(found.map(|(session, Json(appearance))| (session, appearance)))
}

/// Listed events that are not over, the next first; for everybody, so their links stay sealed.
pub async fn upcoming(tx: &mut Tx) -> Result<Vec<Event>> {
    let now = tx.now();
    let rows: Vec<EventRow> = tx
        .query(sql!(
            "SELECT id, organisation_id, state, revision, link_revision, cancellations,
                cancelled_because, sender, details, opens_at, closes_at, released_at, created_at, updated_at
             FROM event WHERE visibility = 'public' AND state <> 'draft' AND trashed_at IS NULL
                AND ends_at > $1
             ORDER BY starts_at, id LIMIT $2"
        ))
        .bind(now)
        .bind(LONGEST_LIST)
        .fetch_all()
        .await?;
    assemble_all(tx, None, rows).await
}

/// Announced events that are not over, listed or not, the next first; their links stay sealed.
pub async fn to_come(tx: &mut Tx) -> Result<Vec<Event>> {
    let now = tx.now();
    let rows: Vec<EventRow> = tx
        .query(sql!(
            "SELECT id, organisation_id, state, revision, link_revision, cancellations,
                cancelled_because, sender, details, opens_at, closes_at, released_at, created_at, updated_at
             FROM event WHERE state = 'published' AND trashed_at IS NULL AND ends_at > $1
             ORDER BY starts_at, id"
        ))
        .bind(now)
        .fetch_all()
        .await?;
    assemble_all(tx, None, rows).await
}

/// Listed events that are over, the latest first; for everybody, so their links stay sealed.
pub async fn past(tx: &mut Tx) -> Result<Vec<Event>> {
    let now = tx.now();
    let rows: Vec<EventRow> = tx
        .query(sql!(
            "SELECT id, organisation_id, state, revision, link_revision, cancellations,
                cancelled_because, sender, details, opens_at, closes_at, released_at, created_at, updated_at
             FROM event WHERE visibility = 'public' AND state <> 'draft' AND trashed_at IS NULL
                AND ends_at <= $1
             ORDER BY starts_at DESC, id LIMIT $2"
        ))
        .bind(now)
        .bind(LONGEST_LIST)
        .fetch_all()
        .await?;
    assemble_all(tx, None, rows).await
}

/// Every event of an organisation, the latest start first.
pub async fn of_organisation(
    tx: &mut Tx,
    key: &InstanceKey,
    organisation: Id<Organisation>,
) -> Result<Vec<Event>> {
    let rows: Vec<EventRow> = tx
        .query(sql!(
            "SELECT id, organisation_id, state, revision, link_revision, cancellations,
                cancelled_because, sender, details, opens_at, closes_at, released_at, created_at, updated_at
             FROM event WHERE organisation_id = $1 AND trashed_at IS NULL
             ORDER BY starts_at DESC, id"
        ))
        .bind(organisation)
        .fetch_all()
        .await?;
    assemble_all(tx, Some(key), rows).await
}

/// Events of an organisation, those made last first: at most `limit`, made before `before`; all of them, or
/// `only` one.
pub async fn page(
    tx: &mut Tx,
    key: &InstanceKey,
    (organisation, only): (Id<Organisation>, Option<Uuid>),
    before: Option<Id<Event>>,
    limit: i64,
) -> Result<Vec<Event>> {
    let rows: Vec<EventRow> = tx
        .query(sql!(
            "SELECT id, organisation_id, state, revision, link_revision, cancellations,
                cancelled_because, sender, details, opens_at, closes_at, released_at, created_at, updated_at
             FROM event WHERE organisation_id = $1 AND (id = $2 OR $2 IS NULL)
                AND (id < $3 OR $3 IS NULL) AND trashed_at IS NULL
             ORDER BY id DESC LIMIT $4"
        ))
        .bind(organisation)
        .bind(only)
        .bind(before)
        .bind(limit)
        .fetch_all()
        .await?;
    assemble_all(tx, Some(key), rows).await
}

#[derive(sqlx::FromRow)]
struct EventRow {
    id: Id<Event>,
    organisation_id: Id<Organisation>,
    state: EventState,
    revision: i64,
    link_revision: i64,
    cancellations: i64,
    #[sqlx(json(nullable))]
    cancelled_because: Option<Because>,
    sender: Sender,
    #[sqlx(json)]
    details: Details,
    opens_at: Option<Instant>,
    closes_at: Instant,
    released_at: Option<Instant>,
    created_at: Instant,
    updated_at: Instant,
}

#[derive(sqlx::FromRow)]
struct SessionRow {
    id: Id<Session>,
    starts_at: Instant,
    ends_at: Instant,
    #[sqlx(json)]
    details: Session,
    change_revision: Option<i64>,
    changed_at: Option<Instant>,
    #[sqlx(json(nullable))]
    change_facts: Option<BTreeSet<Fact>>,
    lineup_link_revision: i64,
}

impl SessionRow {
    fn told(&self) -> Option<Told> {
        Some(Told {
            revision: self.change_revision?,
            at: self.changed_at?,
            facts: self.change_facts.clone()?,
        })
    }
}

#[derive(sqlx::FromRow)]
struct AppearanceRow {
    session_id: Id<Session>,
    #[sqlx(json)]
    details: Appearance,
    #[sqlx(json(nullable))]
    named: Option<Named>,
}

/// Who somebody is, as one event says it: the directory may say it otherwise since.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) struct Named {
    pub(super) name: Localised,
}

#[derive(sqlx::FromRow)]
struct MeetingRow {
    session_id: Uuid,
    #[sqlx(json)]
    details: Meeting,
    link: Option<Vec<u8>>,
    lineup_link: Option<Vec<u8>>,
    recording: Option<Vec<u8>>,
}

async fn assemble_all(
    tx: &mut Tx,
    key: Option<&InstanceKey>,
    rows: Vec<EventRow>,
) -> Result<Vec<Event>> {
    let mut events = Vec::with_capacity(rows.len());
    for row in rows {
        events.push(assemble(tx, key, row).await?);
    }
    Ok(events)
}

async fn assemble_one(
    tx: &mut Tx,
    key: &InstanceKey,
    row: Option<EventRow>,
) -> Result<Option<Event>> {
    match row {
        Some(row) => Ok(Some(assemble(tx, Some(key), row).await?)),
        None => Ok(None),
    }
}

/// Without a key, where no link is shown, none is opened.
async fn assemble(tx: &mut Tx, key: Option<&InstanceKey>, row: EventRow) -> Result<Event> {
    let mut details = row.details;
    details.hosts = hosts(tx, row.id).await?;
    let mut session_ids = Vec::new();
    let mut sittings = Vec::new();
    let mut told = Vec::new();
    let mut lineup_link_revisions = Vec::new();
    for session in sessions(tx, row.id).await? {
        session_ids.push(session.id);
        told.push(session.told());
        lineup_link_revisions.push(session.lineup_link_revision);
        sittings.push(Sitting {
            starts_at: session.starts_at,
            ends_at: session.ends_at,
        });
        details.sessions.push(session.details);
    }
    for appearance in appearances(tx, row.id).await? {
        let index = session_ids
            .iter()
            .position(|id| *id == appearance.session_id);
        if let Some(session) = index.and_then(|index| details.sessions.get_mut(index)) {
            let name = appearance.named.map(|named| named.name);
            session.lineup.push(Appearance {
                name,
                ..appearance.details
            });
        }
    }
    for (session, meeting) in meetings(tx, key, row.id).await? {
        match session_ids.iter().position(|id| id.uuid() == session) {
            Some(index) => details.sessions[index].meeting = Some(meeting),
            None => details.meeting = Some(meeting),
        }
    }
    let holds = hold::of_event(tx, row.id).await?;
    Ok(Event {
        id: row.id,
        organisation: row.organisation_id,
        state: row.state,
        revision: row.revision,
        link_revision: row.link_revision,
        lineup_link_revisions,
        cancellations: row.cancellations,
        cancel_reason: row.cancelled_because.map(|because| because.reason),
        sender: row.sender,
        details,
        // As it was derived when the event was saved: what statements judge by is what is shown,
        // and other zone data moves both together (TIME-1).
        schedule: Schedule {
            opens_at: row.opens_at,
            closes_at: row.closes_at,
            sessions: sittings,
        },
        session_ids,
        told,
        holds,
        released_at: row.released_at,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}

async fn sessions(tx: &mut Tx, event: Id<Event>) -> Result<Vec<SessionRow>> {
    tx.query(sql!(
        "SELECT id, starts_at, ends_at, details, change_revision, changed_at, change_facts,
            lineup_link_revision
         FROM session WHERE event_id = $1 ORDER BY position"
    ))
    .bind(event)
    .fetch_all()
    .await
}

async fn hosts(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Host>> {
    let rows: Vec<(Json<Host>,)> = tx
        .query(sql!(
            "SELECT details FROM host WHERE event_id = $1 ORDER BY position"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    Ok(rows.into_iter().map(|(Json(host),)| host).collect())
}

async fn appearances(tx: &mut Tx, event: Id<Event>) -> Result<Vec<AppearanceRow>> {
    tx.query(sql!(
        "SELECT a.session_id, a.details, a.named
         FROM appearance a
         JOIN session s ON s.id = a.session_id
         WHERE s.event_id = $1 ORDER BY s.position, a.position"
    ))
    .bind(event)
    .fetch_all()
    .await
}

/// The slugs of the events that are not over whose meeting links only the instance key opens (DEC-7).
pub async fn with_sealed_links(tx: &mut Tx) -> Result<Vec<String>> {
    let now = tx.now();
    let slugs: Vec<(String,)> = tx
        .query(sql!(
            "SELECT DISTINCT e.slug FROM event e
             JOIN meeting m ON m.event_id = e.id
             WHERE e.ends_at > $1 AND (m.link IS NOT NULL OR m.lineup_link IS NOT NULL) ORDER BY e.slug"
        ))
        .bind(now)
        .fetch_all()
        .await?;
    Ok(slugs.into_iter().map(|(slug,)| slug).collect())
}

/// A link that this instance's key does not open is left out: it has to be entered again (DEC-7).
async fn meetings(
    tx: &mut Tx,
    key: Option<&InstanceKey>,
    event: Id<Event>,
) -> Result<Vec<(Uuid, Meeting)>> {
    let rows: Vec<MeetingRow> = tx
        .query(sql!(
            "SELECT session_id, details, link, lineup_link, recording FROM meeting WHERE event_id = $1"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    let open = |sealed: Option<Vec<u8>>| {
        sealed.and_then(|sealed| key?.open(event.uuid(), &sealed).ok()?.parse().ok())
    };
    Ok(rows
        .into_iter()
        .map(|row| {
            let meeting = Meeting {
                link: open(row.link),
                lineup_link: open(row.lineup_link),
                recording: open(row.recording),
                ..row.details
            };
            (row.session_id, meeting)
        })
        .collect())
}
