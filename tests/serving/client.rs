//! A client that can misbehave: it sends octets, and reads until the server closes.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use url::Url;

/// Longer than any answer may take: reaching it fails the test.
const FOREVER: Duration = Duration::from_secs(20);

/// Knows where the service is and what it is called.
#[derive(Clone)]
pub struct Client {
    address: SocketAddr,
    /// The host and port of its base address.
    pub host: String,
    /// Its base address without the slash, as browsers say it.
    pub origin: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

impl Client {
    pub fn of(address: SocketAddr, base_url: &Url) -> Self {
        let origin = base_url.origin().ascii_serialization();
        let (_, host) = origin.split_once("//").expect("an origin has a host");
        let host = host.to_owned();
        Self {
            address,
            host,
            origin,
        }
    }

    pub async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.expect("it listens")
    }

    /// GET with the right host.
    pub async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[]).await
    }

    /// A request without a body; `headers` may replace Host.
    pub async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(self.head(method, path, headers).as_bytes()).await
    }

    /// The head of a request after which the connection is to be closed.
    pub fn head(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> String {
        let mut head = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|(name, _)| *name == "Host") {
            head.push_str(&format!("Host: {}\r\n", self.host));
        }
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head + "\r\n"
    }

    /// Sends `octets` and reads what comes until the server closes.
    pub async fn send(&self, octets: &[u8]) -> Answer {
        let mut stream = self.connect().await;
        stream.write_all(octets).await.expect("it reads");
        Answer::parse(&read_all(&mut stream).await)
    }
}

/// Everything until the server closes.
pub async fn read_all(stream: &mut (impl AsyncReadExt + Unpin)) -> Vec<u8> {
    let mut octets = Vec::new();
    timeout(FOREVER, stream.read_to_end(&mut octets))
        .await
        .expect("it closes")
        .expect("the connection is not reset");
    octets
}

impl Answer {
    pub fn parse(octets: &[u8]) -> Self {
        let end = octets
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .unwrap_or_else(|| {
                panic!("no answer: {:?}", String::from_utf8_lossy(octets));
            });
        let head = String::from_utf8(octets[..end].to_vec()).expect("a head of ASCII");
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok())
            .expect("a status line");
        Self {
            status,
            head,
            body: octets[end + 4..].to_vec(),
        }
    }

    /// The one value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.head.lines().skip(1).filter_map(|line| {
            let (given, value) = line.split_once(": ")?;
            given.eq_ignore_ascii_case(name).then_some(value)
        });
        let value = values.next();
        assert_eq!(values.next(), None, "{name} stands twice in {}", self.head);
        value
    }
}
