//! What every catalogue has to hold, whoever adds a language: see “Adding a language” in the README.

use std::collections::{BTreeMap, HashSet};

use fluent_bundle::FluentArgs;
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};

use super::{catalogues, sources, view};
use crate::base::language::Language;
use crate::view::forms::Forms;
use crate::view::{SOURCE, bidi};

/// Said in a comment above a text that is the very same in English, so that nobody takes it for
/// forgotten.
const SAME: &str = "same as English";
/// The forms of CLDR.
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A text as its file has it.
struct Text {
    pattern: Pattern<String>,
    is_said_to_be_the_same: bool,
}

type Catalogue = BTreeMap<String, Text>;

/// The texts of each language by their keys, English first.
fn by_language() -> Vec<(Language, Catalogue)> {
    let mut all: BTreeMap<String, Catalogue> = BTreeMap::new();
    for (path, source) in catalogues() {
        let folder = path.split('/').nth(2).expect("a folder for each language");
        let catalogue = all.entry(folder.to_owned()).or_default();
        let file = fluent_syntax::parser::parse(source)
            .unwrap_or_else(|(_, faults)| panic!("{path}: {faults:?}"));
        for entry in file.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let key = message.id.name;
            assert!(
                message.attributes.is_empty(),
                "{path}: nothing reads the attributes of {key}"
            );
            let remarks = message.comment.map(|comment| comment.content);
            let text = Text {
                pattern: message
                    .value
                    .unwrap_or_else(|| panic!("{path}: {key} is empty")),
                is_said_to_be_the_same: remarks
                    .is_some_and(|lines| lines.contains(&SAME.to_owned())),
            };
            let before = catalogue.insert(key.clone(), text);
            assert!(before.is_none(), "{path}: {key} is there twice");
        }
    }
    let mut all: Vec<_> = all
        .into_iter()
        .map(|(folder, catalogue)| (folder.parse().expect("a tag"), catalogue))
        .collect();
    all.sort_by_key(|(language, _): &(Language, _)| {
        (language.to_string() != SOURCE, language.clone())
    });
    all
}

#[test]
fn every_text_exists_in_every_language_and_is_translated() {
    let [(source, english), others @ ..] = &by_language()[..] else {
        panic!("no language");
    };
    assert_eq!(source.to_string(), SOURCE);
    for (language, texts) in others {
        for (key, text) in english {
            let translated = texts
                .get(key)
                .unwrap_or_else(|| panic!("{language} lacks {key}"));
            assert_eq!(
                places(&translated.pattern),
                places(&text.pattern),
                "{key} of {language} has other places than in English"
            );
            let is_the_same = translated.pattern == text.pattern && has_letters(&text.pattern);
            assert_eq!(
                is_the_same, translated.is_said_to_be_the_same,
                "{key} of {language}: “# {SAME}” stands above a text if and only if it is"
            );
        }
        for key in texts.keys() {
            assert!(
                english.contains_key(key),
                "{SOURCE} lacks {key} of {language}"
            );
        }
    }
}

#[test]
fn a_9_whatever_is_counted_has_every_form_of_its_language() {
    for (language, texts) in by_language() {
        let forms = forms(&language);
        for (key, text) in &texts {
            for counted in counted(&text.pattern) {
                for (form, numbers) in &forms {
                    let own = counted.variant(form);
                    let variant = own.unwrap_or_else(|| {
                        panic!("{key} of {language} lacks [{form}], for {numbers:?}")
                    });
                    let meant = numbers.iter().filter(|number| !counted.names(**number));
                    let is_of_several = meant.count() > 1;
                    assert!(
                        !(is_of_several && counted.is_said() && !counted.says(variant)),
                        "[{form}] in {key} of {language} is for several numbers and says none"
                    );
                }
            }
        }
    }
}

#[test]
fn a_9_every_form_is_chosen_for_its_numbers() {
    let view = view();
    let kept = |tag: &str, count: i64| {
        let locale = view.locale(&tag.parse().expect("a tag"));
        let mut arguments = FluentArgs::new();
        arguments.set("count", count);
        bidi::without_marks(&locale.marked("form-kept", &arguments).expect("a text"))
    };
    for (tag, count, words) in [
        ("ar", 0, "تُحذف عند انتهائها"),
        ("ar", 1, "يوم واحد"),
        ("ar", 2, "يومين"),
        ("ar", 7, "7 أيام"),
        ("ar", 103, "103 أيام"),
        ("ar", 30, "30 يوماً"),
        ("ar", 100, "100 يوم "),
        ("fr", 1, "1 jour "),
        ("fr", 2, "2 jours"),
        ("fr", 1_000_000, "1000000 de jours"),
        ("ka", 0, "დასრულებისთანავე"),
        ("ka", 30, "30 დღეში"),
        ("ru", 1, "1 день"),
        ("ru", 21, "21 день"),
        ("ru", 3, "3 дня"),
        ("ru", 11, "11 дней"),
        ("ru", 30, "30 дней"),
    ] {
        assert!(
            kept(tag, count).contains(words),
            "{tag} {count}: {}",
            kept(tag, count)
        );
    }
}

#[test]
fn every_pattern_of_a_date_is_one() {
    let view = view();
    for language in view.languages() {
        for key in ["pattern-day", "pattern-date"] {
            let pattern = view.locale(language).text(key);
            let parsed = pattern.parse::<icu_datetime::pattern::DateTimePattern>();
            assert!(parsed.is_ok(), "{key} of {language}: {pattern}");
        }
    }
}

