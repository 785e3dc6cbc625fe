use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use percent_encoding::percent_decode_str;
use url::{Host, Url};

use crate::mailer::deliver::Login;

/// How often a mailbox is looked at, in seconds: unless said otherwise, at least, and at most.
const INTERVAL: u64 = 60;
const SHORTEST_INTERVAL: u64 = 5;
const LONGEST_INTERVAL: u64 = 24 * 60 * 60;

/// A mailbox as the settings name it: `imaps://user:password@host:port/MAILBOX?interval=60`, or
/// `imap://…` for STARTTLS. Ports are 993 and 143 where none is given; user, password and mailbox
/// may be percent-encoded; the mailbox is INBOX where none is given, the interval is in seconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImapServer {
    /// Name or address, an IPv6 address without brackets.
    pub host: String,
    /// The TCP port.
    pub port: u16,
    /// When the connection becomes encrypted.
    pub encryption: ImapEncryption,
    /// What to sign in with.
    pub login: Login,
    /// The mailbox that is read.
    pub mailbox: String,
    /// How long to wait between two looks.
    pub interval: Duration,
}

/// When a connection becomes encrypted; a certificate is always checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImapEncryption {
    /// Never: on this machine only.
    None,
    /// By STARTTLS (RFC 9051 section 6.2.1), else nothing is read.
    StartTls,
    /// From the first octet (RFC 8314 section 3.2).
    Implicit,
}

/// Why an address of a mailbox was refused. Its text repeats nothing of the address, which may hold
/// a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadMailbox {
    /// No address of the known form.
    #[error("is not of the form imaps://user:password@host:port/INBOX?interval=60")]
    Malformed,
    /// A scheme other than `imap` and `imaps`.
    #[error("must begin with imaps:// or imap://")]
    Scheme,
    /// No user or no password.
    #[error("needs a user and a password")]
    NoLogin,
    /// An unknown parameter, or an interval that is none.
    #[error(
        "has a parameter other than interval, or an interval that is not from \
         {SHORTEST_INTERVAL} to {LONGEST_INTERVAL} seconds"
    )]
    Parameter,
}

impl FromStr for ImapServer {
    type Err = BadMailbox;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let url = Url::parse(text.trim()).map_err(|_| BadMailbox::Malformed)?;
        let encryption = encryption(&url)?;
        let host = url.host_str().filter(|host| !host.is_empty());
        let host = host.ok_or(BadMailbox::Malformed)?;
        if url.fragment().is_some() {
            return Err(BadMailbox::Malformed);
        }
        Ok(Self {
            host: decoded(host.trim_start_matches('[').trim_end_matches(']'))?,
            port: url.port().unwrap_or(match encryption {
                ImapEncryption::Implicit => 993,
                ImapEncryption::StartTls | ImapEncryption::None => 143,
            }),
            encryption,
            login: login(&url)?,
            mailbox: mailbox(&url)?,
            interval: interval(&url)?,
        })
    }
}

/// Unencrypted only where nobody is in between.
fn encryption(url: &Url) -> Result<ImapEncryption, BadMailbox> {
    match url.scheme() {
        "imaps" => Ok(ImapEncryption::Implicit),
        "imap" if is_loopback(url) => Ok(ImapEncryption::None),
        "imap" => Ok(ImapEncryption::StartTls),
        _ => Err(BadMailbox::Scheme),
    }
}

/// Of other schemes than the web's, `url` leaves addresses as names.
fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Domain("localhost")) => true,
        Some(Host::Domain(name)) => name
            .parse::<std::net::Ipv4Addr>()
            .is_ok_and(|address| address.is_loopback()),
        None => false,
    }
}

fn login(url: &Url) -> Result<Login, BadMailbox> {
    match (url.username(), url.password()) {
        ("", _) | (_, None) => Err(BadMailbox::NoLogin),
        (user, Some(password)) => Ok(Login {
            user: sayable(user)?,
            password: sayable(password)?,
        }),
    }
}

fn mailbox(url: &Url) -> Result<String, BadMailbox> {
    let name = sayable(url.path().trim_start_matches('/'))?;
    // Names beyond ASCII are spelled in a way of their own (RFC 3501 section 5.1.3).
    if !name.is_ascii() {
        return Err(BadMailbox::Malformed);
    }
    Ok(if name.is_empty() {
        "INBOX".to_owned()
    } else {
        name
    })
}

