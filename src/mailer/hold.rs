//! Keeping mails of the plan back, skipping them, and letting them go again (U-10).

use serde_json::json;
use uuid::Uuid;

use super::{lineup, plan};
use crate::audit;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{self, Event, HeldMail, HoldState, Session, SessionOf};
use crate::outbox::{self, Alike};

/// Why a message is not owed that an organiser keeps back.
pub const KEPT_BACK: &str = "an organiser keeps it back";

/// Which mails of the plan an organiser speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// The mail.
    pub mail: HeldMail,
    /// Which of these, as in [`event::Hold::mark`].
    pub mark: i64,
    /// The sessions that they are about.
    pub sessions: Vec<Id<Session>>,
}

impl Spoken {
    /// Those mails of `event` that leave together at `moment`, in seconds since 1970.
    pub fn at(event: &Event, (mail, mark): (HeldMail, i64), moment: i64) -> Self {
        let sessions = if mail == HeldMail::LineupLink {
            let is_then = |of: &SessionOf<'_>| {
                event.released_from(*of).map(|from| from.timestamp()) == Some(moment)
            };
            event.sessions().filter(is_then).map(|of| of.id).collect()
        } else {
            plan::timeline(event)
                .iter()
                .filter(|planned| planned.hold_key() == Some((mail, mark)))
                .filter(|planned| planned.from.timestamp() == moment)
                .map(|planned| planned.session.id)
                .collect()
        };
        Self {
            mail,
            mark,
            sessions,
        }
    }
}

/// Notes what an organiser says about mails of `event`: what is kept back does not leave, not even
/// where it was owed before; what is resumed is owed to whoever lacks it then. `false` where the plan
/// has no such mail any more, or somebody has changed the event since it was read.
pub async fn speak(
    tx: &mut Tx,
    event: &Event,
    spoken: &Spoken,
    state: HoldState,
    actor: &str,
) -> Result<bool> {
    let meant = meant(event, spoken);
    if meant.is_empty() || !event::hold::lift(tx, event).await? {
        return Ok(false);
    }
    for (session, revision) in &meant {
        let key = (spoken.mail, spoken.mark);
        event::hold::put(tx, event.id, *session, key, state).await?;
        // A mail about all of somebody's sessions names none.
        for part in [session.uuid(), Uuid::nil()] {
            let alike = Alike {
                subject: event.id.uuid(),
                part,
                kind: spoken.mail.as_str(),
                revision: *revision,
            };
            if state.keeps_back() {
                outbox::withhold(tx, alike, KEPT_BACK).await?;
            } else {
                outbox::forget_withheld(tx, alike, KEPT_BACK).await?;
            }
        }
    }
    let told = json!({ "mail": spoken.mail, "said": state, "sessions": meant.len() });
    audit::record(tx, actor, "mail_held", event.id.uuid(), told).await?;
    Ok(true)
}

/// The sessions whose mails are meant, each with the revision of its messages where they have one.
fn meant(event: &Event, spoken: &Spoken) -> Vec<(Id<Session>, Option<i64>)> {
    let is_named = |id: &Id<Session>| spoken.sessions.contains(id);
    if spoken.mail == HeldMail::LineupLink {
        let linked = event.sessions().filter(|of| lineup::is_planned(event, *of));
        return linked
            .map(|of| (of.id, None))
            .filter(|(id, _)| is_named(id))
            .collect();
    }
    plan::timeline(event)
        .iter()
        .filter(|planned| planned.hold_key() == Some((spoken.mail, spoken.mark)))
        .filter(|planned| is_named(&planned.session.id))
        .map(|planned| {
            let is_counted = spoken.mail != HeldMail::Link;
            (planned.session.id, is_counted.then_some(planned.revision))
        })
        .collect()
}
