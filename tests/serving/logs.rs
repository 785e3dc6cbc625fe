//! What is written down of a request.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use convoke::web::Limits;
use tracing_subscriber::fmt::MakeWriter;

use crate::toy::Toy;

#[tokio::test]
async fn p_04_the_log_names_the_route_and_nothing_of_who_asked() {
    let written = Written::default();
    let log = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(written.clone())
        .finish();
    // This test's thread runs the server, too.
    let logging = tracing::subscriber::set_default(log);
    let toy = Toy::start(Limits::default()).await;
    let headers = [
        ("User-Agent", "canary"),
        ("X-Forwarded-For", "canary"),
        ("Origin", "canary"),
    ];
    toy.client
        .ask("GET", "/own/canary?name=canary", &headers)
        .await;
    toy.client.ask("GET", "/canary/canary", &headers).await;
    toy.client.ask("CANARY", "/page", &headers[..2]).await;
    toy.client.ask("POST", "/form", &headers).await;
    drop(logging);

    let lines = written.text();
    let answered = |words: &str| lines.lines().any(|line| line.contains(words));
    assert!(
        answered(r#"method="GET" route="/own/{token}" status=200"#),
        "{lines}"
    );
    assert!(
        answered(r#"method="GET" route="none" status=404"#),
        "{lines}"
    );
    assert!(
        answered(r#"method="other" route="/page" status=405"#),
        "{lines}"
    );
    assert!(
        answered(r#"method="POST" route="/form" status=403"#),
        "{lines}"
    );
    for forbidden in ["canary", "CANARY", "127.0.0.1"] {
        assert!(!lines.contains(forbidden), "{forbidden} in {lines}");
    }
}

/// Keeps the log.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Written {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().expect("no panic").clone()).expect("text")
    }
}

impl Write for Written {
    fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").write(octets)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'w> MakeWriter<'w> for Written {
    type Writer = Self;

    fn make_writer(&'w self) -> Self {
        self.clone()
    }
}
