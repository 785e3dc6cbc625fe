//! What a program sends, and how it is answered.

use axum::body::Bytes;
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::problem::{FieldError, Problem, Trouble};

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// What the body says.
///
/// # Errors
/// 415 where it is not sent as JSON, 400 where it is none, 422 where it says something else than it should.
pub(super) fn read<T: DeserializeOwned>(headers: &HeaderMap, body: &Bytes) -> Result<T, Problem> {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next());
    let is_json = |kind: &str| kind.trim().eq_ignore_ascii_case("application/json");
    if !kind.is_some_and(is_json) {
        return Err(Trouble::NotJson.into());
    }
    serde_json::from_slice(body).map_err(|error| {
        let said = FieldError {
            path: String::new(),
            detail: error.to_string(),
        };
        match error.classify() {
            serde_json::error::Category::Data => Problem::unfit(vec![said]),
            _ => Problem::with(Trouble::Malformed, vec![said]),
        }
    })
}

/// The same of a body that may be absent.
///
/// # Errors
/// As for [`read`].
pub(super) fn read_any<T: DeserializeOwned + Default>(
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<T, Problem> {
    if body.is_empty() {
        return Ok(T::default());
    }
    read(headers, body)
}

/// 200 with `said`.
pub(super) fn json(said: &impl Serialize) -> Response {
    // Maps of ours have strings for keys: nothing else can fail.
    let text = serde_json::to_vec(said).expect("plain data can be written");
    ([(CONTENT_TYPE, JSON)], text).into_response()
}

/// 201 with `said`, which is at `address` from now on.
pub(super) fn created(address: &str, said: &impl Serialize) -> Response {
    let location = HeaderValue::from_str(address).expect("addresses of ours are printable ASCII");
    (StatusCode::CREATED, [(LOCATION, location)], json(said)).into_response()
}

/// 204: it is done, and there is nothing to say.
pub(super) fn done() -> Response {
    StatusCode::NO_CONTENT.into_response()
}
