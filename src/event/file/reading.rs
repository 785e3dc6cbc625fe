//! JSON made TOML, once over and no more: it may be as large as a file, and wrong in every place.

use serde_json::Value as Json;

use super::document::MOST_FAULTS;
use super::fault::{Fault, Faults, Sort, quotable};
use crate::base::zone::WallTime;

/// The keys of what stands without quotes in a file and has no form of its own in JSON.
const MOMENTS: [&str; 7] = [
    "starts",
    "ends",
    "opens",
    "closes",
    "offers_until",
    "expires",
    "send_at",
];

/// Octets of the longest key: longer than any that a file knows.
const LONGEST_KEY: usize = 100;

/// About how many octets it has when it is written, and never more.
pub(super) fn octets(json: &Json) -> usize {
    match json {
        Json::Null | Json::Bool(_) | Json::Number(_) => 1,
        Json::String(text) => text.len(),
        Json::Array(entries) => entries.iter().map(octets).sum(),
        Json::Object(entries) => entries
            .iter()
            .map(|(key, entry)| key.len() + octets(entry))
            .sum(),
    }
}

/// The same in TOML; none where there is nothing.
///
/// # Errors
/// What cannot stand in a file.
pub(super) fn in_toml(json: &Json) -> Result<Option<toml::Value>, Faults> {
    let mut reading = Reading::default();
    let tree = reading.toml_of(json, "");
    match Faults::of(reading.faults) {
        Some(faults) => Err(faults),
        None => Ok(tree),
    }
}

/// JSON on its way to TOML: where it is, and what was wrong so far.
#[derive(Default)]
struct Reading {
    path: String,
    faults: Vec<Fault>,
}

impl Reading {
    /// The same in TOML; none for what is absent, or faulty, which is noted.
    fn toml_of(&mut self, json: &Json, key: &str) -> Option<toml::Value> {
        Some(match json {
            Json::Null => return None,
            Json::Bool(flag) => toml::Value::Boolean(*flag),
            Json::Number(number) => match (number.as_i64(), number.as_f64()) {
                (Some(whole), _) => toml::Value::Integer(whole),
                (None, broken) => toml::Value::Float(broken.unwrap_or(f64::MAX)),
            },
            Json::String(text) if MOMENTS.contains(&key) => self.moment(text)?,
            Json::String(text) => toml::Value::String(text.clone()),
            Json::Array(entries) => toml::Value::Array(
                entries
                    .iter()
                    .zip(1..)
                    .filter_map(|(entry, number): (_, usize)| {
                        self.within(&number.to_string(), |own| own.entry(entry))
                    })
                    .collect(),
            ),
            Json::Object(entries) => toml::Value::Table(
                entries
                    .iter()
                    .filter_map(|(key, entry)| {
                        let value = self.value(key, entry)?;
                        Some((key.clone(), value))
                    })
                    .collect(),
            ),
        })
    }

    /// An entry of a list, which has its place there.
    fn entry(&mut self, entry: &Json) -> Option<toml::Value> {
        if entry.is_null() {
            self.refuse(Sort::Kind, "has to be something".to_owned());
        }
        self.toml_of(entry, "")
    }

    /// What stands at a key.
    fn value(&mut self, key: &str, entry: &Json) -> Option<toml::Value> {
        if key.len() > LONGEST_KEY {
            self.within(quotable(key).as_str(), |own| {
                let reason = format!("is not a key here: it has more than {LONGEST_KEY} octets");
                own.refuse(Sort::Unknown, reason);
            });
            return None;
        }
        self.within(key, |own| own.toml_of(entry, key))
    }

    /// Does `what` one `step` further on.
    fn within<T>(&mut self, step: &str, what: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.path.len();
        if before > 0 {
            self.path.push('.');
        }
        self.path.push_str(step);
        let done = what(self);
        self.path.truncate(before);
        done
    }

    fn moment(&mut self, text: &str) -> Option<toml::Value> {
        let parsed = text.parse::<WallTime>().map_err(|error| error.to_string());
        // TOML knows years of four digits only, as RFC 3339 does.
        let written = parsed.and_then(|wall| {
            let datetime = wall.to_string().parse::<toml::value::Datetime>();
            datetime.map_err(|error| error.to_string())
        });
        match written {
            Ok(datetime) => Some(toml::Value::Datetime(datetime)),
            Err(reason) => {
                self.refuse(Sort::Time, reason);
                None
            }
        }
    }

    fn refuse(&mut self, sort: Sort, reason: String) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault {
                line: 1,
                path: self.path.clone(),
                reason,
                sort,
            });
        }
    }
}
