use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::connection::Connection;
use super::outcome::{Failure, Outcome};
use super::server::{Encryption, SmtpServer};
use super::trust::{NoTrust, Tls, Trust};
use crate::mailer::address::Envelope;

/// A mail server and the connections to it that are kept between messages.
pub struct SmtpTransport {
    server: SmtpServer,
    /// Absent where nothing is encrypted.
    tls: Option<Box<Tls>>,
    patience: Patience,
    idle: Arc<Idle>,
}

/// How long to wait for a server. Each bound holds for the whole step, so that octets that drip in
/// do not stretch it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// For the connection, and again for its encryption.
    pub connect: Duration,
    /// For the reply to a command.
    pub command: Duration,
    /// For the content and the reply to its final dot: giving up here makes the outcome unknown,
    /// so it is long (RFC 5321 section 4.5.3.2.6 asks for ten minutes).
    pub verdict: Duration,
    /// For the reply to QUIT, which nobody needs.
    pub goodbye: Duration,
}

/// A conversation on a connection that goes back to the others afterwards.
#[derive(Debug)]
pub(super) struct SmtpConversation {
    connection: Connection,
    idle: Arc<Idle>,
}

/// Connections without a message.
#[derive(Debug)]
struct Idle {
    at_most: usize,
    connections: Mutex<Vec<Connection>>,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(30),
            command: Duration::from_secs(120),
            verdict: Duration::from_secs(600),
            goodbye: Duration::from_secs(2),
        }
    }
}

impl SmtpTransport {
    /// A transport to `server` that keeps at most `connections` of its connections open.
    ///
    /// # Errors
    /// [`NoTrust`] where the server is to be reached encrypted and no certificate could be checked.
    pub fn new(
        server: SmtpServer,
        connections: usize,
        trust: &Trust,
        patience: Patience,
    ) -> Result<Self, NoTrust> {
        let tls = match server.encryption {
            Encryption::None => None,
            _ => Some(Box::new(Tls::new(&server.host, trust)?)),
        };
        Ok(Self {
            server,
            tls,
            patience,
            idle: Arc::new(Idle {
                at_most: connections,
                connections: Mutex::default(),
            }),
        })
    }

    /// Takes a kept connection or opens one. A kept one may have died meanwhile; since nothing of
    /// the message has been sent yet, the next one is simply tried.
    pub(super) async fn begin(&self, envelope: &Envelope) -> Result<SmtpConversation, Failure> {
        while let Some(mut kept) = self.idle.take() {
            match kept.address(envelope).await {
                Ok(()) => return Ok(self.conversation(kept)),
                Err(_) if kept.is_lost() => {}
                Err(failure) => {
                    self.idle.keep(kept);
                    return Err(failure);
                }
            }
        }
        let mut fresh = self.connect().await?;
        let addressed = fresh.address(envelope).await;
        if let Err(failure) = addressed {
            self.idle.keep(fresh);
            return Err(failure);
        }
        Ok(self.conversation(fresh))
    }

    pub(super) async fn check(&self) -> Result<(), Failure> {
        self.connect().await?.quit().await;
        Ok(())
    }

    pub(super) async fn hang_up(&self) {
        while let Some(kept) = self.idle.take() {
            kept.quit().await;
        }
    }

    async fn connect(&self) -> Result<Connection, Failure> {
        Connection::open(&self.server, self.tls.as_deref(), self.patience).await
    }

    fn conversation(&self, connection: Connection) -> SmtpConversation {
        SmtpConversation {
            connection,
            idle: Arc::clone(&self.idle),
        }
    }
}

impl SmtpConversation {
    pub(super) async fn data(mut self, bytes: &[u8]) -> Outcome {
        let outcome = self.connection.content(bytes).await;
        self.idle.keep(self.connection);
        outcome
    }
}

impl Idle {
    fn take(&self) -> Option<Connection> {
        self.lock().pop()
    }

    fn keep(&self, connection: Connection) {
        let mut connections = self.lock();
        if !connection.is_lost() && connections.len() < self.at_most {
            connections.push(connection);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.connections
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for SmtpTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SmtpTransport")
            .field("server", &self.server)
            .finish_non_exhaustive()
    }
}
