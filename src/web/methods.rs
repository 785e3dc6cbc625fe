//! What answers GET and POST at an address.
//!
//! axum builds a dozen types around every handler, and the compiler proves of each that it may be
//! sent between threads. With every handler behind one type that is done once and not once for each
//! of two hundred, which saves a quarter of the time that this crate takes to compile; a request
//! pays for it with one allocation.

use std::pin::Pin;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::response::Response;
use axum::routing::{MethodFilter, MethodRouter};

use super::Site;

/// Answers GET, and HEAD with it.
pub fn get<H, T>(handler: H) -> MethodRouter<Arc<Site>>
where
    H: Handler<T, Arc<Site>>,
    T: 'static,
{
    with(MethodRouter::new(), MethodFilter::GET, boxed(handler))
}

/// Answers what `filter` says.
pub fn answering<H, T>(filter: MethodFilter, handler: H) -> MethodRouter<Arc<Site>>
where
    H: Handler<T, Arc<Site>>,
    T: 'static,
{
    with(MethodRouter::new(), filter, boxed(handler))
}

/// Answers POST.
pub fn post<H, T>(handler: H) -> MethodRouter<Arc<Site>>
where
    H: Handler<T, Arc<Site>>,
    T: 'static,
{
    MethodRouter::new().and_post(handler)
}

/// One more method at the same address.
pub trait AndPost {
    /// Answers POST, too.
    #[must_use]
    fn and_post<H, T>(self, handler: H) -> Self
    where
        H: Handler<T, Arc<Site>>,
        T: 'static;
}

impl AndPost for MethodRouter<Arc<Site>> {
    fn and_post<H, T>(self, handler: H) -> Self
    where
        H: Handler<T, Arc<Site>>,
        T: 'static,
    {
        with(self, MethodFilter::POST, boxed(handler))
    }
}

type Answer = Pin<Box<dyn Future<Output = Response> + Send>>;
type Boxed = Arc<dyn Fn(Request, Arc<Site>) -> Answer + Send + Sync>;

fn boxed<H, T>(handler: H) -> Boxed
where
    H: Handler<T, Arc<Site>>,
    T: 'static,
{
    Arc::new(move |request, site| Box::pin(handler.clone().call(request, site)))
}

fn with(
    methods: MethodRouter<Arc<Site>>,
    filter: MethodFilter,
    handler: Boxed,
) -> MethodRouter<Arc<Site>> {
    methods.on(
        filter,
        move |State(site): State<Arc<Site>>, request: Request| handler(request, site),
    )
}
