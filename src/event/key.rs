//! The short words by which an event and its parts are known outside.

use std::fmt;
use std::str::FromStr;

/// An event's name in addresses: `[a-z0-9-]{1,80}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

/// Not a slug.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("has to be 1 to 80 of the characters a–z, 0–9 and -")]
pub struct BadSlug;

/// The id of a session, host, appearance, question or consent: a short word, unique among its kind
/// in the event. It is the value in forms, and what a re-import matches by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(String);

/// Not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("has to be 1 to 40 of the characters a–z, A–Z, 0–9, - and _")]
pub struct BadKey;

impl Slug {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Key {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id given, or the number of the place at `index`, from 1.
    pub fn or_number(given: Option<&Self>, index: usize) -> Self {
        given
            .cloned()
            .unwrap_or_else(|| Self((index + 1).to_string()))
    }
}

impl FromStr for Slug {
    type Err = BadSlug;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if (1..=80).contains(&text.len()) && text.bytes().all(allowed) {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadSlug)
        }
    }
}

impl FromStr for Key {
    type Err = BadKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let allowed = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        if (1..=40).contains(&text.len()) && text.bytes().all(allowed) {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadKey)
        }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text_column!(Slug);
crate::text_serde!(Slug);
crate::text_column!(Key);
crate::text_serde!(Key);
