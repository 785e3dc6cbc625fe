use std::collections::{BTreeMap, BTreeSet};

use super::fault::Sort;
use super::value::Value;
use crate::base::language::{Language, Localised};
use crate::event::Text;
use crate::view::Phrase;

impl Value<'_> {
    /// A text that is not empty, cleaned.
    pub(super) fn cleaned(&self, kind: Text) -> Option<String> {
        let text = kind.clean(self.text()?);
        if text.is_empty() {
            self.refuse(Sort::Empty, "is empty");
            return None;
        }
        if text.chars().count() > kind.limit() {
            self.refuse(
                Sort::Long,
                format_args!("is longer than {} characters", kind.limit()),
            );
            return None;
        }
        Some(text)
    }

    /// One text, or a table of texts by language.
    pub(super) fn localised(self, kind: Text) -> Option<Localised> {
        self.each(|value| value.cleaned(kind))
    }

    /// One text with placeholders, or a table of such texts by language.
    pub(super) fn phrases(self, kind: Text) -> Option<Localised<Phrase>> {
        self.each(|value| value.phrase(kind))
    }

    fn phrase(&self, kind: Text) -> Option<Phrase> {
        let is_broken = |text: &str| text.contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']);
        if matches!(kind, Text::Line(_)) && is_broken(self.text()?) {
            self.refuse(Sort::Form, "has a line break");
            return None;
        }
        let phrase = self.cleaned(kind)?.parse();
        phrase.map_err(|error| self.refuse(Sort::Form, error)).ok()
    }

    /// One text, or a table of texts by language, each read by `read`.
    fn each<T>(self, read: impl Fn(&Self) -> Option<T>) -> Option<Localised<T>> {
        if self.is_text() {
            return read(&self).map(Localised::One);
        }
        let entries = self.entries()?;
        if entries.is_empty() {
            self.refuse(Sort::Empty, "has no text in any language");
            return None;
        }
        let mut texts = BTreeMap::new();
        for (tag, value) in &entries {
            let language = tag.parse::<Language>();
            let language = language
                .map_err(|error| value.refuse(Sort::Form, error))
                .ok();
            let text = read(value);
            if let (Some(language), Some(text)) = (language, text)
                && texts.insert(language, text).is_some()
            {
                value.refuse(
                    Sort::Twice,
                    "is there twice: the same language in another spelling",
                );
            }
        }
        Some(Localised::Each(texts))
    }

    /// Languages: at least one, none twice.
    pub(super) fn languages(self) -> Option<Vec<Language>> {
        let mut known = BTreeSet::new();
        self.filled_list(|entry, _| {
            let language = entry.text()?.parse::<Language>();
            let language = language
                .map_err(|error| entry.refuse(Sort::Form, error))
                .ok()?;
            if !known.insert(language.clone()) {
                entry.refuse(Sort::Twice, format_args!("“{language}” is there twice"));
            }
            Some(language)
        })
    }
}
