use std::fmt::Debug;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use lettre::transport::smtp::client::AsyncTokioStream;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

/// A stream that lettre may talk over. It hands out at most one line at a time: lettre keeps what
/// it has read ahead over the start of TLS, so that who sits in between could put words into the
/// server's mouth before the encryption begins (as in CVE-2021-38371). What is not handed out
/// meets the handshake instead, and breaks it.
#[derive(Debug)]
pub(super) struct LineStream<S> {
    inner: S,
    peer: SocketAddr,
    /// Read from `inner` and not yet handed out.
    ahead: Vec<u8>,
}

impl LineStream<TcpStream> {
    pub(super) fn plain(tcp: TcpStream) -> io::Result<Self> {
        let peer = tcp.peer_addr()?;
        Ok(Self::new(tcp, peer))
    }
}

impl LineStream<TlsStream<TcpStream>> {
    pub(super) fn encrypted(tls: TlsStream<TcpStream>) -> io::Result<Self> {
        let peer = tls.get_ref().0.peer_addr()?;
        Ok(Self::new(tls, peer))
    }
}

impl<S> LineStream<S> {
    fn new(inner: S, peer: SocketAddr) -> Self {
        Self {
            inner,
            peer,
            ahead: Vec::new(),
        }
    }

    /// Hands out what was read ahead, up to and with the first LF.
    fn hand_out(&mut self, buffer: &mut ReadBuf<'_>) {
        let line = self.ahead.iter().position(|byte| *byte == b'\n');
        let end = line
            .map_or(self.ahead.len(), |lf| lf + 1)
            .min(buffer.remaining());
        buffer.put_slice(&self.ahead[..end]);
        self.ahead.drain(..end);
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for LineStream<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        if this.ahead.is_empty() {
            let mut chunk = [0; 4096];
            let mut read = ReadBuf::new(&mut chunk);
            ready!(Pin::new(&mut this.inner).poll_read(context, &mut read))?;
            this.ahead.extend_from_slice(read.filled());
        }
        this.hand_out(buffer);
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for LineStream<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(context)
    }
}

impl<S: AsyncRead + AsyncWrite + Send + Sync + Unpin + Debug> AsyncTokioStream for LineStream<S> {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.peer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    #[tokio::test]
    async fn dec_5_what_was_said_before_the_encryption_is_not_read_ahead() {
        let (mut server, client) = tokio::io::duplex(1024);
        let peer = SocketAddr::from(([127, 0, 0, 1], 25));
        let mut stream = LineStream::new(client, peer);
        server
            .write_all(b"220 go ahead\r\n250 AUTH PLAIN\r\nrest")
            .await
            .expect("written");
        let mut buffer = [0; 512];
        for expected in ["220 go ahead\r\n", "250 AUTH PLAIN\r\n", "rest"] {
            let read = stream.read(&mut buffer).await.expect("a line");
            assert_eq!(&buffer[..read], expected.as_bytes());
        }
        drop(server);
        assert_eq!(stream.read(&mut buffer).await.expect("the end"), 0);
    }
}
