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
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

const OPTIONS: Options = Options::ENABLE_STRIKETHROUGH.union(Options::ENABLE_TABLES);

/// `source` as HTML that may stand in a page as it is. The page has its own first-level heading, so
/// headings begin at the third.
pub fn to_html(source: &str) -> String {
    let events = Parser::new_ext(source, OPTIONS).filter_map(shown);
    let mut html = String::with_capacity(source.len() * 2);
    pulldown_cmark::html::push_html(&mut html, events);
    SANITISER.clean(&html).to_string()
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

    proptest! {
        #[test]
        fn s_15_cleaning_again_changes_nothing(source in ".{0,200}") {
            let once = to_html(&source);
            prop_assert_eq!(SANITISER.clean(&once).to_string(), once);
        }
    }
}
