//! Throwing events away, and bringing them back.

mod delete;
mod list;

use super::doors::Doors;
use crate::account::Role;
use crate::web::methods::{AndPost, get};

pub(super) fn doors(doors: Doors) -> Doors {
    let role = Role::Organiser;
    doors
        .of_event(
            role,
            "/organise/events/{event}/delete",
            get(delete::show).and_post(delete::throw_away),
        )
        .of_organisation(
            role,
            "/organise/trash",
            get(list::show).and_post(list::restore),
        )
}
