use std::collections::BTreeMap;

use super::Waiting;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Mode, Session};
use crate::registration::{Registration, RegistrationState};
use crate::sql;

/// Everybody in the list of `event`, the first in it first.
pub(super) async fn waiting(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Waiting>> {
    let people: Vec<(Id<Registration>, Mode, bool, Instant)> = tx
        .query(sql!(
            "SELECT id, mode, seated AS moves, COALESCE(listed_at, registered_at) AS since
             FROM registration
             WHERE event_id = $1 AND state = 'waitlisted' AND seated = FALSE
             UNION ALL
             SELECT r.id, w.mode, r.seated AS moves, w.wished_at AS since
             FROM wish w JOIN registration r ON r.id = w.registration_id
             WHERE w.event_id = $1 AND r.state = 'confirmed' AND r.mode <> w.mode
             ORDER BY since, id"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    let wishes: Vec<(Id<Registration>, Id<Session>)> = tx
        .query(sql!(
            "SELECT i.registration_id, i.session_id FROM invitation i
             JOIN registration r ON r.id = i.registration_id
             WHERE r.event_id = $1 AND ((r.state = 'waitlisted' AND r.seated = FALSE)
                OR r.id IN (SELECT registration_id FROM wish WHERE event_id = $1))"
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
        .map(|(registration, mode, moves, _)| Waiting {
            registration,
            mode,
            moves,
            sessions: sessions.remove(&registration).unwrap_or_default(),
        })
        .collect())
}

/// Gives a place to somebody in line: in `state`, and for good or until `held_until`.
pub(super) async fn seat(
    tx: &mut Tx,
    id: Id<Registration>,
    state: RegistrationState,
    held_until: Option<Instant>,
) -> Result<bool> {
    let confirmed_at = (state == RegistrationState::Confirmed).then(|| tx.now());
    let seated = tx
        .query(sql!(
            "UPDATE registration SET state = $2, seated = TRUE, declined_because = NULL,
                held_until = $3, confirmed_at = $4
             WHERE id = $1 AND state = 'waitlisted' AND seated = FALSE"
        ))
        .bind(id)
        .bind(state)
        .bind(held_until)
        .bind(confirmed_at)
        .execute()
        .await?;
    Ok(seated == 1)
}

/// Has somebody with a place attend in `mode` from now on.
pub(super) async fn change_mode(tx: &mut Tx, id: Id<Registration>, mode: Mode) -> Result<bool> {
    let changed = tx
        .query(sql!(
            "UPDATE registration SET mode = $2
             WHERE id = $1 AND state = 'confirmed' AND seated = TRUE AND mode <> $2"
        ))
        .bind(id)
        .bind(mode)
        .execute()
        .await?;
    Ok(changed == 1)
}
