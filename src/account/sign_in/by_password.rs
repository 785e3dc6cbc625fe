//! Signing in by password.

use chrono::TimeDelta;

use super::open;
use crate::account::attempts::{Limit, is_allowed};
use crate::account::{Organiser, proof};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::{InstanceKey, Token};
use crate::base::text::EmailAddress;

const PASSWORDS_OF_ONE_FROM_ONE: Limit = Limit {
    what: "passwords of one address from one place",
    tries: 10,
    within: TimeDelta::minutes(15),
};
/// Many places may try together; the address's owner can still have a code mailed.
const PASSWORDS_OF_ONE: Limit = Limit {
    what: "passwords of one address",
    tries: 100,
    within: TimeDelta::hours(1),
};

/// For many addresses in turn from one place.
const PASSWORDS_FROM_ONE: Limit = Limit {
    what: "passwords from one place",
    tries: 100,
    within: TimeDelta::minutes(15),
};

/// Who has given their password, and what a device of theirs shows.
#[derive(Debug, Clone, Copy)]
pub struct By<'a> {
    /// Who.
    pub organiser: Id<Organiser>,
    /// What was typed for the device.
    pub shown: &'a str,
}

/// Counts one more try to sign in as `email` by password, from a place on the net; `false` where
/// there were too many (S-9).
pub async fn may_try_password(
    tx: &mut Tx,
    key: &InstanceKey,
    email: &EmailAddress,
    place: &str,
) -> Result<bool> {
    let address = email.key();
    let from_here = format!("{address} {place}");
    Ok(is_allowed(tx, key, PASSWORDS_FROM_ONE, place).await?
        && is_allowed(tx, key, PASSWORDS_OF_ONE_FROM_ONE, &from_here).await?
        && is_allowed(tx, key, PASSWORDS_OF_ONE, &address).await?)
}

/// Signs a browser in whose password was right; `None` where the device's one-time password is not,
/// or where the organiser has no role.
pub async fn open_by_password(tx: &mut Tx, key: &InstanceKey, by: By<'_>) -> Result<Option<Token>> {
    if !proof::is_second_right(tx, key, by.organiser, by.shown).await? {
        return Ok(None);
    }
    open(tx, by.organiser).await
}
