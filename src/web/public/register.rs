use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::allowance::too_many;
use super::asked;
use super::event::{door, frame};
use super::form_key;
use super::partner::followed_link;
use super::reading;
use super::rush::{self, Asked, Form};
use super::visitor::{Visit, announced, announced_lately, calendar_path, event_path};
use crate::base::measure;
use crate::event::{Event, Mode, facts};
use crate::registration::{
    Next, Outcome, Refusal, Request, Source, standing, taken_seats, was_accepted,
};
use crate::view::{ConflictPage, FormPage, NextPage, RefusedPage};
use crate::web::client::{Client, Standing};
use crate::web::form::{Fault, FieldError, Filled};
use crate::web::reply::{html, no_store, secret, see_other};
use crate::web::{Error, Site};

/// Characters of the longest code, of an event or of a personal invitation.
const LONGEST_CODE: usize = 100;

/// How often a request is decided on anew because somebody else took the seat or changed the event meanwhile.
const ROUNDS: usize = 20;

/// The field that people do not see.
const TRAP: &str = "website";

/// The form, with a key of its own; or, where nobody may register, the reason. `?source=WORD` says which
/// link led here, `?code=CODE` brings a code along, which is told to nobody else.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path((language, slug)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.read().await?;
    let event = announced(&mut tx, &site, &slug).await?;
    let seats = taken_seats(&mut tx, event.id).await?;
    let filled = followed(query);
    let brings_code = !filled.text("code").is_empty();
    let refusal = standing(&event, &seats, tx.now());
    drop(tx);
    let page = match refusal {
        None => form_page(&visit, &event, &filled, &[], false).await,
        Some(Refusal::Full { has_waitlist: true }) => {
            form_page(&visit, &event, &filled, &[], true).await
        }
        Some(refusal) => refused_page(&visit, &event, refusal, &Filled::default(), false),
    };
    Ok(if brings_code { secret(page?) } else { page? })
}

/// A form that nothing was typed into yet, with the source and the code that the address names. Another
/// word than a source's is passed over: a link that somebody mangled must not keep anybody from registering.
fn followed(query: Option<String>) -> Filled {
    let query = query.unwrap_or_default();
    let named = form_urlencoded::parse(query.as_bytes());
    let known = named.filter(|(name, value)| match &**name {
        "source" => value.parse::<Source>().is_ok(),
        "code" => value.chars().count() <= LONGEST_CODE,
        _ => false,
    });
    Filled::with(
        known
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect(),
    )
}

/// Takes the form: 303 to what happens next, 422 with what to correct, or 409 with why not.
pub async fn submit(
    State(site): State<Arc<Site>>,
    Path((language, slug)): Path<(String, String)>,
    client: Client,
    body: Bytes,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let filled = Filled::read(&body).map_err(|_| Error::TooLarge)?;
    let mut event = announced_lately(&site, &slug).await?;
    if seems_sent_by_a_program(&site, &client, &filled).await? {
        return form_page_again(&visit, &event, &filled).await;
    }
    for _ in 0..ROUNDS {
        let request = match reading::read(&filled, &event, visit.language) {
            Ok(request) => request,
            Err(faults) => return unfit(&visit, &event, &filled, &faults).await,
        };
        let form = Form {
            event: Arc::clone(&event),
            client: client.clone(),
            request,
            form_key: filled.form_key().map(str::to_owned),
        };
        let form = Arc::new(form);
        match rush::ask(&site, &form).await? {
            Asked::Answered(Outcome::Overtaken) => {}
            Asked::Answered(outcome) => {
                measure::asked_for_a_place(word(&outcome));
                return answer(&visit, &event, &filled, (&form.request, outcome)).await;
            }
            Asked::Changed(newer) => event = newer,
            Asked::TooMany => return Ok(too_many()),
        }
    }
    measure::asked_for_a_place(word(&Outcome::Overtaken));
    Err(Error::Busy)
}

