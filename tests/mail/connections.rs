use std::time::{Duration, Instant};

use convoke::mailer::deliver::{Failure, Outcome, Transport};
use convoke::mailer::form::{Encoding, Form};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::time::timeout;

use crate::faulty_smtp::Action::{Close, Reset, Say, SayAndClose, Yes};
use crate::faulty_smtp::Phase::{Dot, Ehlo, Mail, Rcpt, Rset};
use crate::faulty_smtp::{Action, FaultyServer, Phase, Script};
use crate::letters::{formatted, letter, send, send_well};

const SOON: Duration = Duration::from_secs(30);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn dec_5_five_hundred_messages_take_one_connection_and_less_than_five_seconds() {
    let server = FaultyServer::start(&[]).await;
    let transport = transport(&server, 1);
    let messages: Vec<_> = (0..500).map(formatted).collect();
    let start = Instant::now();
    for message in &messages {
        send_well(&transport, message).await;
    }
    assert!(
        start.elapsed() < Duration::from_secs(5),
        "{:?}",
        start.elapsed()
    );
    assert_eq!(server.seen().connections, 1);
    let received = server
        .seen()
        .mails
        .iter()
        .map(|mail| mail.content.clone())
        .collect::<Vec<_>>();
    assert_eq!(
        received,
        messages.into_iter().map(|m| m.bytes).collect::<Vec<_>>()
    );
}

#[tokio::test]
async fn dec_5_a_kept_connection_that_died_meanwhile_costs_no_try() {
    for script in [
        &[(Mail, Yes), (Mail, Close)] as Script,
        &[(Mail, Yes), (Mail, Reset)],
        &[(Mail, Yes), (Mail, SayAndClose("421 4.4.2 idle too long"))],
        &[(Mail, Yes), (Mail, Say("421 4.7.0 enough messages"))],
        &[(Rcpt, Yes), (Rcpt, Close)],
    ] {
        let server = FaultyServer::start(script).await;
        let transport = transport(&server, 1);
        send_well(&transport, &formatted(1)).await;
        send_well(&transport, &formatted(2)).await;
        assert_eq!(server.seen().connections, 2, "{script:?}");
        assert_eq!(server.seen().mails.len(), 2, "{script:?}");
    }
}

#[tokio::test]
async fn dec_5_a_fresh_connection_that_dies_is_not_tried_twice() {
    let server = FaultyServer::start(&[(Mail, Close)]).await;
    let outcome = send(&transport(&server, 1), &formatted(1)).await;
    assert!(
        matches!(outcome, Outcome::Failed(Failure::Temporary { .. })),
        "{outcome:?}"
    );
    assert_eq!(server.seen().connections, 1);
}

#[tokio::test]
async fn dec_5_after_a_refused_recipient_the_connection_is_cleared_and_used_again() {
    let server = FaultyServer::start(&[(Rcpt, Say("550 5.1.1 no such user"))]).await;
    let transport = transport(&server, 1);
    let outcome = send(&transport, &formatted(1)).await;
    assert!(
        matches!(outcome, Outcome::Failed(Failure::Permanent { .. })),
        "{outcome:?}"
    );
    send_well(&transport, &formatted(2)).await;
    send_well(&transport, &formatted(3)).await;
    assert_eq!(server.seen().connections, 1);
    assert_eq!(server.count("RSET"), 1);
}

#[tokio::test]
async fn dec_5_a_connection_that_cannot_be_cleared_is_given_up() {
    let script = &[
        (Rcpt, Say("450 4.2.0 later")),
        (Rset, Say("500 5.5.1 what?")),
    ];
    let server = FaultyServer::start(script).await;
    let transport = transport(&server, 1);
    let outcome = send(&transport, &formatted(1)).await;
    assert!(
        matches!(outcome, Outcome::Failed(Failure::Temporary { .. })),
        "{outcome:?}"
    );
    send_well(&transport, &formatted(2)).await;
    assert_eq!(server.seen().connections, 2);
}

#[tokio::test]
async fn dec_5_sender_and_recipient_go_together_where_the_server_takes_them_so() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("smtp://{}", listener.local_addr().expect("its address"));
    let transport = Transport::smtp(url.parse().expect("a server"), 1).expect("a transport");
    let serving = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a client");
        let mut stream = BufReader::new(stream);
        stream.write_all(b"220 x ESMTP\r\n").await.expect("said");
        let mut heard = String::new();
        stream.read_line(&mut heard).await.expect("EHLO");
        stream
            .write_all(b"250-x\r\n250-pipelining\r\n250 8BITMIME\r\n")
            .await
            .expect("said");
        // Neither is answered before both were said.
        for _ in 0..2 {
            stream.read_line(&mut heard).await.expect("a command");
        }
        stream
            .write_all(b"250 ok\r\n250 ok\r\n")
            .await
            .expect("said");
        heard
    });
    let message = formatted(1);
    let begun = timeout(SOON, transport.begin(&message.envelope)).await;
    drop(begun.expect("no wait for a reply").expect("a conversation"));
    let heard = serving.await.expect("it ends");
    let commands: Vec<&str> = heard.lines().map(|line| &line[..4]).collect();
    assert_eq!(commands, ["EHLO", "MAIL", "RCPT"]);
}

