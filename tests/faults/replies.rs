//! What a worker makes of a mail server's behaviour: state, tries counted, next try, what is noted,
//! what rests (R-8, OUT-6).

use std::path::Path;
use std::time::Duration;

use chrono::TimeDelta;
use convoke::base::clock::Instant;
use convoke::base::testing::TestDb;
use convoke::event::{Details, Release};
use convoke::mailer::deliver::{Patience, SmtpTransport, Transport, Trust};
use convoke::on_both_engines;
use convoke::outbox::{self, Message, MessageState, PausedBy};
use convoke::registration::Registration;
use tempfile::TempDir;

use crate::behaviours::Verdict::{self, BadAddress, Later, Pause, Policy, Sent, Unknown};
use crate::behaviours::{BEHAVIOURS, patience_for};
use crate::certificates::{self, Certificate};
use crate::events::{meeting, request_of, roundtable};
use crate::faulty_smtp::Action::{Close, Reset, Say, Silence};
use crate::faulty_smtp::Phase::{Auth, Handshake, Rcpt, StartTls};
use crate::faulty_smtp::rule::{Rule, of_script};
use crate::faulty_smtp::{Encryption, FaultyServer, Script};
use crate::stage::{Stage, in_state};

/// The rungs of the ladder, in minutes (OUT-6).
const LADDER: [i64; 7] = [1, 2, 5, 10, 20, 30, 60];

/// How long the one message that may have arrived rests before it is sent again (OUT-5).
const REST: TimeDelta = TimeDelta::minutes(15);

/// What stands against an encryption.
const HANDSHAKES: &[(Certificate, Script, Verdict, &str)] = &[
    (Certificate::Good, &[], Sent, "250"),
    (
        Certificate::Good,
        &[(StartTls, Say("454 4.7.0 no TLS now"))],
        Later,
        "454",
    ),
    (
        Certificate::Good,
        &[(Handshake, Say("SSH-2.0-OpenSSH_9.2"))],
        Later,
        "",
    ),
    (Certificate::Good, &[(Handshake, Close)], Later, ""),
    (Certificate::Good, &[(Handshake, Reset)], Later, ""),
    (Certificate::Good, &[(Handshake, Silence)], Later, "in time"),
    (Certificate::OtherName, &[], Later, "certificate"),
    (Certificate::Expired, &[], Later, "certificate"),
    (Certificate::Stranger, &[], Later, "certificate"),
];

