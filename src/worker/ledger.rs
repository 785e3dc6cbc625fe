//! The book of what is handed over and what became of it, written for all connections at once.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant as Moment, sleep, timeout};

use super::LEASE;
use super::connections::Connections;
use crate::base::db::{Db, Error, Result, Tx};
use crate::base::id::Id;
use crate::base::measure;
use crate::mailer::compose::{Basis, Composer};
use crate::outbox::{self, Message, Outcome, Try};
use crate::registration;

/// How many lines are written in one unit of work: more than any worker has connections.
const MOST_LINES: usize = 64;

/// How long what is to be written waits for what other connections will have to write.
const COMPANY: Duration = Duration::from_millis(2);

/// How long to wait before what became of a message is written down again, at first and at most.
const PATIENCE: (Duration, Duration) = (Duration::from_millis(500), Duration::from_secs(30));

/// Whether a message may be handed over now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Begun {
    /// It is noted that it is.
    Yes,
    /// Somebody else has taken it.
    Lost,
    /// What it says is not so any more.
    Outdated,
}

/// Where deliveries hand in what is to be written. While one unit of work is on its way to the disk
/// the next lines gather, so that a few connections share a flush. In the order in which they come:
/// a connection that hands in what became of one message before it begins the next has never two
/// begun (OUT-4).
#[derive(Debug, Clone)]
pub(super) struct Ledger(mpsc::UnboundedSender<Line>);

#[derive(Debug)]
enum Line {
    Begin {
        of: Try,
        basis: Option<Basis>,
        answer: oneshot::Sender<Result<Begun>>,
    },
    Settle {
        message: Arc<Message>,
        outcome: Outcome,
        rests: bool,
        answer: oneshot::Sender<Result<()>>,
    },
}

/// Who writes the lines down.
#[derive(Debug)]
struct Clerk {
    db: Db,
    composer: Arc<Composer>,
    owner: String,
}

/// Messages to begin and messages that were sent, which take a statement together.
#[derive(Debug, Default)]
struct Round {
    begins: Vec<(Try, Option<Basis>)>,
    sent: Vec<(Try, String)>,
}

impl Ledger {
    /// A ledger of the worker `owner`; it is closed when nobody has it any more.
    pub(super) fn open(
        db: Db,
        composer: Arc<Composer>,
        owner: String,
        connections: Connections,
    ) -> Self {
        let (ledger, mut lines) = mpsc::unbounded_channel();
        let clerk = Clerk {
            db,
            composer,
            owner,
        };
        let clerk = Arc::new(clerk);
        tokio::spawn(async move {
            let mut waiting = Vec::new();
            while lines.recv_many(&mut waiting, MOST_LINES).await > 0 {
                let gathered = gather(&mut lines, &mut waiting, &connections);
                // Late ones have a round of their own.
                let _ = timeout(COMPANY, gathered).await;
                let (clerk, lines) = (Arc::clone(&clerk), std::mem::take(&mut waiting));
                // Whose answer does not come where the program fails is told so.
                let _ = tokio::spawn(async move { clerk.write(lines).await }).await;
            }
        });
        Self(ledger)
    }

    /// Notes that a message is being handed over by this try, and keeps others from it for one more lease, unless
    /// it was composed of what is not so any more (OUT-9).
    pub(super) async fn begin(&self, of: Try, basis: Option<Basis>) -> Result<Begun> {
        let (answer, written) = oneshot::channel();
        self.hand_in(Line::Begin { of, basis, answer });
        written.await.unwrap_or_else(|_| Err(closed()))
    }

    /// Notes what became of a message; where mail `rests`, that a server takes it, too. It is handed
    /// in at once, and written when what this gives is awaited.
    pub(super) fn settle(
        &self,
        message: Arc<Message>,
        outcome: Outcome,
        rests: bool,
    ) -> impl Future<Output = Result<()>> + use<> {
        if let Some(word) = outcome.of_a_try() {
            measure::mail_handed_over(word);
        }
        let (answer, written) = oneshot::channel();
        self.hand_in(Line::Settle {
            message,
            outcome,
            rests,
            answer,
        });
        async { written.await.unwrap_or_else(|_| Err(closed())) }
    }

    fn hand_in(&self, line: Line) {
        // Where nobody writes any more, the answer says so.
        let _ = self.0.send(line);
    }
}

/// The clerk is gone, as when the program failed on a line.
fn closed() -> Error {
    Error::Unavailable(sqlx::Error::WorkerCrashed)
}

impl Clerk {
    async fn write(&self, lines: Vec<Line>) {
        // What is not simply sent may concern more than the message, and is written by itself.
        let (simple, others): (Vec<_>, Vec<_>) = lines.into_iter().partition(Line::is_simple);
        for line in others {
            self.write_alone(line).await;
        }
        if simple.is_empty() {
            return;
        }
        match self.keep(simple.iter().collect()).await {
            Ok(begun) => answer(simple, begun),
            Err(error) => {
                tracing::warn!(%error, "lines of the ledger are written again, one by one");
                for line in simple {
                    self.write_alone(line).await;
                }
            }
        }
    }

