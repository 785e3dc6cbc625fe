//! How somebody works here: in which language, for which organisation, and until when.

use axum::body::Bytes;
use axum::response::Response;

use super::desk::Desk;
use super::doors::Doors;
use super::sign_in::own_path;
use crate::account;
use crate::web::Error;
use crate::web::cookies::{self, Purpose};
use crate::web::form::Filled;
use crate::web::methods::post;
use crate::web::reply::see_other;

pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .signed_in("/organise/language", post(choose_language))
        .signed_in("/organise/organisation", post(turn))
        .signed_in("/sign-out", post(sign_out))
}

/// Speaks another language from now on.
async fn choose_language(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let language = desk.site.view.language(filled.text("language"));
    let language = language.ok_or(Error::NotFound)?;
    let mut tx = desk.site.db.begin().await?;
    let own = &desk.organiser;
    account::set_profile(&mut tx, own.id, &own.name, language).await?;
    tx.commit().await?;
    Ok(see_other(own_path(filled.text("here"))))
}

/// Turns to another organisation.
async fn turn(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.begin().await?;
    if !account::use_organisation(&mut tx, &desk.sign_in, filled.text("organisation")).await? {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    Ok(see_other("/organise"))
}

/// Ends it in this browser.
async fn sign_out(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    account::sign_out(&mut tx, &desk.sign_in).await?;
    tx.commit().await?;
    Ok(cookies::take(
        &desk.site,
        see_other("/sign-in"),
        Purpose::SignedIn,
    ))
}
