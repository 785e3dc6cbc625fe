//! The texts of one language, as Fluent files have them.

use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::Entry;

use super::files::Files;
use super::forms::{Forms, by_form};
use crate::base::language::Language;

/// Every text of a language, with the CLDR locale that the catalogue names.
pub(super) struct Catalogue {
    texts: FluentBundle<Arc<FluentResource>>,
    files: Vec<Arc<FluentResource>>,
    forms: Forms,
    formats: icu_locale_core::Locale,
}

/// A catalogue that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BadCatalogue {
    /// A file that Fluent cannot read.
    #[error("templates/{file} is not a Fluent file: {reason}")]
    Syntax {
        /// Which.
        file: String,
        /// What Fluent says.
        reason: String,
    },
    /// `formats` names no CLDR locale.
    #[error("the catalogue of “{0}” needs `formats`, a CLDR locale such as en-GB-u-hc-h23")]
    Formats(Language),
    /// A folder below `locales/` whose name is no language.
    #[error("templates/locales/{0} is not named by a language tag")]
    Folder(String),
    /// A text that the first language has and this one lacks.
    #[error("the catalogue of “{0}” lacks the text {1}")]
    Lacks(Language, String),
    /// No folder at all.
    #[error("templates/locales holds no language")]
    Empty,
}

impl Catalogue {
    /// Reads the files below `folder`, which ends in a slash.
    ///
    /// # Errors
    /// [`BadCatalogue`] says which file is at fault.
    pub(super) fn read(
        language: &Language,
        folder: &str,
        files: &Files,
    ) -> Result<Self, BadCatalogue> {
        let mut texts = FluentBundle::new_concurrent(vec![language.identifier().clone()]);
        let mut read = Vec::new();
        let files = files.range(folder.to_owned()..);
        for (path, bytes) in files.take_while(|(path, _)| path.starts_with(folder)) {
            let syntax = |reason: String| BadCatalogue::Syntax {
                file: path.clone(),
                reason,
            };
            let source = by_form(&String::from_utf8_lossy(bytes)).map_err(syntax)?;
            let resource = FluentResource::try_new(source)
                .map_err(|(_, errors)| syntax(format!("{:?}", errors.first())))?;
            let resource = Arc::new(resource);
            texts
                .add_resource(Arc::clone(&resource))
                .map_err(|errors| syntax(format!("{:?}", errors.first())))?;
            read.push(resource);
        }
        let formats: icu_locale_core::Locale = texts
            .get_message("formats")
            .and_then(|message| {
                let pattern = message.value()?;
                let text = texts.format_pattern(pattern, None, &mut Vec::new());
                text.parse().ok()
            })
            .ok_or_else(|| BadCatalogue::Formats(language.clone()))?;
        let forms = Forms::of(&formats);
        Ok(Self {
            texts,
            files: read,
            forms,
            formats,
        })
    }

    /// The keys of all texts.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        let entries = self.files.iter().flat_map(|file| file.entries());
        entries.filter_map(|entry| match entry {
            Entry::Message(message) => Some(message.id.name),
            _ => None,
        })
    }

    /// The text under `key` with its places filled and each of them set between U+2068 and U+2069.
    pub(super) fn marked(&self, key: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let message = self.texts.get_message(key)?;
        let mut faults = Vec::new();
        let arguments = self.forms.with_forms(arguments);
        let text = self
            .texts
            .format_pattern(message.value()?, Some(&arguments), &mut faults);
        faults.is_empty().then(|| text.into_owned())
    }

    /// Whether there is a text under `key`.
    pub(super) fn knows(&self, key: &str) -> bool {
        self.texts.has_message(key)
    }

    /// The CLDR locale that dates and times are written by.
    pub(super) fn formats(&self) -> &icu_locale_core::Locale {
        &self.formats
    }
}
