//! A mail taken apart (RFC 2045, RFC 2046), no further than is good for us.
//!
//! The headers are read by `mail-parser`. Its reader of whole mails descends into mails within mails
//! and forgets them again by recursion, as deep as somebody cares to nest them, which ends the
//! process; so the parts are told apart here.

use std::borrow::Cow;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{ContentType, HeaderName, Message, MessageParser, MimeHeaders};

/// The most octets of a mail that is read.
pub const SIZE: usize = 1024 * 1024;
/// The most octets of the headers of a mail or of a part; mail servers take no more (Postfix, 100 KiB).
const HEAD: usize = 128 * 1024;
/// The deepest nesting of multiparts.
const DEPTH: usize = 8;
/// The most parts of a mail, those included that hold others.
const PARTS: usize = 200;

/// Why a mail was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// More than 1 MiB.
    #[error("it is larger than 1 MiB")]
    TooLarge,
    /// Nothing that looks like a header.
    #[error("it has no headers")]
    NoHeaders,
    /// More than 128 KiB of headers in one place.
    #[error("its headers are longer than 128 KiB")]
    LongHead,
    /// Multiparts inside multiparts, more than 8 deep.
    #[error("its parts are nested more than {DEPTH} deep")]
    TooDeep,
    /// More than 200 parts.
    #[error("it has more than {PARTS} parts")]
    TooManyParts,
}

/// A mail: its headers, and its parts that hold no others.
pub(super) struct Mail<'a> {
    head: &'a [u8],
    headers: Message<'a>,
    pub(super) parts: Vec<Part<'a>>,
}

/// A part that holds no others.
pub(super) struct Part<'a> {
    /// Type and subtype in lower case, such as `text/calendar`.
    pub(super) kind: String,
    encoding: Encoding,
    body: &'a [u8],
}

#[derive(Clone, Copy)]
enum Encoding {
    Base64,
    QuotedPrintable,
    None,
}

impl<'a> Mail<'a> {
    /// Takes a mail apart.
    ///
    /// # Errors
    /// [`Unreadable`]; nothing is read in part.
    pub(super) fn take_apart(octets: &'a [u8]) -> Result<Self, Unreadable> {
        if octets.len() > SIZE {
            return Err(Unreadable::TooLarge);
        }
        let (head, _) = split_head(octets)?;
        let headers = headers_of(head).ok_or(Unreadable::NoHeaders)?;
        let mut parts = Vec::new();
        collect(octets, 0, &mut 0, &mut parts)?;
        Ok(Self {
            head,
            headers,
            parts,
        })
    }

    /// The headers as `mail-parser` understands them.
    pub(super) fn headers(&self) -> &Message<'a> {
        &self.headers
    }

    /// Type and subtype of the whole, in lower case.
    pub(super) fn kind(&self) -> String {
        kind_of(self.headers.content_type())
    }

    /// The values of all headers of this name, as they stand there, the topmost first.
    pub(super) fn raw(&self, name: &str) -> impl Iterator<Item = Cow<'a, str>> {
        let found = self
            .headers
            .headers()
            .iter()
            .filter(move |header| header.name().eq_ignore_ascii_case(name));
        let head = self.head;
        found.filter_map(move |header| {
            let value = head.get(header.offset_start() as usize..header.offset_end() as usize)?;
            Some(String::from_utf8_lossy(value.trim_ascii()))
        })
    }
}

impl Part<'_> {
    /// Its content; `None` where it is not encoded as it says.
    pub(super) fn octets(&self) -> Option<Cow<'_, [u8]>> {
        match self.encoding {
            Encoding::Base64 => base64_decode(self.body).map(Cow::Owned),
            Encoding::QuotedPrintable => quoted_printable_decode(self.body).map(Cow::Owned),
            Encoding::None => Some(Cow::Borrowed(self.body)),
        }
    }
}

/// The headers that `head` holds; `None` where there is none.
pub(super) fn headers_of(head: &[u8]) -> Option<Message<'_>> {
    MessageParser::new().parse_headers(head)
}

