//! The links of an event go out while the worker is killed again and again.

use std::time::Duration;

use chrono::TimeDelta;
use convoke::base::chance::Chance;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use convoke::outbox::{Message, MessageState};
use tokio::task::JoinSet;

use crate::accounts::Accounts;
use crate::events::{request_of, roundtable};
use crate::faulty_smtp::FaultyServer;
use crate::host::{Host, messages, number};
use crate::stage::{Stage, in_state};

const GUESTS: usize = 500;

/// In how many queues they register.
const QUEUES: usize = 4;

/// How long a message stays with a worker that is dead (OUT-4).
const LEASE: TimeDelta = TimeDelta::minutes(5);

/// How many steps of the server's a worker lives at most: about four mails.
const LONGEST_LIFE: u64 = 30;

on_both_engines! {
    async fn r_07_five_hundred_links_survive_kills_at_random_points(test: TestDb) {
        let stage = shortly_before_closing(test).await;
        let host = Host::over(&stage).await;
        let server = FaultyServer::start(&[]).await;
        let mut accounts = Accounts::default();
        // The same points in every run; another seed gives others.
        let chance = Chance::seeded(7);
        for _ in 0..number("CONVOKE_KILLS", 10) {
            kill_once(&stage, &host, &server, &chance, &mut accounts).await;
        }
        bring_to_an_end(&stage, &host, &server).await;
        let links = links(&stage).await;
        assert_eq!(links.len(), GUESTS);
        for registration in stage.registrations().await {
            let own = links.iter().find(|link| link.recipient == registration.id.uuid());
            accounts.owe(&own.unwrap().message_id, registration.email.as_str());
        }
        for link in links.iter().filter(|link| link.state == MessageState::Uncertain) {
            assert_eq!(link.uncertain_ends, 2, "it is sent once more before a person is asked");
            accounts.flag(&link.message_id);
        }
        let arrived = server.seen().mails.clone();
        assert_eq!(accounts.faults(&arrived), Vec::<String>::new());
        // A person decides about the rest, and has nobody go without.
        for link in links.iter().filter(|link| link.state == MessageState::Uncertain) {
            host.run(server.address, &["mail", "retry", &link.id.to_string()]).await;
        }
        host.work_once(server.address).await;
        let links = self::links(&stage).await;
        assert_eq!(in_state(&links, MessageState::Sent), GUESTS);
        let repeated = accounts.repeated(&server.seen().mails);
        let in_doubt = links.iter().filter(|link| link.uncertain_ends > 0).count();
        assert!(repeated <= in_doubt, "{repeated} repeated, {in_doubt} in doubt");
    }
}

/// Has a worker live for a while, kills it, and lets its leases end.
async fn kill_once(
    stage: &Stage,
    host: &Host,
    server: &FaultyServer,
    chance: &Chance,
    accounts: &mut Accounts,
) {
    let (steps, mails) = {
        let seen = server.seen();
        (seen.phases.len(), seen.mails.len())
    };
    let life = usize::try_from(u64::from_le_bytes(chance.bytes()) % LONGEST_LIFE).unwrap();
    let worker = host.work(server.address).await;
    server.until(|seen| seen.phases.len() > steps + life).await;
    // Not to wait for anything: what is between two steps of the server is hit, too.
    let [more, rest] = chance.bytes();
    tokio::time::sleep(Duration::from_micros(
        u64::from(more) * 10 + u64::from(rest),
    ))
    .await;
    let lived = worker.kill();
    server.until(|seen| seen.open == 0).await;
    let links = links(stage).await;
    for mail in &server.seen().mails[mails..] {
        let id = mail.message_id();
        let link = links.iter().find(|link| link.message_id == id).unwrap();
        if link.state != MessageState::Sent {
            accounts.doubt(&id);
        }
    }
    stage
        .test
        .clock
        .advance(LEASE + TimeDelta::from_std(lived).unwrap());
}

/// Has workers finish, until nothing waits.
async fn bring_to_an_end(stage: &Stage, host: &Host, server: &FaultyServer) {
    for _ in 0..10 {
        host.work_once(server.address).await;
        let links = links(stage).await;
        use MessageState::{Leased, Retry, Scheduled};
        let waiting: usize = [Leased, Retry, Scheduled]
            .map(|state| in_state(&links, state))
            .iter()
            .sum();
        if waiting == 0 {
            return;
        }
        stage.test.clock.advance(LEASE);
    }
    panic!("the links do not come to an end");
}

/// Everybody has been told that they are registered; now the link is due.
async fn shortly_before_closing(test: TestDb) -> Stage {
    let stage = Stage::set(test, roundtable()).await;
    let mut asking = JoinSet::new();
    for first in 0..QUEUES {
        let stage = stage.clone();
        asking.spawn(async move {
            for number in (first..GUESTS).step_by(QUEUES) {
                stage.ask(&request_of(number), None).await;
            }
        });
    }
    asking.join_all().await;
    stage.by_hand("UPDATE message SET state = 'sent'").await;
    stage.at("2022-11-24T22:00:00Z");
    stage
}

async fn links(stage: &Stage) -> Vec<Message> {
    let mut all = messages(stage).await;
    all.retain(|message| message.kind == "link");
    all
}
