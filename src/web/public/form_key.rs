//! The hidden key of a registration form: it makes the form sent twice one, and says when the form was
//! opened, signed, so that nobody can say otherwise (S-27). A script may send a key of its own making, or
//! none.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::TimeDelta;

use crate::base::chance::Chance;
use crate::base::clock::Instant;
use crate::base::secret::InstanceKey;

/// Sooner after a form was opened nobody has written a name and an address into it.
const SOONEST: TimeDelta = TimeDelta::seconds(2);
/// A form that was open for longer may have been collected to be used by many.
const LATEST: TimeDelta = TimeDelta::days(1);

const MOMENT_LENGTH: usize = 8;
const NONCE_LENGTH: usize = 18;
const SIGNED_LENGTH: usize = MOMENT_LENGTH + NONCE_LENGTH;
const SEAL_LENGTH: usize = 16;

/// A fresh key for a form that is opened at `now`.
pub fn make(key: &InstanceKey, chance: &Chance, now: Instant) -> String {
    let mut octets = now.timestamp().to_be_bytes().to_vec();
    octets.extend(chance.bytes::<NONCE_LENGTH>());
    octets.extend(seal(key, &octets));
    BASE64_URL_SAFE_NO_PAD.encode(octets)
}

/// Whether a form with this key comes sooner than people write, or after its day. One that we did not make
/// says nothing of when its form was opened.
pub fn is_untimely(key: &InstanceKey, form_key: &str, now: Instant) -> bool {
    opened_at(key, form_key).is_some_and(|opened_at| {
        let open_for = now.timestamp() - opened_at;
        !(SOONEST.num_seconds()..=LATEST.num_seconds()).contains(&open_for)
    })
}

fn opened_at(key: &InstanceKey, form_key: &str) -> Option<i64> {
    let octets = BASE64_URL_SAFE_NO_PAD.decode(form_key).ok()?;
    let (signed, sealed) = octets.split_at_checked(SIGNED_LENGTH)?;
    let moment = *signed.first_chunk::<MOMENT_LENGTH>()?;
    (sealed == seal(key, signed)).then(|| i64::from_be_bytes(moment))
}

fn seal(key: &InstanceKey, signed: &[u8]) -> Vec<u8> {
    let text = BASE64_URL_SAFE_NO_PAD.encode(signed);
    let mut sealed = key.keyed_hash("form key", &text);
    sealed.truncate(SEAL_LENGTH);
    sealed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::testing::start;

    #[test]
    fn s_27_a_form_comes_between_two_seconds_and_a_day() {
        let key = InstanceKey::from_bytes([1; 32]);
        let form_key = make(&key, &Chance::seeded(1), start());
        for (after, expected) in [
            (TimeDelta::zero(), true),
            (TimeDelta::seconds(1), true),
            (TimeDelta::seconds(2), false),
            (TimeDelta::days(1), false),
            (TimeDelta::days(1) + TimeDelta::seconds(1), true),
        ] {
            let untimely = is_untimely(&key, &form_key, start() + after);
            assert_eq!(untimely, expected, "{after}");
        }
    }

    #[test]
    fn s_27_a_key_of_somebody_elses_making_says_nothing() {
        let key = InstanceKey::from_bytes([1; 32]);
        let foreign = make(
            &InstanceKey::from_bytes([2; 32]),
            &Chance::seeded(1),
            start(),
        );
        for form_key in ["", "k", "019ad3c8-aaaa", &foreign, &"A".repeat(56)] {
            assert!(!is_untimely(&key, form_key, start()), "{form_key}");
        }
    }
}
