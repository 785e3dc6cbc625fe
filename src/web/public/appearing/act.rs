//! What somebody does on their own page. It is written to in the language of the page from then on.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;

use super::{Own, back, form, page};
use crate::account::{self, Limit};
use crate::event::lineup::{self, Answer, Answered};
use crate::web::form::Filled;
use crate::web::photo::Sent;
use crate::web::public::visitor::Visit;
use crate::web::reply::{html, secret};
use crate::web::upload::Upload;
use crate::web::{Error, Site};

/// How often somebody says anew how they are introduced. Texts that hold the link to join are refused,
/// which must not become a way to find it out (S-32).
const INTRODUCTIONS: Limit = Limit {
    what: "introductions of one speaker",
    tries: 20,
    within: TimeDelta::hours(1),
};

/// Confirms or declines: for one session, or for all that are still to be answered. A second time says
/// the same.
pub(super) async fn answer(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let filled = Filled::read(&body)?;
    let answer: Answer = filled.text("answer").parse().map_err(|_| Error::NotFound)?;
    let of = match filled.text("part") {
        "" => None,
        id => Some(id.parse().map_err(|_| Error::NotFound)?),
    };
    let mut tx = site.db.begin().await?;
    let own = Own::find(&mut tx, &site, &token).await?;
    if own.is_over {
        return Ok(back(&visit, &token, "late"));
    }
    lineup::prefer(&mut tx, &own.invitee, visit.language).await?;
    let done = lineup::answer(&mut tx, &own.event, &own.invitee, of, answer).await?;
    tx.commit().await?;
    let word = match (done, answer) {
        (Answered::TooLate, _) => "late",
        (Answered::Already, _) => "already",
        (Answered::Done, Answer::Confirm) => "confirmed",
        (Answered::Done, Answer::Decline) => "declined",
    };
    Ok(back(&visit, &token, word))
}

/// Says how they are introduced.
pub(super) async fn describe(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let filled = Filled::read(&body)?;
    let mut tx = site.db.begin().await?;
    let own = Own::find(&mut tx, &site, &token).await?;
    if own.is_over {
        return Ok(back(&visit, &token, "late"));
    }
    if !account::is_allowed(&mut tx, &site.key, INTRODUCTIONS, &token).await? {
        tx.commit().await?;
        return Err(Error::TooMany);
    }
    let words = match form::read(&own, &filled) {
        Ok(words) => words,
        Err(faults) => {
            // The try counts, for it may have been one to find the link out.
            tx.commit().await?;
            let page = page::page(&visit, &own, &token, (&filled, &faults));
            let page = html(site.view.page(&page, visit.language)?);
            return Ok(secret(
                (StatusCode::UNPROCESSABLE_ENTITY, page).into_response(),
            ));
        }
    };
    lineup::prefer(&mut tx, &own.invitee, visit.language).await?;
    lineup::describe(&mut tx, &own.event, &own.invitee, &words).await?;
    tx.commit().await?;
    Ok(back(&visit, &token, "words"))
}

/// Keeps their photo, says otherwise what it shows, or removes it.
pub(super) async fn keep_photo(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    // Nobody without a good link has a picture made.
    Own::find(&mut site.db.read().await?, &site, &token).await?;
    let sent = Sent::read(Upload::read(&headers, body).await?).await;
    let mut tx = site.db.begin().await?;
    let own = Own::find(&mut tx, &site, &token).await?;
    if own.is_over {
        return Ok(back(&visit, &token, "late"));
    }
    let before = own.placed.iter().find_map(|one| one.photo.as_ref());
    let kept = sent.keep(&mut tx, own.event.organisation, before, visit.language);
    let photo = match kept.await? {
        Ok(photo) => photo,
        Err(problem) => {
            let filled = form::of(&own);
            let mut page = page::page(&visit, &own, &token, (&filled, &[]));
            page.photo.problem = Some(visit.locale().text(problem));
            page.form.problems = page.photo.problems();
            let page = html(site.view.page(&page, visit.language)?);
            return Ok(secret(
                (StatusCode::UNPROCESSABLE_ENTITY, page).into_response(),
            ));
        }
    };
    let word = if photo.is_some() {
        "photo"
    } else {
        "photo-gone"
    };
    lineup::set_own_photo(&mut tx, &own.event, &own.invitee, photo).await?;
    tx.commit().await?;
    Ok(back(&visit, &token, word))
}
