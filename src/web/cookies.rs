//! The cookies of the workspace (S-5). Visitors get none.

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;

use super::site::Site;
use crate::base::secret::Token;

/// What a cookie is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The browser is signed in.
    SignedIn,
    /// The browser asked for a code.
    Asking,
    /// The browser was asked for a passkey.
    Passkey,
    /// The browser was sent to the identity provider.
    Sso,
}

impl Purpose {
    /// With the prefix `__Host-` a browser takes it from this host over TLS only (RFC 6265bis
    /// section 4.1.3.2); over the loopback http of a trial it would take none.
    fn name(self, site: &Site) -> &'static str {
        match (self, site.is_secure()) {
            (Self::SignedIn, true) => "__Host-convoke",
            (Self::SignedIn, false) => "convoke",
            (Self::Asking, true) => "__Host-convoke-asking",
            (Self::Asking, false) => "convoke-asking",
            (Self::Passkey, true) => "__Host-convoke-passkey",
            (Self::Passkey, false) => "convoke-passkey",
            (Self::Sso, true) => "__Host-convoke-sso",
            (Self::Sso, false) => "convoke-sso",
        }
    }

    const fn seconds(self) -> u32 {
        match self {
            Self::SignedIn => 14 * 24 * 60 * 60,
            Self::Asking | Self::Sso => 10 * 60,
            Self::Passkey => 5 * 60,
        }
    }
}

/// The token in the cookie for `purpose`.
pub fn read(site: &Site, headers: &HeaderMap, purpose: Purpose) -> Option<Token> {
    let name = purpose.name(site);
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(known, _)| *known == name)
        .map(|(_, value)| Token::from_address(value))
}

/// The same answer, which gives the browser a cookie.
pub fn give(site: &Site, response: Response, purpose: Purpose, token: &Token) -> Response {
    set(site, response, purpose, token.as_str(), purpose.seconds())
}

/// The same answer, which takes a cookie from the browser.
pub fn take(site: &Site, response: Response, purpose: Purpose) -> Response {
    set(site, response, purpose, "", 0)
}

fn set(site: &Site, mut response: Response, purpose: Purpose, value: &str, age: u32) -> Response {
    let secure = if site.is_secure() { "; Secure" } else { "" };
    let name = purpose.name(site);
    let cookie = format!("{name}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}");
    let cookie = HeaderValue::from_str(&cookie).expect("tokens are printable ASCII");
    response.headers_mut().append(SET_COOKIE, cookie);
    response
}
