//! A mail server that behaves well until its script says otherwise, and keeps what it got.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// In octets: more than sockets hold, less than a test machine minds.
const FAR_TOO_MUCH: usize = 16 << 20;

/// Where in a conversation the server is when it acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    Greeting,
    Ehlo,
    StartTls,
    Auth,
    Rset,
    Mail,
    Rcpt,
    Data,
    /// After the first line of the content.
    Content,
    /// After the final dot.
    Dot,
    Quit,
    /// What is none of these, such as the lines of AUTH LOGIN.
    Other,
}

/// What the server does instead of saying yes.
#[derive(Debug, Clone, Copy)]
pub enum Action {
    /// Says yes after all: lets this turn of the phase pass.
    Yes,
    /// Says yes, later.
    YesAfter(Duration),
    /// Says this, with a CRLF.
    Say(&'static str),
    /// Says these octets, whatever they mean, with a CRLF.
    SayOctets(&'static [u8]),
    /// Says far more than anybody would read, without an end of line, and closes the connection.
    NeverEnd,
    /// Says this without an end of line, and nothing more.
    HalfLine(&'static str),
    /// Says nothing more and keeps the connection.
    Silence,
    /// Closes the connection.
    Close,
    /// Says this and closes the connection.
    SayAndClose(&'static str),
    /// Breaks the connection off with a RST.
    Reset,
}

/// What to do at which phase; each step is used once, those of one phase in their order.
pub type Script = &'static [(Phase, Action)];

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
    pub commands: Vec<String>,
    pub mails: Vec<Received>,
    steps: Vec<(Phase, Action)>,
}

/// A running server; it ends when this is dropped.
pub struct FaultyServer {
    pub address: SocketAddr,
    seen: Arc<Mutex<Seen>>,
    accepting: JoinHandle<()>,
}

impl FaultyServer {
    /// Starts a server on a free port of the loopback interface.
    pub async fn start(script: Script) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("its address");
        let seen = Arc::new(Mutex::new(Seen {
            steps: script.to_vec(),
            ..Seen::default()
        }));
        let accepting = tokio::spawn(accept(listener, Arc::clone(&seen)));
        Self {
            address,
            seen,
            accepting,
        }
    }

    /// What it has seen up to now.
    pub fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().expect("no test panicked while looking")
    }

    /// How often it was given a command that begins with `verb`.
    pub fn count(&self, verb: &str) -> usize {
        let seen = self.seen();
        seen.commands
            .iter()
            .filter(|command| command.starts_with(verb))
            .count()
    }
}

impl Drop for FaultyServer {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(listener: TcpListener, seen: Arc<Mutex<Seen>>) {
    loop {
        let (stream, _) = listener.accept().await.expect("a connection");
        seen.lock().expect("not poisoned").connections += 1;
        let conversation = Conversation {
            stream: BufReader::new(stream),
            seen: Arc::clone(&seen),
            sender: String::new(),
            recipient: String::new(),
        };
        tokio::spawn(conversation.hold());
    }
}

struct Conversation {
    stream: BufReader<TcpStream>,
    seen: Arc<Mutex<Seen>>,
    sender: String,
    recipient: String,
}

/// The conversation is over.
struct Over;

impl Conversation {
    async fn hold(mut self) {
        // Whoever hung up, there is nothing to report.
        let _ = self.talk().await;
    }

    async fn talk(&mut self) -> Result<(), Over> {
        self.answer(Phase::Greeting, "220 faulty.example ESMTP")
            .await?;
        loop {
            let command = self.line().await?;
            let command = String::from_utf8_lossy(&command).trim_end().to_owned();
            let phase = phase_of(&command);
            if phase == Phase::Mail {
                self.sender = path(&command);
            }
            if phase == Phase::Rcpt {
                self.recipient = path(&command);
            }
            self.seen
                .lock()
                .expect("not poisoned")
                .commands
                .push(command);
            let said = self.answer(phase, agreement(phase)).await?;
            if phase == Phase::Data && said.starts_with("354") {
                self.take_content().await?;
            }
            if phase == Phase::Quit {
                return Ok(());
            }
        }
    }

