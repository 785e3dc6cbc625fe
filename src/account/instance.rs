use super::store;
use crate::base::db::{Result, Tx};
use crate::base::secret::InstanceKey;

/// Remembers `key` as this instance's at the first start; `false` where the database belongs to
/// another key, by which its links could not be opened (DEC-7).
pub async fn accept_key(tx: &mut Tx, key: &InstanceKey) -> Result<bool> {
    store::remember_fingerprint(tx, &key.fingerprint()).await?;
    Ok(store::fingerprint(tx).await? == key.fingerprint())
}

/// Writes what stands there already, to see whether the database takes it.
pub async fn prove_writable(tx: &mut Tx) -> Result<()> {
    store::write_fingerprint_anew(tx).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::testing::TestDb;

    crate::on_both_engines! {
        async fn dec_7_a_database_belongs_to_one_key(test: TestDb) {
            let mut tx = test.begin().await.unwrap();
            let (own, other) = (InstanceKey::from_bytes([1; 32]), InstanceKey::from_bytes([2; 32]));
            assert!(accept_key(&mut tx, &own).await.unwrap());
            assert!(!accept_key(&mut tx, &other).await.unwrap());
            assert!(accept_key(&mut tx, &own).await.unwrap());
        }
    }
}
