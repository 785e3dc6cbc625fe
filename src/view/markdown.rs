//! Organisers' own texts: Markdown without raw HTML, then a short list of what may remain (S-15).

mod mail;
mod places;
mod plain;

pub use mail::to_mail_html;
pub use places::{Places, without_marks};
pub use plain::to_plain;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::base::text::visible;

const OPTIONS: Options = Options::ENABLE_STRIKETHROUGH.union(Options::ENABLE_TABLES);

/// `source` as HTML that may stand in a page as it is. The page has its own first-level heading, so
/// headings begin at the third.
pub fn to_html(source: &str) -> String {
    let events = read(source).filter_map(shown);
    let mut html = String::with_capacity(source.len() * 2);
    pulldown_cmark::html::push_html(&mut html, events);
    SANITISER.clean(&html).to_string()
}

/// What `source` says, without what no reader sees: a character reference (CommonMark section 2.5) can
/// stand for any character, and bring back what was taken out of the source (S-19, S-23).
fn read(source: &str) -> impl Iterator<Item = Event<'_>> {
    let visible = |text: CowStr<'_>| CowStr::from(visible(&text));
    Parser::new_ext(source, OPTIONS).map(move |event| match event {
        Event::Text(text) => Event::Text(visible(text)),
        Event::Code(text) => Event::Code(visible(text)),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Link {
            link_type,
            dest_url: visible(dest_url),
            title,
            id,
        }),
        other => other,
    })
}

/// Raw HTML is shown as the text it is; images, which would be fetched from elsewhere (P-3), leave
/// their description.
fn shown(event: Event<'_>) -> Option<Event<'_>> {
    Some(match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
        Event::Start(Tag::Heading {
            level,
            id,
            classes,
            attrs,
        }) => Event::Start(Tag::Heading {
            level: deeper(level),
            id,
            classes,
            attrs,
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(deeper(level))),
        other => other,
    })
}

fn deeper(level: pulldown_cmark::HeadingLevel) -> pulldown_cmark::HeadingLevel {
    use pulldown_cmark::HeadingLevel::{H3, H4, H5, H6};
    match level as usize {
        1 => H3,
        2 => H4,
        3 => H5,
        _ => H6,
    }
}

static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from([
            "p",
            "br",
            "strong",
            "em",
            "del",
            "a",
            "ul",
            "ol",
            "li",
            "blockquote",
            "code",
            "pre",
            "hr",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
        ]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("ol", HashSet::from(["start"])),
        ]))
        .clean_content_tags(HashSet::from(["script", "style"]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("noopener nofollow"));
    builder
});

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn s_15_only_harmless_markup_remains() {
        let html = to_html(
            "# Why\n\nA *word*, [a link](https://x.example) and [bad](javascript:alert(1)) <script>alert(1)</script> ![pic](https://x.example/p.png)",
        );
        assert!(html.contains("<h3>Why</h3>"), "{html}");
        assert!(html.contains("<em>word</em>"), "{html}");
        assert!(html.contains(r#"href="https://x.example""#), "{html}");
        assert!(!html.contains("javascript:"), "{html}");
        assert!(!html.contains("<script"), "{html}");
        assert!(!html.contains("<img") && html.contains("pic"), "{html}");
    }

    #[test]
    fn s_19_a_character_reference_brings_nothing_back_that_hides() {
        let source = "a&#x202E;b&#x2066;c&#8203;d&#13;e&#10;f `g&#8203;` &shy;[h](https://x.example/&#x202E;)";
        let html = to_html(source);
        assert!(
            html.starts_with(
                "<p>abcde\nf <code>g&amp;#8203;</code> <a href=\"https://x.example/\""
            ),
            "{html}"
        );
        let text = to_plain(source, &Places::default());
        assert_eq!(text, "abcde\nf g&#8203; h\nhttps://x.example/");
    }

    proptest! {
        #[test]
        fn s_19_nothing_hides_in_what_is_written(source in "(&#(x202E|x2066|8203|13|x200C|65024|xFEFF);|[a-zا]|[ *`()\\[\\]<>\\n-]){0,40}") {
            let hides = |c: char| matches!(c, '\u{200B}' | '\u{202E}' | '\u{2066}' | '\u{FEFF}' | '\r');
            for read in [
                to_html(&source),
                to_mail_html(&source, &Places::default()),
                to_plain(&source, &Places::default()),
            ] {
                prop_assert!(!read.contains(hides), "{:?}", read);
            }
        }

        #[test]
        fn s_15_cleaning_again_changes_nothing(source in ".{0,200}") {
            let once = to_html(&source);
            prop_assert_eq!(SANITISER.clean(&once).to_string(), once);
        }
    }
}
