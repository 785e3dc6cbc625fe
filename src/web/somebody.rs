//! What forms ask about somebody: texts in several languages beside each other, and an address.

use std::collections::BTreeMap;

use super::form::Filled;
use crate::base::language::{Language, Localised};
use crate::base::text::EmailAddress;
use crate::event::{self, Details, Seen};
use crate::view::{Field, Locale, Problem, Widget};

/// A text about somebody, in each of several languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// Who they are.
    Name,
    /// What they do.
    Position,
    /// Where they do it.
    Organisation,
    /// About them.
    Bio,
}

/// A field that has to be filled in otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field's name in the form.
    pub field: String,
    /// What to do about it: a key of the catalogue.
    pub words: &'static str,
}

impl Text {
    /// The fields' names before the language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Position => "position",
            Self::Organisation => "organisation",
            Self::Bio => "bio",
        }
    }

    const fn widget(self) -> Widget {
        match self {
            Self::Bio => Widget::Area,
            _ => Widget::Line,
        }
    }

    /// What may be said of somebody in a file.
    const fn kind(self) -> event::Text {
        match self {
            Self::Bio => event::Text::LINES,
            _ => event::Text::LINE,
        }
    }

    /// The fields of this text, one for each of `languages`, as they were filled in.
    pub fn fields(self, locale: &Locale, languages: &[Language], filled: &Filled) -> Vec<Field> {
        let label = locale.text(&format!("lineup-field-{}", self.name()));
        languages
            .iter()
            .map(|language| {
                let name = self.field(language);
                let in_language = [
                    ("field", label.as_str()),
                    ("language", &locale.language_name(language)),
                ];
                let label = locale.text_with("lineup-field-in", &in_language);
                Field {
                    lang: Some(language.to_string()),
                    ..Field::optional(&name, self.widget(), label).holding(filled.text(&name))
                }
            })
            .collect()
    }

    /// What was typed for it; `before` stays as it is kept where nothing else was typed.
    ///
    /// # Errors
    /// A [`Fault`] for each language in which it is too long.
    pub fn read(
        self,
        filled: &Filled,
        languages: &[Language],
        before: Option<&Localised>,
    ) -> Result<Option<Localised>, Vec<Fault>> {
        let mut texts = BTreeMap::new();
        let mut faults = Vec::new();
        for language in languages {
            let field = self.field(language);
            let text = self.kind().clean(filled.text(&field));
            if text.chars().count() > self.kind().limit() {
                let words = "lineup-problem-long";
                faults.push(Fault { field, words });
            } else if !text.is_empty() {
                texts.insert(language.clone(), text);
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let kept = before.filter(|before| is_same(before, &texts, languages));
        let typed = (!texts.is_empty()).then_some(Localised::Each(texts));
        Ok(kept.cloned().or(typed))
    }

    /// The fields of a form that hold `texts`.
    pub fn fill(self, texts: Option<&Localised>, languages: &[Language]) -> Vec<(String, String)> {
        let Some(first) = languages.first() else {
            return Vec::new();
        };
        let texts = texts.map(|texts| texts.texts(first)).unwrap_or_default();
        texts
            .into_iter()
            .map(|(language, text)| (self.field(&language), text.clone()))
            .collect()
    }

    pub fn field(self, language: &Language) -> String {
        format!("{}.{language}", self.name())
    }
}

/// The languages in which somebody is described: `asked`, and those in which they are already.
pub fn languages(asked: &[Language], texts: &[Option<&Localised>]) -> Vec<Language> {
    let mut languages = asked.to_vec();
    for texts in texts.iter().flatten() {
        for (language, _) in texts.keyed() {
            if let Some(language) = language
                && !languages.contains(language)
            {
                languages.push(language.clone());
            }
        }
    }
    languages
}

/// The address that was typed into `email`.
///
/// # Errors
/// A [`Fault`] where it is none.
pub fn email(filled: &Filled) -> Result<Option<EmailAddress>, Vec<Fault>> {
    match filled.text("email") {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| {
            vec![Fault {
                field: "email".to_owned(),
                words: "lineup-problem-email",
            }]
        }),
    }
}

/// Characters of the longest text that is looked at for a link: what is longer is refused as too long.
const LONGEST_SEEN: usize = 5_000;

/// The texts of a form that would tell a link to join `details` by (S-32). A text is looked at only as
/// far as it could be kept, so that nobody finds the number of a meeting out by sending many at once.
pub fn told_links(filled: &Filled, details: &Details) -> Vec<Fault> {
    let links = details.meeting_links();
    let told = filled.fields().filter(|(_, text)| {
        text.chars().count() <= LONGEST_SEEN && Seen::of(text).tells_any(&links)
    });
    told.map(|(field, _)| Fault {
        field: field.to_owned(),
        words: "lineup-problem-link",
    })
    .collect()
}

/// Puts the words of `faults` beside their fields; gives the summary.
pub fn mark(locale: &Locale, rows: &mut [Vec<Field>], faults: &[Fault]) -> Vec<Problem> {
    faults
        .iter()
        .map(|fault| {
            let words = locale.text(fault.words);
            let mut fields = rows.iter_mut().flatten();
            let field = fields.find(|field| field.name == fault.field);
            let id = field.map(|field| {
                field.problem = Some(words.clone());
                field.id.clone()
            });
            Problem { field: id, words }
        })
        .collect()
}

fn is_same(before: &Localised, typed: &BTreeMap<Language, String>, languages: &[Language]) -> bool {
    languages.first().is_some_and(|first| {
        let before: BTreeMap<Language, String> = before
            .texts(first)
            .into_iter()
            .map(|(language, text)| (language, text.clone()))
            .collect();
        before == *typed
    })
}
