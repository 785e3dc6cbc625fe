//! The loop that reconciles the plan and delivers what is due. Tests call [`Worker::tick`].

mod batch;
mod connections;
mod delivery;
mod dispatch;
mod erase;
mod hooks;
mod ledger;
mod pace;
mod postbox;
mod retain;
mod shift;
mod turns;

pub use postbox::{CannotLook, Look, Postbox};
pub use retain::Purged;

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use tokio::sync::Notify;
use tokio::time::{sleep_until, timeout};
use tokio_util::sync::CancellationToken;

use crate::base::clock::Instant;
use crate::base::db::{Db, Error, Result};
use crate::base::id::Id;
use crate::event::Event;
use crate::mailer;
use crate::mailer::compose::Composer;
use crate::mailer::deliver::Transport;
use crate::outbox::{self, Message, PausedBy};
use crate::outgoing::Client;
use crate::registration;
use crate::retention;
use crate::trash;
use hooks::OwedToHooks;
use shift::Shift;

/// How long a message stays in one worker's hands (OUT-4).
const LEASE: TimeDelta = TimeDelta::minutes(5);

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
    per_minute: Option<u32>,
    outgoing: Option<Client>,
    owner: String,
}

/// What waits to be done.
struct Due {
    /// A message, while mail goes or may find out whether it does.
    message: bool,
    /// Whether mail rests, all of it or some: then it is news that a server takes one.
    rests: bool,
    lease: bool,
    stale: bool,
    hold: bool,
    trash: bool,
    /// Whether personal data may have to go, or what is kept for a day only.
    retention: bool,
    /// Whether something is left to do for somebody who was erased.
    erasure: bool,
    /// Whether somebody asked for the link to their own page.
    resend: bool,
    event: Option<Id<Event>>,
    hooks: OwedToHooks,
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
            per_minute: None,
            outgoing: None,
            owner,
        }
    }

    /// The same worker, which begins no more than so many messages a minute, evenly (OUT-8).
    pub fn at_most(self, per_minute: Option<u32>) -> Self {
        Self { per_minute, ..self }
    }

    /// The same worker, which tells webhooks by `client`, too. Without one what they are owed waits.
    pub fn telling(self, client: Client) -> Self {
        Self {
            outgoing: Some(client),
            ..self
        }
    }

    /// Works until `stop`, as soon as something is due or `wake` says so. What is being handed over
    /// then may take `grace` to its end, and everything else is put back.
    pub async fn run(&self, stop: CancellationToken, wake: Arc<Notify>, grace: Duration) {
        let mut shift = Shift::new(self, stop.clone());
        while !stop.is_cancelled() {
            match shift.step().await {
                Ok(true) => continue,
                Ok(false) => {}
                Err(error) => tracing::error!(%error, "the worker could not work"),
            }
            let nap_end = shift.nap_end();
            tokio::select! {
                () = stop.cancelled() => {}
                () = wake.notified() => {}
                delivered = shift.some_delivered() => lament(delivered),
                () = sleep_until(nap_end) => {}
            }
        }
        self.leave(&mut shift, grace).await;
    }

    /// Does everything that is due now, until that is done or `stop` comes, as [`run`](Self::run) ends.
    ///
    /// # Errors
    /// Where the database fails; what was not done stays due.
    pub async fn once(&self, stop: CancellationToken, grace: Duration) -> Result<Tick> {
        let mut shift = Shift::new(self, stop);
        let done = shift.all().await;
        self.leave(&mut shift, grace).await;
        done.map(|()| shift.done)
    }

    /// Does everything that is due now.
    ///
    /// # Errors
    /// Where the database fails; what was not done stays due.
    pub async fn tick(&self) -> Result<Tick> {
        let mut shift = Shift::new(self, CancellationToken::new());
        let done = shift.all().await;
        shift.end().await;
        done.map(|()| shift.done)
    }

    /// What is being handed over may take `grace` to its end.
    async fn leave(&self, shift: &mut Shift<'_>, grace: Duration) {
        if timeout(grace, shift.end()).await.is_err() {
            tracing::warn!("a mail in transfer was cut off");
        }
        self.transport.hang_up().await;
    }

    /// Asked of a reader first, so that an idle worker holds up nobody who writes.
    async fn due(&self) -> Result<Due> {
        let mut tx = self.db.read().await?;
        let now = tx.now();
        let is_due = |moment: Option<Instant>| moment.is_some_and(|moment| moment <= now);
        let pause = outbox::standing(&mut tx).await?;
        let is_stopped = pause
            .as_ref()
            .is_some_and(|pause| pause.paused_by == PausedBy::Operator);
        let may_go = pause.as_ref().is_none_or(|pause| pause.is_probe_due(now));
        Ok(Due {
            message: may_go && is_due(outbox::next_due(&mut tx).await?),
            rests: pause.is_some() || !outbox::rests(&mut tx).await?.is_empty(),
            lease: is_due(outbox::next_lease_end(&mut tx).await?),
            stale: outbox::has_stale(&mut tx).await?,
            hold: is_due(registration::next_hold(&mut tx).await?),
            trash: trash::has_ended(&mut tx).await?,
            retention: retention::is_due(&mut tx).await? || retention::has_stale(&mut tx).await?,
            erasure: registration::is_erasure_due(&mut tx).await?,
            resend: registration::has_resend_request(&mut tx).await?,
            event: mailer::due_events(&mut tx).await?.into_iter().next(),
            hooks: self.owed_to_hooks(&mut tx, is_stopped).await?,
        })
    }

    async fn lease(&self, room: usize) -> Result<Vec<Message>> {
        let mut tx = self.db.begin().await?;
        let until = tx.now() + LEASE;
        let limit = i64::try_from(room).unwrap_or(i64::MAX);
        let messages = outbox::lease(&mut tx, &self.owner, until, limit).await?;
        tx.commit().await?;
        Ok(messages)
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
        outbox::drop_stale(&mut tx).await?;
        let given_up = registration::give_up_held(&mut tx).await?;
        tx.commit().await?;
        Ok(given_up)
    }

    /// Removes a batch of what has been in the trash for long enough.
    async fn empty_trash(&self) -> Result<bool> {
        let mut tx = self.db.begin().await?;
        let removed = trash::empty(&mut tx).await?;
        tx.commit().await?;
        Ok(removed)
    }

    /// Owes one of those who asked for it the link to their own page; whether anybody did.
    async fn resend(&self) -> Result<bool> {
        let mut tx = self.db.begin().await?;
        let key = self.composer.key();
        let answered = registration::answer_resend_request(&mut tx, key).await?;
        tx.commit().await?;
        Ok(answered)
    }

    /// Makes owed what one event owes, a batch of it. An event that cannot be looked at rests for a
    /// while and holds up no other.
    async fn plan(&self, event: Id<Event>) -> Result<usize> {
        let worker = self.clone();
        match tokio::spawn(async move { worker.reconcile(event).await }).await {
            Ok(Ok(planned)) => return Ok(planned),
            Ok(Err(error @ Error::Unavailable(_))) => return Err(error),
            Ok(Err(error)) => {
                tracing::error!(%event, %error, "the plan of an event could not be looked at");
            }
            Err(_) => tracing::error!(%event, "the program failed on the plan of an event"),
        }
        let mut tx = self.db.begin().await?;
        let until = tx.now() + REST_OF_A_BAD_PLAN;
        mailer::postpone(&mut tx, event, until).await?;
        tx.commit().await?;
        Ok(0)
    }

    async fn reconcile(&self, event: Id<Event>) -> Result<usize> {
        let mut tx = self.db.begin().await?;
        let planned = mailer::reconcile(&mut tx, self.composer.key(), event).await?;
        tx.commit().await?;
        Ok(planned)
    }
}

fn lament(delivered: Result<()>) {
    if let Err(error) = delivered {
        tracing::error!(%error, "what became of a message could not be noted");
    }
}
