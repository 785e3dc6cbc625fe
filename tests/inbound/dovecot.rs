//! A mail server of another make: Debian's dovecot, with one mailbox in a folder of its own.

use std::fs;
use std::io::Read;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use convoke::mailer::deliver::{Login, Trust};
use convoke::mailer::inbound::{ImapEncryption, ImapServer};
use tempfile::TempDir;

use crate::certificates;

const USER: &str = "returns";
const PASSWORD: &str = "sec ret\"\\%";

/// Dovecot refuses to read mail as root, so root hands its own over to these.
const NOBODY: (u32, u32) = (65534, 65534);

/// A running server; it ends when this is dropped.
pub struct Dovecot {
    process: Child,
    clear_port: u16,
    tls_port: u16,
    folder: TempDir,
}

impl Dovecot {
    /// # Panics
    /// Where dovecot is not installed or does not greet.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for name in ["run", "mail", "mail/new", "mail/cur", "mail/tmp"] {
            fs::create_dir(root.join(name)).unwrap();
        }
        certificates::make(root);
        let (clear_port, tls_port) = free_ports();
        let owner = owner(root);
        let config = config(root, owner, clear_port, tls_port);
        fs::write(root.join("dovecot.conf"), config).unwrap();
        let password = format!("{USER}:{{PLAIN}}{PASSWORD}\n");
        fs::write(root.join("passwords"), password).unwrap();
        let mut command = Command::new("/usr/sbin/dovecot");
        command
            .arg("-F")
            .arg("-c")
            .arg(root.join("dovecot.conf"))
            .stderr(Stdio::null());
        if fs::metadata(root).unwrap().uid() != owner.0 {
            give(root, owner);
            command.uid(owner.0).gid(owner.1);
        }
        let process = command
            .spawn()
            .expect("dovecot is installed (Debian package dovecot-imapd)");
        let dovecot = Self {
            process,
            clear_port,
            tls_port,
            folder,
        };
        dovecot.await_greeting();
        dovecot
    }

    /// Its mailbox, read in the clear.
    pub fn server(&self) -> ImapServer {
        self.server_by(ImapEncryption::None)
    }

    pub fn server_by(&self, encryption: ImapEncryption) -> ImapServer {
        ImapServer {
            host: "localhost".to_owned(),
            port: match encryption {
                ImapEncryption::Implicit => self.tls_port,
                ImapEncryption::StartTls | ImapEncryption::None => self.clear_port,
            },
            encryption,
            login: Login {
                user: USER.to_owned(),
                password: PASSWORD.to_owned(),
            },
            mailbox: "INBOX".to_owned(),
            interval: Duration::from_secs(60),
        }
    }

    /// The authority that signed its certificate.
    pub fn trust(&self) -> Trust {
        Trust::Only(fs::read(self.folder.path().join("authority.pem")).unwrap())
    }

    /// Puts a mail into the mailbox.
    pub fn deliver(&self, name: &str, mail: impl AsRef<[u8]>) {
        let root = self.folder.path();
        let (before, after) = (
            root.join("mail/tmp").join(name),
            root.join("mail/new").join(name),
        );
        fs::write(&before, mail).unwrap();
        if fs::metadata(&before).unwrap().uid() != owner(root).0 {
            chown(&before, Some(NOBODY.0), Some(NOBODY.1)).unwrap();
        }
        fs::rename(before, after).unwrap();
    }

    /// The names of the mails that were seen.
    pub fn seen(&self) -> Vec<String> {
        let mut seen: Vec<String> = fs::read_dir(self.folder.path().join("mail/cur"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(":2,S"))
            .map(|name| name.split([',', ':']).next().unwrap().to_owned())
            .collect();
        seen.sort();
        seen
    }

    fn await_greeting(&self) {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(30) {
            if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.clear_port))
                && stream.read(&mut [0; 64]).is_ok_and(|read| read > 0)
            {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let log = fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        panic!("dovecot does not greet:\n{log}");
    }
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        // Asked to, it ends its children too.
        let id = self.process.id().to_string();
        let _ = Command::new("kill").arg(id).status();
        let _ = self.process.wait();
    }
}

fn config(root: &Path, (uid, gid): (u32, u32), clear_port: u16, tls_port: u16) -> String {
    let root = root.display();
    let (user, group) = (name_of("passwd", uid), name_of("group", gid));
    format!(
        "base_dir = {root}/run
state_dir = {root}/run
log_path = {root}/log
protocols = imap
listen = 127.0.0.1, ::1
ssl = yes
ssl_cert = <{root}/server.pem
ssl_key = <{root}/server.key
disable_plaintext_auth = no
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
mail_location = maildir:{root}/mail
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {clear_port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
}}
passdb {{
  driver = passwd-file
  args = {root}/passwords
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={root}
}}
"
    )
}

/// Who the server runs as: whoever runs the tests, unless that is root.
fn owner(root: &Path) -> (u32, u32) {
    let folder = fs::metadata(root).unwrap();
    match (folder.uid(), folder.gid()) {
        (0, _) => NOBODY,
        own => own,
    }
}

fn give(path: &Path, (uid, gid): (u32, u32)) {
    chown(path, Some(uid), Some(gid)).unwrap();
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            give(&entry.unwrap().path(), (uid, gid));
        }
    }
}

fn name_of(database: &str, id: u32) -> String {
    let output = Command::new("getent")
        .args([database, &id.to_string()])
        .output()
        .unwrap();
    let line = String::from_utf8(output.stdout).unwrap();
    line.split(':').next().unwrap().to_owned()
}

fn free_ports() -> (u16, u16) {
    let listeners = [0, 1].map(|_| TcpListener::bind("127.0.0.1:0").unwrap());
    let [first, second] = listeners.map(|listener| listener.local_addr().unwrap().port());
    (first, second)
}
