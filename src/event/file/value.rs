use std::fmt::Display;
use std::str::FromStr;

use toml::de::DeValue;

use super::document::Document;
use super::fault::{Sort, quotable};
use super::table::Table;
use crate::base::words::UnknownWord;
use crate::base::zone::WallTime;

/// How many entries a list may have.
const LIST_LIMIT: usize = 200;

/// A value of the file while it is read. Every method that reads it gives `None` where it is not
/// what it should be, having noted the fault.
pub(super) struct Value<'d> {
    document: &'d Document,
    path: String,
    offset: usize,
    value: &'d DeValue<'d>,
}

impl<'d> Value<'d> {
    pub(super) fn new(
        document: &'d Document,
        path: String,
        offset: usize,
        value: &'d DeValue<'d>,
    ) -> Self {
        document.place(&path, offset);
        Self {
            document,
            path,
            offset,
            value,
        }
    }

    /// Notes a fault of this value.
    pub(super) fn refuse(&self, sort: Sort, reason: impl Display) {
        self.document.refuse(self.offset, &self.path, sort, reason);
    }

    /// A string.
    pub(super) fn text(&self) -> Option<&'d str> {
        let text = self.value.as_str();
        self.expect(text, "a string")
    }

    /// A string that stands for a `T`.
    pub(super) fn parse<T: FromStr<Err: Display>>(self) -> Option<T> {
        let parsed = self.text()?.parse();
        parsed.map_err(|error| self.refuse(Sort::Form, error)).ok()
    }

    /// One of a closed set of words.
    pub(super) fn word<T: FromStr<Err = UnknownWord>>(self) -> Option<T> {
        let word = self.text()?;
        let known = word.parse::<T>();
        known
            .map_err(|UnknownWord { allowed }| {
                self.refuse(
                    Sort::Word,
                    format_args!("“{}” is none of {}", quotable(word), allowed.join(", ")),
                );
            })
            .ok()
    }

    /// `true` or `false`.
    pub(super) fn flag(self) -> Option<bool> {
        self.expect(self.value.as_bool(), "true or false")
    }

    /// A number of places.
    pub(super) fn count(self) -> Option<u32> {
        let integer = self.value.as_integer();
        let count =
            integer.and_then(|integer| u32::from_str_radix(integer.as_str(), integer.radix()).ok());
        self.expect(count, "a whole number from 0 to 4294967295")
    }

    /// A date and time without quotes, with or without an offset.
    pub(super) fn wall_time(self) -> Option<WallTime> {
        self.timed()
    }

    /// The same of a value that has more to be said about.
    pub(super) fn timed(&self) -> Option<WallTime> {
        let mut moment = self.expect(
            self.value.as_datetime().copied(),
            "a date and time without quotes, such as 2026-11-27T15:00:00",
        )?;
        // TOML 1.1 lets seconds be absent, RFC 3339 does not.
        if let Some(time) = &mut moment.time {
            time.second.get_or_insert(0);
        }
        let parsed = moment.to_string().parse();
        parsed.map_err(|error| self.refuse(Sort::Time, error)).ok()
    }

    /// A table, read by `read`; keys that it does not ask for are faults.
    pub(super) fn table<T>(self, read: impl FnOnce(&Table<'d>) -> Option<T>) -> Option<T> {
        let entries = self.expect(self.value.as_table(), "a table")?;
        Table::read(self.document, self.path, self.offset, entries, read)
    }

    /// A table whose keys are free, such as one by language.
    pub(super) fn entries(&self) -> Option<Vec<(&'d str, Self)>> {
        let entries = self.expect(self.value.as_table(), "a string or a table by language")?;
        let entry = entries.iter().map(|(name, value)| {
            let key: &'d str = name.get_ref().as_ref();
            let path = format!("{}.{}", self.path, quotable(key));
            let offset = name.span().start;
            (key, Self::new(self.document, path, offset, value.get_ref()))
        });
        let mut entries: Vec<_> = entry.collect();
        // In the order of the file: of two that say the same, the later one is at fault.
        entries.sort_by_key(|(_, value)| value.offset);
        Some(entries)
    }

    /// A list, each entry of which `read` reads, told its index; `None` if one of them is faulty.
    pub(super) fn list<T>(self, mut read: impl FnMut(Self, usize) -> Option<T>) -> Option<Vec<T>> {
        let list = self.expect(self.value.as_array(), "a list")?;
        if list.len() > LIST_LIMIT {
            self.refuse(
                Sort::Many,
                format_args!("has more than {LIST_LIMIT} entries"),
            );
            return None;
        }
        let entries = list.iter().enumerate().map(|(index, entry)| {
            let path = format!("{}.{}", self.path, index + 1);
            let offset = entry.span().start;
            read(
                Self::new(self.document, path, offset, entry.get_ref()),
                index,
            )
        });
        // All are read before the first faulty one decides: every fault is to be told at once.
        entries.collect::<Vec<_>>().into_iter().collect()
    }

    /// A list with at least one entry.
    pub(super) fn filled_list<T>(
        self,
        read: impl FnMut(Self, usize) -> Option<T>,
    ) -> Option<Vec<T>> {
        if self.value.as_array().is_some_and(|list| list.is_empty()) {
            self.refuse(Sort::Empty, "is empty");
            return None;
        }
        self.list(read)
    }

    /// A list of tables, each read by `read`, told its index.
    pub(super) fn tables<T>(
        self,
        mut read: impl FnMut(&Table<'d>, usize) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.list(|entry, index| entry.table(|table| read(table, index)))
    }

    /// Every string in it, but for what stands at keys in `except`.
    pub(super) fn texts(self, except: &[&str]) -> Vec<(Self, &'d str)> {
        if let Some(text) = self.value.as_str() {
            return vec![(self, text)];
        }
        if let Some(entries) = self.value.as_table() {
            let entries = entries.iter().map(|(name, value)| {
                let key: &'d str = name.get_ref().as_ref();
                (
                    quotable(key).to_string(),
                    name.span().start,
                    value.get_ref(),
                )
            });
            let wanted = entries.filter(|(key, ..)| !except.contains(&key.as_str()));
            return wanted
                .flat_map(|(key, offset, value)| self.within(&key, offset, value).texts(except))
                .collect();
        }
        let entries = self.value.as_array().into_iter().flatten().enumerate();
        entries
            .flat_map(|(index, entry)| {
                let number = (index + 1).to_string();
                self.within(&number, entry.span().start, entry.get_ref())
                    .texts(except)
            })
            .collect()
    }

    fn within(&self, key: &str, offset: usize, value: &'d DeValue<'d>) -> Self {
        Self::new(self.document, format!("{}.{key}", self.path), offset, value)
    }

    /// Whether it is a table.
    pub(super) fn is_table(&self) -> bool {
        self.value.is_table()
    }

    /// Whether it is a string.
    pub(super) fn is_text(&self) -> bool {
        self.value.is_str()
    }

    fn expect<T>(&self, found: Option<T>, what: &str) -> Option<T> {
        if found.is_none() {
            self.refuse(Sort::Kind, format_args!("has to be {what}"));
        }
        found
    }
}
