//! What stands before every page: limits, whose address was called, who may post, what browsers are
//! told.
//!
//! Refusals carry a status and no body, so that whoever stands between [`guard`] and [`seal`] can
//! give them a page:
//!
//! ```text
//! seal     access log, headers, compression
//! (pages)  gives bare errors a page
//! guard    panics, overload, Host, cross-origin posts, size and time of the body
//! routes
//! ```

pub(super) mod body;
mod compression;
pub(super) mod headers;
mod host;
mod log;
mod panic;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower::ServiceBuilder;
use tower_http::csrf::CsrfLayer;
use url::Url;

use super::limits::Limits;
use super::server::Overload;

/// Lets through to `routes` what is meant for the service at `base_url` and keeps within `limits`.
///
/// # Panics
/// Where `base_url` is no `http` or `https` address.
pub fn guard(routes: Router, base_url: &Url, limits: Limits) -> Router {
    // A browser names the origin of the page that posts. Ours is trusted by name too, so that a
    // proxy that rewrites Host does not make our own forms look foreign (S-6).
    let same_origin = CsrfLayer::new()
        .add_trusted_origin(base_url.origin().ascii_serialization())
        .expect("an http address has an origin");
    routes.layer(
        ServiceBuilder::new()
            .layer(from_fn(panic::catch))
            .layer(from_fn(turn_away))
            .layer(from_fn_with_state(
                host::Authority::of(base_url),
                host::check,
            ))
            .layer(same_origin)
            .layer(from_fn_with_state(limits, body::receive)),
    )
}

/// Finishes every answer of `router`, whatever became of its request.
pub fn seal(router: Router, base_url: &Url) -> Router {
    router.layer(
        ServiceBuilder::new()
            .layer(from_fn(log::access))
            .layer(from_fn_with_state(
                headers::Headers::of(base_url),
                headers::add,
            ))
            .layer(compression::layer()),
    )
}

async fn turn_away(request: Request<Body>, next: Next) -> Response {
    if request.extensions().get::<Overload>().is_some() {
        return busy();
    }
    next.run(request).await
}

/// 503 for who may come again in a moment.
fn busy() -> Response {
    let again = [(RETRY_AFTER, HeaderValue::from_static("10"))];
    (StatusCode::SERVICE_UNAVAILABLE, again).into_response()
}
