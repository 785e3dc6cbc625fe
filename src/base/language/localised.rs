use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Language;

/// A text in one or several languages, kept in the form it was written in, so that a file comes
/// back as it went in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Localised {
    /// One text, in the first of the event's languages.
    One(String),
    /// A text for each language named.
    Each(BTreeMap<Language, String>),
}

/// A text and the language it turned out to be in, for `lang` and `dir`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked<'a> {
    /// The language of `text`.
    pub language: Language,
    /// The text.
    pub text: &'a str,
}

impl Localised {
    /// The text for a reader of `wanted`: in that language where it exists, else in the first of
    /// `order` (an event's languages) that has it, else in any. `None` only where there is no text.
    pub fn pick<'a>(&'a self, wanted: &Language, order: &[Language]) -> Option<Picked<'a>> {
        match self {
            Self::One(text) => Some(Picked {
                language: order.first().unwrap_or(wanted).clone(),
                text,
            }),
            Self::Each(texts) => Self::exact(texts, wanted)
                .or_else(|| {
                    order
                        .iter()
                        .find_map(|language| Self::exact(texts, language))
                })
                .or_else(|| texts.iter().next())
                .map(|(language, text)| Picked {
                    language: language.clone(),
                    text,
                }),
        }
    }

    /// Every text with its language; `first` is the first of the event's languages.
    pub fn texts<'a>(&'a self, first: &Language) -> Vec<(Language, &'a str)> {
        match self {
            Self::One(text) => vec![(first.clone(), text)],
            Self::Each(texts) => texts
                .iter()
                .map(|(language, text)| (language.clone(), text.as_str()))
                .collect(),
        }
    }

    fn exact<'a>(
        texts: &'a BTreeMap<Language, String>,
        wanted: &Language,
    ) -> Option<(&'a Language, &'a String)> {
        texts.get_key_value(wanted).or_else(|| {
            texts
                .iter()
                .find(|(language, _)| language.is_same_tongue(wanted))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        tag.parse().expect("a tag")
    }

    #[test]
    fn the_readers_language_comes_first_and_the_events_order_second() {
        let title: Localised = serde_json::from_str(r#"{"fr":"Eau","ar":"مياه"}"#).expect("texts");
        let order = [language("fr"), language("ar")];
        let pick = |wanted: &str| title.pick(&language(wanted), &order).expect("a text");
        assert_eq!(pick("ar").text, "مياه");
        assert_eq!(pick("fr-CA").text, "Eau");
        assert_eq!(pick("en").language, language("fr"));
    }

    #[test]
    fn a_single_text_is_in_the_first_language() {
        let name = Localised::One("Institut".to_owned());
        let picked = name
            .pick(&language("ar"), &[language("fr")])
            .expect("a text");
        assert_eq!((picked.language, picked.text), (language("fr"), "Institut"));
    }
}
