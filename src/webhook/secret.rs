use std::fmt;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::base::chance::Chance;

/// How every secret begins (Standard Webhooks, “Signature scheme”).
const PREFIX: &str = "whsec_";

/// What messages to a webhook are signed with: 256 bits.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    pub(super) fn random(chance: &Chance) -> Self {
        Self(chance.bytes())
    }

    /// As it is shown to whoever checks signatures with it.
    pub fn reveal(&self) -> String {
        format!("{PREFIX}{}", BASE64_STANDARD.encode(self.0))
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let encoded = text.strip_prefix(PREFIX)?;
        let bytes = BASE64_STANDARD.decode(encoded).ok()?;
        bytes.try_into().ok().map(Self)
    }

    /// The signature of a message (Standard Webhooks, “Signature scheme”): HMAC-SHA-256 of its identifier, the
    /// second in which it is sent, and its body.
    pub(super) fn sign(&self, id: &str, second: i64, body: &[u8]) -> String {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.0)
            .expect("HMAC takes keys of any length");
        mac.update(format!("{id}.{second}.").as_bytes());
        mac.update(body);
        format!("v1,{}", BASE64_STANDARD.encode(mac.finalize().into_bytes()))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the specification's own libraries.
    #[test]
    fn s_29_the_signature_is_that_of_the_specification() {
        let mut bytes = BASE64_STANDARD
            .decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
            .expect("base64");
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&bytes).expect("any length");
        mac.update(b"msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}");
        let known = BASE64_STANDARD.encode(mac.finalize().into_bytes());
        assert_eq!(known, "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

        bytes.resize(32, 0);
        let secret = Secret(bytes.try_into().expect("32 octets"));
        assert_eq!(Secret::read(&secret.reveal()), Some(secret.clone()));
        let signed = secret.sign("msg_1", 1_614_265_330, b"{}");
        assert_ne!(signed, secret.sign("msg_1", 1_614_265_331, b"{}"));
        assert_ne!(signed, secret.sign("msg_2", 1_614_265_330, b"{}"));
        assert_ne!(signed, secret.sign("msg_1", 1_614_265_330, b"[]"));
        assert_eq!(format!("{secret:?}"), "Secret(…)");
    }
}