async fn answer(
    visit: &Visit<'_>,
    event: &Event,
    filled: &Filled,
    (request, outcome): (&Request, Outcome),
) -> Result<Response, Error> {
    match outcome {
        Outcome::Accepted(next) => {
            visit.site.worker.notify_one();
            let page = format!("/next/{next}");
            Ok(see_other(&visit.event_path(event, &page)))
        }
        Outcome::Refused(refusal) => match about_field(refusal) {
            Some(fault) => form_page(visit, event, filled, &[fault], false).await,
            None => {
                let meanwhile = may_come_online(visit, event, request).await?;
                refused_page(visit, event, refusal, filled, meanwhile)
            }
        },
        Outcome::Reused => conflict_page(visit, event, filled),
        Outcome::Overtaken => Err(Error::Busy),
    }
}

/// What became of a form, in a word of ours.
fn word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Accepted(_) => "accepted",
        Outcome::Refused(_) => "refused",
        Outcome::Reused => "reused",
        Outcome::Overtaken => "overtaken",
    }
}

/// What happens next, the same for new and for known addresses (S-26).
pub async fn show_next(
    State(site): State<Arc<Site>>,
    Path((language, slug, next)): Path<(String, String, String)>,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let next: Next = next.parse().map_err(|_| Error::NotFound)?;
    let event = announced(&mut site.db.read().await?, &site, &slug).await?;
    let page = NextPage {
        frame: visit
            .frame_about(&event, &event_path(&event, &format!("/next/{next}")))
            .private(),
        event_page: visit.event_path(&event, ""),
        calendar: calendar_path(&event, visit.language),
        sender: event.sender.address(),
        event: facts(&event, visit.locale()),
        next: next.as_str(),
    };
    Ok(no_store(html(site.view.page(&page, visit.language)?)))
}

/// Whether what people do not see is filled in, or the form came sooner than they write or later than they
/// wait. It is asked of those who come from the net only: nearby are scripts of whoever runs this.
async fn seems_sent_by_a_program(
    site: &Site,
    client: &Client,
    filled: &Filled,
) -> Result<bool, Error> {
    if !filled.text(TRAP).is_empty() {
        return Ok(true);
    }
    let Some(form_key) = filled.form_key() else {
        return Ok(false);
    };
    let now = site.db.clock().now();
    Ok(client.standing == Standing::Net
        && form_key::is_untimely(&site.key, form_key, now)
        // A form that was accepted gets its answer again, whenever that is.
        && !was_accepted(&mut site.db.read().await?, form_key).await?)
}

/// The form with what was typed, to be sent once more: for a person a moment's work.
async fn form_page_again(
    visit: &Visit<'_>,
    event: &Event,
    filled: &Filled,
) -> Result<Response, Error> {
    let typed = filled
        .fields()
        .filter(|(name, _)| *name != "form_key" && *name != TRAP);
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let typed = Filled::with(typed.collect());
    let mut page = form_page_of(visit, event, &typed, &[], false).await?;
    page.again = true;
    let text = html(visit.site.view.page(&page, visit.language)?);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, no_store(text)).into_response())
}

/// Where nobody may register any more, that is said first: correcting the form would be in vain.
async fn unfit(
    visit: &Visit<'_>,
    event: &Event,
    filled: &Filled,
    faults: &[Fault],
) -> Result<Response, Error> {
    let mut tx = visit.site.db.read().await?;
    let seats = taken_seats(&mut tx, event.id).await?;
    let refusal = standing(event, &seats, tx.now());
    drop(tx);
    match refusal {
        None | Some(Refusal::Full { .. }) => form_page(visit, event, filled, faults, false).await,
        Some(refusal) => refused_page(visit, event, refusal, filled, false),
    }
}

/// Whether somebody who wants to come to the room, which is full, could come online meanwhile (E-18).
async fn may_come_online(
    visit: &Visit<'_>,
    event: &Event,
    request: &Request,
) -> Result<bool, Error> {
    if request.mode != Mode::InPerson || !event.details.is_hybrid() {
        return Ok(false);
    }
    let seats = taken_seats(&mut visit.site.db.read().await?, event.id).await?;
    let wanted: Vec<_> = event
        .sessions()
        .filter(|of| {
            let key = event.details.session_key(of.index);
            !event.details.terms.is_per_session() || request.sessions.contains(&key)
        })
        .map(|of| of.id)
        .collect();
    let free = seats.free(event, Mode::Online, &wanted);
    Ok(free.into_iter().flatten().all(|free| free > 0))
}

