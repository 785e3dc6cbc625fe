//! What templates can call: the catalogue and the filters, bound to one language.

use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use minijinja::value::{Kwargs, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, State};

use super::assets::Assets;
use super::locale::Locale;
use super::markdown::Places;
use super::{bidi, escape, markdown};
use crate::base::language::Direction;

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
    let own = Arc::clone(locale);
    environment.add_filter("filled_markdown", move |state: &State, phrase: Value| {
        filled_markdown(&own, state, &phrase)
    });
    environment.add_filter("markdown", |source: &str| {
        Value::from_safe_string(markdown::to_html(source))
    });
    environment.add_filter("data_block", |value: Value| {
        escape::json(&value).map(Value::from_safe_string)
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
    for part in Part::all(phrase)? {
        let words = part.shown(locale, state, phrase)?;
        text.push_str(&if is_html(state) {
            words.replace('\n', "<br>\n")
        } else {
            words
        });
    }
    Ok(finished(state, text))
}

/// A [`Filled`](super::phrase::Filled) whose organiser wrote Markdown; no value of it is.
fn filled_markdown(locale: &Locale, state: &State, phrase: &Value) -> Result<Value, Error> {
    let mut source = String::new();
    let mut places = Places::default();
    for part in Part::all(phrase)? {
        if part.is_value {
            let shown = part.shown(locale, state, phrase)?;
            source.push(places.add(&part.text, shown));
        } else {
            source.push_str(&markdown::without_marks(&part.text));
        }
    }
    let text = if is_html(state) {
        markdown::to_mail_html(&source, &places)
    } else {
        markdown::to_plain(&source, &places)
    };
    Ok(finished(state, text))
}

/// A piece of a [`Filled`](super::phrase::Filled).
struct Part {
    text: String,
    is_value: bool,
    words: Value,
}

impl Part {
    fn all(phrase: &Value) -> Result<Vec<Self>, Error> {
        let parts = phrase.get_attr("parts")?;
        let part = |words: Value| {
            Ok(Self {
                text: bidi::without_marks(&words.get_attr("text")?.to_string()),
                is_value: words.get_attr("is_value")?.is_true(),
                words,
            })
        };
        parts.try_iter()?.map(part).collect()
    }

    /// Amid `phrase`, escaped where it stands in HTML.
    fn shown(&self, locale: &Locale, state: &State, phrase: &Value) -> Result<String, Error> {
        let direction = match phrase.get_attr("dir")?.as_str() {
            Some("rtl") => Direction::Rtl,
            Some(_) => Direction::Ltr,
            None => locale.direction(),
        };
        let marked = if self.is_value {
            format!("\u{2068}{}\u{2069}", self.text)
        } else {
            self.text.clone()
        };
        Ok(if !is_html(state) {
            bidi::plain(&marked, direction)
        } else if self.words.get_attr("lang")?.is_none() {
            bidi::html(&marked, direction)
        } else {
            isolated(locale, state, &self.words)?.to_string()
        })
    }
}

fn finished(state: &State, text: String) -> Value {
    if is_html(state) {
        Value::from_safe_string(text)
    } else {
        Value::from(text)
    }
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
