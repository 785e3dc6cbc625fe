//! A worker at work: nothing waits for all of another, and a stop loses and repeats nothing (R-9,
//! R-17, OUT-6).

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use convoke::base::db::{Engine, Sql};
use convoke::base::id::Id;
use convoke::base::testing::{TestDb, run};
use convoke::mailer::deliver::Transport;
use convoke::on_both_engines;
use convoke::outbox::{self, MessageState};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

use crate::events::{request_of, roundtable};
use crate::faulty_smtp::Action::{Say, Silence, Yes, YesAfter, YesWhenTold};
use crate::faulty_smtp::Phase::{Dot, Greeting, Mail, Rcpt};
use crate::faulty_smtp::rule::{Rule, Turns};
use crate::faulty_smtp::{Encryption, FaultyServer, Script};
use crate::stage::{Stage, in_state};

const SOON: Duration = Duration::from_secs(30);

const SLOW: Script = &[(Dot, YesAfter(Duration::from_millis(300)))];

on_both_engines! {
    async fn out_06_a_refused_sender_pauses_all_mail_and_costs_no_try(test: TestDb) {
        let stage = with_guests(test, 10).await;
        let server = FaultyServer::start(&[(Mail, Say("550 5.7.1 you may not send")); 2]).await;
        let worker = stage.worker_over(transport(&server));
        assert_eq!(worker.tick().await.unwrap().tried, 2);
        assert_eq!(worker.tick().await.unwrap().tried, 0);
        assert_eq!(server.count("MAIL"), 2);
        let messages = stage.messages().await;
        assert_eq!(in_state(&messages, MessageState::Scheduled), 10);
        assert!(messages.iter().all(|message| message.attempts == 0));
        stage.test.clock.advance(TimeDelta::minutes(1));
        assert_eq!(worker.tick().await.unwrap().tried, 10);
        assert_eq!(in_state(&stage.messages().await, MessageState::Sent), 10);
        assert_eq!(outbox::standing(&mut stage.begin().await).await.unwrap(), None);
    }

    async fn out_06_all_nodes_rest_and_one_message_finds_out_for_all(test: TestDb) {
        let stage = with_guests_at("2022-11-24T20:00:00Z", test, 10).await;
        let server = FaultyServer::start(&[(Mail, Say("553 5.1.8 who are you")); 3]).await;
        let other = stage.second_node().await;
        assert_eq!(stage.worker_over(transport(&server)).tick().await.unwrap().tried, 2);
        // A worker that starts afresh knows of it, too.
        assert_eq!(other.worker_over(transport(&server)).tick().await.unwrap().tried, 0);
        for (minutes, tried) in [(1, 1), (1, 0), (1, 10)] {
            stage.test.clock.advance(TimeDelta::minutes(minutes));
            let (one, two) =
                (stage.worker_over(transport(&server)), other.worker_over(transport(&server)));
            let (one, two) = tokio::join!(one.tick(), two.tick());
            assert_eq!(one.unwrap().tried + two.unwrap().tried, tried);
        }
        assert_eq!(server.seen().mails.len(), 10);
    }

    async fn out_06_a_server_that_cannot_be_reached_neither_begins_nor_ends_a_pause(test: TestDb) {
        let stage = with_guests(test, 3).await;
        let server = FaultyServer::start(&[(Mail, Say("550 5.7.1 you may not send")); 2]).await;
        stage.worker_over(transport(&server)).tick().await.unwrap();
        let paused = outbox::standing(&mut stage.begin().await).await.unwrap().unwrap();
        let busy = FaultyServer::start(&[(Greeting, Say("421 come back later"))]).await;
        stage.test.clock.advance(TimeDelta::minutes(1));
        assert_eq!(stage.worker_over(transport(&busy)).tick().await.unwrap().tried, 1);
        let still = outbox::standing(&mut stage.begin().await).await.unwrap().unwrap();
        assert_eq!((still.since, still.refusals), (paused.since, 2));
    }

    async fn out_06_a_bad_address_is_left_alone_and_a_policy_is_not_held_against_it(test: TestDb) {
        let stage = with_guests(test, 2).await;
        let server = FaultyServer::start(&[
            (Rcpt, Say("550 5.1.1 no such user")),
            (Rcpt, Say("554 5.7.1 relay access denied")),
        ]).await;
        stage.worker_over(transport(&server)).tick().await.unwrap();
        let failed = stage.owed("registered").await;
        assert_eq!(in_state(&failed, MessageState::Failed), 2);
        let mut marks = Vec::new();
        for message in failed {
            let mark = stage.load(Id::from_uuid(message.recipient)).await.undeliverable_at;
            marks.push((message.last_reply.unwrap().contains("5.1.1"), mark.is_some()));
        }
        marks.sort();
        assert_eq!(marks, [(false, false), (true, true)]);
        stage.at("2022-11-24T22:00:00Z");
        stage.worker_over(transport(&server)).tick().await.unwrap();
        assert_eq!(server.seen().mails.len(), 1);
    }

    async fn r_09_one_silent_recipient_holds_up_neither_the_others_nor_the_plan(test: TestDb) {
        let stage = with_guests(test, 20).await;
        let server = FaultyServer::start(&[(Rcpt, Silence)]).await;
        let shift = Shift::begin(&stage, &server, SOON);
        until(|| server.seen().mails.len() == 19).await;
        stage.at("2022-11-24T22:00:00Z");
        until(|| server.seen().mails.len() == 38).await;
        shift.end().await;
        let links = stage.owed("link").await;
        assert_eq!((links.len(), in_state(&links, MessageState::Sent)), (20, 19));
        // What was not handed over is anybody's at once.
        let held_up: Vec<_> = stage.owed("registered").await.into_iter()
            .filter(|message| message.state != MessageState::Sent)
            .collect();
        assert_eq!(held_up.len(), 1);
        assert_eq!((held_up[0].state, held_up[0].attempts), (MessageState::Scheduled, 0));
    }

    async fn out_08_no_more_leave_in_a_minute_than_may(test: TestDb) {
        // The clock on the wall stands still, and nobody minds.
        let stage = with_guests(test, 12).await;
        let server = FaultyServer::start(&[]).await;
        let worker = stage.worker_over(transport(&server)).at_most(Some(1200));
        let begun = Instant::now();
        assert_eq!(worker.tick().await.unwrap().tried, 12);
        assert!(begun.elapsed() >= Duration::from_millis(11 * 50), "{:?}", begun.elapsed());
        assert_eq!(in_state(&stage.messages().await, MessageState::Sent), 12);
    }

    async fn out_04_however_many_are_prepared_one_a_connection_has_begun(test: TestDb) {
        let held = Held::after_some(with_guests(test, 40).await).await;
        let leased = held.count("SELECT count(*) FROM message WHERE state = 'leased'").await;
        let begun = "SELECT count(*) FROM message WHERE state = 'leased' AND data_begun";
        assert!(leased > 4, "{leased} are leased");
        assert_eq!(held.count(begun).await, 2);
        held.go_on().await;
        let messages = held.stage.messages().await;
        assert_eq!(in_state(&messages, MessageState::Sent), 40);
        assert!(messages.iter().all(|message| message.attempts == 1));
    }

    async fn out_09_who_withdraws_once_their_mail_is_prepared_gets_none(test: TestDb) {
        let held = Held::after_some(with_guests(test, 40).await).await;
        let prepared = held.count("SELECT count(*) FROM message WHERE state = 'leased'").await;
        assert!(prepared > 4, "{prepared} are prepared");
        let told: Vec<String> = held.recipients();
        for guest in held.stage.registrations().await {
            if !told.iter().any(|email| email == guest.email.as_str()) {
                assert!(held.stage.withdraw(guest.id).await);
            }
        }
        held.go_on().await;
        let registered = held.stage.owed("registered").await;
        assert_eq!(in_state(&registered, MessageState::Sent), told.len());
        assert_eq!(in_state(&registered, MessageState::Suppressed), 40 - told.len());
    }

    async fn out_06_who_is_refused_calls_back_what_is_prepared(test: TestDb) {
        let stage = with_guests(test, 40).await;
        let rules = vec![
            Rule::on(Mail, Turns::First(10), Yes),
            Rule::always(Mail, Say("550 5.7.1 you may not send")),
        ];
        let server = FaultyServer::start_with(rules, Encryption::None).await;
        stage.worker_over(transport(&server)).tick().await.unwrap();
        let messages = stage.messages().await;
        assert_eq!(in_state(&messages, MessageState::Sent), 10);
        assert_eq!(in_state(&messages, MessageState::Scheduled), 30);
        assert!(server.count("MAIL") <= 12, "{}", server.count("MAIL"));
        let waiting = messages.iter().filter(|message| message.state == MessageState::Scheduled);
        assert!(waiting.map(|message| message.attempts).all(|attempts| attempts == 0));
    }

    async fn r_17_what_is_prepared_is_put_back_at_a_stop(test: TestDb) {
        let held = Held::after_some(with_guests(test, 40).await).await;
        held.stop.cancel();
        held.go_on().await;
        let messages = held.stage.messages().await;
        let sent = held.recipients().len();
        assert_eq!(in_state(&messages, MessageState::Sent), sent);
        assert_eq!(in_state(&messages, MessageState::Scheduled), 40 - sent);
        assert!(messages.iter().all(|one| one.attempts == i64::from(one.state == MessageState::Sent)));
    }

    async fn r_17_who_does_what_is_due_now_can_be_stopped(test: TestDb) {
        let stage = with_guests(test, 3).await;
        let server = FaultyServer::start(&[(Rcpt, Silence); 2]).await;
        let worker = stage.worker_over(transport(&server));
        let stop = CancellationToken::new();
        let working = tokio::spawn({
            let stop = stop.clone();
            async move { worker.once(stop, SOON).await }
        });
        until(|| server.count("RCPT") == 2).await;
        stop.cancel();
        let tick = timeout(SOON, working).await.expect("it stops soon").unwrap().unwrap();
        assert_eq!(tick.tried, 2);
        let messages = stage.messages().await;
        assert_eq!(in_state(&messages, MessageState::Scheduled), 3);
        assert!(messages.iter().all(|message| message.attempts == 0));
    }

    async fn r_17_what_is_being_handed_over_is_finished(test: TestDb) {
        let stage = with_guests(test, 1).await;
        let server = FaultyServer::start(SLOW).await;
        let shift = Shift::begin(&stage, &server, SOON);
        until(|| server.seen().mails.len() == 1).await;
        shift.end().await;
        assert_eq!(in_state(&stage.messages().await, MessageState::Sent), 1);
    }

    async fn r_17_a_server_that_never_answers_is_not_waited_for(test: TestDb) {
        let stage = with_guests(test, 1).await;
        let server = FaultyServer::start(&[(Dot, Silence)]).await;
        let shift = Shift::begin(&stage, &server, Duration::from_millis(50));
        until(|| server.seen().mails.len() == 1).await;
        shift.end().await;
        // It may have arrived: whoever comes next decides once the lease is over (OUT-4).
        assert_eq!(in_state(&stage.messages().await, MessageState::Leased), 1);
    }
}

