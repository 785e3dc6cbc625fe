//! Texts of an event that give its meeting link away (S-32), whoever states it and wherever.

use std::collections::BTreeSet;

use super::file::{Branch, Node, outline};
use super::{Details, Seen};

/// What is nobody's text: where links stand by right, names that only files know, and what is judged as
/// it is said.
const NO_TEXTS: [&str; 5] = ["meeting", "mail", "slug", "id", "codes"];

/// The keys of texts in `after`, such as `description.en`, that would tell everybody a link to join by.
/// Texts that `before` has too were judged then, unless the links are others now.
pub fn told_links(before: Option<&Details>, after: &Details) -> Vec<String> {
    let links = after.meeting_links();
    if links.is_empty() {
        return Vec::new();
    }
    let known = before.filter(|before| before.meeting_links() == links);
    let judged: BTreeSet<String> = known
        .map(|before| texts(before).into_iter().map(|(_, text)| text).collect())
        .unwrap_or_default();
    texts(after)
        .into_iter()
        .filter(|(_, text)| !judged.contains(text) && Seen::of(text).tells_any(&links))
        .map(|(path, _)| path)
        .collect()
}

fn texts(details: &Details) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    gather(&mut texts, "", &outline(details));
    texts
}

fn gather(texts: &mut Vec<(String, String)>, path: &str, branch: &Branch) {
    for (key, node) in branch.iter().filter(|(key, _)| !NO_TEXTS.contains(key)) {
        let path = if path.is_empty() {
            key.to_owned()
        } else {
            format!("{path}.{key}")
        };
        gather_node(texts, path, node);
    }
}

fn gather_node(texts: &mut Vec<(String, String)>, path: String, node: &Node) {
    match node {
        Node::Text(text) | Node::Secret(text) => texts.push((path, text.clone())),
        Node::Bare(_) => {}
        Node::List(entries) => {
            for (number, entry) in (1..).zip(entries) {
                gather_node(texts, format!("{path}.{number}"), entry);
            }
        }
        Node::Inline(table) | Node::Section(table) => gather(texts, &path, table),
        Node::Sections(tables) => {
            for (number, table) in (1..).zip(tables) {
                gather(texts, &format!("{path}.{number}"), table);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::file::read;
    use super::*;
    use crate::base::language::Localised;

    const FILE: &str = include_str!("../../tests/samples/everything.toml");

    #[test]
    fn s_32_a_text_that_gives_the_link_away_is_found() {
        let before = read(FILE).expect("a sample");
        assert_eq!(told_links(Some(&before), &before), Vec::<String>::new());
        let mut after = before.clone();
        after.summary = Some(Localised::One(
            "https://jitsi.example/water-night".to_owned(),
        ));
        assert_eq!(told_links(Some(&before), &after), ["summary"]);
        let mut other_link = before.clone();
        let meeting = other_link.meeting.as_mut().expect("a meeting");
        meeting.link = Some("https://institute.example".parse().expect("an address"));
        let told = told_links(Some(&before), &other_link);
        assert_eq!(
            told,
            ["description.en", "description.fr", "contact", "host.1.link"]
        );
    }
}
