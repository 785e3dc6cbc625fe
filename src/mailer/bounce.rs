//! Where mails come back to: an address of its own for each message (REP-1), so that a bounce says
//! by its address alone which message it is about, whoever wrote the rest of it.

use std::fmt;
use std::str::FromStr;

use super::address::mailbox;
use crate::base::claim::{CHARACTERS, claim, claimed};
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::base::sender::{NotASender, Sender};
use crate::outbox::Message;

/// Keeps these proofs apart from other uses of the instance's key.
const PURPOSE: &str = "bounce";

/// RFC 5321 section 4.5.3.1.1.
const LONGEST_LOCAL_PART: usize = 64;

/// The address that mails are returned to, such as `b@bounce.example.org`; that of one message is
/// `b+TOKEN@bounce.example.org`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BounceAddress(lettre::Address);

/// The address that one message is returned to: the sender in its envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnPath(lettre::Address);

/// Why a text cannot be the address that mails are returned to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotABounceAddress {
    /// It is no address, or has a name beside it.
    #[error("is not an address such as b@bounce.example.org")]
    Malformed,
    /// With a token its local part would be too long to be sent to.
    #[error("has more than 23 characters before the @")]
    TooLong,
}

impl BounceAddress {
    /// The address that `message` is returned to.
    pub fn of(&self, key: &InstanceKey, message: Id<Message>) -> ReturnPath {
        let (local, domain) = self.parts();
        let token = claim(key, PURPOSE, message.uuid());
        let address = lettre::Address::new(format!("{local}+{token}"), domain)
            .expect("letters and digits after a plus leave a good address good");
        ReturnPath(address)
    }

    /// The message that is returned to `address`; `None` where that is no address of ours, or its
    /// token was not made by this instance.
    pub fn message_of(&self, key: &InstanceKey, address: &str) -> Option<Id<Message>> {
        let (local, domain) = self.parts();
        let (its_local, its_domain) = address.rsplit_once('@')?;
        let (before, token) = its_local.rsplit_once('+')?;
        let is_ours = before.eq_ignore_ascii_case(local) && its_domain.eq_ignore_ascii_case(domain);
        if !is_ours {
            return None;
        }
        claimed(key, PURPOSE, token).map(Id::from_uuid)
    }

    fn parts(&self) -> (&str, &str) {
        (self.0.user(), self.0.domain())
    }
}

impl ReturnPath {
    pub(super) fn to_lettre(&self) -> lettre::Address {
        self.0.clone()
    }
}

impl fmt::Display for ReturnPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for BounceAddress {
    type Err = NotABounceAddress;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let sender: Sender = text
            .parse()
            .map_err(|NotASender| NotABounceAddress::Malformed)?;
        let address = mailbox(&sender);
        if text.contains('<') {
            return Err(NotABounceAddress::Malformed);
        }
        if address.user().len() + 1 + CHARACTERS > LONGEST_LOCAL_PART {
            return Err(NotABounceAddress::TooLong);
        }
        Ok(Self(address))
    }
}

impl fmt::Display for BounceAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn key() -> InstanceKey {
        InstanceKey::from_bytes([7; 32])
    }

    fn bounces() -> BounceAddress {
        "b@bounce.example.org".parse().expect("an address")
    }

    fn message() -> Id<Message> {
        Id::from_uuid(Uuid::from_u128(0x0193_1f2a_c7b8_7c2e_9a40_5d1f_0000_0000))
    }

    #[test]
    fn rep_1_the_address_of_a_message_names_it_in_any_case() {
        let address = bounces().of(&key(), message()).to_string();
        let (local, domain) = address.split_once('@').expect("an address");
        assert_eq!((local.len(), domain), (42, "bounce.example.org"));
        for spelled in [address.clone(), address.to_ascii_uppercase()] {
            assert_eq!(bounces().message_of(&key(), &spelled), Some(message()));
        }
    }

    #[test]
    fn rep_1_a_forged_address_names_nothing() {
        let address = bounces().of(&key(), message()).to_string();
        for at in 2..42 {
            for digit in b"abcdefghijklmnopqrstuvwxyz234567" {
                let mut forged = address.clone().into_bytes();
                if forged[at] == *digit {
                    continue;
                }
                forged[at] = *digit;
                let forged = String::from_utf8(forged).expect("ASCII");
                assert_eq!(bounces().message_of(&key(), &forged), None, "{forged}");
            }
        }
        let other = InstanceKey::from_bytes([8; 32]);
        assert_eq!(bounces().message_of(&other, &address), None);
        for (from, to) in [("b+", "c+"), ("bounce.", "x."), ("b+", "b"), ("@", "a@")] {
            let forged = address.replacen(from, to, 1);
            assert_eq!(bounces().message_of(&key(), &forged), None, "{forged}");
        }
    }

    #[test]
    fn rep_1_the_longest_address_still_fits_a_local_part() {
        let longest = format!("{}@bounce.example.org", "b".repeat(23));
        let bounces: BounceAddress = longest.parse().expect("an address");
        let address = bounces.of(&key(), message()).to_string();
        assert_eq!(
            address.split_once('@').map(|(local, _)| local.len()),
            Some(64)
        );
        assert_eq!(bounces.message_of(&key(), &address), Some(message()));
        for (text, reason) in [
            (format!("b{longest}"), NotABounceAddress::TooLong),
            (format!("B <{longest}>"), NotABounceAddress::Malformed),
            (
                "bounce.example.org".to_owned(),
                NotABounceAddress::Malformed,
            ),
        ] {
            assert_eq!(text.parse::<BounceAddress>(), Err(reason), "{text}");
        }
    }

    proptest! {
        #[test]
        fn rep_1_no_text_panics(text in "\\PC*", token in "[a-z2-7+@]{0,60}") {
            prop_assert_eq!(bounces().message_of(&key(), &text), None);
            let address = format!("b+{token}@bounce.example.org");
            prop_assert_eq!(bounces().message_of(&key(), &address), None);
        }
    }
}
