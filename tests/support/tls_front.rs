//! Encryption in front of a server that speaks in the clear.

use std::net::SocketAddr;
use std::path::Path;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use crate::certificates::acceptor;

/// When the front begins to encrypt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    AtOnce,
    /// When asked to. What it says before that is in Latin-1.
    WhenAsked,
}

/// A running front for the name `localhost`; it ends when this is dropped.
pub struct TlsFront {
    pub port: u16,
    accepting: JoinHandle<()>,
}

impl TlsFront {
    /// Starts a front for the server at `behind`, with `server.pem` and `server.key` of `folder`.
    pub async fn start(start: Start, behind: SocketAddr, folder: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("its address").port();
        let accepting = tokio::spawn(accept(listener, start, behind, acceptor(folder)));
        Self { port, accepting }
    }
}

impl Drop for TlsFront {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(listener: TcpListener, start: Start, behind: SocketAddr, acceptor: TlsAcceptor) {
    loop {
        let (client, _) = listener.accept().await.expect("a connection");
        let acceptor = acceptor.clone();
        // Whoever hung up, there is nothing to report.
        tokio::spawn(async move {
            let _ = pass_on(client, start, behind, acceptor).await;
        });
    }
}

async fn pass_on(
    mut client: TcpStream,
    start: Start,
    behind: SocketAddr,
    acceptor: TlsAcceptor,
) -> std::io::Result<()> {
    let mut server = BufReader::new(TcpStream::connect(behind).await?);
    if start == Start::WhenAsked {
        be_asked(&mut client).await?;
        // Who has just agreed to encrypt does not greet again (RFC 3207 section 4.2).
        server.read_until(b'\n', &mut Vec::new()).await?;
    }
    let mut client = acceptor.accept(client).await?;
    copy_bidirectional(&mut client, &mut server).await?;
    Ok(())
}

async fn be_asked(client: &mut TcpStream) -> std::io::Result<()> {
    let mut client = BufReader::new(client);
    client.write_all(b"220-front.example\r\n").await?;
    client.write_all(b"220 Sch\xf6nen Tag!\r\n").await?;
    client.read_until(b'\n', &mut Vec::new()).await?;
    client.write_all(b"250-Gr\xfc\xdf Gott\r\n").await?;
    client.write_all(b"250 STARTTLS\r\n").await?;
    client.read_until(b'\n', &mut Vec::new()).await?;
    client.write_all(b"220 Verschl\xfcsseln wir\r\n").await
}
