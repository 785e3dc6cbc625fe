//! An event file in JSON, for programs: the same keys and values, with dates and times as strings.

use serde_json::{Map, Value as Json};

use super::details::details;
use super::fault::Faults;
use super::outline::outline;
use super::reading::{in_toml, octets};
use super::table::Table;
use super::tree::{Branch, Node};
use super::{SIZE_LIMIT, TOO_LARGE};
use crate::event::Details;

/// The part of a file, of an event or of a session, that holds links.
const MEETING: &str = "meeting";

/// An event as JSON; links to join by and recordings are in it where `shows_links`.
pub fn to_json(details: &Details, shows_links: bool) -> Json {
    object(&outline(details), shows_links, false)
}

/// What holds no links to join by, as JSON.
pub(super) fn part_to_json(branch: &Branch) -> Json {
    object(branch, true, false)
}

/// Reads what [`to_json`] wrote, or somebody in its manner; a key that is `null` is absent.
///
/// # Errors
/// Everything that is wrong. What says nothing of lines has line 1.
pub fn from_json(json: &Json) -> Result<Details, Faults> {
    read_json(json, details)
}

/// Reads an object whose keys `what` asks for, as in a file.
pub(super) fn read_json<T>(
    json: &Json,
    what: impl FnOnce(&Table<'_>) -> Option<T>,
) -> Result<T, Faults> {
    // Before anything is made of it: what is made is no smaller.
    if octets(json) > SIZE_LIMIT {
        return Err(Faults::one(1, TOO_LARGE.to_owned()));
    }
    let text = match in_toml(json)? {
        Some(tree @ toml::Value::Table(_)) => toml::to_string(&tree).map_err(unwritable)?,
        _ => return Err(Faults::one(1, "has to be an object".to_owned())),
    };
    super::read_as(&text, what)
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::document::MOST_FAULTS;
    use super::super::fault::Sort;
    use super::super::read;
    use super::*;

    const FILES: [&str; 3] = [
        include_str!("../../../tests/samples/everything.toml"),
        include_str!("../../../tests/samples/roundtable.toml"),
        include_str!("../../../tests/samples/summit.toml"),
    ];

    #[test]
    fn what_was_written_is_read_as_it_was() {
        for file in FILES {
            let details = read(file).expect("a sample");
            let json = to_json(&details, true);
            let again = from_json(&json).unwrap_or_else(|faults| panic!("{faults}"));
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
        let faults = from_json(&json).expect_err("it is faulty");
        let paths: Vec<&str> = faults.iter().map(|fault| fault.path.as_str()).collect();
        for path in ["kind", "session.1.colour", "format"] {
            assert!(paths.contains(&path), "{path} in {paths:?}");
        }
        json["session"][0]["starts"] = json!("tomorrow");
        let faults = from_json(&json).expect_err("it is faulty");
        let first = faults.iter().next().expect("a fault");
        assert_eq!(first.path, "session.1.starts");
        assert!(from_json(&json!([1])).is_err() && from_json(&json!(null)).is_err());
    }

    #[test]
    fn u_12_no_body_is_walked_more_often_than_it_is_long() {
        let (mut json, mut many) = (to_json(&read(FILES[1]).expect("a sample"), true), json!({}));
        for number in 0..90_000 {
            many[format!("k{number:05}")] = json!(1);
        }
        let faults = from_json(&many).expect_err("nobody knows these");
        assert_eq!(faults.iter().count(), MOST_FAULTS);
        let long = "x".repeat(600_000);
        json[&long] = many.clone();
        let faults = from_json(&json).expect_err("it is too large");
        let told: Vec<_> = faults
            .iter()
            .map(|fault| (fault.path.as_str(), fault.sort))
            .collect();
        assert_eq!(told, [("", Sort::Whole)]);
        json[&long] = json!([1]);
        let faults = from_json(&json).expect_err("nobody knows it");
        let told: Vec<_> = faults
            .iter()
            .map(|fault| (fault.path.len(), fault.sort))
            .collect();
        assert_eq!(told, [(60, Sort::Unknown)]);
    }

    #[test]
    fn nothing_in_a_list_keeps_its_place() {
        let mut json = to_json(&read(FILES[1]).expect("a sample"), true);
        json["languages"] = json!(["en", null]);
        let faults = from_json(&json).expect_err("it is faulty");
        let told: Vec<_> = faults
            .iter()
            .map(|fault| (fault.path.as_str(), fault.sort))
            .collect();
        assert_eq!(told, [("languages.2", Sort::Kind)]);
    }
}
