//! When a mail leaves that anybody could cause who knows an address (S-25). Whoever types somebody else's
//! address again and again, for one event or for many, cannot make this service a nuisance to them: what is
//! more than a few mails a day waits, and who typed is told nothing of it (S-26).

use chrono::TimeDelta;

use super::store::{self, Asker};
use crate::account::{Limit, are_allowed, is_allowed};
use crate::base::clock::Instant;
use crate::base::db::{Hex, Result, Tx};
use crate::base::secret::InstanceKey;
use crate::base::text::EmailAddress;

/// So many of them leave to one address within [`A_DAY`].
const MOST: i64 = 3;
const A_DAY: TimeDelta = TimeDelta::days(1);

/// Counts only: that two who type the same address at once wait for each other.
const TYPED: Limit = Limit {
    what: "typed address",
    tries: i64::MAX,
    within: A_DAY,
};

/// Takes a place for what is told to `email` by one form, and says when it leaves: at once, or a day after the
/// last but two of those before. Places for several sessions are told in a mail each, and are one telling.
pub(super) async fn take(tx: &mut Tx, key: &InstanceKey, email: &EmailAddress) -> Result<Instant> {
    is_allowed(tx, key, TYPED, &mailbox(&email.key())).await?;
    let address = mailbox_hash(key, email);
    let now = tx.now();
    let since = now - A_DAY;
    let before = store::latest_form_mails(tx, &address, since, MOST).await?;
    let due_at = match before.last() {
        Some(first) if before.len() >= MOST as usize => now.max(*first + A_DAY),
        _ => now,
    };
    store::insert_form_mails(tx, &[address], due_at).await?;
    Ok(due_at)
}

/// Takes places for those of `askers` who are told at once; `false` where one of them is not: the unit of work
/// has to be dropped. Their mailboxes are different.
pub(super) async fn take_now(tx: &mut Tx, key: &InstanceKey, askers: &[&Asker]) -> Result<bool> {
    let mailboxes: Vec<String> = askers.iter().map(|asker| mailbox(&asker.email)).collect();
    let typed: Vec<&str> = mailboxes.iter().map(String::as_str).collect();
    are_allowed(tx, key, TYPED, &typed).await?;
    if !waiting(tx, askers).await?.is_empty() {
        return Ok(false);
    }
    let hashes: Vec<Hex> = askers.iter().map(|asker| asker.mailbox.clone()).collect();
    let now = tx.now();
    store::insert_form_mails(tx, &hashes, now).await?;
    Ok(true)
}

/// The numbers of those who would be told later than at once.
pub(super) async fn waiting(tx: &mut Tx, askers: &[&Asker]) -> Result<Vec<i64>> {
    let since = tx.now() - A_DAY;
    store::with_full_mailbox(tx, askers, since, MOST).await
}

/// What mailboxes are told apart by.
pub(super) fn mailbox_hash(key: &InstanceKey, email: &EmailAddress) -> Hex {
    let hash = key.keyed_hash("mail to a typed address", &mailbox(&email.key()));
    Hex::from(hash.as_slice())
}

/// Where mail to an address most likely ends: what follows a plus before the @ tells addresses of one mailbox
/// apart.
fn mailbox(email_key: &str) -> String {
    match email_key.rsplit_once('@') {
        Some((local, domain)) => {
            let name = local.split('+').next().unwrap_or(local);
            format!("{name}@{domain}")
        }
        None => email_key.to_owned(),
    }
}
