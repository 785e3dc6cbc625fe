//! The loop that reconciles the plan and delivers what is due. Tests call [`Worker::tick`].

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use tokio::sync::{Notify, Semaphore};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::base::clock::Instant;
use crate::base::db::{Db, Error, Result};
use crate::base::id::Id;
use crate::event::Event;
use crate::mailer::compose::{Composed, Composer};
use crate::mailer::deliver::{Failure, Outcome as Delivered, Transport};
use crate::mailer::form::Form;
use crate::mailer::{self};
use crate::outbox::{self, Message, Outcome};
use crate::registration;

/// How long a message stays in one worker's hands (OUT-4).
const LEASE: TimeDelta = TimeDelta::minutes(5);

/// How often a lease is renewed while a mail server makes up its mind about a message.
const RENEWAL: Duration = Duration::from_secs(120);

/// How long a plan rests that could not be looked at.
const REST_OF_A_BAD_PLAN: TimeDelta = TimeDelta::minutes(1);

/// How long to wait for news at most: other processes do not wake this one.
const LONGEST_NAP: Duration = Duration::from_secs(1);

/// Delivers what is owed, over a number of connections at once.
#[derive(Debug, Clone)]
pub struct Worker {
    db: Db,
    composer: Arc<Composer>,
    transport: Arc<Transport>,
    connections: usize,
    owner: String,
}

/// What one round came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tick {
    /// Seats given up because their address was not confirmed.
    pub given_up: usize,
    /// Messages that the plan owed and the outbox lacked.
    pub planned: usize,
    /// Messages tried.
    pub tried: usize,
}

impl Worker {
    /// A worker that hands mails to `transport` over up to `connections` connections.
    pub fn new(db: Db, composer: Arc<Composer>, transport: Transport, connections: usize) -> Self {
        let owner = format!(
            "{}-{:016x}",
            std::process::id(),
            u64::from_be_bytes(db.chance().bytes())
        );
        Self {
            db,
            composer,
            transport: Arc::new(transport),
            connections,
            owner,
        }
    }

    /// Works until `stop`, as soon as something is due or `wake` says so. What is in hand is
    /// finished first.
    pub async fn run(&self, stop: CancellationToken, wake: Arc<Notify>) {
        while !stop.is_cancelled() {
            match self.round(&stop).await {
                Ok(tick) if tick != Tick::default() => tracing::debug!(?tick, "worked"),
                Ok(_) => {}
                Err(error) => tracing::error!(%error, "the worker could not work"),
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = wake.notified() => {}
                () = tokio::time::sleep(LONGEST_NAP) => {}
            }
        }
        self.hang_up().await;
    }

    /// Says goodbye to the mail server.
    pub async fn hang_up(&self) {
        self.transport.hang_up().await;
    }

    /// Does everything that is due now.
    ///
    /// # Errors
    /// Where the database fails; what was not done stays due.
    pub async fn tick(&self) -> Result<Tick> {
        self.round(&CancellationToken::new()).await
    }

    async fn round(&self, stop: &CancellationToken) -> Result<Tick> {
        if !self.is_anything_due().await? {
            return Ok(Tick::default());
        }
        let given_up = self.tidy().await?;
        let planned = self.reconcile().await?;
        let tried = self.deliver(stop).await?;
        Ok(Tick {
            given_up,
            planned,
            tried,
        })
    }

    /// Asked of a reader first, so that an idle worker holds up nobody who writes.
    async fn is_anything_due(&self) -> Result<bool> {
        let mut tx = self.db.read().await?;
        let moments: [Option<Instant>; 3] = [
            outbox::next_due(&mut tx).await?,
            mailer::next_plan(&mut tx).await?,
            registration::next_hold(&mut tx).await?,
        ];
        Ok(moments
            .into_iter()
            .flatten()
            .any(|moment| moment <= tx.now()))
    }

    async fn tidy(&self) -> Result<usize> {
        let mut tx = self.db.begin().await?;
        let reclaimed = outbox::reclaim(&mut tx).await?;
        if reclaimed > 0 {
            tracing::warn!(
                reclaimed,
                "messages were left behind by a worker that stopped"
            );
        }
        let given_up = registration::give_up_held(&mut tx).await?;
        tx.commit().await?;
        Ok(given_up)
    }

    async fn reconcile(&self) -> Result<usize> {
        let mut planned = 0;
        loop {
            let due = mailer::due_events(&mut self.db.read().await?).await?;
            if due.is_empty() {
                return Ok(planned);
            }
            for event in due {
                planned += self.reconcile_one(event).await?;
            }
        }
    }

