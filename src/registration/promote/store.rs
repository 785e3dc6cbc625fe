use std::collections::BTreeMap;

use super::{Waiting, Wants};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Mode, Session};
use crate::registration::{Registration, RegistrationState};
use crate::sql;

#[derive(sqlx::FromRow)]
struct Row {
    id: Id<Registration>,
    mode: Mode,
    /// Whether they have a place meanwhile.
    seated: bool,
    session_id: Option<Id<Session>>,
}

/// Everybody in the list of `event`, the first in it first; who waits for several sessions besides those they
/// come to, once for each.
pub(super) async fn waiting(tx: &mut Tx, event: Id<Event>) -> Result<Vec<Waiting>> {
    let people: Vec<Row> = tx
        .query(sql!(
            "SELECT id, mode, seated, ",
            sqlite: "NULL",
            postgres: "CAST(NULL AS UUID)",
            " AS session_id, COALESCE(listed_at, registered_at) AS since
             FROM registration
             WHERE event_id = $1 AND state = 'waitlisted' AND seated = FALSE
             UNION ALL
             SELECT r.id, w.mode, r.seated, ",
            sqlite: "NULL",
            postgres: "CAST(NULL AS UUID)",
            " AS session_id, w.wished_at AS since
             FROM wish w JOIN registration r ON r.id = w.registration_id
             WHERE w.event_id = $1 AND r.state = 'confirmed' AND r.mode <> w.mode
             UNION ALL
             SELECT r.id, r.mode, r.seated, w.session_id, w.wished_at AS since
             FROM session_wish w JOIN registration r ON r.id = w.registration_id
             WHERE w.event_id = $1 AND r.state = 'confirmed'
             ORDER BY since, id"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    let mut sessions = wanted(tx, event).await?;
    Ok(people
        .into_iter()
        .map(|row| Waiting {
            registration: row.id,
            mode: row.mode,
            wants: match (row.seated, row.session_id) {
                (false, _) => Wants::Place,
                (true, None) => Wants::Mode,
                (true, Some(_)) => Wants::Session,
            },
            sessions: match row.session_id {
                Some(session) => vec![session],
                None => sessions.remove(&row.id).unwrap_or_default(),
            },
        })
        .collect())
}

/// The sessions of those in the list, and of those who wait for the other way to attend.
async fn wanted(
    tx: &mut Tx,
    event: Id<Event>,
) -> Result<BTreeMap<Id<Registration>, Vec<Id<Session>>>> {
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
    Ok(sessions)
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
