use std::fmt;
use std::sync::atomic::Ordering;

use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Quit, Rcpt, Rset};
use lettre::transport::smtp::response::{Response, Severity};
use tokio::time::timeout;

use super::outcome::{Failure, Outcome, Phase, one_line};
use super::reach::{Reached, reach};
use super::server::{Login, SmtpServer};
use super::smtp::Patience;
use super::trouble::{Trouble, in_time, spoken};
use super::trust::Tls;
use crate::mailer::address::Envelope;

/// The code a server says goodbye with, whatever it was asked (RFC 5321 section 3.8).
const CLOSING: u16 = 421;
/// The code that asks for the content (RFC 5321 section 4.2.3).
const GO_AHEAD: u16 = 354;

/// One connection to a mail server, signed in.
pub(super) struct Connection {
    smtp: AsyncSmtpConnection,
    patience: Patience,
    /// Commands may go together (RFC 2920).
    pipelines: bool,
    /// A message was begun and not finished, so the server must forget it before the next one.
    unfinished: bool,
    /// Nothing more can be said here.
    lost: bool,
}

impl Connection {
    /// Connects, encrypts and signs in as `server` says.
    pub(super) async fn open(
        server: &SmtpServer,
        tls: Option<&Tls>,
        patience: Patience,
    ) -> Result<Self, Failure> {
        let Reached {
            stream,
            hello,
            offers_pipelining,
        } = reach(server, tls, patience).await?;
        let greeting = AsyncSmtpConnection::connect_with_transport(stream, &hello);
        let smtp = in_time(patience.command, greeting)
            .await
            .map_err(|trouble| trouble.judged(Phase::Opening))?;
        let mut connection = Self {
            smtp,
            patience,
            pipelines: offers_pipelining.load(Ordering::Relaxed),
            unfinished: false,
            lost: false,
        };
        if let Some(login) = &server.login {
            connection.sign_in(login).await?;
        }
        Ok(connection)
    }

    /// Whether nothing more can be said here.
    pub(super) fn is_lost(&self) -> bool {
        self.lost
    }

    /// Names sender and recipient of the next message.
    pub(super) async fn address(&mut self, envelope: &Envelope) -> Result<(), Failure> {
        if self.unfinished {
            self.forget_the_last().await?;
        }
        self.unfinished = true;
        let mail = Mail::new(Some(envelope.sender.clone()), Vec::new());
        let rcpt = Rcpt::new(envelope.recipient.clone(), Vec::new());
        if self.pipelines {
            return self.address_at_once(mail, rcpt).await;
        }
        self.command(mail, Phase::Sender).await?;
        self.command(rcpt, Phase::Recipient).await?;
        Ok(())
    }

    /// Says both in one go. Each has a reply of its own, whatever the other's is (RFC 2920 section
    /// 3.1). DATA never goes along: it waits until both are accepted, and that is noted.
    async fn address_at_once(&mut self, mail: Mail, rcpt: Rcpt) -> Result<(), Failure> {
        let sender = self.command(format!("{mail}{rcpt}"), Phase::Sender).await;
        if self.lost {
            return sender.map(drop);
        }
        let reply = in_time(self.patience.command, self.smtp.read_response()).await;
        let recipient = reply.map_err(|trouble| self.judged(trouble, Phase::Recipient));
        // Without a sender no recipient is accepted, which says nothing about either.
        sender?;
        recipient.map(drop)
    }

    /// Hands over the content of the message that was addressed.
    pub(super) async fn content(&mut self, bytes: &[u8]) -> Outcome {
        let Ok(text) = str::from_utf8(bytes) else {
            return Outcome::Failed(Failure::temporary("the message is not ASCII text"));
        };
        match self.command(Data, Phase::Data).await {
            Ok(reply) if u16::from(reply.code()) == GO_AHEAD => {}
            Ok(reply) => {
                // Neither yes nor no: what would follow could be taken for commands.
                self.lost = true;
                let text = format!("unexpected reply to DATA: {}", spoken(&reply));
                return Outcome::Failed(Failure::temporary(&text));
            }
            Err(failure) => return Outcome::Failed(failure),
        }
        let verdict = self.smtp.command(Content(text));
        match in_time(self.patience.verdict, verdict).await {
            Ok(reply) if reply.code().severity == Severity::PositiveCompletion => {
                self.unfinished = false;
                Outcome::Sent {
                    reply: one_line(&spoken(&reply)),
                }
            }
            Ok(reply) => {
                self.lost = true;
                Outcome::Unknown {
                    reply: one_line(&spoken(&reply)),
                }
            }
            Err(Trouble::Lost(how)) => {
                self.lost = true;
                Outcome::Unknown {
                    reply: one_line(&how),
                }
            }
            Err(answered) => Outcome::Failed(self.judged(answered, Phase::Data)),
        }
    }

    /// Says goodbye, without waiting long for the answer.
    pub(super) async fn quit(mut self) {
        // Whatever the answer is, the connection is closed when it is dropped.
        let _ = timeout(self.patience.goodbye, self.smtp.command(Quit)).await;
    }

    /// A server that will not even forget says nothing about us: the connection is useless.
    async fn forget_the_last(&mut self) -> Result<(), Failure> {
        let forgotten = self.command(Rset, Phase::Opening).await;
        self.lost |= forgotten.is_err();
        forgotten.map(drop)
    }

    async fn sign_in(&mut self, login: &Login) -> Result<(), Failure> {
        let mechanisms = [Mechanism::Plain, Mechanism::Login];
        let offered = self.smtp.server_info().get_auth_mechanism(&mechanisms);
        if offered.is_none() {
            return Err(Failure::refused("the server offers no AUTH PLAIN or LOGIN"));
        }
        let credentials = Credentials::new(login.user.clone(), login.password.clone());
        let exchange = self.smtp.auth(&mechanisms, &credentials);
        in_time(self.patience.command, exchange)
            .await
            .map(drop)
            .map_err(|trouble| trouble.judged(Phase::Login))
    }

    async fn command(
        &mut self,
        command: impl fmt::Display,
        phase: Phase,
    ) -> Result<Response, Failure> {
        in_time(self.patience.command, self.smtp.command(command))
            .await
            .map_err(|trouble| self.judged(trouble, phase))
    }

    fn judged(&mut self, trouble: Trouble, phase: Phase) -> Failure {
        self.lost |= match trouble {
            Trouble::Answered { code, .. } => code == CLOSING,
            Trouble::Lost(_) => true,
        };
        trouble.judged(phase)
    }
}

/// A message with its final dot, each line that begins with a dot stuffed (RFC 5321 section 4.5.2),
/// for one write: lettre's own has the dot in a second one, and looks at each octet by itself.
struct Content<'a>(&'a str);

impl fmt::Display for Content<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        if rest.starts_with('.') {
            f.write_str(".")?;
        }
        // After a bare LF, too, which some servers take for the end of a line.
        while let Some(at) = rest.find("\n.") {
            let (line, more) = rest.split_at(at + 1);
            f.write_str(line)?;
            f.write_str(".")?;
            rest = more;
        }
        f.write_str(rest)?;
        let end = if self.0.ends_with("\r\n") {
            ".\r\n"
        } else {
            "\r\n.\r\n"
        };
        f.write_str(end)
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection")
            .field("unfinished", &self.unfinished)
            .field("lost", &self.lost)
            .finish_non_exhaustive()
    }
}
