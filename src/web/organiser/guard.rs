//! Who may come in: decided before any handler, so that none can forget it (S-1).

use std::sync::Arc;

use axum::RequestExt;
use axum::extract::{RawPathParams, Request, State};
use axum::http::header::{CACHE_CONTROL, VARY};
use axum::http::{HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::desk::{Desk, Working};
use super::doors::Need;
use super::sign_in;
use crate::account::{self, Role, SignIn};
use crate::base::db::Tx;
use crate::event;
use crate::web::cookies::{self, Purpose};
use crate::web::protection::body::take_in;
use crate::web::{Error, Site};

/// What one door is guarded by.
#[derive(Debug, Clone)]
pub(super) struct Guard {
    pub(super) site: Arc<Site>,
    pub(super) need: Need,
}

/// Lets in whom the door is for, with a [`Desk`] to work at; what comes back is kept by nobody
/// (S-36).
pub(super) async fn admit(
    State(guard): State<Guard>,
    mut request: Request,
    next: Next,
) -> Response {
    let mut response = match guard.desk(&mut request).await {
        Ok(desk) => {
            if let Some(desk) = desk {
                request.extensions_mut().insert(desk);
            }
            match take_in(request).await {
                Ok(request) => next.run(request).await,
                Err(refusal) => refusal,
            }
        }
        Err(Error::SignedOut) if request.method() == Method::GET => {
            sign_in::turn_back(&guard.site, &request)
        }
        Err(error) => error.into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.append(VARY, HeaderValue::from_static("cookie"));
    response
}

impl Guard {
    async fn desk(&self, request: &mut Request) -> Result<Option<Desk>, Error> {
        if self.need == Need::Nothing {
            return Ok(None);
        }
        let token = cookies::read(&self.site, request.headers(), Purpose::SignedIn);
        let token = token.ok_or(Error::SignedOut)?;
        let mut tx = self.site.db.read().await?;
        let found = account::find_sign_in(&mut tx, &token).await?;
        let sign_in = found.ok_or(Error::SignedOut)?;
        let is_stale = sign_in.is_stale(tx.now());
        let working = self.working(&mut tx, sign_in, request).await?;
        let others = account::organisations_of(&mut tx, working.sign_in.organiser.id).await?;
        drop(tx);
        if is_stale {
            let mut tx = self.site.db.begin().await?;
            account::touch(&mut tx, working.sign_in.id).await?;
            tx.commit().await?;
        }
        let site = Arc::clone(&self.site);
        Ok(Some(Desk::new(site, working, others, request.uri())))
    }

    async fn working(
        &self,
        tx: &mut Tx,
        sign_in: SignIn,
        request: &mut Request,
    ) -> Result<Working, Error> {
        let organiser = sign_in.organiser.id;
        if let Need::ForEvent(needed) = self.need {
            let slug = named(request).await?;
            let found = event::access(tx, organiser, &slug).await?;
            let access = found.ok_or(Error::NotFound)?;
            enough(access.role, needed)?;
            return Ok(Working {
                role_in_all: account::role_in(tx, organiser, access.organisation.id).await?,
                organisation: access.organisation,
                role: Some(access.role),
                event: Some(access.event),
                sign_in,
            });
        }
        let role = account::role_in(tx, organiser, sign_in.organisation.id).await?;
        if let Need::InOrganisation(needed) = self.need {
            enough(role.ok_or(Error::Forbidden)?, needed)?;
        }
        Ok(Working {
            organisation: sign_in.organisation.clone(),
            role,
            role_in_all: role,
            event: None,
            sign_in,
        })
    }
}

fn enough(role: Role, needed: Role) -> Result<(), Error> {
    if role >= needed {
        Ok(())
    } else {
        Err(Error::Forbidden)
    }
}

/// The event's slug in the address.
async fn named(request: &mut Request) -> Result<event::Slug, Error> {
    let parameters = request.extract_parts::<RawPathParams>().await;
    let parameters = parameters.map_err(|_| Error::NotFound)?;
    let slug = parameters.iter().find(|(name, _)| *name == "event");
    let (_, slug) = slug.ok_or(Error::NotFound)?;
    slug.parse().map_err(|_| Error::NotFound)
}
