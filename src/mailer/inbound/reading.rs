//! From the octets of a mail to what it may mean, without a look at anything else.

use mail_parser::HeaderName;

use super::authentication;
use super::parts::{Mail, Unreadable};
use super::reply::{Itip, Reply};
use super::report::Report;

/// Headers in which mail servers note the address that a mail came to.
const DELIVERED: [&str; 4] = [
    "Delivered-To",
    "X-Original-To",
    "Envelope-To",
    "X-Delivered-To",
];

/// A mail as far as it concerns us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The addresses it came to, by its headers.
    pub addressed: Vec<String>,
    /// Whom it says it is from, where that is one address.
    pub from: Option<String>,
    /// The topmost Authentication-Results.
    authentication: Option<String>,
    /// Whether a machine wrote it, or it went to many: such mail is never answered (REP-4).
    pub is_automatic: bool,
    /// What it brings.
    pub content: Content,
}

/// What a mail brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// News of a mail that could not be delivered.
    Report(Report),
    /// The answer of a calendar.
    Reply(Reply),
    /// Another time for a meeting; nobody here can move one for one attendee.
    Counter,
    /// Nothing that a machine could understand.
    Nothing,
}

/// Reads one mail.
///
/// # Errors
/// [`Unreadable`] where it is too much of something.
pub fn read(octets: &[u8]) -> Result<Reading, Unreadable> {
    let mail = Mail::take_apart(octets)?;
    let content = match Report::of(&mail) {
        Some(report) => Content::Report(report),
        None => match Itip::of(&mail) {
            Some(Itip::Reply(reply)) => Content::Reply(reply),
            Some(Itip::Counter) => Content::Counter,
            None => Content::Nothing,
        },
    };
    Ok(Reading {
        addressed: addressed(&mail),
        from: from(&mail),
        authentication: mail.raw("Authentication-Results").next().map(Into::into),
        is_automatic: is_automatic(&mail),
        content,
    })
}

impl Reading {
    /// Whether the server `authserv_id` vouches that it is from whom it says.
    pub fn is_vouched_for_by(&self, authserv_id: &str) -> bool {
        match (&self.authentication, &self.from) {
            (Some(header), Some(from)) => authentication::vouches(header, authserv_id, from),
            _ => false,
        }
    }
}

fn addressed(mail: &Mail<'_>) -> Vec<String> {
    let named = [HeaderName::To, HeaderName::Cc]
        .into_iter()
        .flat_map(|name| addresses(mail, name));
    let noted = DELIVERED
        .into_iter()
        .flat_map(|name| mail.raw(name))
        .map(|value| value.trim_matches(['<', '>']).to_owned());
    named.chain(noted).collect()
}

/// Two senders are none: readers differ in whom they show.
fn from(mail: &Mail<'_>) -> Option<String> {
    let mut senders = addresses(mail, HeaderName::From);
    match (senders.pop(), senders.is_empty()) {
        (Some(sender), true) => Some(sender),
        _ => None,
    }
}

fn addresses(mail: &Mail<'_>, name: HeaderName<'static>) -> Vec<String> {
    mail.headers()
        .header_values(name)
        .filter_map(|value| value.as_address())
        .flat_map(|addresses| addresses.iter())
        .filter_map(|address| address.address())
        .map(str::to_owned)
        .collect()
}

/// RFC 3834 section 2, and what came before it.
fn is_automatic(mail: &Mail<'_>) -> bool {
    let is = |name: &str, unless: &[&str]| {
        mail.raw(name).any(|value| {
            let word = value.split([';', ' ']).next().unwrap_or_default();
            !unless
                .iter()
                .any(|harmless| word.eq_ignore_ascii_case(harmless))
        })
    };
    let has_null_sender = mail.raw("Return-Path").any(|value| value == "<>");
    has_null_sender
        || mail.kind() == "multipart/report"
        || is("Auto-Submitted", &["no"])
        || is("X-Auto-Response-Suppress", &["none"])
        || is("Precedence", &["first-class", "special-delivery"])
        || is("List-Id", &[])
        || is("List-Unsubscribe", &[])
        || is("X-Loop", &[])
}
