use std::time::Duration;

use convoke::mailer::deliver::{Failure, Patience, SmtpServer, SmtpTransport};
use convoke::mailer::deliver::{Transport, Trust};

use crate::faulty_smtp::Action::{Close, HalfLine, Reset, Say, SayAndClose, Silence, YesAfter};
use crate::faulty_smtp::Phase::{Auth, Content, Data, Dot, Ehlo, Greeting, Mail, Other, Rcpt};
use crate::faulty_smtp::{Action, FaultyServer, Script};
use crate::letters::{formatted, send};
use crate::verdict::Verdict::{self, BadAddress, Later, Pause, Policy, Sent, Unknown};
use crate::verdict::judged;

const SOON: Duration = Duration::from_millis(50);

const LOGIN_ONLY: Action = Say("250-faulty.example\r\n250 AUTH LOGIN");
const ASK_USER: Action = Say("334 VXNlcm5hbWU6");
const ASK_PASSWORD: Action = Say("334 UGFzc3dvcmQ6");

const CASES: &[(Script, Verdict, &str)] = &[
    (&[], Sent, "250 2.0.0 queued"),
    (
        &[
            (Greeting, YesAfter(SOON)),
            (Rcpt, YesAfter(SOON)),
            (Dot, YesAfter(SOON)),
        ],
        Sent,
        "250",
    ),
    (&[(Rcpt, Say("251 2.1.5 will forward"))], Sent, "250"),
    (
        &[(Dot, Say("250-2.0.0 first\r\n250 2.0.0 second"))],
        Sent,
        "250 2.0.0 first 2.0.0 second",
    ),
    (
        &[(Greeting, Say("421 4.3.2 too busy"))],
        Later,
        "421 4.3.2 too busy",
    ),
    (&[(Greeting, Say("554 no service here"))], Later, "554"),
    (&[(Greeting, Close)], Later, "incomplete response"),
    (&[(Greeting, Reset)], Later, "reset"),
    (&[(Greeting, Silence)], Later, "no reply in time"),
    (
        &[(Greeting, HalfLine("220 faulty"))],
        Later,
        "no reply in time",
    ),
    (&[(Greeting, Say("SSH-2.0-OpenSSH_9.2"))], Later, ""),
    (&[(Ehlo, SayAndClose("421 4.7.0 go away"))], Later, "421"),
    (&[(Ehlo, SayAndClose("550 5.7.1 listed"))], Later, "550"),
    (&[(Ehlo, Close)], Later, "incomplete response"),
    // lettre 0.11.23 panics where blanks stand in place of a keyword.
    (
        &[(
            Ehlo,
            Say("250-faulty.example\r\n250- \t \r\n250 AUTH PLAIN"),
        )],
        Sent,
        "250",
    ),
    (&[(Ehlo, Say("250-  \r\n250  "))], Later, ""),
    (
        &[(Auth, Say("535 5.7.8 wrong password"))],
        Pause,
        "535 5.7.8 wrong password",
    ),
    (&[(Auth, Say("534 5.7.9 too weak"))], Pause, "534"),
    (&[(Auth, Say("454 4.7.0 try later"))], Later, "454"),
    (&[(Auth, Close)], Later, "incomplete response"),
    (
        &[(Ehlo, Say("250-faulty.example\r\n250 AUTH GSSAPI"))],
        Pause,
        "no AUTH PLAIN or LOGIN",
    ),
    (
        &[
            (Ehlo, LOGIN_ONLY),
            (Auth, ASK_USER),
            (Other, ASK_PASSWORD),
            (Other, Say("235 2.7.0 ok")),
        ],
        Sent,
        "250",
    ),
    (
        &[
            (Ehlo, LOGIN_ONLY),
            (Auth, ASK_USER),
            (Other, ASK_PASSWORD),
            (Other, Say("535 5.7.8 no")),
        ],
        Pause,
        "535",
    ),
    (
        &[(Mail, Say("550 5.7.1 not your domain"))],
        Pause,
        "550 5.7.1 not your domain",
    ),
    (&[(Mail, Say("530 5.7.0 sign in first"))], Pause, "530"),
    (&[(Mail, Say("451 4.7.1 greylisted"))], Later, "451"),
    (&[(Mail, SayAndClose("421 4.4.2 closing"))], Later, "421"),
    (&[(Mail, Close)], Later, "incomplete response"),
    (&[(Mail, Reset)], Later, "reset"),
    (&[(Mail, Silence)], Later, "no reply in time"),
    (
        &[(Rcpt, Say("550 no such user"))],
        BadAddress,
        "550 no such user",
    ),
    (&[(Rcpt, Say("550 5.1.1 no such user"))], BadAddress, "550"),
    (
        &[(Rcpt, Say("550-5.1.1 no such user\r\n550 5.1.1 really"))],
        BadAddress,
        "550 5.1.1 no such",
    ),
    (&[(Rcpt, Say("550 5.2.1 disabled"))], BadAddress, "550"),
    (&[(Rcpt, Say("553 5.1.3 bad syntax"))], BadAddress, "553"),
    (
        &[(Rcpt, Say("554 5.7.1 relay access denied"))],
        Policy,
        "554",
    ),
    (&[(Rcpt, Say("450 4.2.0 greylisted"))], Later, "450"),
    (&[(Rcpt, Say("451 4.7.1 greylisted"))], Later, "451"),
    (&[(Rcpt, Say("452 4.2.2 mailbox full"))], Later, "452"),
    (&[(Rcpt, SayAndClose("421 4.7.28 slow down"))], Later, "421"),
    (&[(Rcpt, Close)], Later, "incomplete response"),
    (&[(Rcpt, HalfLine("250 o"))], Later, "no reply in time"),
    (&[(Data, Say("450 4.2.0 greylisted"))], Later, "450"),
    (&[(Data, Say("451 4.7.1 greylisted"))], Later, "451"),
    (&[(Data, Say("554 5.7.1 policy"))], Policy, "554"),
    (&[(Data, Say("550 5.1.1 no such user"))], BadAddress, "550"),
    (
        &[(Data, Say("250 2.0.0 what?"))],
        Later,
        "unexpected reply to DATA",
    ),
    (&[(Data, Close)], Later, "incomplete response"),
    (&[(Content, Close)], Unknown, ""),
    (&[(Content, Reset)], Unknown, ""),
    (&[(Content, Silence)], Unknown, "no reply in time"),
    (&[(Dot, Close)], Unknown, "incomplete response"),
    (&[(Dot, Reset)], Unknown, "reset"),
    (&[(Dot, Silence)], Unknown, "no reply in time"),
    (
        &[(Dot, HalfLine("250 2.0.0 que"))],
        Unknown,
        "no reply in time",
    ),
    (&[(Dot, Say("what was that?"))], Unknown, ""),
    (&[(Dot, Say("354 go on"))], Unknown, "354"),
    (&[(Dot, Say("451 4.3.0 queue full"))], Later, "451"),
    (&[(Dot, Say("450 4.7.1 greylisted"))], Later, "450"),
    (
        &[(Dot, SayAndClose("421 4.3.2 shutting down"))],
        Later,
        "421",
    ),
    (&[(Dot, Say("552 5.3.4 too big"))], Policy, "552"),
    (&[(Dot, Say("550 5.7.1 looks like spam"))], Policy, "550"),
    (&[(Dot, Say("550 5.2.1 disabled"))], BadAddress, "550"),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn out_6_every_behaviour_of_a_server_has_one_outcome() {
    let cases = CASES.iter().map(|case| tokio::spawn(check(case)));
    for case in cases.collect::<Vec<_>>() {
        case.await.expect("the case holds");
    }
}

async fn check((script, expected, words): &'static (Script, Verdict, &'static str)) {
    let server = FaultyServer::start(script).await;
    let transport = transport(&server, patience_for(script));
    let message = formatted(1);
    let outcome = send(&transport, &message).await;
    let (verdict, reply) = judged(&outcome);
    assert_eq!(verdict, *expected, "{script:?}: {outcome:?}");
    assert!(reply.contains(words), "{script:?}: {outcome:?}");
    if verdict == Sent {
        assert_eq!(server.seen().mails[0].content, message.bytes);
        assert_eq!(server.seen().mails[0].sender, "events@events.example.org");
        assert_eq!(server.seen().mails[0].recipient, "ana@x.example");
    }
}

