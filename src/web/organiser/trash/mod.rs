//! Throwing events away, and bringing them back.

mod delete;
mod list;

use axum::routing::get;

use super::doors::Doors;
use crate::account::Role;

pub(super) fn doors(doors: Doors) -> Doors {
    let role = Role::Organiser;
    doors
        .of_event(
            role,
            "/organise/events/{event}/delete",
            get(delete::show).post(delete::throw_away),
        )
        .of_organisation(role, "/organise/trash", get(list::show).post(list::restore))
}
