//! People who register, and send their form again as long as nobody answers.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{Instant as Moment, sleep};
use tokio_util::sync::CancellationToken;

use crate::asking::{Answer, ask, form};

/// In how many queues they come.
const QUEUES: usize = 24;

/// How long nobody comes in a queue.
const BETWEEN_TWO: Duration = Duration::from_millis(500);

/// How long somebody looks at a page that does not come.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long they think before they send the form again.
const BREATH: Duration = Duration::from_millis(500);

/// Somebody who has an answer.
pub struct Guest {
    pub email: String,
    /// What they were told before that: a status, or nothing.
    pub before: Vec<Option<u16>>,
    pub told: Told,
    /// When they were told.
    pub at: Moment,
}

/// What somebody was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// They have a place.
    Registered,
    /// They are in the list.
    Waitlisted,
    /// They cannot register any more.
    Refused,
    /// Something that nobody should be told.
    Nonsense(Answer),
}

/// They come to one node and the other in turn, one after the other in some queues, until `over`; gives them
/// once all have an answer.
pub async fn come(over: CancellationToken, nodes: [SocketAddr; 2]) -> Vec<Guest> {
    let next = Arc::new(AtomicUsize::new(0));
    let mut queues = JoinSet::new();
    for _ in 0..QUEUES {
        let (next, over) = (Arc::clone(&next), over.clone());
        queues.spawn(async move {
            let mut guests = Vec::new();
            while !over.is_cancelled() {
                let number = next.fetch_add(1, Ordering::Relaxed);
                guests.push(register(number, nodes).await);
                sleep(BETWEEN_TWO).await;
            }
            guests
        });
    }
    queues.join_all().await.into_iter().flatten().collect()
}

/// As a person would: where a page does not come, or says that something is wrong, once more at the
/// other node.
async fn register(number: usize, nodes: [SocketAddr; 2]) -> Guest {
    let email = format!("guest{number}@example.org");
    let form = form(number, &email);
    let mut before = Vec::new();
    loop {
        let node = nodes[(number + before.len()) % nodes.len()];
        match ask(node, &form, PATIENCE).await {
            Some(answer) if answer.status < 500 => {
                return Guest {
                    email,
                    before,
                    told: Told::by(answer),
                    at: Moment::now(),
                };
            }
            failed => before.push(failed.map(|answer| answer.status)),
        }
        sleep(BREATH).await;
    }
}

impl Told {
    fn by(answer: Answer) -> Self {
        let leads_to = |end: &str| {
            let location = answer.location.as_deref();
            answer.status == 303 && location.is_some_and(|location| location.ends_with(end))
        };
        if leads_to("/next/registered") {
            Self::Registered
        } else if leads_to("/next/waitlisted") {
            Self::Waitlisted
        } else if answer.status == 409 {
            Self::Refused
        } else {
            Self::Nonsense(answer)
        }
    }
}
