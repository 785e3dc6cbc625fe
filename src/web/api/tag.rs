//! Which revision of something a program has, and means to change (RFC 9110 section 13).

use axum::http::header::{ETAG, IF_MATCH, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::problem::{Problem, Trouble};

/// A revision, as its ETag says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Revision(pub(super) i64);

impl Revision {
    /// The ETag.
    pub(super) fn header(self) -> HeaderValue {
        HeaderValue::try_from(self.text()).expect("a number in quotes is printable ASCII")
    }

    /// The answer with its ETag; 304 where the program has this revision.
    pub(super) fn tagged(self, headers: &HeaderMap, response: Response) -> Response {
        let tag = [(ETAG, self.header())];
        if self.is_in(headers, IF_NONE_MATCH) {
            return (StatusCode::NOT_MODIFIED, tag).into_response();
        }
        (tag, response).into_response()
    }

    /// Whether it is the one that a program means to change.
    ///
    /// # Errors
    /// 428 where the program does not say which, 412 where it means another.
    pub(super) fn is_meant(self, headers: &HeaderMap) -> Result<(), Problem> {
        Self::is_stated(headers)?;
        if self.is_in(headers, IF_MATCH) {
            Ok(())
        } else {
            Err(Problem::overtaken(self))
        }
    }

    /// Whether the program says at all which revision it means: judged before what it sends.
    ///
    /// # Errors
    /// 428 where it does not.
    pub(super) fn is_stated(headers: &HeaderMap) -> Result<(), Problem> {
        if headers.contains_key(IF_MATCH) {
            Ok(())
        } else {
            Err(Trouble::NeedsMatch.into())
        }
    }

    fn is_in(self, headers: &HeaderMap, name: HeaderName) -> bool {
        let own = self.text();
        let values = headers.get_all(name).into_iter();
        let tags = values.filter_map(|value| value.to_str().ok());
        tags.flat_map(|tags| tags.split(',')).any(|tag| {
            let tag = tag.trim();
            // Proxies that compress make a tag a weak one.
            tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == own
        })
    }

    fn text(self) -> String {
        format!("\"{}\"", self.0)
    }
}
