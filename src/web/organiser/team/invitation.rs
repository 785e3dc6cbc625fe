//! What whoever was asked in sees. GET shows, POST accepts, once, as the address that was asked and
//! as nobody else (S-7, S-12).

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::account::invitation::{self, Invitation};
use crate::account::{self, Organiser};
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::secret::Token;
use crate::base::text::SingleLine;
use crate::event::{self, facts};
use crate::view::desk::{InvitationNext, InvitationPage};
use crate::view::{Field, Form};
use crate::web::cookies::{self, Purpose};
use crate::web::form::Filled;
use crate::web::organiser::sign_in::{Door, Wish, welcome};
use crate::web::reply::{html, secret, see_other};
use crate::web::{Error, Site};

pub(super) async fn show(
    State(site): State<Arc<Site>>,
    Path(token): Path<String>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let mut tx = site.db.read().await?;
    let invitation = found(&mut tx, &token).await?;
    let inside = inside(&mut tx, &site, &headers).await?;
    let door = Door::at(&site, &wish, &headers);
    let next = next(&mut tx, &door, &invitation, inside.as_ref(), path(&token)).await?;
    page(&mut tx, &door, &invitation, &token, next).await
}

/// Makes whoever was asked in a colleague, and signs a new one in.
pub(super) async fn accept(
    State(site): State<Arc<Site>>,
    Path(token): Path<String>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = site.db.begin().await?;
    let invitation = found(&mut tx, &token).await?;
    let inside = inside(&mut tx, &site, &headers).await?;
    let door = Door::at(&site, &wish, &headers);
    let next = next(&mut tx, &door, &invitation, inside.as_ref(), path(&token)).await?;
    let InvitationNext::Accept { form } = next else {
        let page = page(&mut tx, &door, &invitation, &token, next).await?;
        return Ok((StatusCode::FORBIDDEN, page).into_response());
    };
    if let Some(organiser) = inside {
        if !invitation::accept(&mut tx, &invitation, &organiser).await? {
            return Err(Error::NotFound);
        }
        tx.commit().await?;
        return Ok(secret(see_other("/organise?done=invitation-accepted")));
    }
    let name = SingleLine::clean(filled.text("name"));
    if name.is_empty() {
        let next = InvitationNext::Accept {
            form: missing_name(&door, form),
        };
        let page = page(&mut tx, &door, &invitation, &token, next).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let organiser = account::add(&mut tx, &invitation.email, &name, door.language).await?;
    if !invitation::accept(&mut tx, &invitation, &organiser).await? {
        return Err(Error::NotFound);
    }
    let opened = account::open(&mut tx, organiser.id).await?;
    let token = opened.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(secret(welcome(&site, &token, "/organise")))
}

fn path(token: &str) -> String {
    format!("/organise/invitations/{token}")
}

async fn found(tx: &mut Tx, token: &str) -> Result<Invitation, Error> {
    let found = invitation::find(tx, &Token::from_address(token).hash()).await?;
    found.ok_or(Error::NotFound)
}

/// Who is signed in in this browser.
async fn inside(tx: &mut Tx, site: &Site, headers: &HeaderMap) -> Result<Option<Organiser>, Error> {
    let Some(token) = cookies::read(site, headers, Purpose::SignedIn) else {
        return Ok(None);
    };
    let found = account::find_sign_in(tx, &token).await?;
    Ok(found.map(|sign_in| sign_in.organiser))
}

/// A new address accepts at once, for the link was mailed there; a known one has to sign in, so that
/// the link alone opens nobody's account.
async fn next(
    tx: &mut Tx,
    door: &Door<'_>,
    invitation: &Invitation,
    inside: Option<&Organiser>,
    action: String,
) -> Result<InvitationNext, Error> {
    let is_known = account::by_address(tx, &invitation.email).await?.is_some();
    Ok(match inside {
        Some(organiser) if organiser.email.key() == invitation.email.key() => {
            InvitationNext::Accept {
                form: Form::of(action, Vec::new()),
            }
        }
        Some(organiser) => InvitationNext::SignOut {
            who: organiser.email.to_string(),
        },
        None if is_known => InvitationNext::SignIn {
            href: format!("/sign-in?lang={}&next={action}", door.language),
        },
        None => {
            let name = Field {
                autocomplete: Some("name"),
                ..Field::line("name", door.locale().text("first-name"))
            };
            InvitationNext::Accept {
                form: Form::of(format!("{action}?lang={}", door.language), vec![name]),
            }
        }
    })
}

fn missing_name(door: &Door<'_>, asked: Form) -> Form {
    let words = door.locale().text("first-name-missing");
    let fields = asked.fields.into_iter().map(|field| Field {
        problem: Some(words.clone()),
        ..field
    });
    Form::of(asked.action, fields.collect())
}

async fn page(
    tx: &mut Tx,
    door: &Door<'_>,
    invitation: &Invitation,
    token: &str,
    next: InvitationNext,
) -> Result<Response, Error> {
    let organisation = account::organisation(tx, invitation.organisation_id).await?;
    let event = match invitation.event() {
        Some(event) => event::load(tx, &door.site.key, Id::from_uuid(event)).await?,
        None => None,
    };
    let page = InvitationPage {
        frame: door.frame(&path(token)),
        organisation: organisation.ok_or(Error::NotFound)?.name,
        event: event.map(|event| facts(&event, door.locale()).title),
        role: invitation.role.as_str(),
        email: invitation.email.to_string(),
        next,
    };
    Ok(secret(html(door.site.view.page(&page, door.language)?)))
}
