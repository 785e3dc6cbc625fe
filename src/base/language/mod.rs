//! Languages, the direction they are written in, and texts that exist in several of them.

mod localised;
mod negotiation;

pub use localised::{Localised, Picked};
pub use negotiation::negotiate;

use std::fmt;
use std::str::FromStr;

use unic_langid::{CharacterDirection, LanguageIdentifier};

/// A language by its BCP 47 tag (RFC 5646), in canonical case: `en`, `ar`, `pt-BR`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(LanguageIdentifier);

/// See [`Language::unsaid`].
const UNSAID: &str = "mul";

/// The word given is no BCP 47 language tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a language tag such as “en” or “ar”")]
pub struct NotALanguage(String);

/// The way a language runs over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Language {
    /// Of somebody who has not said which they read: `mul`, several (ISO 639-2). No catalogue is
    /// called so, so whatever is looked up for it is in the first language of the service.
    ///
    /// # Panics
    /// Never: the tag is a constant.
    pub fn unsaid() -> Self {
        UNSAID.parse().expect("a language tag")
    }

    /// Whether it is [`unsaid`](Self::unsaid).
    pub fn is_unsaid(&self) -> bool {
        self.0.language.as_str() == UNSAID
    }

    /// How this language is written.
    pub fn direction(&self) -> Direction {
        match self.0.character_direction() {
            CharacterDirection::RTL => Direction::Rtl,
            _ => Direction::Ltr,
        }
    }

    /// The parsed tag, for libraries that ask for it.
    pub fn identifier(&self) -> &LanguageIdentifier {
        &self.0
    }

    /// Whether both are the same language, whatever their region or script: `en` and `en-GB`.
    pub fn is_same_tongue(&self, other: &Self) -> bool {
        self.0.language == other.0.language
    }
}

impl Direction {
    /// The value of the HTML attribute `dir`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl FromStr for Language {
    type Err = NotALanguage;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        let refused = || NotALanguage(tag.chars().take(40).collect());
        let identifier: LanguageIdentifier = tag.parse().map_err(|_| refused())?;
        if !(2..=3).contains(&identifier.language.as_str().len()) || identifier.language.is_empty()
        {
            return Err(refused());
        }
        Ok(Self(identifier))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl serde::Serialize for Language {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Language {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        tag.parse().map_err(serde::de::Error::custom)
    }
}

crate::text_column!(Language);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_follows_the_script() {
        let direction = |tag: &str| tag.parse::<Language>().expect("a tag").direction();
        assert_eq!(direction("ar"), Direction::Rtl);
        assert_eq!(direction("fa"), Direction::Rtl);
        assert_eq!(direction("en"), Direction::Ltr);
        assert_eq!(direction("ka"), Direction::Ltr);
    }

    #[test]
    fn tags_are_canonical_and_nonsense_is_refused() {
        assert_eq!(
            "PT-br".parse::<Language>().expect("a tag").to_string(),
            "pt-BR"
        );
        for nonsense in ["", "e", "english-language", "../en", "und", "1"] {
            assert!(nonsense.parse::<Language>().is_err(), "{nonsense}");
        }
    }
}
