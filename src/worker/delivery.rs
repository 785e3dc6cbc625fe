//! One message, from its mail to what became of it.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Instant as Moment, sleep};
use tokio_util::sync::CancellationToken;

use super::batch::{Prepared, formatted};
use super::dispatch::Dispatch;
use super::ledger::Begun;
use crate::base::db::{Error, Result};
use crate::base::id::Id;
use crate::mailer::compose::{Basis, Composed};
use crate::mailer::deliver::{Failure, Outcome as Delivered};
use crate::mailer::form::Formatted;
use crate::outbox::{Message, Outcome};

/// How often a lease is renewed while a mail server makes up its mind about a message.
const RENEWAL: Duration = Duration::from_secs(120);

impl Dispatch {
    /// Delivers a message that is leased, unless stop or `recall` come first. One that panics is set
    /// aside like one that cannot be composed, and holds up no other. Where mail `rests`, it is
    /// noted that a server takes this one.
    pub(super) async fn deliver(
        self: Arc<Self>,
        message: Arc<Message>,
        prepared: Prepared,
        rests: bool,
        recall: &CancellationToken,
    ) -> Result<()> {
        if let Prepared::Settled(outcome) = prepared {
            return self.settle(message, outcome, rests).await;
        }
        let connection = match self.connection(recall).await {
            Ok(connection) => connection,
            Err(reason) => {
                let reason = reason.to_owned();
                return self
                    .settle(message, Outcome::PutBack { reason }, rests)
                    .await;
            }
        };
        let attempt = tokio::spawn({
            let (dispatch, message) = (Arc::clone(&self), Arc::clone(&message));
            async move { dispatch.attempt(&message, prepared).await }
        });
        let outcome = match attempt.await {
            Ok(outcome) => outcome?,
            Err(_) => Some(Outcome::Broken {
                reason: "the program failed on it".to_owned(),
            }),
        };
        let Some(outcome) = outcome else {
            return Ok(());
        };
        if matches!(outcome, Outcome::Refused { .. }) {
            self.call_back();
        }
        let settled = self.settle(message, outcome, rests);
        // What became of this message is in the ledger before the next one begins.
        drop(connection);
        settled.await
    }

    fn settle(
        &self,
        message: Arc<Message>,
        outcome: Outcome,
        rests: bool,
    ) -> impl Future<Output = Result<()>> + use<> {
        report(message.id, &outcome);
        self.ledger.settle(message, outcome, rests)
    }

    /// `None` where somebody else has taken the message since.
    async fn attempt(&self, message: &Message, prepared: Prepared) -> Result<Option<Outcome>> {
        let prepared = match prepared {
            Prepared::Unprepared => self.prepare_alone(message).await?,
            prepared => prepared,
        };
        match prepared {
            Prepared::Mail { mail, basis } => self.hand_over(message, &mail, basis).await,
            Prepared::Settled(outcome) => Ok(Some(outcome)),
            Prepared::Unprepared => unreachable!("it was prepared by itself"),
        }
    }

    async fn prepare_alone(&self, message: &Message) -> Result<Prepared> {
        let mut tx = self.worker.db.read().await?;
        let composed = self.worker.composer.compose(&mut tx, message).await;
        Ok(formatted(readable(message.id, composed)?, None))
    }

    async fn hand_over(
        &self,
        message: &Message,
        mail: &Formatted,
        basis: Option<Basis>,
    ) -> Result<Option<Outcome>> {
        let start = Moment::now();
        // Cut short here, nothing has left.
        let begun = tokio::select! {
            biased;
            () = self.stop.cancelled() => {
                let reason = "the worker stopped before its turn".to_owned();
                return Ok(Some(Outcome::PutBack { reason }));
            }
            begun = self.worker.transport.begin(&mail.envelope) => begun,
        };
        let conversation = match begun {
            Ok(conversation) => conversation,
            Err(failure) => return Ok(Some(after_failure(failure))),
        };
        match self.ledger.begin(message.this_try(), basis).await? {
            Begun::Yes => {}
            Begun::Lost => return Ok(None),
            Begun::Outdated => {
                let reason = "what it says has changed".to_owned();
                return Ok(Some(Outcome::PutBack { reason }));
            }
        }
        let mut handing_over = pin!(conversation.data(&mail.bytes));
        let delivered = loop {
            tokio::select! {
                delivered = &mut handing_over => break delivered,
                () = sleep(RENEWAL) => {
                    // Where it fails, what became of the message is still worth knowing.
                    if let Err(error) = self.ledger.begin(message.this_try(), None).await {
                        tracing::warn!(message = %message.id, %error, "a lease was not renewed");
                    }
                }
            }
        };
        Ok(Some(match delivered {
            Delivered::Sent { reply } => {
                self.took(start.elapsed());
                Outcome::Sent {
                    reply: reply.to_string(),
                }
            }
            Delivered::Failed(failure) => after_failure(failure),
            Delivered::Unknown { reply } => Outcome::Unknown {
                reply: reply.to_string(),
            },
        }))
    }
}

/// What cannot be read is set aside; whatever else fails in the database is no fault of the message.
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

fn after_failure(failure: Failure) -> Outcome {
    let reply = failure.reply().to_string();
    let bad_address = failure.bad_address().map(str::to_owned);
    match failure {
        Failure::Permanent { .. } => Outcome::TurnedAway { reply, bad_address },
        Failure::Temporary { .. } => Outcome::TurnedAwayForNow { reply },
        Failure::Refused { .. } => Outcome::Refused { reply },
    }
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
