//! The logo of a host (S-21): shown on the event's page beside its name.

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::change::open;
use super::pages::Part;
use super::place::{NEW, Place};
use crate::base::db::Tx;
use crate::event::picture::{self, Crop, Prepared, Size};
use crate::event::{Event, logo};
use crate::view::desk::{EditPage, LogoPart};
use crate::web::Error;
use crate::web::organiser::Desk;
use crate::web::photo::refusal;
use crate::web::upload::Upload;

/// Keeps the logo that was sent, or removes it.
pub async fn keep(
    desk: Desk,
    Path((_, key)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Error> {
    let upload = Upload::read(&headers, body).await?;
    let is_gone = upload.filled.text("remove") == "yes";
    let prepared = match upload.file {
        _ if is_gone => Ok(None),
        None => Err("photo-problem-missing"),
        Some(file) => Prepared::of(file, Crop::Whole)
            .await
            .map(Some)
            .map_err(refusal),
    };
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let place = Place::of(&desk, &event, Part::Hosts.as_str(), Some(&key))?;
    let index = place.index.filter(|_| key != NEW).ok_or(Error::NotFound)?;
    let picture = match prepared {
        Err(problem) => return refused(&mut tx, &desk, &event, &place, problem).await,
        Ok(None) => None,
        Ok(Some(prepared)) => Some(picture::keep(&mut tx, event.organisation, &prepared).await?),
    };
    let key = event.details.host_key(index);
    if !logo::set(&mut tx, &event, &key, picture, &desk.actor()).await? {
        return Err(Error::Busy);
    }
    tx.commit().await?;
    let said = if is_gone { "logo-removed" } else { "logo-kept" };
    Ok(desk.done(&place.path(&event), said))
}

/// The logo that the page shows, where it is about a host that there is.
pub async fn part(tx: &mut Tx, event: &Event, place: &Place) -> Result<Option<LogoPart>, Error> {
    let index = place
        .index
        .filter(|_| place.part == Part::Hosts && place.key.as_deref() != Some(NEW));
    let Some(index) = index else {
        return Ok(None);
    };
    let logos = logo::of_event(tx, event.id).await?;
    Ok(Some(LogoPart {
        action: format!("{}/logo", place.path(event)),
        path: logos.path(&event.details.host_key(index), Size::Small),
        is_hidden: event.is_sensitive(),
        problem: None,
    }))
}

async fn refused(
    tx: &mut Tx,
    desk: &Desk,
    event: &Event,
    place: &Place,
    problem: &str,
) -> Result<Response, Error> {
    let part = part(tx, event, place).await?;
    let problem = Some(desk.locale().text(problem));
    let page = EditPage {
        logo: part.map(|part| LogoPart { problem, ..part }),
        ..open(desk, event, place)
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.html(&page)?).into_response())
}
