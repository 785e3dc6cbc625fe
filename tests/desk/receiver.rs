//! A system that webhooks tell, over real TLS on this machine, and an Internet in which names lead where a test
//! says.

use std::collections::{HashMap, VecDeque};
use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use convoke::outgoing::{Client, Net, Reach, Resolved};
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use serde_json::Value;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use crate::certificates::{Certificate, acceptor, make_for};

/// The host that the receiver has a certificate for.
pub const HOST: &str = "hooks.institute.example";
/// Its address.
pub const ADDRESS: &str = "https://hooks.institute.example/convoke?room=7";
/// A number of the public Internet.
pub const OUTSIDE: &str = "93.184.215.14";
/// How long clients of the tests wait.
const PATIENCE: Duration = Duration::from_secs(2);

/// What the receiver does with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reaction {
    /// Answers with this status, and words that nobody may show.
    Answer(u16),
    /// Sends it elsewhere.
    Redirect(&'static str),
    /// Never answers.
    Silence,
    /// Says yes, and then a word a second.
    Drip,
    /// Says yes, and then without end.
    Flood,
}

/// A message as it came.
#[derive(Debug, Clone)]
pub struct Received {
    pub head: String,
    pub headers: HashMap<String, String>,
    pub octets: Vec<u8>,
}

impl Received {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.octets).unwrap()
    }

    pub fn kind(&self) -> String {
        self.json()["type"].as_str().unwrap().to_owned()
    }
}

/// What a receiver has seen.
#[derive(Debug, Default)]
struct Seen {
    connections: AtomicUsize,
    octets_sent: AtomicUsize,
    received: Mutex<Vec<Received>>,
    reactions: Mutex<VecDeque<Reaction>>,
}

/// A running receiver; it ends when this is dropped.
pub struct Receiver {
    seen: Arc<Seen>,
    net: Arc<Led>,
    folder: TempDir,
    accepting: JoinHandle<()>,
}

/// An Internet in which every connection ends at the receiver, wherever it was meant to go.
#[derive(Debug)]
pub struct Led {
    receiver: SocketAddr,
    /// What each further question for a name is answered; the last answer for all that follow.
    names: Mutex<HashMap<String, VecDeque<Vec<IpAddr>>>>,
    pub asked: AtomicUsize,
    pub dialled: Mutex<Vec<SocketAddr>>,
}

impl Receiver {
    pub async fn start() -> Self {
        let folder = TempDir::new().unwrap();
        make_for(folder.path(), HOST, Certificate::Good);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let seen = Arc::new(Seen::default());
        let net = Led {
            receiver: listener.local_addr().unwrap(),
            names: Mutex::default(),
            asked: AtomicUsize::new(0),
            dialled: Mutex::default(),
        };
        let accepting = tokio::spawn(accept(listener, acceptor(folder.path()), Arc::clone(&seen)));
        let receiver = Self {
            seen,
            net: Arc::new(net),
            folder,
            accepting,
        };
        receiver.leads(HOST, &[&[OUTSIDE]]);
        receiver
    }

    /// From now on each further question for `name` is answered by the next of `answers`.
    pub fn leads(&self, name: &str, answers: &[&[&str]]) {
        let parse = |answer: &&[&str]| answer.iter().map(|ip| ip.parse().unwrap()).collect();
        let answers = answers.iter().map(parse).collect();
        let mut names = self.net.names.lock().unwrap();
        names.insert(name.to_owned(), answers);
    }

    /// What it does with the next messages; afterwards it takes all.
    pub fn reacts(&self, reactions: &[Reaction]) {
        self.seen.reactions.lock().unwrap().extend(reactions);
    }

    pub fn client(&self, reach: Reach) -> Client {
        let mut roots = RootCertStore::empty();
        let authority = CertificateDer::from_pem_file(self.folder.path().join("authority.pem"));
        roots.add(authority.unwrap()).unwrap();
        let net: Arc<dyn Net> = self.net.clone();
        let client = Client::new(net, roots, reach).unwrap();
        client.with_patience(PATIENCE)
    }

    pub fn net(&self) -> &Led {
        &self.net
    }

