//! Who came online, as the report of a meeting says: each of its people matched to a registration by
//! address, or by a name that means one, and noted as at the door. Whoever matches none is shown and never
//! guessed.

mod headings;
mod matching;
mod presence;
mod reading;
mod store;
#[cfg(test)]
mod tests;

pub use matching::{Match, Matched};
pub use reading::{LineFault, LineProblem, Report, Seen, read};

use serde_json::json;

use super::{CheckedIn, Registration, check_in, load_all};
use crate::audit;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Session};

/// Whoever was there for fewer seconds has not attended: they looked in, or their line broke.
pub const SHORTEST: i64 = 60;

/// What `report` says of those who are confirmed for `session` of `event`, and of everybody else.
pub async fn matched(
    tx: &mut Tx,
    event: &Event,
    session: Id<Session>,
    report: &Report,
) -> Result<Vec<Matched>> {
    let expected = store::expected(tx, event.id, session).await?;
    Ok(matching::matched(&report.people, &expected))
}

/// Notes that all of `came` attended `session` of `event`; gives how many were not noted before, or `None`
/// where one of them has no place there any more, and then nothing may be kept.
pub async fn note(
    tx: &mut Tx,
    event: &Event,
    session: Id<Session>,
    came: &[Id<Registration>],
    actor: &str,
) -> Result<Option<usize>> {
    let mut noted = 0;
    for (registration, _) in load_all(tx, came).await? {
        match check_in(tx, event, &registration, session, actor).await? {
            CheckedIn::Done => noted += 1,
            CheckedIn::Already => {}
            CheckedIn::NoPlace(_) => return Ok(None),
        }
    }
    let changes = json!({ "session": session.to_string(), "registrations": noted });
    audit::record(tx, actor, "attendance_noted", event.id.uuid(), changes).await?;
    Ok(Some(noted))
}