/// A refusal that another answer in the form would lift.
fn about_field(refusal: Refusal) -> Option<Fault> {
    let (field, error) = match refusal {
        Refusal::CodeUnknown => ("code", FieldError::Unknown),
        Refusal::CodeUsedUp => ("code", FieldError::UsedUp),
        Refusal::CodeExpired => ("code", FieldError::Expired),
        Refusal::LinkUsedUp => ("source", FieldError::UsedUp),
        Refusal::ModeNotOffered => ("mode", FieldError::Missing),
        _ => return None,
    };
    Some(Fault {
        field: field.to_owned(),
        error,
    })
}

async fn form_page(
    visit: &Visit<'_>,
    event: &Event,
    filled: &Filled,
    faults: &[Fault],
    waitlist: bool,
) -> Result<Response, Error> {
    let page = form_page_of(visit, event, filled, faults, waitlist).await?;
    let text = html(visit.site.view.page(&page, visit.language)?);
    let status = if faults.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok((status, no_store(text)).into_response())
}

async fn form_page_of(
    visit: &Visit<'_>,
    event: &Event,
    filled: &Filled,
    faults: &[Fault],
    waitlist: bool,
) -> Result<FormPage, Error> {
    let (key, db) = (&visit.site.key, &visit.site.db);
    let form_key = filled.form_key().map_or_else(
        || form_key::make(key, db.chance(), db.clock().now()),
        str::to_owned,
    );
    let mut form = asked::form(visit, event, filled, faults, &form_key);
    let mut address = "/register".to_owned();
    let (source, partner) = followed_link(visit, event, filled, faults).await?;
    if let Some(source) = source {
        address.push_str(&format!("?source={source}"));
        form.hidden.push(crate::view::Hidden {
            name: "source".to_owned(),
            value: source.to_string(),
        });
    }
    // What the form says of the partner is noted with what is agreed to.
    if let Some(key) = partner
        .as_ref()
        .and_then(|partner| partner.consent_key.clone())
    {
        form.hidden.push(crate::view::Hidden {
            name: "partner_consent".to_owned(),
            value: key,
        });
    }
    let waitlist = waitlist || filled.text("waitlist") == "yes";
    if waitlist {
        form.hidden.push(crate::view::Hidden {
            name: "waitlist".to_owned(),
            value: "yes".to_owned(),
        });
    }
    Ok(FormPage {
        frame: frame(visit, event, &address),
        event: facts(event, visit.locale()),
        event_page: visit.event_path(event, ""),
        form,
        partner,
        waitlist,
        again: false,
    })
}

fn refused_page(
    visit: &Visit<'_>,
    event: &Event,
    refusal: Refusal,
    filled: &Filled,
    meanwhile_online: bool,
) -> Result<Response, Error> {
    let offers_list = refusal == Refusal::Full { has_waitlist: true };
    let page = RefusedPage {
        frame: frame(visit, event, "/register"),
        event: facts(event, visit.locale()),
        event_page: visit.event_path(event, ""),
        door: door(Some(refusal)),
        typed: asked::typed(visit.locale(), event, filled),
        meanwhile_online: offers_list && meanwhile_online,
        offer: offers_list.then(|| asked::offer(visit, event, filled)),
    };
    let text = html(visit.site.view.page(&page, visit.language)?);
    let status = if filled.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::CONFLICT
    };
    Ok((status, no_store(text)).into_response())
}

fn conflict_page(visit: &Visit<'_>, event: &Event, filled: &Filled) -> Result<Response, Error> {
    let page = ConflictPage {
        frame: frame(visit, event, "/register"),
        event: facts(event, visit.locale()),
        event_page: visit.event_path(event, ""),
        register: visit.event_path(event, "/register"),
        typed: asked::typed(visit.locale(), event, filled),
    };
    let text = html(visit.site.view.page(&page, visit.language)?);
    Ok((StatusCode::CONFLICT, no_store(text)).into_response())
}
