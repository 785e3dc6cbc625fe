//! What a mail server says of a mail that it could not deliver (RFC 3464).

use std::fmt;

use super::parts::{Mail, headers_of};
use crate::mailer::address::MessageId;

/// The most recipients of one report that are looked at; each of our mails has one.
const RECIPIENTS: usize = 100;

/// A report on a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What became of it, by recipient.
    pub recipients: Vec<Returned>,
    /// The Message-ID in the headers that were returned, where they were.
    pub original: Option<MessageId>,
}

/// What became of a mail to one recipient (RFC 3464 section 2.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// The addresses that the recipient is called by: the one that the mail was sent to, and the one
    /// that it could not be delivered to.
    pub addresses: Vec<String>,
    /// What the mail server did.
    pub action: Action,
    /// Why.
    pub status: Status,
}

/// What a mail server did with a mail (RFC 3464 section 2.3.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Gave up.
    Failed,
    /// Goes on trying.
    Delayed,
    /// Something else, which is no trouble.
    Other,
}

/// Why (RFC 3463 section 2): class, subject and detail, such as 5.1.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    class: u16,
    subject: u16,
    detail: u16,
}

impl Report {
    /// The report that `mail` is, if it is one.
    pub(super) fn of(mail: &Mail<'_>) -> Option<Self> {
        if mail.kind() != "multipart/report" {
            return None;
        }
        let is_status = |kind: &str| {
            // RFC 6533 section 4 for the second.
            matches!(
                kind,
                "message/delivery-status" | "message/global-delivery-status"
            )
        };
        let status = mail.parts.iter().find(|part| is_status(&part.kind))?;
        let octets = status.octets()?;
        let text = String::from_utf8_lossy(&octets);
        let recipients: Vec<Returned> = groups(&text)
            .filter_map(|group| Returned::of(&group))
            .take(RECIPIENTS)
            .collect();
        (!recipients.is_empty()).then(|| Self {
            recipients,
            original: original(mail),
        })
    }
}

impl Returned {
    /// What one group of fields says of a recipient; `None` where it is about the mail as a whole.
    fn of(group: &[(String, String)]) -> Option<Self> {
        let field = |wanted: &str| {
            let found = group.iter().find(|(name, _)| name == wanted);
            found.map(|(_, value)| value.as_str())
        };
        // An address has its type before it: "rfc822; name@example.org" (RFC 3464 section 2.1.2).
        let addresses: Vec<String> = ["original-recipient", "final-recipient"]
            .into_iter()
            .filter_map(field)
            .filter_map(|value| value.split_once(';'))
            .map(|(_, address)| address.trim().trim_matches(['<', '>']).to_owned())
            .collect();
        let action = match field("action")?.to_ascii_lowercase().as_str() {
            "failed" => Action::Failed,
            "delayed" => Action::Delayed,
            _ => Action::Other,
        };
        let status = Status::read(field("status")?)?;
        (!addresses.is_empty()).then_some(Self {
            addresses,
            action,
            status,
        })
    }

    /// Whether the mail has not arrived and never will, for whatever reason: a server that gives up
    /// after days says so with the status of its last try, which may be 4.4.7 (RFC 3464 section 2.3.3).
    pub fn is_final(&self) -> bool {
        self.action == Action::Failed
    }
}

impl Status {
    /// The status that `text` begins with; `None` where it is none.
    fn read(text: &str) -> Option<Self> {
        // A comment may follow.
        let code = text.split([' ', '\t', '(']).next().unwrap_or_default();
        let mut numbers = code.split('.').map(|number| {
            let is_plain = number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit());
            number.parse().ok().filter(|_| is_plain)
        });
        let status = Self {
            class: numbers.next()??,
            subject: numbers.next()??,
            detail: numbers.next()??,
        };
        let is_known = matches!(status.class, 2 | 4 | 5) && numbers.next().is_none();
        is_known.then_some(status)
    }

    /// Whether no mail to the address will ever arrive. Where it is the mail or its sender that was
    /// refused (5.7.x, RFC 3463 section 3.8), that says nothing about the address.
    pub fn condemns_address(self) -> bool {
        self.class == 5 && self.subject != 7
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

/// The groups of fields, parted by empty lines; names in lower case, values unfolded.
fn groups(text: &str) -> impl Iterator<Item = Vec<(String, String)>> {
    let mut lines = text.lines().peekable();
    std::iter::from_fn(move || {
        while lines.next_if(|line| line.trim().is_empty()).is_some() {}
        lines.peek()?;
        let mut group: Vec<(String, String)> = Vec::new();
        while let Some(line) = lines.next_if(|line| !line.trim().is_empty()) {
            match (line.starts_with([' ', '\t']), group.last_mut()) {
                (true, Some((_, value))) => {
                    value.push(' ');
                    value.push_str(line.trim());
                }
                _ => {
                    if let Some((name, value)) = line.split_once(':') {
                        let name = name.trim().to_ascii_lowercase();
                        group.push((name, value.trim().to_owned()));
                    }
                }
            }
        }
        Some(group)
    })
}

/// The Message-ID of the mail that is reported on: the report returns it, or its headers.
fn original(mail: &Mail<'_>) -> Option<MessageId> {
    let returned = mail.parts.iter().find(|part| {
        matches!(
            part.kind.as_str(),
            "text/rfc822-headers" | "message/rfc822" | "message/global-headers" | "message/global"
        )
    })?;
    let octets = returned.octets()?;
    let headers = headers_of(&octets)?;
    headers.message_id()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rep_2_a_status_is_three_numbers() {
        for (text, expected) in [
            ("5.1.1", Some("5.1.1")),
            ("5.1.1 (bad mailbox)", Some("5.1.1")),
            ("4.4.7(timeout)", Some("4.4.7")),
            ("2.0.0", Some("2.0.0")),
            ("5.1", None),
            ("5.1.1.1", None),
            ("3.1.1", None),
            ("5.1.1000", None),
            ("5.+1.1", None),
            ("5..1", None),
            ("550", None),
            ("", None),
        ] {
            let status = Status::read(text).map(|status| status.to_string());
            assert_eq!(status.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn rep_2_groups_are_parted_by_empty_lines_and_unfolded() {
        let text = "\r\n\nReporting-MTA: dns; x\r\n\r\n \r\nFinal-Recipient: rfc822;\r\n a@x\r\nnonsense\r\n\
            ACTION : Failed\r\nStatus: 5.1.1\r\n";
        let groups: Vec<_> = groups(text).collect();
        assert_eq!(groups.len(), 2);
        let returned = Returned::of(&groups[1]).expect("a recipient");
        assert_eq!(returned.addresses, ["a@x"]);
        assert!(returned.is_final());
        assert_eq!(Returned::of(&groups[0]), None);
    }
}
