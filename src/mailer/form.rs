//! The octets of a message: a pure function of its [`Letter`], the same at every try (DEC-4).

use lettre::Message;
use lettre::address::AddressError;
use lettre::message::header::{
    ContentDisposition, ContentTransferEncoding, ContentType, HeaderName, HeaderValue,
};
use lettre::message::{Mailbox, MultiPart, SinglePart};

use super::address::{Envelope, MessageId, mailbox};
use super::bounce::ReturnPath;
use crate::base::clock::Instant;
use crate::base::language::Language;
use crate::base::secret;
use crate::base::sender::Sender;
use crate::base::text::{EmailAddress, SingleLine};

/// RFC 5322 section 2.1.1: what a line may hold without its CRLF.
const LONGEST_LINE: usize = 998;
/// MIME-7: how much of a text a header shows.
const LONGEST_SUBJECT: usize = 150;
const LONGEST_NAME: usize = 64;

/// A rendered message before it becomes octets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Frozen when the message was made; also the seed of the MIME boundaries.
    pub message_id: MessageId,
    /// Frozen when the message was made, to the second.
    pub date: Instant,
    /// Who it is from.
    pub from: Sender,
    /// Where it is returned to if it cannot be delivered; to the sender where absent.
    pub return_path: Option<ReturnPath>,
    /// The one recipient; no name stands beside it (S-17).
    pub to: EmailAddress,
    /// A mailbox that the organiser reads, where that is not the sender.
    pub reply_to: Option<EmailAddress>,
    /// Cut at 150 characters in the header.
    pub subject: SingleLine,
    /// The recipient's language.
    pub language: Language,
    /// The message in words, complete alone (MIME-4).
    pub text: String,
    /// The same as an HTML document.
    pub html: String,
    /// An iTIP object with CRLF line ends and one METHOD (RFC 6047), where one goes along.
    pub calendar: Option<String>,
    /// What kind of mail this is, in opaque words, for the statistics of large receivers; see
    /// [`feedback_id`](super::head::feedback_id).
    pub feedback_id: SingleLine,
    /// The complete address where a post stops mails of this kind, where one can do without them;
    /// see [`stop_page`](super::head::stop_page).
    pub stop_page: Option<String>,
}

/// How this service forms its messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// How bodies are encoded (MIME-3).
    pub encoding: Encoding,
    /// Whether the calendar object is attached as a file too (MIME-2).
    pub attach_calendar: bool,
}

/// A transfer encoding that survives any relay (RFC 2045 section 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Base64, the default.
    Base64,
    /// Quoted-printable, which stays readable where the text is Latin.
    QuotedPrintable,
}

/// A message ready to be delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formatted {
    /// From whom and to whom.
    pub envelope: Envelope,
    /// ASCII lines that end in CRLF, none longer than 998 octets.
    pub bytes: Vec<u8>,
}

/// Why a letter cannot become a message. Trying again would not help.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unformable {
    /// An address that cannot stand in a header or an SMTP command.
    #[error("an address cannot be written: {0}")]
    Address(#[from] AddressError),
    /// The calendar object names no METHOD, so the part could not repeat it (RFC 6047 section 2.4).
    #[error("the calendar object has no METHOD")]
    CalendarWithoutMethod,
    /// The date lies outside the years 1970 to 9999.
    #[error("the date cannot be written")]
    Date,
    /// The builder refused the parts.
    #[error("the message could not be built: {0}")]
    Build(String),
    /// A CR without LF or an LF without CR (MIME-9, RUSTSEC-2026-0561).
    #[error("a bare line break in the message")]
    BareBreak,
    /// A line over 998 octets (MIME-9).
    #[error("a line over 998 octets in the message")]
    LongLine,
    /// An octet outside US-ASCII or a NUL.
    #[error("an octet in the message is not ASCII text")]
    NotAscii,
}

impl Default for Form {
    fn default() -> Self {
        Self {
            encoding: Encoding::Base64,
            attach_calendar: true,
        }
    }
}

impl Form {
    /// Gives the message its octets: equal letters give equal octets.
    ///
    /// # Errors
    /// [`Unformable`] where the letter holds what no mail can.
    pub fn format(&self, letter: &Letter) -> Result<Formatted, Unformable> {
        let envelope = Envelope::new(
            letter.message_id.clone(),
            &letter.from,
            letter.return_path.as_ref(),
            &letter.to,
        )?;
        let year = chrono::Datelike::year(&letter.date);
        if !(1970..=9999).contains(&year) {
            return Err(Unformable::Date);
        }
        let mut message = Message::builder()
            .message_id(Some(format!("<{}>", letter.message_id)))
            .date(letter.date.into())
            .from(Mailbox::new(
                shown_name(&letter.from),
                mailbox(&letter.from),
            ))
            .to(Mailbox::new(None, envelope.recipient.clone()))
            .subject(header_text(&letter.subject, LONGEST_SUBJECT));
        if let Some(reply_to) = &letter.reply_to {
            let address = reply_to.for_envelope().parse()?;
            message = message.reply_to(Mailbox::new(None, address));
        }
        for (name, value) in notices(letter) {
            message = message.raw_header(HeaderValue::new(name, value));
        }
        let bytes = message
            .multipart(self.body(letter)?)
            .map_err(|error| Unformable::Build(error.to_string()))?
            .formatted();
        check(&bytes)?;
        Ok(Formatted { envelope, bytes })
    }

