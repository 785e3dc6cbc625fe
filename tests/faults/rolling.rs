//! Two nodes behind one web server are stopped and started again one after the other, and nobody who asks
//! for a page or registers meanwhile notices.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use convoke::base::db::Engine;
use convoke::base::testing::{TestDb, run, start};
use convoke::outbox::MessageState;
use tokio::task::JoinSet;
use tokio::time::Instant as Moment;
use tokio_util::sync::CancellationToken;

use crate::asking::{ask, form, get};
use crate::events::{SLUG, roundtable};
use crate::faulty_smtp::FaultyServer;
use crate::gate::Gate;
use crate::host::{
    number, put_a_clock_before_the_servers, turn_the_servers_clock, until as until_messages,
};
use crate::node::Node;
use crate::stage::{Stage, in_state};

/// How many ask at once.
const CLIENTS: usize = 6;

/// Longer than any answer may take.
const FOREVER: Duration = Duration::from_secs(90);

/// What is in hand is finished by then, and on a busy machine somewhat later.
const TO_STOP: Duration = Duration::from_secs(30);

/// Those who ask, until they are told to stop.
struct Clients {
    gate: SocketAddr,
    next: AtomicUsize,
    stop: CancellationToken,
}

#[test]
fn r_17_nodes_are_restarted_one_after_the_other_without_a_failed_request() {
    run(Engine::Postgres, async |test: TestDb| {
        let stage = Stage::set(test, roundtable()).await;
        put_a_clock_before_the_servers(&stage).await;
        turn_the_servers_clock(&stage.test.url, start()).await;
        let post = FaultyServer::start(&[]).await;
        let mut nodes = [0; 2].map(|_| Node::start(&stage.test.url, post.address));
        let gate = Gate::before(nodes.each_ref().map(|node| node.address)).await;
        for (number, node) in nodes.iter_mut().enumerate() {
            node.until_ready().await;
            gate.until_ready(number).await;
        }
        let clients = Arc::new(Clients {
            gate: gate.address,
            next: AtomicUsize::new(0),
            stop: CancellationToken::new(),
        });
        let mut asking = JoinSet::new();
        for _ in 0..CLIENTS {
            asking.spawn(Arc::clone(&clients).ask_on());
        }
        for _ in 0..number("CONVOKE_ROLLS", 2) {
            for (number, node) in nodes.iter_mut().enumerate() {
                let began = Moment::now();
                let ended = node.stop().await;
                let took = began.elapsed();
                assert!(ended.success() && took < TO_STOP, "{ended} after {took:?}");
                node.begin();
                node.until_ready().await;
                gate.until_ready(number).await;
            }
        }
        clients.stop.cancel();
        let failed = asking.join_all().await.concat();
        let asked = clients.next.load(Ordering::Relaxed);
        assert!(
            failed.is_empty(),
            "{} of {asked} failed: {failed:?}",
            failed.len()
        );
        let guests = stage.registrations().await.len();
        assert_eq!(guests, asked, "all of them are registered");
        until_messages(&stage, |all| in_state(all, MessageState::Sent) == guests).await;
        let arrived = post.seen().mails.clone();
        let ids: BTreeSet<String> = arrived.iter().map(|mail| mail.message_id()).collect();
        assert_eq!(
            (arrived.len(), ids.len()),
            (guests, guests),
            "each went once"
        );
    });
}

impl Clients {
    /// Looks at the page and registers, as somebody else each time; gives what failed.
    async fn ask_on(self: Arc<Self>) -> Vec<String> {
        let mut failed = Vec::new();
        while !self.stop.is_cancelled() {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            let page = get(&format!("/en/events/{SLUG}"));
            let form = form(number, &format!("guest{number}@example.org"));
            for (request, expected) in [(page, 200), (form, 303)] {
                let answer = ask(self.gate, &request, FOREVER).await;
                if answer.as_ref().map(|answer| answer.status) != Some(expected) {
                    let line = request.lines().next().unwrap_or_default();
                    failed.push(format!("{line}: {answer:?}"));
                }
            }
        }
        failed
    }
}
