//! Events made and changed by their organisers.

mod address;
mod ask;
mod cancel;
mod change;
mod create;
mod duplicate;
mod edit;
mod flaw;
mod impact;
mod judge;
mod list;
mod logo;
mod notes;
mod notice;
mod overview;
mod pages;
mod place;
mod publish;
mod release;
mod service;
mod settle;
mod share;
mod shown;
mod side;
mod slot;
mod zones;

pub use overview::session_name;

use super::Doors;
use crate::account::Role;
use crate::web::methods::{AndPost, get, post};

/// The addresses at which events are made and changed.
pub fn doors(doors: Doors) -> Doors {
    doors
        .of_organisation(
            Role::Organiser,
            "/organise/new-event",
            get(create::show).and_post(create::make),
        )
        .of_event(
            Role::Organiser,
            "/organise/events/{event}",
            get(overview::show),
        )
        .of_event(
            Role::Organiser,
            "/organise/events/{event}/edit",
            get(change::begin),
        )
        .of_event(
            Role::Organiser,
            "/organise/events/{event}/edit/{page}",
            get(change::show).and_post(change::keep),
        )
        .of_event(
            Role::Organiser,
            "/organise/events/{event}/edit/{page}/+order",
            post(list::rearrange),
        )
        .of_event(
            Role::Organiser,
            "/organise/events/{event}/edit/{page}/{part}",
            get(change::show_part).and_post(change::keep_part),
        )
        .of_event(
            Role::Organiser,
            "/organise/events/{event}/edit/hosts/{part}/logo",
            post(logo::keep),
        )
        .of_event(
            Role::Organiser,
            "/organise/events/{event}/publish",
            get(publish::show).and_post(publish::publish),
        )
        .of_event(
            Role::Organiser,
            "/organise/events/{event}/cancel",
            get(cancel::show).and_post(cancel::cancel),
        )
        .of_event(
            Role::Organiser,
            "/organise/events/{event}/release",
            get(release::show).and_post(release::release),
        )
        .of_event(
            Role::Organiser,
            "/organise/events/{event}/address",
            get(address::show).and_post(address::renew),
        )
        .of_event(
            Role::Organiser,
            "/organise/events/{event}/share",
            get(share::show),
        )
        .of_event(
            Role::Organiser,
            "/organise/events/{event}/duplicate",
            get(duplicate::show).and_post(duplicate::make),
        )
}
