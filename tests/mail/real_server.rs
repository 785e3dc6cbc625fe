use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use convoke::base::id::Id;
use convoke::base::secret::InstanceKey;
use convoke::mailer::bounce::BounceAddress;
use convoke::mailer::deliver::{Failure, Outcome, Patience, SmtpTransport, Transport, Trust};
use convoke::mailer::form::{Form, Letter};
use tempfile::TempDir;
use uuid::Uuid;

use crate::certificates;
use crate::letters::{formatted, letter, send, send_well};
use crate::python;

/// The password is `pass: word%`.
const LOGIN: &str = "convoke:pass%3A%20word%25";

#[tokio::test]
async fn dec_5_a_real_server_takes_a_mail_in_the_clear() {
    let server = RealServer::start("plain");
    let transport = server.transport("smtp", "", "127.0.0.1", "");
    let message = formatted(1);
    send_well(&transport, &message).await;
    assert_eq!(server.mail(1), message.bytes);
    assert_eq!(server.story(1)["sender"], "events@events.example.org");
    assert_eq!(
        server.story(1)["recipients"],
        serde_json::json!(["ana@x.example"])
    );
    assert_eq!(server.story(1)["encrypted"], false);
}

#[tokio::test]
async fn rep_1_the_envelope_names_where_a_mail_comes_back_to() {
    let server = RealServer::start("plain");
    let bounces: BounceAddress = "b@bounce.example.org".parse().expect("an address");
    let path = bounces.of(
        &InstanceKey::from_bytes([7; 32]),
        Id::from_uuid(Uuid::from_u128(7)),
    );
    let letter = Letter {
        return_path: Some(path.clone()),
        ..letter(1)
    };
    let message = Form::default().format(&letter).expect("a message");
    send_well(&server.transport("smtp", "", "127.0.0.1", ""), &message).await;
    assert_eq!(server.story(1)["sender"], path.to_string());
}

#[tokio::test]
async fn dec_5_starttls_encrypts_signs_in_and_keeps_the_connection() {
    let server = RealServer::start("starttls");
    for tls in ["?tls=required", "?tls=opportunistic"] {
        let transport = server.transport("smtp", LOGIN, "localhost", tls);
        encrypted_twice(&server, &transport).await;
        server.clear();
    }
}

