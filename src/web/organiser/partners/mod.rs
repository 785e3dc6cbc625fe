//! The links by which partners invite people to an event (F-13): made, limited, revoked; and each partner's own view,
//! opened and closed.

mod form;
mod page;

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::desk::Desk;
use super::doors::Doors;
use crate::account::Role;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::Event;
use crate::event::partner::{self, MOST, PartnerLink};
use crate::view::desk::{OpenedView, PartnersPage};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::methods::{AndPost, get, post};
use crate::web::reply::{secret, see_other};
use form::{form, quota, wish};
use page::page;

/// A link by its place in the address.
type Named = Path<(String, Uuid)>;

pub(super) fn doors(doors: Doors) -> Doors {
    let of_organisers =
        |doors: Doors, path, methods| doors.of_event(Role::Organiser, path, methods);
    let of_link = |doors: Doors, path, methods| of_organisers(doors, path, methods);
    let doors = of_organisers(
        doors,
        "/organise/events/{event}/partners",
        get(show).and_post(make),
    );
    let doors = of_link(
        doors,
        "/organise/events/{event}/partners/{link}/quota",
        post(change_quota),
    );
    let doors = of_link(
        doors,
        "/organise/events/{event}/partners/{link}/revoke",
        post(revoke),
    );
    let doors = of_link(
        doors,
        "/organise/events/{event}/partners/{link}/view",
        post(open_view),
    );
    of_link(
        doors,
        "/organise/events/{event}/partners/{link}/view/close",
        post(close_view),
    )
}

/// Those there are with how many came by each, and a form that makes one.
async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let form = form(&desk, &event, &Filled::default(), &[]);
    desk.html(&page(&desk, &mut tx, &event, form, None).await?)
}

async fn make(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let there_are = partner::of_event(&mut tx, event.id).await?.len();
    let wish = match wish(&event, &filled, there_are < MOST) {
        Ok(wish) => wish,
        Err(flaws) => {
            let form = form(&desk, &event, &filled, &flaws);
            let page = page(&desk, &mut tx, &event, form, None).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.html(&page)?).into_response());
        }
    };
    partner::make(&mut tx, &event, wish, &desk.actor()).await?;
    finish(&desk, tx, &event, true, "partner-made").await
}

async fn change_quota(desk: Desk, Path((_, link)): Named, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let link: Id<PartnerLink> = Id::from_uuid(link);
    let Ok(quota) = quota(&filled) else {
        let form = form(&desk, &event, &Filled::default(), &[]);
        let wrong = Some((link, filled.text("quota")));
        let page = page(&desk, &mut tx, &event, form, wrong).await?;
        if !page.is_wrong {
            return Err(Error::NotFound);
        }
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.html(&page)?).into_response());
    };
    let is_done = partner::change_quota(&mut tx, &event, link, quota, &desk.actor()).await?;
    finish(&desk, tx, &event, is_done, "partner-changed").await
}

async fn revoke(desk: Desk, Path((_, link)): Named) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let is_done = partner::revoke(&mut tx, &event, Id::from_uuid(link), &desk.actor()).await?;
    finish(&desk, tx, &event, is_done, "partner-revoked").await
}

/// Makes the address of the partner's own view, which is in the answer alone. People outside are told who came by it:
/// whoever makes it has just proven who they are.
async fn open_view(desk: Desk, Path((_, link)): Named) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    if !desk.is_fresh() {
        return Ok(see_other(&desk.sign_in_again(&path(&event))));
    }
    let link: Id<PartnerLink> = Id::from_uuid(link);
    let token = partner::open_view(&mut tx, &event, link, &desk.actor()).await?;
    let token = token.ok_or(Error::NotFound)?;
    let form = form(&desk, &event, &Filled::default(), &[]);
    let page = page(&desk, &mut tx, &event, form, None).await?;
    let language = &event.details.page_languages()[0];
    let language = desk.site.view.locale(language).language();
    let own = format!("/{language}/partners/{}", token.as_str());
    let page = PartnersPage {
        opened: Some(OpenedView {
            link: link.to_string(),
            address: desk.site.address(&own),
        }),
        ..page
    };
    tx.commit().await?;
    Ok(secret(desk.html(&page)?))
}

async fn close_view(desk: Desk, Path((_, link)): Named) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let is_done = partner::close_view(&mut tx, &event, Id::from_uuid(link), &desk.actor()).await?;
    finish(&desk, tx, &event, is_done, "partner-view-closed").await
}

/// Keeps what was done; 404 where there was nothing to do it to.
async fn finish(
    desk: &Desk,
    tx: Tx,
    event: &Event,
    was_there: bool,
    done: &str,
) -> Result<Response, Error> {
    if !was_there {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    Ok(desk.done(&path(event), done))
}

/// The address of the page.
fn path(event: &Event) -> String {
    format!("/organise/events/{}/partners", event.details.slug)
}