#[tokio::test]
async fn dec_5_each_of_the_commands_that_went_together_has_its_own_reply() {
    const OFFERS: Action = Say("250-faulty.example\r\n250 PIPELINING");
    const NO_SENDER: (Phase, Action) = (Rcpt, Say("503 5.5.1 no sender"));
    for (script, connections) in [
        (
            &[(Ehlo, OFFERS), (Mail, Say("451 4.3.0 later")), NO_SENDER] as Script,
            1,
        ),
        (&[(Ehlo, OFFERS), (Rcpt, Say("451 4.3.0 later"))], 1),
        (
            &[
                (Ehlo, OFFERS),
                (Mail, Say("451 4.3.0 later")),
                (Rcpt, Close),
            ],
            2,
        ),
        (&[(Ehlo, OFFERS), (Mail, SayAndClose("421 4.3.0 later"))], 2),
        (&[(Ehlo, OFFERS), (Rcpt, Say("421 4.3.0 later"))], 2),
    ] {
        let server = FaultyServer::start(script).await;
        let transport = transport(&server, 1);
        let outcome = send(&transport, &formatted(1)).await;
        let Outcome::Failed(Failure::Temporary { reply }) = outcome else {
            panic!("{script:?}: {outcome:?}");
        };
        assert!(
            reply.as_str().ends_with("4.3.0 later"),
            "{script:?}: {reply}"
        );
        for number in 2..4 {
            send_well(&transport, &formatted(number)).await;
        }
        assert_eq!(server.seen().connections, connections, "{script:?}");
        assert_eq!(server.seen().mails.len(), 2, "{script:?}");
    }
}

#[tokio::test]
async fn out_4_a_message_of_unknown_fate_is_not_sent_again_by_the_transport() {
    let server = FaultyServer::start(&[(Dot, Yes), (Dot, Close)]).await;
    let transport = transport(&server, 1);
    send_well(&transport, &formatted(1)).await;
    let outcome = send(&transport, &formatted(2)).await;
    assert!(matches!(outcome, Outcome::Unknown { .. }), "{outcome:?}");
    assert_eq!(
        server.seen().mails.len(),
        2,
        "the server took it without saying so"
    );
    send_well(&transport, &formatted(3)).await;
    assert_eq!(server.seen().connections, 2);
}

#[tokio::test]
async fn out_4_a_dropped_conversation_sends_nothing() {
    let server = FaultyServer::start(&[]).await;
    let transport = transport(&server, 1);
    let conversation = transport.begin(&formatted(1).envelope).await;
    drop(conversation.expect("a conversation"));
    send_well(&transport, &formatted(2)).await;
    assert_eq!(server.seen().mails.len(), 1);
    assert_eq!(server.count("DATA"), 1);
}

#[tokio::test]
async fn dec_5_no_more_connections_are_kept_than_allowed() {
    let server = FaultyServer::start(&[]).await;
    let transport = transport(&server, 2);
    let message = formatted(1);
    let first = transport.begin(&message.envelope).await.expect("begun");
    let second = transport.begin(&message.envelope).await.expect("begun");
    let third = transport.begin(&message.envelope).await.expect("begun");
    for conversation in [first, second, third] {
        let outcome = conversation.data(&message.bytes).await;
        assert!(matches!(outcome, Outcome::Sent { .. }), "{outcome:?}");
    }
    assert_eq!(server.seen().connections, 3);
    transport.hang_up().await;
    assert_eq!(server.count("QUIT"), 2);
}

#[tokio::test]
async fn s_19_lines_that_look_like_commands_stay_content() {
    let server = FaultyServer::start(&[]).await;
    let transport = transport(&server, 1);
    let mut hostile = letter(1);
    hostile.text = ".\n.\r\nMAIL FROM:<x@y.example>\n..\r.\r\n\n.\n".to_owned();
    let form = Form {
        encoding: Encoding::QuotedPrintable,
        ..Form::default()
    };
    let message = form.format(&hostile).expect("a message");
    send_well(&transport, &message).await;
    assert_eq!(server.count("MAIL"), 1);
    assert_eq!(server.seen().mails[0].content, message.bytes);
}

#[tokio::test]
async fn dec_5_the_client_says_its_address_or_the_name_it_was_given() {
    let server = FaultyServer::start(&[]).await;
    let address = server.address;
    for url in [
        format!("smtp://{address}"),
        format!("smtp://{address}/www.x.example"),
    ] {
        let transport = Transport::smtp(url.parse().expect("a server"), 1);
        assert_eq!(transport.expect("a transport").check().await, Ok(()));
    }
    let seen = server.seen();
    assert_eq!(
        seen.commands,
        ["EHLO [127.0.0.1]", "QUIT", "EHLO www.x.example", "QUIT"]
    );
}

fn transport(server: &FaultyServer, connections: usize) -> Transport {
    let url = format!("smtp://{}", server.address);
    Transport::smtp(url.parse().expect("a server"), connections).expect("a transport")
}
