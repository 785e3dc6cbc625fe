//! A mail server that behaves well until its script says otherwise, and keeps what it got.
//!
//! `tests/tools/faulty_smtp` makes a program of it for the command line.

#[path = "faulty_smtp/conversation.rs"]
mod conversation;
#[path = "faulty_smtp/rule.rs"]
pub mod rule;
#[path = "faulty_smtp/script.rs"]
mod script;
#[path = "faulty_smtp/wire.rs"]
mod wire;

pub use script::{Action, Phase, Script};

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;

use conversation::Conversation;
use rule::Rule;

/// How long a test waits for what must come.
const SOON: Duration = Duration::from_secs(60);

/// Whether the server encrypts.
#[derive(Clone, Default)]
pub enum Encryption {
    /// It does not offer to.
    #[default]
    None,
    /// When asked to by STARTTLS.
    WhenAsked(TlsAcceptor),
    /// From the first octet on.
    AtOnce(TlsAcceptor),
}

/// A mail as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    pub sender: String,
    pub recipient: String,
    /// Without the stuffed dots.
    pub content: Vec<u8>,
}

/// What the server has seen up to now.
#[derive(Debug, Default)]
pub struct Seen {
    pub connections: usize,
    /// How many of them are not over.
    pub open: usize,
    pub commands: Vec<String>,
    /// Every mail whose final dot came, whatever was answered.
    pub mails: Vec<Received>,
    /// Every phase that a conversation came to, before anything was done there.
    pub phases: Vec<Phase>,
    /// Who said what: the number of the connection, `C` or `S`, and the line.
    pub log: Vec<String>,
}

/// A running server; it ends when this is dropped.
pub struct FaultyServer {
    pub address: SocketAddr,
    desk: Arc<Desk>,
    accepting: JoinHandle<()>,
}

/// What all conversations of a server share.
struct Desk {
    rules: Mutex<Vec<Rule>>,
    encryption: Encryption,
    seen: Mutex<Seen>,
    /// Changes whenever `seen` does.
    news: watch::Sender<()>,
    /// Whether those who wait to be told may say yes.
    told: watch::Sender<bool>,
}

impl FaultyServer {
    /// Starts a server on a free port of the loopback interface; each step of the script is used
    /// once, those of one phase in their order.
    pub async fn start(script: Script) -> Self {
        Self::start_with(rule::of_script(script), Encryption::None).await
    }

    /// Starts a server on a free port of the loopback interface.
    pub async fn start_with(rules: Vec<Rule>, encryption: Encryption) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        Self::serve(listener, rules, encryption)
    }

    /// Serves who comes to `listener`.
    pub fn serve(listener: TcpListener, rules: Vec<Rule>, encryption: Encryption) -> Self {
        let address = listener.local_addr().expect("its address");
        let desk = Arc::new(Desk {
            rules: Mutex::new(rules),
            encryption,
            seen: Mutex::default(),
            news: watch::Sender::new(()),
            told: watch::Sender::new(false),
        });
        let accepting = tokio::spawn(accept(listener, Arc::clone(&desk)));
        Self {
            address,
            desk,
            accepting,
        }
    }

    /// What it has seen up to now.
    pub fn seen(&self) -> MutexGuard<'_, Seen> {
        self.desk.seen()
    }

    /// How often it was given a command that begins with `verb`.
    pub fn count(&self, verb: &str) -> usize {
        let seen = self.seen();
        seen.commands
            .iter()
            .filter(|command| command.starts_with(verb))
            .count()
    }

    /// Behaves by these rules from now on.
    pub fn obey(&self, rules: Vec<Rule>) {
        *self.desk.rules() = rules;
    }

    /// Lets those go on that wait to be told, now and later.
    pub fn tell(&self) {
        self.desk.told.send_replace(true);
    }

    /// Changes whenever something new is seen.
    pub fn news(&self) -> watch::Receiver<()> {
        self.desk.news.subscribe()
    }

    /// Waits until what is seen is so.
    ///
    /// # Panics
    /// Where that does not happen within a minute.
    pub async fn until(&self, is_so: impl Fn(&Seen) -> bool) {
        let mut news = self.news();
        let watch = async {
            while !is_so(&self.seen()) {
                news.changed().await.expect("the server lives");
            }
        };
        if timeout(SOON, watch).await.is_err() {
            panic!("it does not come to that: {:#?}", self.seen().log);
        }
    }
}

impl Drop for FaultyServer {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl Desk {
    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().expect("no test panicked while looking")
    }

    fn rules(&self) -> MutexGuard<'_, Vec<Rule>> {
        self.rules.lock().expect("no test panicked while ruling")
    }

    /// Notes what `change` says.
    fn note(&self, change: impl FnOnce(&mut Seen)) {
        change(&mut self.seen());
        self.news.send_replace(());
    }
}

impl Received {
    /// The Message-ID, without angle brackets.
    pub fn message_id(&self) -> String {
        let content = String::from_utf8_lossy(&self.content);
        let id = content
            .lines()
            .find_map(|line| line.strip_prefix("Message-ID: <")?.strip_suffix('>'));
        id.expect("a Message-ID on one line").to_owned()
    }
}

async fn accept(listener: TcpListener, desk: Arc<Desk>) {
    loop {
        let (stream, _) = listener.accept().await.expect("a connection");
        tokio::spawn(Conversation::begin(stream, Arc::clone(&desk)).hold());
    }
}
