//! Another address for a sensitive event, which nobody can guess (P-10).

use axum::response::Response;

use crate::event::{self, EventState};
use crate::registration::headcount;
use crate::view::desk::{AddressPage, EventTab};
use crate::web::Error;
use crate::web::organiser::Desk;
use crate::web::organiser::desk::tab_path;

/// What a new address means to those who know the old one.
pub async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let people = headcount(&mut tx, event.id).await?;
    let path = tab_path(&event, EventTab::Overview);
    let page = AddressPage {
        frame: desk.event_frame(&event, EventTab::Overview),
        address: desk
            .site
            .address(&format!("/events/{}", event.details.slug)),
        is_public: event.state != EventState::Draft,
        concerned: people.concerned(),
        action: event.is_sensitive().then(|| format!("{path}/address")),
    };
    desk.html(&page)
}

/// Gives it one; the old one leads nowhere from now on.
pub async fn renew(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    if !event.is_sensitive() {
        return Err(Error::NotFound);
    }
    let slug = event::readdress(&mut tx, &event, &desk.actor()).await?;
    let slug = slug.ok_or(Error::Busy)?;
    tx.commit().await?;
    Ok(desk.done(&format!("/organise/events/{slug}"), "event-readdressed"))
}
