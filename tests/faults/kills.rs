//! A worker that is killed at each point of a delivery: nothing is lost, and at most one more of it
//! goes, under the same Message-ID (OUT-4, OUT-5).

use std::fs;
use std::net::SocketAddr;
use std::time::Duration;

use chrono::TimeDelta;
use convoke::base::clock::Instant;
use convoke::base::db::{Engine, Sql};
use convoke::base::testing::{TestDb, start};
use convoke::on_both_engines;
use convoke::outbox::{self, Message, MessageState};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::{sleep, timeout};
use uuid::Uuid;

use crate::events::{request_of, roundtable};
use crate::faulty_smtp::Action::{Silence, YesWhenTold};
use crate::faulty_smtp::rule::Rule;
use crate::faulty_smtp::{Encryption, FaultyServer, Phase};
use crate::host::{Host, messages, number, until};
use crate::stage::Stage;

/// Where a worker is when it is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Point {
    /// It has the message, and nobody has answered it yet.
    BeforeConnecting,
    /// The server has heard this and not answered.
    After(Phase),
    /// The server has answered to the final dot, and that is not noted.
    BeforeCommitting,
}

const POINTS: [Point; 8] = [
    Point::BeforeConnecting,
    Point::After(Phase::Greeting),
    Point::After(Phase::Mail),
    Point::After(Phase::Rcpt),
    Point::After(Phase::Data),
    Point::After(Phase::Content),
    Point::After(Phase::Dot),
    Point::BeforeCommitting,
];

on_both_engines! {
    async fn out_04_a_killed_worker_loses_nothing_and_repeats_one_mail_at_most(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let host = Host::over(&stage).await;
        for round in 0..number("CONVOKE_KILLS", 1) {
            for (index, point) in POINTS.iter().enumerate() {
                // However many rounds there are, registration is open.
                stage.test.clock.set(start());
                let guest = request_of(round * POINTS.len() + index);
                let guest = stage.join(&guest).await;
                let owed = owed_to(&stage, guest.id.uuid(), "registered").await;
                survives(&stage, &host, *point, &owed).await;
            }
        }
    }

    async fn out_05_what_would_disturb_twice_is_flagged_after_a_kill_and_not_repeated(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let host = Host::over(&stage).await;
        for point in [Point::After(Phase::Content), Point::After(Phase::Dot), Point::BeforeCommitting] {
            let owed = known(&stage).await;
            let server = kill_at(&stage, &host, point).await;
            at_the_end_of_the_lease(&stage, &host, &server).await;
            let kept = by_id(&stage, &owed).await;
            assert_eq!(kept.state, MessageState::Uncertain, "{point:?}");
            stage.test.clock.advance(TimeDelta::hours(1));
            host.work_once(server.address).await;
            assert_eq!(by_id(&stage, &owed).await.state, MessageState::Uncertain, "{point:?}");
            assert_eq!(server.seen().mails.len(), point.arrived_before(), "{point:?}");
        }
    }

    /// The twin: without the note that the content begins, nobody knows that it may have arrived.
    async fn out_04_without_its_note_a_killed_worker_repeats_what_would_disturb(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let host = Host::over(&stage).await;
        forget_that_data_begins(&stage).await;
        let owed = known(&stage).await;
        let server = kill_at(&stage, &host, Point::After(Phase::Dot)).await;
        at_the_end_of_the_lease(&stage, &host, &server).await;
        assert_eq!(by_id(&stage, &owed).await.state, MessageState::Sent);
        assert_eq!(server.seen().mails.len(), 2);
    }
}

/// Kills a worker over the message at this point, and follows it to its end.
async fn survives(stage: &Stage, host: &Host, point: Point, owed: &Message) {
    let server = kill_at(stage, host, point).await;
    let held = by_id(stage, owed).await;
    assert_eq!(held.state, MessageState::Leased, "{point:?}");
    let ended = at_the_end_of_the_lease(stage, host, &server).await;
    let mut kept = by_id(stage, owed).await;
    if point.is_after_data_began() {
        assert_eq!(kept.state, MessageState::Retry, "{point:?}: {kept:?}");
        assert_eq!(kept.uncertain_ends, 1, "{point:?}");
        assert!(kept.due_at - ended >= TimeDelta::minutes(15), "{point:?}");
        stage.test.clock.set(kept.due_at);
        host.work_once(server.address).await;
        kept = by_id(stage, owed).await;
    }
    assert_eq!(kept.state, MessageState::Sent, "{point:?}: {kept:?}");
    let mails = server.seen().mails.clone();
    assert_eq!(mails.len(), point.arrived_before() + 1, "{point:?}");
    for mail in &mails {
        assert_eq!(mail.message_id(), owed.message_id, "{point:?}");
        assert_eq!(mail.content, mails[0].content, "{point:?}: DEC-4");
    }
}

