//! A throw-away PostgreSQL cluster, started by the first test that needs one and shared by all
//! test processes of this user; it stops and removes itself half a minute after the last of them.
//!
//! Each process holds `users.lock` shared while it lives. A watch in the background tries to take
//! it alone, and stops the cluster while it has it: a test that comes meanwhile waits, finds no
//! cluster and starts the next. The cluster keeps PostgreSQL's defaults where they matter: `fsync`
//! stays on, since the product refuses a server without it (R-14).

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::Write;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use tokio::sync::OnceCell;

use crate::base::chance::Chance;
use crate::base::clock::Clock;
use crate::base::db::Db;

const TO_INSTALL: &str = "the tests need PostgreSQL's own programs (initdb, pg_ctl); on Debian: \
                          apt-get install postgresql";

/// The running cluster.
pub(super) struct Cluster {
    /// `postgres://user:password@host:port`, without a database.
    address: String,
    /// The migrated database that others are copied from.
    template: String,
    /// Held shared while this process lives: the cluster does not stop meanwhile.
    _users: File,
}

impl Cluster {
    /// The cluster that all tests share, started where it is not running.
    pub(super) async fn shared() -> &'static Self {
        static CLUSTER: OnceCell<Cluster> = OnceCell::const_new();
        CLUSTER
            .get_or_init(|| Self::join(Folder::of_this_user(), &[]))
            .await
    }

    /// The address of the database `name`.
    pub(super) fn url(&self, name: &str) -> String {
        format!("{}/{name}", self.address)
    }

    /// A fresh copy of the migrated database; gives its name.
    pub(super) async fn create_database(&self) -> String {
        let name = format!("test_{}", hex(&Chance::System.bytes::<8>()));
        let template = &self.template;
        self.order(&format!("CREATE DATABASE {name} TEMPLATE {template}"))
            .await;
        name
    }

    /// Removes the database `name`, whoever is still connected to it.
    pub(super) async fn drop_database(&self, name: &str) {
        self.order(&format!("DROP DATABASE {name} WITH (FORCE)"))
            .await;
    }

    /// The cluster in `folder`, started with these settings where it is not running.
    pub(super) async fn join(folder: Folder, settings: &[&str]) -> Self {
        let users = folder.lock_file("users.lock");
        users
            .lock_shared()
            .expect("the cluster's users are counted");
        let alone = folder.lock_file("start.lock");
        alone.lock().expect("one process starts the cluster");
        let address = match folder.running().await {
            Some(address) => address,
            None => folder.start(settings),
        };
        let cluster = Self {
            address,
            template: format!("template_{}", fingerprint_of_migrations()),
            _users: users,
        };
        cluster.prepare_template().await;
        cluster
    }

    /// Makes the migrated database unless there is one of these very migrations.
    async fn prepare_template(&self) {
        let mut admin = self.admin().await;
        let there: bool =
            sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = $1)")
                .bind(&self.template)
                .fetch_one(&mut admin)
                .await
                .expect("the cluster lists its databases");
        if there {
            return;
        }
        let draft = format!("draft_{}", hex(&Chance::System.bytes::<8>()));
        self.order(&format!("CREATE DATABASE {draft}")).await;
        let db = Db::open(&self.url(&draft), Clock::System, Chance::System)
            .await
            .expect("a fresh database opens");
        db.migrate()
            .await
            .expect("the schema applies to PostgreSQL");
        db.close().await;
        let template = &self.template;
        self.order(&format!("ALTER DATABASE {draft} RENAME TO {template}"))
            .await;
    }

    async fn order(&self, statement: &str) {
        self.admin()
            .await
            .execute(AssertSqlSafe(statement))
            .await
            .unwrap_or_else(|error| panic!("the test cluster refused `{statement}`: {error}"));
    }

    async fn admin(&self) -> PgConnection {
        PgConnection::connect(&self.url("postgres"))
            .await
            .expect("the test cluster takes a connection")
    }
}

