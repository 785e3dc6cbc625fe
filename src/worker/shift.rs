use tokio::task::JoinSet;
use tokio::time::{Instant as Moment, sleep_until};
use tokio_util::sync::CancellationToken;

use super::pace::Pace;
use super::{Due, LONGEST_NAP, Tick, Worker, lament};
use crate::base::db::{Error, Result};

/// A worker at work, with the messages it has in hand: one that takes long holds up nothing but its
/// own connection.
pub(super) struct Shift<'a> {
    worker: &'a Worker,
    stop: CancellationToken,
    in_hand: JoinSet<Result<()>>,
    pace: Option<Pace>,
    /// When the pace lets more of what is due begin.
    more_at: Option<Moment>,
    /// What it came to up to now.
    pub(super) done: Tick,
}

impl<'a> Shift<'a> {
    pub(super) fn new(worker: &'a Worker, stop: CancellationToken) -> Self {
        Self {
            worker,
            stop,
            in_hand: JoinSet::new(),
            pace: worker.per_minute.map(Pace::new),
            more_at: None,
            done: Tick::default(),
        }
    }

    /// Does a little of everything that is due, so that nothing has to wait for all of another;
    /// `false` where there was nothing to do.
    pub(super) async fn step(&mut self) -> Result<bool> {
        while let Some(delivered) = self.in_hand.try_join_next() {
            delivered.expect("a delivery catches its own panics")?;
        }
        let due = self.worker.due().await?;
        let given_up = self.tidy(&due).await?;
        let mut planned = 0;
        if let Some(event) = due.event {
            planned = self.worker.plan(event).await?;
        }
        let tried = if due.message || due.lease || planned > 0 {
            self.take_messages(due.rests).await?
        } else {
            self.more_at = None;
            0
        };
        self.done.given_up += given_up;
        self.done.planned += planned;
        self.done.tried += tried;
        Ok(given_up + tried > 0 || due.event.is_some())
    }

    /// Does everything that is due, to its end or to the stop.
    pub(super) async fn all(&mut self) -> Result<()> {
        let stop = self.stop.clone();
        while !stop.is_cancelled() {
            if self.step().await? {
                continue;
            }
            let more_at = self.more_at;
            if more_at.is_none() && self.in_hand.is_empty() {
                break;
            }
            tokio::select! {
                () = stop.cancelled() => {}
                Some(delivered) = self.one_delivered() => delivered?,
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

    /// Waits for the end of one delivery; `None` where none is in hand.
    pub(super) async fn one_delivered(&mut self) -> Option<Result<()>> {
        let delivered = self.in_hand.join_next().await?;
        Some(delivered.expect("a delivery catches its own panics"))
    }

    /// Waits for all deliveries: one cut short may have left without anybody noting it.
    pub(super) async fn end(&mut self) {
        while let Some(delivered) = self.one_delivered().await {
            lament(delivered);
        }
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

    /// As many as there are free connections and the pace allows, and no more: the rest may be
    /// somebody else's.
    async fn take_messages(&mut self, rests: bool) -> Result<usize> {
        let worker = self.worker;
        let free = worker.connections.saturating_sub(self.in_hand.len());
        let now = Moment::now();
        let room = self
            .pace
            .as_ref()
            .map_or(free, |pace| pace.room(now).min(free));
        self.more_at = self.pace.as_ref().and_then(|pace| pace.next_room(now));
        if room == 0 || self.stop.is_cancelled() {
            return Ok(0);
        }
        let messages = worker.lease(room).await?;
        let taken = messages.len();
        if let Some(pace) = &mut self.pace {
            pace.took(taken, now);
        }
        for message in messages {
            let delivery = worker.clone().deliver(message, rests, self.stop.clone());
            self.in_hand.spawn(delivery);
        }
        Ok(taken)
    }
}
