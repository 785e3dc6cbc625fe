use std::sync::Arc;

use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;

use super::wire::{Over, Wire};
use super::{Action, Desk, Encryption, Phase, Received, rule};

/// In octets: more than sockets hold, less than a test machine minds.
const FAR_TOO_MUCH: usize = 16 << 20;

/// What a server talks about with one client.
pub(super) struct Conversation {
    desk: Arc<Desk>,
    /// Absent only while an encryption begins.
    wire: Option<Wire>,
    number: usize,
    sender: String,
    recipient: String,
}

impl Conversation {
    pub(super) fn begin(stream: TcpStream, desk: Arc<Desk>) -> Self {
        let mut number = 0;
        desk.note(|seen| {
            seen.connections += 1;
            seen.open += 1;
            number = seen.connections;
            seen.log.push(format!("{number} connected"));
        });
        Self {
            desk,
            wire: Some(Wire::plain(stream)),
            number,
            sender: String::new(),
            recipient: String::new(),
        }
    }

    pub(super) async fn hold(mut self) {
        // Whoever hung up, there is nothing to report.
        let _ = self.talk().await;
        self.log("over");
        self.desk.note(|seen| seen.open -= 1);
    }

    async fn talk(&mut self) -> Result<(), Over> {
        if let Encryption::AtOnce(acceptor) = self.desk.encryption.clone() {
            self.encrypt(&acceptor).await?;
        }
        self.answer(Phase::Greeting, Some("220 faulty.example ESMTP"))
            .await?;
        loop {
            let line = self.wire().line().await?;
            let command = String::from_utf8_lossy(&line).trim_end().to_owned();
            self.log(&format!("C: {command}"));
            let phase = Phase::of(&command);
            match phase {
                Phase::Mail => {
                    self.sender = path(&command);
                    self.recipient.clear();
                }
                Phase::Rcpt => self.recipient = path(&command),
                _ => {}
            }
            self.desk.note(|seen| seen.commands.push(command));
            let agreement = self.agreement(phase);
            let said = self.answer(phase, Some(agreement)).await?;
            match phase {
                Phase::Data if said.starts_with("354") => self.take_content().await?,
                Phase::StartTls if said.starts_with("220") => self.start_tls().await?,
                Phase::Quit => return Ok(()),
                _ => {}
            }
        }
    }

    async fn take_content(&mut self) -> Result<(), Over> {
        let mut line = self.wire().line().await?;
        self.answer(Phase::Content, None).await?;
        let mut content = Vec::new();
        while line != b".\r\n" {
            content.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
            line = self.wire().line().await?;
        }
        self.log(&format!("C: {} octets and a dot", content.len()));
        let mail = Received {
            sender: self.sender.clone(),
            recipient: self.recipient.clone(),
            content,
        };
        self.desk.note(|seen| seen.mails.push(mail));
        self.answer(Phase::Dot, Some("250 2.0.0 queued")).await?;
        Ok(())
    }

    async fn start_tls(&mut self) -> Result<(), Over> {
        match self.desk.encryption.clone() {
            Encryption::WhenAsked(acceptor) => self.encrypt(&acceptor).await,
            // A script agreed to what cannot be done: what follows is not understood.
            _ => Ok(()),
        }
    }

    async fn encrypt(&mut self, acceptor: &TlsAcceptor) -> Result<(), Over> {
        self.answer(Phase::Handshake, None).await?;
        let plain = self.wire.take().ok_or(Over)?;
        self.wire = Some(plain.encrypt(acceptor).await?);
        self.log("encrypted");
        Ok(())
    }

    /// Acts as the rules say, or says `agreement`; gives what was said last.
    async fn answer(
        &mut self,
        phase: Phase,
        agreement: Option<&'static str>,
    ) -> Result<String, Over> {
        self.desk.note(|seen| seen.phases.push(phase));
        let action = rule::next(&mut self.desk.rules(), phase, &self.recipient);
        let mut said = String::new();
        self.act(action, agreement, &mut said).await?;
        Ok(said)
    }

    async fn act(
        &mut self,
        action: Action,
        agreement: Option<&'static str>,
        said: &mut String,
    ) -> Result<(), Over> {
        match action {
            Action::Yes => {}
            Action::YesAfter(delay) => tokio::time::sleep(delay).await,
            Action::YesWhenTold => self.be_told().await?,
            Action::Wait(delay) => {
                tokio::time::sleep(delay).await;
                return Ok(());
            }
            Action::Say(text) => return self.say(text.as_bytes(), said).await,
            Action::SayOctets(octets) => return self.say(octets, said).await,
            Action::SayAndClose(text) => {
                self.say(text.as_bytes(), said).await?;
                return Err(Over);
            }
            Action::NeverEnd => {
                self.wire().say(&vec![b'2'; FAR_TOO_MUCH]).await?;
                return Err(Over);
            }
            Action::Part(text) => return self.say_part(text).await,
            Action::HalfLine(text) => {
                self.say_part(text).await?;
                return std::future::pending().await;
            }
            Action::Silence => return std::future::pending().await,
            Action::Close => return Err(Over),
            Action::Reset => {
                self.wire().break_off();
                return Err(Over);
            }
            Action::InTurn(actions) => {
                for action in actions {
                    Box::pin(self.act(*action, agreement, said)).await?;
                }
                return Ok(());
            }
        }
        match agreement {
            Some(text) => self.say(text.as_bytes(), said).await,
            None => Ok(()),
        }
    }

    async fn say(&mut self, octets: &[u8], said: &mut String) -> Result<(), Over> {
        *said = String::from_utf8_lossy(octets).into_owned();
        self.wire().say(&[octets, b"\r\n"].concat()).await?;
        for line in said.lines() {
            self.log(&format!("S: {line}"));
        }
        Ok(())
    }

    async fn say_part(&mut self, text: &str) -> Result<(), Over> {
        self.wire().say(text.as_bytes()).await?;
        self.log(&format!("S: {text}…"));
        Ok(())
    }

    async fn be_told(&self) -> Result<(), Over> {
        let mut told = self.desk.told.subscribe();
        let told = told.wait_for(|told| *told).await;
        told.map(drop).map_err(|_| Over)
    }

    fn agreement(&self, phase: Phase) -> &'static str {
        let may_encrypt = matches!(self.desk.encryption, Encryption::WhenAsked(_))
            && !self.wire.as_ref().is_some_and(Wire::is_encrypted);
        match phase {
            Phase::Ehlo if may_encrypt => "250-faulty.example\r\n250-8BITMIME\r\n250 STARTTLS",
            Phase::Ehlo => "250-faulty.example\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN",
            Phase::StartTls if may_encrypt => "220 2.0.0 go ahead",
            Phase::Auth => "235 2.7.0 welcome",
            Phase::Data => "354 go ahead",
            Phase::Quit => "221 2.0.0 bye",
            Phase::StartTls | Phase::Other => "500 5.5.1 unknown command",
            _ => "250 2.0.0 ok",
        }
    }

    fn wire(&mut self) -> &mut Wire {
        self.wire.as_mut().expect("the encryption has begun")
    }

    fn log(&self, words: &str) {
        let number = self.number;
        self.desk
            .note(|seen| seen.log.push(format!("{number} {words}")));
    }
}

/// What stands between the angle brackets of MAIL or RCPT.
fn path(command: &str) -> String {
    let inside = command
        .split_once('<')
        .and_then(|(_, rest)| rest.split_once('>'));
    inside.map_or_else(String::new, |(path, _)| path.to_owned())
}
