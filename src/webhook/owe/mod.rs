//! What the marked lines of the audit log tell, made owed.

mod store;

use std::collections::HashMap;
use store::Line;

use uuid::Uuid;

use super::kind::{Told, told};
use super::store::{News, active, owe as owe_news};
use super::unreadable::unless_unreadable;
use super::{Kind, Webhook};
use crate::account::Organisation;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::event::{self, EventState};
use crate::registration::{self, RegistrationState};

/// So many lines of the log in one unit of work.
const BATCH: i64 = 100;

/// Whether a line of the log waits to be told to webhooks.
pub async fn is_owed(tx: &mut Tx) -> Result<bool> {
    store::has_marked_line(tx).await
}

/// Makes owed what a batch of marked lines tells, and takes their marks away; whether there were any.
pub async fn owe(tx: &mut Tx, key: &InstanceKey) -> Result<bool> {
    let lines = store::take_marked_lines(tx, BATCH).await?;
    let mut webhooks: HashMap<Id<Organisation>, Vec<Webhook>> = HashMap::new();
    for line in &lines {
        let Some(organisation) = line.organisation_id else {
            continue;
        };
        let wanted = match webhooks.get(&organisation) {
            Some(known) => known,
            None => {
                let known = active(tx, organisation).await?;
                webhooks.entry(organisation).or_insert(known)
            }
        };
        owe_line(tx, key, line, wanted).await?;
    }
    Ok(!lines.is_empty())
}

async fn owe_line(tx: &mut Tx, key: &InstanceKey, line: &Line, webhooks: &[Webhook]) -> Result<()> {
    let tells = unless_unreadable(tells(tx, key, line).await, "a line of the log", line.id)?;
    for (kind, session) in tells.unwrap_or_default() {
        let about = if kind.is_about_somebody() {
            line.object
        } else {
            Uuid::nil()
        };
        let news = News {
            kind,
            subject: line.id,
            happened_at: line.at,
            event: line.event_id.unwrap_or_default(),
            registration: about,
            session,
        };
        let event = line.event_id.map(Id::from_uuid);
        let wants = |one: &&Webhook| one.wants(kind, event) && one.is_told_since(line.at);
        for webhook in webhooks.iter().filter(wants) {
            owe_news(tx, webhook.id, &news).await?;
        }
    }
    Ok(())
}

/// What a line tells, each with the session that it is about.
async fn tells(tx: &mut Tx, key: &InstanceKey, line: &Line) -> Result<Vec<(Kind, Uuid)>> {
    let alone = |kind| vec![(kind, Uuid::nil())];
    Ok(match told(&line.action, &line.changes) {
        Told::Kinds(kinds) => kinds.iter().map(|kind| (*kind, Uuid::nil())).collect(),
        Told::CameTo(session) => vec![(Kind::CheckedIn, session)],
        Told::Nothing => Vec::new(),
        Told::StateNow => {
            let found = registration::load(tx, Id::from_uuid(line.object)).await?;
            match found.map(|registration| registration.state) {
                Some(RegistrationState::Confirmed) => alone(Kind::Confirmed),
                Some(RegistrationState::Waitlisted) => alone(Kind::Waitlisted),
                _ => Vec::new(),
            }
        }
        Told::Event => {
            let id = Id::from_uuid(line.event_id.unwrap_or_default());
            let found = event::load(tx, key, id).await?;
            // A draft is nobody's business yet, and of what is in the trash by now that line tells.
            match found.map(|event| event.state) {
                None | Some(EventState::Draft) => Vec::new(),
                Some(_) => alone(Kind::EventChanged),
            }
        }
    })
}
