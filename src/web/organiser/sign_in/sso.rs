//! By the word of an identity provider. A button posts; the page that comes leads there, since a form may lead
//! to ourselves alone (S-16); the browser comes back to an address of ours, which does something only for the
//! browser that left, by its cookie.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::header::{HeaderName, HeaderValue};
use axum::http::{HeaderMap, Method};
use axum::response::Response;
use serde::Deserialize;

use super::{Door, Wish, ask, own_path, welcome};
use crate::account::identity::{self, Admitted, Begun, Provider, Request, Vouched};
use crate::account::{self, Organiser, SignIn, find_sign_in, sign_out_elsewhere};
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::view::desk::{BySso, LeavingPage};
use crate::web::client::Client;
use crate::web::cookies::{self, Purpose};
use crate::web::reply::{html, secret, see_other};
use crate::web::{Error, Site};

const PATH: &str = "/sign-in/oidc";
/// Where the provider sends browsers back to: registered there.
const BACK: &str = "/sign-in/oidc/callback";
const ACCOUNT: &str = "/organise/account";
const REFRESH: HeaderName = HeaderName::from_static("refresh");

/// With what a browser comes back (RFC 6749 section 4.1.2; RFC 9207).
#[derive(Default, Deserialize)]
pub(super) struct Brought {
    #[serde(default)]
    code: String,
    #[serde(default)]
    state: String,
    iss: Option<String>,
}

/// What the page needs to offer it; none where the operator has named no provider, or where somebody has to
/// prove anew who they are: the provider says so to whoever sits at a browser that is signed in there.
pub(super) fn offer(door: &Door<'_>) -> Option<BySso> {
    let provider = door.site.sso.as_ref().filter(|_| !door.is_again);
    provider.map(|provider| BySso {
        action: door.path(PATH),
        provider: provider.name().to_owned(),
    })
}

/// Sends somebody to the provider who wants to sign in.
pub(super) async fn begin(
    State(site): State<Arc<Site>>,
    client: Client,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
    _body: Bytes,
) -> Result<Response, Error> {
    let door = Door::at(&site, &wish, &headers);
    if door.is_again {
        return Err(Error::NotFound);
    }
    send(&door, None, &client.place).await
}

/// Sends a browser to the provider, for somebody who wants to sign in, or for an organiser who wants to be
/// known by what it says.
pub(in crate::web::organiser) async fn send(
    door: &Door<'_>,
    organiser: Option<Id<Organiser>>,
    place: &str,
) -> Result<Response, Error> {
    let site = door.site;
    let provider = site.sso.as_ref().ok_or(Error::NotFound)?;
    let mut tx = site.db.begin().await?;
    let may_begin = identity::may_begin(&mut tx, &site.key, place).await?;
    tx.commit().await?;
    if !may_begin {
        return Err(Error::TooMany);
    }
    let now = site.db.clock().now();
    let begun = match provider
        .begin(site.db.chance(), now, &site.address(BACK))
        .await
    {
        Ok(begun) => begun,
        Err(error) => {
            tracing::warn!(%error, "the identity provider cannot be asked");
            return refused(door, provider, "sign-in-sso-failed");
        }
    };
    let wish = identity::Wish {
        next: door.next.to_owned(),
        language: door.language.to_string(),
    };
    let mut tx = site.db.begin().await?;
    let browser = identity::keep(&mut tx, &site.key, organiser, &begun, wish).await?;
    tx.commit().await?;
    let response = leaving(door, provider, &begun)?;
    Ok(cookies::give(site, response, Purpose::Sso, &browser))
}

/// The browser is back. Does nothing without its cookie, nor for who only looks whether there is a page.
pub(super) async fn back(
    State(site): State<Arc<Site>>,
    method: Method,
    Query(brought): Query<Brought>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let provider = site.sso.as_ref().ok_or(Error::NotFound)?;
    let request = match cookies::read(&site, &headers, Purpose::Sso) {
        Some(browser) if method == Method::GET => {
            let mut tx = site.db.begin().await?;
            let taken = identity::take(&mut tx, &site.key, &browser, &brought.state).await?;
            tx.commit().await?;
            taken
        }
        _ => None,
    };
    let wish = request.as_ref().map(wish_of).unwrap_or_default();
    let door = Door::at(&site, &wish, &headers);
    let Some(request) = request else {
        return refused(&door, provider, "sign-in-sso-failed");
    };
    let answer = match vouched(&site, provider, &brought, &request).await {
        Some(vouched) => match request.organiser {
            Some(organiser) => connect(&door, &headers, organiser, &vouched).await?,
            None => sign_in(&door, provider, &vouched).await?,
        },
        None => refused(&door, provider, "sign-in-sso-failed")?,
    };
    Ok(secret(cookies::take(&site, answer, Purpose::Sso)))
}

