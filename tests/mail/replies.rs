use convoke::mailer::deliver::{Failure, Patience, SmtpServer, SmtpTransport};
use convoke::mailer::deliver::{Transport, Trust};

use crate::behaviours::Verdict::{Later, Sent};
use crate::behaviours::{BEHAVIOURS, Behaviour, patience_for};
use crate::faulty_smtp::Action::Say;
use crate::faulty_smtp::FaultyServer;
use crate::faulty_smtp::Phase::Auth;
use crate::letters::{formatted, send};
use crate::verdict::judged;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn out_6_every_behaviour_of_a_server_has_one_outcome() {
    let cases = BEHAVIOURS.iter().map(|case| tokio::spawn(check(case)));
    for case in cases.collect::<Vec<_>>() {
        case.await.expect("the case holds");
    }
}

async fn check((script, expected, words): &'static Behaviour) {
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
