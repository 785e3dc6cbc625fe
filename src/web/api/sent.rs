//! What a program sends, and how it is answered.

use axum::body::Bytes;
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use serde_json::error::Category;
use serde_path_to_error::Segment;

use super::field_error::FieldError;
use super::problem::{Problem, Trouble};
use crate::event::file::Sort;

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
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let read = serde_path_to_error::deserialize(&mut deserializer);
    let read: T = read.map_err(|error| {
        let path = place(error.path());
        unread(body, path, error.inner())
    })?;
    let end = deserializer.end();
    end.map_err(|error| unread(body, String::new(), &error))?;
    Ok(read)
}

/// Why the body cannot be read: serde's words are English, and by their beginning it is told in every language.
fn unread(body: &Bytes, path: String, error: &serde_json::Error) -> Problem {
    let reason = error.to_string();
    if error.classify() != Category::Data {
        let said = FieldError::of_sort(path, Sort::Whole).because(reason);
        return Problem::with(Trouble::Malformed, vec![said]);
    }
    let beginnings = [
        ("missing field", Sort::Missing),
        ("unknown field", Sort::Unknown),
        ("duplicate field", Sort::Twice),
        ("invalid type", Sort::Kind),
        ("invalid value", Sort::Range),
        ("unknown variant", Sort::Word),
        ("expected one of", Sort::Word),
    ];
    let known = beginnings
        .iter()
        .find(|(begins, _)| reason.starts_with(begins));
    let sort = known.map_or(Sort::Form, |(_, sort)| *sort);
    // What is not there, or is not known, serde names in its words only.
    let is_named = matches!(sort, Sort::Missing | Sort::Unknown | Sort::Twice);
    let field = reason.split('`').nth(1).filter(|_| is_named);
    let field = field.filter(|field| path.rsplit('.').next() != Some(field));
    let steps = [Some(path.as_str()).filter(|path| !path.is_empty()), field];
    let path = steps.into_iter().flatten().collect::<Vec<_>>().join(".");
    let sent: Json = serde_json::from_slice(body).unwrap_or_default();
    Problem::unfit(vec![FieldError::within(&sent, path, sort).because(reason)])
}

/// Such as `session.1.starts`.
fn place(path: &serde_path_to_error::Path) -> String {
    let steps = path.iter().filter_map(|step| match step {
        Segment::Seq { index } => Some((index + 1).to_string()),
        Segment::Map { key } => Some(key.clone()),
        Segment::Enum { .. } | Segment::Unknown => None,
    });
    steps.collect::<Vec<_>>().join(".")
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
