//! Several processes over one database send each message once (OUT-1, R-8).

use std::time::Duration;

use convoke::base::db::{Engine, Sql};
use convoke::base::testing::{TestDb, run};
use tokio::time::{sleep, timeout};

use crate::accounts::Accounts;
use crate::events::{request, roundtable};
use crate::faulty_smtp::FaultyServer;
use crate::host::{Host, messages, number};
use crate::stage::Stage;

#[test]
fn r_08_two_processes_send_each_of_many_messages_once() {
    run(Engine::Postgres, async |test: TestDb| {
        let stage = Stage::set(test, roundtable()).await;
        let email = "rana@example.org";
        stage.join(&request(email)).await;
        let wanted = number("CONVOKE_MESSAGES", 1000);
        copy(&stage, wanted - 1).await;
        let owed = messages(&stage).await;
        assert_eq!(owed.len(), wanted);
        let mut accounts = Accounts::default();
        for message in &owed {
            accounts.owe(&message.message_id, email);
        }
        let servers = [
            FaultyServer::start(&[]).await,
            FaultyServer::start(&[]).await,
        ];
        let host = Host::over(&stage).await;
        let workers = [
            host.work(servers[0].address).await,
            host.work(servers[1].address).await,
        ];
        until_all_are_sent(&stage).await;
        drop(workers);
        let shares = servers.each_ref().map(|server| server.seen().mails.clone());
        // Neither had nothing to do.
        assert!(shares.iter().all(|share| share.len() > wanted / 10));
        let arrived = shares.concat();
        assert_eq!(accounts.faults(&arrived), Vec::<String>::new());
        assert!(messages(&stage).await.iter().all(|one| one.attempts == 1));
    });
}

/// # Panics
/// Where that takes longer than an hour.
async fn until_all_are_sent(stage: &Stage) {
    let waiting = Sql::new(
        "SELECT 0",
        "SELECT count(*) FROM message WHERE state <> 'sent'",
    );
    let watch = async {
        loop {
            let mut tx = stage.db.read().await.unwrap();
            let (now,): (i64,) = tx.query(waiting).fetch_one().await.unwrap();
            if now == 0 {
                return;
            }
            drop(tx);
            sleep(Duration::from_millis(100)).await;
        }
    };
    timeout(Duration::from_secs(3600), watch)
        .await
        .expect("all are sent in time");
}

/// Copies the one message of the stage, each with an identity and a lane of its own: to make so many
/// registrations would take longer than to send their mails.
async fn copy(stage: &Stage, times: usize) {
    let copies = Sql::new(
        "SELECT $1",
        "WITH copies AS (SELECT gen_random_uuid() AS id, n FROM generate_series(1, $1) n)
         INSERT INTO message (id, subject, recipient, session, kind, revision, lane, priority,
            payload, message_id, written_at, state, due_at, not_useful_after, resends, hurries_from)
         SELECT copies.id, subject, recipient, session, kind, copies.n, copies.id, priority,
            payload, copies.id || '@institute.example', written_at, state, due_at,
            not_useful_after, resends, hurries_from
         FROM message, copies",
    );
    let mut tx = stage.begin().await;
    let times = i64::try_from(times).unwrap();
    tx.query(copies).bind(times).execute().await.unwrap();
    tx.commit().await.unwrap();
    // As the server would do by itself soon; this one never does.
    stage.by_hand("ANALYZE message").await;
}
