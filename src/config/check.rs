use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;

use tracing_subscriber::EnvFilter;
use url::Url;

use super::address::{base_url, meeting_server, provider};
use super::layers::Layers;
use super::{BadSettings, LogFormat, Network, Secret, Settings, SingleSignOn};
use crate::conferencing::{BigBlueButton, Jitsi, Services};

/// More connections are not needed for speed, and some mail servers take three (OUT-8).
const MOST_CONNECTIONS: usize = 16;

/// What makes something of a setting's text, or says what is wrong with it.
type Understand = fn(&str) -> Result<String, String>;

/// Makes settings of what was given, or tells everything that is wrong with it.
pub(super) fn check(layers: Layers) -> Result<Settings, BadSettings> {
    let mut reader = Reader(layers);
    let settings = reader.settings();
    let faults = reader.0.faults;
    if faults.is_empty() {
        Ok(settings)
    } else {
        Err(BadSettings { faults })
    }
}

/// Reads one setting after the other and remembers what was wrong.
struct Reader(Layers);

impl Reader {
    fn settings(&mut self) -> Settings {
        let data_dir = self
            .path("data_dir")
            .unwrap_or_else(|| PathBuf::from("data"));
        let listen = self
            .read("listen", socket)
            .unwrap_or(SocketAddr::from(([127, 0, 0, 1], 8080)));
        Settings {
            database_url: self.read("database_url", database).unwrap_or_else(|| {
                Secret::new(format!(
                    "sqlite://{}",
                    data_dir.join("convoke.db").display()
                ))
            }),
            base_url: self.base_url(listen),
            metrics_listen: self.read("metrics_listen", socket),
            smtp: self.read("smtp_url", parsed),
            mail_from: self.read("mail_from", parsed).unwrap_or_else(|| {
                "convoke <events@localhost>"
                    .parse()
                    .expect("the default is a sender")
            }),
            mail_connections: self.read("mail_connections", connections).unwrap_or(2),
            mail_per_minute: self.read("mail_per_minute", rate),
            imap: self.read("imap_url", parsed),
            authserv_id: self.read("authserv_id", authserv_id),
            bounce_address: self.read("bounce_address", parsed),
            sso: self.single_sign_on(),
            services: self.services(),
            secret_key_file: self
                .path("secret_key_file")
                .unwrap_or_else(|| data_dir.join("secret.key")),
            trusted_proxies: self.read("trusted_proxies", networks).unwrap_or_default(),
            templates_dir: self.path("templates_dir"),
            log: self
                .read("log", log_filter)
                .unwrap_or_else(|| "info".to_owned()),
            log_format: self
                .read("log_format", log_format)
                .unwrap_or(LogFormat::Text),
            data_dir,
            listen,
        }
    }

    /// What `understand` makes of the setting; where it makes nothing, the fault is noted and the
    /// setting is as if not given.
    fn read<T>(
        &mut self,
        key: &str,
        understand: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        let given = self.0.take(key)?;
        match understand(given.text.trim()) {
            Ok(value) => Some(value),
            Err(words) => {
                self.0.faults.push(format!("{} {words}", given.origin));
                None
            }
        }
    }

    fn path(&mut self, key: &str) -> Option<PathBuf> {
        self.0.take(key).map(|given| PathBuf::from(given.text))
    }

    /// An issuer and a client belong together.
    fn single_sign_on(&mut self) -> Option<SingleSignOn> {
        let issuer = self.0.take("oidc_issuer");
        let client_id = self.read("oidc_client_id", word);
        let client_secret = self.read("oidc_client_secret", |text| {
            Ok(Secret::new(text.to_owned()))
        });
        let name = self.read("oidc_name", word);
        let Some(issuer) = issuer else {
            if client_id.is_some() || client_secret.is_some() || name.is_some() {
                let fault = "CONVOKE_OIDC_ISSUER must be set where CONVOKE_OIDC_CLIENT_ID is";
                self.0.faults.push(fault.to_owned());
            }
            return None;
        };
        let read = provider(issuer.text.trim());
        let host = read.map_err(|words| self.0.faults.push(format!("{} {words}", issuer.origin)));
        if client_id.is_none() {
            let fault = "CONVOKE_OIDC_CLIENT_ID must be set where CONVOKE_OIDC_ISSUER is";
            self.0.faults.push(fault.to_owned());
        }
        Some(SingleSignOn {
            issuer: issuer.text.trim().to_owned(),
            client_id: client_id?,
            client_secret,
            name: name.or(host.ok())?,
        })
    }

