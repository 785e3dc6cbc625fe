//! Tokens and their hashes, and the sealing of meeting links with the instance key.

use std::fmt;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;
use uuid::Uuid;

use super::chance::Chance;

const NONCE_LENGTH: usize = 24;

/// Octets of a [`proof`](InstanceKey::proof); with the 16 of its subject they fill 40 characters of
/// base32 without a bit to spare.
pub const PROOF_LENGTH: usize = 9;

/// The key of this instance: seals links at rest and derives the tokens in mails. It lives in a
/// file of its own, outside the database and its backups (DEC-7).
#[derive(Clone)]
pub struct InstanceKey([u8; 32]);

/// A random or derived secret of at least 128 bits in an address; shown once, stored as a hash.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// What the database holds of a [`Token`]: SHA-256 of its text.
pub type TokenHash = Vec<u8>;

/// The sealed text cannot be opened with this key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it was sealed with another instance key, or it was damaged")]
pub struct CannotOpen;

impl InstanceKey {
    /// Reads the key from `path`, or makes one there, readable by its owner only.
    ///
    /// # Errors
    /// Where the file cannot be read or made, or holds no key.
    pub fn load_or_create(path: &Path, chance: &Chance) -> io::Result<Self> {
        match File::open(path) {
            Ok(file) => Self::read(file),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Self::create(path, chance),
            Err(error) => Err(error),
        }
    }