#[test]
fn every_text_is_used() {
    let files: Vec<(String, String)> = sources("templates", &["html", "txt"])
        .into_iter()
        .chain(sources("src", &["rs"]))
        .collect();
    let mut quoted = HashSet::new();
    let mut families = HashSet::new();
    for (_, source) in &files {
        let mut pieces = source.split('"').peekable();
        while let Some(piece) = pieces.next() {
            quoted.insert(piece);
            // "family-" ~ rest, and "family-{rest}".
            if pieces.peek().is_some_and(|next| next.starts_with(" ~")) {
                families.insert(piece);
            }
            families.extend(piece.split_once('{').map(|(family, _)| family));
        }
    }
    let is_built = |key: &str| {
        let mut ends = key.match_indices('-').map(|(at, _)| &key[..=at]);
        ends.any(|family| families.contains(family))
    };
    let english = by_language().remove(0).1;
    let unused: Vec<&String> = english
        .keys()
        .filter(|key| !quoted.contains(key.as_str()) && !is_built(key))
        .collect();
    assert!(unused.is_empty(), "nothing uses {unused:?}");
}

#[test]
fn every_text_that_the_code_asks_for_exists() {
    let texts = by_language().remove(0).1;
    for (name, source) in sources("src", &["rs"]) {
        if name.contains("view/tests") {
            continue;
        }
        let source: String = source.split_whitespace().collect();
        for call in [
            "locale.text(\"",
            "locale().text(\"",
            "locale.text_with(\"",
            "self.text(\"field-",
        ] {
            for rest in source.split(call).skip(1) {
                let key = rest.split('"').next().unwrap_or_default();
                let family = if call.ends_with('-') { "field-" } else { "" };
                let key = format!("{family}{key}");
                assert!(texts.contains_key(&key), "{name} asks for {key}");
            }
        }
    }
}

/// The forms of a language with the whole numbers up to two hundred that take each, and a million.
fn forms(language: &Language) -> BTreeMap<&'static str, Vec<i64>> {
    let locale = language.to_string().parse().expect("a CLDR locale");
    let rules = Forms::of(&locale);
    let mut forms: BTreeMap<_, Vec<i64>> = BTreeMap::new();
    for number in (0..=200).chain([1_000_000]) {
        forms.entry(rules.name(number)).or_default().push(number);
    }
    forms
}

/// A choice between the forms of something counted.
struct Counted<'a> {
    place: &'a str,
    variants: &'a [Variant<String>],
}

impl Counted<'_> {
    fn variant(&self, form: &str) -> Option<&Variant<String>> {
        self.variants
            .iter()
            .find(|variant| is_called(variant, form))
    }

    /// Whether a variant is for this number alone: `[0]`.
    fn names(&self, number: i64) -> bool {
        let number = number.to_string();
        let mut keys = self.variants.iter().map(|variant| &variant.key);
        keys.any(|key| matches!(key, VariantKey::NumberLiteral { value } if *value == number))
    }

    fn says(&self, variant: &Variant<String>) -> bool {
        places(&variant.value).contains(self.place)
    }

    /// Whether the number is said here, and not beside what is counted.
    fn is_said(&self) -> bool {
        self.variants
            .iter()
            .any(|variant| variant.default && self.says(variant))
    }
}

fn is_called(variant: &Variant<String>, form: &str) -> bool {
    matches!(&variant.key, VariantKey::Identifier { name } if name == form)
}

fn counted(pattern: &Pattern<String>) -> Vec<Counted<'_>> {
    let choices = pattern.elements.iter().filter_map(|element| match element {
        PatternElement::Placeable {
            expression: Expression::Select { selector, variants },
        } => Some((selector, variants)),
        _ => None,
    });
    let counted = choices.filter_map(|(selector, variants)| match selector {
        InlineExpression::VariableReference { id }
            if FORMS
                .iter()
                .any(|form| variants.iter().any(|one| is_called(one, form))) =>
        {
            Some(Counted {
                place: &id.name,
                variants,
            })
        }
        _ => None,
    });
    counted.collect()
}

/// The names of the values that a text takes.
fn places(pattern: &Pattern<String>) -> HashSet<&str> {
    let mut found = HashSet::new();
    each(pattern, &mut |element| {
        if let PatternElement::Placeable { expression } = element {
            let (Expression::Inline(inline)
            | Expression::Select {
                selector: inline, ..
            }) = expression;
            if let InlineExpression::VariableReference { id } = inline {
                found.insert(id.name.as_str());
            }
        }
    });
    found
}

/// Whether a text says something of its own, and does not only put values beside each other.
fn has_letters(pattern: &Pattern<String>) -> bool {
    let mut found = false;
    each(pattern, &mut |element| {
        if let PatternElement::TextElement { value } = element {
            found |= value.contains(char::is_alphabetic);
        }
    });
    found
}

/// Every element of a text, those of its variants too.
fn each<'a>(pattern: &'a Pattern<String>, see: &mut impl FnMut(&'a PatternElement<String>)) {
    for element in &pattern.elements {
        see(element);
        if let PatternElement::Placeable {
            expression: Expression::Select { variants, .. },
        } = element
        {
            for variant in variants {
                each(&variant.value, see);
            }
        }
    }
}
