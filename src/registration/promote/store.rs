use std::collections::BTreeMap;

use super::Waiting;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Mode, Session};
use crate::registration::Registration;
use crate::sql;

/// Everybody in the list of `event`, the first in it first.
pub(super) async fn waiting(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Waiting>> {
    let people: Vec<(Id<Registration>, Mode)> = tx
        .query(sql!(
            "SELECT id, mode FROM registration WHERE event_id = $1 AND state = 'waitlisted'
             ORDER BY COALESCE(listed_at, registered_at), id"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    let wishes: Vec<(Id<Registration>, Id<Session>)> = tx
        .query(sql!(
            "SELECT i.registration_id, i.session_id FROM invitation i
             JOIN registration r ON r.id = i.registration_id
             WHERE r.event_id = $1 AND r.state = 'waitlisted'"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    let mut sessions: BTreeMap<Id<Registration>, Vec<Id<Session>>> = BTreeMap::new();
    for (registration, session) in wishes {
        sessions.entry(registration).or_default().push(session);
    }
    Ok(people
        .into_iter()
        .map(|(registration, mode)| Waiting {
            registration,
            mode,
            sessions: sessions.remove(&registration).unwrap_or_default(),
        })
        .collect())
}
