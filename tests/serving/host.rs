//! Under which address the service answers.

use convoke::web::Limits;

use crate::toy::Toy;

#[tokio::test]
async fn s_10_another_host_is_misdirected() {
    let toy = Toy::start_as(Some("https://events.example"), Limits::default()).await;
    let status =
        async |host: &str, path: &str| toy.client.ask("GET", path, &[("Host", host)]).await.status;
    for host in ["events.example", "EVENTS.example", "events.example:443"] {
        assert_eq!(status(host, "/page").await, 200, "{host}");
    }
    for host in [
        "evil.example",
        "events.example:8443",
        "events.example.evil.example",
        "@",
        "",
    ] {
        assert_eq!(status(host, "/page").await, 421, "{host}");
        assert_eq!(status(host, "/nowhere").await, 421, "{host}");
    }
}

#[tokio::test]
async fn s_10_who_watches_the_process_may_call_it_anything() {
    let toy = Toy::start_as(Some("https://events.example"), Limits::default()).await;
    let answer = toy
        .client
        .ask("GET", "/healthz", &[("Host", "10.0.0.7:8080")])
        .await;
    assert_eq!((answer.status, answer.body.as_slice()), (200, &b"ok"[..]));
}

#[tokio::test]
async fn s_10_what_a_proxy_is_said_to_forward_changes_nothing() {
    let toy = Toy::start_as(Some("https://events.example"), Limits::default()).await;
    let forged = [
        ("Host", "evil.example"),
        ("X-Forwarded-Host", "events.example"),
    ];
    assert_eq!(toy.client.ask("GET", "/page", &forged).await.status, 421);
    let forged = [
        ("Host", "events.example"),
        ("X-Forwarded-Host", "evil.example"),
    ];
    assert_eq!(toy.client.ask("GET", "/page", &forged).await.status, 200);
}

#[tokio::test]
async fn s_10_the_target_of_a_request_counts_more_than_its_host() {
    let toy = Toy::start_as(Some("https://events.example"), Limits::default()).await;
    let evil = toy.client.get("http://evil.example/page").await;
    assert_eq!(evil.status, 421);
    let own = toy.client.get("http://events.example:443/page").await;
    assert_eq!(own.status, 200);
    let two = "GET /page HTTP/1.1\r\nHost: events.example\r\nHost: evil.example\r\n\
        Connection: close\r\n\r\n";
    assert!([400, 421].contains(&toy.client.send(two.as_bytes()).await.status));
    let none = "GET /page HTTP/1.1\r\nConnection: close\r\n\r\n";
    assert!([400, 421].contains(&toy.client.send(none.as_bytes()).await.status));
}
