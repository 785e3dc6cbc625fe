//! Handing a formatted message to whoever carries it: a mail server, or a folder where none is set.
//!
//! A delivery has two halves, so that the caller can note down in between that the message may
//! have left (OUT-4):
//!
//! ```no_run
//! # use convoke::mailer::{deliver::{Outcome, Failure, Transport}, form::Formatted};
//! # async fn note_that_data_begins() {}
//! # async fn deliver(transport: &Transport, message: &Formatted) -> Result<Outcome, Failure> {
//! let conversation = transport.begin(&message.envelope).await?;
//! note_that_data_begins().await;
//! Ok(conversation.data(&message.bytes).await)
//! # }
//! ```

mod connection;
mod folder;
mod outcome;
mod reach;
mod server;
mod smtp;
mod starttls;
mod stream;
mod trouble;
mod trust;

pub use folder::Folder;
pub use outcome::{Failure, Outcome};
pub use server::{BadServer, Encryption, Login, SmtpServer};
pub use smtp::{Patience, SmtpTransport};
pub(in crate::mailer) use trust::Tls;
pub use trust::{NoTrust, Trust};

use std::io;
use std::path::PathBuf;

use super::address::Envelope;
use folder::PendingFile;
use smtp::SmtpConversation;

/// Where mails go.
#[derive(Debug)]
pub enum Transport {
    /// To a mail server.
    Smtp(SmtpTransport),
    /// Into files, for a trial.
    Folder(Folder),
}

/// A message whose recipient was accepted and whose content has not been handed over yet.
/// Dropping it sends nothing.
#[derive(Debug)]
#[must_use = "nothing is sent before `data`"]
pub struct Conversation(Way);

#[derive(Debug)]
enum Way {
    Smtp(Box<SmtpConversation>),
    Folder(PendingFile),
}

impl Transport {
    /// Mails go through `server`, over at most `connections` kept connections, its certificate
    /// checked against the system's.
    ///
    /// # Errors
    /// [`NoTrust`] where the server is to be reached encrypted and no certificate could be checked.
    pub fn smtp(server: SmtpServer, connections: usize) -> Result<Self, NoTrust> {
        SmtpTransport::new(server, connections, &Trust::System, Patience::default()).map(Self::Smtp)
    }

    /// Mails become files in `path`, which is created when the first one comes.
    pub fn folder(path: impl Into<PathBuf>) -> Self {
        Self::Folder(Folder::new(path.into()))
    }

    /// Does everything up to the content: connects, signs in, names sender and recipient.
    ///
    /// # Errors
    /// [`Failure`]; the message has certainly not been sent.
    pub async fn begin(&self, envelope: &Envelope) -> Result<Conversation, Failure> {
        match self {
            Self::Smtp(smtp) => smtp
                .begin(envelope)
                .await
                .map(|conversation| Conversation(Way::Smtp(Box::new(conversation)))),
            Self::Folder(folder) => folder
                .begin(envelope)
                .await
                .map(|file| Conversation(Way::Folder(file))),
        }
    }

    /// Whether mails would be taken now: connects and signs in, or tries to write. Sends nothing.
    ///
    /// # Errors
    /// [`Failure`] with what stands against it.
    pub async fn check(&self) -> Result<(), Failure> {
        match self {
            Self::Smtp(smtp) => smtp.check().await,
            Self::Folder(folder) => folder.check().await,
        }
    }

    /// Removes the copies that we keep of mails with these Message-IDs: where no mail server is set (P-5).
    ///
    /// # Errors
    /// Where a file cannot be removed.
    pub async fn forget(&self, message_ids: &[String]) -> io::Result<()> {
        match self {
            Self::Smtp(_) => Ok(()),
            Self::Folder(folder) => folder.forget(message_ids).await,
        }
    }

    /// Says goodbye on the connections kept open: to be called when nothing is due for now.
    pub async fn hang_up(&self) {
        if let Self::Smtp(smtp) = self {
            smtp.hang_up().await;
        }
    }
}

impl Conversation {
    /// Hands over the content, which must come from [`Form::format`](super::form::Form::format).
    pub async fn data(self, bytes: &[u8]) -> Outcome {
        match self.0 {
            Way::Smtp(conversation) => conversation.data(bytes).await,
            Way::Folder(file) => file.write(bytes).await,
        }
    }
}