    /// How often anybody connected.
    pub fn connections(&self) -> usize {
        self.seen.connections.load(Ordering::SeqCst)
    }

    /// How much of a flood left.
    pub fn octets_sent(&self) -> usize {
        self.seen.octets_sent.load(Ordering::SeqCst)
    }

    /// What came, in the order in which it did.
    pub fn received(&self) -> Vec<Received> {
        self.seen.received.lock().unwrap().clone()
    }

    /// The kinds of what came, sorted; forgets it.
    pub fn take_kinds(&self) -> Vec<String> {
        let received = std::mem::take(&mut *self.seen.received.lock().unwrap());
        let mut kinds: Vec<String> = received.iter().map(Received::kind).collect();
        kinds.sort();
        kinds
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl Net for Led {
    fn resolve<'a>(
        &'a self,
        name: &'a str,
    ) -> Pin<Box<dyn Future<Output = io::Result<Resolved>> + Send + 'a>> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        let mut names = self.names.lock().unwrap();
        let answers = names.get_mut(name);
        let answer = answers.and_then(|answers| match answers.len() {
            0 | 1 => answers.front().cloned(),
            _ => answers.pop_front(),
        });
        let answer = answer.ok_or_else(|| io::Error::other("no such name"));
        Box::pin(async move { answer })
    }

    fn connect(
        &self,
        address: SocketAddr,
    ) -> Pin<Box<dyn Future<Output = io::Result<TcpStream>> + Send + '_>> {
        self.dialled.lock().unwrap().push(address);
        Box::pin(TcpStream::connect(self.receiver))
    }
}

async fn accept(listener: TcpListener, acceptor: TlsAcceptor, seen: Arc<Seen>) {
    loop {
        let (client, _) = listener.accept().await.unwrap();
        seen.connections.fetch_add(1, Ordering::SeqCst);
        let (acceptor, seen) = (acceptor.clone(), Arc::clone(&seen));
        // Whoever hung up, there is nothing to report.
        tokio::spawn(async move {
            let _ = receive(client, acceptor, seen).await;
        });
    }
}

async fn receive(client: TcpStream, acceptor: TlsAcceptor, seen: Arc<Seen>) -> io::Result<()> {
    let mut client = BufReader::new(acceptor.accept(client).await?);
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        client.read_line(&mut line).await?;
        match line.trim_end() {
            "" => break,
            line => lines.push(line.to_owned()),
        }
    }
    let pairs = lines.iter().skip(1).filter_map(|line| line.split_once(':'));
    let pairs = pairs.map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()));
    let headers: HashMap<String, String> = pairs.collect();
    let length = headers
        .get("content-length")
        .and_then(|text| text.parse().ok());
    let mut octets = vec![0; length.unwrap_or(0)];
    client.read_exact(&mut octets).await?;
    seen.received.lock().unwrap().push(Received {
        head: lines[0].clone(),
        headers,
        octets,
    });
    let reaction = seen.reactions.lock().unwrap().pop_front();
    react(client, reaction.unwrap_or(Reaction::Answer(204)), &seen).await
}

async fn react(
    mut client: impl AsyncWriteExt + Unpin,
    reaction: Reaction,
    seen: &Seen,
) -> io::Result<()> {
    let endless = b"HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n";
    match reaction {
        Reaction::Answer(status) => {
            let answer = format!("HTTP/1.1 {status} x\r\nContent-Length: 11\r\n\r\nNOT-TO-SHOW");
            client.write_all(answer.as_bytes()).await?;
        }
        Reaction::Redirect(to) => {
            let answer = format!("HTTP/1.1 307 x\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n");
            client.write_all(answer.as_bytes()).await?;
        }
        Reaction::Silence => std::future::pending().await,
        Reaction::Drip => {
            client.write_all(endless).await?;
            loop {
                client.write_all(b"x").await?;
                client.flush().await?;
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
        Reaction::Flood => {
            client.write_all(endless).await?;
            for _ in 0..10_000 {
                client.write_all(&[b'x'; 10_000]).await?;
                seen.octets_sent.fetch_add(10_000, Ordering::SeqCst);
            }
        }
    }
    client.shutdown().await
}
