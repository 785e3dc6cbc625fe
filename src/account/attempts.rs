//! How often something may be tried from somewhere (S-9, S-25): counted in the database, so that it
//! holds for all nodes. What is counted is told apart by keyed hashes (P-4).

use chrono::TimeDelta;

use super::store;
use crate::base::db::{Result, Tx};
use crate::base::secret::InstanceKey;

/// How often within how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// What is limited, a word of its own.
    pub what: &'static str,
    /// How often.
    pub tries: i64,
    /// Within how long from the first of them on.
    pub within: TimeDelta,
}

/// Counts one try of `who`; `false` where there were too many.
pub async fn is_allowed(tx: &mut Tx, key: &InstanceKey, limit: Limit, who: &str) -> Result<bool> {
    let bucket = key.keyed_hash(limit.what, who);
    let began_after = tx.now() - limit.within;
    let tries = store::count_attempt(tx, &bucket, began_after).await?;
    Ok(tries <= limit.tries)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::testing::TestDb;
    use crate::on_both_engines;

    const LIMIT: Limit = Limit {
        what: "test",
        tries: 2,
        within: TimeDelta::minutes(15),
    };

    on_both_engines! {
        async fn s_09_tries_are_counted_for_each_and_forgotten_in_time(test: TestDb) {
            let key = InstanceKey::from_bytes([1; 32]);
            let other = Limit { what: "other", ..LIMIT };
            let mut tx = test.begin().await.unwrap();
            for expected in [true, true, false, false] {
                assert_eq!(is_allowed(&mut tx, &key, LIMIT, "a").await.unwrap(), expected);
            }
            assert!(is_allowed(&mut tx, &key, LIMIT, "b").await.unwrap());
            assert!(is_allowed(&mut tx, &key, other, "a").await.unwrap());
            tx.commit().await.unwrap();
            test.clock.advance(TimeDelta::minutes(15));
            let mut tx = test.begin().await.unwrap();
            assert!(is_allowed(&mut tx, &key, LIMIT, "a").await.unwrap());
        }
    }
}
