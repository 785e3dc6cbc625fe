//! The certificate of attendance: shown to whom it is about, to be printed, and verified for whoever holds it.
//! Nobody can look for a name: it is verified with the code beside it, and the code with the name.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use form_urlencoded::Serializer;

use super::own::owned;
use super::visitor::{Visit, announced, editions, event_path, preferred};
use crate::base::id::Id;
use crate::event::{Event, Session, facts, facts_with_sessions};
use crate::mailer::retention::kept_until;
use crate::registration::{certificate, certified};
use crate::view::{CertificatePage, Field, Form, QrCode, VerifyPage, Widget, Words};
use crate::web::form::Filled;
use crate::web::methods::{AndPost, get};
use crate::web::reply::{chosen_by_language, html, no_store, secret, see_other};
use crate::web::{Error, Site};

pub(super) fn router() -> Router<Arc<Site>> {
    Router::new()
        .route("/{language}/registrations/{token}/certificate", get(show))
        .route("/events/{slug}/certificate", get(choose_language))
        .route(
            "/{language}/events/{slug}/certificate",
            get(ask).and_post(verify),
        )
}

/// The certificate; 404 where nobody has noted that they came, or the session is not over.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.read().await?;
    let (event, registration) = owned(&mut tx, &site, &token).await?;
    let certificate = certificate(&mut tx, &site.key, &event, &registration).await?;
    let certificate = certificate.ok_or(Error::NotFound)?;
    let locale = visit.locale();
    let own = format!("/registrations/{token}/certificate");
    let verify = site.address(&event_path(&event, "/certificate"));
    let page = CertificatePage {
        frame: visit.frame_about(&event, &own).private(),
        event: facts_with_sessions(&event, locale, &certificate.sessions),
        event_page: visit.event_path(&event, ""),
        own: visit.own_path(&token, ""),
        name: certificate.name.to_string(),
        picture: QrCode::of(&with_code(&verify, &certificate.code)),
        code: certificate.code,
        verify,
        until: locale.moment(&event.details.zone, kept_until(&event)),
    };
    Ok(secret(html(site.view.page(&page, visit.language)?)))
}

/// Leads to the form in a language of the event that the reader speaks, with the code that a picture holds.
pub async fn choose_language(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let event = announced(&mut site.db.read().await?, &site, &slug).await?;
    let editions = editions(&site, &event);
    let language = preferred(&headers, &editions);
    let path = format!("/{language}{}", event_path(&event, "/certificate"));
    let code = code_in(query)?;
    let path = if code.is_empty() {
        path
    } else {
        with_code(&path, &code)
    };
    Ok(chosen_by_language(see_other(&path)))
}

/// Asks for what stands on a certificate.
pub async fn ask(
    State(site): State<Arc<Site>>,
    Path((language, slug)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let event = announced(&mut site.db.read().await?, &site, &slug).await?;
    let form = form(&visit, &event, ("", None), (&code_in(query)?, None));
    page(&visit, &event, StatusCode::OK, Some(form), None)
}

/// Says what the certificate proves, or that it proves nothing; the same whether there is such a name or not.
pub async fn verify(
    State(site): State<Arc<Site>>,
    Path((language, slug)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let event = announced(&mut site.db.read().await?, &site, &slug).await?;
    let filled = Filled::read(&body)?;
    let (name, code) = (filled.text("name"), filled.text("code"));
    if let Some(sessions) = certified(&site.key, &event, name, code) {
        let told = (name, sessions.as_slice());
        return page(&visit, &event, StatusCode::OK, None, Some(told));
    }
    let missing = |text: &str, key| text.is_empty().then_some(key);
    let wrong_name = missing(name, "verify-name-missing");
    let wrong_code = missing(code, "verify-code-missing");
    let wrong_code = wrong_code.or_else(|| wrong_name.is_none().then_some("verify-wrong"));
    let form = form(&visit, &event, (name, wrong_name), (code, wrong_code));
    page(
        &visit,
        &event,
        StatusCode::UNPROCESSABLE_ENTITY,
        Some(form),
        None,
    )
}

fn with_code(address: &str, code: &str) -> String {
    let query = Serializer::new(String::new())
        .append_pair("code", code)
        .finish();
    format!("{address}?{query}")
}

/// The code in an address; it holds nothing else, and a name never.
fn code_in(query: Option<String>) -> Result<String, Error> {
    let filled = Filled::in_address(query)?;
    Ok(filled.text("code").chars().take(100).collect())
}

type Typed<'a> = (&'a str, Option<&'static str>);

fn form(visit: &Visit<'_>, event: &Event, name: Typed<'_>, code: Typed<'_>) -> Form {
    let locale = visit.locale();
    let field = |key: &str, (typed, problem): Typed<'_>| Field {
        widget: Widget::Line,
        problem: problem.map(|key| locale.text(key)),
        ..Field::line(
            key,
            Words::plain(locale.text(&format!("verify-field-{key}"))),
        )
        .holding(typed)
    };
    let hint = locale.text("verify-field-code-hint");
    Form::of(
        visit.event_path(event, "/certificate"),
        vec![field("name", name), field("code", code).hinted(hint)],
    )
}

fn page(
    visit: &Visit<'_>,
    event: &Event,
    status: StatusCode,
    form: Option<Form>,
    certified: Option<(&str, &[Id<Session>])>,
) -> Result<Response, Error> {
    let locale = visit.locale();
    let page = VerifyPage {
        frame: visit
            .frame_about(event, &event_path(event, "/certificate"))
            .private(),
        event: match certified {
            Some((_, sessions)) => facts_with_sessions(event, locale, sessions),
            None => facts(event, locale),
        },
        event_page: visit.event_path(event, ""),
        form,
        name: certified.map(|(name, _)| name.to_owned()),
    };
    let text = html(visit.site.view.page(&page, visit.language)?);
    Ok((status, no_store(text)).into_response())
}
