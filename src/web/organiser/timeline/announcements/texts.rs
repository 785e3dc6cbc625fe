//! Organisers' texts with placeholders, asked for language by language.

use std::collections::BTreeMap;

use crate::base::language::{Language, Localised};
use crate::base::text::{SingleLine, clean_lines};
use crate::event::{MeetingLink, Seen};
use crate::view::{BadPhrase, Field, Flaw, Locale, Phrase, Problem, Widget};
use crate::web::form::Filled;

/// A text in several languages, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::web::organiser::timeline) struct Texts(BTreeMap<Language, String>);

/// What sort of text is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web::organiser::timeline) struct Typed {
    name: &'static str,
    is_line: bool,
    limit: usize,
}

impl Typed {
    /// The subject of a mail, as long as a header shows it (MIME-7).
    pub(in crate::web::organiser::timeline) const SUBJECT: Self = Self {
        name: "subject",
        is_line: true,
        limit: 150,
    };

    /// Several lines in the fields `name`, of so many characters at most.
    pub(in crate::web::organiser::timeline) const fn lines(
        name: &'static str,
        limit: usize,
    ) -> Self {
        Self {
            name,
            is_line: false,
            limit,
        }
    }

    fn clean(self, text: &str) -> String {
        if self.is_line {
            SingleLine::clean(text).to_string()
        } else {
            clean_lines(text)
        }
    }
}

impl Texts {
    /// What was typed into the fields `name.LANGUAGE`.
    pub(in crate::web::organiser::timeline) fn read(
        filled: &Filled,
        name: &str,
        languages: &[Language],
    ) -> Self {
        let text = |language: &Language| filled.text(&format!("{name}.{language}")).to_owned();
        let typed = languages
            .iter()
            .map(|language| (language.clone(), text(language)));
        Self(typed.filter(|(_, text)| !text.is_empty()).collect())
    }

    /// What is kept; `order` as in [`Localised::pick`].
    pub(in crate::web::organiser::timeline) fn of(
        kept: Option<&Localised<Phrase>>,
        order: &[Language],
    ) -> Self {
        let texts = kept.iter().flat_map(|kept| kept.texts(&order[0]));
        Self(
            texts
                .map(|(language, text)| (language, text.to_string()))
                .collect(),
        )
    }

    /// What `said` gives for each of `languages`.
    pub(in crate::web::organiser::timeline) fn each(
        languages: &[Language],
        said: impl Fn(&Language) -> String,
    ) -> Self {
        let texts = languages
            .iter()
            .map(|language| (language.clone(), said(language)));
        Self(texts.collect())
    }

    /// What stands in `language`, or in another variant of it.
    fn in_language(&self, language: &Language) -> &str {
        let mut texts = self.0.iter();
        let found = texts.find(|(known, _)| known.is_same_tongue(language));
        found.map_or("", |(_, text)| text)
    }

    /// Whether there is nothing in any language.
    pub(in crate::web::organiser::timeline) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether `language` has a text.
    pub(in crate::web::organiser::timeline) fn has(&self, language: &Language) -> bool {
        !self.in_language(language).is_empty()
    }

    /// Whether `language` has none where another has.
    pub(in crate::web::organiser::timeline) fn lacks(&self, language: &Language) -> bool {
        !self.is_empty() && !self.has(language)
    }

    /// The texts, where each is of its `sort` and tells none of `links`; else what is wrong.
    pub(in crate::web::organiser::timeline) fn parse(
        &self,
        locale: &Locale,
        sort: Typed,
        links: &[&MeetingLink],
        problems: &mut Vec<Problem>,
    ) -> Vec<(Language, Phrase)> {
        let mut texts = Vec::new();
        for (language, text) in &self.0 {
            match phrase(locale, sort, text, links) {
                Ok(phrase) => texts.push((language.clone(), phrase)),
                Err(faults) => problems.extend(faults.into_iter().map(|words| Problem {
                    field: Some(format!("field-{}-{language}", sort.name)),
                    words: in_language(locale, &words, language),
                })),
            }
        }
        texts
    }

    /// The field that asks for it in `language`.
    pub(in crate::web::organiser::timeline) fn field(
        &self,
        language: &Language,
        name: &str,
        widget: Widget,
        label: String,
        problems: &[Problem],
    ) -> Field {
        let field = Field::optional(&format!("{name}.{language}"), widget, label);
        let problem = problems
            .iter()
            .find(|problem| problem.field.as_ref() == Some(&field.id));
        Field {
            lang: Some(language.to_string()),
            problem: problem.map(|problem| problem.words.clone()),
            ..field
        }
        .holding(self.in_language(language))
    }
}

/// `words` about a text in `language`.
pub(in crate::web::organiser::timeline) fn in_language(
    locale: &Locale,
    words: &str,
    language: &Language,
) -> String {
    let language = locale.language_name(language);
    locale.text_with("phrase-in", &[("what", words), ("language", &language)])
}

fn phrase(
    locale: &Locale,
    sort: Typed,
    text: &str,
    links: &[&MeetingLink],
) -> Result<Phrase, Vec<String>> {
    let text = sort.clean(text);
    if text.chars().count() > sort.limit {
        return Err(vec![locale.text(&format!("phrase-{}-long", sort.name))]);
    }
    let phrase: Phrase = text.parse().map_err(|bad: BadPhrase| {
        bad.flaws()
            .iter()
            .map(|flaw| in_words(locale, flaw))
            .collect::<Vec<_>>()
    })?;
    if Seen::of(&phrase.unfilled()).tells_any(links) {
        return Err(vec![locale.text("phrase-link")]);
    }
    Ok(phrase)
}

fn in_words(locale: &Locale, flaw: &Flaw) -> String {
    match flaw {
        Flaw::Unknown { name } => {
            let name = format!("{{{name}}}");
            locale.text_with("phrase-unknown", &[("name", &name)])
        }
        Flaw::TooMany => locale.text("phrase-many"),
        Flaw::Open => locale.text("phrase-open"),
        Flaw::Close => locale.text("phrase-close"),
    }
}
