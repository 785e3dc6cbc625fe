use std::fmt::Debug;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};

use lettre::transport::smtp::client::AsyncTokioStream;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

/// How long a line of a reply may be, in octets: eight times what RFC 5321 section 4.5.3.1.5 has.
const LONGEST_LINE: usize = 4096;

/// How many octets of a line are its code and the mark after it (RFC 5321 section 4.2.1).
const CODE: usize = 4;

/// What lettre, which waits for a greeting, is told in place of the one that was read already.
const GREETED: &[u8] = b"220 greeted\r\n";

/// A stream that lettre may talk over. lettre collects a whole line before it looks at its length,
/// and gives up where a line is no UTF-8, whatever its code says; so a line without an end is an
/// error here, and octets beyond ASCII are handed out as `?`. One whole line is handed out at a time,
/// so that what a server says too early stays apart.
///
/// lettre 0.11.23 also panics where a line of the answer to EHLO has blanks in place of a keyword;
/// such a line is handed out empty.
#[derive(Debug)]
pub(super) struct LineStream<S> {
    inner: S,
    peer: SocketAddr,
    /// Read from `inner` and not yet handed out.
    ahead: Vec<u8>,
    offers_pipelining: Arc<AtomicBool>,
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
            offers_pipelining: Arc::default(),
        }
    }

    /// Whether the server has offered to take commands together (RFC 2920), of which lettre tells
    /// nothing; it changes while the stream is read.
    pub(super) fn offers_pipelining(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.offers_pipelining)
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

    /// The end of the line that is to be handed out next, if it is known.
    fn end(&self) -> Option<usize> {
        let lf = self.ahead.iter().position(|byte| *byte == b'\n');
        lf.map(|lf| lf + 1)
    }

    /// Hands out the next line, or what there is of it.
    fn hand_out(&mut self, buffer: &mut ReadBuf<'_>) -> io::Result<()> {
        let mut end = self.end().unwrap_or(self.ahead.len());
        if end > LONGEST_LINE {
            // Nothing is taken away, so that it stays an error.
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                format!("the server said more than {LONGEST_LINE} octets without an end of line"),
            ));
        }
        if says_nothing(&self.ahead[..end]) {
            self.ahead.splice(CODE..end, *b"\r\n");
            end = CODE + 2;
        }
        if self.ahead[..end]
            .get(CODE..)
            .is_some_and(|said| said.trim_ascii().eq_ignore_ascii_case(b"PIPELINING"))
        {
            self.offers_pipelining.store(true, Ordering::Relaxed);
        }
        let end = end.min(buffer.remaining());
        buffer.put_slice(&self.ahead[..end]);
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
        while this.end().is_none() && this.ahead.len() <= LONGEST_LINE {
            let mut chunk = [0; 4096];
            let mut read = ReadBuf::new(&mut chunk);
            ready!(Pin::new(&mut this.inner).poll_read(context, &mut read))?;
            if read.filled().is_empty() {
                break;
            }
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

/// Whether only blanks stand between a line's code and its end.
fn says_nothing(line: &[u8]) -> bool {
    let blank = |octet: &u8| octet.is_ascii_whitespace() || *octet == 0x0b;
    line.len() > CODE + 2 && line.ends_with(b"\r\n") && line[CODE..].iter().all(blank)
}

/// Latin-1 or UTF-8, nobody says; only the words of a reply are lost, which nothing depends on.
fn ascii(octet: &u8) -> u8 {
    if octet.is_ascii() { *octet } else { b'?' }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;
    use tokio::io::{AsyncWriteExt, DuplexStream};
    use tokio::time::timeout;

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
        drop(server);
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
    #[tokio::test]
    async fn out_6_a_line_comes_whole_and_blanks_alone_are_left_out() {
        let (mut server, mut stream) = pair();
        let mut buffer = [0; 512];
        for (parts, expected) in [
            (["250-AU", "TH \r\n"], "250-AUTH \r\n"),
            (["250-  ", " \r\n"], "250-\r\n"),
            (["250-\t\r", "\x0b\x0c\r\n"], "250-\r\n"),
            (["250 \r", "\n"], "250 \r\n"),
            (["", "\r\n"], "\r\n"),
        ] {
            for part in parts {
                let early = timeout(Duration::ZERO, stream.read(&mut buffer)).await;
                assert!(early.is_err(), "handed out before its end: {early:?}");
                server.write_all(part.as_bytes()).await.expect("written");
            }
            let read = stream.read(&mut buffer).await.expect("a line");
            assert_eq!(&buffer[..read], expected.as_bytes());
        }
    }
}