    /// MIME-1: what is read stands in the alternative, the poorest form first; the file beside it.
    fn body(&self, letter: &Letter) -> Result<MultiPart, Unformable> {
        let alternative = MultiPart::alternative()
            .boundary(boundary("alternative", &letter.message_id))
            .singlepart(self.part("text/plain; charset=utf-8", &letter.text))
            .singlepart(self.part("text/html; charset=utf-8", &letter.html));
        let Some(object) = &letter.calendar else {
            return Ok(alternative);
        };
        let method = method_of(object).ok_or(Unformable::CalendarWithoutMethod)?;
        let content_type =
            format!("text/calendar; charset=utf-8; method={method}; component=VEVENT");
        let alternative = alternative.singlepart(self.part(&content_type, object));
        if !self.attach_calendar {
            return Ok(alternative);
        }
        Ok(MultiPart::mixed()
            .boundary(boundary("mixed", &letter.message_id))
            .multipart(alternative)
            .singlepart(self.attachment(object)))
    }

    /// Never a second `text/calendar`: some clients would offer the invitation twice (MIME-2).
    fn attachment(&self, object: &str) -> SinglePart {
        SinglePart::builder()
            .header(content_type("application/ics; name=\"invite.ics\""))
            .header(ContentDisposition::attachment("invite.ics"))
            .header(self.transfer_encoding())
            .body(object.to_owned())
    }

    fn part(&self, kind: &str, body: &str) -> SinglePart {
        SinglePart::builder()
            .header(content_type(kind))
            .header(self.transfer_encoding())
            .body(body.to_owned())
    }

    fn transfer_encoding(&self) -> ContentTransferEncoding {
        match self.encoding {
            Encoding::Base64 => ContentTransferEncoding::Base64,
            Encoding::QuotedPrintable => ContentTransferEncoding::QuotedPrintable,
        }
    }
}

fn shown_name(sender: &Sender) -> Option<String> {
    let name = header_text(sender.name(), LONGEST_NAME);
    (!name.is_empty()).then_some(name)
}

/// Text for a header. lettre passes ASCII as it is, so what looks like an encoded word (RFC 2047
/// section 2) is parted: a reader would decode it, and could get a line break out of it.
fn header_text(text: &SingleLine, longest: usize) -> String {
    text.cut(longest).as_str().replace("=?", "= ?")
}

/// The headers of MIME-6 that machines read: one wrote this, so none need answer; and by what it is
/// stopped, where it can be (BULK-3). No `Precedence`, by which some would drop it.
fn notices(letter: &Letter) -> Vec<(HeaderName, String)> {
    let mut notices = vec![
        // RFC 3834 section 5.
        ("Auto-Submitted", "auto-generated".to_owned()),
        ("X-Auto-Response-Suppress", "OOF, AutoReply".to_owned()),
        // RFC 3282 section 2.
        ("Content-Language", letter.language.to_string()),
        (
            "Feedback-ID",
            header_text(&letter.feedback_id, LONGEST_SUBJECT),
        ),
    ];
    if let Some(page) = &letter.stop_page {
        // RFC 2369 section 3.2, and what tells a robot that a post suffices (RFC 8058 section 3.1).
        notices.push(("List-Unsubscribe", format!("<{page}>")));
        notices.push((
            "List-Unsubscribe-Post",
            "List-Unsubscribe=One-Click".to_owned(),
        ));
    }
    let named = |(name, value)| (HeaderName::new_from_ascii_str(name), value);
    notices.into_iter().map(named).collect()
}

/// A boundary that is the same at every try and different for every message. `=_` can stand in no
/// base64 or quoted-printable body (RFC 2045 section 6.7).
fn boundary(part: &str, message_id: &MessageId) -> String {
    let digest = secret::hash(format!("{part} {message_id}").as_bytes());
    let digits: String = digest[..16]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("=_{part}_{digits}")
}

/// The object's own METHOD: the part must repeat it (RFC 6047 section 2.4), so it is read from there.
fn method_of(object: &str) -> Option<&str> {
    object
        .split("\r\n")
        .skip(1)
        .take_while(|line| !line.starts_with("BEGIN:"))
        .find_map(|line| line.strip_prefix("METHOD:"))
        .filter(|method| !method.is_empty() && method.bytes().all(|b| b.is_ascii_alphabetic()))
}

fn content_type(text: &str) -> ContentType {
    ContentType::parse(text).expect("the content types here are well-formed")
}

/// What lettre 0.11.23 does not promise: it stuffs no dot after a bare LF.
fn check(bytes: &[u8]) -> Result<(), Unformable> {
    let text = str::from_utf8(bytes).map_err(|_| Unformable::NotAscii)?;
    for line in text.split("\r\n") {
        if line.contains('\r') || line.contains('\n') {
            return Err(Unformable::BareBreak);
        }
        if line.len() > LONGEST_LINE {
            return Err(Unformable::LongLine);
        }
    }
    if !text.is_ascii() || text.contains('\0') {
        return Err(Unformable::NotAscii);
    }
    Ok(())
}
