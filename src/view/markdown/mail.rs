//! The same for mails: styles stand on the elements, since some readers drop the sheet.

use pulldown_cmark::{CowStr, Event, Tag};

use super::places::Places;
use super::{SANITISER, read, shown};

/// A text with its places filled, as HTML for a mail. A value is never Markdown.
pub fn to_mail_html(source: &str, places: &Places) -> String {
    let events = read(source)
        .filter_map(shown)
        .map(|event| with_address(event, places));
    let mut html = String::with_capacity(source.len() * 2);
    pulldown_cmark::html::push_html(&mut html, events);
    places.in_html(&styled(&SANITISER.clean(&html).to_string()))
}

/// In an address a value stands as it is, without what would isolate it amid text.
fn with_address<'a>(event: Event<'a>, places: &Places) -> Event<'a> {
    match event {
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Link {
            link_type,
            dest_url: CowStr::from(places.in_address(&dest_url)),
            title,
            id,
        }),
        other => other,
    }
}

/// `html`, which is clean, with what each element looks like. The sanitiser would add it too, but two
/// attributes in one order today and in another tomorrow (DEC-4).
fn styled(html: &str) -> String {
    let dress = |html: String, (tag, attributes): (&str, &str)| {
        html.replace(&format!("<{tag} "), &format!("<{tag} {attributes} "))
            .replace(&format!("<{tag}>"), &format!("<{tag} {attributes}>"))
    };
    LOOKS.into_iter().fold(html.to_owned(), dress)
}

/// Colours that darkness changes go by the classes of the mail's sheet.
const LOOKS: [(&str, &str); 15] = [
    ("p", r#"style="margin:0 0 16px""#),
    ("a", r#"style="color:#14503c""#),
    ("ul", r#"style="margin:0 0 16px;padding:0 24px""#),
    ("ol", r#"style="margin:0 0 16px;padding:0 24px""#),
    ("li", r#"style="margin:0 0 4px""#),
    ("h3", HEADING),
    ("h4", HEADING),
    ("h5", HEADING),
    ("h6", HEADING),
    (
        "blockquote",
        r#"class="quiet" style="margin:0 0 16px;padding:0 16px;color:#5b6561""#,
    ),
    (
        "pre",
        r#"style="margin:0 0 16px;white-space:pre-wrap;font-size:14px""#,
    ),
    (
        "hr",
        r#"class="line" style="margin:24px 0;border:0;border-top:1px solid #dde1dd""#,
    ),
    (
        "table",
        r#"style="margin:0 0 16px;border-collapse:collapse""#,
    ),
    ("th", CELL),
    ("td", CELL),
];
const HEADING: &str = r#"style="margin:24px 0 8px;font-size:18px;line-height:1.35""#;
const CELL: &str = r#"class="line" style="padding:4px 8px;border:1px solid #dde1dd""#;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn s_15_a_mail_has_styles_and_no_more_than_a_page() {
        let html = to_mail_html(
            "# Why\n\nA *word*, [a link](https://x.example) [bad](javascript:alert(1)) <b onclick=x>b</b> ![pic](https://x.example/p.png)\n\n> q",
            &Places::default(),
        );
        for kept in [
            "<h3 style=\"margin",
            "<p style=\"margin:0 0 16px\">A <em>word</em>",
            "href=\"https://x.example\"",
            "&lt;b onclick=x&gt;b",
            "<blockquote class=\"quiet\" style=\"margin:0 0 16px;padding:0 16px;color:#5b6561\">",
        ] {
            assert!(html.contains(kept), "{kept}: {html}");
        }
        for gone in ["javascript:", "<b ", "<img", "src="] {
            assert!(!html.contains(gone), "{gone}: {html}");
        }
    }

    #[test]
    fn s_15_what_looks_like_an_element_stays_text() {
        let source = "`<p>` &lt;a href=x&gt; [x](https://x.example/<p>)";
        let html = to_mail_html(source, &Places::default());
        assert!(
            html.contains("<code>&lt;p&gt;</code> &lt;a href=x&gt;"),
            "{html}"
        );
        assert_eq!(html.matches("style=").count(), 2, "{html}");
    }

    #[test]
    fn s_17_a_value_is_never_markdown_nor_markup() {
        let places = Places::of([("*a* [x](https://evil.example) <b>", "V")]);
        let place = places.mark(0);
        let html = to_mail_html(
            &format!("On {place}, `{place}` and [b](https://x.example/{place})"),
            &places,
        );
        assert!(html.contains("On V, <code>V</code>"), "{html}");
        assert!(!html.contains("evil.example\""), "{html}");
        assert_eq!(html.matches("<a ").count(), 1, "{html}");
        let places = Places::of([("javascript:alert(1)", "V"), ("\"><b>", "W")]);
        let (script, markup) = (places.mark(0), places.mark(1));
        let html = to_mail_html(
            &format!("[a]({script}) [b](https://x.example/{markup})"),
            &places,
        );
        assert!(
            !html.contains("javascript:") && !html.contains("<b>"),
            "{html}"
        );
    }

    proptest! {
        #[test]
        fn s_15_whatever_is_written_only_harmless_elements_come_of_it(source in "[a-z<>\"'=/:!()\\[\\]*`#&; \n]{0,120}") {
            let html = to_mail_html(&source, &Places::default());
            for tag in html.split('<').skip(1) {
                let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
                prop_assert!(
                    ["p", "br", "strong", "em", "del", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"]
                        .contains(&name.as_str()),
                    "{}", html
                );
            }
        }
    }
}
