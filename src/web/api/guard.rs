//! Which program may do what: decided before any handler, so that none can forget it (S-1, S-4).

use std::sync::Arc;

use axum::RequestExt;
use axum::extract::{RawPathParams, Request, State};
use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, VARY};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;

use super::caller::Caller;
use super::doors::{Need, Operation};
use super::field_error::FieldError;
use super::problem::{Problem, Trouble};
use crate::account::api_token::{self, Access, ApiToken};
use crate::account::{Limit, is_allowed};
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::secret::Token;
use crate::event::file::Sort;
use crate::event::{self, Event};
use crate::web::Site;
use crate::web::protection::body::take_in;
use crate::web::reply::no_store;

/// How much a program may ask for, on all nodes together.
const REQUESTS: Limit = Limit {
    what: "api requests",
    tries: 600,
    within: TimeDelta::minutes(1),
};

/// What one operation is guarded by.
#[derive(Debug, Clone)]
pub(super) struct Guard {
    pub(super) site: Arc<Site>,
    pub(super) operation: Operation,
}

/// Lets in whose token is for it, as a [`Caller`]; what comes back is kept by nobody (S-36).
pub(super) async fn admit(
    State(guard): State<Guard>,
    mut request: Request,
    next: Next,
) -> Response {
    let response = match guard.caller(&mut request).await {
        Ok(caller) => {
            request.extensions_mut().insert(caller);
            match take_in(request).await {
                Ok(request) => next.run(request).await,
                Err(refusal) => refusal,
            }
        }
        Err(problem) => problem.into_response(),
    };
    let mut response = no_store(response);
    response.headers_mut().append(VARY, AUTHORIZATION.into());
    response
}

impl Guard {
    async fn caller(&self, request: &mut Request) -> Result<Caller, Problem> {
        let secret = bearer(request.headers()).ok_or(Trouble::Unauthorised)?;
        let mut tx = self.site.db.read().await?;
        let found = api_token::find(&mut tx, &secret).await?;
        let token = found.ok_or(Trouble::Unauthorised)?;
        let event = self.in_scope(&mut tx, &token, request).await?;
        drop(tx);
        self.count(&token).await?;
        let event = event.ok_or(Trouble::NotFound)?;
        holds_no_nul(request.uri().query().unwrap_or_default())?;
        let site = Arc::clone(&self.site);
        Ok(Caller::new(site, token, event, request.headers()))
    }

    /// The event that it is about, where it is about one; none at all where the token is not for it.
    async fn in_scope(
        &self,
        tx: &mut Tx,
        token: &ApiToken,
        request: &mut Request,
    ) -> Result<Option<Option<Id<Event>>>, Problem> {
        let scope = &token.scope;
        if self.operation.access() == Access::Write && scope.access == Access::Read {
            return Ok(None);
        }
        Ok(match self.operation.need {
            Need::Token => Some(None),
            Need::Organisation => scope.event.is_none().then_some(None),
            Need::Event => match named(request).await {
                Some(slug) => {
                    let (of, only) = (token.organisation, scope.event);
                    event::of_program(tx, of, only, &slug).await?.map(Some)
                }
                None => None,
            },
        })
    }

    /// Counts a request, whatever comes of it, and notes that the token is used.
    async fn count(&self, token: &ApiToken) -> Result<(), Problem> {
        let mut tx = self.site.db.begin().await?;
        let who = token.id.to_string();
        let may = is_allowed(&mut tx, &self.site.key, REQUESTS, &who).await?;
        if token.is_stale(tx.now()) {
            api_token::touch(&mut tx, token.id).await?;
        }
        tx.commit().await?;
        if may {
            Ok(())
        } else {
            Err(Trouble::TooMany.into())
        }
    }
}

/// The token that a program sends (RFC 6750 section 2.1); never one in an address, which logs keep.
fn bearer(headers: &HeaderMap) -> Option<Token> {
    let given = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = given.trim().split_once(' ')?;
    let is_bearer = scheme.eq_ignore_ascii_case("bearer");
    is_bearer.then(|| Token::from_address(token.trim()))
}

/// Nothing that is looked for has a NUL in it, and PostgreSQL takes none.
fn holds_no_nul(query: &str) -> Result<(), Problem> {
    let pairs = form_urlencoded::parse(query.as_bytes());
    let errors = pairs.filter(|(_, value)| value.contains('\0'));
    let errors: Vec<_> = errors
        .map(|(name, _)| FieldError::of_sort(name, Sort::Form))
        .collect();
    if errors.is_empty() {
        Ok(())
    } else {
        Err(Problem::unfit(errors))
    }
}

/// The event's slug in the address.
async fn named(request: &mut Request) -> Option<event::Slug> {
    let parameters = request.extract_parts::<RawPathParams>().await.ok()?;
    let (_, slug) = parameters.iter().find(|(name, _)| *name == "event")?;
    slug.parse().ok()
}
