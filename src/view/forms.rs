//! Which form of a text goes with a number, by CLDR as ICU4X has it.
//!
//! Fluent would choose by `intl_pluralrules`, which follows CLDR 37 and takes 103 in Arabic for 100
//! where it is one of the few (n % 100 = 3..10). So a catalogue is rewritten as it is read: a choice
//! by `$count` becomes one by `$count-form`, the name of the form, which is given along with each
//! number. A variant for one number alone, such as `[0]`, still goes by the number, before all others.

use fluent_bundle::{FluentArgs, FluentValue};
use fluent_syntax::ast::{
    Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement, Resource, Variant,
    VariantKey,
};
use icu_plurals::{PluralCategory, PluralRules};

/// What follows the name of a number in the name of its form.
const SUFFIX: &str = "-form";

/// The forms of a language, by its CLDR locale.
pub(super) struct Forms(icu_locale_core::Locale);

impl Forms {
    /// Those of `formats`.
    pub(super) fn of(formats: &icu_locale_core::Locale) -> Self {
        Self(formats.clone())
    }

    /// The name of the form for `number`.
    pub(super) fn name(&self, number: i64) -> &'static str {
        let rules = PluralRules::try_new_cardinal((&self.0).into());
        match rules.map_or(PluralCategory::Other, |rules| rules.category_for(number)) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }

    /// `arguments`, each number with its form.
    pub(super) fn with_forms<'a>(&self, arguments: &'a FluentArgs<'_>) -> FluentArgs<'a> {
        let mut all = FluentArgs::new();
        for (name, value) in arguments.iter() {
            if let FluentValue::Number(number) = value {
                let form = self.name(number.value as i64);
                all.set(format!("{name}{SUFFIX}"), FluentValue::from(form));
            }
            all.set(name, value.clone());
        }
        all
    }
}

/// The catalogue file `source` with its choices by form.
///
/// # Errors
/// What Fluent says of a file that it cannot read.
pub(super) fn by_form(source: &str) -> Result<String, String> {
    let parsed = fluent_syntax::parser::parse_runtime(source.to_owned());
    let mut file: Resource<String> =
        parsed.map_err(|(_, faults)| format!("{:?}", faults.first()))?;
    for entry in &mut file.body {
        if let Entry::Message(message) = entry {
            message.value.iter_mut().for_each(rewrite);
        }
    }
    Ok(fluent_syntax::serializer::serialize(&file))
}

fn rewrite(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        let PatternElement::Placeable {
            expression: Expression::Select { selector, variants },
        } = element
        else {
            continue;
        };
        for variant in variants.iter_mut() {
            rewrite(&mut variant.value);
        }
        let InlineExpression::VariableReference { id } = selector else {
            continue;
        };
        let form = InlineExpression::VariableReference {
            id: Identifier {
                name: format!("{}{SUFFIX}", id.name),
            },
        };
        let is_number =
            |variant: &Variant<String>| matches!(variant.key, VariantKey::NumberLiteral { .. });
        if !variants.iter().any(is_number) {
            *selector = form;
            continue;
        }
        let (mut numbers, forms): (Vec<_>, Vec<_>) = variants.drain(..).partition(is_number);
        numbers.push(Variant {
            key: VariantKey::Identifier {
                name: "other".to_owned(),
            },
            value: Pattern {
                elements: vec![PatternElement::Placeable {
                    expression: Expression::Select {
                        selector: form,
                        variants: forms,
                    },
                }],
            },
            default: true,
        });
        *variants = numbers;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_goes_by_cldr_and_a_number_alone_before_it() {
        let source = "left = { $n ->\n    [0] none\n    [few] few\n   *[other] other\n}\n";
        let text = by_form(source).expect("a catalogue");
        let resource = fluent_bundle::FluentResource::try_new(text).expect("a catalogue");
        let language = "ar".parse().expect("a tag");
        let mut bundle = fluent_bundle::FluentBundle::new(vec![language]);
        bundle.add_resource(resource).expect("no key twice");
        let forms = Forms::of(&"ar".parse().expect("a locale"));
        let pattern = bundle
            .get_message("left")
            .and_then(|left| left.value())
            .expect("a text");
        for (number, words) in [(0, "none"), (3, "few"), (100, "other"), (103, "few")] {
            let mut arguments = FluentArgs::new();
            arguments.set("n", number);
            let arguments = forms.with_forms(&arguments);
            let said = bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new());
            assert_eq!(said, words, "{number}");
        }
    }
}
