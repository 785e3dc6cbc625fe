//! An event file in JSON, for programs: the same keys and values, with dates and times as strings.

use std::fmt::Display;

use serde_json::{Map, Value as Json};

use super::fault::{Fault, Faults};
use super::outline::outline;
use super::read_judged;
use super::tree::{Branch, Node};
use crate::base::zone::WallTime;
use crate::event::Details;

/// The keys of what stands without quotes in a file and has no form of its own in JSON.
const MOMENTS: [&str; 6] = [
    "starts",
    "ends",
    "opens",
    "closes",
    "offers_until",
    "expires",
];

/// The part of a file, of an event or of a session, that holds links.
const MEETING: &str = "meeting";

/// An event as JSON; links to join by and recordings are in it where `shows_links`.
pub fn to_json(details: &Details, shows_links: bool) -> Json {
    object(&outline(details), shows_links, false)
}

/// Reads what [`to_json`] wrote, or somebody in its manner, and `judge` accepts; a key that is `null` is absent.
///
/// # Errors
/// Everything that is wrong, as [`read_judged`] and `judge` see it. What says nothing of lines has line 1.
pub fn from_json<R: Display>(
    json: &Json,
    judge: impl FnOnce(&Details) -> Vec<(String, R)>,
) -> Result<Details, Faults> {
    let mut faults = Vec::new();
    let tree = toml_of(json, "", "", &mut faults);
    if let Some(faults) = Faults::of(faults) {
        return Err(faults);
    }
    let text = match tree {
        Some(tree @ toml::Value::Table(_)) => toml::to_string(&tree).map_err(unwritable)?,
        _ => return Err(Faults::one(1, "has to be an object".to_owned())),
    };
    read_judged(&text, judge)
}

fn unwritable(error: toml::ser::Error) -> Faults {
    Faults::one(1, format!("cannot stand in an event file: {error}"))
}

fn object(branch: &Branch, shows_links: bool, is_meeting: bool) -> Json {
    let entries = branch.iter().filter_map(|(key, node)| {
        let is_hidden = is_meeting && !shows_links && matches!(node, Node::Secret(_));
        let value = || value(node, shows_links, key == MEETING);
        (!is_hidden).then(|| (key.to_owned(), value()))
    });
    Json::Object(entries.collect::<Map<_, _>>())
}

fn value(node: &Node, shows_links: bool, is_meeting: bool) -> Json {
    let object = |branch| object(branch, shows_links, is_meeting);
    match node {
        Node::Text(text) | Node::Secret(text) => Json::from(text.as_str()),
        Node::Bare(bare) => {
            serde_json::from_str(bare).unwrap_or_else(|_| Json::from(bare.as_str()))
        }
        Node::List(entries) => entries
            .iter()
            .map(|entry| value(entry, shows_links, false))
            .collect(),
        Node::Inline(branch) | Node::Section(branch) => object(branch),
        Node::Sections(branches) => branches.iter().map(object).collect(),
    }
}

/// The same in TOML; none for what is absent, or faulty, which is noted.
fn toml_of(json: &Json, key: &str, path: &str, faults: &mut Vec<Fault>) -> Option<toml::Value> {
    let within = |step: &str| match path {
        "" => step.to_owned(),
        path => format!("{path}.{step}"),
    };
    Some(match json {
        Json::Null => return None,
        Json::Bool(flag) => toml::Value::Boolean(*flag),
        Json::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => toml::Value::Integer(whole),
            (None, broken) => toml::Value::Float(broken.unwrap_or(f64::MAX)),
        },
        Json::String(text) if MOMENTS.contains(&key) => moment(text, path, faults)?,
        Json::String(text) => toml::Value::String(text.clone()),
        Json::Array(entries) => toml::Value::Array(
            entries
                .iter()
                .zip(1..)
                .filter_map(|(entry, number): (_, usize)| {
                    toml_of(entry, "", &within(&number.to_string()), faults)
                })
                .collect(),
        ),
        Json::Object(entries) => toml::Value::Table(
            entries
                .iter()
                .filter_map(|(key, entry)| {
                    Some((key.clone(), toml_of(entry, key, &within(key), faults)?))
                })
                .collect(),
        ),
    })
}

fn moment(text: &str, path: &str, faults: &mut Vec<Fault>) -> Option<toml::Value> {
    let parsed = text.parse::<WallTime>().map_err(|error| error.to_string());
    // TOML knows years of four digits only, as RFC 3339 does.
    let written = parsed.and_then(|wall| {
        let datetime = wall.to_string().parse::<toml::value::Datetime>();
        datetime.map_err(|error| error.to_string())
    });
    match written {
        Ok(datetime) => Some(toml::Value::Datetime(datetime)),
        Err(reason) => {
            faults.push(Fault {
                line: 1,
                path: path.to_owned(),
                reason,
            });
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::event::file::read;

    const FILES: [&str; 3] = [
        include_str!("../../../tests/samples/everything.toml"),
        include_str!("../../../tests/samples/roundtable.toml"),
        include_str!("../../../tests/samples/summit.toml"),
    ];

    fn accepted(json: &Json) -> Result<Details, Faults> {
        from_json(json, |_| Vec::<(String, String)>::new())
    }

    #[test]
    fn what_was_written_is_read_as_it_was() {
        for file in FILES {
            let details = read(file).expect("a sample");
            let json = to_json(&details, true);
            let again = accepted(&json).unwrap_or_else(|faults| panic!("{faults}"));
            assert_eq!(again, details, "{json:#}");
        }
    }

    #[test]
    fn s_32_links_are_told_to_whom_they_are_for_only() {
        let details = read(FILES[0]).expect("a sample");
        let links = details.meeting_links();
        assert!(links.len() > 1, "the sample has several links");
        let (open, closed) = (to_json(&details, true), to_json(&details, false));
        for link in links {
            let link = link.reveal();
            assert!(open.to_string().contains(link), "{link}");
            assert!(!closed.to_string().contains(link), "{link}");
        }
        assert!(closed["meeting"]["provider"].is_string());
        let recording = details.meeting.and_then(|meeting| meeting.recording);
        if let Some(recording) = recording {
            assert!(!closed.to_string().contains(recording.reveal()));
        }
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_its_key() {
        let mut json = to_json(&read(FILES[1]).expect("a sample"), true);
        json["kind"] = json!("party");
        json["session"][0]["colour"] = json!("red");
        json["format"] = json!(7);
        let faults = accepted(&json).expect_err("it is faulty");
        let paths: Vec<&str> = faults.iter().map(|fault| fault.path.as_str()).collect();
        for path in ["kind", "session.1.colour", "format"] {
            assert!(paths.contains(&path), "{path} in {paths:?}");
        }
        json["session"][0]["starts"] = json!("tomorrow");
        let faults = accepted(&json).expect_err("it is faulty");
        let first = faults.iter().next().expect("a fault");
        assert_eq!(first.path, "session.1.starts");
        assert!(accepted(&json!([1])).is_err() && accepted(&json!(null)).is_err());
    }
}
