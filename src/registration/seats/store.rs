use super::{Claim, Party, Seats, Taken};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Mode, Session};
use crate::sql;

#[derive(sqlx::FromRow)]
struct SeatsRow {
    /// None in the row of the event itself.
    session_id: Option<Id<Session>>,
    #[sqlx(flatten)]
    taken: Taken,
}

/// How many places of `event` are taken, and how many people wait for one.
pub async fn seats(tx: &mut Tx, event: Id<Event>) -> Result<Seats> {
    let rows: Vec<SeatsRow> = tx
        .query(sql!(
            "SELECT NULL AS session_id, online_taken, in_person_taken, online_waiting,
                in_person_waiting, -1 AS position
             FROM event WHERE id = $1
             UNION ALL
             SELECT id, online_taken, in_person_taken, online_waiting, in_person_waiting, position
             FROM session WHERE event_id = $1
             ORDER BY position"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    let mut seats = Seats::default();
    for row in rows {
        match row.session_id {
            Some(session) => seats.sessions.push((session, row.taken)),
            None => seats.event = row.taken,
        }
    }
    Ok(seats)
}

/// The seats of newcomers are taken where, at the moment of writing, the event still lets people in and
/// has as many places beyond those that others wait for. `owed_at` is when the link is owed to whoever
/// takes one: the plan is looked at again by then at the latest.
pub(super) async fn take_event_seats(
    tx: &mut Tx,
    event: Id<Event>,
    seats: Party,
    owed_at: Option<Instant>,
) -> Result<bool> {
    let now = tx.now();
    let taken = tx
        .query(sql!(
            "UPDATE event SET online_taken = online_taken + $3,
                in_person_taken = in_person_taken + $4,
                plan_due_at = CASE WHEN plan_due_at <= $5 THEN plan_due_at
                    ELSE COALESCE($5, plan_due_at) END
             WHERE id = $1 AND state = 'published' AND trashed_at IS NULL
                AND (opens_at IS NULL OR opens_at <= $2) AND $2 < closes_at
                AND ($3 = 0 OR online_capacity IS NULL
                    OR online_taken + online_waiting + $3 <= online_capacity)
                AND ($4 = 0 OR in_person_capacity IS NULL
                    OR in_person_taken + in_person_waiting + $4 <= in_person_capacity)"
        ))
        .bind(event)
        .bind(now)
        .bind(seats.online)
        .bind(seats.in_person)
        .bind(owed_at)
        .execute()
        .await?;
    Ok(taken == 1)
}

/// The seat of somebody who was chosen is taken where the event still takes place and there is one
/// that they may claim.
pub(super) async fn grant_event_seat(
    tx: &mut Tx,
    event: Id<Event>,
    mode: Mode,
    claim: Claim,
) -> Result<bool> {
    let now = tx.now();
    let Party { online, in_person } = Party::one(mode);
    let granted = tx
        .query(sql!(
            "UPDATE event SET online_taken = online_taken + $3,
                in_person_taken = in_person_taken + $4
             WHERE id = $1 AND state = 'published' AND $2 < ends_at
                AND ($3 = 0 OR $6 OR online_capacity IS NULL
                    OR online_taken + $5 * online_waiting < online_capacity)
                AND ($4 = 0 OR $6 OR in_person_capacity IS NULL
                    OR in_person_taken + $5 * in_person_waiting < in_person_capacity)"
        ))
        .bind(event)
        .bind(now)
        .bind(online)
        .bind(in_person)
        .bind(claim.others_first())
        .bind(claim.is_beyond())
        .execute()
        .await?;
    Ok(granted == 1)
}

/// The seats in a session are taken where there are as many that they may claim.
pub(super) async fn take_session_seats(
    tx: &mut Tx,
    session: Id<Session>,
    seats: Party,
    claim: Claim,
) -> Result<bool> {
    let taken = tx
        .query(sql!(
            "UPDATE session SET online_taken = online_taken + $2,
                in_person_taken = in_person_taken + $3
             WHERE id = $1
                AND ($2 = 0 OR $5 OR online_capacity IS NULL
                    OR online_taken + $4 * online_waiting + $2 <= online_capacity)
                AND ($3 = 0 OR $5 OR in_person_capacity IS NULL
                    OR in_person_taken + $4 * in_person_waiting + $3 <= in_person_capacity)"
        ))
        .bind(session)
        .bind(seats.online)
        .bind(seats.in_person)
        .bind(claim.others_first())
        .bind(claim.is_beyond())
        .execute()
        .await?;
    Ok(taken == 1)
}

/// Where somebody waits for a place, the plan is looked at again at once.
pub(super) async fn give_back_event_seat(tx: &mut Tx, event: Id<Event>, mode: Mode) -> Result<()> {
    let now = tx.now();
    let Party { online, in_person } = Party::one(mode);
    tx.query(sql!(
        "UPDATE event SET online_taken = online_taken - $2, in_person_taken = in_person_taken - $3,
            plan_due_at = CASE
                WHEN plan_due_at <= $4 OR (online_waiting + in_person_waiting = 0 AND NOT EXISTS (
                    SELECT 1 FROM session_wish WHERE session_wish.event_id = event.id))
                    THEN plan_due_at
                ELSE $4 END
         WHERE id = $1"
    ))
    .bind(event)
    .bind(online)
    .bind(in_person)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn give_back_session_seat(
    tx: &mut Tx,
    session: Id<Session>,
    mode: Mode,
) -> Result<()> {
    let Party { online, in_person } = Party::one(mode);
    tx.query(sql!(
        "UPDATE session SET online_taken = online_taken - $2,
            in_person_taken = in_person_taken - $3
         WHERE id = $1"
    ))
    .bind(session)
    .bind(online)
    .bind(in_person)
    .execute()
    .await?;
    Ok(())
}

/// Counts somebody into the list (`by` is 1) or out of it (-1). Either way it may be somebody's
/// turn: the plan is looked at again at once.
pub(super) async fn count_waiting(
    tx: &mut Tx,
    event: Id<Event>,
    mode: Mode,
    by: i64,
) -> Result<()> {
    let now = tx.now();
    let Party { online, in_person } = Party::one(mode);
    tx.query(sql!(
        "UPDATE event SET online_waiting = online_waiting + $2,
            in_person_waiting = in_person_waiting + $3,
            plan_due_at = CASE WHEN plan_due_at <= $4 THEN plan_due_at ELSE $4 END
         WHERE id = $1"
    ))
    .bind(event)
    .bind(online * by)
    .bind(in_person * by)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// The same for one of the sessions they want to come to.
pub(super) async fn count_waiting_for_session(
    tx: &mut Tx,
    session: Id<Session>,
    mode: Mode,
    by: i64,
) -> Result<()> {
    let Party { online, in_person } = Party::one(mode);
    tx.query(sql!(
        "UPDATE session SET online_waiting = online_waiting + $2,
            in_person_waiting = in_person_waiting + $3
         WHERE id = $1"
    ))
    .bind(session)
    .bind(online * by)
    .bind(in_person * by)
    .execute()
    .await?;
    Ok(())
}
