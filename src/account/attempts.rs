//! How often something may be tried from somewhere (S-9, S-25): counted in the database, so that it
//! holds for all nodes. What is counted is told apart by keyed hashes (P-4).

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::store;
use crate::base::db::{Hex, Result, Tx};
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
    Ok(are_allowed(tx, key, limit, &[who]).await?[0])
}

/// Counts one try of each of `who`, and says of each whether there were not too many; of those who are there
/// more than once the same.
pub async fn are_allowed(
    tx: &mut Tx,
    key: &InstanceKey,
    limit: Limit,
    who: &[&str],
) -> Result<Vec<bool>> {
    if who.is_empty() {
        return Ok(Vec::new());
    }
    let bucket = |who: &&str| Hex::from(key.keyed_hash(limit.what, who).as_slice());
    let buckets: Vec<Hex> = who.iter().map(bucket).collect();
    let mut tries = BTreeMap::new();
    for bucket in &buckets {
        *tries.entry(bucket.clone()).or_default() += 1;
    }
    let began_after = tx.now() - limit.within;
    let counted = store::count_attempts(tx, &tries, began_after).await?;
    let counted: BTreeMap<Hex, i64> = counted
        .into_iter()
        .map(|(bucket, tries)| (Hex::from(bucket.as_slice()), tries))
        .collect();
    Ok(buckets
        .iter()
        .map(|bucket| counted[bucket] <= limit.tries)
        .collect())
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
            let three = ["c", "d", "c"];
            assert_eq!(are_allowed(&mut tx, &key, LIMIT, &three).await.unwrap(), [true, true, true]);
            let three = ["d", "c", "d"];
            assert_eq!(are_allowed(&mut tx, &key, LIMIT, &three).await.unwrap(), [false, false, false]);
            tx.commit().await.unwrap();
            test.clock.advance(TimeDelta::minutes(15));
            let mut tx = test.begin().await.unwrap();
            assert!(is_allowed(&mut tx, &key, LIMIT, "a").await.unwrap());
        }
    }
}
