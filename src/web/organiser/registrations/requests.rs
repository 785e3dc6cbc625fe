//! Requests, one below the other, each with the keys of its decisions: marked first, decided together
//! (F-14).

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::RawQuery;
use axum::response::Response;

use super::{base, decide, list, rows, wake};
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::{Event, Mode};
use crate::registration::find::{self, Filter, Found, Order};
use crate::registration::{
    self, Decider, Registration, RegistrationState, Tally, Verb, decide_all, entered,
};
use crate::view::Answer;
use crate::view::desk::EventTab;
use crate::view::desk::registrations::{RequestCard, RequestsPage};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::desk::Desk;
use crate::web::public::{entered_in_form, typed};
use crate::web::reply::see_other;

/// Requests on a page.
const PAGE: i64 = 25;

/// Those who wait for a decision, the first first.
pub async fn show(desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Error> {
    let filled = Filled::in_address(query)?;
    let mut tx = desk.site.db.read().await?;
    let now = tx.now();
    let event = desk.event(&mut tx).await?;
    let filter = Filter {
        state: Some(RegistrationState::Pending),
        ..Filter::default()
    };
    let states = find::states(&mut tx, event.id).await?;
    let found = find::page(&mut tx, event.id, &filter, Order::Oldest, (PAGE, 0)).await?;
    let undo = rows::undo_rows(&mut tx, &event).await?;
    let page = RequestsPage {
        told: rows::told(&filled, &event, &undo, now),
        total: list::count_of(&states, RegistrationState::Pending),
        free: free(&mut tx, &event).await?,
        cards: cards(&mut tx, &desk, &event, found).await?,
        reasons: decide::reasons(desk.locale(), &event, &filled),
        frame: desk.event_frame(&event, EventTab::Registrations),
        base: base(&event),
        undo,
    };
    desk.html(&page)
}

/// Decides on every request that was marked, in one unit of work.
pub async fn decide(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let marked = marked(&filled)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let page = format!("{}/requests", base(&event));
    let (reason, actor) = (decide::reason(&filled, &event), desk.actor());
    let batch = tx.new_id();
    let by = Decider::with_time_to_undo(&actor, batch);
    let mut tally = Tally::default();
    for (verb, ids) in &marked {
        if find::named(&mut tx, event.id, ids).await?.len() < ids.len() {
            return Err(Error::NotFound);
        }
        let of_verb = decide_all(&mut tx, &event, ids, *verb, &by, reason.as_ref()).await?;
        tally = tally.with(of_verb);
    }
    tx.commit().await?;
    wake(&desk);
    let verb = match marked.keys().collect::<Vec<_>>()[..] {
        [] => return Ok(desk.done(&page, "nobody-chosen")),
        [one] => *one,
        _ => return Ok(see_other(&decide::outcome_of_several(&page, batch, tally))),
    };
    Ok(see_other(&decide::outcome(&page, verb, batch, tally)))
}

/// What each request was marked as.
fn marked(filled: &Filled) -> Result<BTreeMap<Verb, Vec<Id<Registration>>>, Error> {
    let mut marked: BTreeMap<Verb, Vec<Id<Registration>>> = BTreeMap::new();
    for (name, value) in filled.fields() {
        let Some(id) = name.strip_prefix("decide.") else {
            continue;
        };
        if value.is_empty() {
            continue;
        }
        let verb = value.parse().map_err(|_| Error::NotFound)?;
        let id = id.parse().map_err(|_| Error::NotFound)?;
        marked.entry(verb).or_default().push(id);
    }
    Ok(marked)
}

/// The fewest places that are free in any mode; none where there is no limit.
async fn free(tx: &mut Tx, event: &Event) -> Result<Option<i64>, Error> {
    let taken = registration::taken_seats(tx, event.id).await?.event;
    let capacity = event.details.terms.capacity();
    let free = |mode, taken: i64| capacity.of(mode).map(|places| i64::from(places) - taken);
    let modes = [
        free(Mode::Online, taken.online),
        free(Mode::InPerson, taken.in_person),
    ];
    Ok(modes.into_iter().flatten().min().map(|free| free.max(0)))
}

async fn cards(
    tx: &mut Tx,
    desk: &Desk,
    event: &Event,
    found: Vec<Found>,
) -> Result<Vec<RequestCard>, Error> {
    let now = tx.now();
    let ids: Vec<Id<Registration>> = found.iter().map(|one| one.id).collect();
    let mut earlier = find::earlier_places(tx, desk.organiser.id, &ids).await?;
    let tags = registration::tags_of(tx, &ids).await?;
    let countries: Vec<Option<String>> = found.iter().map(|one| one.country.clone()).collect();
    let rows = rows::rows(desk, event, found, tags, now);
    let mut cards = Vec::with_capacity(rows.len());
    for ((row, id), country) in rows.into_iter().zip(&ids).zip(countries) {
        let answers = answers(tx, desk, event, *id).await?;
        cards.push(RequestCard {
            row,
            country,
            earlier: earlier.remove(id).unwrap_or(0),
            answers,
        });
    }
    Ok(cards)
}

/// What somebody answered to the organiser's questions.
async fn answers(
    tx: &mut Tx,
    desk: &Desk,
    event: &Event,
    id: Id<Registration>,
) -> Result<Vec<Answer>, Error> {
    let Some(registration) = registration::load(tx, id).await? else {
        return Ok(Vec::new());
    };
    let mut given = entered(tx, &registration).await?;
    (given.organisation, given.position, given.country) = (None, None, None);
    let filled = entered_in_form(event, &registration, given);
    let mut answers = typed(desk.locale(), event, &filled);
    answers.drain(..rows::said_above(event).min(answers.len()));
    Ok(answers)
}
