use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant as Moment, sleep_until};
use tokio_util::sync::CancellationToken;

use super::batch::Batch;
use super::dispatch::Dispatch;
use super::hooks::{Hooks, without_holding_up};
use super::pace::Pace;
use super::{Due, LONGEST_NAP, Tick, Worker, lament};
use crate::base::db::{Error, Result};

/// How long messages may be leased, one batch after the other, without a look at what else is due.
/// Mail that is stopped meanwhile stops at once: whoever leases sees it.
const FLOW: Duration = Duration::from_millis(200);

/// A worker at work, with the messages it has in hand: one that takes long holds up nothing but its
/// own connection.
pub(super) struct Shift<'a> {
    worker: &'a Worker,
    stop: CancellationToken,
    dispatch: Arc<Dispatch>,
    /// How many messages are in hand, unseen since the last look for more.
    in_hand: watch::Receiver<usize>,
    batches: JoinSet<Result<()>>,
    hooks: Hooks,
    pace: Option<Pace>,
    /// Until when only messages are looked for, while there are some.
    flows_until: Option<Moment>,
    /// When the pace lets more of what is due begin.
    more_at: Option<Moment>,
    /// What it came to up to now.
    pub(super) done: Tick,
}

impl<'a> Shift<'a> {
    pub(super) fn new(worker: &'a Worker, stop: CancellationToken) -> Self {
        let dispatch = Arc::new(Dispatch::new(worker.clone(), stop.clone()));
        Self {
            worker,
            stop,
            in_hand: dispatch.watch(),
            dispatch,
            batches: JoinSet::new(),
            hooks: Hooks::default(),
            pace: worker.per_minute.map(Pace::new),
            more_at: None,
            flows_until: None,
            done: Tick::default(),
        }
    }

    /// Does a little of everything that is due, so that nothing has to wait for all of another;
    /// `false` where there was nothing to do.
    pub(super) async fn step(&mut self) -> Result<bool> {
        while let Some(delivered) = self.batches.try_join_next() {
            delivered.expect("a delivery catches its own panics")?;
        }
        self.in_hand.mark_unchanged();
        if self.flows() {
            if self.dispatch.room() == 0 {
                return Ok(false);
            }
            let tried = self.take_messages(false).await?;
            self.done.tried += tried;
            if tried > 0 {
                return Ok(true);
            }
        }
        let due = self.worker.due().await?;
        let given_up = self.tidy(&due).await?;
        let emptied = due.trash && self.empty_trash().await?;
        let retained = due.retention && self.retain().await?;
        let erased = due.erasure && self.erase().await?;
        let resent = due.resend && self.worker.resend().await?;
        let told = without_holding_up(self.hooks.step(self.worker, &due.hooks).await)?;
        let mut planned = 0;
        if let Some(event) = due.event {
            planned = self.worker.plan(event).await?;
        }
        let tried = if due.message || due.lease || resent || planned > 0 {
            self.take_messages(due.rests).await?
        } else {
            self.more_at = None;
            0
        };
        self.done.given_up += given_up;
        self.done.planned += planned;
        self.done.tried += tried;
        let has_more = due.event.is_none() && !due.rests && tried > 0;
        self.flows_until = has_more.then(|| Moment::now() + FLOW);
        let tidied = emptied || retained || erased || resent || told;
        Ok(given_up + tried > 0 || due.event.is_some() || tidied)
    }

    /// Whether it may look for messages only.
    fn flows(&self) -> bool {
        let flows = self.flows_until.is_some_and(|end| Moment::now() < end);
        flows && self.dispatch.is_quick()
    }

    /// Does everything that is due, to its end or to the stop.
    pub(super) async fn all(&mut self) -> Result<()> {
        let stop = self.stop.clone();
        while !stop.is_cancelled() {
            if self.step().await? {
                continue;
            }
            let more_at = self.more_at;
            if more_at.is_none() && self.batches.is_empty() && self.hooks.is_empty() {
                break;
            }
            tokio::select! {
                () = stop.cancelled() => {}
                delivered = self.some_delivered() => delivered?,
                () = sleep_until(more_at.unwrap_or_else(Moment::now)), if more_at.is_some() => {}
            }
        }
        Ok(())
    }

