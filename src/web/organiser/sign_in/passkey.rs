//! A passkey, for those who have added one. The script of the page asks for a challenge, has the browser
//! answer it and sends the answer as a form.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};

use super::{Door, Wish, ask, welcome};
use crate::account;
use crate::account::passkey::{self, Challenge, RelyingParty};
use crate::view::desk::ByPasskey;
use crate::web::client::Client;
use crate::web::cookies::{self, Purpose};
use crate::web::form::Filled;
use crate::web::{Error, Site};

const PATH: &str = "/sign-in/passkey";

/// What the browser is to be asked: any passkey for this site, whoever wants to sign in (S-9).
pub(super) async fn challenge(
    State(site): State<Arc<Site>>,
    client: Client,
) -> Result<Response, Error> {
    let party = party(&site)?;
    let mut tx = site.db.begin().await?;
    let asked = passkey::begin_signing_in(&mut tx, &site.key, &party, &client.place).await?;
    tx.commit().await?;
    Ok(handed_out(&site, &asked.ok_or(Error::TooMany)?))
}

/// Signs in whose device has answered. One answer for every way of being wrong (S-9).
pub(super) async fn submit(
    State(site): State<Arc<Site>>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let (door, party) = (Door::at(&site, &wish, &headers), party(&site)?);
    let Some(browser) = cookies::read(&site, &headers, Purpose::Passkey) else {
        return refused(&door);
    };
    let mut tx = site.db.begin().await?;
    let opened = passkey::sign_in(&mut tx, &party, &browser, filled.text("answer")).await?;
    if let Some(token) = &opened {
        account::keep_language(&mut tx, token, door.language).await?;
    }
    tx.commit().await?;
    let answer = match opened {
        Some(token) => welcome(&site, &token, door.next),
        None => refused(&door)?,
    };
    Ok(cookies::take(&site, answer, Purpose::Passkey))
}

fn refused(door: &Door<'_>) -> Result<Response, Error> {
    ask::instead(door, door.locale().text("sign-in-passkey-wrong"))
}

/// What the page needs to offer it; none where browsers make no passkeys for this site.
pub(super) fn offer(door: &Door<'_>) -> Option<ByPasskey> {
    party(door.site).ok().map(|_| ByPasskey {
        challenge: format!("{PATH}/challenge"),
        action: door.path(PATH),
    })
}

/// This site, as passkeys know it.
///
/// # Errors
/// 404 where browsers make none for it.
pub(in crate::web::organiser) fn party(site: &Site) -> Result<RelyingParty, Error> {
    RelyingParty::of(&site.base_url, &site.name.get()).ok_or(Error::NotFound)
}

/// What the browser is to be asked, and the cookie by which its answer is known.
pub(in crate::web::organiser) fn handed_out(site: &Site, challenge: &Challenge) -> Response {
    let json = HeaderValue::from_static("application/json");
    let response = ([(CONTENT_TYPE, json)], challenge.options.clone()).into_response();
    cookies::give(site, response, Purpose::Passkey, &challenge.browser)
}
