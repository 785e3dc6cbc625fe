//! Asking those who appear: one mail with one link to everything that is theirs in the event (F-9, S-7).
//! Whoever does not answer is reminded twice.

use chrono::TimeDelta;
use serde_json::json;

use super::edit::{Told, record};
use super::{Appearance, AppearanceState, Placed, store};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::{InstanceKey, Token};
use crate::base::text::EmailAddress;
use crate::event::Event;
use crate::outbox::{self, Owed, Priority, Resend};

/// The kind of the mails; their recipients are invitees.
pub const KIND: &str = "lineup_invitation";

/// How long after it asked a mail is followed by a reminder, while nobody answers.
const CHASERS: [TimeDelta; 2] = [TimeDelta::days(3), TimeDelta::days(7)];

/// Mails of one round: the first one and its reminders.
const PER_ROUND: i64 = 3;

/// Whoever was asked to appear in an event, at one address.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Invitee {
    /// The identifier.
    pub id: Id<Self>,
    /// The event.
    pub event_id: Id<Event>,
    /// What spellings of their address have in common.
    pub email_key: String,
    /// The language of their mails, once they chose one.
    pub language: Option<Language>,
    /// Rises when an earlier link is to lead nowhere any more.
    pub token_generation: i64,
    /// How often they were asked; never, where only a link to join by was revoked.
    pub rounds: i64,
    /// When they were asked last, where they were.
    pub invited_at: Instant,
}

/// Who is to be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// Everybody with an address whom nobody has asked.
    All,
    /// One, again too.
    One(Id<Appearance>),
}

/// What became of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invited {
    /// So many mails are on their way.
    Done(usize),
    /// Somebody else changed the event meanwhile. Nothing was done.
    Overtaken,
    /// Whoever it is has no address, does not appear, or their session is over. Nothing was done.
    NotReached,
}

impl Invitee {
    /// What tells the `number`th mail of this round, from 0, from all others to them.
    const fn revision(&self, number: i64) -> i64 {
        self.rounds * PER_ROUND + number
    }

    /// Whether a mail of this revision is of the latest round, and if so its number.
    pub const fn number(&self, revision: i64) -> Option<i64> {
        let number = revision - self.rounds * PER_ROUND;
        if 0 <= number && number < PER_ROUND {
            Some(number)
        } else {
            None
        }
    }
}

/// The link of an invitee.
pub fn token(key: &InstanceKey, invitee: Id<Invitee>, generation: i64) -> Token {
    key.token("lineup", invitee.uuid(), generation)
}

/// Asks those in the lineup of `event`, which was at `revision` when this was decided.
pub async fn invite(
    tx: &mut Tx,
    key: &InstanceKey,
    event: &Event,
    actor: &str,
    (revision, whom): (i64, Whom),
) -> Result<Invited> {
    let asked: Vec<Placed> = match whom {
        Whom::All => store::of_event(tx, event.id).await?,
        Whom::One(id) => store::placed(tx, event.id, id).await?.into_iter().collect(),
    };
    let now = tx.now();
    let asked: Vec<Placed> = asked
        .into_iter()
        .filter(|one| is_reachable(event, one, now) && is_meant(one, whom))
        .collect();
    if asked.is_empty() {
        return Ok(Invited::NotReached);
    }
    if !store::claim(tx, event.organisation, event.id, revision).await? {
        return Ok(Invited::Overtaken);
    }
    let mut mails: Vec<String> = Vec::new();
    for one in asked {
        let Some(email) = &one.appearance.email else {
            continue;
        };
        if one.appearance.state() == AppearanceState::Idea {
            let to = Appearance {
                state: Some(AppearanceState::Invited),
                ..one.appearance.clone()
            };
            store::update(tx, one.id, one.person, &to).await?;
        }
        if !mails.contains(&email.key()) {
            owe_first(tx, key, event, email).await?;
            mails.push(email.key());
        }
        let told = Told::of(event, &one, "invited");
        record(tx, event, actor, revision + 1, &told).await?;
    }
    Ok(Invited::Done(mails.len()))
}

