//! Builders of content lines (RFC 5545 section 3.1).

use ical::property::Property;

use super::text::{clean_parameter, escape};
use crate::base::clock::Instant;
use crate::base::language::Language;

/// A property whose value needs no escape: a word, a number, a time or a validated address.
pub(super) fn plain(name: &str, value: impl Into<String>) -> Property {
    Property {
        name: name.to_owned(),
        params: None,
        value: Some(value.into()).filter(|value| !value.is_empty()),
    }
}

/// A property whose value is TEXT.
pub(super) fn text(name: &str, value: &str) -> Property {
    plain(name, escape(value))
}

/// A property whose value is TEXT in a language (CAL-16).
pub(super) fn spoken(name: &str, language: &Language, value: &str) -> Property {
    with(text(name, value), "LANGUAGE", &[&language.to_string()])
}

/// A property whose value is an instant, in UTC and to the second.
pub(super) fn instant(name: &str, instant: Instant) -> Property {
    plain(name, instant.format("%Y%m%dT%H%M%SZ").to_string())
}

/// The property with one parameter more, or as it was if nothing of its values is left (CAL-15).
pub(super) fn with(mut property: Property, name: &str, values: &[&str]) -> Property {
    let values: Vec<String> = values
        .iter()
        .map(|value| clean_parameter(value))
        .filter(|value| !value.is_empty())
        .collect();
    if !values.is_empty() {
        let parameters = property.params.get_or_insert_default();
        parameters.push((name.to_owned(), values));
    }
    property
}
