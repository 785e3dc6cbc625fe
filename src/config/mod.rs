//! Settings: defaults, over them `convoke.toml`, over it the environment; checked once.
//!
//! Keys in the file are the variables in lower case without `CONVOKE_`. All faults are told at
//! once, by name and without the value, which may be a secret.

mod address;
mod check;
mod layers;
mod secret;
#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use url::Url;

use crate::base::sender::Sender;
use crate::conferencing::Services;
use crate::mailer::bounce::BounceAddress;
use crate::mailer::deliver::SmtpServer;
use crate::mailer::inbound::ImapServer;

pub use crate::base::network::{Network, NotANetwork};
use layers::Layers;
pub use secret::Secret;

/// How convoke is to run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// `sqlite://PATH` or `postgres://…`, which may hold a password.
    pub database_url: Secret,
    /// Where database, instance key and mail folder lie, unless settings of their own say else.
    pub data_dir: PathBuf,
    /// What to listen on; port 0 picks a free one.
    pub listen: SocketAddr,
    /// What every link is built from; `http://` and the bound address where absent. It is `https`,
    /// or `http` on loopback, and has no path.
    pub base_url: Option<Url>,
    /// Where to serve metrics; nowhere where absent.
    pub metrics_listen: Option<SocketAddr>,
    /// What mails go through; a folder where absent.
    pub smtp: Option<SmtpServer>,
    /// Whom mails are from.
    pub mail_from: Sender,
    /// How many connections to the mail server are kept; at least 1.
    pub mail_connections: usize,
    /// How many mails this process sends in a minute at most.
    pub mail_per_minute: Option<u32>,
    /// The mailbox read for bounces and calendar replies; none where absent.
    pub imap: Option<ImapServer>,
    /// The name by which our own mail server signs its Authentication-Results (RFC 8601).
    pub authserv_id: Option<String>,
    /// Below which mails are returned to addresses of their own; to the sender where absent.
    pub bounce_address: Option<BounceAddress>,
    /// Who vouches for organisers besides their mailboxes; nobody where absent.
    pub sso: Option<SingleSignOn>,
    /// Servers that make each person a link to join by.
    pub services: Services,
    /// The file of the instance key.
    pub secret_key_file: PathBuf,
    /// Whose X-Forwarded-For is believed.
    pub trusted_proxies: Vec<Network>,
    /// A folder whose files replace built-in templates.
    pub templates_dir: Option<PathBuf>,
    /// What to log, as `tracing_subscriber::EnvFilter` reads it.
    pub log: String,
    /// How log lines look.
    pub log_format: LogFormat,
}

/// An identity provider, and as what it knows this instance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SingleSignOn {
    /// Its address: what it calls itself in what it signs, to the letter.
    pub issuer: String,
    /// As what it knows this instance.
    pub client_id: String,
    /// By which this instance proves that to it, where it wants that.
    pub client_secret: Option<Secret>,
    /// What buttons say.
    pub name: String,
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// Why the settings were refused: one line for all faults.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", faults.join("; "))]
pub struct BadSettings {
    faults: Vec<String>,
}

impl Settings {
    /// Reads the settings from `file`, or from `convoke.toml` in the working directory where there
    /// is one, and from `environment`.
    ///
    /// # Errors
    /// [`BadSettings`] with every fault.
    pub fn load<I>(file: Option<&Path>, environment: I) -> Result<Self, BadSettings>
    where
        I: IntoIterator<Item = (OsString, OsString)>,
    {
        check::check(Layers::read(file, environment))
    }

    /// The same settings for a trial on this machine, which leaves nothing behind but `folder`.
    pub fn on_throw_away(self, folder: &Path, mail_from: Sender) -> Self {
        let port = self.listen.port();
        Self {
            database_url: Secret::new(format!("sqlite://{}", folder.join("convoke.db").display())),
            secret_key_file: folder.join("secret.key"),
            data_dir: folder.to_owned(),
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
            base_url: None,
            smtp: None,
            imap: None,
            sso: None,
            services: Services::default(),
            bounce_address: None,
            mail_from,
            ..self
        }
    }

    /// The file that is the database, unless that is a server.
    pub fn database_file(&self) -> Option<&Path> {
        self.database_url
            .reveal()
            .strip_prefix("sqlite://")
            .map(Path::new)
    }

    /// Where the mails go that no server takes.
    pub fn mail_folder(&self) -> PathBuf {
        self.data_dir.join("mail")
    }
}
