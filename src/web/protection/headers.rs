use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{
    CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use url::Url;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; \
    trusted-types 'none'";

const FRAMED_BY_NOBODY: &str = "frame-ancestors 'none'";

const PERMISSIONS: &str =
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

/// The policy of all pages, with what one of them may do `more`.
pub(in crate::web) fn policy(base_url: &Url, more: &str) -> HeaderValue {
    let mut policy = POLICY.to_owned() + more;
    if base_url.scheme() == "https" {
        policy.push_str("; upgrade-insecure-requests");
    }
    HeaderValue::try_from(policy).expect("the policy is printable ASCII")
}

/// The policy of all pages for one that `origins` may frame.
pub(in crate::web) fn policy_framed_by(base_url: &Url, origins: &[String]) -> HeaderValue {
    let everybody_else = policy(base_url, "");
    if origins.is_empty() {
        return everybody_else;
    }
    let text = everybody_else.to_str().unwrap_or_default();
    let framed = text.replace(
        FRAMED_BY_NOBODY,
        &format!("frame-ancestors {}", origins.join(" ")),
    );
    HeaderValue::try_from(framed).unwrap_or(everybody_else)
}

/// What every answer tells browsers (S-16).
#[derive(Debug, Clone)]
pub(super) struct Headers(Arc<[(HeaderName, HeaderValue)]>);

impl Headers {
    /// Over the loopback http of a trial, encryption is not asked for.
    pub(super) fn of(base_url: &Url) -> Self {
        let fixed = |name, value| {
            (
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )
        };
        let mut headers = vec![
            (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
            (
                REFERRER_POLICY,
                HeaderValue::from_static("strict-origin-when-cross-origin"),
            ),
            fixed("cross-origin-opener-policy", "same-origin"),
            fixed("cross-origin-resource-policy", "same-origin"),
            fixed("permissions-policy", PERMISSIONS),
        ];
        if base_url.scheme() == "https" {
            let a_year = HeaderValue::from_static("max-age=31536000");
            headers.push((STRICT_TRANSPORT_SECURITY, a_year));
        }
        headers.push((CONTENT_SECURITY_POLICY, policy(base_url, "")));
        Self(headers.into())
    }
}

/// Adds to each answer what its page has not said otherwise.
pub(super) async fn add(State(headers): State<Headers>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in headers.0.iter() {
        response
            .headers_mut()
            .entry(name)
            .or_insert_with(|| value.clone());
    }
    response
}
