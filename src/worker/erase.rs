use super::Worker;
use crate::base::db::Result;
use crate::registration;

impl Worker {
    /// Removes the copies of mails to those who were erased, and takes them out of the files of the database
    /// (P-6); whether there was anybody. What fails is tried again after a rest.
    pub(super) async fn erase(&self) -> Result<bool> {
        let mut tx = self.db.begin().await?;
        let erasures = registration::take_erasures(&mut tx).await?;
        tx.commit().await?;
        if erasures.is_empty() {
            return Ok(false);
        }
        for erasure in &erasures {
            self.forget(&erasure.mails).await;
        }
        self.db.scrub().await?;
        let mut tx = self.db.begin().await?;
        registration::finish_erasures(&mut tx, &erasures).await?;
        tx.commit().await?;
        Ok(true)
    }
}
