//! A whole `convoke serve`, pages and worker, as whoever runs it has it started again whenever it ends.

use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use tempfile::TempDir;
use tokio::time::{sleep, timeout};

use crate::asking::{ask, get};

/// How long a node may take to what it does within a moment, on a machine with much else to do.
const SOON: Duration = Duration::from_secs(90);

const LISTENS: &str = "listening on http://";

pub struct Node {
    pub address: SocketAddr,
    folder: TempDir,
    database: String,
    mail_server: SocketAddr,
    child: Child,
    /// How long its log was when it began.
    began_at: usize,
}

impl Node {
    /// Starts one with the key of the stage.
    pub fn start(database: &str, mail_server: SocketAddr) -> Self {
        let folder = TempDir::new().unwrap();
        let key = BASE64_STANDARD.encode([7; 32]);
        fs::write(folder.path().join("secret.key"), key).unwrap();
        let address = free_address();
        let child = spawn(&folder, address, database, mail_server);
        Self {
            address,
            folder,
            database: database.to_owned(),
            mail_server,
            child,
            began_at: 0,
        }
    }

    /// Starts it again after its end.
    pub fn begin(&mut self) {
        self.began_at = self.log().len();
        self.child = spawn(&self.folder, self.address, &self.database, self.mail_server);
    }

    /// Starts it again where it has ended by itself; tells how it ended.
    pub fn mind(&mut self) -> Option<Ended> {
        let status = self.child.try_wait().unwrap()?;
        let log = self.log();
        let said = log[self.began_at..].to_owned();
        self.begin();
        Some(Ended {
            status,
            had_served: said.contains(LISTENS),
            said,
        })
    }

    /// Kills it with SIGKILL.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Has it end as whoever runs it does, and waits for that.
    pub async fn stop(&mut self) -> ExitStatus {
        self.signal("TERM");
        let ended = async {
            loop {
                if let Some(status) = self.child.try_wait().unwrap() {
                    return status;
                }
                sleep(Duration::from_millis(20)).await;
            }
        };
        timeout(SOON, ended)
            .await
            .expect("it ends when it is told to")
    }

    /// Sends it a signal, such as `STOP`.
    pub fn signal(&self, name: &str) {
        let order = format!("kill -{name} {}", self.child.id());
        let sent = Command::new("sh").args(["-c", &order]).status();
        assert!(sent.unwrap().success(), "SIG{name} is sent");
    }

    /// Waits until it says that it is ready, whatever becomes of it meanwhile.
    pub async fn until_ready(&mut self) {
        let watch = async {
            loop {
                let answer = ask(self.address, &get("/readyz"), SOON).await;
                if answer.is_some_and(|answer| answer.status == 200) {
                    return;
                }
                self.mind();
                sleep(Duration::from_millis(50)).await;
            }
        };
        timeout(SOON, watch).await.expect("it is ready");
    }

    /// Everything that it has said.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap()
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        // It may be dead already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// How a node ended by itself.
pub struct Ended {
    pub status: ExitStatus,
    /// Whether it had come to serve.
    pub had_served: bool,
    pub said: String,
}

fn spawn(folder: &TempDir, address: SocketAddr, database: &str, mail_server: SocketAddr) -> Child {
    let folder = folder.path();
    let log = File::options()
        .create(true)
        .append(true)
        .open(folder.join("log"))
        .unwrap();
    Command::new(env!("CARGO_BIN_EXE_convoke"))
        .arg("serve")
        .current_dir(folder)
        .env_clear()
        .env("CONVOKE_DATABASE_URL", database)
        .env("CONVOKE_SECRET_KEY_FILE", folder.join("secret.key"))
        .env("CONVOKE_SMTP_URL", format!("smtp://{mail_server}"))
        .env(
            "CONVOKE_MAIL_FROM",
            "Levant Institute <events@institute.example>",
        )
        .env("CONVOKE_BASE_URL", "https://events.example.org")
        .env("CONVOKE_TRUSTED_PROXIES", "127.0.0.1/32")
        .env("CONVOKE_LISTEN", address.to_string())
        // That a connection was long in coming is told by the request, too.
        .env("CONVOKE_LOG", "info,sqlx::pool=error")
        .stdin(Stdio::null())
        .stdout(log.try_clone().unwrap())
        .stderr(log)
        .spawn()
        .unwrap()
}

fn free_address() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap()
}