    /// An event that cannot be read rests for a while and holds up no other.
    async fn reconcile_one(&self, event: Id<Event>) -> Result<usize> {
        let mut tx = self.db.begin().await?;
        match mailer::reconcile(&mut tx, self.composer.key(), event).await {
            Ok(planned) => {
                tx.commit().await?;
                Ok(planned)
            }
            Err(error @ Error::Unavailable(_)) => Err(error),
            Err(error) => {
                drop(tx);
                tracing::error!(%event, %error, "the plan of an event could not be looked at");
                let mut tx = self.db.begin().await?;
                let until = tx.now() + REST_OF_A_BAD_PLAN;
                mailer::postpone(&mut tx, event, until).await?;
                tx.commit().await?;
                Ok(0)
            }
        }
    }

    async fn deliver(&self, stop: &CancellationToken) -> Result<usize> {
        let mut tried = 0;
        while !stop.is_cancelled() {
            let mut tx = self.db.begin().await?;
            let until = tx.now() + LEASE;
            let limit = i64::try_from(self.connections * 8).unwrap_or(i64::MAX);
            let messages = outbox::lease(&mut tx, &self.owner, until, limit).await?;
            tx.commit().await?;
            if messages.is_empty() {
                break;
            }
            tried += messages.len();
            self.deliver_all(messages).await?;
        }
        Ok(tried)
    }

    async fn deliver_all(&self, messages: Vec<Message>) -> Result<()> {
        let connections = Arc::new(Semaphore::new(self.connections));
        let mut deliveries = JoinSet::new();
        for message in messages {
            let (worker, connections) = (self.clone(), Arc::clone(&connections));
            deliveries.spawn(async move {
                let _connection = connections.acquire().await;
                worker.deliver_one(message).await
            });
        }
        // All of them to their end: one cut short may have left without anybody noting it.
        let mut result = Ok(());
        while let Some(delivered) = deliveries.join_next().await {
            result = result.and(delivered.expect("a delivery catches its own panics"));
        }
        result
    }

    /// One that panics is set aside like one that cannot be composed, and holds up no other.
    async fn deliver_one(&self, message: Message) -> Result<()> {
        let id = message.id;
        let worker = self.clone();
        let outcome = match tokio::spawn(async move { worker.attempt(&message).await }).await {
            Ok(outcome) => outcome?,
            Err(_) => Some(Outcome::Broken {
                reason: "the program failed on it".to_owned(),
            }),
        };
        let Some(outcome) = outcome else {
            return Ok(());
        };
        report(id, &outcome);
        let mut tx = self.db.begin().await?;
        outbox::settle(&mut tx, id, &self.owner, outcome).await?;
        tx.commit().await
    }

    /// `None` where somebody else has taken the message since.
    async fn attempt(&self, message: &Message) -> Result<Option<Outcome>> {
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
        let conversation = match self.transport.begin(&formatted.envelope).await {
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
                () = tokio::time::sleep(RENEWAL) => {
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
        let is_held = outbox::mark_data_begun(&mut tx, message, &self.owner, until).await?;
        tx.commit().await?;
        Ok(is_held)
    }
}

fn after_failure(failure: Failure) -> Outcome {
    let reply = failure.reply().to_string();
    match failure {
        Failure::Permanent { .. } => Outcome::TurnedAway { reply },
        Failure::Temporary { .. } | Failure::Refused { .. } => Outcome::TurnedAwayForNow { reply },
    }
}

/// Says what became of a message without its recipient or the server's words, which may repeat the
/// address (P-4).
fn report(id: Id<Message>, outcome: &Outcome) {
    match outcome {
        Outcome::Sent { .. } => tracing::info!(message = %id, "sent"),
        Outcome::NotOwed { reason } => tracing::info!(message = %id, reason, "not owed any more"),
        Outcome::TurnedAwayForNow { .. } => tracing::warn!(message = %id, "turned away for now"),
        Outcome::PutBack { .. } => tracing::warn!(message = %id, "put back"),
        Outcome::TurnedAway { .. } => tracing::error!(message = %id, "turned away for good"),
        Outcome::Unknown { .. } => tracing::error!(message = %id, "may or may not have arrived"),
        Outcome::Broken { .. } => tracing::error!(message = %id, "could not be made into a mail"),
    }
}
