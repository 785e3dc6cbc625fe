//! Who registered for an event: looking, deciding, adding, handing out.

mod add;
mod count;
mod decide;
mod export;
mod import;
mod invite;
mod list;
mod one;
mod query;
mod requests;
mod rows;

use super::desk::{Desk, tab_path};
use super::doors::Doors;
use crate::account::Role;
use crate::event::Event;
use crate::view::desk::EventTab;

use crate::web::methods::{AndPost, get, post};
pub(super) use list::session_name;
pub(super) use rows::{stamp, who};

pub(super) fn doors(doors: Doors) -> Doors {
    let organiser = Role::Organiser;
    doors
        .of_event(
            organiser,
            "/organise/events/{event}/registrations",
            get(list::show),
        )
        .of_event(
            organiser,
            "/organise/events/{event}/registrations/count",
            get(count::show),
        )
        .of_event(
            organiser,
            "/organise/events/{event}/registrations/decide",
            get(decide::show).and_post(decide::decide),
        )
        .of_event(
            organiser,
            "/organise/events/{event}/registrations/undo",
            post(decide::undo),
        )
        .of_event(
            organiser,
            "/organise/events/{event}/registrations/tag",
            post(decide::tag),
        )
        .of_event(
            organiser,
            "/organise/events/{event}/registrations/requests",
            get(requests::show).and_post(requests::decide),
        )
        .of_event(
            organiser,
            "/organise/events/{event}/registrations/add",
            get(add::show).and_post(add::add),
        )
        .of_event(
            organiser,
            "/organise/events/{event}/registrations/invite",
            get(invite::show).and_post(invite::ask),
        )
        .of_event(
            organiser,
            "/organise/events/{event}/registrations/invite/{guest}",
            post(invite::take_back),
        )
        .of_event(
            organiser,
            "/organise/events/{event}/registrations/import",
            get(import::show).and_post(import::take),
        )
        .of_event(
            organiser,
            "/organise/events/{event}/registrations/import/{roster}",
            get(import::preview).and_post(import::add_all),
        )
        .of_event(
            organiser,
            "/organise/events/{event}/registrations/export",
            get(export::show).and_post(export::download),
        )
        .of_event(
            organiser,
            "/organise/events/{event}/registrations/{registration}",
            get(one::show),
        )
        .of_event(
            organiser,
            "/organise/events/{event}/registrations/{registration}/note",
            post(one::note),
        )
        .of_event(
            organiser,
            "/organise/events/{event}/registrations/{registration}/tags",
            post(one::tags),
        )
}

/// The address of the list.
fn base(event: &Event) -> String {
    tab_path(event, EventTab::Registrations)
}

/// Whoever works here has somebody told, and the worker may have something to do at once.
fn wake(desk: &Desk) {
    desk.site.worker.notify_one();
}
