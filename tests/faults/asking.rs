//! A client that gets an answer, or none.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::events::SLUG;

const HOST: &str = "events.example.org";

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    /// Where it leads to.
    pub location: Option<String>,
}

/// Asks on a connection of its own; `None` where no answer comes within `patience`.
pub async fn ask(address: SocketAddr, request: &str, patience: Duration) -> Option<Answer> {
    let asked = async {
        let mut stream = TcpStream::connect(address).await.ok()?;
        stream.write_all(request.as_bytes()).await.ok()?;
        let mut octets = Vec::new();
        // What came before a connection broke off may be an answer all the same.
        let _ = stream.read_to_end(&mut octets).await;
        Answer::parse(&octets)
    };
    timeout(patience, asked).await.ok().flatten()
}

/// A request for a page.
pub fn get(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n")
}

/// The form of a person of this number: they come from places of their own on the net, and would have a
/// place in the list where there is no other.
pub fn form(number: usize, email: &str) -> String {
    let body = form_urlencoded::Serializer::new(String::new())
        .append_pair("name", "Rana Haddad")
        .append_pair("email", email)
        .append_pair("form_key", &format!("form-{number}"))
        .append_pair("waitlist", "yes")
        .finish();
    let (net, neighbour) = (number / 200, number % 200);
    format!(
        "POST /en/events/{SLUG}/registrations HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\
         Origin: https://{HOST}\r\nX-Forwarded-For: 203.{}.{}.{neighbour}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        net / 256,
        net % 256,
        body.len()
    )
}

impl Answer {
    /// `None` where the head is not whole.
    pub fn parse(octets: &[u8]) -> Option<Self> {
        let end = octets.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = std::str::from_utf8(&octets[..end]).ok()?;
        let status = head.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()?;
        Some(Self {
            status,
            location: header(head, "location").map(str::to_owned),
        })
    }
}

/// The value of a header of this name, in lower case.
pub fn header<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    head.lines().find_map(|line| {
        let (given, value) = line.split_once(':')?;
        given.eq_ignore_ascii_case(name).then_some(value.trim())
    })
}
