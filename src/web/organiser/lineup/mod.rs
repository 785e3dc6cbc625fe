//! The lineup of an event: who appears in its sessions, in which order, and how far the agreement has
//! come (U-12, F-8). Nothing here tells attendees anything.

mod act;
mod board;
mod paste;
mod photo;
mod placing;
mod sheet;
mod since;
pub(super) mod spreadsheet;
mod withdraw;

pub(super) use paste::vocabulary;

use super::desk::Desk;
use super::doors::Doors;
use crate::account::Role;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::{Event, Session, SessionOf};
use crate::registration::taken_seats;
use crate::view::{Choice, Field, Locale, Widget, Words};
use crate::web::Error;
use crate::web::methods::{AndPost, get, post};

/// A path below the lineup of an event.
macro_rules! below {
    ($rest:literal) => {
        concat!("/organise/events/{event}/lineup", $rest)
    };
}

pub(super) fn doors(doors: Doors) -> Doors {
    let organiser = Role::Organiser;
    let one = get(placing::show).and_post(placing::change);
    let withdrawal = get(withdraw::ask).and_post(withdraw::withdraw);
    doors
        .of_event(organiser, below!(""), get(board::show))
        .of_event(organiser, below!("/role"), post(act::role_up))
        .of_event(organiser, below!("/invite"), post(act::invite_all))
        .of_event(
            organiser,
            below!("/add"),
            get(placing::ask).and_post(placing::add),
        )
        .of_event(
            organiser,
            below!("/paste"),
            get(paste::ask).and_post(paste::add),
        )
        .of_event(organiser, below!("/run-sheet"), get(sheet::run))
        .of_event(organiser, below!("/interpreters"), get(sheet::interpreters))
        .of_event(organiser, below!("/{appearance}"), one)
        .of_event(organiser, below!("/{appearance}/withdraw"), withdrawal)
        .of_event(
            organiser,
            below!("/{appearance}/removal"),
            get(withdraw::ask_removal),
        )
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

/// The session that `named` names; where it names none, the first of `event` that is not over.
fn session_meant(event: &Event, named: &str, now: Instant) -> Result<Id<Session>, Error> {
    if !named.is_empty() {
        return named.parse().map_err(|_| Error::NotFound);
    }
    let to_come = event.sessions().find(|of| now < of.sitting.ends_at);
    let meant = to_come.or_else(|| event.sessions().next());
    meant.map(|of| of.id).ok_or(Error::NotFound)
}

/// Where one of several sessions is chosen; nothing where there is one.
fn session_field(event: &Event, chosen: Id<Session>, locale: &Locale) -> Option<Field> {
    let choices = event
        .sessions()
        .map(|of| Choice::new(of.id.to_string(), session_title(event, of, locale)));
    let field = Field {
        widget: Widget::Select,
        ..Field::line("session", locale.text("lineup-session"))
    };
    (event.session_ids.len() > 1).then(|| field.among(choices.collect(), &chosen.to_string()))
}

/// How many have a place in `session`.
async fn expected_in(tx: &mut Tx, event: &Event, session: Id<Session>) -> Result<i64, Error> {
    let seats = taken_seats(tx, event.id).await?;
    let taken = seats.sessions.iter().find(|(id, _)| *id == session);
    Ok(taken.map_or(0, |(_, taken)| taken.online + taken.in_person))
}

/// The number that a form names, 0 for none.
fn number(text: &str) -> i64 {
    text.parse().unwrap_or(0)
}

/// Has the worker look at once whether something is due.
fn wake(desk: &Desk) {
    desk.site.worker.notify_one();
}
