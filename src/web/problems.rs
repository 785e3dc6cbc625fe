//! Pages for answers that have a status and nothing else, each with a next step.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::api;
use super::reply::{html, no_store};
use super::site::Site;
use crate::base::language::{Language, negotiate};
use crate::view::{Frame, ProblemPage};

/// Gives every error without a body a page in the language of its address, or of its reader; a program is
/// told what is wrong.
pub async fn problems(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let language = language_of(&site, request.uri(), request.headers());
    let is_of_program = api::is_ours(request.uri().path());
    let response = next.run(request).await;
    if is_of_program {
        return api::finish(&site, &language, response);
    }
    let status = response.status();
    let is_page = |kind: &HeaderValue| kind.as_bytes().starts_with(b"text/html");
    let is_bare = !response.headers().get(CONTENT_TYPE).is_some_and(is_page);
    if !(status.is_client_error() || status.is_server_error()) || !is_bare {
        return response;
    }
    let frame = Frame::new(&site.view, &language, &site.name.get(), "/").private();
    let page = ProblemPage {
        frame,
        status: shown(status.as_u16()),
    };
    let Ok(text) = site.view.page(&page, &language) else {
        return status.into_response();
    };
    let (mut parts, _) = response.into_parts();
    if matches!(parts.status.as_u16(), 429 | 503) && !parts.headers.contains_key(RETRY_AFTER) {
        parts
            .headers
            .insert(RETRY_AFTER, HeaderValue::from_static("30"));
    }
    parts.headers.remove(CONTENT_LENGTH);
    parts.headers.remove(CONTENT_TYPE);
    (parts, no_store(html(text))).into_response()
}

/// A status that has words of its own, or the nearest one that has.
fn shown(status: u16) -> u16 {
    match status {
        status if ProblemPage::STATUSES.contains(&status) => status,
        400..500 => 400,
        _ => 500,
    }
}

/// The language at the beginning of an address, else the reader's.
fn language_of(site: &Site, uri: &Uri, headers: &HeaderMap) -> Language {
    let first = uri.path().split('/').nth(1).unwrap_or_default();
    site.view.language(first).cloned().unwrap_or_else(|| {
        let wanted = headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        negotiate(wanted, site.view.languages()).clone()
    })
}
