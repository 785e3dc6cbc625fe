//! The code that was sent.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::{Door, Wish, welcome};
use crate::account::{self, Answered, REQUEST_LIFETIME};
use crate::view::desk::CodePage;
use crate::view::{Field, Form, Hidden, Widget};
use crate::web::cookies::{self, Purpose};
use crate::web::form::Filled;
use crate::web::reply::{html, secret};
use crate::web::{Error, Site};

const PATH: &str = "/sign-in/code";

pub(super) async fn show(
    State(site): State<Arc<Site>>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    page(&Door::at(&site, &wish, &headers), None)
}

/// Signs the browser in that asked, if the code is right.
pub(super) async fn submit(
    State(site): State<Arc<Site>>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let door = Door::at(&site, &wish, &headers);
    let typed = filled.text("code");
    if typed.is_empty() {
        return refused(&door, "missing");
    }
    let Some(browser) = cookies::read(&site, &headers, Purpose::Asking) else {
        return refused(&door, "over");
    };
    let mut tx = site.db.begin().await?;
    let answered =
        account::answer(&mut tx, &site.key, &browser, (typed, filled.text("device"))).await?;
    if let Answered::In(token) = &answered {
        account::keep_language(&mut tx, token, door.language).await?;
    }
    tx.commit().await?;
    match answered {
        Answered::In(token) => Ok(welcome(&site, &token, door.next)),
        Answered::Wrong => refused(&door, "wrong"),
        Answered::DeviceAsked => device_asked(&door, &filled),
        Answered::TooOften => refused(&door, "often"),
        Answered::Over => refused(&door, "over"),
    }
}

fn refused(door: &Door<'_>, problem: &str) -> Result<Response, Error> {
    let page = page(door, Some(problem))?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// The code is right: it is sent along, and what the organiser's device shows is asked.
fn device_asked(door: &Door<'_>, filled: &Filled) -> Result<Response, Error> {
    let locale = door.locale();
    let was_typed = !filled.text("device").is_empty();
    let device = Field {
        widget: Widget::Code,
        problem: was_typed.then(|| locale.text("sign-in-device-wrong")),
        ..Field::line("device", locale.text("sign-in-device"))
    };
    let mut form = Form::of(door.path(PATH), vec![device]);
    form.hidden.push(Hidden {
        name: "code".to_owned(),
        value: filled.text("code").to_owned(),
    });
    let page = shown(door, form)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn page(door: &Door<'_>, problem: Option<&str>) -> Result<Response, Error> {
    let locale = door.locale();
    let code = Field {
        widget: Widget::Code,
        problem: problem.map(|problem| locale.text(&format!("sign-in-code-{problem}"))),
        ..Field::line("code", locale.text("sign-in-code"))
    };
    shown(door, Form::of(door.path(PATH), vec![code]))
}

fn shown(door: &Door<'_>, form: Form) -> Result<Response, Error> {
    let page = CodePage {
        frame: door.frame(PATH),
        form,
        minutes: REQUEST_LIFETIME.num_minutes(),
        sender: door.site.sender.address(),
        again: door.path("/sign-in"),
    };
    Ok(secret(html(door.site.view.page(&page, door.language)?)))
}
