//! Messages that were leased together: what they are about is read at once, and each becomes a mail
//! while others are handed over.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use tokio::sync::mpsc;
use tokio::task::{JoinSet, spawn_blocking};
use tokio_util::sync::CancellationToken;

use super::dispatch::{Dispatch, InHand};
use crate::base::db::{Error, Result};
use crate::mailer::compose::{Basis, Composed, Facts};
use crate::mailer::form::{Form, Formatted};
use crate::outbox::{Message, Outcome};

/// What a message became.
#[derive(Debug)]
pub(super) enum Prepared {
    /// A mail to hand over.
    Mail {
        mail: Box<Formatted>,
        /// What it says, to be asked again before it goes; none where it was composed just now.
        basis: Option<Basis>,
    },
    /// No mail.
    Settled(Outcome),
    /// It takes more than what was read for all of them.
    Unprepared,
}

/// Messages that were leased together, each counted as in hand.
pub(super) struct Batch {
    pub(super) messages: Vec<(Arc<Message>, InHand)>,
    /// Whether mail rests, all of it or some.
    pub(super) rests: bool,
    /// Ends where those that wait should be put back.
    pub(super) recall: CancellationToken,
}

impl Dispatch {
    /// Delivers a batch to its end.
    pub(super) async fn deliver_all(self: Arc<Self>, batch: Batch) -> Result<()> {
        let facts = self.facts(&batch).await?;
        let mut prepared = self.prepare(batch.messages, facts);
        let mut deliveries = JoinSet::new();
        while let Some((message, in_hand, mail)) = prepared.recv().await {
            let (dispatch, recall) = (Arc::clone(&self), batch.recall.clone());
            let rests = batch.rests;
            deliveries.spawn(async move {
                let delivered = dispatch.deliver(message, mail, rests, &recall).await;
                drop(in_hand);
                delivered
            });
        }
        let mut ended = Ok(());
        while let Some(delivered) = deliveries.join_next().await {
            let delivered = delivered.expect("a delivery catches its own panics");
            ended = ended.and(delivered);
        }
        ended
    }

    /// What all of a batch is about; `None` where that of one cannot be read, so that each has to
    /// read its own.
    async fn facts(&self, batch: &Batch) -> Result<Option<Facts>> {
        let worker = self.worker.clone();
        let messages: Vec<Message> = batch
            .messages
            .iter()
            .map(|(message, _)| (**message).clone())
            .collect();
        let read = tokio::spawn(async move {
            let mut tx = worker.db.read().await?;
            worker.composer.facts(&mut tx, &messages).await
        });
        match read.await {
            Ok(Ok(facts)) => Ok(Some(facts)),
            Ok(Err(error @ Error::Unavailable(_))) => Err(error),
            Ok(Err(error)) => {
                tracing::warn!(%error, "messages are looked at one by one");
                Ok(None)
            }
            Err(_) => Ok(None),
        }
    }

    /// Composes beside the threads that talk to servers and to the database, since it takes longer
    /// than anything between two waits of theirs. One that panics holds up no other.
    fn prepare(
        &self,
        messages: Vec<(Arc<Message>, InHand)>,
        facts: Option<Facts>,
    ) -> mpsc::UnboundedReceiver<(Arc<Message>, InHand, Prepared)> {
        let (prepared, mails) = mpsc::unbounded_channel();
        let composer = Arc::clone(&self.worker.composer);
        spawn_blocking(move || {
            for (message, in_hand) in messages {
                let composing = AssertUnwindSafe(|| {
                    let composed = composer.compose_of(facts.as_ref()?, &message);
                    composed.map(|(composed, basis)| formatted(composed, Some(basis)))
                });
                let mail = match catch_unwind(composing) {
                    Ok(mail) => mail.unwrap_or(Prepared::Unprepared),
                    Err(_) => Prepared::broken("the program failed on it"),
                };
                // Where nobody waits any more, the worker has stopped.
                let _ = prepared.send((message, in_hand, mail));
            }
        });
        mails
    }
}

impl Prepared {
    fn broken(reason: &str) -> Self {
        Self::Settled(Outcome::Broken {
            reason: reason.to_owned(),
        })
    }
}

/// The mail of what was composed, or what becomes of the message.
pub(super) fn formatted(composed: Composed, basis: Option<Basis>) -> Prepared {
    match composed {
        Composed::Letter(letter) => match Form::default().format(&letter) {
            Ok(mail) => Prepared::Mail {
                mail: Box::new(mail),
                basis,
            },
            Err(error) => Prepared::broken(&error.to_string()),
        },
        Composed::NotOwed(reason) => Prepared::Settled(Outcome::NotOwed { reason }),
        Composed::Broken(reason) => Prepared::Settled(Outcome::Broken { reason }),
    }
}
