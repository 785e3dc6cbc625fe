//! A browser that asks for pages, one at a time.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

/// Somebody who is signed in.
#[derive(Clone)]
pub struct Browser {
    pub address: SocketAddr,
    pub cookie: String,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub is_page: bool,
    /// Octets of the body.
    pub octets: usize,
}

impl Browser {
    /// Asks over a connection of its own, to the end of the answer.
    pub fn get(&self, path: &str) -> Answer {
        let mut connection = TcpStream::connect(self.address).unwrap();
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nConnection: close\r\n\r\n",
            self.address, self.cookie
        );
        connection.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).unwrap();
        let end = answer
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .unwrap();
        let head = String::from_utf8_lossy(&answer[..end]).to_lowercase();
        Answer {
            status: head[9..12].parse().unwrap(),
            is_page: head.contains("\r\ncontent-type: text/html"),
            octets: answer.len() - end - 4,
        }
    }
}