/// A sequence counts what is rolled back, too.
#[test]
fn out_04_what_became_of_a_message_is_noted_once_the_database_is_back() {
    run(Engine::Postgres, async |test: TestDb| {
        let stage = with_guests(test, 1).await;
        for statement in [
            "CREATE SEQUENCE refusals",
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                PERFORM nextval('refusals');
                RAISE EXCEPTION 'the disk is full' USING ERRCODE = '53100';
             END $$",
            "CREATE TRIGGER full_disk BEFORE UPDATE ON message FOR EACH ROW
                WHEN (NEW.state = 'sent') EXECUTE FUNCTION refuse()",
        ] {
            stage.by_hand(statement).await;
        }
        let working = tokio::spawn({
            let stage = stage.clone();
            async move { stage.tick().await }
        });
        let refused = Sql::new("SELECT 0", "SELECT 1::bigint FROM refusals WHERE is_called");
        timeout(SOON, async {
            loop {
                let mut tx = stage.begin().await;
                let found: Option<(i64,)> = tx.query(refused).fetch_optional().await.unwrap();
                if found.is_some() {
                    break;
                }
                drop(tx);
                sleep(Duration::from_millis(5)).await;
            }
        })
        .await
        .expect("the database refuses");
        stage.by_hand("DROP TRIGGER full_disk ON message").await;
        assert_eq!(working.await.unwrap().tried, 1);
        assert_eq!(stage.mails().len(), 1);
        assert_eq!(in_state(&stage.messages().await, MessageState::Sent), 1);
    });
}

