//! The lineup of an event: who appears in its sessions, in which order, and how far the agreement has
//! come (U-12, F-8). Nothing here tells attendees anything.

mod act;
mod board;
mod paste;
mod photo;
mod placing;
mod sheet;
mod since;
mod spreadsheet;
mod withdraw;

use axum::routing::{get, post};

use super::desk::Desk;
use super::doors::Doors;
use crate::account::Role;
use crate::base::id::Id;
use crate::event::{Event, Session, SessionOf};
use crate::view::{Locale, Words};
use crate::web::Error;

/// A path below the lineup of an event.
macro_rules! below {
    ($rest:literal) => {
        concat!("/organise/events/{event}/lineup", $rest)
    };
}

pub(super) fn doors(doors: Doors) -> Doors {
    let organiser = Role::Organiser;
    let one = get(placing::show).post(placing::change);
    let withdrawal = get(withdraw::ask).post(withdraw::withdraw);
    doors
        .of_event(organiser, below!(""), get(board::show))
        .of_event(organiser, below!("/role"), post(act::role_up))
        .of_event(organiser, below!("/invite"), post(act::invite_all))
        .of_event(
            organiser,
            below!("/add"),
            get(placing::ask).post(placing::add),
        )
        .of_event(
            organiser,
            below!("/paste"),
            get(paste::ask).post(paste::add),
        )
        .of_event(organiser, below!("/run-sheet"), get(sheet::run))
        .of_event(organiser, below!("/interpreters"), get(sheet::interpreters))
        .of_event(organiser, below!("/{appearance}"), one)
        .of_event(organiser, below!("/{appearance}/withdraw"), withdrawal)
        .of_event(organiser, below!("/{appearance}/photo"), post(photo::keep))
        .of_event(organiser, below!("/{appearance}/{act}"), post(act::act))
}

/// The path of the lineup of `event`, and what is below it.
fn path(event: &Event, rest: &str) -> String {
    format!("/organise/events/{}/lineup{rest}", event.details.slug)
}

/// The lineup with `session` open, where `done` is said.
fn back_to(event: &Event, session: Id<Session>, done: &str) -> String {
    let index = event.session_ids.iter().position(|id| *id == session);
    let key = index.map(|index| event.details.session_key(index).to_string());
    let key = key.unwrap_or_default();
    match done {
        "" => path(event, &format!("?session={key}")),
        done => path(event, &format!("?session={key}&done={done}")),
    }
}

/// What a session is called: its title, or its number where it has none and is not the only one.
fn session_title(event: &Event, of: SessionOf<'_>, locale: &Locale) -> Words {
    let order = event.details.text_order();
    let own = of.session.title.as_ref();
    let title = own.and_then(|title| Words::pick(title, locale, &order));
    title.unwrap_or_else(|| {
        let number = (of.index + 1).to_string();
        Words::plain(locale.text_with("session-number", &[("number", &number)]))
    })
}

/// The session of `event` with this identifier.
fn session_of(event: &Event, id: Id<Session>) -> Result<SessionOf<'_>, Error> {
    let mut sessions = event.sessions();
    sessions.find(|of| of.id == id).ok_or(Error::NotFound)
}

/// The number that a form names, 0 for none.
fn number(text: &str) -> i64 {
    text.parse().unwrap_or(0)
}

/// Has the worker look at once whether something is due.
fn wake(desk: &Desk) {
    desk.site.worker.notify_one();
}
