//! The API: what the workspace can do, for programs. Every operation is registered with what it takes, and a
//! guard stands before each (S-1, S-4). It knows tokens and no cookies, and what it answers is kept by nobody.

mod about;
mod announcements;
mod caller;
mod document;
mod doors;
mod events;
mod field_error;
mod figures;
mod guard;
mod guide;
mod lineup;
mod messages;
mod once;
mod page;
mod people;
mod plan;
mod pointer;
mod problem;
mod registrations;
mod sent;
mod stated;
mod tag;
mod token;
mod trash;

pub use document::openapi;
pub use doors::{Need, Operation};
pub use problem::Trouble;
pub(super) use problem::{finish, is_ours};

use std::sync::Arc;

use axum::Router;

use super::Site;
use super::methods::get;
use doors::Doors;

/// The addresses of the API, guarded, and those that tell everybody of it.
pub fn router(site: &Arc<Site>) -> Router<Arc<Site>> {
    doors()
        .into_router(site)
        .route("/api/openapi.json", get(document::show))
        .route("/api", get(guide::choose_language))
        .route("/{language}/api", get(guide::show))
}

/// Every operation of the API and what it takes (S-1).
pub fn operations() -> Vec<Operation> {
    doors().operations()
}

fn doors() -> Doors {
    let areas = [
        token::doors,
        events::doors,
        lineup::doors,
        registrations::doors,
        messages::doors,
        plan::doors,
        announcements::doors,
        figures::doors,
        people::doors,
        trash::doors,
    ];
    areas
        .iter()
        .fold(Doors::default(), |doors, area| area(doors))
}
