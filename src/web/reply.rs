//! The ways in which a page is answered.

use axum::body::Body;
use axum::http::header::{
    ACCEPT_ENCODING, ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION,
    REFERRER_POLICY, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;

use crate::base::secret::hash;

/// The media type of our pages.
pub(super) const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");
const CALENDAR: HeaderValue = HeaderValue::from_static("text/calendar; charset=utf-8");
const X_ROBOTS_TAG: HeaderName = HeaderName::from_static("x-robots-tag");

/// An HTML document.
pub fn html(text: String) -> Response {
    ([(CONTENT_TYPE, HTML)], text).into_response()
}

/// An HTML document that is the same for everybody: kept by browsers, asked for again with its
/// ETag.
pub fn public_html(headers: &HeaderMap, text: String) -> Response {
    public(headers, HTML, text)
}

/// A calendar that is the same for everybody.
pub fn public_calendar(headers: &HeaderMap, text: String) -> Response {
    public(headers, CALENDAR, text)
}

/// An Atom feed that is the same for everybody.
pub fn public_atom(headers: &HeaderMap, text: String) -> Response {
    let atom = HeaderValue::from_static("application/atom+xml; charset=utf-8");
    public(headers, atom, text)
}

/// An XML document that is the same for everybody.
pub fn public_xml(headers: &HeaderMap, text: String) -> Response {
    let xml = HeaderValue::from_static("application/xml; charset=utf-8");
    public(headers, xml, text)
}

/// A JSON document that is the same for everybody.
pub fn public_json(headers: &HeaderMap, text: String) -> Response {
    public(headers, HeaderValue::from_static("application/json"), text)
}

/// A text that is the same for everybody.
pub fn public_text(headers: &HeaderMap, text: String) -> Response {
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    public(headers, plain, text)
}

fn public(headers: &HeaderMap, content_type: HeaderValue, text: String) -> Response {
    let tag = Tag::of(&text);
    if is_known(headers, &tag) {
        revalidated(&tag)
    } else {
        tag.whole(content_type, text)
    }
}

/// Which text something public has, in quotes. It is sent as a weak one, since it stands for the text
/// however that is compressed on its way.
#[derive(Debug)]
pub struct Tag(String);

impl Tag {
    /// The tag of this text.
    pub fn of(text: &str) -> Self {
        let digest = BASE64_URL_SAFE_NO_PAD.encode(&hash(text.as_bytes())[..12]);
        Self(format!("\"{digest}\""))
    }

    /// 200 with the text, for a browser to keep.
    pub fn whole(&self, content_type: HeaderValue, text: impl Into<Body>) -> Response {
        let content_type = [(CONTENT_TYPE, content_type)];
        (self.kept(), content_type, text.into()).into_response()
    }

    /// What a cache keeps by: the same with 200 and 304 (RFC 9110 section 15.4.5).
    fn kept(&self) -> [(HeaderName, HeaderValue); 3] {
        [
            (ETAG, header(&format!("W/{}", self.0))),
            (CACHE_CONTROL, HeaderValue::from_static("public, no-cache")),
            (VARY, ACCEPT_ENCODING.into()),
        ]
    }
}

/// 304: the browser has it.
pub fn revalidated(tag: &Tag) -> Response {
    (StatusCode::NOT_MODIFIED, tag.kept()).into_response()
}

/// Whether the browser has the text with this tag.
pub fn is_known(headers: &HeaderMap, tag: &Tag) -> bool {
    headers
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .any(|tags| tags.split(',').any(|known| matches(known, &tag.0)))
}

/// Weak comparison (RFC 9110 section 8.8.3.2).
fn matches(known: &str, tag: &str) -> bool {
    let known = known.trim();
    known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag
}

/// The same answer, marked as chosen by the languages that the reader's browser asks for.
pub fn chosen_by_language(mut response: Response) -> Response {
    response.headers_mut().append(VARY, ACCEPT_LANGUAGE.into());
    response
}

/// The same answer, kept by nobody.
pub fn no_store(mut response: Response) -> Response {
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The same answer for a page whose address is a secret: kept by nobody, found by nobody, told to
/// nobody (S-8, P-12).
pub fn secret(response: Response) -> Response {
    let mut response = no_store(response);
    let headers = response.headers_mut();
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(X_ROBOTS_TAG, HeaderValue::from_static("noindex, nofollow"));
    response
}

/// 303 to a path of our own.
pub fn see_other(path: &str) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, header(path))]).into_response()
}

/// 303 to an address that is not ours.
pub fn elsewhere(address: &str) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, header(address))]).into_response()
}

fn header(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("paths and tags of ours are printable ASCII")
}
