use crate::base::chance::Chance;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::{Event, Session};
use crate::sql;

/// What the tables say of an event's places.
#[derive(Debug, PartialEq, sqlx::FromRow)]
pub(super) struct Seats {
    pub(super) capacity: i64,
    pub(super) taken: i64,
    pub(super) session_taken: i64,
    pub(super) plan_due_at: Option<Instant>,
}

/// Actions and what was told of them.
pub(super) async fn audited(tx: &mut Tx, event: &Event) -> Vec<(String, String)> {
    tx.query(sql!(
        "SELECT action, CAST(changes AS TEXT) AS told FROM audit_line WHERE object = $1 ORDER BY id"
    ))
    .bind(event.id)
    .fetch_all()
    .await
    .unwrap()
}

/// A registration that was withdrawn, as it lies in the tables of the room above.
pub(super) async fn register(tx: &mut Tx, event: &Event, session: Id<Session>) {
    let id: Id<()> = tx.new_id();
    let now = tx.now();
    let token = Chance::seeded(9).bytes::<24>().to_vec();
    tx.query(sql!(
        "INSERT INTO registration (id, event_id, state, email, email_key, name, language, mode,
            answers, seated, token_hash, token_generation, registered_at)
         VALUES ($1, $2, 'cancelled', 'ana@x.example', 'ana@x.example', 'Ana', 'en', 'online',
            '{}', FALSE, $3, 0, $4)"
    ))
    .bind(id)
    .bind(event.id)
    .bind(token)
    .bind(now)
    .execute()
    .await
    .unwrap();
    tx.query(sql!(
        "INSERT INTO invitation (registration_id, session_id, uid, next_sequence)
         VALUES ($1, $2, 'a-uid', 2)"
    ))
    .bind(id)
    .bind(session)
    .execute()
    .await
    .unwrap();
}

/// Counts places online as taken, and has the plan looked at never again.
pub(super) async fn take_places(tx: &mut Tx, event: &Event, number: i64) {
    for statement in [
        sql!("UPDATE event SET online_taken = $2, plan_due_at = NULL WHERE id = $1"),
        sql!("UPDATE session SET online_taken = $2 WHERE event_id = $1"),
    ] {
        let query = tx.query(statement).bind(event.id).bind(number);
        query.execute().await.unwrap();
    }
}

pub(super) async fn seats(tx: &mut Tx, event: &Event) -> Seats {
    tx.query(sql!(
        "SELECT e.online_capacity AS capacity, e.online_taken AS taken,
            s.online_taken AS session_taken, e.plan_due_at
         FROM event e JOIN session s ON s.event_id = e.id WHERE e.id = $1"
    ))
    .bind(event.id)
    .fetch_one()
    .await
    .unwrap()
}

pub(super) async fn sealed_links(tx: &mut Tx, event: &Event) -> Vec<Vec<u8>> {
    let rows: Vec<(Vec<u8>,)> = tx
        .query(sql!("SELECT link FROM meeting WHERE event_id = $1"))
        .bind(event.id)
        .fetch_all()
        .await
        .unwrap();
    rows.into_iter().map(|(link,)| link).collect()
}

pub(super) async fn people(tx: &mut Tx) -> i64 {
    let query = tx.query(sql!("SELECT count(*) AS people FROM person"));
    let (people,) = query.fetch_one().await.unwrap();
    people
}

/// As if other zone data had given these deadlines.
pub(super) async fn derive_otherwise(
    tx: &mut Tx,
    event: &Event,
    opens_at: Instant,
    closes_at: Instant,
) {
    tx.query(sql!(
        "UPDATE event SET tzdb_version = '1970a', opens_at = $2, closes_at = $3 WHERE id = $1"
    ))
    .bind(event.id)
    .bind(opens_at)
    .bind(closes_at)
    .execute()
    .await
    .unwrap();
}
