//! Events: listed, read, made, changed, and what an organiser decides about them as a whole.

mod change;
mod decide;
pub(super) mod faults;
mod reason;

pub(super) use reason::cleaned_reason;

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::Query;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use serde::Serialize;
use serde_json::Value as Json;
use utoipa::ToSchema;
use utoipa::openapi::Required;

use super::about::About;
use super::caller::Caller;
use super::doors::{Doors, Need};
use super::once::Once;
use super::page::Wanted;
use super::problem::{Problem, Trouble};
use super::sent::{created, json, read};
use super::stated::EventFile;
use super::tag::Revision;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::{self, Details, Event, EventState, SaveOptions, Saved, file};

const PATH: &str = "/api/v1/events";

pub(super) fn doors(doors: Doors) -> Doors {
    const EVENT: &str = "/api/v1/events/{event}";
    let gives = |summary| About::new(summary).gives::<Shown>(StatusCode::OK);
    doors
        .get(
            Need::Token,
            PATH,
            list,
            About::new("Lists events, the ones made last first.")
                .asked::<Wanted>()
                .gives_page::<Shown>(),
        )
        .post(
            Need::Organisation,
            PATH,
            create,
            About::new("Makes a draft of an event.")
                .once()
                .takes::<EventFile>(Required::True)
                .gives::<Shown>(StatusCode::CREATED),
        )
        .get(Need::Event, EVENT, show, gives("Reads an event."))
        .put(
            Need::Event,
            EVENT,
            change::change,
            gives("States an event anew, and tells whom it concerns.")
                .asked::<change::Manner>()
                .matches()
                .takes::<EventFile>(Required::True),
        )
        .delete(
            Need::Event,
            EVENT,
            decide::throw_away,
            About::new("Moves an event to the trash."),
        )
        .post(
            Need::Event,
            "/api/v1/events/{event}/publish",
            decide::publish,
            gives("Announces an event."),
        )
        .post(
            Need::Event,
            "/api/v1/events/{event}/close",
            decide::close,
            gives("Closes registration now."),
        )
        .post(
            Need::Event,
            "/api/v1/events/{event}/release",
            decide::release,
            gives("Lets attendees have the link that waits for an organiser’s word."),
        )
        .post(
            Need::Event,
            "/api/v1/events/{event}/cancel",
            decide::cancel,
            gives("Calls an event off, and has everybody concerned told.")
                .takes::<decide::Cancelling>(Required::False),
        )
}

/// An event, as a program sees it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Event)]
pub(super) struct Shown {
    /// Its identifier.
    id: String,
    /// What has become of it.
    state: EventState,
    /// Rises with every change: its ETag.
    revision: i64,
    /// The address of its public page.
    address: String,
    /// When registration opens; none for at once.
    #[schema(value_type = Option<String>, format = DateTime)]
    opens_at: Option<Instant>,
    /// The first moment at which registration is closed.
    #[schema(value_type = String, format = DateTime)]
    closes_at: Instant,
    /// When its first session starts.
    #[schema(value_type = String, format = DateTime)]
    starts_at: Instant,
    /// When its last session has ended.
    #[schema(value_type = String, format = DateTime)]
    ends_at: Instant,
    /// The identifiers of its sessions, by their keys.
    sessions: BTreeMap<String, String>,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    created_at: Instant,
    /// When it was changed last.
    #[schema(value_type = String, format = DateTime)]
    updated_at: Instant,
    /// What its organiser states, as in an event file; links to join by with a token that is told them.
    #[schema(value_type = EventFile)]
    event: Json,
}

impl Shown {
    pub(super) fn of(caller: &Caller, event: &Event) -> Self {
        let details = &event.details;
        let keys = event.sessions().map(|of| {
            let key = details.session_key(of.index).to_string();
            (key, of.id.to_string())
        });
        Self {
            id: event.id.to_string(),
            state: event.state,
            revision: event.revision,
            address: caller.site.address(&format!("/events/{}", details.slug)),
            opens_at: event.schedule.opens_at,
            closes_at: event.schedule.closes_at,
            starts_at: event.schedule.starts_at(),
            ends_at: event.schedule.ends_at(),
            sessions: keys.collect(),
            created_at: event.created_at,
            updated_at: event.updated_at,
            event: file::to_json(details, caller.shows_links()),
        }
    }
}

/// Those that the token is for, the ones made last first.
async fn list(caller: Caller, Query(wanted): Query<Wanted>) -> Result<Response, Problem> {
    let mut tx = caller.site.db.read().await?;
    let whose = (caller.token.organisation, caller.token.scope.event);
    let (before, limit) = (wanted.after()?, wanted.limit()?);
    let found = event::page(&mut tx, &caller.site.key, whose, before, limit).await?;
    let shown = |event| Shown::of(&caller, &event);
    let id = |event: &Event| event.id.uuid();
    Ok(wanted.page(&caller, PATH, &[], found, (id, shown)))
}

async fn show(caller: Caller, headers: HeaderMap) -> Result<Response, Problem> {
    let event = caller.event(&mut caller.site.db.read().await?).await?;
    let response = json(&Shown::of(&caller, &event));
    Ok(Revision(event.revision).tagged(&headers, response))
}

/// Makes a draft of what was sent.
async fn create(
    caller: Caller,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let sent: Json = read(&headers, &body)?;
    // All of it before the unit of work, which others wait for.
    let details = faults::read(&caller, &sent)?;
    faults::told(&sent, None, &details)?;
    let mut tx = caller.site.db.begin().await?;
    let once = match Once::begin(&mut tx, &caller, &headers, (&uri, &body)).await? {
        Ok(once) => once,
        Err(made) => {
            let made = event::load(&mut tx, &caller.site.key, Id::from_uuid(made)).await?;
            tx.commit().await?;
            return Ok(at_its_address(&caller, &made.ok_or(Trouble::NotFound)?));
        }
    };
    let event = draft(&mut tx, &caller, (&sent, details)).await?;
    once.finish(&mut tx, &caller, event.id.uuid()).await?;
    tx.commit().await?;
    Ok(at_its_address(&caller, &event))
}

fn at_its_address(caller: &Caller, event: &Event) -> Response {
    let address = caller
        .site
        .address(&format!("{PATH}/{}", event.details.slug));
    let response = created(&address, &Shown::of(caller, event));
    Revision(event.revision).tagged(&HeaderMap::new(), response)
}

/// Keeps a draft at the slug that `details` state, which has to be free.
async fn draft(
    tx: &mut Tx,
    caller: &Caller,
    (sent, details): (&Json, Details),
) -> Result<Event, Problem> {
    let (key, slug) = (&caller.site.key, details.slug.clone());
    if event::find(tx, key, &slug).await?.is_some() {
        return Err(Trouble::Taken.into());
    }
    let actor = caller.actor();
    let options = SaveOptions {
        draft: true,
        actor: &actor,
        ..SaveOptions::default()
    };
    let (organisation, sender) = (caller.token.organisation, &caller.site.sender);
    match event::save(tx, key, organisation, sender, details, options).await {
        Ok(Saved::New) => {}
        // Somebody else took the slug in the meantime.
        Ok(_) => return Err(Trouble::Taken.into()),
        Err(error) => return Err(faults::of_saving(Some(sent), error)),
    }
    let made = event::find(tx, key, &slug).await?;
    Ok(made.ok_or(Trouble::Failed)?)
}
