//! What templates can call: the catalogue and the filters, bound to one language.

use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use minijinja::value::{Kwargs, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, State};

use super::assets::Assets;
use super::locale::Locale;
use super::{bidi, escape, markdown};

/// Templates below this folder are for calendar objects, which hold no direction marks (CAL-16).
const CALENDAR: &str = "calendar/";

/// Makes `t`, `asset`, `lang`, `dir` and the filters known to `environment`.
pub fn add_to(environment: &mut Environment<'static>, locale: &Arc<Locale>, assets: &Arc<Assets>) {
    environment.add_global("lang", locale.language().to_string());
    environment.add_global("dir", locale.direction().as_str());
    let own = Arc::clone(locale);
    environment.add_function("t", move |state: &State, key: &str, values: Kwargs| {
        translate(&own, state, key, &values)
    });
    let own = Arc::clone(locale);
    environment.add_filter("isolated", move |state: &State, value: Value| {
        isolated(&own, state, &value)
    });
    let own = Arc::clone(locale);
    environment.add_filter("filled", move |state: &State, phrase: Value| {
        filled(&own, state, &phrase)
    });
    environment.add_filter("markdown", |source: &str| {
        Value::from_safe_string(markdown::to_html(source))
    });
    let own = Arc::clone(assets);
    environment.add_function("asset", move |name: &str| {
        own.address(name).ok_or_else(|| {
            Error::new(
                ErrorKind::InvalidOperation,
                format!("there is no asset {name}"),
            )
        })
    });
}

/// The text under `key`. Its places take numbers, texts, and markup that another function made.
fn translate(locale: &Locale, state: &State, key: &str, values: &Kwargs) -> Result<Value, Error> {
    let mut arguments = FluentArgs::new();
    let mut markup = Vec::new();
    for name in values.args() {
        let value: Value = values.get(name)?;
        if value.is_safe() {
            // Stands for the markup until everything around it has been escaped.
            arguments.set(name.to_owned(), format!("\u{E000}{}\u{E001}", markup.len()));
            markup.push(value.to_string());
        } else {
            arguments.set(name.to_owned(), argument(&value));
        }
    }
    let marked = locale.marked(key, &arguments).ok_or_else(|| {
        let language = locale.language();
        Error::new(
            ErrorKind::InvalidOperation,
            format!("the catalogue of {language} has no usable text {key}"),
        )
    })?;
    if !is_html(state) {
        return Ok(plain(locale, state, &marked));
    }
    let mut html = bidi::html(&marked, locale.direction());
    for (index, piece) in markup.iter().enumerate() {
        html = html.replace(&format!("\u{E000}{index}\u{E001}"), piece);
    }
    Ok(Value::from_safe_string(html))
}

/// A value that may run the other way: a [`Words`](super::words::Words) or a string.
fn isolated(locale: &Locale, state: &State, value: &Value) -> Result<Value, Error> {
    if value.kind() != ValueKind::Map {
        let text = value.to_string();
        return Ok(if is_html(state) {
            Value::from_safe_string(format!("<bdi>{}</bdi>", escape::html(&text)))
        } else {
            plain(
                locale,
                state,
                &format!("\u{2068}{}\u{2069}", bidi::without_marks(&text)),
            )
        });
    }
    let text = value.get_attr("text")?.to_string();
    let lang = value.get_attr("lang")?;
    Ok(if !is_html(state) {
        plain(
            locale,
            state,
            &format!("\u{2068}{}\u{2069}", bidi::without_marks(&text)),
        )
    } else if lang.is_none() {
        Value::from_safe_string(format!("<bdi>{}</bdi>", escape::html(&text)))
    } else {
        let dir = value.get_attr("dir")?;
        Value::from_safe_string(format!(
            "<span lang=\"{}\" dir=\"{}\">{}</span>",
            escape::html(&lang.to_string()),
            escape::html(&dir.to_string()),
            escape::html(&text)
        ))
    })
}

/// A [`Filled`](super::phrase::Filled): what its organiser wrote as it is, values as [`isolated`] or as
/// [`translate`] writes them.
fn filled(locale: &Locale, state: &State, phrase: &Value) -> Result<Value, Error> {
    let mut text = String::new();
    for part in phrase.get_attr("parts")?.try_iter()? {
        let words = part.get_attr("text")?.to_string();
        let is_foreign = !part.get_attr("lang")?.is_none();
        let marked = if part.get_attr("is_value")?.is_true() {
            format!("\u{2068}{}\u{2069}", bidi::without_marks(&words))
        } else {
            bidi::without_marks(&words)
        };
        if is_html(state) && is_foreign {
            text.push_str(&isolated(locale, state, &part)?.to_string());
        } else if is_html(state) {
            let html = bidi::html(&marked, locale.direction());
            text.push_str(&html.replace('\n', "<br>\n"));
        } else {
            text.push_str(&bidi::plain(&marked, locale.direction()));
        }
    }
    Ok(if is_html(state) {
        Value::from_safe_string(text)
    } else {
        Value::from(text)
    })
}

fn plain(locale: &Locale, state: &State, marked: &str) -> Value {
    Value::from(if state.name().starts_with(CALENDAR) {
        bidi::without_marks(marked)
    } else {
        bidi::plain(marked, locale.direction())
    })
}

fn argument(value: &Value) -> FluentValue<'static> {
    match i64::try_from(value.clone()) {
        Ok(number) if value.kind() == ValueKind::Number => FluentValue::from(number),
        _ => FluentValue::from(bidi::without_marks(&value.to_string())),
    }
}

fn is_html(state: &State) -> bool {
    matches!(state.auto_escape(), AutoEscape::Html)
}
