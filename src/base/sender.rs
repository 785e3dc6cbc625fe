//! Who the mails of this service are from.

use std::fmt;
use std::str::FromStr;

use super::text::SingleLine;

/// The configured sender, such as `convoke <events@localhost>`. Unlike an attendee's address
/// (ADR-1) its domain needs no dot, so that a trial works without a mail domain.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sender {
    name: SingleLine,
    local: String,
    domain: String,
}

/// The text names no sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is not of the form “Name <name@example.org>” or “name@example.org”")]
pub struct NotASender;

impl Sender {
    /// The name shown, possibly empty.
    pub fn name(&self) -> &SingleLine {
        &self.name
    }

    /// The same sender under another name.
    #[must_use]
    pub fn called(&self, name: SingleLine) -> Self {
        Self {
            name,
            ..self.clone()
        }
    }

    /// The address in ASCII, `local@domain`.
    pub fn address(&self) -> String {
        format!("{}@{}", self.local, self.domain)
    }

    /// The domain as lower-case A-label: the domain of Message-IDs and of calendar UIDs.
    pub fn domain(&self) -> &str {
        &self.domain
    }
}

impl FromStr for Sender {
    type Err = NotASender;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let (name, address) = match text.strip_suffix('>') {
            Some(rest) => rest.rsplit_once('<').ok_or(NotASender)?,
            None => ("", text),
        };
        let (local, domain) = address.trim().rsplit_once('@').ok_or(NotASender)?;
        let domain = idna::domain_to_ascii_strict(domain).map_err(|_| NotASender)?;
        let plain = !domain.is_empty()
            && !local.starts_with(['-', '"'])
            && local.is_ascii()
            && !local.contains(|c: char| c.is_whitespace() || c.is_control());
        if !plain || lettre::Address::new(local, &domain).is_err() {
            return Err(NotASender);
        }
        Ok(Self {
            name: SingleLine::clean(&unquoted(name.trim())),
            local: local.to_owned(),
            domain,
        })
    }
}

/// The content of a quoted string (RFC 5322 section 3.2.4), or the text as it is.
fn unquoted(name: &str) -> String {
    let Some(inner) = name.strip_prefix('"').and_then(|n| n.strip_suffix('"')) else {
        return name.to_owned();
    };
    let mut characters = inner.chars();
    let mut plain = String::with_capacity(inner.len());
    while let Some(character) = characters.next() {
        match character {
            '\\' => plain.extend(characters.next()),
            other => plain.push(other),
        }
    }
    plain
}

/// A form that parses back to the same sender.
impl fmt::Display for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.name.is_empty() {
            return f.write_str(&self.address());
        }
        let name = self.name.as_str();
        if name.contains(['"', '\\', '<', '>', '@', ',']) {
            let escaped = name.replace('\\', "\\\\").replace('"', "\\\"");
            write!(f, "\"{escaped}\" <{}>", self.address())
        } else {
            write!(f, "{name} <{}>", self.address())
        }
    }
}

crate::text_column!(Sender);

#[cfg(test)]
mod tests {
    use super::*;

    fn sender(text: &str) -> Sender {
        text.parse()
            .unwrap_or_else(|_| panic!("{text} is a sender"))
    }

    #[test]
    fn adr_1_the_configured_sender_may_be_local() {
        let convoke = sender("convoke <events@localhost>");
        assert_eq!(convoke.name().as_str(), "convoke");
        assert_eq!(convoke.address(), "events@localhost");
        assert_eq!(convoke.domain(), "localhost");
        assert_eq!(sender("events@localhost").name().as_str(), "");
        assert_eq!(
            sender("Été <a@MÜNCHEN.example>").domain(),
            "xn--mnchen-3ya.example"
        );
        assert_eq!(
            sender("\"Ana, \\\"B\\\" <x>\" <a@x.example>")
                .name()
                .as_str(),
            "Ana, \"B\" <x>"
        );
    }

    #[test]
    fn a_sender_is_written_so_that_it_parses_back() {
        for text in [
            "convoke <events@localhost>",
            "events@x.example",
            "\"Ana, \\\"B\\\" \\\\ <x>\" <a@x.example>",
            "فريق الفعاليات <events@x.example>",
        ] {
            let parsed = sender(text);
            assert_eq!(sender(&parsed.to_string()), parsed);
        }
    }

    #[test]
    fn s_19_a_sender_that_could_break_a_header_is_refused_or_cleaned() {
        for bad in [
            "",
            "convoke",
            "<>",
            "a@",
            "@x.example",
            "a b@x.example",
            "-oQ@x.example",
            "\"a b\"@x.example",
            "é@x.example",
            "a@x.example\r\nBcc: b@y.example",
            "A <a@x.example> trailing",
            "A <a@x.example, b@x.example>",
            "A <a@x.example\u{0}>",
        ] {
            assert_eq!(bad.parse::<Sender>(), Err(NotASender), "{bad:?}");
        }
        assert_eq!(
            sender("A\r\nBcc: b@y.example <a@x.example>")
                .name()
                .as_str(),
            "A Bcc: b@y.example"
        );
    }
}
