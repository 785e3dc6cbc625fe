//! The pages of those who appear, reached by the link in their mail and without an account: they confirm
//! or decline, say how they are introduced, and see when it is their turn (F-9). GET shows, POST acts
//! (S-7); they see what is theirs and nothing else (P-13).

mod act;
mod form;
mod page;
mod participants;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::visitor::Visit;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::secret::Token;
use crate::event::lineup::{self, Invitee, Placed};
use crate::event::{self, AppearanceState, Event, EventState, Role};
use crate::view::Frame;
use crate::web::methods::{get, post};
use crate::web::reply::{html, secret, see_other};
use crate::web::sheet::{Sheet, sheet};
use crate::web::{Error, Site};

/// The addresses.
pub fn router() -> Router<Arc<Site>> {
    Router::new()
        .route("/{language}/lineup/{token}", get(show))
        .route("/{language}/lineup/{token}/answer", post(act::answer))
        .route("/{language}/lineup/{token}/words", post(act::describe))
        .route("/{language}/lineup/{token}/photo", post(act::keep_photo))
        .route(
            "/{language}/lineup/{token}/participants",
            get(participants::show),
        )
        .route("/{language}/lineup/{token}/sheet", get(show_sheet))
}

/// Somebody's part in an event.
struct Own {
    event: Event,
    invitee: Invitee,
    placed: Vec<Placed>,
    /// Whether it is too late to say anything.
    is_over: bool,
    now: Instant,
}

/// What the address says.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Asked {
    done: String,
}

/// Everything that is theirs.
async fn show(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.read().await?;
    let own = Own::find(&mut tx, &site, &token).await?;
    let filled = form::of(&own);
    let mut page = page::page(&visit, &own, &token, (&filled, &[]));
    page.done = page::done(&asked.done);
    Ok(secret(html(site.view.page(&page, visit.language)?)))
}

/// The agenda with every name in each of its scripts, for interpreters.
async fn show_sheet(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.read().await?;
    let own = Own::find(&mut tx, &site, &token).await?;
    if !own.appears_as(Role::Interpreter) {
        return Err(Error::NotFound);
    }
    let people = lineup::of_event(&mut tx, own.event.id).await?;
    let path = own_path(&visit, &token, "");
    let frame: Frame = visit.frame(&format!("/lineup/{token}/sheet")).private();
    let page = sheet(
        &own.event,
        &people,
        visit.locale(),
        (frame, path),
        Sheet::Interpreters,
        own.now,
    );
    Ok(secret(html(site.view.page(&page, visit.language)?)))
}

impl Own {
    /// What `token` leads to; one neutral answer for tokens that are unknown, revoked or too old.
    async fn find(tx: &mut Tx, site: &Site, token: &str) -> Result<Self, Error> {
        let invitee = lineup::of_token(tx, &Token::from_address(token)).await?;
        let invitee = invitee.ok_or(Error::NotFound)?;
        let event = event::load(tx, &site.key, invitee.event_id).await?;
        let event = event.ok_or(Error::NotFound)?;
        let placed = lineup::of_address(tx, event.id, &invitee.email_key).await?;
        let now = tx.now();
        let is_kept = now < event.schedule.ends_at() + event.details.retention().delta();
        if placed.is_empty() || !is_kept {
            return Err(Error::NotFound);
        }
        Ok(Self {
            is_over: event.is_over(now) || event.state == EventState::Cancelled,
            event,
            invitee,
            placed,
            now,
        })
    }

    /// Whether they have agreed to do this in some session.
    fn appears_as(&self, role: Role) -> bool {
        self.placed.iter().any(|one| {
            one.appearance.role == role && one.appearance.state() == AppearanceState::Confirmed
        })
    }
}

/// The path of somebody's own page, and what is below it.
fn own_path(visit: &Visit<'_>, token: &str, rest: &str) -> String {
    format!("/{}/lineup/{token}{rest}", visit.language)
}

/// 303 to somebody's own page, where `done` is said.
fn back(visit: &Visit<'_>, token: &str, done: &str) -> Response {
    visit.site.worker.notify_one();
    secret(see_other(&own_path(visit, token, &format!("?done={done}"))))
}
