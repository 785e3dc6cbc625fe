//! The real program through hours without a mail server and through a clock that jumps.

use std::net::SocketAddr;

use chrono::TimeDelta;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use convoke::outbox::MessageState;

use crate::events::{request_of, roundtable};
use crate::faulty_smtp::Action::SayAndClose;
use crate::faulty_smtp::Phase::Greeting;
use crate::faulty_smtp::rule::Rule;
use crate::faulty_smtp::{Encryption, FaultyServer};
use crate::host::{Host, messages};
use crate::stage::{Stage, in_state};

const GUESTS: usize = 20;

const HOUR: TimeDelta = TimeDelta::hours(1);

on_both_engines! {
    async fn r_11_after_six_hours_without_a_mail_server_the_link_goes_out_late_and_once(test: TestDb) {
        let stage = at_closing(test).await;
        let host = Host::over(&stage).await;
        for _ in 0..3 {
            host.work_once(nobody()).await;
            stage.test.clock.advance(HOUR);
        }
        let busy = vec![Rule::always(Greeting, SayAndClose("421 4.3.2 back soon"))];
        let server = FaultyServer::start_with(busy, Encryption::None).await;
        for _ in 0..3 {
            host.work_once(server.address).await;
            stage.test.clock.advance(HOUR);
        }
        let links = stage.owed("link").await;
        assert_eq!(in_state(&links, MessageState::Retry), GUESTS);
        assert!(links.iter().all(|link| link.attempts >= 4), "it was tried all the time");
        assert_eq!(server.seen().mails.len(), 0);
        server.obey(Vec::new());
        // The last rung is an hour, and a tenth of it at most.
        stage.test.clock.advance(HOUR / 10);
        host.work_once(server.address).await;
        stage.test.clock.advance(HOUR);
        host.work_once(server.address).await;
        assert_each_once(&server);
        assert_eq!(in_state(&stage.owed("link").await, MessageState::Sent), GUESTS);
    }

    async fn r_11_a_clock_that_jumps_a_day_back_and_forth_sends_nothing_twice(test: TestDb) {
        let stage = at_closing(test).await;
        let host = Host::over(&stage).await;
        let server = FaultyServer::start(&[]).await;
        host.work_once(server.address).await;
        assert_each_once(&server);
        for days in [1, -1, -1, 1, 2, -2] {
            stage.test.clock.advance(TimeDelta::days(days));
            host.work_once(server.address).await;
            assert_each_once(&server);
        }
        let sent = messages(&stage).await;
        assert_eq!(in_state(&sent, MessageState::Sent), sent.len());
    }

    async fn r_11_what_is_due_before_a_clock_jumps_back_goes_once_it_is_due_again(test: TestDb) {
        let stage = at_closing(test).await;
        let host = Host::over(&stage).await;
        let server = FaultyServer::start(&[]).await;
        stage.plan().await;
        stage.test.clock.advance(-TimeDelta::days(1));
        host.work_once(server.address).await;
        assert_eq!(server.seen().mails.len(), 0);
        stage.test.clock.advance(TimeDelta::days(1));
        host.work_once(server.address).await;
        assert_each_once(&server);
    }

    /// The twin: a message that is made due again goes again, and that is seen.
    #[should_panic(expected = "each once")]
    async fn r_11_a_message_sent_twice_is_seen(test: TestDb) {
        let stage = at_closing(test).await;
        let host = Host::over(&stage).await;
        let server = FaultyServer::start(&[]).await;
        host.work_once(server.address).await;
        stage.by_hand("UPDATE message SET state = 'scheduled' WHERE kind = 'link'").await;
        stage.test.clock.advance(HOUR);
        host.work_once(server.address).await;
        assert_each_once(&server);
    }
}

fn assert_each_once(server: &FaultyServer) {
    let seen = server.seen();
    let mut recipients: Vec<&str> = seen
        .mails
        .iter()
        .map(|mail| mail.recipient.as_str())
        .collect();
    recipients.sort_unstable();
    let mut guests: Vec<String> = (0..GUESTS)
        .map(|number| request_of(number).email.as_str().to_owned())
        .collect();
    guests.sort_unstable();
    assert_eq!(recipients, guests, "each once");
}

/// Registration has closed, everybody knows that they are registered, and the link is due.
async fn at_closing(test: TestDb) -> Stage {
    let stage = Stage::set(test, roundtable()).await;
    for number in 0..GUESTS {
        stage.join(&request_of(number)).await;
    }
    stage.by_hand("UPDATE message SET state = 'sent'").await;
    stage.at("2022-11-24T22:00:00Z");
    stage
}

/// An address at which nobody listens.
fn nobody() -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap()
}
