//! A short text that names something and proves that this instance named it: for addresses, where every
//! character counts and nothing is stored.

use uuid::Uuid;

use super::base32::{decoded, encoded};
use super::secret::{InstanceKey, PROOF_LENGTH};

/// Octets of a claim: what it names, and the proof.
const OCTETS: usize = 16 + PROOF_LENGTH;

/// Characters of a claim. No bit is to spare.
pub const CHARACTERS: usize = OCTETS * 8 / 5;

/// The claim that `subject` was named for `purpose`.
pub fn claim(key: &InstanceKey, purpose: &str, subject: Uuid) -> String {
    let mut octets = [0; OCTETS];
    octets[..16].copy_from_slice(subject.as_bytes());
    octets[16..].copy_from_slice(&key.proof(purpose, subject.as_bytes()));
    encoded(&octets)
}

/// What `claim` says that it names, which anybody can write: it proves nothing, and is good for looking up
/// what the proof depends on.
pub fn said_of(claim: &str) -> Option<Uuid> {
    let octets = decoded(claim).filter(|octets| octets.len() == OCTETS)?;
    octets.first_chunk::<16>().copied().map(Uuid::from_bytes)
}

/// What `claim` names; `None` where this instance did not make it for `purpose`.
pub fn claimed(key: &InstanceKey, purpose: &str, claim: &str) -> Option<Uuid> {
    if claim.len() != CHARACTERS {
        return None;
    }
    let octets = decoded(claim)?;
    let (subject, proof) = octets.split_first_chunk::<16>()?;
    let subject = Uuid::from_bytes(*subject);
    key.proves(purpose, subject.as_bytes(), proof.try_into().ok()?)
        .then_some(subject)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SUBJECT: Uuid = Uuid::from_u128(0x0193_1f2a_c7b8_7c2e_9a40_5d1f_0000_0000);

    #[test]
    fn a_claim_is_good_for_its_key_and_purpose_only_and_in_any_case() {
        let (own, other) = (
            InstanceKey::from_bytes([7; 32]),
            InstanceKey::from_bytes([8; 32]),
        );
        let made = claim(&own, "bounce", SUBJECT);
        assert_eq!(made.len(), 40);
        assert_eq!(claimed(&own, "bounce", &made), Some(SUBJECT));
        assert_eq!(claimed(&own, "bounce", &made.to_uppercase()), Some(SUBJECT));
        assert_eq!(claimed(&own, "check-in", &made), None);
        assert_eq!(claimed(&other, "bounce", &made), None);
        assert_eq!(said_of(&made), Some(SUBJECT));
        assert_eq!(said_of(&made[..32]), None);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC*") {
            prop_assert_eq!(claimed(&InstanceKey::from_bytes([7; 32]), "bounce", &text), None);
        }
    }
}
