use axum::body::Bytes;
use axum::response::Response;

use crate::base::clock::Instant;
use crate::trash::{self, Trashed};
use crate::view::Words;
use crate::view::desk::{TrashPage, TrashRow};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::Desk;

/// What can be brought back.
pub(super) async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let trashed = trash::of_organisation(&mut tx, desk.organisation.id).await?;
    let now = tx.now();
    desk.html(&TrashPage {
        frame: desk.frame("trash"),
        events: trashed.iter().map(|event| row(&desk, event, now)).collect(),
    })
}

/// Brings one back as it was.
pub(super) async fn restore(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let event = filled.text("event").parse().map_err(|_| Error::NotFound)?;
    let mut tx = desk.site.db.begin().await?;
    let organisation = desk.organisation.id;
    let restored = trash::restore(&mut tx, organisation, event, &desk.actor()).await?;
    restored.ok_or(Error::NotFound)?;
    tx.commit().await?;
    desk.site.worker.notify_one();
    Ok(desk.done("/organise", "event-restored"))
}

fn row(desk: &Desk, event: &Trashed, now: Instant) -> TrashRow {
    let order = event.details.text_order();
    let title = Words::pick(&event.details.title, desk.locale(), &order);
    TrashRow {
        id: event.id.to_string(),
        title: title.unwrap_or_else(|| Words::plain(event.slug.to_string())),
        state: event.state.as_str(),
        thrown_at: desk.locale().moment(&event.details.zone, event.trashed_at),
        days_left: (event.ends_at() - now).num_days().max(0),
    }
}
