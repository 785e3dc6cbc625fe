//! Messages taken in hand, handed over, and settled by what became of them.

mod store;

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use chrono::TimeDelta;

use super::body::body;
use super::store::hold;
use super::unreadable::unless_unreadable;
use super::{Delivery, OffBecause, Secret, Webhook, switch_off};
use crate::account::Organisation;
use crate::base::chance::Chance;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::outgoing::{Address, Failure, Question, Refused};
use store::Sealed;

/// So many messages are in hand at once for one webhook: a server that is slow holds up its own only.
const IN_HAND: i64 = 8;
/// How long a message stays in one worker's hands; longer than a question takes.
const LEASE: TimeDelta = TimeDelta::minutes(1);
/// Seconds to wait after the first, second, … try; after as many tries and one more it is given up, about two
/// days after the first. Sooner at first than mails: a program waits at the other end, not a mail server that
/// wants to be asked again in some minutes.
const SECONDS: [i64; 8] = [10, 60, 300, 1_800, 7_200, 21_600, 43_200, 86_400];
/// A webhook is switched off where so many tries in a row failed,
const MOST_FAILURES: i64 = 20;
/// and none came through for so long: a rush, or an hour without a server, is no reason.
const LONGEST_FAILING: TimeDelta = TimeDelta::days(1);

/// A message in hand: signed, and about to leave.
#[derive(Debug)]
pub struct Letter {
    /// The delivery, as it was taken in hand.
    pub delivery: Delivery,
    /// Where it goes.
    pub address: std::result::Result<Address, Refused>,
    /// What is asked there.
    pub question: Question,
}

/// What a try came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// This was answered.
    Answered(StatusCode),
    /// There was no answer.
    Failed(Failure),
    /// The address, accepted once, is none that may be asked.
    Refused,
}

impl Outcome {
    fn is_taken(self) -> bool {
        matches!(self, Self::Answered(status) if status.is_success())
    }

    fn status(self) -> Option<i64> {
        match self {
            Self::Answered(status) => Some(i64::from(status.as_u16())),
            Self::Failed(_) | Self::Refused => None,
        }
    }

    fn trouble(self) -> Option<&'static str> {
        match self {
            Self::Answered(_) => None,
            Self::Failed(Failure::Inside) | Self::Refused => Some("inside"),
            Self::Failed(Failure::Unknown) => Some("unknown"),
            Self::Failed(Failure::Unreachable) => Some("unreachable"),
            Self::Failed(Failure::Certificate) => Some("certificate"),
            Self::Failed(Failure::Broken) => Some("broken"),
            Self::Failed(Failure::Late) => Some("late"),
        }
    }
}

/// A webhook that is owed something now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Due {
    /// Which.
    pub webhook: Id<Webhook>,
    /// Whose.
    pub organisation: Id<Organisation>,
}

/// The webhooks that are owed something now, whoever waits longest first.
pub async fn due(tx: &mut Tx) -> Result<Vec<Due>> {
    store::due(tx).await
}

/// Takes what a webhook is owed now in hand, some of it, each message as it is said at this moment; what is about
/// something that cannot be read is given up. A webhook for which no owner answers, or whose secret cannot be opened, is switched off.
pub async fn lease(tx: &mut Tx, key: &InstanceKey, id: Id<Webhook>) -> Result<Vec<Letter>> {
    hold(tx, id).await?;
    let Some((webhook, sealed)) = store::to_sign(tx, id).await? else {
        return Ok(Vec::new());
    };
    let secrets = match secrets(key, id, &sealed) {
        _ if !sealed.is_answered_for => Err(OffBecause::Maker),
        Some(secrets) => Ok(secrets),
        None => Err(OffBecause::Sealed),
    };
    let secrets = match secrets {
        Ok(secrets) => secrets,
        Err(because) => {
            switch_off(tx, webhook.organisation, id, "convoke", because).await?;
            return Ok(Vec::new());
        }
    };
    let until = tx.now() + LEASE;
    let mut letters = Vec::new();
    for delivery in store::lease(tx, id, until, IN_HAND).await? {
        let body = body(tx, key, &webhook, &delivery).await;
        let Some(body) = unless_unreadable(body, "a delivery", delivery.id)? else {
            store::settle(tx, &delivery, None, None, Some("unreadable")).await?;
            continue;
        };
        letters.push(Letter {
            address: webhook.address.parse(),
            question: Question {
                method: Method::POST,
                headers: headers(&delivery, &secrets, tx.now(), &body),
                body: Bytes::from(body),
            },
            delivery,
        });
    }
    Ok(letters)
}

/// What signs now: the secret, and the one before for as long as both do.
fn secrets(key: &InstanceKey, id: Id<Webhook>, sealed: &Sealed) -> Option<Vec<Secret>> {
    let all = std::iter::once(&sealed.secret).chain(&sealed.former);
    let opened = all.map(|one| Secret::read(&key.open(id.uuid(), one).ok()?));
    opened.collect()
}

/// Standard Webhooks, “Webhook headers”.
fn headers(delivery: &Delivery, secrets: &[Secret], now: Instant, body: &[u8]) -> HeaderMap {
    let (id, second) = (delivery.id.to_string(), now.timestamp());
    let signatures = secrets.iter().map(|secret| secret.sign(&id, second, body));
    let signatures = signatures.collect::<Vec<_>>().join(" ");
    let value = |text: &str| HeaderValue::from_str(text).expect("plain ASCII");
    HeaderMap::from_iter([
        (header::CONTENT_TYPE, value("application/json")),
        (header::HeaderName::from_static("webhook-id"), value(&id)),
        (
            header::HeaderName::from_static("webhook-timestamp"),
            value(&second.to_string()),
        ),
        (
            header::HeaderName::from_static("webhook-signature"),
            value(&signatures),
        ),
    ])
}

/// Notes what a try of a delivery to `webhook` came to: it is settled, or tried again later. A webhook at which
/// nothing arrives any more is switched off.
pub async fn settle(
    tx: &mut Tx,
    webhook: Id<Webhook>,
    delivery: &Delivery,
    outcome: Outcome,
) -> Result<()> {
    if !hold(tx, webhook).await? {
        return Ok(());
    }
    let now = tx.now();
    let next = (!outcome.is_taken())
        .then(|| next_try(now, delivery.attempts, tx.chance()))
        .flatten();
    let (status, trouble) = (outcome.status(), outcome.trouble());
    if !store::settle(tx, delivery, next, status, trouble).await? {
        return Ok(());
    }
    if outcome.is_taken() {
        return store::note_success(tx, webhook).await;
    }
    let (organisation, failures, since) = store::note_failure(tx, webhook).await?;
    let because = if outcome == Outcome::Answered(StatusCode::GONE) {
        OffBecause::Gone
    } else if failures >= MOST_FAILURES && since <= now - LONGEST_FAILING {
        OffBecause::Failing
    } else {
        return Ok(());
    };
    switch_off(tx, organisation, webhook, "convoke", because).await?;
    Ok(())
}

/// When to try again after `attempts` tries, up to a tenth later, so that what failed together does not come
/// back together; never after the last.
fn next_try(now: Instant, attempts: i64, chance: &Chance) -> Option<Instant> {
    let rung = usize::try_from(attempts - 1).ok()?;
    let wait = TimeDelta::seconds(*SECONDS.get(rung)?);
    let [share] = chance.bytes::<1>();
    let more = TimeDelta::milliseconds(wait.num_milliseconds() * i64::from(share) / 2560);
    Some(now + wait + more)
}
