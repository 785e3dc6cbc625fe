use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// The conversation is over.
pub struct Over;

/// A connection, in the clear or encrypted.
pub enum Wire {
    Plain(BufReader<TcpStream>),
    Encrypted(Box<BufReader<TlsStream<TcpStream>>>),
}

impl Wire {
    pub fn plain(stream: TcpStream) -> Self {
        // Who waits for a server should wait for what its script says, and for nothing else.
        stream.set_nodelay(true).expect("the option is known");
        Self::Plain(BufReader::new(stream))
    }

    /// Encrypts from here on; what was read ahead in the clear is lost.
    pub async fn encrypt(self, acceptor: &TlsAcceptor) -> Result<Self, Over> {
        let Self::Plain(stream) = self else {
            return Err(Over);
        };
        let encrypted = acceptor.accept(stream.into_inner()).await;
        encrypted
            .map(|stream| Self::Encrypted(Box::new(BufReader::new(stream))))
            .map_err(|_| Over)
    }

    pub fn is_encrypted(&self) -> bool {
        matches!(self, Self::Encrypted(_))
    }

    /// The next line with its end.
    pub async fn line(&mut self) -> Result<Vec<u8>, Over> {
        let mut line = Vec::new();
        let read = match self {
            Self::Plain(stream) => stream.read_until(b'\n', &mut line).await,
            Self::Encrypted(stream) => stream.read_until(b'\n', &mut line).await,
        };
        match read {
            Ok(1..) => Ok(line),
            _ => Err(Over),
        }
    }

    pub async fn say(&mut self, octets: &[u8]) -> Result<(), Over> {
        let said = match self {
            Self::Plain(stream) => stream.write_all(octets).await,
            Self::Encrypted(stream) => {
                let written = stream.write_all(octets).await;
                written.and(stream.flush().await)
            }
        };
        said.map_err(|_| Over)
    }

    /// Makes a RST of the end of this connection.
    pub fn break_off(&self) {
        let stream = match self {
            Self::Plain(stream) => stream.get_ref(),
            Self::Encrypted(stream) => stream.get_ref().get_ref().0,
        };
        stream.set_zero_linger().expect("the option is known");
    }
}
