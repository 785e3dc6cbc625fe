//! Escaping for HTML. minijinja's own turns every slash into a reference, which makes addresses
//! unreadable in the source and protects nothing.

use minijinja::value::{Value, ValueKind};
use minijinja::{AutoEscape, Error, ErrorKind, Output, State};

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

/// `value` as JSON for a data block of a page: neither the end of the block nor a comment can stand in
/// it (S-14).
pub fn json(value: &Value) -> Result<String, Error> {
    let json = serde_json::to_string(value).map_err(|error| {
        Error::new(ErrorKind::BadSerialization, "a data block").with_source(error)
    })?;
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                escaped.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            other => escaped.push(other),
        }
    }
    Ok(escaped)
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
    fn s_14_a_data_block_holds_no_markup_and_reads_back_the_same() {
        let typed = "</script><script>alert(1)</script> & <!-- \u{2028}\u{2029} \"quoted\" \\";
        let json = json(&Value::from(typed)).expect("json");
        assert!(
            !json.contains(['<', '>', '&', '\u{2028}', '\u{2029}']),
            "{json}"
        );
        let read: String = serde_json::from_str(&json).expect("json");
        assert_eq!(read, typed);
    }

    #[test]
    fn s_13_markup_is_shown_and_addresses_stay_readable() {
        assert_eq!(
            html(r#"<a href='x' y="&">"#),
            "&lt;a href=&#39;x&#39; y=&quot;&amp;&quot;&gt;"
        );
        assert_eq!(html("/en/events/a"), "/en/events/a");
    }
}
