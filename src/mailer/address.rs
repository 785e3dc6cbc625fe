//! Which mail one is, and where it goes.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

use super::bounce::ReturnPath;
use crate::base::sender::Sender;
use crate::base::text::EmailAddress;

/// The identity of a message over all its tries (OUT-3), without the angle brackets of RFC 5322
/// section 3.6.4. Its characters are harmless in a header, a file name and a MIME boundary's seed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MessageId(String);

/// The text is no Message-ID that this service makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is not a Message-ID of the form identifier@domain")]
pub struct NotAMessageId;

/// From whom, to whom and under which identity a mail goes: one recipient each (OUT-6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    pub(super) message_id: MessageId,
    pub(super) sender: lettre::Address,
    pub(super) recipient: lettre::Address,
}

impl MessageId {
    /// The identity of the message in `row`, in the sender's domain (OUT-3).
    pub fn of(row: Uuid, sender: &Sender) -> Self {
        Self(format!("{row}@{}", sender.domain()))
    }

    /// The text without angle brackets.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for MessageId {
    type Err = NotAMessageId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let harmless = |part: &str| {
            !part.is_empty()
                && !part.starts_with(['.', '-'])
                && part
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"._+-".contains(&b))
        };
        match text.split_once('@') {
            Some((identifier, domain)) if harmless(identifier) && harmless(domain) => {
                Ok(Self(text.to_owned()))
            }
            _ => Err(NotAMessageId),
        }
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Envelope {
    /// The message's identity.
    pub fn message_id(&self) -> &MessageId {
        &self.message_id
    }

    /// Puts a letter of `sender` to `recipient` into its envelope, both in ASCII (ADR-2). It comes
    /// back to `return_path`, or to the sender.
    ///
    /// # Errors
    /// Where the recipient's address cannot stand in an SMTP command.
    pub fn new(
        message_id: MessageId,
        sender: &Sender,
        return_path: Option<&ReturnPath>,
        recipient: &EmailAddress,
    ) -> Result<Self, lettre::address::AddressError> {
        Ok(Self {
            message_id,
            sender: return_path.map_or_else(|| mailbox(sender), ReturnPath::to_lettre),
            recipient: recipient.for_envelope().parse()?,
        })
    }
}

/// The address of `sender` as lettre has it.
pub(super) fn mailbox(sender: &Sender) -> lettre::Address {
    sender
        .address()
        .parse()
        .expect("a sender was checked when it was parsed")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sender(text: &str) -> Sender {
        text.parse()
            .unwrap_or_else(|_| panic!("{text} is a sender"))
    }

    #[test]
    fn out_3_a_message_id_is_the_row_in_the_senders_domain() {
        let id = MessageId::of(Uuid::from_u128(7), &sender("events@x.example"));
        assert_eq!(
            id.as_str(),
            "00000000-0000-0000-0000-000000000007@x.example"
        );
        assert_eq!(id.as_str().parse(), Ok(id));
        for bad in [
            "", "a", "a@", "<a@b>", "../a@b", "a/b@c", "a@b@c", "a\r\n@b", "a b@c", ".a@b",
        ] {
            assert_eq!(bad.parse::<MessageId>(), Err(NotAMessageId), "{bad:?}");
        }
    }
}
