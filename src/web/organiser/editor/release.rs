//! Letting the link go by hand (F-1).

use axum::response::Response;

use super::pages::Part;
use super::place::page_path;
use crate::event::{self, Event, EventState};
use crate::registration::headcount;
use crate::view::desk::{EventTab, ReleasePage};
use crate::web::Error;
use crate::web::organiser::Desk;
use crate::web::organiser::desk::tab_path;

/// Who would get it.
pub async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let people = headcount(&mut tx, event.id).await?;
    let path = tab_path(&event, EventTab::Overview);
    let page = ReleasePage {
        frame: desk.event_frame(&event, EventTab::Overview),
        online: people.online,
        is_missing: !knows_link(&event),
        meeting: page_path(&event, Part::Meeting),
        action: can_release(&event).then(|| format!("{path}/release")),
    };
    desk.html(&page)
}

/// Lets it go.
pub async fn release(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let path = tab_path(&event, EventTab::Overview);
    if !event::release(&mut tx, &event, &desk.actor()).await? {
        return Ok(desk.done(&path, "not-released"));
    }
    let people = headcount(&mut tx, event.id).await?;
    tx.commit().await?;
    desk.site.worker.notify_one();
    let online = usize::try_from(people.online).unwrap_or_default();
    Ok(desk.done_counting(&path, "link-released", online))
}

fn can_release(event: &Event) -> bool {
    let is_public = event.state == EventState::Published;
    is_public && event.has_manual_release() && event.released_at.is_none()
}

fn knows_link(event: &Event) -> bool {
    event
        .sessions()
        .all(|of| event.way_to(of.session).is_some())
}
