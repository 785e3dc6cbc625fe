//! The door: who is expected, who has come, badges and lists. For assistants too, so no page here holds
//! an address, but for those about the report of a meeting, which are for organisers.

mod arrival;
mod door;
mod guests;
mod paper;
mod report;

use super::desk::tab_path;
use super::doors::Doors;
use super::registrations::{session_name, stamp, who};
use crate::account::Role;
use crate::event::Event;
use crate::view::desk::EventTab;
use crate::web::methods::{AndPost, get};

pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .of_event(
            Role::Assistant,
            "/organise/events/{event}/check-in",
            get(door::show).and_post(door::note),
        )
        .of_event(
            Role::Assistant,
            "/organise/events/{event}/check-in/list",
            get(paper::list),
        )
        .of_event(
            Role::Assistant,
            "/organise/events/{event}/check-in/badges",
            get(paper::badges),
        )
        .of_event(
            Role::Organiser,
            "/organise/events/{event}/check-in/report",
            get(report::show).and_post(report::take),
        )
        .of_event(
            Role::Organiser,
            "/organise/events/{event}/check-in/report/{roster}",
            get(report::preview).and_post(report::note),
        )
        .signed_in(
            "/organise/check-in/{token}",
            get(arrival::show).and_post(arrival::note),
        )
}

/// The address of the door.
fn base(event: &Event) -> String {
    tab_path(event, EventTab::CheckIn)
}
