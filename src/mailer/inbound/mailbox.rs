//! A mailbox, read by IMAP (RFC 9051) a mail at a time.

use std::fmt::Debug;
use std::future::Future;
use std::time::Duration;

use async_imap::{Client, Session};
use futures_util::TryStreamExt;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::parts::SIZE;
use super::server::{ImapEncryption, ImapServer};
use crate::mailer::deliver::{NoTrust, Tls, Trust};

/// How many mails are looked at in one go; the others wait for the next.
const MOST: usize = 500;

/// An open mailbox.
#[derive(Debug)]
pub struct Mailbox {
    session: Session<Box<dyn Wire>>,
    patience: MailboxPatience,
}

/// How long to wait for a mail server.
#[derive(Debug, Clone, Copy)]
pub struct MailboxPatience {
    /// For the connection, and again for its encryption.
    pub connect: Duration,
    /// For all of the answer to a command, however slowly it comes.
    pub command: Duration,
}

/// A mail that nobody has looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unseen {
    /// What the mailbox calls it.
    pub uid: u32,
    /// Whether it is small enough to be read.
    pub is_readable: bool,
}

/// Why a mailbox cannot be read. Its text repeats nothing that the server says, which may hold an
/// address.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// No connection.
    #[error("the server cannot be reached")]
    Unreachable,
    /// No encryption, or a certificate that is not trusted.
    #[error("the connection cannot be encrypted, or the server's certificate is not trusted")]
    Unencrypted,
    /// No certificate could be checked.
    #[error(transparent)]
    NoTrust(#[from] NoTrust),
    /// The user or the password is wrong.
    #[error("the server refuses user or password")]
    SignIn,
    /// There is no such mailbox.
    #[error("the server does not open the mailbox")]
    NoMailbox,
    /// It may be read, and nothing in it changed.
    #[error("the server does not let mails be marked as seen: they are read again and again")]
    ReadOnly,
    /// A command was refused or not understood.
    #[error("the server refuses a command")]
    Refused,
    /// The conversation came to an end before its time.
    #[error("the connection was lost")]
    Lost,
    /// No answer in time.
    #[error("the server did not answer in time")]
    TooSlow,
}

/// What the conversation goes over, encrypted or not.
trait Wire: AsyncRead + AsyncWrite + Unpin + Send + Debug {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send + Debug> Wire for T {}

impl Default for MailboxPatience {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(30),
            command: Duration::from_secs(120),
        }
    }
}

impl Mailbox {
    /// Connects to `server`, signs in and opens the mailbox.
    ///
    /// # Errors
    /// [`Trouble`] that stands against it.
    pub async fn open(
        server: &ImapServer,
        trust: &Trust,
        patience: MailboxPatience,
    ) -> Result<Self, Trouble> {
        let client = reach(server, trust, patience).await?;
        let login = client.login(&server.login.user, &server.login.password);
        let mut session = match timeout(patience.command, login).await {
            Ok(Ok(session)) => session,
            Ok(Err((async_imap::error::Error::No(_), _))) => return Err(Trouble::SignIn),
            Ok(Err((error, _))) => return Err(error.into()),
            Err(_) => return Err(Trouble::TooSlow),
        };
        let opened = timeout(patience.command, session.select(&server.mailbox)).await;
        match opened {
            Ok(Ok(_)) => Ok(Self { session, patience }),
            Ok(Err(async_imap::error::Error::No(_))) => Err(Trouble::NoMailbox),
            Ok(Err(error)) => Err(error.into()),
            Err(_) => Err(Trouble::TooSlow),
        }
    }

    /// The mails that nobody has looked at, the oldest first, up to 500 of them.
    ///
    /// # Errors
    /// [`Trouble`] with the server.
    pub async fn unseen(&mut self) -> Result<Vec<Unseen>, Trouble> {
        let search = self.session.uid_search("UNSEEN UNDELETED");
        let mut uids: Vec<u32> = in_time(self.patience.command, search)
            .await?
            .into_iter()
            .collect();
        uids.sort_unstable();
        uids.truncate(MOST);
        let mut unseen = Vec::with_capacity(uids.len());
        for uid in uids {
            // It may have gone since.
            if let Some(is_readable) = self.is_readable(uid).await? {
                unseen.push(Unseen { uid, is_readable });
            }
        }
        Ok(unseen)
    }

    /// Asked before the mail itself, which could be of any size.
    async fn is_readable(&mut self, uid: u32) -> Result<Option<bool>, Trouble> {
        let session = &mut self.session;
        let sizes = async {
            let found = session.uid_fetch(uid.to_string(), "(UID RFC822.SIZE)");
            found.await?.try_collect::<Vec<_>>().await
        };
        let sizes = in_time(self.patience.command, sizes).await?;
        let mut sizes = sizes.iter().filter(|mail| mail.uid == Some(uid));
        Ok(sizes
            .find_map(|mail| mail.size)
            .map(|size| usize::try_from(size).is_ok_and(|size| size <= SIZE)))
    }

