use std::fmt;
use std::str::FromStr;

/// An address on the web that a page may link to: http or https, printable ASCII only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebLink(String);

/// Not an address to link to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("has to be an address that begins with https:// or http://")]
pub struct BadLink;

impl WebLink {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether `text` is an address of one of `schemes` that may stand in a page, a mail and a calendar
/// object as it is: %x21-7E without quotes and angle brackets.
pub(super) fn is_address(text: &str, schemes: &[&str]) -> bool {
    text.len() <= 2000
        && text
            .bytes()
            .all(|b| (0x21..=0x7e).contains(&b) && !matches!(b, b'"' | b'<' | b'>' | b'\\'))
        && url::Url::parse(text)
            .is_ok_and(|url| schemes.contains(&url.scheme()) && url.host().is_some())
}

/// Whether `text` is an origin (RFC 6454 section 4) that a page may be framed by. It becomes part of a
/// header, so it has to be written exactly as browsers write it.
pub fn is_origin(text: &str) -> bool {
    let is_plain = text
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b"-.:/[]".contains(&b));
    is_plain
        && url::Url::parse(text)
            .is_ok_and(|url| url.scheme() == "https" && url.origin().ascii_serialization() == text)
}

impl FromStr for WebLink {
    type Err = BadLink;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if is_address(text, &["https", "http"]) {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadLink)
        }
    }
}

impl fmt::Display for WebLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text_serde!(WebLink);