    fn services(&mut self) -> Services {
        let jitsi = self.together([
            ("jitsi_url", meeting_server as Understand),
            ("jitsi_app_id", word),
            ("jitsi_secret", word),
        ]);
        let bigbluebutton = self.together([
            ("bigbluebutton_url", meeting_server as Understand),
            ("bigbluebutton_secret", word),
        ]);
        Services {
            jitsi: jitsi.map(|[url, app_id, secret]| Jitsi::new(url, app_id, secret)),
            bigbluebutton: bigbluebutton.map(|[url, secret]| BigBlueButton::new(&url, secret)),
        }
    }

    /// Settings that belong together: all of them, or none.
    fn together<const N: usize>(&mut self, parts: [(&str, Understand); N]) -> Option<[String; N]> {
        let faults = self.0.faults.len();
        let given = parts.map(|(key, understand)| (key, self.read(key, understand)));
        let variable = |key: &str| format!("CONVOKE_{}", key.to_ascii_uppercase());
        let there = given.iter().find(|(_, value)| value.is_some());
        if let Some((present, _)) = there.filter(|_| self.0.faults.len() == faults) {
            let missing = given.iter().filter(|(_, value)| value.is_none());
            let missing = missing.map(|(key, _)| {
                let [missing, present] = [key, present].map(|key| variable(key));
                format!("{missing} must be set where {present} is")
            });
            self.0.faults.extend(missing);
        }
        let values: Vec<String> = given.into_iter().filter_map(|(_, value)| value).collect();
        values.try_into().ok()
    }

    /// Without a base address links lead to where the service listens, which has to be a place
    /// where unencrypted links are harmless.
    fn base_url(&mut self, listen: SocketAddr) -> Option<Url> {
        let faults = self.0.faults.len();
        let base_url = self.read("base_url", base_url);
        if base_url.is_none() && self.0.faults.len() == faults && !listen.ip().is_loopback() {
            self.0.faults.push(
                "CONVOKE_BASE_URL must be set where CONVOKE_LISTEN is not loopback".to_owned(),
            );
        }
        base_url
    }
}

fn parsed<T: FromStr<Err: ToString>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: T::Err| error.to_string())
}

fn socket(text: &str) -> Result<SocketAddr, String> {
    text.parse()
        .map_err(|_| "is not an address and port such as 127.0.0.1:8080".to_owned())
}

fn database(text: &str) -> Result<Secret, String> {
    let is_file = text
        .strip_prefix("sqlite://")
        .is_some_and(|path| !path.is_empty());
    let is_server = ["postgres://", "postgresql://"]
        .iter()
        .any(|scheme| text.starts_with(scheme))
        && Url::parse(text).is_ok();
    if is_file || is_server {
        Ok(Secret::new(text.to_owned()))
    } else {
        Err("is not of the form sqlite://PATH or postgres://user:password@host/name".to_owned())
    }
}

fn word(text: &str) -> Result<String, String> {
    if text.is_empty() || text.chars().any(char::is_control) {
        Err("is empty or holds what is no letter".to_owned())
    } else {
        Ok(text.to_owned())
    }
}

fn connections(text: &str) -> Result<usize, String> {
    let number = text
        .parse()
        .ok()
        .filter(|number| (1..=MOST_CONNECTIONS).contains(number));
    number.ok_or_else(|| format!("is not a number from 1 to {MOST_CONNECTIONS}"))
}

fn rate(text: &str) -> Result<u32, String> {
    let number = text.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| "is not a number from 1".to_owned())
}

fn networks(text: &str) -> Result<Vec<Network>, String> {
    text.split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(parsed)
        .collect()
}

/// A name as it stands in a header (RFC 8601 section 2.2).
fn authserv_id(text: &str) -> Result<String, String> {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-._".contains(&b);
    if !text.is_empty() && text.bytes().all(is_plain) {
        Ok(text.to_owned())
    } else {
        Err("is not a name such as mx.example.org".to_owned())
    }
}

fn log_filter(text: &str) -> Result<String, String> {
    EnvFilter::try_new(text)
        .map(|_| text.to_owned())
        .map_err(|_| "is not a log filter such as info or convoke=debug".to_owned())
}

fn log_format(text: &str) -> Result<LogFormat, String> {
    match text {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err("is neither text nor json".to_owned()),
    }
}