/// Starts a worker, and kills it there; gives the server it spoke to, which behaves from now on.
async fn kill_at(stage: &Stage, host: &Host, point: Point) -> FaultyServer {
    let rules = match point {
        Point::BeforeConnecting => Vec::new(),
        Point::After(phase) => vec![Rule::once(phase, Silence)],
        Point::BeforeCommitting => vec![Rule::once(Phase::Dot, YesWhenTold)],
    };
    let server = FaultyServer::start_with(rules, Encryption::None).await;
    match point {
        Point::BeforeConnecting => {
            let (deaf, _queue) = deaf_server().await;
            let worker = host.work(deaf).await;
            until(stage, |all| {
                all.iter().any(|one| one.state == MessageState::Leased)
            })
            .await;
            worker.kill();
        }
        Point::After(phase) => {
            let worker = host.work(server.address).await;
            server.until(|seen| seen.phases.contains(&phase)).await;
            worker.kill();
        }
        Point::BeforeCommitting => {
            let worker = host.work(server.address).await;
            server.until(|seen| seen.phases.contains(&Phase::Dot)).await;
            // What the worker learns now it cannot write down.
            let mut tx = stage.begin().await;
            stage
                .by_hand_in(&mut tx, "UPDATE message SET priority = priority")
                .await;
            server.tell();
            let answer = "S: 250 2.0.0 queued";
            server
                .until(|seen| seen.log.iter().any(|line| line.ends_with(answer)))
                .await;
            until_read(server.address).await;
            worker.kill();
        }
    }
    server
}

/// What is left of the lease passes, and a worker starts again; gives the moment.
async fn at_the_end_of_the_lease(stage: &Stage, host: &Host, server: &FaultyServer) -> Instant {
    let mut tx = stage.db.read().await.unwrap();
    let end = outbox::next_lease_end(&mut tx).await.unwrap().unwrap();
    drop(tx);
    let now = stage.begin().await.now();
    assert!(
        end - now <= TimeDelta::minutes(6),
        "recovery within the lease"
    );
    stage.test.clock.set(end);
    host.work_once(server.address).await;
    end
}

impl Point {
    fn is_after_data_began(self) -> bool {
        !matches!(
            self,
            Self::BeforeConnecting | Self::After(Phase::Greeting | Phase::Mail | Phase::Rcpt)
        )
    }

    /// How many of it have arrived when the worker dies.
    fn arrived_before(self) -> usize {
        usize::from(matches!(
            self,
            Self::After(Phase::Dot) | Self::BeforeCommitting
        ))
    }
}

/// A message that is never repeated, alone due: somebody registers again who is registered.
async fn known(stage: &Stage) -> Message {
    stage.by_hand("UPDATE message SET state = 'sent'").await;
    // Once a day at most.
    stage.test.clock.advance(TimeDelta::hours(25));
    let guest = request_of(1000);
    let registered = stage.join(&guest).await;
    stage
        .by_hand("UPDATE message SET state = 'sent' WHERE kind <> 'known'")
        .await;
    if stage.owed("known").await.is_empty() {
        stage.ask(&guest, None).await;
    }
    let all = stage.owed("known").await;
    let latest = all
        .into_iter()
        .rfind(|one| one.recipient == registered.id.uuid())
        .unwrap();
    assert_eq!(latest.state, MessageState::Scheduled);
    latest
}

async fn owed_to(stage: &Stage, recipient: Uuid, kind: &str) -> Message {
    let all = stage.owed(kind).await;
    all.into_iter()
        .find(|one| one.recipient == recipient)
        .unwrap()
}

async fn by_id(stage: &Stage, message: &Message) -> Message {
    let all = messages(stage).await;
    all.into_iter().find(|one| one.id == message.id).unwrap()
}

/// Undoes the note as soon as it is made.
async fn forget_that_data_begins(stage: &Stage) {
    let statements: &[&str] = match stage.db.engine() {
        Engine::Sqlite => &[
            "CREATE TRIGGER forget AFTER UPDATE OF data_begun ON message WHEN NEW.data_begun BEGIN
                UPDATE message SET data_begun = FALSE WHERE id = NEW.id;
             END",
        ],
        Engine::Postgres => &[
            "CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                NEW.data_begun := FALSE;
                RETURN NEW;
             END $$",
            "CREATE TRIGGER forget BEFORE UPDATE ON message FOR EACH ROW EXECUTE FUNCTION forget()",
        ],
    };
    let mut tx = stage.begin().await;
    for statement in statements {
        let statement = Sql::new(statement, statement);
        tx.query(statement).execute().await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Where whoever connects waits in vain: the queue of those to be let in is full, and stays so while
/// the connections in it live.
async fn deaf_server() -> (SocketAddr, (tokio::net::TcpListener, Vec<TcpStream>)) {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(0).unwrap();
    let address = listener.local_addr().unwrap();
    let mut queue = Vec::new();
    while let Ok(waiting) = timeout(Duration::from_millis(300), TcpStream::connect(address)).await {
        queue.push(waiting.unwrap());
    }
    (address, (listener, queue))
}

/// Waits until who speaks with `server` has taken from the system all that was said to it.
async fn until_read(server: SocketAddr) {
    let watch = async {
        while !is_read(server) {
            sleep(Duration::from_millis(2)).await;
        }
    };
    timeout(Duration::from_secs(60), watch)
        .await
        .expect("a reply is read");
}

/// By Linux's table of connections: remote address, and what waits to be sent and to be read.
fn is_read(server: SocketAddr) -> bool {
    let table = fs::read_to_string("/proc/net/tcp").unwrap();
    let port = format!(":{:04X}", server.port());
    let clients = table.lines().filter(|line| {
        let remote = line.split_whitespace().nth(2);
        remote.is_some_and(|remote| remote.ends_with(&port))
    });
    clients
        .filter_map(|line| line.split_whitespace().nth(4)?.split_once(':'))
        .all(|(_, unread)| unread.bytes().all(|digit| digit == b'0'))
}