    /// When to look again at the latest, whatever happens.
    pub(super) fn nap_end(&self) -> Moment {
        let longest = Moment::now() + LONGEST_NAP;
        self.more_at.map_or(longest, |more_at| more_at.min(longest))
    }

    /// Waits until there is room for more messages, or for the end of some, or until a webhook has been told;
    /// never ends where none is in hand.
    pub(super) async fn some_delivered(&mut self) -> Result<()> {
        loop {
            tokio::select! {
                Some(delivered) = self.batches.join_next() => {
                    return delivered.expect("a delivery catches its own panics");
                }
                Some(()) = self.hooks.some_told() => return Ok(()),
                Ok(()) = self.in_hand.changed() => {
                    if self.dispatch.room() > 0 {
                        return Ok(());
                    }
                }
            }
        }
    }

    /// Waits for all deliveries: one cut short may have left without anybody noting it.
    pub(super) async fn end(&mut self) {
        while let Some(delivered) = self.batches.join_next().await {
            lament(delivered.expect("a delivery catches its own panics"));
        }
        while self.hooks.some_told().await.is_some() {}
    }

    /// A fault here holds up no mail.
    async fn tidy(&self, due: &Due) -> Result<usize> {
        if !due.lease && !due.stale && !due.hold {
            return Ok(0);
        }
        let worker = self.worker.clone();
        match tokio::spawn(async move { worker.tidy().await }).await {
            Ok(Err(error)) if !matches!(error, Error::Unavailable(_)) => {
                tracing::error!(%error, "places held in vain could not be given up");
                Ok(0)
            }
            Ok(given_up) => given_up,
            Err(_) => {
                tracing::error!("the program failed on places held in vain");
                Ok(0)
            }
        }
    }

    /// A fault here holds up no mail.
    async fn empty_trash(&self) -> Result<bool> {
        match self.worker.empty_trash().await {
            Err(error) if !matches!(error, Error::Unavailable(_)) => {
                tracing::error!(%error, "the trash could not be emptied");
                Ok(false)
            }
            emptied => emptied,
        }
    }

    /// A fault here holds up no mail.
    async fn retain(&self) -> Result<bool> {
        match self.worker.retain().await {
            Err(error) if !matches!(error, Error::Unavailable(_)) => {
                tracing::error!(%error, "personal data whose time is over could not be removed");
                Ok(false)
            }
            retained => retained.map(|purged| purged.is_some()),
        }
    }

    /// A fault here holds up no mail.
    async fn erase(&self) -> Result<bool> {
        match self.worker.erase().await {
            Err(error) if !matches!(error, Error::Unavailable(_)) => {
                tracing::error!(%error, "what is left of somebody who was erased could not be removed");
                Ok(false)
            }
            erased => erased,
        }
    }

    /// As many as there is room for and the pace allows, and no more: the rest may be somebody else's.
    async fn take_messages(&mut self, rests: bool) -> Result<usize> {
        let free = self.dispatch.room();
        let now = Moment::now();
        let room = self
            .pace
            .as_ref()
            .map_or(free, |pace| pace.room(now).min(free));
        self.more_at = self.pace.as_ref().and_then(|pace| pace.next_room(now));
        if room == 0 || self.stop.is_cancelled() {
            return Ok(0);
        }
        let recall = self.dispatch.recall();
        let messages = self.worker.lease(room).await?;
        let taken = messages.len();
        if let Some(pace) = &mut self.pace {
            pace.took(taken, now);
        }
        if taken > 0 {
            let messages = messages.into_iter().map(Arc::new);
            let messages = messages.map(|message| (message, self.dispatch.take()));
            let batch = Batch {
                messages: messages.collect(),
                rests,
                recall,
            };
            self.batches
                .spawn(Arc::clone(&self.dispatch).deliver_all(batch));
        }
        Ok(taken)
    }
}
