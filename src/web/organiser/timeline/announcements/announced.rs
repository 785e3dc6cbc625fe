//! An announcement that was handed in.

use std::sync::Arc;

use axum::extract::{Path, Query};
use axum::response::Response;

use super::super::{base, framing, letter};
use super::draft::Asked;
use super::{asked_language, previews, progress, row, words};
use crate::base::db::Tx;
use crate::event::Event;
use crate::event::announcement::{self, Announced, Stopped};
use crate::view::desk::EventTab;
use crate::view::desk::timeline::AnnouncementPage;
use crate::web::Error;
use crate::web::organiser::Desk;

/// The announcement of `event` that the address names (S-2).
async fn known(tx: &mut Tx, event: &Event, id: &str) -> Result<Announced, Error> {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let found = announcement::find(tx, event.id, id).await?;
    found.ok_or(Error::NotFound)
}

pub(super) async fn show(
    desk: Desk,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let announced = known(&mut tx, &event, &id).await?;
    let progress = progress(&mut tx, &event, &announced).await?;
    let now = tx.now();
    let row = row(&desk, &event, &announced, progress, now);
    let here = row.href.clone();
    let rest_at = announced.rest_at.filter(|rest_at| now < *rest_at);
    framing(
        &desk,
        &AnnouncementPage {
            frame: desk.event_frame(&event, EventTab::Mail),
            rest_at: rest_at.map(|at| desk.locale().moment(&event.details.zone, at)),
            waiting: progress.waiting,
            may_stop: matches!(row.standing, "waits" | "begun"),
            messages: format!("{}/messages?kind={}", base(&event), announced.said.kind),
            previews: previews(&desk, &event, &announced.said, &here, now)?,
            base: base(&event),
            row,
            here,
        },
    )
}

pub(super) async fn html(
    desk: Desk,
    Path((_, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let announced = known(&mut tx, &event, &id).await?;
    let language = asked_language(&desk, &event, &asked.language);
    let event = Arc::new(event);
    Ok(letter(words(
        &desk,
        &event,
        &announced.said,
        &language,
        tx.now(),
    )?))
}

/// Keeps back whatever of it has not left.
pub(super) async fn stop(
    desk: Desk,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let announced = known(&mut tx, &event, &id).await?;
    let path = format!("{}/announcements/{}", base(&event), announced.id);
    match announcement::stop(&mut tx, &event, announced.id, &desk.actor()).await? {
        Stopped::KeptBack(mails) => {
            tx.commit().await?;
            let mails = usize::try_from(mails).unwrap_or(usize::MAX);
            Ok(desk.done_counting(&path, "announcement-stopped", mails))
        }
        Stopped::Before(_) | Stopped::Over => Ok(desk.done(&path, "announcement-over")),
        Stopped::Unknown => Err(Error::NotFound),
    }
}