/// A worker that runs until it is told to stop.
struct Shift {
    stop: CancellationToken,
    running: JoinHandle<()>,
}

impl Shift {
    fn begin(stage: &Stage, server: &FaultyServer, grace: Duration) -> Self {
        let worker = stage.worker_over(transport(server));
        let stop = CancellationToken::new();
        let running = tokio::spawn({
            let stop = stop.clone();
            async move { worker.run(stop, Arc::new(Notify::new()), grace).await }
        });
        Self { stop, running }
    }

    async fn end(self) {
        self.stop.cancel();
        timeout(SOON, self.running)
            .await
            .expect("it stops soon")
            .unwrap();
    }
}

/// A worker whose server was quick, so that mails are prepared ahead, and now keeps both of its
/// connections waiting.
struct Held {
    stage: Stage,
    server: FaultyServer,
    stop: CancellationToken,
    working: JoinHandle<()>,
}

impl Held {
    async fn after_some(stage: Stage) -> Self {
        let rules = vec![
            Rule::on(Dot, Turns::First(10), Yes),
            Rule::on(Dot, Turns::First(2), YesWhenTold),
        ];
        let server = FaultyServer::start_with(rules, Encryption::None).await;
        let worker = stage.worker_over(transport(&server));
        let stop = CancellationToken::new();
        let working = tokio::spawn({
            let stop = stop.clone();
            async move {
                worker.once(stop, SOON).await.unwrap();
            }
        });
        until(|| server.seen().mails.len() == 12).await;
        Self {
            stage,
            server,
            stop,
            working,
        }
    }

