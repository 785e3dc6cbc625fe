//! The workspace: pages for those who organise events. Every address is registered with what it
//! takes to come in, and a guard stands before each.

mod account;
mod check_in;
mod desk;
mod doors;
mod editor;
mod figures;
mod guard;
mod handed_in;
mod home;
mod latest;
mod lineup;
mod log;
mod partners;
mod people;
mod registrations;
mod sample;
mod settings;
mod sign_in;
mod survey;
mod team;
mod timeline;
mod tokens;
mod trash;
mod webhooks;

pub use desk::Desk;
pub use doors::{Doors, Need, Route};
pub(super) use figures::Counted;

use std::sync::Arc;

use axum::Router;

use super::Site;

/// The addresses of the workspace, guarded.
pub fn router(site: &Arc<Site>) -> Router<Arc<Site>> {
    doors().into_router(site)
}

/// Every address of the workspace and what it takes to come in (S-1).
pub fn routes() -> Vec<Route> {
    doors().routes()
}

fn doors() -> Doors {
    let areas = [
        sign_in::doors,
        home::doors,
        settings::doors,
        figures::doors,
        survey::doors,
        log::doors,
        sample::doors,
        trash::doors,
        registrations::doors,
        check_in::doors,
        lineup::doors,
        partners::doors,
        people::doors,
        team::doors,
        tokens::doors,
        webhooks::doors,
        account::doors,
        timeline::doors,
        editor::doors,
    ];
    areas.iter().fold(Doors::new(), |doors, area| area(doors))
}
