//! How the server stops.

use std::time::Duration;

use convoke::web::Limits;
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;

use crate::client::read_all;
use crate::toy::Toy;

const SOON: Duration = Duration::from_secs(10);

#[tokio::test]
async fn r_17_a_request_in_progress_is_answered() {
    let toy = Toy::start(Limits::default()).await;
    let client = toy.client.clone();
    let asking = tokio::spawn(async move { client.get("/slow").await });
    toy.asked.notified().await;
    toy.stop.cancel();
    toy.release.notify_one();
    let answer = asking.await.unwrap();
    assert_eq!(
        (answer.status, answer.body.as_slice()),
        (200, &b"at last"[..])
    );
    timeout(SOON, toy.run)
        .await
        .expect("it has stopped")
        .unwrap();
}

#[tokio::test]
async fn r_17_who_asks_nothing_holds_nothing_up() {
    let toy = Toy::start(Limits::default()).await;
    let mut silent = toy.client.connect().await;
    let mut idle = toy.client.connect().await;
    let head = toy
        .client
        .head("GET", "/page", &[])
        .replace("Connection: close\r\n", "");
    idle.write_all(head.as_bytes()).await.unwrap();
    // Whoever came later has been answered: the server knows both.
    toy.client.get("/page").await;
    toy.stop.cancel();
    assert_eq!(read_all(&mut silent).await, b"");
    assert!(read_all(&mut idle).await.ends_with(b"a page"));
    timeout(SOON, toy.run)
        .await
        .expect("it has stopped")
        .unwrap();
}

#[tokio::test]
async fn r_17_a_request_that_never_ends_is_cut_off() {
    let limits = Limits {
        stop: Duration::from_millis(100),
        ..Limits::default()
    };
    let toy = Toy::start(limits).await;
    let mut stream = toy.client.connect().await;
    stream
        .write_all(toy.client.head("GET", "/slow", &[]).as_bytes())
        .await
        .unwrap();
    toy.asked.notified().await;
    toy.stop.cancel();
    timeout(SOON, toy.run)
        .await
        .expect("it has stopped")
        .unwrap();
    assert_eq!(read_all(&mut stream).await, b"");
}

#[tokio::test]
async fn r_17_nobody_is_accepted_any_more() {
    let toy = Toy::start(Limits::default()).await;
    toy.stop.cancel();
    toy.run.await.unwrap();
    assert!(
        tokio::net::TcpStream::connect(&toy.client.host)
            .await
            .is_err()
    );
}
