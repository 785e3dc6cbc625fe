//! What the service says in one language: its catalogue of texts (Fluent) and its way to write
//! dates, times, zones, lists and names (CLDR).

use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;

use super::bidi;
use super::files::Files;
use super::forms::{Forms, by_form};
use crate::base::language::{Direction, Language};

const FOLDER: &str = "locales/";

/// A language of the service with everything said in it.
pub struct Locale {
    language: Language,
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

impl Locale {
    /// A locale for each folder below `locales/`: adding a language is adding a folder.
    ///
    /// # Errors
    /// [`BadCatalogue`] says which file is at fault.
    pub(super) fn all(files: &Files) -> Result<Vec<Self>, BadCatalogue> {
        let mut folders: Vec<&str> = files
            .keys()
            .filter_map(|path| Some(path.strip_prefix(FOLDER)?.split_once('/')?.0))
            .collect();
        folders.dedup();
        folders
            .into_iter()
            .map(|folder| Self::load(folder, files))
            .collect()
    }

    fn load(folder: &str, files: &Files) -> Result<Self, BadCatalogue> {
        let language: Language = folder
            .parse()
            .map_err(|_| BadCatalogue::Folder(folder.to_owned()))?;
        let mut texts = FluentBundle::new_concurrent(vec![language.identifier().clone()]);
        let mut read = Vec::new();
        let prefix = format!("{FOLDER}{folder}/");
        for (path, bytes) in files.range(prefix.clone()..) {
            if !path.starts_with(&prefix) {
                break;
            }
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
            language,
            texts,
            files: read,
            forms,
            formats,
        })
    }

    /// The catalogue has every text of `source`, the first language of the service.
    ///
    /// # Errors
    /// [`BadCatalogue::Lacks`] names the first that is missing.
    pub(super) fn check_against(&self, source: &Self) -> Result<(), BadCatalogue> {
        let texts = source.files.iter().flat_map(|file| file.entries());
        let mut keys = texts.filter_map(|entry| match entry {
            Entry::Message(message) => Some(message.id.name),
            _ => None,
        });
        match keys.find(|key| !self.knows(key)) {
            Some(key) => Err(BadCatalogue::Lacks(self.language.clone(), key.to_owned())),
            None => Ok(()),
        }
    }

    /// The language.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// How it is written.
    pub fn direction(&self) -> Direction {
        self.language.direction()
    }

    /// The text under `key`, as plain text without direction marks; the key itself where the
    /// catalogue lacks it, which a test keeps from happening.
    pub fn text(&self, key: &str) -> String {
        self.text_with(key, &[])
    }

    /// The text under `key` with its places filled, as plain text without direction marks.
    pub fn text_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            arguments.set(*name, FluentValue::from(bidi::without_marks(value)));
        }
        let marked = self.marked(key, &arguments);
        bidi::without_marks(&marked.unwrap_or_else(|| key.to_owned()))
    }

    /// The text under `key` in the plural form for `count`.
    pub fn text_counting(&self, key: &str, count: u64) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("count", FluentValue::from(count));
        let marked = self.marked(key, &arguments);
        bidi::without_marks(&marked.unwrap_or_else(|| key.to_owned()))
    }

    /// The text under `key` with its places filled and each of them set between U+2068 and U+2069,
    /// for the caller to turn into what its medium needs.
    pub(super) fn marked(&self, key: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let message = self.texts.get_message(key)?;
        let mut faults = Vec::new();
        let arguments = self.forms.with_forms(arguments);
        let text = self
            .texts
            .format_pattern(message.value()?, Some(&arguments), &mut faults);
        faults.is_empty().then(|| text.into_owned())
    }

    /// Whether the catalogue has a text under `key`.
    pub fn knows(&self, key: &str) -> bool {
        self.texts.has_message(key)
    }

    /// The name of `language` in this one, or its tag where the catalogue has none.
    pub fn language_name(&self, language: &Language) -> String {
        let tag = language.to_string();
        let tongue = tag.split('-').next().unwrap_or_default();
        let key = format!("language-{tongue}");
        if self.knows(&key) {
            self.text(&key)
        } else {
            tag
        }
    }

    /// The name of the country with this ISO 3166-1 code, or the code itself.
    pub fn country_name(&self, code: &str) -> String {
        let key = format!("country-{}", code.to_ascii_uppercase());
        if self.knows(&key) {
            self.text(&key)
        } else {
            code.to_owned()
        }
    }

    /// “Rabat, Morocco”, or what there is of it. `country` is an ISO 3166-1 code.
    pub fn town(&self, city: Option<&str>, country: Option<&str>) -> Option<String> {
        match (city, country.map(|code| self.country_name(code))) {
            (Some(city), Some(country)) => {
                Some(self.text_with("list-comma", &[("left", city), ("right", &country)]))
            }
            (Some(city), None) => Some(city.to_owned()),
            (None, country) => country,
        }
    }

    /// “A”, “A and B”, “A, B and C”.
    pub fn list(&self, items: &[String]) -> String {
        let Some((last, others)) = items.split_last() else {
            return String::new();
        };
        let joined = others.iter().cloned().reduce(|left, right| {
            self.text_with("list-comma", &[("left", &left), ("right", &right)])
        });
        match joined {
            Some(left) => self.text_with("list-and", &[("left", &left), ("right", last)]),
            None => last.clone(),
        }
    }

    /// Its language and place as the Open Graph protocol writes them: `en_GB`, or `ar` where it is of no
    /// one place.
    pub fn open_graph(&self) -> String {
        self.formats.id.to_string().replace('-', "_")
    }

    /// The CLDR locale that dates and times are written by.
    pub(super) fn formats(&self) -> &icu_locale_core::Locale {
        &self.formats
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locale({})", self.language)
    }
}