    /// The key in the file at `path`; `None` where there is no such file.
    ///
    /// # Errors
    /// Where the file cannot be read, or holds no key.
    pub fn load(path: &Path) -> io::Result<Option<Self>> {
        match File::open(path) {
            Ok(file) => Self::read(file).map(Some),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// A key of these bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Tells keys apart without giving anything of them away.
    pub fn fingerprint(&self) -> String {
        hex(&self.mac("fingerprint", &[])[..8])
    }

    /// The token for `purpose` and `subject` in its current `generation`: the same each time it is
    /// asked for, so that a mail can be rendered again without a stored secret (OUT-10).
    pub fn token(&self, purpose: &str, subject: Uuid, generation: i64) -> Token {
        let mut message = subject.as_bytes().to_vec();
        message.extend(generation.to_be_bytes());
        Token(BASE64_URL_SAFE_NO_PAD.encode(&self.mac(purpose, &message)[..24]))
    }

    /// A keyed hash of `text` for `purpose`: comparable by this instance, meaningless elsewhere.
    pub fn keyed_hash(&self, purpose: &str, text: &str) -> Vec<u8> {
        self.mac(purpose, text.as_bytes()).to_vec()
    }

    /// A short proof that this instance named `subject` for `purpose`, for places where every octet
    /// counts. It can be guessed only by asking, 2^71 times on average.
    pub fn proof(&self, purpose: &str, subject: &[u8]) -> [u8; PROOF_LENGTH] {
        let mac = self.mac(purpose, subject);
        *mac.first_chunk().expect("a proof is shorter than a hash")
    }

    /// Whether `proof` is that of `subject`, found out in a time that tells nothing of it.
    pub fn proves(&self, purpose: &str, subject: &[u8], proof: &[u8; PROOF_LENGTH]) -> bool {
        let mac = self.begun_mac(purpose, subject);
        mac.verify_truncated_left(proof).is_ok()
    }

    /// A code of `N` digits for `purpose` and `subject`, for people to type. It can be guessed: who
    /// asks for it may try only so often.
    pub fn digits<const N: usize>(&self, purpose: &str, subject: Uuid) -> String {
        let mac = self.mac(purpose, subject.as_bytes());
        let drawn = u64::from_be_bytes(*mac.first_chunk().expect("a hash is longer"));
        format!(
            "{:0N$}",
            drawn % 10_u64.pow(u32::try_from(N).unwrap_or(u32::MAX))
        )
    }

    /// Whether `typed` is that code, found out in a time that tells nothing of it.
    pub fn are_digits<const N: usize>(&self, purpose: &str, subject: Uuid, typed: &str) -> bool {
        let right = self.digits::<N>(purpose, subject);
        let alike = self.mac("typed digits", right.as_bytes());
        let check = self.begun_mac("typed digits", typed.as_bytes());
        check.verify_slice(&alike).is_ok()
    }

    /// Encrypts `text` so that only this instance can read it, and only as belonging to `subject`.
    pub fn seal(&self, subject: Uuid, text: &str, chance: &Chance) -> Vec<u8> {
        let nonce: [u8; NONCE_LENGTH] = chance.bytes();
        let payload = Payload {
            msg: text.as_bytes(),
            aad: subject.as_bytes(),
        };
        let mut sealed = nonce.to_vec();
        sealed.extend(
            self.cipher()
                .encrypt(&XNonce::from(nonce), payload)
                .expect("a text far below the cipher's limit can be encrypted"),
        );
        sealed
    }

    /// Decrypts what [`seal`](Self::seal) made for the same `subject`.
    ///
    /// # Errors
    /// [`CannotOpen`] where key or subject differ or the bytes were changed.
    pub fn open(&self, subject: Uuid, sealed: &[u8]) -> Result<String, CannotOpen> {
        let (nonce, msg) = sealed.split_at_checked(NONCE_LENGTH).ok_or(CannotOpen)?;
        let nonce: [u8; NONCE_LENGTH] = nonce.try_into().map_err(|_| CannotOpen)?;
        let payload = Payload {
            msg,
            aad: subject.as_bytes(),
        };
        let text = self
            .cipher()
            .decrypt(&XNonce::from(nonce), payload)
            .map_err(|_| CannotOpen)?;
        String::from_utf8(text).map_err(|_| CannotOpen)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        let key: [u8; 32] = self.mac("seal", &[]);
        XChaCha20Poly1305::new(&Key::from(key))
    }

    /// HMAC-SHA-256 (RFC 2104); the purpose keeps the uses of the key apart.
    fn mac(&self, purpose: &str, message: &[u8]) -> [u8; 32] {
        self.begun_mac(purpose, message)
            .finalize()
            .into_bytes()
            .into()
    }

    fn begun_mac(&self, purpose: &str, message: &[u8]) -> Hmac<Sha256> {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.0)
            .expect("HMAC takes keys of any length");
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(message);
        mac
    }

    fn read(mut file: File) -> io::Result<Self> {
        let mut text = String::new();
        file.read_to_string(&mut text)?;
        let bytes = BASE64_STANDARD
            .decode(text.trim())
            .ok()
            .and_then(|bytes| bytes.try_into().ok());
        bytes
            .map(Self)
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "it holds no instance key"))
    }

    /// The file appears whole or not at all, and stays through a loss of power from here on: what
    /// is sealed with a lost key stays sealed. Where another process was first, its key counts.
    fn create(path: &Path, chance: &Chance) -> io::Result<Self> {
        let bytes: [u8; 32] = chance.bytes();
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        // Such a file is readable by its owner only.
        let mut file = NamedTempFile::new_in(folder)?;
        writeln!(file, "{}", BASE64_STANDARD.encode(bytes))?;
        file.as_file().sync_all()?;
        match file.persist_noclobber(path) {
            Ok(_) => {}
            Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => {
                return Self::read(File::open(path)?);
            }
            Err(refused) => return Err(refused.error),
        }
        File::open(folder)?.sync_all()?;
        Ok(Self(bytes))
    }
}

impl Token {
    /// A fresh random token of 192 bits.
    pub fn random(chance: &Chance) -> Self {
        Self(BASE64_URL_SAFE_NO_PAD.encode(chance.bytes::<24>()))
    }

