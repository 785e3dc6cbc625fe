//! The misbehaving mail server as a tool: what is ordered in words is done.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::faulty_smtp::rule::Rule;
use crate::faulty_smtp::{Encryption, FaultyServer};

#[tokio::test]
async fn what_is_ordered_in_words_is_done() {
    let order = [
        "greeting:220-one\\n220 two",
        "ehlo/once:half 250 fau then close",
        "ehlo/every2:421 4.3.2 busy then close",
        "rcpt@ana@x.example:wait 1ms then 450 4.2.0 greylisted",
        "mail/first1:say what?",
        "dot:yes",
        "quit:reset",
    ];
    let rules = order.iter().map(|rule| rule.parse().unwrap()).collect();
    let server = FaultyServer::start_with(rules, Encryption::None).await;
    assert_eq!(
        conversation(&server, "EHLO a\r\n").await,
        "220-one\r\n220 two\r\n250 fau"
    );
    let ehlo = "220-one\r\n220 two\r\n250-faulty.example\r\n250-8BITMIME\r\n\
                250 AUTH PLAIN LOGIN\r\n";
    let envelopes = "EHLO a\r\nMAIL FROM:<>\r\nMAIL FROM:<>\r\nRCPT TO:<ana@x.example>\r\n\
                     RCPT TO:<bob@x.example>\r\nQUIT\r\n";
    assert_eq!(
        conversation(&server, envelopes).await,
        format!("{ehlo}what?\r\n250 2.0.0 ok\r\n450 4.2.0 greylisted\r\n250 2.0.0 ok\r\n")
    );
    assert_eq!(
        conversation(&server, "EHLO a\r\n").await,
        "220-one\r\n220 two\r\n421 4.3.2 busy\r\n"
    );
    assert!(server.seen().log.contains(&"2 C: EHLO a".to_owned()));
}

#[test]
fn what_cannot_be_ordered_is_named() {
    for (order, word) in [
        ("rcpt", "PHASE:ACTION"),
        ("helo:close", "“helo” is no phase"),
        ("rcpt/never:close", "“never”"),
        ("rcpt/every0:close", "“every0”"),
        ("rcpt:explode", "“explode” is no action"),
        ("rcpt:close then", "“close then” is no action"),
        ("rcpt:wait long", "“long” is no duration"),
    ] {
        let told = order.parse::<Rule>().unwrap_err();
        assert!(told.contains(word), "{order}: {told}");
    }
}

/// What the server says until it ends the connection.
async fn conversation(server: &FaultyServer, said: &str) -> String {
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    stream.write_all(said.as_bytes()).await.unwrap();
    let mut heard = Vec::new();
    // A connection that is broken off ends, too.
    let _ = stream.read_to_end(&mut heard).await;
    String::from_utf8(heard).unwrap()
}
