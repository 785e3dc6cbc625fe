//! One's own registration: only its address, sent by mail, leads here. GET shows, POST acts (S-7).

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;

use super::asked;
use super::filled::entered_in_form;
use super::own_data::{can_be_changed, session_name};
use super::partner::seen_by;
use super::reminders::reminders_path;
use super::survey::open_survey;
use super::visitor::Visit;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::secret::Token;
use crate::event::{self, Event, EventState, Mode, facts_with_sessions};
use crate::registration::{
    self, Outcome, Registration, RegistrationState, bring, certificate, companions,
    confirm_address, dismiss, entered, find_by_token, hold_by_token, place_in_line, session_lines,
    standing, take_up, taken_seats,
};
use crate::view::{
    Answer, AskedFor, Locale, Moment, OfferedPlace, OwnPage, QrCode, Reminders, SessionWait, Waits,
};
use crate::web::form::Filled;
use crate::web::reply::{html, secret, see_other};
use crate::web::{Error, Site};

/// How often a place is asked for anew because somebody else took it meanwhile.
pub(super) const ROUNDS: usize = 20;

/// What can have been done before the page is shown.
const DONE: [&str; 3] = ["changed", "waits", "nobody"];

/// What is registered, and what can be done about it.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.read().await?;
    let (event, registration) = owned(&mut tx, &site, &token).await?;
    let seats = taken_seats(&mut tx, event.id).await?;
    let now = tx.now();
    let is_open = standing(&event, &seats, now).is_none();
    let filled = entered_in_form(
        &event,
        &registration,
        entered(&mut tx, &registration).await?,
    );
    let answers = asked::typed(visit.locale(), &event, &filled);
    let reminders = is_reminded(&event, &registration, now).then(|| Reminders {
        address: reminders_path(&visit, &token),
        stopped: !registration.wants_reminders,
    });
    let companions = companions(&mut tx, &registration).await?;
    let page = OwnPage {
        reminders,
        companions: companions
            .iter()
            .map(|companion| AskedFor {
                name: companion.request.name.to_string(),
                answer: visit.own_path(&token, &format!("/companions/{}", companion.id)),
            })
            .collect(),
        place_in_line: place_in_line(&mut tx, &event, &registration).await?,
        waits: waits(&mut tx, &visit, &event, &registration, &token).await?,
        certificate: certificate(&mut tx, &site.key, &event, &registration)
            .await?
            .map(|_| visit.own_path(&token, "/certificate")),
        survey: open_survey(&visit, &event, &registration, now),
        partner: seen_by(&mut tx, &visit, &event, (&registration, &token)).await?,
        done: done_before(query.as_deref()),
        ..page(&visit, &event, &registration, answers, &token, is_open, now)
    };
    Ok(secret(html(site.view.page(&page, visit.language)?)))
}

/// Gives the place up. Possible always, after closing too (E-6); a second time says the same.
pub async fn withdraw(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.begin().await?;
    let (event, registration) = held(&mut tx, &site, &token).await?;
    registration::withdraw(&mut tx, &site.key, &event, &registration).await?;
    tx.commit().await?;
    Ok(done(&visit, &token))
}

/// Confirms that the address is somebody's who wants to come.
pub async fn confirm(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.begin().await?;
    let (event, registration) = held(&mut tx, &site, &token).await?;
    confirm_address(&mut tx, &event, &registration).await?;
    tx.commit().await?;
    Ok(done(&visit, &token))
}

/// Takes up the place that is offered. Where it is gone, the page says what has become of it.
pub async fn accept(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.begin().await?;
    let (event, registration) = held(&mut tx, &site, &token).await?;
    take_up(&mut tx, &event, &registration).await?;
    tx.commit().await?;
    Ok(done(&visit, &token))
}

/// Leaves the line for another way to attend than the one they have.
pub async fn stop_waiting(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.begin().await?;
    let (event, registration) = held(&mut tx, &site, &token).await?;
    registration::stop_waiting(&mut tx, &event, &registration).await?;
    tx.commit().await?;
    Ok(done(&visit, &token))
}

