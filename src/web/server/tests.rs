//! The limits of a connection to the second: over a pipe in memory, on a clock that is wound on.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

use super::connection::{Shared, serve};
use crate::web::limits::Limits;

const REQUEST: &[u8] = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n";

/// The client's end of a connection to a page of `length` octets.
fn connect(length: usize) -> DuplexStream {
    let (client, server) = duplex(1024);
    let shared = Shared {
        router: Router::new().route("/", get(move || async move { "a".repeat(length) })),
        limits: Limits::default(),
        leaving: CancellationToken::new(),
        closing: CancellationToken::new(),
    };
    let place = Arc::new(Semaphore::new(1))
        .try_acquire_owned()
        .expect("a place");
    tokio::spawn(serve(Arc::new(shared), server, peer(), place));
    client
}

/// Seconds until the server closes.
async fn closed_after(client: &mut DuplexStream) -> u64 {
    let began = Instant::now();
    let mut rest = Vec::new();
    client
        .read_to_end(&mut rest)
        .await
        .expect("a pipe does not break");
    began.elapsed().as_secs()
}

/// Asks and reads the answer.
async fn ask(client: &mut DuplexStream) {
    client
        .write_all(REQUEST)
        .await
        .expect("the request is taken");
    let mut answer = Vec::new();
    while !answer.ends_with(b"\r\n\r\na") {
        answer.push(client.read_u8().await.expect("an answer"));
    }
}

#[tokio::test(start_paused = true)]
async fn s_28_a_silent_client_is_left_after_10_seconds() {
    assert_eq!(closed_after(&mut connect(1)).await, 10);
}

#[tokio::test(start_paused = true)]
async fn s_28_a_client_that_sends_a_byte_a_second_is_left_after_10() {
    let (mut incoming, mut outgoing) = tokio::io::split(connect(1));
    tokio::spawn(async move {
        for octet in REQUEST {
            if outgoing.write_u8(*octet).await.is_err() {
                return;
            }
            sleep(Duration::from_secs(1)).await;
        }
    });
    let began = Instant::now();
    let mut rest = Vec::new();
    incoming
        .read_to_end(&mut rest)
        .await
        .expect("a pipe does not break");
    assert_eq!((began.elapsed().as_secs(), rest.len()), (10, 0));
}

#[tokio::test(start_paused = true)]
async fn s_28_an_idle_client_is_left_after_30_seconds() {
    let mut client = connect(1);
    ask(&mut client).await;
    assert_eq!(closed_after(&mut client).await, 30);
}

#[tokio::test(start_paused = true)]
async fn s_28_a_client_may_come_back_until_then_and_has_10_seconds_again() {
    let mut client = connect(1);
    ask(&mut client).await;
    sleep(Duration::from_secs(29)).await;
    ask(&mut client).await;
    sleep(Duration::from_secs(29)).await;
    client.write_all(&REQUEST[..5]).await.expect("it is taken");
    assert_eq!(closed_after(&mut client).await, 10);
}

#[tokio::test(start_paused = true)]
async fn s_28_a_client_that_hardly_reads_is_left() {
    let mut client = connect(100_000);
    client
        .write_all(REQUEST)
        .await
        .expect("the request is taken");
    let began = Instant::now();
    let mut read = 0;
    while client.read_u8().await.is_ok() {
        read += 1;
        sleep(Duration::from_millis(200)).await;
        if began.elapsed() > Duration::from_secs(35) {
            break;
        }
    }
    let mut rest = Vec::new();
    client
        .read_to_end(&mut rest)
        .await
        .expect("a pipe does not break");
    assert!(read + rest.len() < 50_000, "it was given the whole answer");
}

#[tokio::test(start_paused = true)]
async fn s_28_a_client_that_reads_slowly_gets_all() {
    let mut client = connect(400_000);
    client
        .write_all(REQUEST)
        .await
        .expect("the request is taken");
    let mut read = 0;
    let mut some = [0; 1024];
    while read < 400_000 {
        let length = client.read(&mut some).await.expect("a pipe does not break");
        assert_ne!(length, 0, "it was left after {read} octets");
        read += length;
        sleep(Duration::from_millis(200)).await;
    }
}

/// Who is connected in these tests.
fn peer() -> super::Peer {
    super::Peer(std::net::Ipv4Addr::LOCALHOST.into())
}