    async fn write_alone(&self, line: Line) {
        match line {
            Line::Begin { of, basis, answer } => {
                let round = Round {
                    begins: vec![(of, basis)],
                    sent: Vec::new(),
                };
                let begun = self.keep(round).await;
                let _ = answer.send(begun.map(|begun| begun[0]));
            }
            Line::Settle {
                message,
                outcome,
                rests,
                answer,
            } => {
                let _ = answer.send(self.settle(&message, outcome, rests).await);
            }
        }
    }

    /// What has begun is in the order of the lines.
    async fn keep(&self, round: Round) -> Result<Vec<Begun>> {
        let mut tx = self.db.begin_by_recent_clock().await?;
        let outdated = self.outdated(&mut tx, &round.begins).await?;
        let is_outdated = |message: &Id<Message>| outdated.contains(message);
        let begins: Vec<Try> = round
            .begins
            .iter()
            .map(|(of, _)| *of)
            .filter(|of| !is_outdated(&of.message))
            .collect();
        let until = tx.now() + LEASE;
        let held = outbox::turn(&mut tx, &self.owner, round.sent, until, &begins).await?;
        tx.commit().await?;
        let begun = round.begins.iter().map(|(of, _)| {
            if is_outdated(&of.message) {
                Begun::Outdated
            } else if held.contains(&of.message) {
                Begun::Yes
            } else {
                Begun::Lost
            }
        });
        Ok(begun.collect())
    }

    /// Those of the messages that say what is not so any more.
    async fn outdated(
        &self,
        tx: &mut Tx,
        begins: &[(Try, Option<Basis>)],
    ) -> Result<Vec<Id<Message>>> {
        let (messages, bases): (Vec<_>, Vec<_>) = begins
            .iter()
            .filter_map(|(of, basis)| Some((of.message, basis.as_ref()?)))
            .unzip();
        if bases.is_empty() {
            return Ok(Vec::new());
        }
        let held = self.composer.still_hold(tx, &bases).await?;
        let outdated = messages.into_iter().zip(held).filter(|(_, holds)| !holds);
        Ok(outdated.map(|(message, _)| message).collect())
    }

    /// While its lease lasts nobody else takes the message: forgotten for a database that is away
    /// for a moment, it would be sent twice.
    async fn settle(&self, message: &Message, outcome: Outcome, rests: bool) -> Result<()> {
        let lease = LEASE.to_std().expect("a lease lasts");
        let end = Moment::now() + lease;
        let (mut wait, longest) = PATIENCE;
        loop {
            match self.settle_once(message, outcome.clone(), rests).await {
                Err(error @ Error::Unavailable(_)) if Moment::now() + wait < end => {
                    tracing::warn!(message = %message.id, %error, "what became of it is not noted yet");
                    sleep(wait).await;
                    wait = longest.min(wait * 2);
                }
                written => return written,
            }
        }
    }

    async fn settle_once(&self, message: &Message, outcome: Outcome, rests: bool) -> Result<()> {
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
        outbox::settle(&mut tx, &self.owner, vec![(message.this_try(), outcome)]).await?;
        tx.commit().await
    }
}

impl Line {
    fn is_simple(&self) -> bool {
        match self {
            Self::Begin { .. } => true,
            Self::Settle { outcome, rests, .. } => {
                !rests && matches!(outcome, Outcome::Sent { .. })
            }
        }
    }
}

impl<'a> FromIterator<&'a Line> for Round {
    fn from_iter<T: IntoIterator<Item = &'a Line>>(lines: T) -> Self {
        let mut round = Self::default();
        for line in lines {
            match line {
                Line::Begin { of, basis, .. } => round.begins.push((*of, basis.clone())),
                Line::Settle {
                    message,
                    outcome: Outcome::Sent { reply },
                    ..
                } => round.sent.push((message.this_try(), reply.clone())),
                Line::Settle { .. } => unreachable!("what is not sent is written by itself"),
            }
        }
        round
    }
}

/// Takes in more lines, until all connections in use wait for their message to begin.
async fn gather(
    lines: &mut mpsc::UnboundedReceiver<Line>,
    waiting: &mut Vec<Line>,
    connections: &Connections,
) {
    let begins = |lines: &[Line]| {
        let begins = lines
            .iter()
            .filter(|line| matches!(line, Line::Begin { .. }));
        begins.count()
    };
    while begins(waiting) < connections.in_use() {
        if lines.recv_many(waiting, MOST_LINES).await == 0 {
            return;
        }
    }
}

/// Tells who handed `lines` in that they are written, and those who begin with what came of it.
fn answer(lines: Vec<Line>, begun: Vec<Begun>) {
    let mut begun = begun.into_iter();
    for line in lines {
        // Who does not wait any more needs no answer.
        match line {
            Line::Begin { answer, .. } => {
                let _ = answer.send(Ok(begun.next().unwrap_or(Begun::Lost)));
            }
            Line::Settle { answer, .. } => {
                let _ = answer.send(Ok(()));
            }
        }
    }
}

/// Whether a server has taken login and sender: it came to the recipient or further.
const fn shows_that_mail_goes(outcome: &Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Sent { .. } | Outcome::TurnedAway { .. } | Outcome::Unknown { .. }
    )
}
