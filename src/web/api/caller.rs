use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;

use super::problem::{Problem, Trouble};
use crate::account::api_token::ApiToken;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::language::{Language, negotiate};
use crate::event::{self, Event};
use crate::view::Locale;
use crate::web::Site;

/// A program that was let in: whose it is, and what it asks about.
#[derive(Debug, Clone)]
pub(super) struct Caller {
    /// The site.
    pub(super) site: Arc<Site>,
    /// What it came with.
    pub(super) token: ApiToken,
    /// The language of what is said to it.
    pub(super) language: Language,
    event: Option<Id<Event>>,
}

impl Caller {
    pub(super) fn new(
        site: Arc<Site>,
        token: ApiToken,
        event: Option<Id<Event>>,
        headers: &HeaderMap,
    ) -> Self {
        let wanted = headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        Self {
            language: negotiate(wanted, site.view.languages()).clone(),
            site,
            token,
            event,
        }
    }

    /// Who acts, for the audit log.
    pub(super) fn actor(&self) -> String {
        self.token.id.to_string()
    }

    /// Whether it is told the links to join by (S-32).
    pub(super) const fn shows_links(&self) -> bool {
        self.token.scope.shows_links
    }

    /// The catalogue and formats of its language.
    pub(super) fn locale(&self) -> &Locale {
        self.site.view.locale(&self.language)
    }

    /// The event that the address names.
    ///
    /// # Errors
    /// 404 where it was removed since it was let in.
    pub(super) async fn event(&self, tx: &mut Tx) -> Result<Event, Problem> {
        let id = self.event.ok_or(Trouble::NotFound)?;
        let event = event::load(tx, &self.site.key, id).await?;
        let own = event.filter(|event| event.organisation == self.token.organisation);
        Ok(own.ok_or(Trouble::NotFound)?)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Problem;

    /// The guard has put it there.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let caller = parts.extensions.get::<Self>().cloned();
        Ok(caller.ok_or(Trouble::Unauthorised)?)
    }
}
