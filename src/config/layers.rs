//! Where settings come from; what they mean is none of its business.
//!
//! The layers are flat maps of texts, so that a crate for merging them would only get in the way:
//! it would guess types (a password may look like a number), and repeat values in its errors.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;

use toml::{Table, Value};

/// Read where the command line names no file.
const FILE: &str = "convoke.toml";

const PREFIX: &str = "CONVOKE_";

const KEYS: [&str; 26] = [
    "database_url",
    "data_dir",
    "listen",
    "base_url",
    "metrics_listen",
    "smtp_url",
    "mail_from",
    "mail_connections",
    "mail_per_minute",
    "imap_url",
    "authserv_id",
    "bounce_address",
    "oidc_issuer",
    "oidc_client_id",
    "oidc_client_secret",
    "oidc_name",
    "jitsi_url",
    "jitsi_app_id",
    "jitsi_secret",
    "bigbluebutton_url",
    "bigbluebutton_secret",
    "secret_key_file",
    "trusted_proxies",
    "templates_dir",
    "log",
    "log_format",
];

/// The settings as they were given, the last layer winning.
#[derive(Default)]
pub(super) struct Layers {
    given: BTreeMap<&'static str, Given>,
    /// What could not be understood as the text of a setting.
    pub(super) faults: Vec<String>,
}

/// One setting as it was given.
pub(super) struct Given {
    /// What was given.
    pub(super) text: String,
    /// By what, as the operator knows it.
    pub(super) origin: String,
}

impl Layers {
    /// Reads `file`, or [`FILE`] where there is one, and over it `environment`.
    pub(super) fn read<I>(file: Option<&Path>, environment: I) -> Self
    where
        I: IntoIterator<Item = (OsString, OsString)>,
    {
        let mut layers = Self::default();
        layers.read_file(file);
        for (variable, value) in environment {
            let variable = variable.to_string_lossy();
            if let Some(name) = variable.strip_prefix(PREFIX) {
                layers.read_variable(&variable, name, value);
            }
        }
        layers
    }

    /// The setting of that key, if it was given.
    pub(super) fn take(&mut self, key: &str) -> Option<Given> {
        debug_assert!(KEYS.contains(&key), "{key} is no setting");
        self.given.remove(key)
    }

    fn read_file(&mut self, file: Option<&Path>) {
        let path = file.unwrap_or(Path::new(FILE));
        let name = path.display();
        let content = match fs::read_to_string(path) {
            Ok(content) => content,
            Err(error) if error.kind() == io::ErrorKind::NotFound && file.is_none() => return,
            Err(error) => return self.faults.push(format!("{name} cannot be read: {error}")),
        };
        let table = match content.parse::<Table>() {
            Ok(table) => table,
            Err(error) => {
                // Its long form would show the line, which may hold a password.
                let before = error.span().map_or("", |span| &content[..span.start]);
                let line = before.matches('\n').count() + 1;
                let words = error.message().replace('\n', " ");
                return self.faults.push(format!("{name}, line {line}: {words}"));
            }
        };
        for (key, value) in table {
            match (known(&key), text(value)) {
                (None, _) => self
                    .faults
                    .push(format!("{name}: there is no setting `{key}`")),
                (Some(key), Some(text)) => self.give(key, text, format!("{key} in {name}")),
                (Some(key), None) => {
                    self.faults
                        .push(format!("{key} in {name} is neither text nor number"));
                }
            }
        }
    }

    fn read_variable(&mut self, variable: &str, name: &str, value: OsString) {
        let key = known(&name.to_ascii_lowercase()).filter(|key| key.to_ascii_uppercase() == name);
        match (key, value.into_string()) {
            (None, _) => self.faults.push(format!("there is no setting {variable}")),
            // How a list of variables says that one is not set.
            (Some(_), Ok(text)) if text.is_empty() => {}
            (Some(key), Ok(text)) => self.give(key, text, variable.to_owned()),
            (Some(_), Err(_)) => self.faults.push(format!("{variable} is not UTF-8")),
        }
    }

    fn give(&mut self, key: &'static str, text: String, origin: String) {
        self.given.insert(key, Given { text, origin });
    }
}

fn known(key: &str) -> Option<&'static str> {
    KEYS.into_iter().find(|known| *known == key)
}

/// A value of the file as the environment would spell it.
fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Integer(number) => Some(number.to_string()),
        Value::Array(values) => {
            let texts: Option<Vec<String>> = values.into_iter().map(text).collect();
            texts.map(|texts| texts.join(","))
        }
        _ => None,
    }
}