/// Where a cluster lies.
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    fn of_this_user() -> Self {
        let user = fs::metadata("/proc/self")
            .expect("Linux's /proc is there")
            .uid();
        let path = std::env::temp_dir().join(format!("convoke-tests-{user}"));
        if let Err(error) = DirBuilder::new().recursive(true).mode(0o755).create(&path) {
            panic!("the folder {} cannot be made: {error}", path.display());
        }
        Self(path)
    }

    fn lock_file(&self, name: &str) -> File {
        OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(self.0.join(name))
            .expect("a lock file can be made")
    }

    /// The address of the cluster, if it answers.
    async fn running(&self) -> Option<String> {
        let address = fs::read_to_string(self.address_file()).ok()?;
        let url = format!("{address}/postgres");
        PgConnection::connect(&url).await.is_ok().then_some(address)
    }

    /// Starts a fresh cluster, in place of what an earlier one may have left.
    fn start(&self, settings: &[&str]) -> String {
        let data = self.data();
        if data.exists() {
            fs::remove_dir_all(&data).expect("what an earlier cluster left can be removed");
        }
        DirBuilder::new()
            .mode(0o700)
            .create(&data)
            .expect("the data folder can be made");
        let server = Server::find();
        server.give(&data);
        let password = hex(&Chance::System.bytes::<16>());
        server.initialise(&data, &password);
        let port = server.launch(&data, settings);
        let address = format!("postgres://postgres:{password}@127.0.0.1:{port}");
        write_secret(&self.address_file(), &address);
        self.watch(&server, &data);
        address
    }

    pub(super) fn data(&self) -> PathBuf {
        self.0.join("data")
    }

    fn address_file(&self) -> PathBuf {
        self.0.join("address")
    }

    /// Leaves a watch behind that stops the cluster once nobody uses it.
    fn watch(&self, server: &Server, data: &Path) {
        let stop = server.command("pg_ctl");
        let script = r#"
            users=$1 data=$2; shift 2
            while sleep 30; do
                [ -e "$users" ] || exit
                flock --nonblock "$users" sh -c '
                    data=$1; shift
                    "$@" stop --pgdata="$data" --mode=immediate --silent
                    rm -rf "$data"
                ' sh "$data" "$@" && exit
            done &"#;
        let left = Command::new("sh")
            .args(["-c", script, "sh"])
            .arg(self.0.join("users.lock"))
            .arg(data)
            .arg(stop.get_program())
            .args(stop.get_args())
            .current_dir("/")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .status()
            .expect("a shell starts");
        assert!(left.success(), "the watch over the cluster does not start");
    }
}

/// PostgreSQL's programs, and who may run them.
pub(super) struct Server {
    programs: PathBuf,
    /// User and group `postgres`, where we are root: PostgreSQL refuses to run as root.
    owner: Option<(u32, u32)>,
}

impl Server {
    pub(super) fn find() -> Self {
        let root = fs::metadata("/proc/self")
            .expect("Linux's /proc is there")
            .uid()
            == 0;
        Self {
            programs: programs().unwrap_or_else(|| panic!("{TO_INSTALL}")),
            owner: root.then(|| (id_of("-u"), id_of("-g"))),
        }
    }

    /// Gives `path` to whom the server runs as.
    fn give(&self, path: &Path) {
        if let Some((user, group)) = self.owner {
            chown(path, Some(user), Some(group)).expect("root gives files to postgres");
        }
    }

    /// The program `name`, to be run by whom PostgreSQL accepts.
    fn command(&self, name: &str) -> Command {
        let program = self.programs.join(name);
        let mut command = match self.owner {
            None => Command::new(program),
            Some((user, group)) => {
                let mut command = Command::new("setpriv");
                command
                    .arg(format!("--reuid={user}"))
                    .arg(format!("--regid={group}"))
                    .arg("--clear-groups")
                    .arg(program);
                command
            }
        };
        command.current_dir("/");
        command
    }

