//! Getting the way to one's own page again: whoever types an address is told nothing, whoever reads it gets a
//! mail (S-26). `/resend` is about every event, `/events/SLUG/resend` about one.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::allowance::{may_send, too_many};
use super::visitor::{Visit, announced, editions, event_path, preferred};
use crate::base::text::{BadAddress, EmailAddress};
use crate::event::{Event, facts};
use crate::registration::ask_for_link;
use crate::view::{Field, Form, ResendPage, Widget, Words};
use crate::web::client::Client;
use crate::web::form::{FieldError, Filled};
use crate::web::methods::{AndPost, get};
use crate::web::reply::{chosen_by_language, html, no_store, see_other};
use crate::web::{Error, Site};

/// What the address says once the form was sent.
const SENT: &str = "sent";

pub(super) fn router() -> Router<Arc<Site>> {
    Router::new()
        .route("/events/{slug}/resend", get(choose_language))
        .route("/{language}/resend", get(show).and_post(submit))
        .route(
            "/{language}/events/{slug}/resend",
            get(show_for_event).and_post(submit_for_event),
        )
}

/// Leads to the form in a language of the event that the reader speaks.
pub async fn choose_language(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let event = announced(&mut site.db.read().await?, &site, &slug).await?;
    let editions = editions(&site, &event);
    let language = preferred(&headers, &editions);
    let path = format!("/{language}{}", event_path(&event, "/resend"));
    Ok(chosen_by_language(see_other(&path)))
}

/// The form for every event, or that it was sent.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path(language): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    Asked::of_any(&visit).shown(query.as_deref())
}

/// The form for one event, or that it was sent.
pub async fn show_for_event(
    State(site): State<Arc<Site>>,
    Path((language, slug)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let event = announced(&mut site.db.read().await?, &site, &slug).await?;
    Asked::of(&visit, &event).shown(query.as_deref())
}

/// Takes the address, for every event.
pub async fn submit(
    State(site): State<Arc<Site>>,
    Path(language): Path<String>,
    client: Client,
    body: Bytes,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    Asked::of_any(&visit).sent(&client, &body).await
}

/// Takes the address, for one event.
pub async fn submit_for_event(
    State(site): State<Arc<Site>>,
    Path((language, slug)): Path<(String, String)>,
    client: Client,
    body: Bytes,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let event = announced(&mut site.db.read().await?, &site, &slug).await?;
    Asked::of(&visit, &event).sent(&client, &body).await
}

/// For which events the way is asked for.
struct Asked<'a> {
    visit: &'a Visit<'a>,
    event: Option<&'a Event>,
    /// The address of the form, without its language.
    path: String,
}

impl<'a> Asked<'a> {
    fn of_any(visit: &'a Visit<'a>) -> Self {
        Self {
            visit,
            event: None,
            path: "/resend".to_owned(),
        }
    }

    fn of(visit: &'a Visit<'a>, event: &'a Event) -> Self {
        Self {
            visit,
            event: Some(event),
            path: event_path(event, "/resend"),
        }
    }

    fn shown(&self, query: Option<&str>) -> Result<Response, Error> {
        let form = (query != Some(SENT)).then(|| self.form("", None));
        self.page(StatusCode::OK, form)
    }

    /// The same answer whoever's the address is, and the same is written; only one that is none is refused.
    async fn sent(&self, client: &Client, body: &Bytes) -> Result<Response, Error> {
        let filled = Filled::read(body)?;
        let typed = filled.text("email");
        let email: EmailAddress = match typed.parse() {
            Ok(email) => email,
            Err(bad) => {
                let form = self.form(typed, Some(fault(&bad)));
                return self.page(StatusCode::UNPROCESSABLE_ENTITY, Some(form));
            }
        };
        let site = self.visit.site;
        let event = self.event.map(|event| event.id);
        let thing = event.map_or_else(|| "resend".to_owned(), |id| id.to_string());
        let mut tx = site.db.begin().await?;
        if !may_send(&mut tx, site, client, &thing).await? {
            return Ok(too_many());
        }
        ask_for_link(&mut tx, event, &email).await?;
        tx.commit().await?;
        site.worker.notify_one();
        let path = format!("/{}{}?{SENT}", self.visit.language, self.path);
        Ok(no_store(see_other(&path)))
    }

    fn form(&self, typed: &str, error: Option<FieldError>) -> Form {
        let locale = self.visit.locale();
        let problem = error.map(|error| locale.text(&format!("problem-email-{}", error.word())));
        let email = Field {
            widget: Widget::Email,
            autocomplete: Some("email"),
            problem,
            ..Field::line("email", Words::plain(locale.text("field-email"))).holding(typed)
        };
        Form::of(
            format!("/{}{}", self.visit.language, self.path),
            vec![email],
        )
    }

    fn page(&self, status: StatusCode, form: Option<Form>) -> Result<Response, Error> {
        let visit = self.visit;
        let frame = match self.event {
            Some(event) => visit.frame_about(event, &self.path),
            None => visit.frame(&self.path),
        };
        let page = ResendPage {
            frame: frame.private(),
            event: self.event.map(|event| facts(event, visit.locale())),
            event_page: self
                .event
                .map_or_else(String::new, |event| visit.event_path(event, "")),
            form,
        };
        let text = html(visit.site.view.page(&page, visit.language)?);
        Ok((status, no_store(text)).into_response())
    }
}

fn fault(bad: &BadAddress) -> FieldError {
    match bad {
        BadAddress::Missing => FieldError::Missing,
        BadAddress::TooLong => FieldError::TooLong,
        _ => FieldError::Malformed,
    }
}
