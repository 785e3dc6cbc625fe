//! The code that was sent.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::{Door, Wish, form, welcome};
use crate::account::{self, Answered, REQUEST_LIFETIME};
use crate::view::desk::CodePage;
use crate::view::{Field, Widget};
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
    let answered = account::answer(&mut tx, &site.key, &browser, typed).await?;
    tx.commit().await?;
    match answered {
        Answered::In(token) => Ok(welcome(&site, &token, door.next)),
        Answered::Wrong => refused(&door, "wrong"),
        Answered::TooOften => refused(&door, "often"),
        Answered::Over => refused(&door, "over"),
    }
}

fn refused(door: &Door<'_>, problem: &str) -> Result<Response, Error> {
    let page = page(door, Some(problem))?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn page(door: &Door<'_>, problem: Option<&str>) -> Result<Response, Error> {
    let locale = door.locale();
    let code = Field {
        widget: Widget::Code,
        problem: problem.map(|problem| locale.text(&format!("sign-in-code-{problem}"))),
        ..Field::line("code", locale.text("sign-in-code"))
    };
    let page = CodePage {
        frame: door.frame(PATH),
        form: form(door.path(PATH), vec![code]),
        minutes: REQUEST_LIFETIME.num_minutes(),
        sender: door.site.sender.address(),
        again: door.path("/sign-in"),
    };
    Ok(secret(html(door.site.view.page(&page, door.language)?)))
}
