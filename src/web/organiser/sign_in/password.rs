//! Address and password, and what a device shows, for those who have set them.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::{Door, Wish, welcome};
use crate::account::{self, By, proof};
use crate::base::text::EmailAddress;
use crate::view::desk::PasswordPage;
use crate::view::{Field, Form, Widget};
use crate::web::client::Client;
use crate::web::form::Filled;
use crate::web::reply::{html, secret};
use crate::web::{Error, Site};

const PATH: &str = "/sign-in/password";

pub(super) async fn show(
    State(site): State<Arc<Site>>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    page(&Door::at(&site, &wish, &headers), "", None)
}

/// Signs in whoever knows the password. One answer for every way of being wrong (S-9).
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
    let Ok(email) = typed.parse::<EmailAddress>() else {
        return refused(&door, typed, "sign-in-email-malformed");
    };
    let mut tx = site.db.begin().await?;
    let may_try = account::may_try_password(&mut tx, &site.key, &email, &client.place).await?;
    let proofs = proof::by_address(&mut tx, &email).await?;
    tx.commit().await?;
    if !may_try {
        return refused(&door, typed, "sign-in-password-often");
    }
    let kept = proofs.as_ref().and_then(|proofs| proofs.password.clone());
    let password = filled.raw("password").to_owned();
    let checked = proof::apart(move || proof::is_right(kept.as_deref(), &password));
    let is_right = checked.await.ok_or(Error::Busy)?;
    let Some(proofs) = proofs.filter(|_| is_right) else {
        return refused(&door, typed, "sign-in-password-wrong");
    };
    let mut tx = site.db.begin().await?;
    let by = By {
        organiser: proofs.id,
        shown: filled.text("device"),
    };
    let opened = account::open_by_password(&mut tx, &site.key, by).await?;
    if let Some(token) = &opened {
        account::keep_language(&mut tx, token, door.language).await?;
    }
    tx.commit().await?;
    match opened {
        Some(token) => Ok(welcome(&site, &token, door.next)),
        None => refused(&door, typed, "sign-in-password-wrong"),
    }
}

fn refused(door: &Door<'_>, typed: &str, problem: &str) -> Result<Response, Error> {
    let page = page(door, typed, Some(problem))?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn page(door: &Door<'_>, typed: &str, problem: Option<&str>) -> Result<Response, Error> {
    let locale = door.locale();
    let email = Field {
        widget: Widget::Email,
        autocomplete: Some("username"),
        problem: problem.map(|key| locale.text(key)),
        ..Field::line("email", locale.text("sign-in-email")).holding(typed)
    };
    let password = Field {
        widget: Widget::Password,
        autocomplete: Some("current-password"),
        ..Field::line("password", locale.text("sign-in-password"))
    };
    let device = Field::optional("device", Widget::Code, locale.text("sign-in-device"))
        .hinted(locale.text("sign-in-device-hint"));
    let page = PasswordPage {
        frame: door.frame(PATH),
        form: Form::of(door.path(PATH), vec![email, password, device]),
        by_code: door.path("/sign-in"),
    };
    Ok(secret(html(door.site.view.page(&page, door.language)?)))
}
