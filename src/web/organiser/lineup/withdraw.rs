//! Somebody does not come after all: said once, with who is told of it and who comes instead (F-8).

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::super::desk::Desk;
use super::placing::placed;
use super::since::since;
use super::{back_to, expected_in, number, path, wake};
use crate::event::Event;
use crate::event::lineup::{self, Edit, Edited, Placed};
use crate::view::Words;
use crate::view::desk::{EventTab, WithdrawPage};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::reply::see_other;

/// Asks.
pub(super) async fn ask(
    desk: Desk,
    Path((_, appearance)): Path<(String, String)>,
) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let placed = placed(&mut tx, &event, &appearance).await?;
    let expected = expected_in(&mut tx, &event, placed.session).await?;
    desk.html(&page(&desk, &event, &placed, expected))
}

/// Asks before an entry is removed as if it had never been.
pub(super) async fn ask_removal(
    desk: Desk,
    Path((_, appearance)): Path<(String, String)>,
) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let placed = placed(&mut tx, &event, &appearance).await?;
    let expected = expected_in(&mut tx, &event, placed.session).await?;
    desk.html(&WithdrawPage {
        action: path(&event, &format!("/{}/remove", placed.id)),
        is_removal: true,
        ..page(&desk, &event, &placed, expected)
    })
}

/// Does it.
pub(super) async fn withdraw(
    desk: Desk,
    Path((_, appearance)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let revision = number(Filled::read(&body)?.text("revision"));
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let placed = placed(&mut tx, &event, &appearance).await?;
    let edit = Edit::Withdraw(placed.id, None);
    match lineup::edit(&mut tx, &event, &desk.actor(), revision, edit).await? {
        Edited::Done(_) => {}
        Edited::Unknown => return Err(Error::NotFound),
        Edited::Overtaken => {
            let expected = expected_in(&mut tx, &event, placed.session).await?;
            let page = WithdrawPage {
                since: Some(since(&desk, &mut tx, &event, revision).await?),
                ..page(&desk, &event, &placed, expected)
            };
            return Ok((StatusCode::CONFLICT, desk.html(&page)?).into_response());
        }
    }
    tx.commit().await?;
    wake(&desk);
    Ok(see_other(&back_to(
        &event,
        placed.session,
        "lineup-withdrawn",
    )))
}

fn page(desk: &Desk, event: &Event, placed: &Placed, expected: i64) -> WithdrawPage {
    let order = event.details.text_order();
    let name = placed.appearance.name.as_ref();
    let slug = &event.details.slug;
    WithdrawPage {
        frame: desk.event_frame(event, EventTab::Lineup),
        back: back_to(event, placed.session, ""),
        name: name.and_then(|name| Words::pick(name, desk.locale(), &order)),
        action: path(event, &format!("/{}/withdraw", placed.id)),
        replace: path(event, &format!("/add?replaces={}", placed.id)),
        announce: format!("/organise/events/{slug}/mail/announcements/new"),
        was_asked: placed.invited_at.is_some(),
        is_removal: false,
        is_shown: placed.appearance.is_named(),
        expected,
        revision: event.revision,
        since: None,
    }
}
