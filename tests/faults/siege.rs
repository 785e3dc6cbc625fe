//! Two nodes and their database under random kills, stops, cuts and restarts: what is promised holds at
//! the end.

use std::time::Duration;

use chrono::TimeDelta;
use convoke::base::chance::Chance;
use convoke::base::clock::Instant;
use convoke::base::testing::OwnServer;
use convoke::outbox::MessageState;
use sqlx::{Connection, PgConnection};
use tokio::task::block_in_place;
use tokio::time::{Instant as Moment, sleep, timeout};
use tokio_util::sync::CancellationToken;

use crate::events::{online, roundtable};
use crate::faulty_smtp::Action::{Close, Reset, Say, YesAfter};
use crate::faulty_smtp::Phase::{Content, Dot, Greeting, Rcpt};
use crate::faulty_smtp::rule::{Rule, Turns};
use crate::faulty_smtp::{Encryption, FaultyServer};
use crate::guests::{Guest, Told, come};
use crate::host::{number, put_a_clock_before_the_servers, turn_the_servers_clock};
use crate::node::Node;
use crate::reckoning::Reckoning;
use crate::stage::Stage;
use crate::wire::{Weather, Wire};

/// How many places there are for each second of the siege: about half as many as people come for one, where it
/// has the machine to itself.
const PLACES: usize = 5;

/// Longer than any lease, which a node that is stopped does not see pass (OUT-4).
const BEYOND_A_LEASE: TimeDelta = TimeDelta::minutes(6);

/// Longer than a message rests that may have arrived.
const BEYOND_A_REST: TimeDelta = TimeDelta::minutes(16);

/// How long before closing it begins: what is kept of a form for a day is there to its end.
const BEFORE_CLOSING: TimeDelta = TimeDelta::hours(8);

/// How long nothing happens where nothing is left to do at this hour.
const QUIET: Duration = Duration::from_secs(3);

/// How long those who still wait for an answer take once there is peace.
const SOON: Duration = Duration::from_secs(180);

/// What befalls nodes and database.
#[derive(Debug, Clone, Copy)]
enum Act {
    /// A node is killed and started again.
    Kill,
    /// A node stands still, perhaps for longer than a lease.
    Stop,
    /// A node loses all connections to the database and gets none.
    Cut,
    /// What a node and the database say to each other stays under way, and is lost or arrives late.
    Silence,
    /// The database is stopped at once and started again.
    Restart,
}

const ACTS: [Act; 5] = [Act::Kill, Act::Stop, Act::Cut, Act::Silence, Act::Restart];

#[tokio::test(flavor = "multi_thread")]
async fn r_21_what_is_promised_holds_through_kills_stops_cuts_and_restarts() {
    let seconds = number("CONVOKE_SIEGE_SECONDS", 20);
    let mut siege = Siege::lay(PLACES * seconds, number("CONVOKE_SEED", 1)).await;
    let length = Duration::from_secs(seconds.try_into().unwrap());
    let began = Moment::now();
    let addresses = siege.nodes.each_ref().map(|node| node.address);
    let over = CancellationToken::new();
    let coming = tokio::spawn(come(over.clone(), addresses));
    siege.attack(began + length * 3 / 4).await;
    siege.let_the_hour_come().await;
    siege.attack(began + length).await;
    over.cancel();
    siege.make_peace().await;
    let guests = timeout(SOON, coming).await.expect("all have an answer");
    siege.reckon(&guests.unwrap()).await;
}

struct Siege {
    // The nodes end before their database does.
    nodes: [Node; 2],
    wires: [Wire; 2],
    post: FaultyServer,
    stage: Stage,
    chance: Chance,
    chronicle: Chronicle,
    /// When registration was about to close, and how many mails had arrived shortly before.
    hour: Option<(Moment, usize)>,
    server: OwnServer,
}

