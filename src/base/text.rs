//! Text that is parsed once and valid ever after.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Marks on one letter beyond which a text only disturbs its neighbours (S-23).
const MOST_MARKS: usize = 3;

/// Text on one line, in NFC, without control, bidi-control, tag or invisible characters: the only
/// text that may enter a mail header or a calendar object (S-19, S-23, MIME-7).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct SingleLine(String);

impl SingleLine {
    /// Cleans `text`: blanks of every kind and line breaks become one space, what could change
    /// direction or hide is dropped. Never fails; the result may be empty.
    pub fn clean(text: &str) -> Self {
        if text.is_ascii() {
            // Nothing to compose, which is where all the time would go.
            return Self(cleaned(text.chars()));
        }
        // Again, since dropping what hid between a letter and its mark may bring them together.
        Self(cleaned(text.nfc()).nfc().collect())
    }

    /// The text, cut to at most `characters` at a character boundary.
    pub fn cut(&self, characters: usize) -> Self {
        let mut cut: String = self.0.chars().take(characters).collect();
        cut.truncate(cut.trim_end().len());
        Self(cut)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was left.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// `characters` with blanks collapsed and without what no reader sees.
fn cleaned(characters: impl Iterator<Item = char>) -> String {
    let mut line = String::new();
    for character in characters {
        if character.is_whitespace() || matches!(character, '\u{2028}' | '\u{2029}') {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        } else if is_welcome(character, &line) {
            line.push(character);
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Whether `character` may follow `line`: seen, joining something, and not one mark too many.
fn is_welcome(character: char, line: &str) -> bool {
    if is_combining_mark(character) && is_piled_up(line) {
        return false;
    }
    if is_joiner(character) {
        joins(line)
    } else {
        !is_hidden(character)
    }
}

/// `text` without what no reader sees; its line breaks and tabs stay.
pub fn visible(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{2028}' | '\u{2029}' => visible.push(' '),
            '\n' | '\t' => visible.push(character),
            _ if is_welcome(character, &visible) => visible.push(character),
            _ => {}
        }
    }
    visible
}

/// Controls, bidi controls, tags, fillers and blanks in disguise: what no reader sees.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}'
            | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}')
}

fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}')
}

/// Whether `line` ends in as many marks above and below a letter as any script has.
fn is_piled_up(line: &str) -> bool {
    line.chars()
        .rev()
        .take(MOST_MARKS)
        .filter(|last| is_combining_mark(*last))
        .count()
        == MOST_MARKS
}

/// Joiners and variation selectors shape Arabic script and emoji; after a Latin letter they only
/// hide.
fn joins(line: &str) -> bool {
    line.chars().next_back().is_some_and(|last| {
        matches!(last, '\u{0600}'..='\u{08FF}' | '\u{FB50}'..='\u{FEFC}' | '\u{0900}'..='\u{0DFF}')
            || u32::from(last) >= 0x2190
    })
}

impl fmt::Display for SingleLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for SingleLine {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self::clean(text))
    }
}

impl<'de> Deserialize<'de> for SingleLine {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::clean(&<std::borrow::Cow<'de, str>>::deserialize(
            deserializer,
        )?))
    }
}

crate::text_column!(SingleLine);

/// Text over several lines: NFC, line breaks as LF, no other control characters, no bidi controls.
/// What a line is indented by stays, since Markdown means something by it.
pub fn clean_lines(text: &str) -> String {
    let unified = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n");
    let mut lines: Vec<String> = Vec::new();
    for line in unified.split('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let text = SingleLine::clean(line).0;
        lines.push(if text.is_empty() {
            text
        } else {
            format!("{}{text}", &line[..indent])
        });
    }
    lines.join("\n").trim().to_owned()
}

/// A code as people type it, in Latin digits and without the blanks that it is shown with.
pub fn plain_digits(typed: &str) -> String {
    let digit = |character: char| match character {
        '0'..='9' => Some(character),
        '٠'..='٩' => char::from_digit(u32::from(character) - u32::from('٠'), 10),
        '۰'..='۹' => char::from_digit(u32::from(character) - u32::from('۰'), 10),
        _ if character.is_whitespace() || character == '-' => None,
        other => Some(other),
    };
    typed.chars().filter_map(digit).collect()
}

/// An attendee's mail address that can be delivered to (ADR-1), as typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct EmailAddress(String);

/// Why a mail address was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    /// Nothing was given.
    #[error("is missing")]
    Missing,
    /// More than 254 octets (RFC 5321 section 4.5.3.1.3 less the angle brackets).
    #[error("is longer than 254 octets")]
    TooLong,
    /// Not of the form name@domain, or of a form that no public mail system delivers to.
    #[error("is not an address such as name@example.org")]
    Malformed,
}

impl EmailAddress {
    /// The address as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The domain as typed.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// What two spellings of one mailbox have in common: local part in lower case, domain as
    /// lower-case A-label (RFC 5890 section 2.3.2.1). Dots and `+tag` stay.
    pub fn key(&self) -> String {
        let (local, _) = self.0.rsplit_once('@').unwrap_or((&self.0, ""));
        format!(
            "{}@{}",
            local.nfc().collect::<String>().to_lowercase(),
            self.ascii_domain()
        )
    }

