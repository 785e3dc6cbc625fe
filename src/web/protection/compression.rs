use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{Extensions, HeaderMap, StatusCode, Version};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{And, DefaultPredicate, Predicate};

use crate::web::page::EFFORT;

type Judge = fn(StatusCode, Version, &HeaderMap, &Extensions) -> bool;

/// Compresses answers that are the same for everybody.
pub(super) fn layer() -> CompressionLayer<And<DefaultPredicate, Judge>> {
    let judge: Judge = |_, _, headers, _| is_public(headers) && !is_compressed(headers);
    CompressionLayer::new()
        .quality(CompressionLevel::Precise(EFFORT.cast_signed()))
        .compress_when(DefaultPredicate::new().and(judge))
}

/// A page with a secret on it beside what somebody else typed would tell the secret by its
/// compressed length (BREACH). All such pages, and forms, are kept by nobody.
fn is_public(headers: &HeaderMap) -> bool {
    !holds(headers.get(CACHE_CONTROL), "no-store")
}

/// Pictures are left out by the default; fonts are not.
fn is_compressed(headers: &HeaderMap) -> bool {
    holds(headers.get(CONTENT_TYPE), "font/")
}

fn holds(value: Option<&axum::http::HeaderValue>, word: &str) -> bool {
    value
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.contains(word))
}
