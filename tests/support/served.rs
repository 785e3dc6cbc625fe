//! A process of the program that serves pages.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, ChildStdout, Command, Stdio};

/// It serves until it is killed.
pub struct Served {
    pub address: SocketAddr,
    child: Child,
    /// What it says goes here: a closed pipe would disturb it.
    _said: BufReader<ChildStdout>,
}

impl Served {
    /// Runs `command`, and waits until it says where it listens.
    ///
    /// # Panics
    /// Where it ends before.
    pub fn start(command: &mut Command) -> Self {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut said = BufReader::new(child.stdout.take().expect("it is piped"));
        let address = loop {
            let mut line = String::new();
            let read = said.read_line(&mut line).expect("it says something");
            assert_ne!(read, 0, "it ended before it served");
            if let Some(address) = line.strip_prefix("listening on http://") {
                break address.trim_end().parse().expect("an address");
            }
        };
        Self {
            address,
            child,
            _said: said,
        }
    }

    /// Kills it with SIGKILL.
    pub fn kill(mut self) {
        self.end();
    }

    /// The number of the process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    fn end(&mut self) {
        // It may be dead already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.end();
    }
}
