use std::fmt;
use std::net::IpAddr;
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

/// Connects to `server` and encrypts as far as it says. The stream begins with a greeting; the name
/// is the one to say in EHLO.
pub(super) async fn reach(
    server: &SmtpServer,
    tls: Option<&Tls>,
    patience: Patience,
) -> Result<(Box<dyn AsyncTokioStream>, ClientId), Failure> {
    let tcp = connect(server, patience.connect).await?;
    let hello = hello_name(server, &tcp);
    let stream: Box<dyn AsyncTokioStream> = match (server.encryption, tls) {
        (Encryption::None, _) | (_, None) => {
            Box::new(LineStream::plain(tcp).map_err(unreachable_by)?)
        }
        (Encryption::Implicit, Some(tls)) => Box::new(encrypt(tcp, tls, patience.connect).await?),
        (wanted, Some(tls)) => match ask_to_encrypt(tcp, &hello, patience.command).await? {
            Answer::Agreed(tcp) => Box::new(encrypt(tcp, tls, patience.connect).await?.greeted()),
            Answer::NotOffered(stream) if wanted == Encryption::Opportunistic => {
                Box::new(stream.greeted())
            }
            Answer::NotOffered(_) => {
                return Err(Failure::temporary("the server offers no STARTTLS"));
            }
        },
    };
    Ok((stream, hello))
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
