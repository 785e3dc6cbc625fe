use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use lettre::transport::smtp::client::AsyncTokioStream;
use lettre::transport::smtp::extension::ClientId;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::client::TlsStream;

use super::outcome::Failure;
use super::server::{Encryption, SmtpServer};
use super::smtp::Patience;
use super::starttls::{Answer, ask_to_encrypt};
use super::stream::LineStream;
use super::trust::Tls;

/// A connection over which nothing was said yet.
pub(super) struct Reached {
    /// Begins with a greeting.
    pub(super) stream: Box<dyn AsyncTokioStream>,
    /// The name to say in EHLO.
    pub(super) hello: ClientId,
    /// Whether the answer to EHLO, once it was read, offers to take commands together.
    pub(super) offers_pipelining: Arc<AtomicBool>,
}

/// Connects to `server` and encrypts as far as it says.
pub(super) async fn reach(
    server: &SmtpServer,
    tls: Option<&Tls>,
    patience: Patience,
) -> Result<Reached, Failure> {
    let tcp = connect(server, patience.connect).await?;
    let hello = hello_name(server, &tcp);
    match (server.encryption, tls) {
        (Encryption::None, _) | (_, None) => {
            let plain = LineStream::plain(tcp).map_err(unreachable_by)?;
            Ok(Reached::over(plain, hello))
        }
        (Encryption::Implicit, Some(tls)) => {
            let encrypted = encrypt(tcp, tls, patience.connect).await?;
            Ok(Reached::over(encrypted, hello))
        }
        (wanted, Some(tls)) => match ask_to_encrypt(tcp, &hello, patience.command).await? {
            Answer::Agreed(tcp) => {
                let encrypted = encrypt(tcp, tls, patience.connect).await?;
                Ok(Reached::over(encrypted.greeted(), hello))
            }
            Answer::NotOffered(stream) if wanted == Encryption::Opportunistic => {
                Ok(Reached::over(stream.greeted(), hello))
            }
            Answer::NotOffered(_) => Err(Failure::temporary("the server offers no STARTTLS")),
        },
    }
}

impl Reached {
    fn over<S: 'static>(stream: LineStream<S>, hello: ClientId) -> Self
    where
        LineStream<S>: AsyncTokioStream,
    {
        Self {
            offers_pipelining: stream.offers_pipelining(),
            stream: Box::new(stream),
            hello,
        }
    }
}

async fn connect(server: &SmtpServer, patience: Duration) -> Result<TcpStream, Failure> {
    let connect = TcpStream::connect((server.host.as_str(), server.port));
    let tcp = timeout(patience, connect)
        .await
        .map_err(|_| unreachable_by("no answer in time"))?
        .map_err(unreachable_by)?;
    // The final dot is a write of its own and must not wait for an acknowledgement (DEC-5).
    tcp.set_nodelay(true).map_err(unreachable_by)?;
    Ok(tcp)
}

async fn encrypt(
    tcp: TcpStream,
    tls: &Tls,
    patience: Duration,
) -> Result<LineStream<TlsStream<TcpStream>>, Failure> {
    let handshake = tls.connector.connect(tls.server_name.clone(), tcp);
    let encrypted = timeout(patience, handshake)
        .await
        .map_err(|_| unreachable_by("no answer to the TLS handshake in time"))?
        .map_err(unreachable_by)?;
    LineStream::encrypted(encrypted).map_err(unreachable_by)
}

/// RFC 5321 section 4.1.4: a client without a name says its address.
fn hello_name(server: &SmtpServer, tcp: &TcpStream) -> ClientId {
    if let Some(name) = &server.hello {
        return ClientId::Domain(name.clone());
    }
    match tcp.local_addr().map(|address| address.ip().to_canonical()) {
        Ok(IpAddr::V4(address)) => ClientId::Ipv4(address),
        Ok(IpAddr::V6(address)) => ClientId::Ipv6(address),
        Err(_) => ClientId::default(),
    }
}

fn unreachable_by(error: impl fmt::Display) -> Failure {
    Failure::temporary(&format!("the mail server cannot be reached: {error}"))
}
