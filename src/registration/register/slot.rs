//! When a mail leaves that anybody could cause who knows an address (S-25). Whoever types somebody else's
//! address again and again, for one event or for many, cannot make this service a nuisance to them: what is
//! more than a few mails a day waits, and who typed is told nothing of it (S-26).

use chrono::TimeDelta;

use super::store;
use crate::account::{Limit, is_allowed};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
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
    let address = mailbox(email);
    is_allowed(tx, key, TYPED, &address).await?;
    let hash = key.keyed_hash("mail to a typed address", &address);
    let now = tx.now();
    let since = now - A_DAY;
    let before = store::latest_form_mails(tx, &hash, since, MOST).await?;
    let due_at = match before.last() {
        Some(first) if before.len() >= MOST as usize => now.max(*first + A_DAY),
        _ => now,
    };
    store::insert_form_mail(tx, &hash, due_at).await?;
    Ok(due_at)
}

/// Where mail to `email` most likely ends: what follows a plus before the @ tells addresses of one mailbox
/// apart.
fn mailbox(email: &EmailAddress) -> String {
    let key = email.key();
    match key.rsplit_once('@') {
        Some((local, domain)) => {
            let name = local.split('+').next().unwrap_or(local);
            format!("{name}@{domain}")
        }
        None => key,
    }
}
