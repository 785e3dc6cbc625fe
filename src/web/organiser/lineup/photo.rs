//! The photo of somebody as of this event.

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::Response;

use super::super::desk::Desk;
use super::placing::{placed, with_photo_problem};
use super::{back_to, wake};
use crate::event::lineup;
use crate::web::Error;
use crate::web::photo::Sent;
use crate::web::reply::see_other;
use crate::web::upload::Upload;

/// Keeps the photo that was sent, or says otherwise what it shows, or removes it.
pub(super) async fn keep(
    desk: Desk,
    Path((_, appearance)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Error> {
    let sent = Sent::read(Upload::read(&headers, body).await?).await;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let placed = placed(&mut tx, &event, &appearance).await?;
    let before = placed.photo.as_ref();
    let kept = sent.keep(&mut tx, event.organisation, before, desk.language());
    let photo = match kept.await? {
        Ok(photo) => photo,
        Err(problem) => return with_photo_problem(&desk, &event, &placed, problem),
    };
    let shown = photo.as_ref().map(|(picture, about)| (*picture, about));
    lineup::set_photo(&mut tx, &event, &desk.actor(), &placed, shown).await?;
    tx.commit().await?;
    wake(&desk);
    Ok(see_other(&back_to(&event, placed.session, "lineup-photo")))
}
