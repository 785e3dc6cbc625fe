//! What the marked lines of the audit log tell, made owed.

mod store;

use store::Line;

use uuid::Uuid;

use super::active::Active;
use super::kind::{Told, told};
use super::store::{News, owe as owe_news};
use super::unreadable::unless_unreadable;
use super::{Kind, Webhook};
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

/// What a batch of marked lines came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Made {
    /// Whether there were any.
    pub any: bool,
    /// Whether one was about an event itself, whose moments may be others than before.
    pub of_event: bool,
}

/// Makes owed what a batch of marked lines tells, and takes their marks away.
pub async fn owe(tx: &mut Tx, key: &InstanceKey) -> Result<Made> {
    let lines = store::take_marked_lines(tx, BATCH).await?;
    let mut webhooks = Active::default();
    for line in &lines {
        let Some(organisation) = line.organisation_id else {
            continue;
        };
        let active = webhooks.of(tx, organisation).await?;
        owe_line(tx, key, line, active).await?;
    }
    Ok(Made {
        any: !lines.is_empty(),
        of_event: lines.iter().any(|line| line.event_id == Some(line.object)),
    })
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
