use std::fmt::Debug;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use lettre::transport::smtp::client::AsyncTokioStream;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

/// How long a line of a reply may be, in octets: eight times what RFC 5321 section 4.5.3.1.5 has.
const LONGEST_LINE: usize = 4096;

/// What lettre, which waits for a greeting, is told in place of the one that was read already.
const GREETED: &[u8] = b"220 greeted\r\n";

/// A stream that lettre may talk over. lettre collects a whole line before it looks at its length,
/// and gives up where a line is no UTF-8, whatever its code says; so a line without an end is an
/// error here, and octets beyond ASCII are handed out as `?`. At most one line is handed out at a
/// time, so that what a server says too early stays apart.
#[derive(Debug)]
pub(super) struct LineStream<S> {
    inner: S,
    peer: SocketAddr,
    /// Read from `inner` and not yet handed out.
    ahead: Vec<u8>,
    /// How many octets of the present line were handed out.
    begun: usize,
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
            begun: 0,
        }
    }

    /// The stream with a greeting before all that is still to be read, for who waits for one.
    pub(super) fn greeted(mut self) -> Self {
        self.ahead.splice(..0, GREETED.iter().copied());
        self
    }

    /// The stream within, unless something of it was read and not handed out.
    pub(super) fn into_unread(self) -> Option<S> {
        self.ahead.is_empty().then_some(self.inner)
    }

    /// Hands out what was read ahead, up to and with the first LF.
    fn hand_out(&mut self, buffer: &mut ReadBuf<'_>) -> io::Result<()> {
        let line = self.ahead.iter().position(|byte| *byte == b'\n');
        let end = line
            .map_or(self.ahead.len(), |lf| lf + 1)
            .min(buffer.remaining());
        let handed_out = &self.ahead[..end];
        if self.begun + end > LONGEST_LINE {
            // Nothing is taken away, so that it stays an error.
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                format!("the server said more than {LONGEST_LINE} octets without an end of line"),
            ));
        }
        self.begun = match handed_out.last() {
            Some(b'\n') => 0,
            _ => self.begun + end,
        };
        buffer.put_slice(handed_out);
        self.ahead.drain(..end);
        Ok(())
    }
}

impl<S: AsyncRead + Unpin> LineStream<S> {
    /// The next line with its end, or what there is of it when the stream ends.
    pub(super) async fn line(&mut self) -> io::Result<String> {
        let mut line = Vec::new();
        while !line.ends_with(b"\n") && self.read_buf(&mut line).await? > 0 {}
        String::from_utf8(line).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
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
            this.ahead.extend(read.filled().iter().map(ascii));
        }
        Poll::Ready(this.hand_out(buffer))
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

/// Latin-1 or UTF-8, nobody says; only the words of a reply are lost, which nothing depends on.
fn ascii(octet: &u8) -> u8 {
    if octet.is_ascii() { *octet } else { b'?' }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncWriteExt, DuplexStream};

    fn pair() -> (DuplexStream, LineStream<DuplexStream>) {
        let (server, client) = tokio::io::duplex(1 << 20);
        let peer = SocketAddr::from(([127, 0, 0, 1], 25));
        (server, LineStream::new(client, peer))
    }

    #[tokio::test]
    async fn dec_5_lines_are_handed_out_one_at_a_time() {
        let (mut server, stream) = pair();
        let mut stream = stream.greeted();
        let said = b"220 go ahead\r\n250 AUTH PLAIN\r\nrest";
        server.write_all(said).await.expect("written");
        let mut buffer = [0; 512];
        for expected in [
            "220 greeted\r\n",
            "220 go ahead\r\n",
            "250 AUTH PLAIN\r\n",
            "rest",
        ] {
            let read = stream.read(&mut buffer).await.expect("a line");
            assert_eq!(&buffer[..read], expected.as_bytes());
        }
        drop(server);
        assert_eq!(stream.read(&mut buffer).await.expect("the end"), 0);
    }

    #[tokio::test]
    async fn dec_5_what_was_read_ahead_is_not_passed_over() {
        let (mut server, mut stream) = pair();
        server
            .write_all(b"220 a\r\n250 b\r\n")
            .await
            .expect("written");
        assert_eq!(stream.line().await.expect("a line"), "220 a\r\n");
        assert!(stream.into_unread().is_none());
        let (mut server, mut stream) = pair();
        server.write_all(b"220 a\r\n").await.expect("written");
        assert_eq!(stream.line().await.expect("a line"), "220 a\r\n");
        assert!(stream.into_unread().is_some());
    }

    #[tokio::test]
    async fn out_6_a_line_may_be_4096_octets_long_and_no_longer() {
        let (mut server, mut stream) = pair();
        let mut longest = vec![b'2'; LONGEST_LINE - 1];
        longest.push(b'\n');
        for _ in 0..3 {
            server.write_all(&longest).await.expect("written");
            assert_eq!(stream.line().await.expect("a line").len(), LONGEST_LINE);
        }
        let endless = vec![b'2'; LONGEST_LINE + 1];
        server.write_all(&endless).await.expect("written");
        for _ in 0..2 {
            let error = stream.line().await.expect_err("too long");
            assert_eq!(error.kind(), io::ErrorKind::InvalidData);
        }
    }

    #[tokio::test]
    async fn out_6_octets_beyond_ascii_are_handed_out_as_question_marks() {
        let (mut server, mut stream) = pair();
        server
            .write_all(b"250 f\xfcr \xc3\xbc\x7f\n")
            .await
            .expect("written");
        assert_eq!(stream.line().await.expect("a line"), "250 f?r ??\x7f\n");
    }
}
