use std::time::Duration;

/// How much of the server one client may take (S-28).
#[derive(Debug, Clone)]
pub struct Limits {
    /// From a request's first byte, or from the connection, to the end of the request's head.
    pub head: Duration,
    /// From the end of a request's head to the end of its body.
    pub body: Duration,
    /// From the end of a request's head to its answer.
    pub request: Duration,
    /// From an answer to the first byte of the next request; also for taking an answer, with a
    /// second more for each 4 KiB of it.
    pub keep_alive: Duration,
    /// Octets of a request's head.
    pub head_size: usize,
    /// Octets of a request's body.
    pub body_size: usize,
    /// Octets of the body of a request that brings a file.
    pub upload_size: usize,
    /// Octets of the body of a request that brings long texts, from somebody who is signed in.
    pub texts_size: usize,
    /// Connections at once; who comes on top is told to come again.
    pub connections: usize,
    /// From the order to stop to when nobody is let in any more: as long as that takes to get about where
    /// others serve as well.
    pub notice: Duration,
    /// From the order to stop to the end of the last request.
    pub stop: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            body: Duration::from_secs(10),
            request: Duration::from_secs(30),
            keep_alive: Duration::from_secs(30),
            head_size: 16 * 1024,
            body_size: 64 * 1024,
            upload_size: 6 * 1024 * 1024,
            // The longest description in five languages, each letter written as nine.
            texts_size: 3 * 1024 * 1024,
            // With files and database open besides, below the 1,024 descriptors that systems give.
            connections: 512,
            notice: Duration::ZERO,
            stop: Duration::from_secs(20),
        }
    }
}