on_both_engines! {
    async fn r_08_every_behaviour_of_a_server_leaves_the_right_state(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        assert!(BEHAVIOURS.len() >= 40);
        for (number, (script, verdict, words)) in BEHAVIOURS.iter().enumerate() {
            let server = FaultyServer::start(script).await;
            let transport = in_the_clear(&server, patience_for(script));
            let case = Case { stage: &stage, server: &server, name: format!("{script:?}") };
            case.holds(number, transport, *verdict, words).await;
        }
    }

    async fn r_08_encryption_that_fails_is_worth_another_try(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        for (number, (certificate, script, verdict, words)) in HANDSHAKES.iter().enumerate() {
            let folder = TempDir::new().unwrap();
            certificates::make_with(folder.path(), *certificate);
            let acceptor = certificates::acceptor(folder.path());
            for encryption in [Encryption::WhenAsked(acceptor.clone()), Encryption::AtOnce(acceptor)] {
                let at_once = matches!(encryption, Encryption::AtOnce(_));
                if at_once && script.first().is_some_and(|(phase, _)| *phase == StartTls) {
                    continue;
                }
                let scheme = if at_once { "smtps" } else { "smtp" };
                let server = FaultyServer::start_with(of_script(script), encryption).await;
                let transport = encrypted(&server, scheme, folder.path());
                let name = format!("{scheme} {certificate:?} {script:?}");
                let case = Case { stage: &stage, server: &server, name };
                let verdict = Expected { then: Then::Nothing, ..Expected::of(*verdict) };
                case.leads_to(number * 2 + usize::from(at_once), transport, &verdict, words).await;
                stage.by_hand("DELETE FROM message").await;
            }
        }
    }

    async fn out_06_what_is_turned_away_climbs_the_ladder_until_it_is_of_no_use(test: TestDb) {
        // Without a link that would come between.
        let by_hand = Some(meeting(Some(Release::Manual)));
        let stage = Stage::set(test, Details { meeting: by_hand, ..roundtable() }).await;
        stage.at("2022-11-24T21:50:00Z");
        stage.join(&request_of(0)).await;
        let greylisting = vec![Rule::always(Rcpt, Say("450 4.2.0 greylisted"))];
        let server = FaultyServer::start_with(greylisting, Encryption::None).await;
        let worker = stage.worker_over(in_the_clear(&server, Patience::default()));
        for attempt in 1.. {
            assert_eq!(worker.tick().await.unwrap().tried, 1);
            let now = stage.begin().await.now();
            let message = stage.owed("registered").await.remove(0);
            assert_eq!(message.attempts, attempt);
            if message.state == MessageState::Failed {
                // The event ends at 15:00 UTC; the next try would have come later.
                let late: Instant = "2022-11-25T13:50:00Z".parse().unwrap();
                assert!(now > late, "{now}");
                break;
            }
            let rung = usize::try_from(attempt - 1).unwrap().min(LADDER.len() - 1);
            assert_on_rung(message.due_at - now, LADDER[rung], "greylisted");
            // Not a moment sooner.
            stage.test.clock.set(message.due_at - TimeDelta::microseconds(1));
            assert_eq!(worker.tick().await.unwrap().tried, 0);
            stage.test.clock.set(message.due_at);
        }
    }

    async fn r_08_after_a_wrong_password_nothing_is_burnt_and_one_at_a_time_finds_out(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.at("2022-11-24T12:00:00Z");
        for number in 0..10 {
            stage.join(&request_of(number)).await;
        }
        let wrong = vec![Rule::always(Auth, Say("535 5.7.8 wrong password"))];
        let server = FaultyServer::start_with(wrong, Encryption::None).await;
        let worker = stage.worker_over(in_the_clear(&server, Patience::default()));
        worker.tick().await.unwrap();
        let mut tries = server.count("AUTH");
        assert!(tries <= 2, "{tries} connections were open when it was refused");
        for minutes in [1, 2, 5, 10, 20, 20] {
            let wait = TimeDelta::minutes(minutes);
            stage.test.clock.advance(wait - TimeDelta::microseconds(1));
            assert_eq!(worker.tick().await.unwrap().tried, 0);
            stage.test.clock.advance(TimeDelta::microseconds(1));
            assert_eq!(worker.tick().await.unwrap().tried, 1, "after {minutes} minutes");
            tries += 1;
            assert_eq!(server.count("AUTH"), tries);
        }
        let messages = stage.messages().await;
        assert_eq!(in_state(&messages, MessageState::Scheduled), 10);
        assert!(messages.iter().all(|message| message.attempts == 0));
        let pause = outbox::standing(&mut stage.begin().await).await.unwrap().unwrap();
        assert_eq!(pause.paused_by, PausedBy::Server);
        assert!(pause.reason.contains("535 5.7.8 wrong password"), "{pause:?}");
        // A worker that starts anew knows of it.
        let worker = stage.worker_over(in_the_clear(&server, Patience::default()));
        assert_eq!(worker.tick().await.unwrap().tried, 0);
        server.obey(Vec::new());
        stage.test.clock.advance(TimeDelta::minutes(20));
        assert_eq!(worker.tick().await.unwrap().tried, 10);
        assert_eq!(in_state(&stage.messages().await, MessageState::Sent), 10);
        assert_eq!(server.seen().mails.len(), 10);
        assert_eq!(outbox::standing(&mut stage.begin().await).await.unwrap(), None);
    }

    async fn r_08_one_bad_address_and_one_slow_one_change_nothing_for_the_others(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        for number in 0..6 {
            stage.join(&request_of(number)).await;
        }
        let rules = vec![
            Rule::always(Rcpt, Say("550 5.1.1 no such user")).to("guest1@example.org"),
            Rule::always(Rcpt, Say("450 4.2.0 greylisted")).to("guest3@example.org"),
        ];
        let server = FaultyServer::start_with(rules, Encryption::None).await;
        let worker = stage.worker_over(in_the_clear(&server, Patience::default()));
        assert_eq!(worker.tick().await.unwrap().tried, 6);
        let states: Vec<_> = stage.messages().await.iter().map(|message| message.state).collect();
        use MessageState::{Failed, Retry, Sent};
        assert_eq!(states, [Sent, Failed, Sent, Retry, Sent, Sent]);
    }
}

/// One behaviour of a server, and what comes of it.
struct Case<'a> {
    stage: &'a Stage,
    server: &'a FaultyServer,
    name: String,
}

/// What comes of a first try.
struct Expected {
    state: MessageState,
    /// Whether the try counts.
    counted: bool,
    due: Due,
    /// Whether the address is left alone from now on.
    marked: bool,
    /// Whether all mail rests.
    paused: bool,
    then: Then,
}

#[derive(Clone, Copy, PartialEq)]
enum Due {
    AsBefore,
    OnTheFirstRung,
    Rested,
}

#[derive(Clone, Copy)]
enum Then {
    Nothing,
    /// It goes when it is due.
    Sent,
    /// It goes once the pause lets one find out.
    SentAfterThePause,
    /// The next mail to the person goes, or does not.
    NextMailGoes(bool),
}

impl Expected {
    fn of(verdict: Verdict) -> Self {
        let failed = Self {
            state: MessageState::Failed,
            counted: true,
            due: Due::AsBefore,
            marked: false,
            paused: false,
            then: Then::Nothing,
        };
        match verdict {
            Sent => Self {
                state: MessageState::Sent,
                ..failed
            },
            Later => Self {
                state: MessageState::Retry,
                due: Due::OnTheFirstRung,
                then: Then::Sent,
                ..failed
            },
            Unknown => Self {
                state: MessageState::Retry,
                due: Due::Rested,
                then: Then::Sent,
                ..failed
            },
            BadAddress => Self {
                marked: true,
                then: Then::NextMailGoes(false),
                ..failed
            },
            Policy => Self {
                then: Then::NextMailGoes(true),
                ..failed
            },
            Pause => Self {
                state: MessageState::Scheduled,
                counted: false,
                paused: true,
                then: Then::SentAfterThePause,
                ..failed
            },
        }
    }
}

