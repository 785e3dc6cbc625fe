//! The first page: the events somebody works for.

use axum::response::Response;

use super::desk::{Desk, state_word, tab_path};
use super::doors::Doors;
use crate::account::Role;
use crate::base::clock::Instant;
use crate::event::{self, Event, EventState, Listed, facts};
use crate::view::desk::{DeskHomePage, EventRow, EventTab};
use crate::web::Error;
use crate::web::methods::get;

/// The latest events that are shown.
const SHOWN: usize = 60;

pub(super) fn doors(doors: Doors) -> Doors {
    doors.signed_in("/organise", get(show))
}

async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let now = tx.now();
    let listed = event::of_organiser(&mut tx, desk.organisation.id, desk.organiser.id).await?;
    let (mut upcoming, mut past) = (Vec::new(), Vec::new());
    for listed in listed.into_iter().take(SHOWN) {
        let Some(event) = event::load(&mut tx, &desk.site.key, listed.id).await? else {
            continue;
        };
        let row = row(&desk, &event, listed, now);
        if event.is_over(now) || event.state == EventState::Cancelled {
            past.push(row);
        } else {
            upcoming.push(row);
        }
    }
    upcoming.reverse();
    desk.html(&DeskHomePage {
        frame: desk.frame("events"),
        new_event: desk
            .may(Role::Organiser)
            .then(|| "/organise/new-event".to_owned()),
        upcoming,
        past,
    })
}

fn row(desk: &Desk, event: &Event, listed: Listed, now: Instant) -> EventRow {
    let facts = facts(event, desk.locale());
    let tab = if desk.may(Role::Organiser) {
        EventTab::Overview
    } else {
        EventTab::CheckIn
    };
    EventRow {
        href: tab_path(event, tab),
        title: facts.title,
        state: state_word(event, now),
        days: facts.days,
        taken: listed.taken,
        waiting: listed.waiting,
    }
}
