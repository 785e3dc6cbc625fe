//! The address that a code is sent to.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::{Door, Wish, passkey, sso};
use crate::account::{self, Asking};
use crate::base::secret::Token;
use crate::base::text::{BadAddress, EmailAddress};
use crate::view::desk::SignInPage;
use crate::view::{Field, Form, Problem, Widget};
use crate::web::client::Client;
use crate::web::cookies::{self, Purpose};
use crate::web::form::Filled;
use crate::web::reply::{html, secret, see_other};
use crate::web::{Error, Site};

pub(super) const PATH: &str = "/sign-in";

pub(super) async fn show(
    State(site): State<Arc<Site>>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let door = Door::at(&site, &wish, &headers);
    page(&door, "", None, lead(&door))
}

/// Sends a code, if the address is an organiser's: the answer is the same for every address.
pub(super) async fn submit(
    State(site): State<Arc<Site>>,
    client: Client,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let door = Door::at(&site, &wish, &headers);
    let typed = filled.text("email");
    let email: EmailAddress = match typed.parse() {
        Ok(email) => email,
        Err(BadAddress::Missing) => return refused(&door, typed, "sign-in-email-missing"),
        Err(_) => return refused(&door, typed, "sign-in-email-malformed"),
    };
    let browser = Token::random(site.db.chance());
    let mut tx = site.db.begin().await?;
    let asking = Asking {
        browser: &browser,
        place: &client.place,
        language: door.language,
    };
    let domain = site.sender.domain();
    let is_allowed = account::ask(&mut tx, &site.key, &email, asking, domain).await?;
    tx.commit().await?;
    if !is_allowed {
        return Err(Error::TooMany);
    }
    site.worker.notify_one();
    let response = see_other(&door.path("/sign-in/code"));
    Ok(cookies::give(&site, response, Purpose::Asking, &browser))
}

/// The page that asks who it is, instead of one that takes being signed in.
pub(in crate::web::organiser) fn turn_back(site: &Arc<Site>, request: &Request) -> Response {
    let wish = Wish {
        next: Some(request.uri().path().to_owned()),
        ..Wish::default()
    };
    let door = Door::at(site, &wish, request.headers());
    match page(&door, "", None, "sign-in-turned-back") {
        Ok(page) => (StatusCode::UNAUTHORIZED, page).into_response(),
        Err(error) => error.into_response(),
    }
}

fn refused(door: &Door<'_>, typed: &str, problem: &str) -> Result<Response, Error> {
    let page = page(door, typed, Some(problem), lead(door))?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// The page that asks who it is, where another way of signing in came to nothing: `problem` says why.
pub(super) fn instead(door: &Door<'_>, problem: String) -> Result<Response, Error> {
    let mut form = form(door, "", None);
    form.problems.push(Problem {
        field: None,
        words: problem,
    });
    let page = shown(door, form, lead(door))?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Why one should sign in: a key of the catalogue.
const fn lead(door: &Door<'_>) -> &'static str {
    if door.is_again {
        "sign-in-anew"
    } else {
        "sign-in-lead"
    }
}

fn page(
    door: &Door<'_>,
    typed: &str,
    problem: Option<&str>,
    lead: &'static str,
) -> Result<Response, Error> {
    shown(door, form(door, typed, problem), lead)
}

fn form(door: &Door<'_>, typed: &str, problem: Option<&str>) -> Form {
    let locale = door.locale();
    let email = Field {
        widget: Widget::Email,
        autocomplete: Some("username"),
        problem: problem.map(|key| locale.text(key)),
        ..Field::line("email", locale.text("sign-in-email")).holding(typed)
    };
    Form::of(door.path(PATH), vec![email])
}

fn shown(door: &Door<'_>, form: Form, lead: &'static str) -> Result<Response, Error> {
    let page = SignInPage {
        frame: door.frame(PATH),
        form,
        lead,
        by_password: door.path("/sign-in/password"),
        by_passkey: passkey::offer(door),
        by_sso: sso::offer(door),
    };
    Ok(secret(html(door.site.view.page(&page, door.language)?)))
}