impl Siege {
    async fn lay(places: usize, seed: usize) -> Self {
        let server = OwnServer::start().await;
        let mut details = roundtable();
        details.terms.capacity = online(places.try_into().unwrap());
        let stage = Stage::set(server.open().await, details).await;
        put_a_clock_before_the_servers(&stage).await;
        let faults = vec![
            Rule::on(Greeting, Turns::Every(11), Close),
            Rule::on(Rcpt, Turns::Every(13), Say("451 4.7.1 greylisted")),
            Rule::on(Content, Turns::Every(37), Reset),
            // It arrives, and nobody is told.
            Rule::on(Dot, Turns::Every(17), Close),
            Rule::on(Dot, Turns::Every(7), YesAfter(Duration::from_millis(200))),
        ];
        let post = FaultyServer::start_with(faults, Encryption::None).await;
        let wires = [Wire::to(&server.url).await, Wire::to(&server.url).await];
        let nodes = wires
            .each_ref()
            .map(|wire| Node::start(&wire.database, post.address));
        let mut siege = Self {
            nodes,
            wires,
            post,
            stage,
            chance: Chance::seeded(seed.try_into().unwrap()),
            chronicle: Chronicle::begin(format!("seed {seed}, {places} places")),
            hour: None,
            server,
        };
        let opening = siege.closes_at().await - BEFORE_CLOSING;
        turn_the_servers_clock(&siege.server.url, opening).await;
        for node in &mut siege.nodes {
            node.until_ready().await;
        }
        siege
    }

    /// One act after the other, all of them in a random order before one comes again.
    async fn attack(&mut self, end: Moment) {
        let mut bag = Vec::new();
        while Moment::now() < end {
            if bag.is_empty() {
                bag.extend(ACTS);
            }
            let act = bag.swap_remove(self.below(bag.len()));
            self.strike(act).await;
            self.pause(300, 2000).await;
            self.mind();
        }
    }

    async fn strike(&mut self, act: Act) {
        let victim = self.below(2);
        self.chronicle.note(format!("{act:?} of {victim}"));
        match act {
            Act::Kill => {
                self.nodes[victim].kill();
                self.pause(0, 500).await;
                self.nodes[victim].begin();
            }
            Act::Stop => {
                self.nodes[victim].signal("STOP");
                self.pause(200, 2000).await;
                if self.below(2) == 0 {
                    self.chronicle.note("longer than a lease".to_owned());
                    self.leap(BEYOND_A_LEASE).await;
                    self.pause(1000, 2000).await;
                }
                self.nodes[victim].signal("CONT");
            }
            Act::Cut => {
                self.wires[victim].turn(Weather::Cut);
                self.pause(0, 2000).await;
            }
            Act::Silence => {
                self.wires[victim].turn(Weather::Still);
                self.pause(200, 3000).await;
                if self.below(2) == 0 {
                    self.chronicle.note("all of it is lost".to_owned());
                    self.wires[victim].turn(Weather::Cut);
                }
            }
            Act::Restart => {
                block_in_place(|| self.server.stop_at_once());
                self.pause(0, 1500).await;
                block_in_place(|| self.server.start_again());
            }
        }
        self.wires[victim].turn(Weather::Clear);
    }

    /// Starts again what ended by itself: that may only be who does not find the database at its start.
    fn mind(&mut self) {
        for (number, node) in self.nodes.iter_mut().enumerate() {
            if let Some(ended) = node.mind() {
                let (status, said) = (ended.status, ended.said);
                self.chronicle
                    .note(format!("{number} ended by itself: {status}"));
                assert!(
                    !ended.had_served,
                    "node {number} served and ended ({status}):\n{said}"
                );
            }
        }
    }

    /// Registration closes in two seconds.
    async fn let_the_hour_come(&mut self) {
        let at = Moment::now();
        let closes_at = self.closes_at().await;
        turn_the_servers_clock(&self.server.url, closes_at - TimeDelta::seconds(2)).await;
        sleep(Duration::from_millis(1500)).await;
        let arrived = self.post.seen().mails.len();
        self.chronicle
            .note(format!("registration closes; {arrived} mails have arrived"));
        self.hour = Some((at, arrived));
    }