/// Makes every link lead nowhere that whoever is reached at the address of `placed` was sent for `event`; the next
/// invitation has a new one. Who appears is sent a page to join by even if nobody asked them, so nobody need
/// have been asked.
pub async fn revoke(
    tx: &mut Tx,
    key: &InstanceKey,
    event: &Event,
    actor: &str,
    placed: &Placed,
) -> Result<bool> {
    let Some(email) = &placed.appearance.email else {
        return Ok(false);
    };
    let id: Id<Invitee> = tx.new_id();
    let first = token(key, id, 0).hash();
    let invitee = store::know(tx, event.id, &email.key(), (id, first)).await?;
    let generation = invitee.token_generation + 1;
    let token = token(key, invitee.id, generation).hash();
    store::set_token(tx, &invitee, (generation, token)).await?;
    let revision = store::advance(tx, event.id).await?;
    record(
        tx,
        event,
        actor,
        revision,
        &Told::of(event, placed, "revoked"),
    )
    .await?;
    Ok(true)
}

/// The invitee with this identifier.
pub async fn invitee(tx: &mut Tx, id: Id<Invitee>) -> Result<Option<Invitee>> {
    store::invitee(tx, id).await
}

/// Whoever has this link.
pub async fn of_token(tx: &mut Tx, token: &Token) -> Result<Option<Invitee>> {
    store::of_token(tx, token.hash()).await
}

/// Writes to an invitee in `language` from now on.
pub async fn prefer(tx: &mut Tx, invitee: &Invitee, language: &Language) -> Result<()> {
    if invitee.language.as_ref() == Some(language) {
        return Ok(());
    }
    store::set_language(tx, invitee.id, language).await
}

/// Who in the lineup of `event` was asked and has not answered, until when an answer is of use.
pub async fn due_invitees(tx: &mut Tx, event: Id<Event>) -> Result<Vec<(Invitee, Instant)>> {
    let mut due = Vec::new();
    for (id, until) in store::unanswered(tx, event).await? {
        due.extend(store::invitee(tx, id).await?.map(|one| (one, until)));
    }
    Ok(due)
}

/// When the latest reminder that is due at `now` was, with its number from 1; `None` before the first.
pub fn asked_from(invitee: &Invitee, now: Instant) -> Option<(Instant, i64)> {
    let due = (1..).zip(CHASERS.map(|after| invitee.invited_at + after));
    let due = due.filter(|(_, at)| *at <= now);
    due.map(|(number, at)| (at, number)).last()
}

/// When the next reminder after `now` is due.
pub fn next_chaser(invitee: &Invitee, now: Instant) -> Option<Instant> {
    let due = CHASERS.map(|after| invitee.invited_at + after);
    due.into_iter().find(|at| *at > now)
}

/// Owes the `number`th mail of this round to `invitee`, once; `false` where it was owed before.
pub async fn owe(
    tx: &mut Tx,
    event: &Event,
    invitee: &Invitee,
    number: i64,
    until: Instant,
) -> Result<bool> {
    let owed = Owed {
        subject: event.id.uuid(),
        recipient: invitee.id.uuid(),
        session: None,
        kind: KIND,
        revision: invitee.revision(number),
        lane: invitee.id.uuid(),
        priority: Priority::Normal,
        payload: json!({}),
        domain: event.sender.domain(),
        due_at: tx.now(),
        not_useful_after: Some(until),
        resend: Resend::Once { hurries_from: None },
    };
    outbox::enqueue(tx, owed).await
}

async fn owe_first(
    tx: &mut Tx,
    key: &InstanceKey,
    event: &Event,
    email: &EmailAddress,
) -> Result<()> {
    let id: Id<Invitee> = tx.new_id();
    let hash = token(key, id, 0).hash();
    let invitee = store::ask(tx, event.id, &email.key(), (id, hash)).await?;
    owe(tx, event, &invitee, 0, event.schedule.ends_at()).await?;
    Ok(())
}

/// Whether a mail would reach them in time.
fn is_reachable(event: &Event, one: &Placed, now: Instant) -> bool {
    let session = event.sessions().find(|of| of.id == one.session);
    one.appearance.email.is_some()
        && !one.is_off()
        && session.is_some_and(|of| now < of.sitting.ends_at)
}

/// Of all, those whom nobody has asked.
fn is_meant(one: &Placed, whom: Whom) -> bool {
    let state = one.appearance.state();
    match whom {
        Whom::One(_) => true,
        Whom::All => {
            state == AppearanceState::Idea
                || (state == AppearanceState::Invited && one.invited_at.is_none())
        }
    }
}