impl Case<'_> {
    async fn holds(&self, number: usize, transport: Transport, verdict: Verdict, words: &str) {
        self.leads_to(number, transport, &Expected::of(verdict), words)
            .await;
    }

    async fn leads_to(
        &self,
        number: usize,
        transport: Transport,
        expected: &Expected,
        words: &str,
    ) {
        let (stage, name) = (self.stage, &self.name);
        let guest = stage.join(&request_of(number)).await;
        let before = self.message_of(&guest).await;
        let worker = stage.worker_over(transport);
        assert_eq!(worker.tick().await.unwrap().tried, 1, "{name}");
        let now = stage.begin().await.now();
        let after = self.message_of(&guest).await;
        assert_eq!(after.state, expected.state, "{name}: {after:?}");
        assert_eq!(after.attempts, i64::from(expected.counted), "{name}");
        let uncertain = i64::from(expected.due == Due::Rested);
        assert_eq!(after.uncertain_ends, uncertain, "{name}");
        match expected.due {
            Due::AsBefore => assert_eq!(after.due_at, before.due_at, "{name}"),
            Due::OnTheFirstRung => assert_on_rung(after.due_at - now, LADDER[0], name),
            Due::Rested => assert_eq!(after.due_at - now, REST, "{name}"),
        }
        let reply = after.last_reply.clone().unwrap_or_default();
        assert!(reply.contains(words), "{name}: {reply}");
        let marked = stage.load(guest.id).await.undeliverable_at.is_some();
        assert_eq!(marked, expected.marked, "{name}: left alone from now on");
        let pause = outbox::standing(&mut stage.begin().await).await.unwrap();
        assert_eq!(pause.is_some(), expected.paused, "{name}: {pause:?}");
        assert_eq!(worker.tick().await.unwrap().tried, 0, "{name}: at once");
        match expected.then {
            Then::Nothing => {}
            Then::Sent => {
                stage.test.clock.set(after.due_at);
                worker.tick().await.unwrap();
                self.was_sent(&guest, 2).await;
            }
            Then::SentAfterThePause => {
                let pause = pause.unwrap();
                assert_eq!(pause.paused_by, PausedBy::Server, "{name}");
                assert_eq!(pause.probe_at, Some(now + TimeDelta::minutes(1)), "{name}");
                stage.test.clock.advance(TimeDelta::minutes(1));
                worker.tick().await.unwrap();
                self.was_sent(&guest, 1).await;
                let pause = outbox::standing(&mut stage.begin().await).await.unwrap();
                assert_eq!(pause, None, "{name}");
            }
            Then::NextMailGoes(goes) => {
                stage.withdraw(guest.id).await;
                let mails = self.server.seen().mails.len();
                worker.tick().await.unwrap();
                let more = self.server.seen().mails.len() - mails;
                assert_eq!(more, usize::from(goes), "{name}: the next mail goes");
            }
        }
    }

    /// It was, at this try, under its one Message-ID.
    async fn was_sent(&self, guest: &Registration, attempts: i64) {
        let message = self.message_of(guest).await;
        assert_eq!(message.state, MessageState::Sent, "{}", self.name);
        assert_eq!(message.attempts, attempts, "{}", self.name);
        let seen = self.server.seen();
        let ids = seen.mails.iter().map(|mail| mail.message_id());
        assert!(ids.eq(seen.mails.iter().map(|_| message.message_id.clone())));
    }

    async fn message_of(&self, guest: &Registration) -> Message {
        let messages = self.stage.owed("registered").await;
        let own = messages
            .into_iter()
            .find(|message| message.recipient == guest.id.uuid());
        own.unwrap()
    }
}

/// From a rung up to a tenth more.
fn assert_on_rung(wait: TimeDelta, minutes: i64, name: &str) {
    let rung = TimeDelta::minutes(minutes);
    assert!(wait >= rung && wait <= rung * 11 / 10, "{name}: {wait}");
}

fn in_the_clear(server: &FaultyServer, patience: Patience) -> Transport {
    let url = format!("smtp://convoke:canary@{}", server.address);
    let transport = SmtpTransport::new(url.parse().unwrap(), 2, &Trust::System, patience);
    Transport::Smtp(transport.unwrap())
}

fn encrypted(server: &FaultyServer, scheme: &str, folder: &Path) -> Transport {
    let port = server.address.port();
    let tls = if scheme == "smtp" {
        "?tls=required"
    } else {
        ""
    };
    let url = format!("{scheme}://convoke:canary@localhost:{port}{tls}");
    let authority = std::fs::read(folder.join("authority.pem")).unwrap();
    let patience = Patience {
        connect: Duration::from_secs(2),
        ..Patience::default()
    };
    let trust = Trust::Only(authority);
    let transport = SmtpTransport::new(url.parse().unwrap(), 2, &trust, patience);
    Transport::Smtp(transport.unwrap())
}
