use std::collections::{BTreeMap, BTreeSet};

use super::value::Value;
use crate::base::language::{Language, Localised};
use crate::base::text::{SingleLine, clean_lines};
use crate::view::Phrase;

/// What sort of text a key holds, and how many characters it may have.
#[derive(Clone, Copy)]
pub(super) enum Text {
    /// On one line.
    Line(usize),
    /// On several.
    Lines(usize),
}

impl Text {
    /// A title of an event or a session.
    pub(super) const TITLE: Self = Self::Line(300);
    /// One sentence about an event.
    pub(super) const SUMMARY: Self = Self::Line(1_000);
    /// Markdown.
    pub(super) const DESCRIPTION: Self = Self::Lines(50_000);
    /// The subject of a mail, as long as a header shows it (MIME-7).
    pub(super) const SUBJECT: Self = Self::Line(150);
    /// Markdown in a mail.
    pub(super) const ANNOUNCEMENT: Self = Self::Lines(20_000);
    /// A name, a place, a label.
    pub(super) const LINE: Self = Self::Line(2_000);
    /// Some sentences.
    pub(super) const LINES: Self = Self::Lines(2_000);

    fn clean(self, text: &str) -> String {
        match self {
            Self::Line(_) => SingleLine::clean(text).to_string(),
            Self::Lines(_) => clean_lines(text),
        }
    }

    const fn limit(self) -> usize {
        match self {
            Self::Line(limit) | Self::Lines(limit) => limit,
        }
    }
}

impl Value<'_> {
    /// A text that is not empty, cleaned.
    pub(super) fn cleaned(&self, kind: Text) -> Option<String> {
        let text = kind.clean(self.text()?);
        if text.is_empty() {
            self.refuse("is empty");
            return None;
        }
        if text.chars().count() > kind.limit() {
            self.refuse(format_args!("is longer than {} characters", kind.limit()));
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
            self.refuse("has a line break");
            return None;
        }
        let phrase = self.cleaned(kind)?.parse();
        phrase.map_err(|error| self.refuse(error)).ok()
    }

    /// One text, or a table of texts by language, each read by `read`.
    fn each<T>(self, read: impl Fn(&Self) -> Option<T>) -> Option<Localised<T>> {
        if self.is_text() {
            return read(&self).map(Localised::One);
        }
        let entries = self.entries()?;
        if entries.is_empty() {
            self.refuse("has no text in any language");
            return None;
        }
        let mut texts = BTreeMap::new();
        for (tag, value) in &entries {
            let language = tag.parse::<Language>();
            let language = language.map_err(|error| value.refuse(error)).ok();
            let text = read(value);
            if let (Some(language), Some(text)) = (language, text)
                && texts.insert(language, text).is_some()
            {
                value.refuse("is there twice: the same language in another spelling");
            }
        }
        Some(Localised::Each(texts))
    }

    /// Languages: at least one, none twice.
    pub(super) fn languages(self) -> Option<Vec<Language>> {
        let mut known = BTreeSet::new();
        self.filled_list(|entry, _| {
            let language = entry.text()?.parse::<Language>();
            let language = language.map_err(|error| entry.refuse(error)).ok()?;
            if !known.insert(language.clone()) {
                entry.refuse(format_args!("“{language}” is there twice"));
            }
            Some(language)
        })
    }
}
