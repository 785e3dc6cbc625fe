//! Registrations in bulk: one is made as people do it, and the others are copies of it and of
//! everything that it caused, since a million of them would take an hour.

use convoke::base::db::Sql;

use crate::crowd::{Crowd, Person};
use crate::house::{House, Way};

/// Fills the event with `wanted` registrations whose mails have been sent.
pub async fn fill(house: &House, slug: &str, wanted: usize) {
    register_one(house, slug).await;
    let copies = i64::try_from(wanted - 1).unwrap();
    let mut tx = house.db.begin().await.unwrap();
    tx.query(same(PLAN)).execute().await.unwrap();
    tx.query(COPIES).bind(copies).execute().await.unwrap();
    for statement in OF_EACH {
        let made = tx.query(same(statement)).execute().await.unwrap();
        assert_eq!(made, wanted as u64 - 1, "{statement}");
    }
    for statement in SEATS.into_iter().chain([UNPLAN]) {
        tx.query(same(statement)).execute().await.unwrap();
    }
    tx.commit().await.unwrap();
    // As a server does by itself soon; that of the tests never does.
    house.by_hand(same("ANALYZE")).await;
}

async fn register_one(house: &House, slug: &str) {
    let served = house.serve(Way::default());
    let crowd = Crowd::before(&[served.address], 1);
    let first = Person::new(&slug.into(), 0);
    let heard = crowd.send(crowd.open(vec![first]).await).await;
    assert_eq!(heard[0].next(), Some("registered"));
    house.by_hand(same(ALL_SENT)).await;
}

const fn same(text: &'static str) -> Sql {
    Sql::new(text, text)
}

const ALL_SENT: &str = "UPDATE message SET state = 'sent', attempts = 1, settled_at = written_at";

/// What tells the copies apart.
const PLAN: &str = "CREATE TABLE copy (n BIGINT NOT NULL, registration UUID NOT NULL,
    message UUID NOT NULL, line UUID NOT NULL, mail UUID NOT NULL, hash BYTEA NOT NULL)";

const UNPLAN: &str = "DROP TABLE copy";

/// Ids follow each other, as the program's do.
const COPIES: Sql = Sql::new(
    "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < $1)
     INSERT INTO copy
     SELECT n, unhex(printf('0190%08x70008000000000000001', n)),
        unhex(printf('0190%08x70008000000000000002', n)),
        unhex(printf('0190%08x70008000000000000003', n)),
        unhex(printf('0190%08x70008000000000000004', n)), randomblob(32)
     FROM numbers",
    "INSERT INTO copy
     SELECT n, ('0190' || lpad(to_hex(n), 8, '0') || '70008000000000000001')::uuid,
        ('0190' || lpad(to_hex(n), 8, '0') || '70008000000000000002')::uuid,
        ('0190' || lpad(to_hex(n), 8, '0') || '70008000000000000003')::uuid,
        ('0190' || lpad(to_hex(n), 8, '0') || '70008000000000000004')::uuid,
        sha256(n::text::bytea)
     FROM generate_series(1, $1) n",
);

const OF_EACH: [&str; 6] = [
    "INSERT INTO registration (id, event_id, state, email, email_key, name, search_key, language,
        mode, answers, seated, token_hash, token_generation, join_hash, join_generation,
        registered_at, confirmed_at)
     SELECT copy.registration, event_id, state, n || '-' || email, n || '-' || email_key, name,
        search_key, language, mode, answers, seated, hash, token_generation, hash, join_generation,
        registered_at, confirmed_at
     FROM registration, copy",
    "INSERT INTO invitation (registration_id, session_id, uid, next_sequence, issued_at)
     SELECT copy.registration, session_id, 'reg-' || n || '@institute.example', next_sequence,
        issued_at
     FROM invitation, copy",
    "INSERT INTO message (id, subject, recipient, session, kind, revision, lane, priority, payload,
        message_id, written_at, state, due_at, not_useful_after, attempts, resends, settled_at)
     SELECT copy.message, subject, copy.registration, session, kind, revision, copy.registration,
        priority, payload, n || '@institute.example', written_at, state, due_at, not_useful_after,
        attempts, resends, settled_at
     FROM message, copy",
    "INSERT INTO audit_line (id, at, actor, action, object, changes, event_id, organisation_id)
     SELECT copy.line, at, actor, action, copy.registration, changes, event_id, organisation_id
     FROM audit_line, copy WHERE actor = 'attendee'",
    "INSERT INTO submission (form_key_hash, event_id, content_hash, outcome, accepted_at)
     SELECT hash, event_id, content_hash, outcome, accepted_at FROM submission, copy",
    "INSERT INTO form_mail (id, address_hash, due_at)
     SELECT copy.mail, hash, due_at FROM form_mail, copy",
];

const SEATS: [&str; 2] = [
    "UPDATE event SET online_taken = online_taken + (SELECT count(*) FROM copy)",
    "UPDATE session SET online_taken = online_taken + (SELECT count(*) FROM copy)",
];