    fn initialise(&self, data: &Path, password: &str) {
        let note = data.with_file_name("password");
        write_secret(&note, password);
        self.give(&note);
        let output = self
            .command("initdb")
            .arg("--pgdata")
            .arg(data)
            .arg("--pwfile")
            .arg(&note)
            .args(["--username=postgres", "--encoding=UTF8", "--locale=C"])
            .args(["--auth-local=trust", "--auth-host=password", "--no-sync"])
            .stdin(Stdio::null())
            .output()
            .unwrap_or_else(|error| panic!("initdb does not start ({error}): {TO_INSTALL}"));
        assert!(
            output.status.success(),
            "initdb failed: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        fs::remove_file(&note).expect("the password can be removed");
    }

    /// Starts the server on a free port of the loopback; the socket lies in its 0700 data folder.
    fn launch(&self, data: &Path, settings: &[&str]) -> u16 {
        // Another program may take the port between our look and the server's: then the next.
        for _ in 0..5 {
            let port = free_port();
            // A zone that nobody expects: what depends on the server's zone shows.
            let mut options = format!(
                "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={} \
                 -c max_connections=200 -c autovacuum=off -c timezone=Asia/Kathmandu",
                data.display()
            );
            for setting in settings {
                options.push_str(&format!(" -c {setting}"));
            }
            if self.run(data, &["start", "--wait", "--options", &options]) {
                return port;
            }
        }
        let log = fs::read_to_string(data.join("server.log")).unwrap_or_default();
        panic!("the test cluster does not start: {log}");
    }

    /// Starts the server as it was started before.
    pub(super) fn start_again(&self, data: &Path) {
        // Somebody may have the port for a moment.
        for _ in 0..20 {
            // It was not stopped in peace: `restart` takes the options from the file that it left.
            if self.run(data, &["restart", "--wait"]) {
                return;
            }
            std::thread::sleep(Duration::from_millis(250));
        }
        let log = fs::read_to_string(data.join("server.log")).unwrap_or_default();
        panic!("the test cluster does not start again: {log}");
    }

    /// Stops the server without any word to those who are connected.
    pub(super) fn stop_at_once(&self, data: &Path) -> bool {
        self.run(data, &["stop", "--wait", "--mode=immediate"])
    }

    /// Runs an order of `pg_ctl`; whether it was carried out.
    fn run(&self, data: &Path, order: &[&str]) -> bool {
        self.command("pg_ctl")
            .args(order)
            .args(["--silent", "--pgdata"])
            .arg(data)
            .arg("--log")
            .arg(data.join("server.log"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap_or_else(|error| panic!("pg_ctl does not start ({error}): {TO_INSTALL}"))
            .success()
    }
}

/// The folder of `initdb` and `pg_ctl`: the newest of Debian's, or one in the search path.
fn programs() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .collect();
    versions.sort();
    let searched = std::env::var_os("PATH").unwrap_or_default();
    versions
        .into_iter()
        .rev()
        .map(|(_, folder)| folder)
        .chain(std::env::split_paths(&searched))
        .find(|folder| folder.join("initdb").exists() && folder.join("pg_ctl").exists())
}

/// What `id` says of the user `postgres`.
fn id_of(which: &str) -> u32 {
    Command::new("id")
        .args([which, "postgres"])
        .output()
        .ok()
        .and_then(|output| String::from_utf8(output.stdout).ok()?.trim().parse().ok())
        .unwrap_or_else(|| panic!("root runs PostgreSQL as the user postgres: {TO_INSTALL}"))
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .expect("the loopback has a free port")
        .port()
}

/// Writes a file that only its owner reads.
fn write_secret(path: &Path, secret: &str) {
    let _ = fs::remove_file(path);
    OpenOptions::new()
        .create_new(true)
        .write(true)
        .mode(0o600)
        .open(path)
        .and_then(|mut file| file.write_all(secret.as_bytes()))
        .unwrap_or_else(|error| panic!("{} cannot be written: {error}", path.display()));
}

fn fingerprint_of_migrations() -> String {
    let mut digest = Sha256::new();
    for migration in sqlx::migrate!().iter() {
        digest.update(migration.version.to_be_bytes());
        digest.update(&migration.checksum);
    }
    hex(&digest.finalize()[..8])
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
