//! The run of an event on paper.

use axum::response::Response;

use super::super::desk::Desk;
use crate::event::lineup;
use crate::view::Frame;
use crate::web::Error;
use crate::web::sheet::{Sheet, sheet};

/// The run-sheet for those who run the event.
pub(super) async fn run(desk: Desk) -> Result<Response, Error> {
    show(desk, Sheet::Run).await
}

/// The sheet of the interpreters.
pub(super) async fn interpreters(desk: Desk) -> Result<Response, Error> {
    show(desk, Sheet::Interpreters).await
}

async fn show(desk: Desk, which: Sheet) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let people = lineup::of_event(&mut tx, event.id).await?;
    let view = &desk.site.view;
    let frame = Frame::new(view, desk.language(), &desk.organisation.name, "/").private();
    let back = super::path(&event, "");
    let now = tx.now();
    desk.html(&sheet(
        &event,
        &people,
        desk.locale(),
        (frame, back),
        which,
        now,
    ))
}
