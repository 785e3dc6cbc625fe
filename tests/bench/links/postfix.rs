//! Postfix's programs to measure mail by: one that sends and one that takes and throws away.

use std::io::Read;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle, sleep};
use std::time::{Duration, Instant as Moment};

/// How long a program may take to start.
const SOON: Duration = Duration::from_secs(10);

/// # Panics
/// Where Postfix's programs are not installed, saying how to install them.
pub fn demand() {
    for name in ["smtp-sink", "smtp-source"] {
        program(name);
    }
}

/// A mail server that throws away what it takes, and counts.
pub struct Sink {
    pub port: u16,
    child: Child,
    counters: Option<JoinHandle<String>>,
}

impl Sink {
    /// # Panics
    /// Where it does not start.
    pub fn start() -> Self {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .and_then(|listener| listener.local_addr())
            .unwrap()
            .port();
        let mut command = Command::new(program("smtp-sink"));
        // Counting is all that it can be asked for afterwards.
        command.arg("-c");
        if is_root() {
            command.args(["-u", "nobody"]);
        }
        let mut child = command
            .args([&format!("127.0.0.1:{port}"), "128"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = child.stdout.take().unwrap();
        let counters = thread::spawn(move || {
            let mut counters = String::new();
            output.read_to_string(&mut counters).unwrap();
            counters
        });
        let start = Moment::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(start.elapsed() < SOON, "smtp-sink does not listen");
            sleep(Duration::from_millis(10));
        }
        Self {
            port,
            child,
            counters: Some(counters),
        }
    }

    /// Stops it; gives how many mails it took.
    pub fn stop(mut self) -> usize {
        // What was said to it last it may still be counting.
        sleep(Duration::from_millis(200));
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        let counters = self.counters.take().unwrap().join().unwrap();
        let (_, last) = counters.rsplit_once("mesg=").expect("it counts");
        let digits = last.trim_end().split(|c: char| !c.is_ascii_digit()).next();
        digits.unwrap().parse().unwrap()
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        // It may be dead already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends so many mails with bodies of so many octets over so many connections, each kept open.
pub fn send(port: u16, connections: usize, mails: usize, octets: usize) {
    let sent = Command::new(program("smtp-source"))
        .arg("-d")
        .args(["-s", &connections.to_string()])
        .args(["-m", &mails.to_string()])
        .args(["-l", &octets.to_string()])
        .args(["-f", "events@institute.example"])
        .args(["-t", "guest@example.org"])
        .arg(format!("127.0.0.1:{port}"))
        .status()
        .unwrap();
    assert!(sent.success(), "smtp-source failed");
}

/// Where a program of Postfix lies: often outside of an ordinary user's search path.
fn program(name: &str) -> PathBuf {
    let searched = std::env::var_os("PATH").unwrap_or_default();
    let more = ["/usr/sbin", "/usr/local/sbin"].map(PathBuf::from);
    std::env::split_paths(&searched)
        .chain(more)
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
        .unwrap_or_else(|| {
            panic!("this measures by Postfix's {name}; on Debian: apt-get install postfix")
        })
}

/// Root has to say as whom the sink goes on.
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    Path::new("/proc/self").metadata().unwrap().uid() == 0
}
