//! What one client may take of the server.

use std::time::Duration;

use convoke::web::Limits;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::Instant;

use crate::client::{Answer, read_all};
use crate::toy::Toy;

const SHORT: Duration = Duration::from_millis(200);

#[tokio::test]
async fn s_28_a_head_that_does_not_end_is_not_waited_for() {
    let toy = Toy::start(Limits {
        head: SHORT,
        ..Limits::default()
    })
    .await;
    for sent in [
        "",
        "GET /page HT",
        "GET /page HTTP/1.1\r\nHost: x\r\nX-A: b\r\n",
    ] {
        let began = Instant::now();
        let mut stream = toy.client.connect().await;
        stream.write_all(sent.as_bytes()).await.unwrap();
        assert_eq!(read_all(&mut stream).await, b"", "{sent}");
        assert!(began.elapsed() >= SHORT, "{sent}");
    }
}

#[tokio::test]
async fn s_28_an_idle_connection_is_closed() {
    let toy = Toy::start(Limits {
        keep_alive: SHORT,
        ..Limits::default()
    })
    .await;
    let mut stream = toy.client.connect().await;
    let head = toy
        .client
        .head("GET", "/page", &[])
        .replace("Connection: close\r\n", "");
    stream.write_all(head.as_bytes()).await.unwrap();
    assert_eq!(Answer::parse(&read_all(&mut stream).await).body, b"a page");
}

#[tokio::test]
async fn s_28_a_connection_serves_more_than_one_request() {
    let toy = Toy::start(Limits::default()).await;
    let mut stream = toy.client.connect().await;
    let last = toy.client.head("GET", "/page", &[]);
    let first = last.replace("Connection: close\r\n", "");
    for head in [&first, &first, &last] {
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut answer = [0; 15];
        stream.read_exact(&mut answer).await.unwrap();
        assert_eq!(&answer, b"HTTP/1.1 200 OK");
        read_to(&mut stream, b"a page").await;
    }
    assert_eq!(read_all(&mut stream).await, b"");
}

#[tokio::test]
async fn s_28_a_body_that_does_not_end_is_408() {
    let toy = Toy::start(Limits {
        body: SHORT,
        ..Limits::default()
    })
    .await;
    let head = toy
        .client
        .head("POST", "/form", &[("Content-Length", "10")]);
    let answer = toy.client.send(format!("{head}name=").as_bytes()).await;
    assert_eq!(answer.status, 408);
}

#[tokio::test]
async fn s_28_a_request_that_takes_too_long_is_503() {
    let toy = Toy::start(Limits {
        request: SHORT,
        ..Limits::default()
    })
    .await;
    let answer = toy.client.get("/slow").await;
    assert_eq!(answer.status, 503);
    assert!(answer.header("retry-after").is_some());
}

#[tokio::test]
async fn s_28_a_body_within_the_limit_arrives_whole() {
    let toy = Toy::start(Limits::default()).await;
    let head = toy
        .client
        .head("POST", "/form", &[("Content-Length", "65536")]);
    let body = "a".repeat(65536);
    let answer = toy.client.send(format!("{head}{body}").as_bytes()).await;
    assert_eq!(
        (answer.status, answer.body.as_slice()),
        (200, &b"65536 octets"[..])
    );
}

#[tokio::test]
async fn s_28_who_sends_far_too_much_reads_413_all_the_same() {
    let toy = Toy::start(Limits::default()).await;
    let long = "a".repeat(10_000_000);
    let declared = toy
        .client
        .head("POST", "/form", &[("Content-Length", "10000000")]);
    let chunked = toy
        .client
        .head("POST", "/form", &[("Transfer-Encoding", "chunked")]);
    for sent in [
        format!("{declared}{long}"),
        format!("{chunked}989680\r\n{long}\r\n0\r\n\r\n"),
    ] {
        let (mut incoming, mut outgoing) = toy.client.connect().await.into_split();
        let sending = tokio::spawn(async move { outgoing.write_all(sent.as_bytes()).await });
        let answer = Answer::parse(&read_all(&mut incoming).await);
        assert_eq!(answer.status, 413);
        sending
            .await
            .unwrap()
            .expect("all was taken and thrown away");
    }
}

#[tokio::test]
async fn s_28_a_head_of_more_than_16_kb_is_431() {
    let toy = Toy::start(Limits::default()).await;
    let fitting = toy
        .client
        .ask("GET", "/page", &[("X-A", &"a".repeat(16_000))])
        .await;
    assert_eq!(fitting.status, 200);
    let beyond = toy
        .client
        .ask("GET", "/page", &[("X-A", &"a".repeat(16_400))])
        .await;
    assert_eq!(beyond.status, 431);
}

#[tokio::test]
async fn s_28_who_finds_no_place_is_told_to_come_again() {
    let toy = Toy::start(Limits {
        connections: 1,
        ..Limits::default()
    })
    .await;
    let only = toy.client.connect().await;
    let answer = toy.client.get("/page").await;
    assert_eq!(answer.status, 503);
    assert!(answer.header("retry-after").is_some());
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    drop(only);
    // The server sees the place free when it reads the end of that connection.
    let freed = async { while toy.client.get("/page").await.status != 200 {} };
    tokio::time::timeout(Duration::from_secs(10), freed)
        .await
        .expect("the place is free again");
}

/// Reads on until `end` has been read.
async fn read_to(stream: &mut tokio::net::TcpStream, end: &[u8]) {
    let mut read = Vec::new();
    while !read.ends_with(end) {
        read.push(stream.read_u8().await.expect("the answer goes on"));
    }
}