/// Adds the leaves of the part `octets` to `leaves`; `seen` counts parts of every kind.
fn collect<'a>(
    octets: &'a [u8],
    depth: usize,
    seen: &mut usize,
    leaves: &mut Vec<Part<'a>>,
) -> Result<(), Unreadable> {
    *seen += 1;
    if *seen > PARTS {
        return Err(Unreadable::TooManyParts);
    }
    let (head, body) = split_head(octets)?;
    let headers = headers_of(head);
    let content_type = headers.as_ref().and_then(MimeHeaders::content_type);
    let kind = kind_of(content_type);
    let boundary = content_type.and_then(|found| found.attribute("boundary"));
    match boundary.filter(|boundary| kind.starts_with("multipart/") && !boundary.is_empty()) {
        Some(_) if depth == DEPTH => Err(Unreadable::TooDeep),
        Some(boundary) => {
            let mut inner = Between::new(body, boundary);
            inner.try_for_each(|part| collect(part, depth + 1, seen, leaves))
        }
        None => {
            let encoding = encoding_of(headers.as_ref());
            leaves.push(Part {
                kind,
                encoding,
                body,
            });
            Ok(())
        }
    }
}

fn kind_of(content_type: Option<&ContentType<'_>>) -> String {
    let Some(found) = content_type else {
        return "text/plain".to_owned();
    };
    let subtype = found.subtype().unwrap_or_default();
    format!("{}/{subtype}", found.ctype()).to_ascii_lowercase()
}

fn encoding_of(headers: Option<&Message<'_>>) -> Encoding {
    let encoding = headers
        .and_then(|headers| headers.header(HeaderName::ContentTransferEncoding))
        .and_then(|value| value.as_text())
        .unwrap_or_default()
        .trim();
    if encoding.eq_ignore_ascii_case("base64") {
        Encoding::Base64
    } else if encoding.eq_ignore_ascii_case("quoted-printable") {
        Encoding::QuotedPrintable
    } else {
        Encoding::None
    }
}

/// Headers with the empty line after them, and what follows.
fn split_head(octets: &[u8]) -> Result<(&[u8], &[u8]), Unreadable> {
    let mut read = 0;
    for line in octets.split_inclusive(|octet| *octet == b'\n') {
        read += line.len();
        if read > HEAD {
            return Err(Unreadable::LongHead);
        }
        if matches!(line, b"\n" | b"\r\n") {
            break;
        }
    }
    Ok(octets.split_at(read))
}

/// The parts between the lines of a boundary (RFC 2046 section 5.1.1).
struct Between<'a> {
    rest: Option<&'a [u8]>,
    delimiter: Vec<u8>,
}

impl<'a> Between<'a> {
    fn new(body: &'a [u8], boundary: &str) -> Self {
        let mut between = Self {
            rest: Some(body),
            delimiter: [b"--", boundary.as_bytes()].concat(),
        };
        // What stands before the first boundary is for readers of another age.
        between.up_to_boundary();
        between
    }

    /// What stands before the next boundary, which is passed over.
    fn up_to_boundary(&mut self) -> Option<&'a [u8]> {
        let body = self.rest.take()?;
        let mut read = 0;
        for line in body.split_inclusive(|octet| *octet == b'\n') {
            let before = read;
            read += line.len();
            let Some(end) = line.strip_prefix(&self.delimiter[..]) else {
                continue;
            };
            match end.trim_ascii() {
                b"" => self.rest = Some(&body[read..]),
                b"--" => {}
                // The boundary of another multipart, which begins like this one.
                _ => continue,
            }
            return Some(without_break(&body[..before]));
        }
        // The last boundary is missing: the mail was cut off.
        Some(body)
    }
}

impl<'a> Iterator for Between<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<Self::Item> {
        self.up_to_boundary()
    }
}

