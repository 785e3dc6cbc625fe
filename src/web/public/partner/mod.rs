//! Partners who invite (F-13): what the form says of the one whose link was followed, feeds that lead on by their
//! links, and each partner's own view.

mod feeds;
mod notice;
mod own;
mod view;

pub use feeds::Readers;
pub use notice::{followed_link, known_link};
pub use own::seen_by;

use std::sync::Arc;

use axum::Router;

use crate::web::Site;
use crate::web::methods::{get, post};

pub(super) fn router() -> Router<Arc<Site>> {
    Router::new()
        .route("/{language}/partners/{token}", get(view::show))
        .route(
            "/{language}/partners/{token}/people.csv",
            get(view::download),
        )
        .route("/{language}/registrations/{token}/partner", post(own::stop))
}
