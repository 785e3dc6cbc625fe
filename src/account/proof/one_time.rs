use serde_json::json;
use totp_rs::{Algorithm, Builder, Totp};

use super::store;
use crate::account::{Organiser, identity};
use crate::audit;
use crate::base::chance::Chance;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::base::text::plain_digits;

/// Octets of a secret (RFC 4226 section 4).
const SECRET: usize = 20;

/// A device that makes one-time passwords (RFC 6238), by the secret that it shares with us.
#[derive(Clone, PartialEq, Eq)]
pub struct Device([u8; SECRET]);

impl Device {
    /// A device with a fresh secret.
    pub fn new(chance: &Chance) -> Self {
        Self(chance.bytes())
    }

    /// The device with this secret, in hexadecimal digits as [`secret`](Self::secret) gives it.
    pub fn of_secret(secret: &str) -> Option<Self> {
        let pairs: Option<Vec<u8>> = (0..SECRET)
            .map(|at| u8::from_str_radix(secret.get(2 * at..2 * at + 2)?, 16).ok())
            .collect();
        let is_whole = secret.len() == 2 * SECRET;
        pairs?.try_into().ok().filter(|_| is_whole).map(Self)
    }

    /// The secret in hexadecimal digits.
    pub fn secret(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The secret as people type it into a device: base32 (RFC 4648 section 6).
    pub fn typed_secret(&self) -> String {
        self.totp("convoke", "convoke").secret().to_base32()
    }

    /// The address that devices read: the organiser's and the site's names, and the secret.
    pub fn address(&self, organiser: &str, site: &str) -> String {
        // A colon parts the two names in the address.
        let (organiser, site) = (organiser.replace(':', " "), site.replace(':', " "));
        self.totp(&organiser, &site).to_url().unwrap_or_default()
    }

    /// The time step by which `typed` is right at `now`.
    fn step(&self, typed: &str, now: Instant) -> Option<i64> {
        let seconds = u64::try_from(now.timestamp()).ok()?;
        let step = self
            .totp("convoke", "convoke")
            .check(&plain_digits(typed), seconds)?;
        i64::try_from(step).ok()
    }

    fn totp(&self, organiser: &str, site: &str) -> Totp {
        Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_secret(self.0.to_vec())
            .with_account_name(organiser)
            .with_issuer(Some(site))
            .build_noncompliant()
    }
}

impl std::fmt::Debug for Device {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Device(…)")
    }
}

/// From now on `organiser` signs in with this device too; `false` where `typed` does not come from
/// it.
pub async fn confirm_device(
    tx: &mut Tx,
    key: &InstanceKey,
    organiser: Id<Organiser>,
    device: &Device,
    typed: &str,
) -> Result<bool> {
    let Some(step) = device.step(typed, tx.now()) else {
        return Ok(false);
    };
    let sealed = key.seal(organiser.uuid(), &device.secret(), tx.chance());
    store::set_device(tx, organiser, Some(&sealed), step).await?;
    identity::end_by_address(tx, organiser).await?;
    let actor = organiser.to_string();
    audit::record(tx, &actor, "device_added", organiser.uuid(), json!({})).await?;
    Ok(true)
}

/// From now on `organiser` signs in without a device.
pub async fn remove_device(tx: &mut Tx, organiser: Id<Organiser>) -> Result<()> {
    store::set_device(tx, organiser, None, 0).await?;
    let actor = organiser.to_string();
    audit::record(tx, &actor, "device_removed", organiser.uuid(), json!({})).await
}

/// Whether `typed` is what a device of the organiser shows, or whether they have none.
pub(in crate::account) async fn is_second_right(
    tx: &mut Tx,
    key: &InstanceKey,
    organiser: Id<Organiser>,
    typed: &str,
) -> Result<bool> {
    let proofs = store::of(tx, organiser).await?;
    match proofs.and_then(|proofs| proofs.device) {
        Some(sealed) => is_right_now(tx, key, organiser, &sealed, typed).await,
        None => Ok(true),
    }
}

/// Whether `typed` comes from the organiser's device and was not used before.
pub(super) async fn is_right_now(
    tx: &mut Tx,
    key: &InstanceKey,
    organiser: Id<Organiser>,
    sealed: &[u8],
    typed: &str,
) -> Result<bool> {
    let secret = key.open(organiser.uuid(), sealed).ok();
    let device = secret.and_then(|secret| Device::of_secret(&secret));
    match device.and_then(|device| device.step(typed, tx.now())) {
        Some(step) => store::use_step(tx, organiser, step).await,
        None => Ok(false),
    }
}
