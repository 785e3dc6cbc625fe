//! One message, from the lease to what became of it.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Instant as Moment, sleep};
use tokio_util::sync::CancellationToken;

use super::{LEASE, Worker};
use crate::base::db::{Error, Result};
use crate::base::id::Id;
use crate::mailer::compose::Composed;
use crate::mailer::deliver::{Failure, Outcome as Delivered};
use crate::mailer::form::Form;
use crate::outbox::{self, Message, Outcome};
use crate::registration;

/// How often a lease is renewed while a mail server makes up its mind about a message.
const RENEWAL: Duration = Duration::from_secs(120);

/// How long to wait before what became of a message is written down again, at first and at most.
const PATIENCE: (Duration, Duration) = (Duration::from_millis(500), Duration::from_secs(30));

impl Worker {
    /// Delivers a message that is leased, unless `stop` comes first. One that panics is set aside
    /// like one that cannot be composed, and holds up no other. Where mail `rests`, it is noted
    /// that a server takes this one.
    pub(super) async fn deliver(
        self,
        message: Message,
        rests: bool,
        stop: CancellationToken,
    ) -> Result<()> {
        let message = Arc::new(message);
        let attempt = tokio::spawn({
            let (worker, message) = (self.clone(), Arc::clone(&message));
            async move { worker.attempt(&message, &stop).await }
        });
        let outcome = match attempt.await {
            Ok(outcome) => outcome?,
            Err(_) => Some(Outcome::Broken {
                reason: "the program failed on it".to_owned(),
            }),
        };
        match outcome {
            Some(outcome) => {
                report(message.id, &outcome);
                self.settle(&message, rests, outcome).await
            }
            None => Ok(()),
        }
    }

    /// While its lease lasts nobody else takes the message: forgotten for a database that is away
    /// for a moment, it would be sent twice.
    async fn settle(&self, message: &Message, rests: bool, outcome: Outcome) -> Result<()> {
        let lease = LEASE.to_std().expect("a lease lasts");
        let end = Moment::now() + lease;
        let (mut wait, longest) = PATIENCE;
        loop {
            match self.write_down(message, rests, outcome.clone()).await {
                Err(error @ Error::Unavailable(_)) if Moment::now() + wait < end => {
                    tracing::warn!(message = %message.id, %error, "what became of it is not noted yet");
                    sleep(wait).await;
                    wait = longest.min(wait * 2);
                }
                written => return written,
            }
        }
    }

    async fn write_down(&self, message: &Message, rests: bool, outcome: Outcome) -> Result<()> {
        let mut tx = self.db.begin().await?;
        if let Outcome::TurnedAway {
            bad_address: Some(status),
            ..
        } = &outcome
        {
            // Of a recipient that is no registration there is nothing to mark.
            let registration = Id::from_uuid(message.recipient);
            registration::mark_undeliverable(&mut tx, registration, status).await?;
        }
        if rests && shows_that_mail_goes(&outcome) {
            outbox::accepted(&mut tx, message.subject).await?;
        }
        outbox::settle(&mut tx, &self.owner, vec![(message.id, outcome)]).await?;
        tx.commit().await
    }

    /// `None` where somebody else has taken the message since.
    async fn attempt(
        &self,
        message: &Message,
        stop: &CancellationToken,
    ) -> Result<Option<Outcome>> {
        let composed = {
            let mut tx = self.db.read().await?;
            self.composer.compose(&mut tx, message).await
        };
        let letter = match Self::readable(message.id, composed)? {
            Composed::Letter(letter) => letter,
            Composed::NotOwed(reason) => return Ok(Some(Outcome::NotOwed { reason })),
            Composed::Broken(reason) => return Ok(Some(Outcome::Broken { reason })),
        };
        let formatted = match Form::default().format(&letter) {
            Ok(formatted) => formatted,
            Err(error) => {
                return Ok(Some(Outcome::Broken {
                    reason: error.to_string(),
                }));
            }
        };
        // Cut short here, nothing has left.
        let begun = tokio::select! {
            biased;
            () = stop.cancelled() => {
                let reason = "the worker stopped before its turn".to_owned();
                return Ok(Some(Outcome::PutBack { reason }));
            }
            begun = self.transport.begin(&formatted.envelope) => begun,
        };
        let conversation = match begun {
            Ok(conversation) => conversation,
            Err(failure) => return Ok(Some(after_failure(failure))),
        };
        if !self.keep(message.id).await? {
            return Ok(None);
        }
        let mut handing_over = pin!(conversation.data(&formatted.bytes));
        let delivered = loop {
            tokio::select! {
                delivered = &mut handing_over => break delivered,
                () = sleep(RENEWAL) => {
                    // Where it fails, what became of the message is still worth knowing.
                    if let Err(error) = self.keep(message.id).await {
                        tracing::warn!(message = %message.id, %error, "a lease was not renewed");
                    }
                }
            }
        };
        Ok(Some(match delivered {
            Delivered::Sent { reply } => Outcome::Sent {
                reply: reply.to_string(),
            },
            Delivered::Failed(failure) => after_failure(failure),
            Delivered::Unknown { reply } => Outcome::Unknown {
                reply: reply.to_string(),
            },
        }))
    }

    /// What cannot be read is set aside; whatever else fails in the database is no fault of the
    /// message.
    fn readable(message: Id<Message>, composed: Result<Composed>) -> Result<Composed> {
        match composed {
            Err(error) if !matches!(error, Error::Unavailable(_)) => {
                tracing::error!(%message, %error, "what a message is about cannot be read");
                Ok(Composed::Broken(
                    "what it is about cannot be read".to_owned(),
                ))
            }
            composed => composed,
        }
    }

    /// Notes that a message is being handed over, and keeps others from it for one more lease.
    async fn keep(&self, message: Id<Message>) -> Result<bool> {
        let mut tx = self.db.begin().await?;
        let until = tx.now() + LEASE;
        let held = outbox::begin(&mut tx, &self.owner, until, &[message]).await?;
        tx.commit().await?;
        Ok(held.contains(&message))
    }
}

fn after_failure(failure: Failure) -> Outcome {
    let reply = failure.reply().to_string();
    let bad_address = failure.bad_address().map(str::to_owned);
    match failure {
        Failure::Permanent { .. } => Outcome::TurnedAway { reply, bad_address },
        Failure::Temporary { .. } => Outcome::TurnedAwayForNow { reply },
        Failure::Refused { .. } => Outcome::Refused { reply },
    }
}

/// Whether a server has taken login and sender: it came to the recipient or further.
const fn shows_that_mail_goes(outcome: &Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Sent { .. } | Outcome::TurnedAway { .. } | Outcome::Unknown { .. }
    )
}

/// Says what became of a message without its recipient or the server's words, which may repeat the
/// address (P-4).
fn report(id: Id<Message>, outcome: &Outcome) {
    match outcome {
        Outcome::Sent { .. } => tracing::info!(message = %id, "sent"),
        Outcome::NotOwed { reason } => tracing::info!(message = %id, reason, "not owed any more"),
        Outcome::TurnedAwayForNow { .. } => tracing::warn!(message = %id, "turned away for now"),
        Outcome::PutBack { .. } | Outcome::Refused { .. } => {
            tracing::warn!(message = %id, "put back")
        }
        Outcome::TurnedAway { .. } => tracing::error!(message = %id, "turned away for good"),
        Outcome::Unknown { .. } => tracing::error!(message = %id, "may or may not have arrived"),
        Outcome::Broken { .. } => tracing::error!(message = %id, "could not be made into a mail"),
    }
}