async fn vouched(
    site: &Site,
    provider: &Provider,
    brought: &Brought,
    request: &Request,
) -> Option<Vouched> {
    let now = site.db.clock().now();
    let is_ours = |iss: &String| iss == provider.issuer();
    if brought.code.is_empty() || !brought.iss.as_ref().is_none_or(is_ours) {
        return None;
    }
    let redeemed =
        identity::redeem(provider, now, &site.address(BACK), &brought.code, request).await;
    redeemed
        .inspect_err(|error| tracing::warn!(%error, "the identity provider's word was refused"))
        .ok()
}

async fn sign_in(
    door: &Door<'_>,
    provider: &Provider,
    vouched: &Vouched,
) -> Result<Response, Error> {
    let mut tx = door.site.db.begin().await?;
    match identity::sign_in(&mut tx, vouched).await? {
        Admitted::In(token) => {
            account::keep_language(&mut tx, &token, door.language).await?;
            tx.commit().await?;
            Ok(welcome(door.site, &token, door.next))
        }
        Admitted::ProofNeeded => refused(door, provider, "sign-in-sso-proof"),
        Admitted::Nobody => refused(door, provider, "sign-in-sso-nobody"),
    }
}

/// The browser has to be signed in as whoever left with it, who has to have proven that just before. Signs
/// every other browser out.
async fn connect(
    door: &Door<'_>,
    headers: &HeaderMap,
    organiser: Id<Organiser>,
    vouched: &Vouched,
) -> Result<Response, Error> {
    let mut tx = door.site.db.begin().await?;
    let now = tx.now();
    let signed_in = signed_in(&mut tx, door.site, headers).await?;
    let is_theirs = |signed_in: &SignIn| signed_in.organiser.id == organiser;
    let Some(sign_in) = signed_in.filter(|found| is_theirs(found) && found.is_fresh(now)) else {
        return Ok(see_other(&super::again(door.language, ACCOUNT)));
    };
    if !identity::connect(&mut tx, organiser, vouched).await? {
        return Ok(see_other(&format!("{ACCOUNT}?done=sso-taken")));
    }
    sign_out_elsewhere(&mut tx, &sign_in).await?;
    tx.commit().await?;
    Ok(see_other(&format!("{ACCOUNT}?done=sso-connected")))
}

async fn signed_in(tx: &mut Tx, site: &Site, headers: &HeaderMap) -> Result<Option<SignIn>, Error> {
    let Some(token) = cookies::read(site, headers, Purpose::SignedIn) else {
        return Ok(None);
    };
    Ok(find_sign_in(tx, &token).await?)
}

/// The page from which the browser goes on by itself.
fn leaving(door: &Door<'_>, provider: &Provider, begun: &Begun) -> Result<Response, Error> {
    let page = LeavingPage {
        frame: door.frame(ask::PATH),
        address: begun.address.to_string(),
        provider: provider.name().to_owned(),
    };
    let mut response = secret(html(door.site.view.page(&page, door.language)?));
    if let Ok(refresh) = HeaderValue::from_str(&format!("0; url={}", begun.address)) {
        response.headers_mut().insert(REFRESH, refresh);
    }
    Ok(response)
}

fn refused(door: &Door<'_>, provider: &Provider, problem: &str) -> Result<Response, Error> {
    ask::instead(
        door,
        door.locale()
            .text_with(problem, &[("provider", provider.name())]),
    )
}

/// What the page says that the browser comes back to.
fn wish_of(request: &Request) -> Wish {
    Wish {
        lang: Some(request.wish.language.clone()),
        next: Some(own_path(&request.wish.next).to_owned()),
        again: None,
    }
}
