//! The first page of an event: how it stands, and what is next.

use axum::response::Response;

use super::publish::gap_lines;
use crate::account::Role;
use crate::base::clock::Instant;
use crate::base::id::Id;
use crate::event::{Event, EventState, Gap, Mode, Session, facts, gaps};
use crate::mailer::plan::{self, Audience, Planned, What};
use crate::mailer::retention::kept_until;
use crate::registration::{Headcount, Seats, headcount, standing, taken_seats};
use crate::retention::purged_at;
use crate::view::Locale;
use crate::view::desk::{Count, EventTab, NextMail, OverviewPage, PrimaryAction};
use crate::web::Error;
use crate::web::organiser::Desk;
use crate::web::organiser::desk::{state_word, tab_path};
use crate::web::public::door;

/// How many mails to come are shown.
const MOST_MAILS: usize = 5;

/// How an event stands.
pub async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let now = tx.now();
    let people = headcount(&mut tx, event.id).await?;
    let seats = taken_seats(&mut tx, event.id).await?;
    let gone = purged_at(&mut tx, event.id).await?;
    let gaps = open_gaps(&event, now);
    let locale = desk.locale();
    let path = tab_path(&event, EventTab::Overview);
    let is_live = event.state == EventState::Published && !event.is_over(now);
    let page = OverviewPage {
        frame: desk.event_frame(&event, EventTab::Overview),
        event: facts(&event, locale),
        door: door(standing(&event, &seats, now)),
        state: state_word(&event, now),
        primary: primary(&event, &gaps, &people, now),
        gaps: gap_lines(locale, &event, &gaps),
        counts: counts(&event, &people),
        next: next_mails(&event, &seats, locale, now),
        data_goes: locale.moment(&event.details.zone, gone.unwrap_or(kept_until(&event))),
        data_gone: gone.is_some(),
        address: desk
            .site
            .address(&format!("/events/{}", event.details.slug)),
        share: format!("{path}/share"),
        duplicate: desk
            .may_in_all(Role::Organiser)
            .then(|| format!("{path}/duplicate")),
        cancel: is_live.then(|| format!("{path}/cancel")),
        delete: format!("{path}/delete"),
    };
    desk.html(&page)
}

/// What there is still to look at: of an event that is over, nothing.
fn open_gaps(event: &Event, now: Instant) -> Vec<Gap> {
    let is_done = event.state == EventState::Cancelled || event.is_over(now);
    let is_draft = event.state == EventState::Draft;
    let passed = |gap: &Gap| matches!(gap, Gap::Begun | Gap::Closed);
    let mut open = if is_done {
        Vec::new()
    } else {
        gaps(event, now)
    };
    open.retain(|gap| is_draft || !passed(gap));
    open
}

/// The one thing to do now.
fn primary(event: &Event, gaps: &[Gap], people: &Headcount, now: Instant) -> PrimaryAction {
    let path = tab_path(event, EventTab::Overview);
    let to = |key, count, rest: &str| PrimaryAction {
        key,
        count,
        href: format!("{path}{rest}"),
    };
    let waits = |gap: Gap| gaps.contains(&gap);
    match event.state {
        EventState::Draft => to("publish", 0, "/publish"),
        EventState::Cancelled => to("duplicate", 0, "/duplicate"),
        EventState::Published if event.is_over(now) => to("figures", 0, "/figures"),
        EventState::Published if people.pending > 0 => {
            to("decide", people.pending, "/registrations?state=pending")
        }
        EventState::Published if waits(Gap::NoLink) => to("link", 0, "/edit/meeting"),
        EventState::Published if event.has_manual_release() && event.released_at.is_none() => {
            to("release", people.online, "/release")
        }
        EventState::Published if waits(Gap::NoLineup) => to("lineup", 0, "/lineup"),
        EventState::Published if is_near(event, now) => to("check-in", 0, "/check-in"),
        EventState::Published => to("registrations", people.confirmed(), "/registrations"),
    }
}

/// Whether people are about to arrive.
fn is_near(event: &Event, now: Instant) -> bool {
    now >= event.schedule.starts_at() - chrono::TimeDelta::hours(3)
}

fn counts(event: &Event, people: &Headcount) -> Vec<Count> {
    let capacity = event.details.terms.capacity();
    let places = |mode| capacity.of(mode).map(i64::from);
    let count = |key, people, places| Count {
        key,
        people,
        places,
    };
    let mut counts = Vec::new();
    if event.details.format != crate::event::Format::InPerson {
        counts.push(count("online", people.online, places(Mode::Online)));
    }
    if event.details.format != crate::event::Format::Online {
        counts.push(count("in_person", people.in_person, places(Mode::InPerson)));
    }
    let others = [
        ("pending", people.pending),
        ("waitlisted", people.waitlisted),
        ("unconfirmed", people.unconfirmed),
    ];
    let waiting = others.into_iter().filter(|(_, people)| *people > 0);
    counts.extend(waiting.map(|(key, people)| count(key, people, None)));
    counts
}

/// What goes out to many next, and to how many as things are.
fn next_mails(event: &Event, seats: &Seats, locale: &Locale, now: Instant) -> Vec<NextMail> {
    let is_ahead = |message: &Planned<'_>| {
        let is_to_come = now < message.from || !message.is_ready;
        is_to_come && now < message.until && message.what != What::Changed
    };
    let mail = |message: Planned<'_>| {
        let mut sessions = seats.sessions.iter();
        let taken = sessions.find(|(session, _)| *session == message.session.id);
        let taken = taken.map(|(_, taken)| *taken).unwrap_or_default();
        NextMail {
            kind: message.what.as_str(),
            session: session_name(locale, event, message.session.id),
            moment: locale.moment(&event.details.zone, message.leaves_at(event, now).max(now)),
            people: match message.audience {
                Audience::Organisers => None,
                Audience::Online => Some(taken.online),
                Audience::Confirmed {
                    in_room_only: true, ..
                } => Some(taken.in_person),
                _ => Some(taken.online + taken.in_person),
            },
            waits: !message.is_ready,
        }
    };
    let ahead = plan::timeline(event).into_iter().filter(is_ahead);
    ahead.take(MOST_MAILS).map(mail).collect()
}

/// What a session is called, where an event has several.
pub fn session_name(locale: &Locale, event: &Event, id: Id<Session>) -> Option<String> {
    let of = event.sessions().find(|of| of.id == id)?;
    if event.details.sessions.len() == 1 {
        return None;
    }
    let order = event.details.text_order();
    let title = of.session.title.as_ref();
    let picked = title.and_then(|title| title.pick(locale.language(), &order));
    Some(picked.map_or_else(
        || {
            let number = (of.index + 1).to_string();
            locale.text_with("session-number", &[("number", &number)])
        },
        |title| title.text.clone(),
    ))
}
