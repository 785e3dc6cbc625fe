use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Display;

use toml::de::DeTable;

use super::document::Document;
use super::fault::{Sort, quotable};
use super::value::Value;

/// A table of the file while it is read. Keys that nobody asked for are faults.
pub(super) struct Table<'d> {
    document: &'d Document,
    path: String,
    offset: usize,
    entries: &'d DeTable<'d>,
    asked: RefCell<BTreeSet<&'static str>>,
}

impl<'d> Table<'d> {
    /// Lets `read` ask for what it knows, and refuses every other key.
    pub(super) fn read<T>(
        document: &'d Document,
        path: String,
        offset: usize,
        entries: &'d DeTable<'d>,
        read: impl FnOnce(&Self) -> T,
    ) -> T {
        let table = Self {
            document,
            path,
            offset,
            entries,
            asked: RefCell::default(),
        };
        let result = read(&table);
        table.refuse_unknown_keys();
        result
    }

    /// The value at `key`, where there is one.
    pub(super) fn get(&self, key: &'static str) -> Option<Value<'d>> {
        self.asked.borrow_mut().insert(key);
        let (name, value) = self.entries.get_key_value(key)?;
        Some(Value::new(
            self.document,
            self.path_of(key),
            name.span().start,
            value.get_ref(),
        ))
    }

    /// The value at `key`; its absence is a fault.
    pub(super) fn need(&self, key: &'static str) -> Option<Value<'d>> {
        let value = self.get(key);
        if value.is_none() {
            self.document
                .refuse(self.offset, &self.path_of(key), Sort::Missing, "is missing");
        }
        value
    }

    /// Every string in it, but for what stands at keys in `except`.
    pub(super) fn texts(&self, except: &[&str]) -> Vec<(Value<'d>, &'d str)> {
        let entries = self.entries.iter().filter_map(|(name, value)| {
            let key = name.get_ref().as_ref();
            let path = self.path_of(quotable(key).as_str());
            let value = Value::new(self.document, path, name.span().start, value.get_ref());
            (!except.contains(&key)).then_some(value)
        });
        entries.flat_map(|value| value.texts(except)).collect()
    }

    /// Notes a fault of the table as a whole.
    pub(super) fn refuse(&self, sort: Sort, reason: impl Display) {
        self.document.refuse(self.offset, &self.path, sort, reason);
    }

    /// Notes a fault of a value anywhere in the file, by its whole path.
    pub(super) fn refuse_path(&self, path: &str, sort: Sort, reason: impl Display) {
        self.document.refuse_path(path, sort, reason);
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }

    fn refuse_unknown_keys(&self) {
        let asked = self.asked.borrow();
        let known: Vec<&str> = asked.iter().copied().collect();
        for (name, _) in self.entries {
            let key = name.get_ref().as_ref();
            if self.document.is_full() {
                break;
            }
            if !asked.contains(key) {
                self.document.refuse(
                    name.span().start,
                    &self.path_of(quotable(key).as_str()),
                    Sort::Unknown,
                    format_args!("is not a key here; known are {}", known.join(", ")),
                );
            }
        }
    }
}
