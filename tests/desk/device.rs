//! A device that makes passkeys, as honest as it is told to be.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::stage::{Answer, HOST};

const PRESENT: u8 = 0x01;
const UNLOCKED: u8 = 0x04;
const WITH_KEY: u8 = 0x40;

/// A passkey, and what its device says besides.
pub struct Device {
    pub key: EcdsaKeyPair,
    pub id: Vec<u8>,
    pub owner: String,
    pub counter: u32,
    pub is_unlocked: bool,
    pub origin: String,
    pub site: String,
}

impl Device {
    pub fn new(id: &str) -> Self {
        let (algorithm, chance) = (&ECDSA_P256_SHA256_ASN1_SIGNING, SystemRandom::new());
        let kept = EcdsaKeyPair::generate_pkcs8(algorithm, &chance).unwrap();
        Self {
            key: EcdsaKeyPair::from_pkcs8(algorithm, kept.as_ref(), &chance).unwrap(),
            id: format!("{id:->16}").into_bytes(),
            owner: String::new(),
            counter: 1,
            is_unlocked: true,
            origin: format!("https://{HOST}"),
            site: HOST.to_owned(),
        }
    }

    /// Makes its passkey, as it was asked.
    pub fn create(&mut self, asked: &Answer) -> String {
        let asked = options(asked);
        self.owner = asked["user"]["id"].as_str().unwrap().to_owned();
        let point = self.key.public_key().as_ref();
        let mut data = self.data(WITH_KEY);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
        data.extend(&self.id);
        // COSE_Key (RFC 9053 section 7.1.1): EC2, ES256, P-256.
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(&point[1..33]);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(&point[33..65]);
        let mut attested = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".to_vec();
        attested.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
        attested.extend(data);
        let response = json!({
            "attestationObject": BASE64.encode(attested),
            "clientDataJSON": BASE64.encode(self.client_data("webauthn.create", &asked)),
        });
        self.answer(&response)
    }

    /// Signs what it was asked; counts that.
    pub fn sign(&mut self, asked: &Answer) -> String {
        self.counter += 1;
        let (data, said) = (
            self.data(0),
            self.client_data("webauthn.get", &options(asked)),
        );
        let mut signed = data.clone();
        signed.extend(Sha256::digest(&said));
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        let response = json!({
            "authenticatorData": BASE64.encode(data),
            "clientDataJSON": BASE64.encode(said),
            "signature": BASE64.encode(signature),
            "userHandle": self.owner,
        });
        self.answer(&response)
    }

    fn answer(&self, response: &Value) -> String {
        let id = BASE64.encode(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response }).to_string()
    }

    /// Authenticator data (Web Authentication level 3, section 6.1).
    fn data(&self, more: u8) -> Vec<u8> {
        let unlocked = if self.is_unlocked { UNLOCKED } else { 0 };
        let mut data = Sha256::digest(&self.site).to_vec();
        data.push(PRESENT | unlocked | more);
        data.extend(self.counter.to_be_bytes());
        data
    }

    fn client_data(&self, kind: &str, asked: &Value) -> Vec<u8> {
        let said = json!({
            "type": kind,
            "challenge": asked["challenge"],
            "origin": self.origin,
            "crossOrigin": false,
        });
        said.to_string().into_bytes()
    }
}

fn options(asked: &Answer) -> Value {
    let asked: Value = serde_json::from_str(asked.body()).unwrap();
    asked["publicKey"].clone()
}