    async fn take_content(&mut self) -> Result<(), Over> {
        let mut content = self.line().await?;
        self.act_without_reply(Phase::Content).await?;
        loop {
            let line = self.line().await?;
            match line.as_slice() {
                b".\r\n" => break,
                [b'.', rest @ ..] => content.extend_from_slice(rest),
                line => content.extend_from_slice(line),
            }
        }
        let mail = Received {
            sender: self.sender.clone(),
            recipient: self.recipient.clone(),
            content,
        };
        self.seen.lock().expect("not poisoned").mails.push(mail);
        self.answer(Phase::Dot, "250 2.0.0 queued").await?;
        Ok(())
    }

    async fn answer(
        &mut self,
        phase: Phase,
        agreement: &'static str,
    ) -> Result<&'static str, Over> {
        let action = self.next_action(phase);
        let said = match action {
            Action::Say(text) | Action::SayAndClose(text) => text,
            _ => agreement,
        };
        match action {
            Action::Yes | Action::Say(_) => self.say(&format!("{said}\r\n")).await?,
            Action::YesAfter(delay) => {
                tokio::time::sleep(delay).await;
                self.say(&format!("{said}\r\n")).await?;
            }
            Action::SayAndClose(_) => {
                self.say(&format!("{said}\r\n")).await?;
                return Err(Over);
            }
            Action::SayOctets(octets) => self.say_octets(&[octets, b"\r\n"].concat()).await?,
            Action::NeverEnd => {
                self.say_octets(&vec![b'2'; FAR_TOO_MUCH]).await?;
                return Err(Over);
            }
            Action::HalfLine(text) => {
                self.say(text).await?;
                return self.stay_silent().await;
            }
            Action::Silence => return self.stay_silent().await,
            Action::Close => return Err(Over),
            Action::Reset => return self.break_off(),
        }
        Ok(said)
    }

    async fn act_without_reply(&mut self, phase: Phase) -> Result<(), Over> {
        match self.next_action(phase) {
            Action::Close => Err(Over),
            Action::Reset => self.break_off(),
            Action::Silence => self.stay_silent().await,
            _ => Ok(()),
        }
    }

    fn next_action(&self, phase: Phase) -> Action {
        let mut seen = self.seen.lock().expect("not poisoned");
        let step = seen.steps.iter().position(|(at, _)| *at == phase);
        step.map_or(Action::Yes, |step| seen.steps.remove(step).1)
    }

    fn break_off<T>(&self) -> Result<T, Over> {
        self.stream
            .get_ref()
            .set_zero_linger()
            .expect("the option is known");
        Err(Over)
    }

    async fn stay_silent<T>(&mut self) -> Result<T, Over> {
        std::future::pending().await
    }

    async fn say(&mut self, text: &str) -> Result<(), Over> {
        self.say_octets(text.as_bytes()).await
    }

    async fn say_octets(&mut self, octets: &[u8]) -> Result<(), Over> {
        let written = self.stream.write_all(octets).await;
        written.map_err(|_| Over)
    }

    async fn line(&mut self) -> Result<Vec<u8>, Over> {
        let mut line = Vec::new();
        match self.stream.read_until(b'\n', &mut line).await {
            Ok(1..) => Ok(line),
            _ => Err(Over),
        }
    }
}

fn phase_of(command: &str) -> Phase {
    let verb = command.split([' ', ':']).next().unwrap_or_default();
    match verb.to_ascii_uppercase().as_str() {
        "EHLO" => Phase::Ehlo,
        "STARTTLS" => Phase::StartTls,
        "AUTH" => Phase::Auth,
        "RSET" => Phase::Rset,
        "MAIL" => Phase::Mail,
        "RCPT" => Phase::Rcpt,
        "DATA" => Phase::Data,
        "QUIT" => Phase::Quit,
        _ => Phase::Other,
    }
}

fn agreement(phase: Phase) -> &'static str {
    match phase {
        Phase::Ehlo => "250-faulty.example\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN",
        Phase::Auth => "235 2.7.0 welcome",
        Phase::Data => "354 go ahead",
        Phase::Quit => "221 2.0.0 bye",
        Phase::StartTls | Phase::Other => "500 5.5.1 unknown command",
        _ => "250 2.0.0 ok",
    }
}

/// What stands between the angle brackets of MAIL or RCPT.
fn path(command: &str) -> String {
    let inside = command
        .split_once('<')
        .and_then(|(_, rest)| rest.split_once('>'));
    inside.map_or_else(String::new, |(path, _)| path.to_owned())
}
