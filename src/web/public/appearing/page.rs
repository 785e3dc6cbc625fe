//! Somebody's own page, from what is kept.

use super::{Own, form, own_path};
use crate::event::lineup::{Placed, join_token};
use crate::event::picture::Size;
use crate::event::{
    AppearanceState, Event, EventState, Role, SessionOf, Way, check_facts, facts_with_sessions,
};
use crate::view::desk::PhotoPart;
use crate::view::{AppearingPage, Form, PartFacts, Words};
use crate::web::form::Filled;
use crate::web::public::visitor::Visit;
use crate::web::somebody::{Fault, mark};

/// What can be said to be done.
const DONE: [&str; 7] = [
    "confirmed",
    "declined",
    "already",
    "late",
    "words",
    "photo",
    "photo-gone",
];

/// The word of what was just done, where it is one of ours.
pub(super) fn done(word: &str) -> Option<&'static str> {
    DONE.into_iter().find(|known| *known == word)
}

/// The page.
pub(super) fn page(
    visit: &Visit<'_>,
    own: &Own,
    token: &str,
    (filled, faults): (&Filled, &[Fault]),
) -> AppearingPage {
    let locale = visit.locale();
    let event = &own.event;
    let sessions: Vec<_> = own.placed.iter().map(|one| one.session).collect();
    let mut rows = form::rows(locale, own, filled);
    let problems = mark(locale, &mut rows, faults);
    let turns: Vec<PartFacts> = own
        .placed
        .iter()
        .filter_map(|one| part(visit, own, one))
        .collect();
    let order = event.details.text_order();
    let name = own
        .placed
        .iter()
        .find_map(|one| one.appearance.name.as_ref());
    let below = |rest: &str| own_path(visit, token, rest);
    AppearingPage {
        frame: visit.frame(&format!("/lineup/{token}")).private(),
        event: facts_with_sessions(event, locale, &sessions),
        event_page: (event.state != EventState::Draft).then(|| visit.event_path(event, "")),
        own: below(""),
        name: name.and_then(|name| Words::pick(name, locale, &order)),
        unanswered: turns.iter().filter(|turn| turn.can_confirm).count(),
        turns,
        is_over: own.is_over,
        is_cancelled: event.state == EventState::Cancelled,
        form: Form {
            action: below("/words"),
            hidden: Vec::new(),
            fields: Vec::new(),
            problems,
        },
        rows,
        photo: photo(visit, own, below("/photo")),
        check: check_facts(event, locale, own.now).filter(|_| !own.is_over),
        participants: own
            .appears_as(Role::Moderator)
            .then(|| below("/participants")),
        sheet: own.appears_as(Role::Interpreter).then(|| below("/sheet")),
        done: None,
    }
}

fn part(visit: &Visit<'_>, own: &Own, one: &Placed) -> Option<PartFacts> {
    let event = &own.event;
    let of = event.sessions().find(|of| of.id == one.session)?;
    let locale = visit.locale();
    let order = event.details.text_order();
    let zone = &event.details.zone;
    let hours = locale.hours(zone, of.sitting.starts_at, of.sitting.ends_at);
    let words = |text: &Option<_>| Words::pick(text.as_ref()?, locale, &order);
    let state = one.appearance.state();
    let is_to_come = !own.is_over && own.now < of.sitting.ends_at;
    let is_open = matches!(state, AppearanceState::Idea | AppearanceState::Invited);
    let has_agreed = state == AppearanceState::Confirmed;
    let way = event.lineup_way_to(of.session).filter(|_| has_agreed);
    let is_released = event.is_lineup_released(of, own.now);
    let waits = way.is_some() && !is_released && is_to_come;
    let join_from = event.released_from(of).filter(|_| waits);
    Some(PartFacts {
        id: one.id.to_string(),
        role: one.appearance.role.as_str(),
        state: if is_open { "invited" } else { state.as_str() },
        title: words(&of.session.title),
        date: hours.date,
        hours: hours.hours_in_zone,
        place: words(&of.session.place),
        channel: one
            .appearance
            .channel_of(&event.details)
            .map(|channel| channel.names(locale)),
        others: others(visit, event, of, one),
        join: way
            .filter(|_| is_released)
            .map(|way| join(visit, own, one, way)),
        join_from: join_from.map(|at| locale.moment(zone, at)),
        can_confirm: is_open && is_to_come,
        can_decline: (is_open || has_agreed) && is_to_come,
    })
}

/// Where they join: at the link, or by the page that leads to one of their own.
fn join(visit: &Visit<'_>, own: &Own, one: &Placed, way: Way<'_>) -> String {
    let (key, invitee) = (&visit.site.key, &own.invitee);
    match way {
        Way::Link(link) => link.reveal().to_owned(),
        Way::Own(_) => {
            let generation = invitee.token_generation;
            let token = join_token(key, one.id, &invitee.email_key, generation);
            format!("/j/{}?lang={}", token.as_str(), visit.language)
        }
    }
}

/// Who else has agreed to appear in the session.
fn others(
    visit: &Visit<'_>,
    event: &Event,
    of: SessionOf<'_>,
    one: &Placed,
) -> Vec<(Words, &'static str)> {
    let order = event.details.text_order();
    let named = of.session.lineup.iter().filter(|other| other.is_named());
    named
        .filter(|other| other.name != one.appearance.name)
        .filter_map(|other| {
            let name = Words::pick(other.name.as_ref()?, visit.locale(), &order)?;
            Some((name, other.role.as_str()))
        })
        .collect()
}

fn photo(visit: &Visit<'_>, own: &Own, action: String) -> PhotoPart {
    let photo = own.placed.iter().find_map(|one| one.photo.as_ref());
    let alt = photo.and_then(|photo| photo.about.alt.as_ref());
    let order = [visit.language.clone()];
    let alt = alt.and_then(|alt| Words::pick(alt, visit.locale(), &order));
    PhotoPart {
        action,
        path: photo.map(|photo| photo.path(Size::Small)),
        alt: alt.map_or_else(String::new, |alt| alt.text),
        consented: photo.is_some_and(|photo| photo.about.consented_at.is_some()),
        is_own: true,
        problem: None,
    }
}
