use std::collections::BTreeSet;

use super::fault::Sort;
use super::table::Table;
use super::value::Value;
use crate::event::Key;

/// The ids given so far in one list; an entry without one is known by its number.
#[derive(Default)]
pub(super) struct Ids(BTreeSet<Key>);

impl Ids {
    /// Reads the id of the entry at `index`, and refuses one that another entry already has.
    pub(super) fn read(&mut self, table: &Table<'_>, index: usize) -> Option<Key> {
        let id: Option<Key> = table.get("id").and_then(Value::parse);
        let key = Key::or_number(id.as_ref(), index);
        if self.0.contains(&key) {
            table.refuse(
                Sort::Twice,
                format_args!(
                    "has the id {key} of another; where no id is given, it is the number from 1"
                ),
            );
        }
        self.0.insert(key);
        id
    }
}
