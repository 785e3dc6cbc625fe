//! Pages, feeds, the API and the server that serves them.

pub mod api;
mod client;
mod cookies;
mod demo;
mod error;
pub mod form;
mod health;
mod limits;
mod memory;
mod methods;
pub mod organiser;
mod page;
mod photo;
mod problems;
pub mod protection;
pub mod public;
mod reply;
pub mod server;
mod sheet;
mod site;
mod somebody;
mod upload;

pub use demo::{FoundMail, demo, found_mails};
pub use error::Error;
pub use limits::Limits;
pub use memory::Memory;
pub use public::Rush;
pub use site::Site;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;

use methods::get;

/// Every address that this service answers, and `more` of them, protected.
pub fn router(site: Arc<Site>, more: Router<Arc<Site>>, limits: Limits) -> Router {
    let routes = Router::new()
        .merge(public::router())
        .merge(organiser::router(&site))
        .merge(api::router(&site))
        .merge(more)
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .with_state(Arc::clone(&site));
    let base_url = site.base_url.clone();
    let pages = protection::guard(routes, &base_url, limits)
        .layer(from_fn_with_state(site, problems::problems));
    protection::seal(pages, &base_url)
}