/// The line break before a boundary belongs to the boundary.
fn without_break(octets: &[u8]) -> &[u8] {
    let octets = octets.strip_suffix(b"\n").unwrap_or(octets);
    octets.strip_suffix(b"\r").unwrap_or(octets)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(mail: &str) -> Vec<(String, String)> {
        let mail = Mail::take_apart(mail.as_bytes()).expect("a mail");
        mail.parts
            .iter()
            .map(|part| {
                let octets = part.octets().expect("decoded").into_owned();
                (part.kind.clone(), String::from_utf8(octets).expect("text"))
            })
            .collect()
    }

    fn found(kind: &str, text: &str) -> (String, String) {
        (kind.to_owned(), text.to_owned())
    }

    #[test]
    fn rep_2_parts_are_found_in_parts_and_decoded() {
        let mail = "Subject: x\r\nContent-Type: Multipart/Mixed; boundary=\"a b\"\r\n\r\n\
            preamble\r\n--a b\r\n\r\nplain\r\n--a b\r\n\
            Content-Type: multipart/alternative;\r\n\tboundary=a\r\n\r\n--a\r\n\
            Content-Type: TEXT/Calendar; method=REPLY\r\nContent-Transfer-Encoding: BASE64\r\n\r\n\
            QkVH\r\nSU4=\r\n--a\r\nContent-Type: text/html\r\n\
            Content-Transfer-Encoding: quoted-printable\r\n\r\n=3Cb>=\r\n.\r\n--a--\r\n\
            --a b--\r\nepilogue\r\n";
        let expected = [
            found("text/plain", "plain"),
            found("text/calendar", "BEGIN"),
            found("text/html", "<b>."),
        ];
        assert_eq!(parts(mail), expected);
        assert_eq!(parts(&mail.replace("\r\n", "\n")), expected);
    }

    #[test]
    fn rep_2_a_mail_that_was_cut_off_is_read_as_far_as_it_goes() {
        let mail = "Content-Type: multipart/report; boundary=b\n\n--b\n\nfirst\n--b\n\nsecond";
        assert_eq!(
            parts(mail),
            [found("text/plain", "first"), found("text/plain", "second")]
        );
        assert_eq!(parts("Subject: x"), [found("text/plain", "")]);
    }

    #[test]
    fn rep_2_a_header_is_found_in_any_case_the_topmost_first() {
        let mail = b"delivered-to: <a@x>\r\nTo: c@x\r\nDELIVERED-TO: b@x\r\n d\r\n\r\n";
        let mail = Mail::take_apart(mail).expect("a mail");
        let values: Vec<_> = mail.raw("Delivered-To").collect();
        assert_eq!(values, ["<a@x>", "b@x\r\n d"]);
    }

    #[test]
    fn rep_2_what_is_too_much_is_refused() {
        let deep = |levels: usize| -> String {
            let open =
                |level| format!("Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n");
            (0..levels).map(open).collect()
        };
        let broad = |parts: usize| {
            format!(
                "Content-Type: multipart/mixed; boundary=b\n\n{}",
                "--b\n\nx\n".repeat(parts)
            )
        };
        for (mail, reason) in [
            (String::new(), Unreadable::NoHeaders),
            ("\n".to_owned(), Unreadable::NoHeaders),
            (deep(DEPTH + 1), Unreadable::TooDeep),
            (deep(15_000), Unreadable::TooDeep),
            (broad(PARTS), Unreadable::TooManyParts),
            (broad(20_000), Unreadable::TooManyParts),
            ("a: b\n".repeat(HEAD / 5 + 1), Unreadable::LongHead),
            ("a".repeat(SIZE + 1), Unreadable::TooLarge),
        ] {
            let start: String = mail.chars().take(60).collect();
            let refused = Mail::take_apart(mail.as_bytes()).err();
            assert_eq!(refused, Some(reason), "{start}");
        }
        assert!(Mail::take_apart(deep(DEPTH).as_bytes()).is_ok());
        assert!(Mail::take_apart(broad(PARTS - 1).as_bytes()).is_ok());
    }
}
