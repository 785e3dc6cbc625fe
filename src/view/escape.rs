//! Escaping for HTML. minijinja's own turns every slash into a reference, which makes addresses
//! unreadable in the source and protects nothing.

use minijinja::value::{Value, ValueKind};
use minijinja::{AutoEscape, Error, Output, State};

/// What cannot stand as it is.
const SPECIAL: [char; 5] = ['&', '<', '>', '"', '\''];

/// `text` for an element's content or an attribute in double quotes.
pub fn html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Writes `value` into a template, escaped unless it is markup that a function of ours made.
pub fn write(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let unsafe_text = value.kind() == ValueKind::String && !value.is_safe();
    match (state.auto_escape(), value.as_str()) {
        (AutoEscape::Html, Some(text)) if unsafe_text && text.contains(SPECIAL) => {
            out.write_str(&html(text)).map_err(Error::from)
        }
        (AutoEscape::Html, Some(text)) if unsafe_text => out.write_str(text).map_err(Error::from),
        _ => minijinja::escape_formatter(out, state, value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_13_markup_is_shown_and_addresses_stay_readable() {
        assert_eq!(
            html(r#"<a href='x' y="&">"#),
            "&lt;a href=&#39;x&#39; y=&quot;&amp;&quot;&gt;"
        );
        assert_eq!(html("/en/events/a"), "/en/events/a");
    }
}
