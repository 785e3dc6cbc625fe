//! A name server that knows a few records and can be silent about some (RFC 1035).

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use tokio::net::UdpSocket;
use tokio::task::JoinHandle;

/// A record: its name without the dot at the end, its type, and its value as zone files have it.
pub type Record = (String, &'static str, String);

/// The value of a record about which nothing is answered.
pub const SILENCE: &str = "SILENCE";
/// The value of a record about which the server says that it cannot.
pub const BROKEN: &str = "BROKEN";

const TYPES: [(&str, u16); 5] = [("A", 1), ("PTR", 12), ("MX", 15), ("TXT", 16), ("AAAA", 28)];

/// Answers until it is dropped.
pub struct DnsServer {
    pub address: SocketAddr,
    task: JoinHandle<()>,
}

impl DnsServer {
    /// Answers about `records`; whatever is neither there nor above one of them does not exist.
    pub async fn start(records: Vec<Record>) -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").await.expect("a port");
        let address = socket.local_addr().expect("its address");
        let task = tokio::spawn(serve(socket, Arc::from(records)));
        Self { address, task }
    }
}

impl Drop for DnsServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(socket: UdpSocket, records: Arc<[Record]>) {
    let mut buffer = [0; 512];
    while let Ok((length, client)) = socket.recv_from(&mut buffer).await {
        if let Some(answer) = answer(&buffer[..length], &records) {
            let _ = socket.send_to(&answer, client).await;
        }
    }
}

/// The answer to a question, or none where the server is silent.
fn answer(query: &[u8], records: &[Record]) -> Option<Vec<u8>> {
    let (name, end) = read_name(query);
    let kind = u16::from_be_bytes([query[end], query[end + 1]]);
    let about: Vec<&Record> = records
        .iter()
        .filter(|(of, word, _)| *of == name && TYPES.contains(&(*word, kind)))
        .collect();
    if about.iter().any(|(_, _, value)| value == SILENCE) {
        return None;
    }
    let is_broken = about.iter().any(|(_, _, value)| value == BROKEN);
    let exists = records.iter().any(|(of, _, _)| {
        of.strip_suffix(&name)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    });
    let code = match (is_broken, exists) {
        (true, _) => 2,
        (false, true) => 0,
        (false, false) => 3,
    };
    let count = if code == 0 {
        u16::try_from(about.len()).expect("few")
    } else {
        0
    };
    let mut answer = query[..2].to_vec();
    // A response, recursion asked for and available, authoritative.
    answer.extend([0x85, 0x80 | code]);
    for counted in [1, count, 0, 0] {
        answer.extend(counted.to_be_bytes());
    }
    answer.extend(&query[12..end + 4]);
    for (_, word, value) in about.iter().take(usize::from(count)) {
        let data = data(word, value);
        // The question's name, class IN, a minute to live.
        answer.extend([0xc0, 12]);
        answer.extend(kind.to_be_bytes());
        answer.extend([0, 1, 0, 0, 0, 60]);
        answer.extend(u16::try_from(data.len()).expect("short").to_be_bytes());
        answer.extend(data);
    }
    Some(answer)
}

fn data(word: &str, value: &str) -> Vec<u8> {
    match word {
        "TXT" => value
            .as_bytes()
            .chunks(255)
            .flat_map(|chunk| [&[u8::try_from(chunk.len()).expect("short")], chunk].concat())
            .collect(),
        "MX" => [vec![0, 10], written_name(value)].concat(),
        "PTR" => written_name(value),
        _ => match value.parse().expect("an address") {
            IpAddr::V4(address) => address.octets().to_vec(),
            IpAddr::V6(address) => address.octets().to_vec(),
        },
    }
}

fn written_name(name: &str) -> Vec<u8> {
    let labels = name.split('.').filter(|label| !label.is_empty());
    let mut written: Vec<u8> = labels
        .flat_map(|label| {
            [
                &[u8::try_from(label.len()).expect("short")],
                label.as_bytes(),
            ]
            .concat()
        })
        .collect();
    written.push(0);
    written
}

/// The name that is asked about in lower case, and where it ends.
fn read_name(query: &[u8]) -> (String, usize) {
    let mut labels = Vec::new();
    let mut at = 12;
    while query[at] != 0 {
        let end = at + 1 + usize::from(query[at]);
        labels.push(String::from_utf8_lossy(&query[at + 1..end]).to_lowercase());
        at = end;
    }
    (labels.join("."), at + 1)
}
