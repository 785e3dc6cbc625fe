//! The page by which one person joins online: only its address, sent by mail, leads here (F-11, S-35). It
//! shows the link that counts at the moment, within its time, and writes nothing down: no open is counted
//! (P-15).

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::visitor::Visit;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::secret::Token;
use crate::event::{self, Event, EventState, Joining, Mode, SessionOf, facts_to_send};
use crate::registration::{Registration, RegistrationState, find_by_join_token};
use crate::view::{JoinEnd, JoinPage, JoinSitting, Locale, Words};
use crate::web::reply::{html, secret};
use crate::web::{Error, Site};

/// What the address says beside the token.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    lang: String,
}

/// How the sessions of one person are joined now, in the language of their mails unless they choose
/// another.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path(token): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let mut tx = site.db.read().await?;
    let (event, registration) = joined(&mut tx, &site, &token).await?;
    let of_mails = site.view.locale(&registration.language).language();
    let language = site.view.language(&asked.lang).unwrap_or(of_mails);
    let visit = Visit {
        site: &site,
        language,
    };
    let page = page(&visit, &event, &registration, &token, tx.now());
    Ok(secret(html(site.view.page(&page, language)?)))
}

/// Whom `token` is of; one neutral answer for tokens that are unknown, expired or revoked.
async fn joined(tx: &mut Tx, site: &Site, token: &str) -> Result<(Event, Registration), Error> {
    let found = find_by_join_token(tx, &Token::from_address(token)).await?;
    let registration = found.ok_or(Error::NotFound)?;
    let event = event::load(tx, &site.key, registration.event)
        .await?
        .ok_or(Error::NotFound)?;
    let is_kept = tx.now() < event.schedule.ends_at() + event.details.retention().delta();
    if is_kept && event.state != EventState::Draft {
        Ok((event, registration))
    } else {
        Err(Error::NotFound)
    }
}

fn page(
    visit: &Visit<'_>,
    event: &Event,
    registration: &Registration,
    token: &str,
    now: Instant,
) -> JoinPage {
    let locale = visit.locale();
    let end = end(event, registration, locale);
    let sessions = event
        .sessions()
        .filter(|of| end.is_none() && registration.sessions.contains(&of.id));
    let sittings: Vec<JoinSitting> = sessions.map(|of| sitting(event, of, locale, now)).collect();
    let listening = registration.listening.as_ref();
    let path = format!("/j/{token}");
    // As mails tell it: of a sensitive event nothing is said to whoever finds the address in a calendar.
    let mut facts = facts_to_send(event, locale, &registration.sessions);
    if end == Some(JoinEnd::InPerson) {
        facts.online = None;
    }
    JoinPage {
        frame: visit.frame_about(event, "").private().chosen_at(&path),
        event: facts,
        event_page: visit.event_path(event, ""),
        own: format!("{path}?lang={}", visit.language),
        state: overall(&sittings),
        sittings,
        listening: listening.map(|language| locale.language_name(language)),
        end,
    }
}

/// Why there is nothing to join, where there is not.
fn end(event: &Event, registration: &Registration, locale: &Locale) -> Option<JoinEnd> {
    let has_place = registration.state == RegistrationState::Confirmed;
    if event.state == EventState::Cancelled {
        let reason = event.cancel_reason.as_ref();
        let order = event.details.text_order();
        return Some(JoinEnd::Cancelled {
            reason: reason.and_then(|reason| Words::pick(reason, locale, &order)),
        });
    }
    if !has_place {
        let state = registration.state.as_str();
        return Some(JoinEnd::NoPlace { state });
    }
    (registration.mode == Mode::InPerson).then_some(JoinEnd::InPerson)
}

fn sitting(event: &Event, of: SessionOf<'_>, locale: &Locale, now: Instant) -> JoinSitting {
    let number = (of.index + 1).to_string();
    let named = of.session.title.as_ref().filter(|_| !event.is_sensitive());
    let order = event.details.text_order();
    let title = named.and_then(|title| Words::pick(title, locale, &order));
    let name = title.map_or_else(
        || locale.text_with("session-number", &[("number", &number)]),
        |title| title.text,
    );
    let empty = JoinSitting {
        name,
        state: "late",
        opens: None,
        join: None,
        recording: None,
    };
    match event.joining(of, now) {
        Joining::Early { opens_at } => JoinSitting {
            state: "waiting",
            opens: Some(locale.moment(&event.details.zone, opens_at)),
            ..empty
        },
        Joining::Late => empty,
        Joining::Open(link) => JoinSitting {
            state: "open",
            join: Some(link.reveal().to_owned()),
            ..empty
        },
        Joining::Over { recording } => JoinSitting {
            state: "over",
            recording: recording.map(|link| link.reveal().to_owned()),
            ..empty
        },
    }
}

/// How it is as a whole: what can be done now comes first.
fn overall(sittings: &[JoinSitting]) -> &'static str {
    let states = ["open", "late", "waiting"];
    let found = states
        .into_iter()
        .find(|state| sittings.iter().any(|sitting| sitting.state == *state));
    found.unwrap_or("over")
}
