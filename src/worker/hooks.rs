//! Webhooks told what happened, beside the mails: one that is slow holds up nobody but itself.

use std::collections::HashMap;
use std::time::Duration;

use tokio::task::{Id as Task, JoinError, JoinSet};
use tokio::time::Instant as Moment;

use super::Worker;
use super::turns::Turns;
use crate::base::db::{Error, Result, Tx};
use crate::base::id::Id;
use crate::outgoing::Client;
use crate::webhook::{self, Due, Letter, Made, Outcome, Webhook};

/// How often the moments of events are looked at: nobody wakes a worker for them.
const LOOKED_AT_EVERY: Duration = Duration::from_secs(20);

/// How long one rests whose messages could not be made.
const REST: Duration = Duration::from_secs(60);

/// What is owed to webhooks.
#[derive(Debug, Default)]
pub(super) struct OwedToHooks {
    /// Whether a line of the log waits to be told.
    lines: bool,
    /// Those that are owed a message now.
    webhooks: Vec<Due>,
}

/// The webhooks that a shift has in hand, each with one task.
#[derive(Debug, Default)]
pub(super) struct Hooks {
    tasks: JoinSet<bool>,
    in_hand: HashMap<Task, Due>,
    turns: Turns,
    /// Until when those rest whose messages could not be made, so that they are not tried without end.
    resting: HashMap<Id<Webhook>, Moment>,
    /// When the moments of events were looked at last.
    looked_at: Option<Moment>,
}

impl Hooks {
    /// Does a little of what is owed; whether there was anything to do.
    pub(super) async fn step(&mut self, worker: &Worker, owed: &OwedToHooks) -> Result<bool> {
        let Some(client) = &worker.outgoing else {
            return Ok(false);
        };
        while let Some(done) = self.tasks.try_join_next_with_id() {
            self.put_down(done);
        }
        let made = if owed.lines {
            without_holding_up(worker.owe_hooks().await)?
        } else {
            Made::default()
        };
        let mut did = made.any;
        let is_time = |at: Moment| at.elapsed() >= LOOKED_AT_EVERY;
        if made.of_event || self.looked_at.is_none_or(is_time) {
            self.looked_at = Some(Moment::now());
            did |= without_holding_up(worker.look_at_moments().await)?;
        }
        let now = Moment::now();
        self.resting.retain(|_, until| now < *until);
        let rests = |one: &&Due| self.resting.contains_key(&one.webhook);
        let waiting = owed.webhooks.iter().filter(|one| !rests(one)).copied();
        let in_hand: Vec<Due> = self.in_hand.values().copied().collect();
        for due in self.turns.take(&waiting.collect::<Vec<_>>(), &in_hand) {
            let (worker, client, id) = (worker.clone(), client.clone(), due.webhook);
            let task = self.tasks.spawn(async move {
                let told = worker.tell(&client, id).await;
                if let Err(error) = &told {
                    tracing::error!(webhook = %id, %error, "a webhook could not be told");
                }
                told.is_ok()
            });
            self.in_hand.insert(task.id(), due);
            did = true;
        }
        Ok(did)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.in_hand.is_empty()
    }

    /// Waits until one has been told; none where none is in hand.
    pub(super) async fn some_told(&mut self) -> Option<()> {
        let done = self.tasks.join_next_with_id().await?;
        self.put_down(done);
        Some(())
    }

    fn put_down(&mut self, done: std::result::Result<(Task, bool), JoinError>) {
        let (task, was_told) = done.unwrap_or_else(|error| {
            tracing::error!("the program failed on a webhook");
            (error.id(), false)
        });
        if let Some(due) = self.in_hand.remove(&task)
            && !was_told
        {
            self.resting.insert(due.webhook, Moment::now() + REST);
        }
    }
}

impl Worker {
    /// What is owed to webhooks; `rests` while somebody has stopped all mail by hand, as after a backup was
    /// restored: nobody else is told anything then either.
    pub(super) async fn owed_to_hooks(&self, tx: &mut Tx, rests: bool) -> Result<OwedToHooks> {
        if self.outgoing.is_none() {
            return Ok(OwedToHooks::default());
        }
        Ok(OwedToHooks {
            lines: webhook::is_owed(tx).await?,
            webhooks: if rests {
                Vec::new()
            } else {
                webhook::due(tx).await?
            },
        })
    }

    async fn owe_hooks(&self) -> Result<Made> {
        let mut tx = self.db.begin().await?;
        let made = webhook::owe(&mut tx, self.composer.key()).await?;
        tx.commit().await?;
        Ok(made)
    }

    async fn look_at_moments(&self) -> Result<bool> {
        let mut tx = self.db.read().await?;
        let moments = webhook::owed_moments(&mut tx, self.composer.key()).await?;
        if moments.is_empty() && !webhook::has_old(&mut tx).await? {
            return Ok(false);
        }
        drop(tx);
        let mut tx = self.db.begin().await?;
        webhook::owe_moments(&mut tx, &moments).await?;
        webhook::forget_old(&mut tx).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Hands some of what a webhook is owed over, and notes what became of it.
    async fn tell(&self, client: &Client, webhook: Id<Webhook>) -> Result<()> {
        let mut tx = self.db.begin().await?;
        let letters = webhook::lease(&mut tx, self.composer.key(), webhook).await?;
        tx.commit().await?;
        let mut asking = JoinSet::new();
        for letter in letters {
            let client = client.clone();
            asking.spawn(async move {
                let outcome = hand_over(&client, &letter).await;
                (letter.delivery, outcome)
            });
        }
        let told = asking.join_all().await;
        let mut tx = self.db.begin().await?;
        for (delivery, outcome) in told {
            webhook::settle(&mut tx, webhook, &delivery, outcome).await?;
        }
        tx.commit().await
    }
}

async fn hand_over(client: &Client, letter: &Letter) -> Outcome {
    let Ok(address) = &letter.address else {
        return Outcome::Refused;
    };
    match client.ask(address, letter.question.clone()).await {
        Ok(answer) => Outcome::Answered(answer.status),
        Err(failure) => Outcome::Failed(failure),
    }
}

/// A fault here holds up no mail, nor what webhooks are owed already.
pub(super) fn without_holding_up<T: Default>(did: Result<T>) -> Result<T> {
    match did {
        Err(error) if !matches!(error, Error::Unavailable(_)) => {
            tracing::error!(%error, "what webhooks are owed could not be found out");
            Ok(T::default())
        }
        did => did,
    }
}
