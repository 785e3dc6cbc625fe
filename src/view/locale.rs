//! What the service says in one language: its texts, and its way to write dates, times, zones, lists and names
//! (CLDR).

use std::fmt;
use std::sync::{Arc, OnceLock};

use fluent_bundle::{FluentArgs, FluentValue};

use super::bidi;
use super::catalogue::{BadCatalogue, Catalogue};
use super::files::Files;
use crate::base::language::{Direction, Language};

const FOLDER: &str = "locales/";

/// A language of the service with everything said in it.
pub struct Locale {
    language: Language,
    /// Where its catalogue is among the files, with the last slash.
    folder: String,
    files: Arc<Files>,
    catalogue: OnceLock<Catalogue>,
}

impl Locale {
    /// A locale for each folder below `locales/`: adding a language is adding a folder. What is said in it is read
    /// when somebody first asks for it: it takes more memory than everything else, and few instances speak
    /// every language.
    ///
    /// # Errors
    /// [`BadCatalogue::Folder`] where one is not named by a language.
    pub(super) fn all(files: &Arc<Files>) -> Result<Vec<Self>, BadCatalogue> {
        let mut folders: Vec<&str> = files
            .keys()
            .filter_map(|path| Some(path.strip_prefix(FOLDER)?.split_once('/')?.0))
            .collect();
        folders.dedup();
        let locale = |folder: &str| {
            Ok(Self {
                language: folder
                    .parse()
                    .map_err(|_| BadCatalogue::Folder(folder.to_owned()))?,
                folder: format!("{FOLDER}{folder}/"),
                files: Arc::clone(files),
                catalogue: OnceLock::new(),
            })
        };
        folders.into_iter().map(locale).collect()
    }

    /// Its catalogue can be read, and has every text of `source`, the first language of the service.
    ///
    /// # Errors
    /// [`BadCatalogue`] says which file is at fault, or names the first text that is missing.
    pub(super) fn check_against(&self, source: &Self) -> Result<(), BadCatalogue> {
        let [ours, theirs] = [self, source].map(Self::read);
        let ours = ours?;
        match theirs?.keys().find(|key| !ours.knows(key)) {
            Some(key) => Err(BadCatalogue::Lacks(self.language.clone(), key.to_owned())),
            None => Ok(()),
        }
    }

    fn read(&self) -> Result<Catalogue, BadCatalogue> {
        Catalogue::read(&self.language, &self.folder, &self.files)
    }

    /// That of a host was checked at the start, and the others by the tests.
    fn catalogue(&self) -> &Catalogue {
        self.catalogue
            .get_or_init(|| self.read().expect("a catalogue that was checked"))
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
        self.catalogue().marked(key, arguments)
    }

    /// Whether the catalogue has a text under `key`.
    pub fn knows(&self, key: &str) -> bool {
        self.catalogue().knows(key)
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
        self.formats().id.to_string().replace('-', "_")
    }

    /// The CLDR locale that dates and times are written by.
    pub(super) fn formats(&self) -> &icu_locale_core::Locale {
        self.catalogue().formats()
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locale({})", self.language)
    }
}