    /// The octets of a mail, without anybody's having looked at it; `None` where it has gone.
    ///
    /// # Errors
    /// [`Trouble`] with the server.
    pub async fn fetch(&mut self, uid: u32) -> Result<Option<Vec<u8>>, Trouble> {
        let session = &mut self.session;
        // Whatever its size was said to be.
        let what = format!("(UID BODY.PEEK[]<0.{}>)", SIZE + 1);
        let mails = async {
            let found = session.uid_fetch(uid.to_string(), what);
            found.await?.try_collect::<Vec<_>>().await
        };
        let mails = in_time(self.patience.command, mails).await?;
        let mut mails = mails.iter().filter(|mail| mail.uid == Some(uid));
        Ok(mails.find_map(|mail| mail.body()).map(<[u8]>::to_vec))
    }

    /// Notes that a mail was looked at.
    ///
    /// # Errors
    /// [`Trouble`] with the server; the mail is unseen still, as far as anybody knows.
    pub async fn mark_seen(&mut self, uid: u32) -> Result<(), Trouble> {
        let command = format!("UID STORE {uid} +FLAGS.SILENT (\\Seen)");
        let stored = self.session.run_command_and_check_ok(command);
        match in_time(self.patience.command, stored).await {
            Err(Trouble::Refused) => Err(Trouble::ReadOnly),
            marked => marked,
        }
    }

    /// Says goodbye; whether the server hears it changes nothing.
    pub async fn close(mut self) {
        let _ = timeout(self.patience.connect, self.session.logout()).await;
    }
}

/// A connection as encrypted as it has to be, greeted.
async fn reach(
    server: &ImapServer,
    trust: &Trust,
    patience: MailboxPatience,
) -> Result<Client<Box<dyn Wire>>, Trouble> {
    let connect = TcpStream::connect((server.host.as_str(), server.port));
    let tcp = match timeout(patience.connect, connect).await {
        Ok(Ok(tcp)) => tcp,
        Ok(Err(_)) => return Err(Trouble::Unreachable),
        Err(_) => return Err(Trouble::TooSlow),
    };
    match server.encryption {
        ImapEncryption::None => {
            let plain: Box<dyn Wire> = Box::new(tcp);
            greeted(plain, patience).await
        }
        ImapEncryption::Implicit => {
            greeted(encrypt(tcp, server, trust, patience).await?, patience).await
        }
        ImapEncryption::StartTls => {
            let mut client = greeted(tcp, patience).await?;
            let asked = client.run_command_and_check_ok("STARTTLS", None);
            match timeout(patience.command, asked).await {
                Ok(Ok(())) => {}
                Ok(Err(_)) => return Err(Trouble::Unencrypted),
                Err(_) => return Err(Trouble::TooSlow),
            }
            // With the client goes what it has read ahead: said in the clear, it must not be taken
            // for what the server says under encryption (as in CVE-2021-38371).
            let tcp = client.into_inner();
            Ok(Client::new(encrypt(tcp, server, trust, patience).await?))
        }
    }
}

async fn greeted<S: Wire>(stream: S, patience: MailboxPatience) -> Result<Client<S>, Trouble> {
    let mut client = Client::new(stream);
    match timeout(patience.command, client.read_response()).await {
        Ok(Ok(Some(_))) => Ok(client),
        Ok(_) => Err(Trouble::Lost),
        Err(_) => Err(Trouble::TooSlow),
    }
}

async fn encrypt(
    tcp: TcpStream,
    server: &ImapServer,
    trust: &Trust,
    patience: MailboxPatience,
) -> Result<Box<dyn Wire>, Trouble> {
    let tls = Tls::new(&server.host, trust)?;
    let handshake = tls.connector.connect(tls.server_name, tcp);
    match timeout(patience.connect, handshake).await {
        Ok(Ok(stream)) => Ok(Box::new(stream)),
        Ok(Err(_)) => Err(Trouble::Unencrypted),
        Err(_) => Err(Trouble::TooSlow),
    }
}

async fn in_time<T>(
    patience: Duration,
    answer: impl Future<Output = async_imap::error::Result<T>>,
) -> Result<T, Trouble> {
    match timeout(patience, answer).await {
        Ok(answer) => answer.map_err(Trouble::from),
        Err(_) => Err(Trouble::TooSlow),
    }
}

impl From<async_imap::error::Error> for Trouble {
    fn from(error: async_imap::error::Error) -> Self {
        use async_imap::error::Error;
        match error {
            Error::No(_) | Error::Bad(_) | Error::Validate(_) => Self::Refused,
            _ => Self::Lost,
        }
    }
}