    /// To whom mails have gone.
    fn recipients(&self) -> Vec<String> {
        let seen = self.server.seen();
        seen.mails
            .iter()
            .map(|mail| mail.recipient.clone())
            .collect()
    }

    async fn count(&self, statement: &'static str) -> i64 {
        let mut tx = self.stage.db.read().await.unwrap();
        let counted = tx.query(Sql::new(statement, statement)).fetch_one();
        let (count,): (i64,) = counted.await.unwrap();
        count
    }

    /// Lets the server answer, and waits until the worker has done what there is to do.
    async fn go_on(&self) {
        self.server.tell();
        let is_over = || self.working.is_finished();
        until(is_over).await;
    }
}

/// Shortly before closing, with so many registered.
async fn with_guests(test: TestDb, guests: usize) -> Stage {
    with_guests_at("2022-11-24T21:58:00Z", test, guests).await
}

async fn with_guests_at(moment: &str, test: TestDb, guests: usize) -> Stage {
    let stage = Stage::set(test, roundtable()).await;
    stage.at(moment);
    for number in 0..guests {
        stage.join(&request_of(number)).await;
    }
    stage
}

fn transport(server: &FaultyServer) -> Transport {
    let url = format!("smtp://{}", server.address);
    Transport::smtp(url.parse().unwrap(), 2).unwrap()
}

async fn until(is_so: impl Fn() -> bool) {
    let watch = async {
        while !is_so() {
            sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(SOON, watch).await.expect("it comes to that");
}
