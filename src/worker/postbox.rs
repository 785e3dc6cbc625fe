//! The mailbox for what comes back, looked at from time to time. Any number of nodes may do it: a
//! mail that is read twice changes nothing the second time.

use std::time::Duration;

use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use crate::base::db::{Db, Error, Result};
use crate::mailer::deliver::Trust;
use crate::mailer::inbound::{
    self, ImapServer, Intake, Mailbox, MailboxPatience, Received, Trouble,
};

/// How long to leave a server alone at most that cannot be read from.
const LONGEST_REST: Duration = Duration::from_secs(30 * 60);
/// How long at least after a wrong password: some servers lock out who tries too often.
const REST_AFTER_REFUSAL: Duration = Duration::from_secs(5 * 60);

/// Reads what comes back, and does what it means.
#[derive(Debug, Clone)]
pub struct Postbox {
    db: Db,
    intake: Intake,
    server: ImapServer,
    trust: Trust,
    patience: MailboxPatience,
}

/// What one look came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Mails read.
    pub read: usize,
    /// Mails that changed something.
    pub meant: usize,
    /// Mails passed over, being too large or the program's failure.
    pub passed_over: usize,
}

/// Why a look ended early. What was read up to then is done.
#[derive(Debug, thiserror::Error)]
pub enum CannotLook {
    /// The mailbox cannot be read.
    #[error(transparent)]
    Mailbox(#[from] Trouble),
    /// The database cannot be written to.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Postbox {
    /// The mailbox at `server`, whose certificate `trust` makes good.
    pub fn new(db: Db, intake: Intake, server: ImapServer, trust: Trust) -> Self {
        Self {
            db,
            intake,
            server,
            trust,
            patience: MailboxPatience::default(),
        }
    }

    /// The same with another patience.
    #[must_use]
    pub fn with_patience(self, patience: MailboxPatience) -> Self {
        Self { patience, ..self }
    }

    /// Looks again and again until `stop`, ever less often while it fails. It may stop anywhere: what
    /// was not noted as seen is read again.
    pub async fn run(self, stop: CancellationToken) {
        tokio::select! {
            () = stop.cancelled() => {}
            () = self.look_for_ever() => {}
        }
    }

    async fn look_for_ever(&self) {
        let mut failures = 0;
        loop {
            let rest = match self.look().await {
                Ok(_) => {
                    failures = 0;
                    self.server.interval
                }
                Err(error) => {
                    failures += 1;
                    let rest = rest_after(&error, failures, self.server.interval);
                    let seconds = rest.as_secs();
                    tracing::warn!(%error, seconds, "the mailbox for what comes back waits");
                    rest
                }
            };
            sleep(rest).await;
        }
    }

    /// Reads every mail that nobody has looked at.
    ///
    /// # Errors
    /// [`CannotLook`]; what was not read stays unseen.
    pub async fn look(&self) -> std::result::Result<Look, CannotLook> {
        let mut mailbox = Mailbox::open(&self.server, &self.trust, self.patience).await?;
        let mut look = Look::default();
        let mut is_read_only = false;
        for mail in mailbox.unseen().await? {
            if !mail.is_readable {
                tracing::warn!("a mail that came back is too large to be read");
                look.passed_over += 1;
            } else if let Some(octets) = mailbox.fetch(mail.uid).await? {
                self.take_in(octets, &mut look).await?;
            } else {
                continue;
            }
            match mailbox.mark_seen(mail.uid).await {
                // It changes nothing when it is read again, and the next may be news.
                Err(Trouble::ReadOnly) => is_read_only = true,
                marked => marked?,
            }
        }
        mailbox.close().await;
        if is_read_only {
            return Err(Trouble::ReadOnly.into());
        }
        Ok(look)
    }

    /// One that the program fails on is passed over and holds up no other.
    async fn take_in(&self, octets: Vec<u8>, look: &mut Look) -> Result<()> {
        let postbox = self.clone();
        match tokio::spawn(async move { postbox.receive(&octets).await }).await {
            Ok(Ok(received)) => {
                tracing::info!("a mail came back: {received}");
                look.read += 1;
                look.meant += usize::from(!matches!(received, Received::Nothing(_)));
            }
            Ok(Err(error @ Error::Unavailable(_))) => return Err(error),
            Ok(Err(error)) => {
                tracing::error!(%error, "what a mail that came back is about cannot be read");
                look.passed_over += 1;
            }
            Err(_) => {
                tracing::error!("the program failed on a mail that came back");
                look.passed_over += 1;
            }
        }
        Ok(())
    }

    async fn receive(&self, octets: &[u8]) -> Result<Received> {
        let reading = match inbound::understood(octets) {
            Ok(reading) => reading,
            Err(reason) => return Ok(Received::Nothing(reason)),
        };
        let mut tx = self.db.begin().await?;
        let received = inbound::receive(&mut tx, &self.intake, &reading).await?;
        tx.commit().await?;
        Ok(received)
    }
}

/// Twice as long after each failure.
fn rest_after(error: &CannotLook, failures: u32, interval: Duration) -> Duration {
    let longest = LONGEST_REST.max(interval);
    let rest = interval
        .saturating_mul(2u32.saturating_pow(failures.min(16)))
        .min(longest);
    match error {
        CannotLook::Mailbox(Trouble::SignIn) => rest.max(REST_AFTER_REFUSAL),
        _ => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rep_2_who_cannot_look_looks_ever_less_often() {
        let minute = Duration::from_secs(60);
        let lost = CannotLook::Mailbox(Trouble::Lost);
        let rests =
            [1, 2, 3, 5, 99].map(|failures| rest_after(&lost, failures, minute).as_secs() / 60);
        assert_eq!(rests, [2, 4, 8, 30, 30]);
        let refused = CannotLook::Mailbox(Trouble::SignIn);
        assert_eq!(rest_after(&refused, 1, minute), REST_AFTER_REFUSAL);
        let day = Duration::from_secs(24 * 60 * 60);
        assert_eq!(rest_after(&lost, 9, day), day);
    }
}
