use super::outline::outline;
use super::tree::{Branch, Node};
use crate::event::Details;

/// Writes an event as a file that [`read`](super::read) gives back as it was. It holds the meeting
/// links: it is for the operator's eyes.
pub fn write(details: &Details) -> String {
    let mut file = String::new();
    write_branch(&mut file, "", &outline(details));
    file
}

/// Values first: after a heading they would belong to it.
fn write_branch(file: &mut String, path: &str, branch: &Branch) {
    for (key, node) in branch.iter() {
        if let Some(value) = on_one_line(node) {
            file.push_str(&format!("{key} = {value}\n"));
        }
    }
    for (key, node) in branch.iter() {
        let path = if path.is_empty() {
            key.to_owned()
        } else {
            format!("{path}.{key}")
        };
        match node {
            Node::Section(section) => {
                file.push_str(&format!("\n[{path}]\n"));
                write_branch(file, &path, section);
            }
            Node::Sections(sections) => {
                for section in sections {
                    file.push_str(&format!("\n[[{path}]]\n"));
                    write_branch(file, &path, section);
                }
            }
            Node::Text(_) | Node::Secret(_) | Node::Bare(_) | Node::List(_) | Node::Inline(_) => {}
        }
    }
}

/// What stands after the `=`; `None` for what has a heading.
fn on_one_line(node: &Node) -> Option<String> {
    match node {
        Node::Text(text) | Node::Secret(text) => Some(quoted(text)),
        Node::Bare(value) => Some(value.clone()),
        Node::List(entries) => {
            let entries: Vec<String> = entries.iter().filter_map(on_one_line).collect();
            Some(format!("[{}]", entries.join(", ")))
        }
        Node::Inline(table) => {
            let pairs: Vec<String> = table
                .iter()
                .filter_map(|(key, node)| Some(format!("{key} = {}", on_one_line(node)?)))
                .collect();
            Some(match pairs.as_slice() {
                [] => "{}".to_owned(),
                pairs => format!("{{ {} }}", pairs.join(", ")),
            })
        }
        Node::Section(_) | Node::Sections(_) => None,
    }
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
