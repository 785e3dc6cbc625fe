use super::Worker;
use crate::base::db::Result;
use crate::retention::{self, Look};
use crate::trash;

/// What removing what is due came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Purged {
    /// Registrations that are gone.
    pub registrations: u64,
    /// Events whose last registration is gone.
    pub events: u64,
}

impl Worker {
    /// Does what is left to do for those who were erased, removes all personal data whose time is over, and what has been in the trash for long enough; then
    /// takes it out of the files of the database, where anything was removed.
    ///
    /// # Errors
    /// Where the database fails; what was not removed stays due.
    pub async fn purge(&self) -> Result<Purged> {
        while self.erase().await? {}
        let mut all = Purged::default();
        while let Some(purged) = self.retain().await? {
            all.registrations += purged.registrations;
            all.events += purged.events;
        }
        let mut has_emptied = false;
        while trash::has_ended(&mut self.db.read().await?).await? && self.empty_trash().await? {
            has_emptied = true;
        }
        if has_emptied {
            self.db.scrub().await?;
        }
        Ok(all)
    }

    /// Removes a batch of what is due; `None` where nothing was.
    pub(super) async fn retain(&self) -> Result<Option<Purged>> {
        let mut tx = self.db.begin().await?;
        retention::forget_stale(&mut tx).await?;
        let look = retention::look(&mut tx, self.composer.key()).await?;
        tx.commit().await?;
        let Some(look) = look else { return Ok(None) };
        let mut purged = Purged::default();
        match look {
            Look::Waits | Look::Gone { had_any: false, .. } => {}
            Look::Goes(removed) => {
                purged.registrations = removed.registrations;
                self.forget(&removed.mails).await;
            }
            Look::Gone { mails, .. } => {
                purged.events = 1;
                self.forget(&mails).await;
                self.db.scrub().await?;
            }
        }
        Ok(Some(purged))
    }

    pub(super) async fn forget(&self, mails: &[String]) {
        if let Err(error) = self.transport.forget(mails).await {
            tracing::error!(%error, "copies of mails could not be removed");
        }
    }
}
