//! A text in the reader's language, or in another one and marked as such.

use serde::Serialize;

use super::locale::Locale;
use crate::base::language::{Direction, Language, Localised};

/// A text and, where it is not in the language around it, the language it is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Words {
    /// The text.
    pub text: String,
    /// Its language tag, where it differs from that of the reader.
    pub lang: Option<String>,
    /// Its direction, where its language differs.
    pub dir: Option<Direction>,
}

impl Words {
    /// A text in the reader's own language, or in no language, as a name typed by somebody.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            lang: None,
            dir: None,
        }
    }

    /// `texts` for a reader of `locale`, in `order` where their language is missing; `None` where
    /// there is no text at all.
    pub fn pick(texts: &Localised, locale: &Locale, order: &[Language]) -> Option<Self> {
        let picked = texts.pick(locale.language(), order)?;
        let own = picked.language.is_same_tongue(locale.language());
        Some(Self {
            text: picked.text.to_owned(),
            lang: (!own).then(|| picked.language.to_string()),
            dir: (!own).then(|| picked.language.direction()),
        })
    }
}