#[tokio::test]
async fn out_6_nobody_listening_is_worth_another_try() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("its address");
    drop(listener);
    let outcome = send(&to(&format!("smtp://{address}"), long()), &formatted(1)).await;
    let (verdict, reply) = judged(&outcome);
    assert_eq!(verdict, Later, "{outcome:?}");
    assert!(reply.contains("refused"), "{reply}");
    let nowhere = to("smtp://nowhere.invalid:25", long());
    assert_eq!(judged(&send(&nowhere, &formatted(1)).await).0, Later);
}

#[tokio::test]
async fn s_30_a_refused_login_shows_no_password() {
    let server = FaultyServer::start(&[(Auth, Say("535 5.7.8 wrong password"))]).await;
    let transport = transport(&server, long());
    let failure = transport.check().await.expect_err("a refusal");
    assert!(matches!(failure, Failure::Refused { .. }), "{failure:?}");
    assert!(!format!("{transport:?} {failure:?}").contains("canary"));
    assert_eq!(transport.check().await, Ok(()));
    assert_eq!(server.count("MAIL"), 0);
}

/// Only who must wait in vain waits shortly, so that a slow machine changes no outcome.
fn patience_for(script: Script) -> Patience {
    let in_vain = script
        .iter()
        .any(|(_, action)| matches!(action, Silence | HalfLine(_)));
    if !in_vain {
        return long();
    }
    Patience {
        command: Duration::from_secs(2),
        verdict: Duration::from_secs(2),
        ..long()
    }
}

fn long() -> Patience {
    Patience::default()
}

fn transport(server: &FaultyServer, patience: Patience) -> Transport {
    let address = server.address;
    to(&format!("smtp://convoke:canary@{address}"), patience)
}

fn to(url: &str, patience: Patience) -> Transport {
    let server: SmtpServer = url.parse().expect("a server");
    let transport = SmtpTransport::new(server, 1, &Trust::System, patience);
    Transport::Smtp(transport.expect("a transport"))
}
