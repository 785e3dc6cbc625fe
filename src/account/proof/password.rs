use std::time::Duration;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use serde_json::json;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::store;
use crate::account::Organiser;
use crate::audit;
use crate::base::chance::Chance;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;

/// Characters of the shortest password (NIST SP 800-63B-4 section 3.1.1.2).
pub const SHORTEST: usize = 15;
/// Octets of the longest: more than any sentence, so that nobody keeps the processor busy.
const LONGEST: usize = 1024;

/// What takes as long to check as any password, for those who have none (S-9).
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgc2FsdCEhIQ$\
    gnqJVFvN2KFjGMzTMGXfnHnR6OTRpAlGUvyXh2HKjh0";

/// The password is shorter than [`SHORTEST`] characters, or longer than any sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooShort;

/// What is kept of `password`: Argon2id (RFC 9106) in the PHC string format. Takes tens of
/// milliseconds of a processor: not for threads that others wait for.
///
/// # Errors
/// [`TooShort`].
pub fn hash(password: &str, chance: &Chance) -> std::result::Result<String, TooShort> {
    if password.chars().count() < SHORTEST || password.len() > LONGEST {
        return Err(TooShort);
    }
    let salt: [u8; 16] = chance.bytes();
    let hash = Argon2::default().hash_password_with_salt(password.as_bytes(), &salt);
    Ok(hash.expect("the default parameters are fine").to_string())
}

/// A few at a time: each takes 19 MiB and a processor.
static AT_A_TIME: Semaphore = Semaphore::const_new(3);
/// How long somebody waits for their turn.
const PATIENCE: Duration = Duration::from_secs(5);

/// Does `work` with a password off the threads that serve; `None` where too many wait for the same.
pub async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let turn = timeout(PATIENCE, AT_A_TIME.acquire()).await.ok()?.ok()?;
    // The turn goes along: whoever gives up waiting does not let another begin beside it.
    let worked = spawn_blocking(move || {
        let _turn = turn;
        work()
    });
    worked.await.ok()
}

/// Whether `typed` is the password that `kept` is of; takes as long where there is none.
pub fn is_right(kept: Option<&str>, typed: &str) -> bool {
    let parsed = PasswordHash::new(kept.unwrap_or(NOBODYS));
    let is_right = parsed.is_ok_and(|hash| {
        typed.len() <= LONGEST
            && Argon2::default()
                .verify_password(typed.as_bytes(), &hash)
                .is_ok()
    });
    is_right && kept.is_some()
}

/// Keeps the [`hash`] of a new password, or none.
pub async fn set_password(tx: &mut Tx, organiser: Id<Organiser>, hash: Option<&str>) -> Result<()> {
    store::set_password(tx, organiser, hash).await?;
    let action = if hash.is_some() {
        "password_set"
    } else {
        "password_removed"
    };
    audit::record(
        tx,
        &organiser.to_string(),
        action,
        organiser.uuid(),
        json!({}),
    )
    .await
}
