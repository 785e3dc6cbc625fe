use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Language;

/// A text in one or several languages, kept in the form it was written in, so that a file comes
/// back as it went in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Localised<T = String> {
    /// One text, in the first of the event's languages.
    One(T),
    /// A text for each language named.
    Each(BTreeMap<Language, T>),
}

/// A text and the language it turned out to be in, for `lang` and `dir`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked<'a, T = String> {
    /// The language of `text`.
    pub language: Language,
    /// The text.
    pub text: &'a T,
}

impl<T> Localised<T> {
    /// The text for a reader of `wanted`: in that language where it exists, else in the first of
    /// `order` (an event's languages) that has it, else in any. `None` only where there is no text.
    pub fn pick<'a>(&'a self, wanted: &Language, order: &[Language]) -> Option<Picked<'a, T>> {
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

    /// The text for a reader of `wanted`, and none in another language; `order` as for
    /// [`pick`](Self::pick).
    pub fn only_in<'a>(&'a self, wanted: &Language, order: &[Language]) -> Option<&'a T> {
        let picked = self.pick(wanted, order)?;
        picked
            .language
            .is_same_tongue(wanted)
            .then_some(picked.text)
    }

    /// `texts` with `text` in `language`, or with none in it; `None` where nothing is left. `first` is the
    /// language of a text that is given once, which stays one as long as it is alone.
    pub fn change(
        texts: Option<Self>,
        language: &Language,
        first: &Language,
        text: Option<T>,
    ) -> Option<Self> {
        let mut each = match texts {
            Some(Self::One(_)) | None if language.is_same_tongue(first) => {
                return text.map(Self::One);
            }
            Some(Self::One(one)) if text.is_none() => return Some(Self::One(one)),
            Some(Self::One(one)) => BTreeMap::from([(first.clone(), one)]),
            Some(Self::Each(each)) => each,
            None => BTreeMap::new(),
        };
        let known = Self::exact(&each, language).map(|(known, _)| known.clone());
        let named = known.unwrap_or_else(|| language.clone());
        match text {
            Some(text) => each.insert(named, text),
            None => each.remove(&named),
        };
        (!each.is_empty()).then_some(Self::Each(each))
    }

    /// Every text with the language that it is named by, where it is named by one.
    pub fn keyed(&self) -> Vec<(Option<&Language>, &T)> {
        match self {
            Self::One(text) => vec![(None, text)],
            Self::Each(texts) => texts
                .iter()
                .map(|(language, text)| (Some(language), text))
                .collect(),
        }
    }

    /// Every text with its language; `first` is the first of the event's languages.
    pub fn texts<'a>(&'a self, first: &Language) -> Vec<(Language, &'a T)> {
        match self {
            Self::One(text) => vec![(first.clone(), text)],
            Self::Each(texts) => texts
                .iter()
                .map(|(language, text)| (language.clone(), text))
                .collect(),
        }
    }

    fn exact<'a>(
        texts: &'a BTreeMap<Language, T>,
        wanted: &Language,
    ) -> Option<(&'a Language, &'a T)> {
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
    fn f_6_a_text_is_not_given_in_another_language_than_asked() {
        let each: Localised = serde_json::from_str(r#"{"fr":"Eau","ar":"مياه"}"#).expect("texts");
        let one = Localised::One("Eau".to_owned());
        let order = [language("fr"), language("ar")];
        for (wanted, from_each, from_one) in [
            ("fr-CA", Some("Eau"), Some("Eau")),
            ("ar", Some("مياه"), None),
            ("en", None, None),
        ] {
            let wanted = language(wanted);
            let text = |texts: &Localised| texts.only_in(&wanted, &order).cloned();
            assert_eq!(text(&each).as_deref(), from_each);
            assert_eq!(text(&one).as_deref(), from_one);
        }
    }

    #[test]
    fn a_text_is_changed_in_one_language_and_stays_in_the_others() {
        let (en, ar, fr) = (language("en"), language("ar"), language("fr"));
        let change = |texts, language, text: &str| {
            let text = (!text.is_empty()).then(|| text.to_owned());
            Localised::change(texts, language, &en, text)
        };
        let one = change(None, &en, "Water");
        assert_eq!(one, Some(Localised::One("Water".to_owned())));
        assert_eq!(change(one.clone(), &ar, ""), one);
        let two = change(one.clone(), &ar, "مياه");
        let written = serde_json::to_string(&two).expect("texts");
        assert_eq!(written, r#"{"ar":"مياه","en":"Water"}"#);
        assert_eq!(change(change(two.clone(), &en, ""), &ar, ""), None);
        let regional: Localised = serde_json::from_str(r#"{"fr-CA":"Eau"}"#).expect("texts");
        let changed = change(Some(regional), &fr, "L’eau");
        let written = serde_json::to_string(&changed).expect("texts");
        assert_eq!(written, r#"{"fr-CA":"L’eau"}"#);
    }

    #[test]
    fn a_single_text_is_in_the_first_language() {
        let name = Localised::One("Institut".to_owned());
        let picked = name
            .pick(&language("ar"), &[language("fr")])
            .expect("a text");
        assert_eq!(
            (picked.language, picked.text.as_str()),
            (language("fr"), "Institut")
        );
    }
}
