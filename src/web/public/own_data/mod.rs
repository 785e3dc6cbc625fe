//! What people do about what is kept of them (P-6): change it, take a copy with them, have it erased. Each is
//! reached from their own page only, and shares its address with that.

mod change;
mod copy;
mod erase;
mod whole;

use std::sync::Arc;

use axum::Router;

pub(super) use change::can_be_changed;

use crate::base::id::Id;
use crate::event::{Event, Session};
use crate::view::{Locale, Words};
use crate::web::Site;
use crate::web::methods::{AndPost, get, post};

/// The addresses below somebody's own page.
pub(super) fn router() -> Router<Arc<Site>> {
    Router::new()
        .route(
            "/{language}/registrations/{token}/change",
            get(change::show).and_post(change::save),
        )
        .route("/{language}/registrations/{token}/export", post(copy::take))
        .route(
            "/{language}/registrations/{token}/erase",
            get(erase::ask).and_post(erase::erase),
        )
}

/// What a session is called.
pub(super) fn session_name(locale: &Locale, event: &Event, id: Id<Session>) -> Words {
    let order = event.details.text_order();
    let Some(of) = event.sessions().find(|session| session.id == id) else {
        return Words::plain("");
    };
    let title = of.session.title.as_ref();
    title
        .and_then(|title| Words::pick(title, locale, &order))
        .unwrap_or_else(|| {
            let number = (of.index + 1).to_string();
            Words::plain(locale.text_with("session-number", &[("number", &number)]))
        })
}
