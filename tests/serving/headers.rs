//! What every answer tells browsers.

use convoke::web::Limits;

use crate::client::Answer;
use crate::toy::{LONG, Toy};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; \
    trusted-types 'none'";

const ALWAYS: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
];

/// One answer of every kind that the toy has.
async fn answers(toy: &Toy) -> Vec<Answer> {
    let client = &toy.client;
    let foreign = [
        ("Origin", "https://evil.example"),
        ("Sec-Fetch-Site", "cross-site"),
    ];
    vec![
        client.get("/page").await,
        client.ask("POST", "/form", &foreign).await,
        client.get("/nowhere").await,
        client.ask("POST", "/page", &[]).await,
        client
            .ask("POST", "/form", &[("Content-Length", "65537")])
            .await,
        client
            .ask("GET", "/page", &[("Host", "evil.example")])
            .await,
        client.get("/fails").await,
    ]
}

#[tokio::test]
async fn s_16_every_answer_has_every_header() {
    let toy = Toy::start_as(Some("https://events.example"), Limits::default()).await;
    let answers = answers(&toy).await;
    let statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    assert_eq!(statuses, [200, 403, 404, 405, 413, 421, 500]);
    for answer in &answers {
        for (name, value) in ALWAYS {
            assert_eq!(answer.header(name), Some(value), "{answer:?}");
        }
        let policy = format!("{POLICY}; upgrade-insecure-requests");
        assert_eq!(
            answer.header("content-security-policy"),
            Some(policy.as_str())
        );
        assert_eq!(
            answer.header("strict-transport-security"),
            Some("max-age=31536000")
        );
        let referrer = answer.header("referrer-policy");
        assert_eq!(referrer, Some("strict-origin-when-cross-origin"));
    }
}

#[tokio::test]
async fn s_16_a_trial_on_loopback_is_not_told_to_encrypt() {
    let toy = Toy::start(Limits::default()).await;
    for answer in answers(&toy).await {
        assert_eq!(answer.header("content-security-policy"), Some(POLICY));
        assert_eq!(answer.header("strict-transport-security"), None);
    }
}

#[tokio::test]
async fn s_08_a_page_may_be_stricter() {
    let toy = Toy::start(Limits::default()).await;
    let answer = toy.client.get("/own/token").await;
    assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
}

#[tokio::test]
async fn what_is_the_same_for_everybody_is_compressed_and_nothing_else() {
    let toy = Toy::start(Limits::default()).await;
    let accepting = [("Accept-Encoding", "gzip, br")];
    let public = toy.client.ask("GET", "/public", &accepting).await;
    assert_eq!(public.header("content-encoding"), Some("br"));
    assert!(public.body.len() < LONG / 10);
    assert!(
        public
            .header("vary")
            .is_some_and(|vary| vary.contains("accept-encoding"))
    );
    let own = toy.client.ask("GET", "/own/token", &accepting).await;
    assert_eq!(own.header("content-encoding"), None);
    assert_eq!(own.body.len(), LONG);
}
