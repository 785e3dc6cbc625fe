//! People who register, and send their form again as long as nobody answers.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{Instant as Moment, sleep, sleep_until};

use crate::asking::{Answer, ask, form};

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

/// So many come one after the other within `time`, to one node and the other in turn; gives them once all have
/// an answer.
pub async fn come(people: usize, time: Duration, nodes: [SocketAddr; 2]) -> Vec<Guest> {
    let began = Moment::now();
    let mut asking = JoinSet::new();
    for number in 0..people {
        let turn = time.mul_f64(number as f64 / people as f64);
        sleep_until(began + turn).await;
        asking.spawn(register(number, nodes));
    }
    asking.join_all().await
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