    /// A token as it came in an address.
    pub fn from_address(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The text that goes into an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What to store and to look for. An unsalted hash suffices, since the token is random.
    pub fn hash(&self) -> TokenHash {
        hash(self.0.as_bytes())
    }
}

/// SHA-256 of `bytes`.
pub fn hash(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl fmt::Debug for InstanceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InstanceKey(…)")
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUBJECT: Uuid = Uuid::from_u128(7);

    #[test]
    fn a_sealed_link_opens_with_its_key_and_subject_only() {
        let chance = Chance::seeded(1);
        let key = InstanceKey::from_bytes([1; 32]);
        let sealed = key.seal(SUBJECT, "https://meet.example/room", &chance);
        assert!(!String::from_utf8_lossy(&sealed).contains("meet"));
        assert_eq!(
            key.open(SUBJECT, &sealed).as_deref(),
            Ok("https://meet.example/room")
        );
        assert_eq!(key.open(Uuid::from_u128(8), &sealed), Err(CannotOpen));
        assert_eq!(
            InstanceKey::from_bytes([2; 32]).open(SUBJECT, &sealed),
            Err(CannotOpen)
        );
        assert_eq!(key.open(SUBJECT, &sealed[..20]), Err(CannotOpen));
    }

    #[test]
    fn out_10_tokens_are_derived_and_change_with_their_generation() {
        let key = InstanceKey::from_bytes([1; 32]);
        let manage = key.token("manage", SUBJECT, 0);
        assert_eq!(manage, key.token("manage", SUBJECT, 0));
        assert_ne!(manage, key.token("manage", SUBJECT, 1));
        assert_ne!(manage, key.token("confirm", SUBJECT, 0));
        assert_eq!(manage.as_str().len(), 32);
    }

    #[test]
    fn rep_1_a_proof_is_good_for_its_key_purpose_and_subject_only() {
        let key = InstanceKey::from_bytes([1; 32]);
        let proof = key.proof("bounce", SUBJECT.as_bytes());
        assert!(key.proves("bounce", SUBJECT.as_bytes(), &proof));
        assert!(!key.proves("bounce", Uuid::from_u128(8).as_bytes(), &proof));
        assert!(!key.proves("manage", SUBJECT.as_bytes(), &proof));
        assert!(!InstanceKey::from_bytes([2; 32]).proves("bounce", SUBJECT.as_bytes(), &proof));
        for octet in 0..PROOF_LENGTH {
            let mut changed = proof;
            changed[octet] ^= 1;
            assert!(
                !key.proves("bounce", SUBJECT.as_bytes(), &changed),
                "octet {octet}"
            );
        }
    }

    #[test]
    fn digits_are_good_for_their_key_purpose_and_subject_only() {
        let key = InstanceKey::from_bytes([1; 32]);
        let code = key.digits::<8>("code", SUBJECT);
        assert!(code.len() == 8 && code.bytes().all(|digit| digit.is_ascii_digit()));
        assert!(key.are_digits::<8>("code", SUBJECT, &code));
        assert!(!key.are_digits::<8>("code", Uuid::from_u128(8), &code));
        assert!(!key.are_digits::<8>("other", SUBJECT, &code));
        assert!(!key.are_digits::<8>("code", SUBJECT, ""));
    }

    #[test]
    fn the_key_file_is_its_owners_alone_and_is_read_back() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("secret.key");
        let made = InstanceKey::load_or_create(&path, &Chance::System).expect("a key");
        let read = InstanceKey::load_or_create(&path, &Chance::System).expect("the key");
        assert_eq!(made.fingerprint(), read.fingerprint());
        let mode = std::fs::metadata(&path)
            .expect("the file")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
        let files = std::fs::read_dir(folder.path()).expect("the folder");
        assert_eq!(files.count(), 1);
        std::fs::write(&path, "nonsense").expect("written");
        assert!(InstanceKey::load_or_create(&path, &Chance::System).is_err());
    }

    #[test]
    fn dec_7_of_two_first_starts_one_key_is_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("secret.key");
        let first = InstanceKey::create(&path, &Chance::seeded(1)).expect("a key");
        let second = InstanceKey::create(&path, &Chance::seeded(2)).expect("the first's key");
        assert_eq!(first.fingerprint(), second.fingerprint());
        let files = std::fs::read_dir(folder.path()).expect("the folder");
        assert_eq!(files.count(), 1);
    }
}
