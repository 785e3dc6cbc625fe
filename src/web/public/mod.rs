//! What anybody sees: the list, events, the form, and one's own registration.

mod allowance;
mod appearing;
mod asked;
mod assets;
mod atom;
mod certificate;
mod crawlers;
mod discovery;
mod embed;
mod event;
mod feed;
mod filled;
mod form_key;
mod home;
mod join;
mod own;
mod own_data;
mod partner;
mod pictures;
mod reading;
mod register;
mod reminders;
mod resend;
mod rush;
mod survey;
mod visitor;
mod your_data;

pub(super) use asked::{by_hand, faults_in_words, typed};
pub(super) use filled::entered_in_form;
pub(super) use reading::{read as read_form, read_by_hand};
pub use rush::Rush;
pub(super) use visitor::{editions, preferred};

pub(super) use event::door;

use std::sync::Arc;

use axum::Router;

use super::Site;
use crate::web::methods::{AndPost, get, post};

/// The public addresses.
pub fn router() -> Router<Arc<Site>> {
    Router::new()
        .route("/", get(home::choose_language))
        .route("/{language}/", get(home::show))
        .route("/events/{slug}", get(event::choose_language_or_download))
        .route("/calendar.ics", get(feed::show))
        .route("/{language}/feed.atom", get(atom::show))
        .route("/sitemap.xml", get(crawlers::site_map))
        .route("/robots.txt", get(crawlers::robots))
        .route("/{language}/events/{slug}", get(event::show))
        .route("/{language}/events/{slug}/your-data", get(your_data::show))
        .route("/{language}/events/{slug}/embed", get(embed::show))
        .route("/{language}/events/{slug}/register", get(register::show))
        .route(
            "/{language}/events/{slug}/registrations",
            post(register::submit),
        )
        .route(
            "/{language}/events/{slug}/next/{next}",
            get(register::show_next),
        )
        .route("/{language}/registrations/{token}", get(own::show))
        .route(
            "/{language}/registrations/{token}/withdraw",
            post(own::withdraw),
        )
        .route(
            "/{language}/registrations/{token}/confirm",
            post(own::confirm),
        )
        .route(
            "/{language}/registrations/{token}/accept",
            post(own::accept),
        )
        .route(
            "/{language}/registrations/{token}/companions/{companion}",
            post(own::answer_for),
        )
        .route(
            "/{language}/registrations/{token}/stop-waiting",
            post(own::stop_waiting),
        )
        .route(
            "/{language}/registrations/{token}/reminders",
            get(reminders::show).and_post(reminders::choose),
        )
        .route("/j/{token}", get(join::show))
        .route("/j/{token}/{session}", get(join::enter))
        .route("/assets/{name}", get(assets::show))
        .route("/pictures/{name}", get(pictures::show))
        .merge(appearing::router())
        .merge(certificate::router())
        .merge(own_data::router())
        .merge(partner::router())
        .merge(resend::router())
        .merge(survey::router())
}
