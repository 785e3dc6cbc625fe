use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::MethodRouter;

use super::guard::{self, Guard};
use crate::account::Role;
use crate::web::Site;

/// What it takes to come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Nothing.
    Nothing,
    /// Being signed in.
    SignIn,
    /// This role, or more, in the organisation that is turned to.
    InOrganisation(Role),
    /// This role, or more, for the event in the address: in its organisation, or for it alone.
    ForEvent(Role),
}

/// An address of the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// The path, as axum's router takes it.
    pub path: &'static str,
    /// What it takes to come in.
    pub need: Need,
}

/// The addresses of the workspace, each behind its guard.
#[derive(Debug, Default)]
pub struct Doors(Vec<(Route, MethodRouter<Arc<Site>>)>);

impl Doors {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// For anyone.
    #[must_use]
    pub fn anyone(self, path: &'static str, methods: MethodRouter<Arc<Site>>) -> Self {
        self.with(path, Need::Nothing, methods)
    }

    /// For anyone who is signed in.
    #[must_use]
    pub fn signed_in(self, path: &'static str, methods: MethodRouter<Arc<Site>>) -> Self {
        self.with(path, Need::SignIn, methods)
    }

    /// For those with `role`, or more, in the organisation that is turned to.
    #[must_use]
    pub fn of_organisation(
        self,
        role: Role,
        path: &'static str,
        methods: MethodRouter<Arc<Site>>,
    ) -> Self {
        self.with(path, Need::InOrganisation(role), methods)
    }

    /// For those with `role`, or more, for the event whose slug is `{event}` in the path.
    #[must_use]
    pub fn of_event(
        self,
        role: Role,
        path: &'static str,
        methods: MethodRouter<Arc<Site>>,
    ) -> Self {
        self.with(path, Need::ForEvent(role), methods)
    }

    fn with(mut self, path: &'static str, need: Need, methods: MethodRouter<Arc<Site>>) -> Self {
        self.0.push((Route { path, need }, methods));
        self
    }

    pub(super) fn routes(&self) -> Vec<Route> {
        self.0.iter().map(|(route, _)| *route).collect()
    }

    pub(super) fn into_router(self, site: &Arc<Site>) -> Router<Arc<Site>> {
        self.0
            .into_iter()
            .fold(Router::new(), |router, (route, methods)| {
                let guard = Guard {
                    site: Arc::clone(site),
                    need: route.need,
                };
                let guarded = methods.layer(from_fn_with_state(guard, guard::admit));
                router.route(route.path, guarded)
            })
    }
}