    async fn make_peace(&mut self) {
        let began = Moment::now();
        self.post.obey(Vec::new());
        self.mind();
        for node in &mut self.nodes {
            node.until_ready().await;
        }
        self.chronicle
            .note(format!("both are ready after {:?}", began.elapsed()));
    }

    /// Waits until all that is owed has come to an end, however late it gets.
    async fn come_to_an_end(&mut self) -> Stage {
        let stage = self.stage.in_copy(self.server.open().await.db);
        for _ in 0..30 {
            let mut before = stage.messages().await;
            loop {
                sleep(QUIET).await;
                let now = stage.messages().await;
                if now == before {
                    break;
                }
                before = now;
            }
            use MessageState::{Leased, Retry, Scheduled};
            let waiting = before
                .iter()
                .filter(|message| matches!(message.state, Leased | Retry | Scheduled))
                .count();
            self.chronicle.note(format!("{waiting} mails wait"));
            if waiting == 0 {
                return stage;
            }
            self.leap(BEYOND_A_REST).await;
        }
        panic!("what is owed comes to no end");
    }

    async fn reckon(&mut self, guests: &[Guest]) {
        let count = |is_so: fn(&&Guest) -> bool| guests.iter().filter(is_so).count();
        self.chronicle.note(format!(
            "{} have a place, {} wait, {} came late; {} had to ask again",
            count(|guest| guest.told == Told::Registered),
            count(|guest| guest.told == Told::Waitlisted),
            count(|guest| guest.told == Told::Refused),
            count(|guest| !guest.before.is_empty()),
        ));
        let stage = self.come_to_an_end().await;
        let (closing, arrived_before) = self.hour.expect("registration has closed");
        let arrived = self.post.seen().mails.clone();
        let reckoning = Reckoning {
            stage,
            guests,
            closing,
            arrived: &arrived,
            arrived_before,
        };
        let faults = reckoning.faults().await;
        assert!(
            faults.is_empty(),
            "{} faults:\n{}",
            faults.len(),
            faults.join("\n")
        );
    }

    async fn closes_at(&self) -> Instant {
        let stage = self.stage.in_copy(self.server.open().await.db);
        stage.event().await.schedule.closes_at
    }

    async fn leap(&self, by: TimeDelta) {
        let mut admin = PgConnection::connect(&self.server.url).await.unwrap();
        let leap = sqlx::query("UPDATE faked.clock SET shift = shift + $1").bind(by);
        leap.execute(&mut admin).await.unwrap();
    }

    /// Waits for so many milliseconds.
    async fn pause(&self, at_least: usize, at_most: usize) {
        let millis = at_least + self.below(at_most - at_least);
        sleep(Duration::from_millis(millis.try_into().unwrap())).await;
    }

    /// A number below `limit`.
    fn below(&self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap();
        let number = u64::from_le_bytes(self.chance.bytes()) % limit;
        usize::try_from(number).unwrap()
    }
}

impl Drop for Siege {
    fn drop(&mut self) {
        if std::thread::panicking() {
            for (number, node) in self.nodes.iter().enumerate() {
                let log = node.log();
                let lines: Vec<&str> = log.lines().collect();
                let last = &lines[lines.len().saturating_sub(60)..];
                self.chronicle
                    .note(format!("node {number} said last:\n{}", last.join("\n")));
            }
        }
    }
}

/// What was done and came of it, told at the end.
struct Chronicle {
    began: Moment,
    lines: Vec<String>,
}

impl Chronicle {
    fn begin(line: String) -> Self {
        Self {
            began: Moment::now(),
            lines: vec![line],
        }
    }

    fn note(&mut self, line: String) {
        let after = self.began.elapsed().as_secs_f64();
        self.lines.push(format!("{after:8.3} {line}"));
    }
}

impl Drop for Chronicle {
    #[expect(clippy::print_stderr, reason = "it is how a test tells")]
    fn drop(&mut self) {
        eprintln!("{}", self.lines.join("\n"));
    }
}
