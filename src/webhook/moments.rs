//! What happens because its moment has come.

use chrono::TimeDelta;

use super::active::Active;
use super::store::{self, News};
use super::unreadable::unless_unreadable;
use super::{KEPT, Kind, Webhook};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::event::{self, Event, EventState};

/// Whoever closes registration early closes it with the minute before, in which the webhook may not have been
/// there yet.
const SLACK: TimeDelta = TimeDelta::minutes(1);

/// A moment that a webhook has not been told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    webhook: Id<Webhook>,
    news: News,
}

/// The moments that have come and were told to nobody, of events that active webhooks are about. What came
/// before a webhook was there, or long ago, is told to none.
pub async fn owed_moments(tx: &mut Tx, key: &InstanceKey) -> Result<Vec<Moment>> {
    let (now, since) = (tx.now(), tx.now() - KEPT);
    let (mut owed, mut webhooks) = (Vec::new(), Active::default());
    for (id, organisation) in store::watched_events(tx, since).await? {
        let read = unless_unreadable(event::load(tx, key, id).await, "a moment of an event", id)?;
        let Some(event) = read.flatten() else {
            continue;
        };
        let moments = moments(&event, now);
        for webhook in webhooks.of(tx, organisation).await? {
            let active = webhook.active_since.unwrap_or(now) - SLACK;
            let from = active.max(since);
            let wanted = moments
                .iter()
                .filter(|(kind, at)| webhook.wants(*kind, Some(id)) && from <= *at);
            for (kind, at) in wanted {
                let news = News {
                    kind: *kind,
                    subject: id.uuid(),
                    happened_at: *at,
                    event: id.uuid(),
                    ..News::default()
                };
                if !store::is_known(tx, webhook.id, &news).await? {
                    owed.push(Moment {
                        webhook: webhook.id,
                        news,
                    });
                }
            }
        }
    }
    Ok(owed)
}

/// Makes `moments` owed.
pub async fn owe_moments(tx: &mut Tx, moments: &[Moment]) -> Result<()> {
    for moment in moments {
        store::owe(tx, moment.webhook, &moment.news).await?;
    }
    Ok(())
}

/// Whether a delivery was settled long ago, or a former secret signs no more.
pub async fn has_old(tx: &mut Tx) -> Result<bool> {
    let until = forgotten_until(tx);
    Ok(store::has_settled(tx, until).await? || store::has_former_secret(tx).await?)
}

/// Forgets the deliveries that were settled long ago, and the secrets that sign no more.
pub async fn forget_old(tx: &mut Tx) -> Result<()> {
    let until = forgotten_until(tx);
    store::forget_settled(tx, until).await?;
    store::forget_former_secrets(tx).await
}

/// A day later than the last moment that is looked at, so that none is told twice.
fn forgotten_until(tx: &Tx) -> Instant {
    tx.now() - KEPT - TimeDelta::days(1)
}

/// What has come of `event` by `now`. A link that is released to each person with their place has no moment
/// of its own; one that nobody has entered, or that an organiser keeps back, is not released.
fn moments(event: &Event, now: Instant) -> Vec<(Kind, Instant)> {
    if event.state != EventState::Published {
        return Vec::new();
    }
    let closes_at = event.schedule.closes_at;
    let mut moments = Vec::new();
    if closes_at <= now {
        moments.push((Kind::EventClosed, closes_at));
    }
    for session in event.sessions() {
        let has_link = event.way_to(session.session).is_some();
        if !has_link || !event.is_released(session, now) {
            continue;
        }
        let from = event.released_from(session);
        moments.extend(from.map(|from| (Kind::LinkReleased, from)));
    }
    moments.dedup();
    moments
}