#[tokio::test]
async fn dec_5_implicit_tls_encrypts_signs_in_and_keeps_the_connection() {
    let server = RealServer::start("implicit");
    encrypted_twice(&server, &server.transport("smtps", LOGIN, "localhost", "")).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn dec_5_encryption_does_not_bring_the_waiting_back() {
    let server = RealServer::start("implicit");
    let transport = server.transport("smtps", LOGIN, "localhost", "");
    let start = std::time::Instant::now();
    for number in 0..100 {
        send_well(&transport, &formatted(number)).await;
    }
    // Nagle's algorithm against delayed acknowledgements would cost 40 ms each.
    assert!(start.elapsed().as_secs() < 3, "{:?}", start.elapsed());
    assert_eq!(server.story(100)["connections"], 1);
}

async fn encrypted_twice(server: &RealServer, transport: &Transport) {
    let messages = [formatted(1), formatted(2)];
    for message in &messages {
        send_well(transport, message).await;
    }
    let mut kept = server.mails();
    kept.sort_by_key(|mail| messages.iter().position(|message| message.bytes == *mail));
    assert_eq!(kept, messages.map(|message| message.bytes));
    let last = server.stories().pop().expect("a story");
    assert_eq!(last["encrypted"], true);
    assert_eq!(last["authenticated"], true);
    transport.hang_up().await;
}

#[tokio::test]
async fn out_6_a_certificate_that_is_not_trusted_stops_the_mail() {
    for (mode, scheme, tls) in [
        ("starttls", "smtp", "?tls=required"),
        ("implicit", "smtps", ""),
    ] {
        let server = RealServer::start(mode);
        let stranger = RealServer::start(mode);
        // Signed by somebody else.
        let transport = stranger.trusting(&server, scheme, "localhost", tls);
        refused_certificate(&server, &transport).await;
        // Made out to another name.
        let transport = server.transport(scheme, LOGIN, "127.0.0.1", tls);
        refused_certificate(&server, &transport).await;
    }
}

async fn refused_certificate(server: &RealServer, transport: &Transport) {
    let outcome = send(transport, &formatted(1)).await;
    let Outcome::Failed(Failure::Temporary { reply }) = outcome else {
        panic!("{outcome:?}");
    };
    assert!(reply.as_str().contains("certificate"), "{reply}");
    assert!(server.mails().is_empty());
}

#[tokio::test]
async fn out_6_a_wrong_password_makes_the_queue_wait() {
    let server = RealServer::start("starttls");
    let transport = server.transport("smtp", "convoke:wrong", "localhost", "?tls=required");
    let outcome = send(&transport, &formatted(1)).await;
    assert!(
        matches!(outcome, Outcome::Failed(Failure::Refused { .. })),
        "{outcome:?}"
    );
}

/// A mail server of another make, with a certificate of its own authority for `localhost`.
struct RealServer {
    process: Child,
    port: u16,
    folder: TempDir,
}

impl RealServer {
    fn start(mode: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        certificates::make(folder.path());
        let mut process = python::script("mail/server.py")
            .arg(folder.path())
            .arg(mode)
            .arg(folder.path().join("server.pem"))
            .arg(folder.path().join("server.key"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("Python starts");
        let mut port = String::new();
        let stdout = process.stdout.take().expect("its standard output");
        BufReader::new(stdout).read_line(&mut port).expect("a line");
        Self {
            process,
            port: port.trim().parse().expect(
                "the server says its port; is aiosmtpd installed? \
                 tests/.venv/bin/pip install -r tests/mail-requirements.txt",
            ),
            folder,
        }
    }

    fn transport(&self, scheme: &str, login: &str, host: &str, tls: &str) -> Transport {
        let at = if login.is_empty() { "" } else { "@" };
        let url = format!("{scheme}://{login}{at}{host}:{}{tls}", self.port);
        self.reaching(&url)
    }

    /// A transport to `other` that trusts this server's authority.
    fn trusting(&self, other: &Self, scheme: &str, host: &str, tls: &str) -> Transport {
        self.reaching(&format!("{scheme}://{LOGIN}@{host}:{}{tls}", other.port))
    }

    fn reaching(&self, url: &str) -> Transport {
        let authority = std::fs::read(self.folder.path().join("authority.pem"));
        let trust = Trust::Only(authority.expect("the authority"));
        let server = url.parse().expect("a server");
        let transport = SmtpTransport::new(server, 1, &trust, Patience::default());
        Transport::Smtp(transport.expect("a transport"))
    }

    fn mail(&self, number: usize) -> Vec<u8> {
        std::fs::read(self.folder.path().join(format!("{number}.eml"))).expect("the mail")
    }

    fn story(&self, number: usize) -> serde_json::Value {
        story(&self.folder.path().join(format!("{number}.json")))
    }

    fn mails(&self) -> Vec<Vec<u8>> {
        let files = self.files("eml");
        files
            .iter()
            .map(|file| std::fs::read(file).expect("a mail"))
            .collect()
    }

    fn stories(&self) -> Vec<serde_json::Value> {
        self.files("json").iter().map(|file| story(file)).collect()
    }

    fn clear(&self) {
        for file in self.files("eml").into_iter().chain(self.files("json")) {
            std::fs::remove_file(file).expect("removed");
        }
    }

    fn files(&self, extension: &str) -> Vec<PathBuf> {
        std::fs::read_dir(self.folder.path())
            .expect("the folder")
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.extension().is_some_and(|found| found == extension))
            .collect()
    }
}

impl Drop for RealServer {
    fn drop(&mut self) {
        // It is only the test's own; nothing is to be said if it has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn story(path: &Path) -> serde_json::Value {
    let text = std::fs::read_to_string(path).expect("the story");
    serde_json::from_str(&text).expect("JSON")
}
