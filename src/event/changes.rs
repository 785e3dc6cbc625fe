//! What differs between two states of an event, for whoever imports a file.

use std::collections::BTreeMap;

use serde::Serialize;

use super::file::{Branch, Node, outline};
use super::{Details, Key};

/// Something that was added, removed or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The key it is about, such as `session.1.starts`: what is in a list goes by its id, or its
    /// number from 1.
    pub path: String,
    /// What was stated; `None` for nothing. A meeting link, a code and the address of somebody who
    /// appears are shown as `…`.
    pub before: Option<String>,
    /// What is stated now, likewise.
    pub after: Option<String>,
}

/// What makes `new` differ from `old`: what was changed or added in the order of the file, then
/// what was removed.
pub fn between(old: &Details, new: &Details) -> Vec<Change> {
    let (before, after) = (statements(old), statements(new));
    let known: BTreeMap<&str, &Statement> = by_path(&before);
    let kept: BTreeMap<&str, &Statement> = by_path(&after);
    let changed = after.iter().filter_map(|now| {
        let was = known.get(now.path.as_str()).copied();
        (was.is_none_or(|was| was.value != now.value)).then(|| Change {
            path: now.path.clone(),
            before: was.map(Statement::shown),
            after: Some(now.shown()),
        })
    });
    let removed = before
        .iter()
        .filter(|was| !kept.contains_key(was.path.as_str()))
        .map(|was| Change {
            path: was.path.clone(),
            before: Some(was.shown()),
            after: None,
        });
    changed.chain(removed).collect()
}

/// A key that holds neither table nor list of tables.
struct Statement {
    path: String,
    value: String,
    is_secret: bool,
}

impl Statement {
    fn shown(&self) -> String {
        if self.is_secret {
            "…".to_owned()
        } else {
            self.value.clone()
        }
    }
}

fn by_path(statements: &[Statement]) -> BTreeMap<&str, &Statement> {
    statements
        .iter()
        .map(|statement| (statement.path.as_str(), statement))
        .collect()
}

fn statements(details: &Details) -> Vec<Statement> {
    let mut statements = Vec::new();
    gather(&mut statements, "", &outline(details));
    statements
}

fn gather(statements: &mut Vec<Statement>, path: &str, branch: &Branch) {
    for (key, node) in branch.iter() {
        let path = if path.is_empty() {
            key.to_owned()
        } else {
            format!("{path}.{key}")
        };
        gather_node(statements, path, node);
    }
}

fn gather_node(statements: &mut Vec<Statement>, path: String, node: &Node) {
    let mut state = |value: String, is_secret| {
        statements.push(Statement {
            path: path.clone(),
            value,
            is_secret,
        });
    };
    match node {
        Node::Text(value) | Node::Bare(value) => state(value.clone(), false),
        Node::Secret(value) => state(value.clone(), true),
        Node::List(entries) if entries.iter().all(|entry| matches!(entry, Node::Text(_))) => {
            let words: Vec<&str> = entries.iter().filter_map(Node::as_text).collect();
            state(words.join(", "), false);
        }
        Node::List(entries) => {
            for (number, entry) in (1..).zip(entries) {
                gather_node(statements, format!("{path}.{number}"), entry);
            }
        }
        Node::Inline(table) | Node::Section(table) => gather(statements, &path, table),
        Node::Sections(tables) => {
            for (index, table) in tables.iter().enumerate() {
                let id = table.text("id").and_then(|id| id.parse().ok());
                let key = Key::or_number(id.as_ref(), index);
                gather(statements, &format!("{path}.{key}"), table);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::file::read;
    use super::*;

    const FILE: &str = include_str!("../../tests/samples/everything.toml");

    fn changes(edits: &[(&str, &str)]) -> Vec<(String, Option<String>, Option<String>)> {
        let edited = edits.iter().fold(FILE.to_owned(), |file, (from, to)| {
            assert!(file.contains(from), "{from}");
            file.replacen(from, to, 1)
        });
        let old = read(FILE).expect("a sample");
        let new = read(&edited).unwrap_or_else(|faults| panic!("{faults}"));
        between(&old, &new)
            .into_iter()
            .map(|change| (change.path, change.before, change.after))
            .collect()
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn the_same_event_has_no_changes() {
        assert_eq!(changes(&[]), []);
    }

    #[test]
    fn what_is_in_a_list_goes_by_its_id() {
        assert_eq!(
            changes(&[
                (
                    "starts = 2026-12-10T15:00:00",
                    "starts = 2026-12-10T15:30:00"
                ),
                ("retention = \"60d\"\n", ""),
                ("photography = false", "photography = false\nembed = []"),
                ("embed = [\"https://partner.example\"]\n", ""),
                (
                    "[[host]]\nid = \"institute\"",
                    "[[host]]\nid = \"new\"\nrole = \"partner\"\nname = \"N\"\n[[host]]\nid = \"institute\""
                ),
                (
                    "bio = { fr = \"À annoncer.\" }",
                    "bio = { fr = \"Bientôt.\" }"
                ),
            ]),
            [
                (
                    "embed".to_owned(),
                    some("https://partner.example"),
                    some("")
                ),
                ("host.new.id".to_owned(), None, some("new")),
                ("host.new.role".to_owned(), None, some("partner")),
                ("host.new.name".to_owned(), None, some("N")),
                (
                    "session.opening.starts".to_owned(),
                    some("2026-12-10T15:00:00"),
                    some("2026-12-10T15:30:00")
                ),
                (
                    "session.night.appearance.1.bio.fr".to_owned(),
                    some("À annoncer."),
                    some("Bientôt.")
                ),
                ("retention".to_owned(), some("60d"), None),
            ]
        );
    }

    #[test]
    fn words_of_an_organiser_are_shown_by_mail_and_language() {
        let edits = [("en = \"See you soon: {title}\"", "en = \"{title}, soon\"")];
        assert_eq!(
            changes(&edits),
            [(
                "mail.text.1.subject.en".to_owned(),
                some("See you soon: {title}"),
                some("{title}, soon")
            )]
        );
    }

    #[test]
    fn s_33_a_changed_meeting_link_is_told_but_not_shown() {
        assert_eq!(
            changes(&[("water;room=2,main", "water;room=3,main")]),
            [("meeting.link".to_owned(), some("…"), some("…"))]
        );
    }
}
