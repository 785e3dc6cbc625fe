//! Events thrown away, and bringing them back as they were (U-11).

use std::collections::HashMap;

use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

use super::about::About;
use super::caller::Caller;
use super::doors::{Doors, Need};
use super::events::Shown as Event;
use super::page::Wanted;
use super::problem::{Problem, Trouble};
use super::sent::json;
use super::tag::Revision;
use crate::base::clock::Instant;
use crate::event::{self, EventState};
use crate::trash::{self, Trashed};

const PATH: &str = "/api/v1/trash";

pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .get(
            Need::Organisation,
            PATH,
            list,
            About::new("Lists events in the trash, the ones made last first.")
                .asked::<Wanted>()
                .gives_page::<Shown>(),
        )
        .post(
            Need::Organisation,
            "/api/v1/trash/{trashed}/restore",
            restore,
            About::new("Brings an event back as it was.").gives::<Event>(StatusCode::OK),
        )
}

/// An event in the trash.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TrashedEvent)]
struct Shown {
    /// Its identifier, by which it is brought back.
    id: String,
    /// Its slug, which is taken until it is gone.
    slug: String,
    /// What had become of it.
    state: EventState,
    /// When it was thrown away.
    #[schema(value_type = String, format = DateTime)]
    trashed_at: Instant,
    /// When it is gone for good.
    #[schema(value_type = String, format = DateTime)]
    ends_at: Instant,
}

impl From<Trashed> for Shown {
    fn from(one: Trashed) -> Self {
        Self {
            id: one.id.to_string(),
            slug: one.slug.to_string(),
            state: one.state,
            trashed_at: one.trashed_at,
            ends_at: one.ends_at(),
        }
    }
}

async fn list(caller: Caller, Query(wanted): Query<Wanted>) -> Result<Response, Problem> {
    let (before, limit) = (wanted.after::<event::Event>()?, wanted.limit()?);
    let mut tx = caller.site.db.read().await?;
    let mut found = trash::of_organisation(&mut tx, caller.token.organisation).await?;
    found.retain(|one| before.is_none_or(|before| one.id < before));
    found.sort_by_key(|one| std::cmp::Reverse(one.id));
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let id = |one: &Trashed| one.id.uuid();
    Ok(wanted.page(&caller, PATH, &[], found, (id, Shown::from)))
}

async fn restore(
    caller: Caller,
    Path(path): Path<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let id = path.get("trashed").and_then(|id| id.parse().ok());
    let id = id.ok_or(Trouble::NotFound)?;
    let mut tx = caller.site.db.begin().await?;
    let (organisation, actor) = (caller.token.organisation, caller.actor());
    let restored = trash::restore(&mut tx, organisation, id, &actor).await?;
    restored.ok_or(Trouble::NotFound)?;
    let event = event::load(&mut tx, &caller.site.key, id).await?;
    let event = event.ok_or(Trouble::NotFound)?;
    tx.commit().await?;
    caller.site.worker.notify_one();
    let response = json(&Event::of(&caller, &event));
    Ok(Revision(event.revision).tagged(&HeaderMap::new(), response))
}
