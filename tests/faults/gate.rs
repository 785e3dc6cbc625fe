//! A web server before two nodes that does what Caddy does by `deploy/Caddyfile`: it asks those that are
//! ready, keeps connections to them, and tries another where none is made. What was sent and not answered
//! it sends once more only where that asks for a page.

use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::{Instant as Moment, sleep, timeout};

use crate::asking::{ask, get, header};

/// `lb_try_duration`
const TRIES_FOR: Duration = Duration::from_secs(5);
/// Caddy's `lb_try_interval`, unless it is set.
const BETWEEN_TRIES: Duration = Duration::from_millis(250);
/// `health_interval`
const LOOKS_EVERY: Duration = Duration::from_secs(2);
/// Caddy's `health_timeout`, unless it is set.
const LOOKS_FOR: Duration = Duration::from_secs(5);

const BAD_GATEWAY: &[u8] = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n";

pub struct Gate {
    pub address: SocketAddr,
    nodes: Arc<Vec<Upstream>>,
    working: Vec<JoinHandle<()>>,
}

struct Upstream {
    address: SocketAddr,
    is_ready: AtomicBool,
    /// How many requests it is answering.
    asked: AtomicUsize,
    kept: Mutex<Vec<TcpStream>>,
}

/// Why there is no answer.
enum Failure {
    /// Nobody took the connection.
    Unreachable,
    /// The connection ended after the request was sent.
    Unanswered,
}

impl Gate {
    pub async fn before(nodes: [SocketAddr; 2]) -> Self {
        let nodes = nodes.map(Upstream::at);
        let nodes = Arc::new(Vec::from(nodes));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let mut working: Vec<_> = (0..nodes.len())
            .map(|number| tokio::spawn(look_after(Arc::clone(&nodes), number)))
            .collect();
        let behind = Arc::clone(&nodes);
        working.push(tokio::spawn(async move {
            loop {
                let (client, _) = listener.accept().await.unwrap();
                tokio::spawn(pass_on(client, Arc::clone(&behind)));
            }
        }));
        Self {
            address,
            nodes,
            working,
        }
    }

    /// Waits until it has seen that the node of this number is ready.
    pub async fn until_ready(&self, number: usize) {
        while !self.nodes[number].is_ready.load(Ordering::Relaxed) {
            sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        for work in &self.working {
            work.abort();
        }
    }
}

/// Looks whether a node is ready, again and again.
async fn look_after(nodes: Arc<Vec<Upstream>>, number: usize) {
    let node = &nodes[number];
    loop {
        let answer = ask(node.address, &get("/readyz"), LOOKS_FOR).await;
        let is_ready = answer.is_some_and(|answer| answer.status == 200);
        node.is_ready.store(is_ready, Ordering::Relaxed);
        sleep(LOOKS_EVERY).await;
    }
}

/// Passes one request on, and its answer back.
async fn pass_on(mut client: TcpStream, nodes: Arc<Vec<Upstream>>) {
    let Ok((head, request)) = read_message(&mut client).await else {
        return;
    };
    let request = keep_alive(&request);
    let is_for_a_page = head.starts_with("GET ");
    let end = Moment::now() + TRIES_FOR;
    let answer = loop {
        let ready = nodes
            .iter()
            .filter(|node| node.is_ready.load(Ordering::Relaxed));
        let idlest = ready.min_by_key(|node| node.asked.load(Ordering::Relaxed));
        let failure = match idlest {
            Some(node) => match node.ask(&request).await {
                Ok(answer) => break answer,
                Err(failure) => failure,
            },
            None => Failure::Unreachable,
        };
        let is_over = Moment::now() >= end;
        if is_over || (matches!(failure, Failure::Unanswered) && !is_for_a_page) {
            break BAD_GATEWAY.to_vec();
        }
        sleep(BETWEEN_TRIES).await;
    };
    // Who does not wait any more needs no answer.
    let _ = client.write_all(&answer).await;
}

impl Upstream {
    fn at(address: SocketAddr) -> Self {
        Self {
            address,
            is_ready: AtomicBool::new(false),
            asked: AtomicUsize::new(0),
            kept: Mutex::default(),
        }
    }

    async fn ask(&self, request: &[u8]) -> Result<Vec<u8>, Failure> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        let answer = self.ask_on(request).await;
        self.asked.fetch_sub(1, Ordering::Relaxed);
        answer
    }

    async fn ask_on(&self, request: &[u8]) -> Result<Vec<u8>, Failure> {
        let mut stream = match self.take_kept() {
            Some(kept) => kept,
            None => TcpStream::connect(self.address)
                .await
                .map_err(|_| Failure::Unreachable)?,
        };
        let asked = async {
            stream.write_all(request).await?;
            read_message(&mut stream).await
        };
        let (head, answer) = timeout(Duration::from_secs(60), asked)
            .await
            .map_err(|_| Failure::Unanswered)?
            .map_err(|_| Failure::Unanswered)?;
        if header(&head, "connection") != Some("close") {
            self.kept.lock().unwrap().push(stream);
        }
        Ok(answer)
    }

    /// A connection that the node has not closed, as far as anybody knows.
    fn take_kept(&self) -> Option<TcpStream> {
        let mut kept = self.kept.lock().unwrap();
        while let Some(stream) = kept.pop() {
            let unread = stream.try_read(&mut [0]);
            if unread.is_err_and(|error| error.kind() == io::ErrorKind::WouldBlock) {
                return Some(stream);
            }
        }
        None
    }
}

/// A request or an answer: its head, and all of it.
async fn read_message(stream: &mut TcpStream) -> io::Result<(String, Vec<u8>)> {
    let mut octets = Vec::new();
    let end = loop {
        if let Some(end) = octets.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
        read_more(stream, &mut octets).await?;
    };
    let head = String::from_utf8_lossy(&octets[..end]).into_owned();
    assert_eq!(header(&head, "transfer-encoding"), None, "{head}");
    let length = header(&head, "content-length").map_or(0, |length| length.parse().unwrap());
    while octets.len() < end + 4 + length {
        read_more(stream, &mut octets).await?;
    }
    Ok((head, octets))
}

async fn read_more(stream: &mut TcpStream, octets: &mut Vec<u8>) -> io::Result<()> {
    match stream.read_buf(octets).await? {
        0 => Err(io::ErrorKind::UnexpectedEof.into()),
        _ => Ok(()),
    }
}

/// The same request on a connection that may be used again.
fn keep_alive(request: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(request.to_vec()).unwrap();
    text.replacen("Connection: close\r\n", "", 1).into_bytes()
}
