//! A database with events whose registration is open, and processes that serve them.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use chrono::TimeDelta;
use convoke::base::chance::Chance;
use convoke::base::clock::Clock;
use convoke::base::db::{Db, Sql};
use convoke::base::secret::InstanceKey;
use convoke::base::testing::TestDb;
use tempfile::TempDir;

use crate::served::Served;

const SAMPLE: &str = include_str!("../../samples/roundtable.toml");
const SENDER: &str = "Levant Institute <events@institute.example>";
const KEY: [u8; 32] = [7; 32];

pub struct House {
    /// Goes by the system's clock, as the program does.
    pub db: Db,
    pub url: String,
    folder: TempDir,
}

/// How a process serves.
#[derive(Clone, Copy, Default)]
pub struct Way<'a> {
    /// Which of several it is.
    pub node: usize,
    /// A library to preload.
    pub preload: Option<&'a Path>,
    /// The port of the mail server that it sends to by itself; otherwise sending is left to others.
    pub mails_to: Option<u16>,
}

impl House {
    pub async fn over(test: &TestDb) -> Self {
        let folder = TempDir::new().unwrap();
        let key = folder.path().join("secret.key");
        fs::write(key, BASE64_STANDARD.encode(KEY)).unwrap();
        let db = Db::open(&test.url, Clock::System, Chance::System).await;
        Self {
            db: db.unwrap(),
            url: test.url.clone(),
            folder,
        }
    }

    /// Announces the roundtable of the sample at `slug`, with so many places online.
    pub fn announce(&self, slug: &str, places: usize) -> Arc<str> {
        let file = self.folder.path().join("event.toml");
        fs::write(&file, open_now(slug, places)).unwrap();
        let mut command = self.command(Way::default());
        let run = command.args(["event", "import"]).arg(&file).output();
        let run = run.unwrap();
        let stderr = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "{stderr}");
        slug.into()
    }

    /// Starts the real program.
    pub fn serve(&self, way: Way<'_>) -> Served {
        let mut command = self.command(way);
        command.arg("serve").stderr(Stdio::null());
        if way.mails_to.is_none() {
            command.arg("--no-worker");
        }
        Served::start(&mut command)
    }

    fn command(&self, way: Way<'_>) -> Command {
        let folder = self.folder.path();
        let data = folder.join(format!("node-{}", way.node));
        let mut command = Command::new(env!("CARGO_BIN_EXE_convoke"));
        command
            .current_dir(folder)
            .env_clear()
            .env("CONVOKE_DATABASE_URL", &self.url)
            .env("CONVOKE_DATA_DIR", data)
            .env("CONVOKE_SECRET_KEY_FILE", folder.join("secret.key"))
            .env("CONVOKE_MAIL_FROM", SENDER)
            .env("CONVOKE_TRUSTED_PROXIES", "127.0.0.1")
            .env("CONVOKE_LISTEN", "127.0.0.1:0");
        if let Some(port) = way.mails_to {
            command.env("CONVOKE_SMTP_URL", format!("smtp://127.0.0.1:{port}"));
        }
        if let Some(preload) = way.preload {
            command.env("LD_PRELOAD", preload);
        }
        command
    }

    /// The key of the instance.
    pub fn key(&self) -> InstanceKey {
        InstanceKey::from_bytes(KEY)
    }

    /// How many have a place in the event.
    pub async fn confirmed(&self, slug: &str) -> usize {
        let text = "SELECT count(*) FROM registration r JOIN event e ON e.id = r.event_id
                    WHERE r.state = 'confirmed' AND e.slug = $1";
        let mut tx = self.db.read().await.unwrap();
        let counted = tx.query(Sql::new(text, text)).bind(slug.to_owned());
        let (counted,): (i64,) = counted.fetch_one().await.unwrap();
        counted.try_into().unwrap()
    }

    /// Runs a statement by hand.
    pub async fn by_hand(&self, statement: Sql) {
        let mut tx = self.db.begin().await.unwrap();
        tx.query(statement).execute().await.unwrap();
        tx.commit().await.unwrap();
    }
}

fn open_now(slug: &str, places: usize) -> String {
    // Wall times of Beirut, read off a clock that is two or three hours behind it.
    let in_days = |days| {
        let at = Clock::System.now() + TimeDelta::days(days);
        at.format("%Y-%m-%dT%H:%M:00").to_string()
    };
    let changes = [
        ("anti-corruption-in-practice", slug.to_owned()),
        ("opens = 2022-11-10T09:00:00", String::new()),
        ("2022-11-24T23:59:00", in_days(1)),
        ("online = 300", format!("online = {places}")),
        ("2022-11-25T15:00:00", in_days(2)),
        ("2022-11-25T17:00:00", in_days(3)),
    ];
    changes.iter().fold(SAMPLE.to_owned(), |file, (from, to)| {
        assert!(file.contains(from), "{from}");
        file.replacen(from, to, 1)
    })
}
