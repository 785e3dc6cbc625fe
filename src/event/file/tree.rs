//! An event as a tree of keys in the order of the file's documentation: what is written to a file,
//! and what two states of an event are compared by.

use std::fmt::Display;

use crate::base::language::Localised;

/// Keys and what they hold, in order.
#[derive(Default)]
pub(in crate::event) struct Branch(Vec<(String, Node)>);

/// What a key holds.
pub(in crate::event) enum Node {
    /// A string.
    Text(String),
    /// A string that stands in the file, but in no report of what changed.
    Secret(String),
    /// A number, a truth value, a date and time: what stands without quotes.
    Bare(String),
    /// A list on one line.
    List(Vec<Node>),
    /// A table on one line.
    Inline(Branch),
    /// A table under its own heading.
    Section(Branch),
    /// A list of tables, each under a heading.
    Sections(Vec<Branch>),
}

impl Branch {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Each key and what it holds.
    pub(in crate::event) fn iter(&self) -> impl Iterator<Item = (&str, &Node)> {
        self.0.iter().map(|(key, node)| (key.as_str(), node))
    }

    /// The string at `key`.
    pub(in crate::event) fn text(&self, key: &str) -> Option<&str> {
        let (_, node) = self.iter().find(|(name, _)| *name == key)?;
        node.as_text()
    }

    /// With `node` at `key`, where there is one.
    pub(super) fn with(mut self, key: &str, node: impl Into<Option<Node>>) -> Self {
        self.0
            .extend(node.into().map(|node| (key.to_owned(), node)));
        self
    }

    /// With what is a string in the file.
    pub(super) fn text_of(self, key: &str, value: Option<&impl Display>) -> Self {
        self.with(key, value.map(Node::text))
    }

    /// With what stands without quotes.
    pub(super) fn bare(self, key: &str, value: Option<impl Display>) -> Self {
        self.with(key, value.map(|value| Node::Bare(value.to_string())))
    }

    /// With a text as one string or a table on one line.
    pub(super) fn localised(self, key: &str, text: Option<&Localised<impl Display>>) -> Self {
        self.with(key, text.map(Node::localised))
    }

    /// With a list of strings.
    pub(super) fn texts<T: Display>(self, key: &str, values: Option<&Vec<T>>) -> Self {
        let list = values.map(|values| Node::List(values.iter().map(Node::text).collect()));
        self.with(key, list)
    }

    /// With a list of tables, where there are any.
    pub(super) fn sections<T>(self, key: &str, values: &[T], branch: impl Fn(&T) -> Self) -> Self {
        let sections = || Node::Sections(values.iter().map(branch).collect());
        self.with(key, (!values.is_empty()).then(sections))
    }
}

impl Node {
    /// The string.
    pub(in crate::event) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn text(value: &impl Display) -> Self {
        Self::Text(value.to_string())
    }

    /// A text as one string or a table on one line.
    pub(super) fn localised(text: &Localised<impl Display>) -> Self {
        Self::localised_as(Self::Inline, text)
    }

    /// A text as one string or a table under its own heading.
    pub(super) fn localised_section(text: &Localised<impl Display>) -> Self {
        Self::localised_as(Self::Section, text)
    }

    fn localised_as(table: fn(Branch) -> Self, text: &Localised<impl Display>) -> Self {
        match text {
            Localised::One(text) => Self::text(text),
            Localised::Each(texts) => {
                let by_language = texts
                    .iter()
                    .fold(Branch::new(), |branch, (language, text)| {
                        branch.with(&language.to_string(), Self::text(text))
                    });
                table(by_language)
            }
        }
    }
}
