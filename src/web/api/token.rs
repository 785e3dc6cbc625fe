//! What a token says of itself.

use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

use super::about::About;
use super::caller::Caller;
use super::doors::{Doors, Need};
use super::problem::{Problem, Trouble};
use super::sent::json;
use crate::account;
use crate::account::api_token::Access;
use crate::base::clock::Instant;
use crate::base::id::Id;
use crate::event;

pub(super) fn doors(doors: Doors) -> Doors {
    let about = About::new("Says what the token is for.");
    doors.get(
        Need::Token,
        "/api/v1/token",
        show,
        about.gives::<Shown>(StatusCode::OK),
    )
}

/// What a token is for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Token)]
struct Shown {
    /// What its makers call it.
    name: String,
    /// The name of the organisation that it acts for.
    organisation: String,
    /// The slug of the only event that it is for; none for all.
    event: Option<String>,
    /// What it may do.
    access: Access,
    /// Whether it is told the links to join by.
    links: bool,
    /// From when on it opens nothing any more.
    #[schema(value_type = String, format = DateTime)]
    expires_at: Instant,
}

async fn show(caller: Caller) -> Result<Response, Problem> {
    let (token, site) = (&caller.token, &caller.site);
    let mut tx = site.db.read().await?;
    let organisation = account::organisation(&mut tx, token.organisation).await?;
    let only = token.scope.event.map(Id::from_uuid);
    let event = match only {
        Some(only) => event::headline(&mut tx, only).await?,
        None => None,
    };
    Ok(json(&Shown {
        name: token.name.to_string(),
        organisation: organisation.ok_or(Trouble::NotFound)?.name,
        event: event.map(|event| event.slug.to_string()),
        access: token.scope.access,
        links: token.scope.shows_links,
        expires_at: token.expires_at,
    }))
}
