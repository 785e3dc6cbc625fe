//! Other systems that are told what happens: made, tried, switched off, given another secret, removed (S-29).

mod form;
mod page;

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::desk::Desk;
use super::doors::Doors;
use super::latest::LatestEvents;
use crate::account::Role;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::view::desk::{MadeSecret, WebhooksPage};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::methods::{AndPost, get, post};
use crate::web::reply::{secret, see_other};
use crate::webhook::{self, OffBecause, Test};
use form::{form, wish};
use page::page;

const PATH: &str = "/organise/webhooks";

pub(super) fn doors(doors: Doors) -> Doors {
    let of_owners = |doors: Doors, path, methods| doors.of_organisation(Role::Owner, path, methods);
    let doors = of_owners(doors, PATH, get(show).and_post(make));
    let doors = of_owners(doors, "/organise/webhooks/{webhook}/test", post(test));
    let doors = of_owners(doors, "/organise/webhooks/{webhook}/on", post(switch_on));
    let doors = of_owners(doors, "/organise/webhooks/{webhook}/off", post(switch_off));
    let doors = of_owners(doors, "/organise/webhooks/{webhook}/secret", post(renew));
    of_owners(doors, "/organise/webhooks/{webhook}/remove", post(remove))
}

/// Those there are with what they were told last, and a form that makes one.
async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let events = LatestEvents::of(&desk, &mut tx).await?;
    let form = form(&desk, &Filled::default(), &events, &[]);
    desk.html(&page(&desk, &mut tx, &events, form).await?)
}

/// Makes one. Its secret is in the answer alone, as a token's is.
async fn make(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    if !desk.is_fresh() {
        return Ok(see_other(&desk.sign_in_again(PATH)));
    }
    let mut tx = desk.site.db.begin().await?;
    let events = LatestEvents::of(&desk, &mut tx).await?;
    let wish = match wish(&desk, &mut tx, &filled, &events).await? {
        Ok(wish) => wish,
        Err(flaws) => {
            let form = form(&desk, &filled, &events, &flaws);
            let page = page(&desk, &mut tx, &events, form).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.html(&page)?).into_response());
        }
    };
    let whose = (desk.organisation.id, desk.organiser.id);
    let (made, key) = webhook::make(&mut tx, &desk.site.key, whose, wish).await?;
    let made = MadeSecret {
        address: made.address,
        secret: key.reveal(),
    };
    told_once(&desk, tx, &events, made).await
}

/// Gives one another secret, which is in the answer alone.
async fn renew(desk: Desk, Path(id): Path<Uuid>) -> Result<Response, Error> {
    if !desk.is_fresh() {
        return Ok(see_other(&desk.sign_in_again(PATH)));
    }
    let mut tx = desk.site.db.begin().await?;
    let events = LatestEvents::of(&desk, &mut tx).await?;
    let (own, id, key) = (desk.organisation.id, Id::from_uuid(id), &desk.site.key);
    let renewed = webhook::renew_secret(&mut tx, key, own, id, &desk.actor()).await?;
    let (address, key) = renewed.ok_or(Error::NotFound)?;
    let made = MadeSecret {
        address,
        secret: key.reveal(),
    };
    told_once(&desk, tx, &events, made).await
}

async fn told_once(
    desk: &Desk,
    mut tx: Tx,
    events: &LatestEvents,
    made: MadeSecret,
) -> Result<Response, Error> {
    let form = form(desk, &Filled::default(), events, &[]);
    let page = WebhooksPage {
        made: Some(made),
        ..page(desk, &mut tx, events, form).await?
    };
    tx.commit().await?;
    Ok(secret(desk.html(&page)?))
}

/// Owes one a message that tells of nothing, unless the one before waits still.
async fn test(desk: Desk, Path(id): Path<Uuid>) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    match webhook::send_test(&mut tx, desk.organisation.id, Id::from_uuid(id)).await? {
        Test::Owed => finish(&desk, tx, true, "webhook-tested").await,
        Test::IsWaiting => Ok(desk.done(PATH, "webhook-test-waits")),
        Test::Nowhere => Err(Error::NotFound),
    }
}

async fn switch_on(desk: Desk, Path(id): Path<Uuid>) -> Result<Response, Error> {
    if !desk.is_fresh() {
        return Ok(see_other(&desk.sign_in_again(PATH)));
    }
    let mut tx = desk.site.db.begin().await?;
    let who = (desk.organisation.id, desk.organiser.id);
    let is_on = webhook::switch_on(&mut tx, who, Id::from_uuid(id)).await?;
    finish(&desk, tx, is_on, "webhook-on").await
}

async fn switch_off(desk: Desk, Path(id): Path<Uuid>) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let (own, id, because) = (desk.organisation.id, Id::from_uuid(id), OffBecause::Owner);
    let is_off = webhook::switch_off(&mut tx, own, id, &desk.actor(), because).await?;
    finish(&desk, tx, is_off, "webhook-off").await
}

async fn remove(desk: Desk, Path(id): Path<Uuid>) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let (own, id) = (desk.organisation.id, Id::from_uuid(id));
    let is_gone = webhook::remove(&mut tx, own, id, &desk.actor()).await?;
    finish(&desk, tx, is_gone, "webhook-removed").await
}

/// Keeps what was done, and wakes the worker; 404 where there was nothing to do it to.
async fn finish(desk: &Desk, tx: Tx, was_there: bool, done: &str) -> Result<Response, Error> {
    if !was_there {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    desk.site.worker.notify_one();
    Ok(desk.done(PATH, done))
}
