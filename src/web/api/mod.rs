//! The API: what the workspace can do, for programs. Every operation is registered with what it takes, and a
//! guard stands before each (S-1, S-4). It knows tokens and no cookies, and what it answers is kept by nobody.

mod caller;
mod doors;
mod events;
mod figures;
mod guard;
mod messages;
mod once;
mod page;
mod problem;
mod registrations;
mod sent;
mod tag;
mod token;

pub use doors::{Need, Operation};
pub use problem::Trouble;
pub(super) use problem::{finish, is_ours};

use std::sync::Arc;

use axum::Router;

use super::Site;
use doors::Doors;

/// The addresses of the API, guarded.
pub fn router(site: &Arc<Site>) -> Router<Arc<Site>> {
    doors().into_router(site)
}

/// Every operation of the API and what it takes (S-1).
pub fn operations() -> Vec<Operation> {
    doors().operations()
}

fn doors() -> Doors {
    let areas = [
        token::doors,
        events::doors,
        registrations::doors,
        messages::doors,
        figures::doors,
    ];
    areas
        .iter()
        .fold(Doors::default(), |doors, area| area(doors))
}