fn interval(url: &Url) -> Result<Duration, BadMailbox> {
    let mut seconds = None;
    for (key, value) in url.query_pairs() {
        let number = value.parse().map_err(|_| BadMailbox::Parameter)?;
        if key != "interval" || seconds.replace(number).is_some() {
            return Err(BadMailbox::Parameter);
        }
    }
    let seconds = seconds.unwrap_or(INTERVAL);
    if (SHORTEST_INTERVAL..=LONGEST_INTERVAL).contains(&seconds) {
        Ok(Duration::from_secs(seconds))
    } else {
        Err(BadMailbox::Parameter)
    }
}

/// A text that goes into a command.
fn sayable(text: &str) -> Result<String, BadMailbox> {
    let text = decoded(text)?;
    if text.contains(char::is_control) {
        return Err(BadMailbox::Malformed);
    }
    Ok(text)
}

fn decoded(text: &str) -> Result<String, BadMailbox> {
    let decoded = percent_decode_str(text).decode_utf8();
    decoded.map(Into::into).map_err(|_| BadMailbox::Malformed)
}

/// Host, port and mailbox: fit for logs and for the operator's eyes.
impl fmt::Display for ImapServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.host.contains(':') {
            write!(f, "[{}]:{}/{}", self.host, self.port, self.mailbox)
        } else {
            write!(f, "{}:{}/{}", self.host, self.port, self.mailbox)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(text: &str) -> ImapServer {
        text.parse()
            .unwrap_or_else(|error| panic!("{text} {error}"))
    }

    #[test]
    fn rep_2_a_mailbox_is_read_from_its_address() {
        use ImapEncryption::{Implicit, None, StartTls};
        for (text, shown, encryption, seconds) in [
            (
                "imaps://u:p@mail.example",
                "mail.example:993/INBOX",
                Implicit,
                60,
            ),
            (
                "imaps://u:p@mail.example:1/",
                "mail.example:1/INBOX",
                Implicit,
                60,
            ),
            (
                "imap://u:p@mail.example/INBOX?interval=5",
                "mail.example:143/INBOX",
                StartTls,
                5,
            ),
            (
                "imap://u:p@127.0.0.1:1143",
                "127.0.0.1:1143/INBOX",
                None,
                60,
            ),
            ("imap://u:p@[::1]/a%20b/c", "[::1]:143/a b/c", None, 60),
            ("imap://u:p@localhost", "localhost:143/INBOX", None, 60),
            (
                "imap://u:p@localhost.example",
                "localhost.example:143/INBOX",
                StartTls,
                60,
            ),
        ] {
            let parsed = server(text);
            assert_eq!(parsed.to_string(), shown, "{text}");
            assert_eq!(parsed.encryption, encryption, "{text}");
            assert_eq!(parsed.interval.as_secs(), seconds, "{text}");
        }
        let login = server("imaps://a%40x.example:p%2F%3A%25%20w@mail.example").login;
        assert_eq!(
            (login.user.as_str(), login.password.as_str()),
            ("a@x.example", "p/:% w")
        );
    }

    #[test]
    fn s_30_neither_text_nor_error_tell_the_password() {
        let parsed = server("imaps://user:canary@mail.example");
        assert!(!format!("{parsed} {parsed:?}").contains("canary"));
        let refused = "imaps://user:canary@mail.example:port".parse::<ImapServer>();
        assert_eq!(refused, Err(BadMailbox::Malformed));
    }

    #[test]
    fn rep_2_what_is_half_said_is_refused() {
        for (text, expected) in [
            ("", BadMailbox::Malformed),
            ("https://u:p@mail.example", BadMailbox::Scheme),
            ("imaps://", BadMailbox::Malformed),
            ("imaps:u", BadMailbox::Malformed),
            ("imaps://mail.example", BadMailbox::NoLogin),
            ("imaps://u@mail.example", BadMailbox::NoLogin),
            ("imaps://:p@mail.example", BadMailbox::NoLogin),
            ("imaps://u:p@mail.example?interval=4", BadMailbox::Parameter),
            ("imaps://u:p@mail.example?interval=x", BadMailbox::Parameter),
            (
                "imaps://u:p@mail.example?interval=60&interval=60",
                BadMailbox::Parameter,
            ),
            ("imaps://u:p@mail.example?tls=none", BadMailbox::Parameter),
            ("imaps://u:p%0D%0Ax@mail.example", BadMailbox::Malformed),
            ("imaps://u:p@mail.example/a%0Ab", BadMailbox::Malformed),
            ("imaps://u:p@mail.example/%C3%A9", BadMailbox::Malformed),
            ("imaps://u:p@mail.example#x", BadMailbox::Malformed),
        ] {
            assert_eq!(text.parse::<ImapServer>(), Err(expected), "{text}");
        }
    }
}