    /// The address with its domain as A-label: what goes into the envelope (ADR-2).
    pub fn for_envelope(&self) -> String {
        let (local, _) = self.0.rsplit_once('@').unwrap_or((&self.0, ""));
        format!("{local}@{}", self.ascii_domain())
    }

    fn ascii_domain(&self) -> String {
        idna::domain_to_ascii(self.domain()).unwrap_or_else(|_| self.domain().to_ascii_lowercase())
    }
}

impl FromStr for EmailAddress {
    type Err = BadAddress;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text.is_empty() {
            return Err(BadAddress::Missing);
        }
        if text.len() > 254 {
            return Err(BadAddress::TooLong);
        }
        let (local, domain) = text.rsplit_once('@').ok_or(BadAddress::Malformed)?;
        let ascii = idna::domain_to_ascii_strict(domain).map_err(|_| BadAddress::Malformed)?;
        let deliverable = !local.is_empty()
            && local.len() <= 64
            && local.is_ascii()
            && !local.starts_with(['-', '"'])
            && ascii
                .rsplit_once('.')
                .is_some_and(|(_, top)| !top.bytes().all(|b| b.is_ascii_digit()))
            && !ascii.starts_with('[')
            && !text
                .chars()
                .any(|c| c.is_control() || c.is_whitespace() || is_hidden(c) || is_joiner(c))
            && validator::ValidateEmail::validate_email(&format!("{local}@{ascii}"))
            && format!("{local}@{ascii}")
                .parse::<lettre::Address>()
                .is_ok();
        if deliverable {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadAddress::Malformed)
        }
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for EmailAddress {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

crate::text_column!(EmailAddress);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn s_19_nothing_that_breaks_a_line_or_hides_survives() {
        for (dirty, clean) in [
            ("Ana\r\nBcc: x@y.example", "Ana Bcc: x@y.example"),
            ("a\u{0}b\u{7f}c\u{85}d", "abc d"),
            ("\u{202E}gnp.exe\u{2066}", "gnp.exe"),
            ("  Two \u{2028}\u{00A0} words  ", "Two words"),
            ("e\u{301}", "é"),
            ("می\u{200C}خواهم", "می\u{200C}خواهم"),
            ("pay\u{200D}pal", "paypal"),
            ("O’Neil-Smith 3rd", "O’Neil-Smith 3rd"),
            ("\u{3164}\u{115F}\u{2800}\u{FE0F}\u{34F}", ""),
            (
                "Zx\u{336}\u{337}\u{338}\u{335}\u{334}y",
                "Zx\u{336}\u{337}\u{338}y",
            ),
            ("مُحَمَّد", "مُحَمَّد"),
        ] {
            assert_eq!(SingleLine::clean(dirty).as_str(), clean);
        }
    }

    #[test]
    fn s_19_lines_keep_their_breaks_and_indents_and_nothing_that_hides() {
        for (dirty, clean) in [
            ("a\r\nb\rc\u{2028}d", "a\nb\nc\nd"),
            ("- a\n  - b\n\n    code  x", "- a\n  - b\n\n    code x"),
            ("  a\u{0}\u{202E}b  \n   \n", "ab"),
        ] {
            assert_eq!(clean_lines(dirty), clean);
        }
    }

    #[test]
    fn adr_1_addresses_that_no_mail_system_delivers_to_are_refused() {
        for bad in [
            "",
            "a",
            "a@",
            "@x.example",
            "a@localhost",
            "a..b@x.example",
            ".a@x.example",
            "a@[127.0.0.1]",
            "a@1.2.3.4",
            "a@[IPv6:::1]",
            "-oQ@x.example",
            "\"a b\"@x.example",
            "a b@x.example",
            "a@x.example\r\nRCPT TO:<b@y.example>",
            "a\u{0}@x.example",
            "a@x_y.example",
            "a@-x.example",
            "a@x..example",
            "a@x.example.",
            "a@b@x.example",
            "é@x.example",
            "a<b@x.example>",
            "a,b@x.example",
            "a@x.exam ple",
        ] {
            assert!(bad.parse::<EmailAddress>().is_err(), "{bad:?} was accepted");
        }
        assert_eq!(
            format!("{}@x.example", "a".repeat(250)).parse::<EmailAddress>(),
            Err(BadAddress::TooLong)
        );
    }

    #[test]
    fn adr_1_ordinary_addresses_are_kept_as_typed_and_compared_by_key() {
        for good in [
            "ana@x.example",
            "a.b+tag@sub.x.example",
            "o'neil@x.example",
            "ana@münchen.example",
        ] {
            assert_eq!(good.parse::<EmailAddress>().expect(good).as_str(), good);
        }
        let key = |text: &str| text.parse::<EmailAddress>().expect(text).key();
        assert_eq!(key(" Ana@X.Example "), key("ana@x.example"));
        assert_eq!(key("ana@MÜNCHEN.example"), "ana@xn--mnchen-3ya.example");
        assert_ne!(key("a+b@x.example"), key("a@x.example"));
    }

    proptest! {
        #[test]
        fn cleaning_is_stable_and_leaves_one_line(text in any::<String>()) {
            let once = SingleLine::clean(&text);
            prop_assert_eq!(&SingleLine::clean(once.as_str()), &once);
            prop_assert!(!once.as_str().chars().any(|c| c.is_control() || is_hidden(c)));
            let lines = clean_lines(&text);
            prop_assert_eq!(&clean_lines(&lines), &lines);
        }
    }
}