/// Says whether somebody who was asked for with the same address is meant: they are registered then, and
/// told by mail what has become of it.
pub async fn answer_for(
    State(site): State<Arc<Site>>,
    Path((language, token, companion)): Path<(String, String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let filled = Filled::read(&body).map_err(|_| Error::TooLarge)?;
    let companion = companion.parse().map_err(|_| Error::NotFound)?;
    for _ in 0..ROUNDS {
        let mut tx = site.db.begin().await?;
        let (event, registration) = held(&mut tx, &site, &token).await?;
        if filled.text("answer") == "bring" {
            let brought = bring(&mut tx, &site.key, &event, &registration, companion).await?;
            match brought {
                Some(Outcome::Overtaken) => continue,
                Some(Outcome::Refused(_) | Outcome::Reused) => {
                    return Ok(secret(see_other(&visit.own_path(&token, "?nobody"))));
                }
                Some(Outcome::Accepted(_)) | None => {}
            }
        } else {
            dismiss(&mut tx, &registration, companion).await?;
        }
        tx.commit().await?;
        return Ok(done(&visit, &token));
    }
    Err(Error::Busy)
}

fn done(visit: &Visit<'_>, token: &str) -> Response {
    visit.site.worker.notify_one();
    secret(see_other(&visit.own_path(token, "")))
}

/// The registration that `token` leads to; one neutral answer for tokens that are unknown, expired
/// or revoked.
pub(super) async fn owned(
    tx: &mut Tx,
    site: &Site,
    token: &str,
) -> Result<(Event, Registration), Error> {
    let found = find_by_token(tx, &Token::from_address(token)).await?;
    with_event(tx, site, found).await
}

/// The same for whoever is about to change it: nobody erases it in another window meanwhile.
pub(super) async fn held(
    tx: &mut Tx,
    site: &Site,
    token: &str,
) -> Result<(Event, Registration), Error> {
    let found = hold_by_token(tx, &Token::from_address(token)).await?;
    with_event(tx, site, found).await
}

async fn with_event(
    tx: &mut Tx,
    site: &Site,
    found: Option<Registration>,
) -> Result<(Event, Registration), Error> {
    let registration = found.ok_or(Error::NotFound)?;
    let event = event::load(tx, &site.key, registration.event)
        .await?
        .ok_or(Error::NotFound)?;
    let is_kept = tx.now() < event.schedule.ends_at() + event.details.retention().delta();
    if is_kept {
        Ok((event, registration))
    } else {
        Err(Error::NotFound)
    }
}

/// Whether there is still something that reminders could go before.
fn is_reminded(event: &Event, registration: &Registration, now: Instant) -> bool {
    let stated = event.details.mail.as_ref();
    let offsets = stated.and_then(|mail| mail.reminders.as_ref());
    registration.state == RegistrationState::Confirmed
        && event.state == EventState::Published
        && offsets.is_none_or(|offsets| !offsets.is_empty())
        && registration.sessions.iter().any(|id| {
            let mut sessions = event.sessions();
            sessions.any(|session| session.id == *id && now < session.sitting.starts_at)
        })
}

/// What they wait for besides what they have.
async fn waits(
    tx: &mut Tx,
    visit: &Visit<'_>,
    event: &Event,
    registration: &Registration,
    token: &str,
) -> Result<Option<Waits>, Error> {
    let sessions = session_lines(tx, registration).await?;
    let mode = registration.wished_mode.map(Mode::as_str);
    let has_place = registration.state == RegistrationState::Confirmed;
    if !has_place || (mode.is_none() && sessions.is_empty()) {
        return Ok(None);
    }
    let line = |(session, place_in_line)| SessionWait {
        session: session_name(visit.locale(), event, session),
        place_in_line,
    };
    Ok(Some(Waits {
        mode,
        sessions: sessions.into_iter().map(line).collect(),
        stop: visit.own_path(token, "/stop-waiting"),
    }))
}

/// What the page says was done, of what it can say.
fn done_before(query: Option<&str>) -> Option<&'static str> {
    DONE.into_iter().find(|word| query == Some(word))
}

/// Until when a place is kept for them, while it is.
fn offered(
    event: &Event,
    registration: &Registration,
    locale: &Locale,
    now: Instant,
) -> Option<Moment> {
    let until = registration.held_until.filter(|until| now < *until)?;
    registration
        .is_offered()
        .then(|| locale.moment(&event.details.zone, until))
}

/// What the door reads from the screen of somebody who comes to the room.
fn badge(site: &Site, registration: &Registration) -> Option<QrCode> {
    let comes =
        registration.state == RegistrationState::Confirmed && registration.mode == Mode::InPerson;
    let token = registration::badge_token(&site.key, registration.id);
    comes.then(|| QrCode::of(&site.address(&format!("/organise/check-in/{token}"))))
}

fn page(
    visit: &Visit<'_>,
    event: &Event,
    registration: &Registration,
    answers: Vec<Answer>,
    token: &str,
    is_open: bool,
    now: Instant,
) -> OwnPage {
    let locale = visit.locale();
    let own = format!("/registrations/{token}");
    let act = |verb: &str| visit.own_path(token, &format!("/{verb}"));
    let can_return = registration.state == RegistrationState::Cancelled && is_open;
    let mut facts = facts_with_sessions(event, locale, &registration.sessions);
    if registration.mode == Mode::InPerson {
        facts.online = None;
    }
    let link_sent = registration.joins_online()
        && event.sessions().any(|session| {
            registration.sessions.contains(&session.id) && event.is_released(session, now)
        });
    OwnPage {
        frame: visit.frame_about(event, &own).private(),
        event: facts,
        event_page: visit.event_path(event, ""),
        state: registration.state.as_str(),
        answers,
        registered_at: locale.moment(&event.details.zone, registration.registered_at),
        offer: offered(event, registration, locale, now).map(|until| OfferedPlace {
            take: act("accept"),
            until,
        }),
        place_in_line: None,
        companions: Vec::new(),
        waits: None,
        certificate: None,
        survey: None,
        partner: None,
        done: None,
        change: can_be_changed(event, registration, now).then(|| act("change")),
        copy: act("export"),
        erase: act("erase"),
        link_sent,
        undeliverable: registration.is_live() && registration.undeliverable_at.is_some(),
        reminders: None,
        withdraw: registration.is_live().then(|| act("withdraw")),
        confirm: (registration.state == RegistrationState::Unconfirmed).then(|| act("confirm")),
        register: can_return.then(|| visit.event_path(event, "/register")),
        sender: event.sender.address(),
        code: badge(visit.site, registration),
    }
}
