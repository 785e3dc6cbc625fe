use std::sync::Arc;

use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodFilter, MethodRouter};

use super::about::About;
use super::guard::{self, Guard};
use crate::account::api_token::Access;
use crate::web::Site;
use crate::web::methods::answering;

/// What a token has to be for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Anything.
    Token,
    /// The whole organisation.
    Organisation,
    /// The event in the address, or the whole of its organisation.
    Event,
}

/// Something that can be asked of the API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// How.
    pub method: Method,
    /// The path, as axum's router takes it.
    pub path: &'static str,
    /// What the token has to be for.
    pub need: Need,
}

impl Operation {
    /// What the token has to allow.
    pub fn access(&self) -> Access {
        if self.method == Method::GET {
            Access::Read
        } else {
            Access::Write
        }
    }
}

/// The operations of the API, each behind its guard.
#[derive(Default)]
pub(super) struct Doors(Vec<(Operation, About, MethodRouter<Arc<Site>>)>);

impl Doors {
    #[must_use]
    pub(super) fn get<H, T>(self, need: Need, path: &'static str, handler: H, about: About) -> Self
    where
        H: Handler<T, Arc<Site>>,
        T: 'static,
    {
        self.with(
            need,
            (Method::GET, MethodFilter::GET),
            path,
            (handler, about),
        )
    }

    #[must_use]
    pub(super) fn post<H, T>(self, need: Need, path: &'static str, handler: H, about: About) -> Self
    where
        H: Handler<T, Arc<Site>>,
        T: 'static,
    {
        self.with(
            need,
            (Method::POST, MethodFilter::POST),
            path,
            (handler, about),
        )
    }

    #[must_use]
    pub(super) fn put<H, T>(self, need: Need, path: &'static str, handler: H, about: About) -> Self
    where
        H: Handler<T, Arc<Site>>,
        T: 'static,
    {
        self.with(
            need,
            (Method::PUT, MethodFilter::PUT),
            path,
            (handler, about),
        )
    }

    #[must_use]
    pub(super) fn delete<H, T>(
        self,
        need: Need,
        path: &'static str,
        handler: H,
        about: About,
    ) -> Self
    where
        H: Handler<T, Arc<Site>>,
        T: 'static,
    {
        self.with(
            need,
            (Method::DELETE, MethodFilter::DELETE),
            path,
            (handler, about),
        )
    }

    fn with<H, T>(
        mut self,
        need: Need,
        (method, filter): (Method, MethodFilter),
        path: &'static str,
        (handler, about): (H, About),
    ) -> Self
    where
        H: Handler<T, Arc<Site>>,
        T: 'static,
    {
        let operation = Operation { method, path, need };
        self.0.push((operation, about, answering(filter, handler)));
        self
    }

    pub(super) fn operations(&self) -> Vec<Operation> {
        self.0
            .iter()
            .map(|(operation, ..)| operation.clone())
            .collect()
    }

    /// Each with what it says of itself.
    pub(super) fn described(self) -> Vec<(Operation, About)> {
        let described = self.0.into_iter();
        described
            .map(|(operation, about, _)| (operation, about))
            .collect()
    }

    pub(super) fn into_router(self, site: &Arc<Site>) -> Router<Arc<Site>> {
        self.0
            .into_iter()
            .fold(Router::new(), |router, (operation, _, methods)| {
                let path = operation.path;
                let guard = Guard {
                    site: Arc::clone(site),
                    operation,
                };
                router.route(path, methods.layer(from_fn_with_state(guard, guard::admit)))
            })
    }
}
