//! What a message says: identifiers, states and times, and of people no more than the webhook was given.
//! Everything is named here one by one, so that nothing comes in that nobody meant, such as a link (S-32).

use serde::Serialize;

use super::{Delivery, Kind, Webhook};
use crate::account;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::{Language, Localised};
use crate::base::secret::InstanceKey;
use crate::event::{self, Event, EventState, Key, Mode, Rules, Slug};
use crate::registration::{self, Registration, RegistrationState};

/// The message, in the form that Standard Webhooks recommends (“Payload structure”).
#[derive(Debug, Serialize)]
struct Body<'a> {
    id: String,
    r#type: Kind,
    timestamp: Instant,
    /// The slug of the organisation.
    organisation: String,
    data: Data<'a>,
}

#[derive(Debug, Default, Serialize)]
struct Data<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<EventFacts<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    registration: Option<Somebody>,
    /// The key of the session that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<Key>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum EventFacts<'a> {
    Known {
        id: String,
        slug: &'a Slug,
        state: EventState,
        revision: i64,
        title: &'a Localised,
        closes_at: Instant,
        starts_at: Instant,
        ends_at: Instant,
    },
    /// In the trash, or gone for good.
    Removed { id: String, state: &'static str },
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Somebody {
    Known {
        id: String,
        state: RegistrationState,
        mode: Mode,
        language: Language,
        /// The keys of the sessions they come to.
        sessions: Vec<Key>,
        registered_at: Instant,
        #[serde(flatten, skip_serializing_if = "Option::is_none")]
        person: Option<Person>,
    },
    /// Erased, or at an event under the Chatham House rule, of which nobody is told who came (P-18).
    Bare { id: String, state: &'static str },
}

/// Only to webhooks that were given it, and never under the Chatham House rule (P-18).
#[derive(Debug, Serialize)]
struct Person {
    name: String,
    email: String,
}

/// What `delivery` says to `webhook` now.
pub(super) async fn body(
    tx: &mut Tx,
    key: &InstanceKey,
    webhook: &Webhook,
    delivery: &Delivery,
) -> Result<Vec<u8>> {
    let organisation = account::organisation(tx, webhook.organisation).await?;
    let event = event::load(tx, key, delivery.event_id).await?;
    let registration = registration::load(tx, Id::from_uuid(delivery.registration_id)).await?;
    let body = Body {
        id: delivery.id.to_string(),
        r#type: delivery.kind,
        timestamp: delivery.happened_at,
        organisation: organisation.map_or_else(String::new, |one| one.slug),
        data: Data {
            event: (!delivery.event_id.uuid().is_nil())
                .then(|| event_facts(event.as_ref(), delivery)),
            registration: (!delivery.registration_id.is_nil())
                .then(|| somebody(webhook, event.as_ref(), registration, delivery)),
            session: event.as_ref().and_then(|event| session(event, delivery)),
        },
    };
    Ok(serde_json::to_vec(&body).expect("plain data"))
}

fn event_facts<'a>(event: Option<&'a Event>, delivery: &Delivery) -> EventFacts<'a> {
    let id = delivery.event_id.to_string();
    match event {
        None => EventFacts::Removed {
            id,
            state: "removed",
        },
        Some(event) => EventFacts::Known {
            id,
            slug: &event.details.slug,
            state: event.state,
            revision: event.revision,
            title: &event.details.title,
            closes_at: event.schedule.closes_at,
            starts_at: event.schedule.starts_at(),
            ends_at: event.schedule.ends_at(),
        },
    }
}

fn somebody(
    webhook: &Webhook,
    event: Option<&Event>,
    registration: Option<Registration>,
    delivery: &Delivery,
) -> Somebody {
    let id = delivery.registration_id.to_string();
    let (Some(event), Some(one)) = (event, registration) else {
        return Somebody::Bare {
            id,
            state: "erased",
        };
    };
    if event.details.rules() == Rules::ChathamHouse {
        return Somebody::Bare {
            id,
            state: one.state.as_str(),
        };
    }
    let sessions = event.sessions().filter(|of| one.sessions.contains(&of.id));
    Somebody::Known {
        id,
        state: one.state,
        mode: one.mode,
        sessions: sessions
            .map(|of| event.details.session_key(of.index))
            .collect(),
        registered_at: one.registered_at,
        person: webhook.shows_people.then(|| Person {
            name: one.name.to_string(),
            email: one.email.to_string(),
        }),
        language: one.language,
    }
}

fn session(event: &Event, delivery: &Delivery) -> Option<Key> {
    let mut sessions = event.sessions();
    let session = sessions.find(|of| of.id.uuid() == delivery.session_id)?;
    Some(event.details.session_key(session.index))
}
