//! Markdown as plain text: what it marks is left out, and every address stands alone on its line
//! (MIME-8).

use pulldown_cmark::{Event, Tag, TagEnd};

use super::places::Places;
use super::read;

/// A text with its places filled, as plain text that ends without a line break.
pub fn to_plain(source: &str, places: &Places) -> String {
    let mut writer = Writer::new(places);
    for event in read(source) {
        writer.take(event);
    }
    places.in_text(writer.out.trim())
}

struct Writer<'a> {
    places: &'a Places,
    out: String,
    /// The lists that are open, with the number of the next entry where they have numbers.
    lists: Vec<Option<u64>>,
    /// The links that are open: where each begins, and its address.
    open: Vec<(usize, String)>,
    /// Addresses that wait for the end of their paragraph.
    addresses: Vec<String>,
    /// Whether an entry has just begun.
    is_after_bullet: bool,
    /// Whether the line holds an address, and can hold nothing else.
    is_after_address: bool,
}

impl<'a> Writer<'a> {
    fn new(places: &'a Places) -> Self {
        Self {
            places,
            out: String::new(),
            lists: Vec::new(),
            open: Vec::new(),
            addresses: Vec::new(),
            is_after_bullet: false,
            is_after_address: false,
        }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.say(&text);
            }
            Event::SoftBreak | Event::HardBreak => self.say("\n"),
            Event::Rule => {
                self.begin();
                self.say("—");
                self.end();
            }
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.stop(tag),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::CodeBlock(_)
            | Tag::BlockQuote(_)
            | Tag::Table(_) => self.begin(),
            Tag::List(first) => {
                if self.lists.is_empty() {
                    self.begin();
                }
                self.lists.push(first);
            }
            Tag::Item => self.entry(),
            Tag::TableCell if !self.out.ends_with('\n') && !self.out.is_empty() => self.say(" | "),
            Tag::Link { dest_url, .. } => {
                let address = self.places.in_address(&dest_url);
                let address = address.trim_start_matches("mailto:").trim().to_owned();
                // Whatever follows an address stands on the next line, which is where this link begins.
                if self.is_after_address {
                    self.line();
                }
                self.open.push((self.out.len(), address));
            }
            _ => {}
        }
    }

    fn stop(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::Item
            | TagEnd::TableHead
            | TagEnd::TableRow => self.end(),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Link => {
                let link = self.open.pop().filter(|(_, address)| !address.is_empty());
                if let Some((from, address)) = link {
                    // Words that are the address itself need not be there twice.
                    if self.out[from..].trim() == address {
                        self.out.truncate(from);
                        self.line();
                        self.out.push_str(&address);
                        self.is_after_address = true;
                    } else {
                        self.addresses.push(address);
                    }
                }
            }
            _ => {}
        }
    }

    fn entry(&mut self) {
        self.line();
        let depth = self.lists.len().saturating_sub(1);
        let bullet = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "– ".to_owned(),
        };
        self.out.push_str(&"  ".repeat(depth));
        self.out.push_str(&bullet);
        self.is_after_bullet = true;
    }

    /// An empty line before what begins a block, except right after its bullet.
    fn begin(&mut self) {
        if std::mem::take(&mut self.is_after_bullet) || self.out.is_empty() {
            return;
        }
        self.line();
        if !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    fn end(&mut self) {
        for address in std::mem::take(&mut self.addresses) {
            self.line();
            self.out.push_str(&address);
        }
        self.line();
        self.is_after_bullet = false;
    }

    fn line(&mut self) {
        self.is_after_address = false;
        let end = self.out.trim_end_matches(' ').len();
        self.out.truncate(end);
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    fn say(&mut self, text: &str) {
        self.is_after_bullet = false;
        if self.is_after_address {
            self.line();
            self.out.push_str(text.trim_start());
        } else {
            self.out.push_str(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn mime_8_markdown_reads_as_plain_text_with_addresses_on_their_own_lines() {
        for (source, text) in [
            ("One *two*\nthree\n\nfour", "One two\nthree\n\nfour"),
            ("# Head\ntext", "Head\n\ntext"),
            (
                "See [the page](https://x.example/a) and <https://y.example> for more\n\nBye",
                "See the page and\nhttps://y.example\nfor more\nhttps://x.example/a\n\nBye",
            ),
            (
                "Text\n\n- a\n- b [c](https://x.example)\n  - d\n\nEnd",
                "Text\n\n– a\n– b c\n  – d\nhttps://x.example\n\nEnd",
            ),
            ("3. a\n4. b", "3. a\n4. b"),
            ("[write](mailto:a@x.example)", "write\na@x.example"),
            ("a\n\n---\n\n> b", "a\n\n—\n\nb"),
            ("| a | b |\n|---|---|\n| c | d |", "a | b\nc | d"),
            (
                "<https://a.example><https://b.example>",
                "https://a.example\nhttps://b.example",
            ),
            ("[a&#32;&#32;](<a&#32;&#32;>)[é](u)", "a\né\nu"),
            ("[a]() b", "a b"),
            (
                "<b>raw</b> ![pic](https://x.example/p.png)",
                "<b>raw</b> pic",
            ),
        ] {
            assert_eq!(to_plain(source, &Places::default()), text, "{source}");
        }
    }

    #[test]
    fn s_17_a_value_stays_what_it_is() {
        let places = Places::of([("*V*", "<V>")]);
        let place = places.mark(0);
        let text = to_plain(
            &format!("*{place}* [a](https://x.example/{place})"),
            &places,
        );
        assert_eq!(text, "<V> a\nhttps://x.example/*V*");
    }

    proptest! {
        #[test]
        fn whatever_is_written_comes_to_a_text(source in "(\\[a(&#32;)*\\]\\(<?a(&#32;)*>?\\)|<https://a.b>|&#(32|x202E);|é|[a-z<>|=/:!()\\[\\]*`#>. \n-]){0,80}") {
            let text = to_plain(&source, &Places::default());
            prop_assert_eq!(text.trim(), text.as_str());
        }
    }
}
