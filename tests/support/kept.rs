//! A connection to a server that stays open from one request to the next, as a browser's does.

use std::io::{self, ErrorKind};
use std::net::SocketAddr;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// What is asked.
pub struct Asked<'a> {
    pub method: &'static str,
    pub path: &'a str,
    /// From where it seems to come, to a server that believes who asks.
    pub place: &'a str,
    /// The encodings that the client reads; none where empty.
    pub accepts: &'a str,
    /// A form, as browsers write it; none where empty.
    pub form: &'a str,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    /// Where it leads.
    pub location: Option<String>,
    pub body: Vec<u8>,
}

/// The connection, made anew where the server has closed it.
pub struct Kept {
    address: SocketAddr,
    stream: Option<BufReader<TcpStream>>,
}

impl Kept {
    pub fn to(address: SocketAddr) -> Self {
        Self {
            address,
            stream: None,
        }
    }

    /// # Errors
    /// Where the server is gone, or goes meanwhile: nobody knows then what became of it.
    pub async fn ask(&mut self, asked: &Asked<'_>) -> io::Result<Answer> {
        let mut stream = match self.stream.take() {
            Some(stream) => stream,
            None => {
                let stream = TcpStream::connect(self.address).await?;
                stream.set_nodelay(true)?;
                BufReader::new(stream)
            }
        };
        stream
            .write_all(written(asked, self.address).as_bytes())
            .await?;
        let head = Head::read(&mut stream).await?;
        let body = match head.length {
            Some(length) => exactly(&mut stream, length).await?,
            None => in_chunks(&mut stream).await?,
        };
        if !head.closes {
            self.stream = Some(stream);
        }
        Ok(Answer {
            status: head.status,
            location: head.location,
            body,
        })
    }
}

fn written(asked: &Asked<'_>, address: SocketAddr) -> String {
    let Asked {
        method,
        path,
        place,
        accepts,
        form,
    } = asked;
    let mut head =
        format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\nX-Forwarded-For: {place}\r\n");
    if !accepts.is_empty() {
        head.push_str(&format!("Accept-Encoding: {accepts}\r\n"));
    }
    if !form.is_empty() {
        head.push_str(&format!(
            "Origin: http://{address}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n",
            form.len()
        ));
    }
    format!("{head}\r\n{form}")
}

async fn exactly(stream: &mut BufReader<TcpStream>, length: usize) -> io::Result<Vec<u8>> {
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await?;
    Ok(body)
}

/// A body that comes piece by piece, each after its length (RFC 9112 section 7.1).
async fn in_chunks(stream: &mut BufReader<TcpStream>) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await?;
        let length = usize::from_str_radix(line.trim_end(), 16).map_err(io::Error::other)?;
        body.extend(exactly(stream, length).await?);
        exactly(stream, "\r\n".len()).await?;
        if length == 0 {
            return Ok(body);
        }
    }
}

struct Head {
    status: u16,
    location: Option<String>,
    /// None where the body comes in chunks.
    length: Option<usize>,
    closes: bool,
}

impl Head {
    async fn read(stream: &mut BufReader<TcpStream>) -> io::Result<Self> {
        let mut line = String::new();
        stream.read_line(&mut line).await?;
        let status = line.split(' ').nth(1).and_then(|word| word.parse().ok());
        let mut head = Self {
            status: status.ok_or(ErrorKind::UnexpectedEof)?,
            location: None,
            length: Some(0),
            closes: false,
        };
        loop {
            line.clear();
            stream.read_line(&mut line).await?;
            let Some((name, value)) = line.trim_end().split_once(": ") else {
                return Ok(head);
            };
            match name.to_ascii_lowercase().as_str() {
                "location" => head.location = Some(value.to_owned()),
                "content-length" => head.length = Some(value.parse().map_err(io::Error::other)?),
                "connection" => head.closes = value.eq_ignore_ascii_case("close"),
                "transfer-encoding" => head.length = None,
                _ => {}
            }
        }
    }
}
